//! `okr import yaml` and `okr import json`: layouts of other tools.

use insta::assert_snapshot;

use super::{plan, with};
use crate::world::World;

#[test]
fn projects_hold_quarters_that_hold_objectives() {
    assert_snapshot!(plan("yaml", "projects.yaml"), @r#"
    projects.yaml · 2 objectives, 4 key results, 1 check-in · into 2026-Q4 · nothing is changed

    People find what they look for         ana/people-find-what                     line 6
    ├─ Search answers from 2 s to 1 s      kr1                   2 → 1 s      1 s   line 8
    └─ Landing page is in three languages  kr2                   done or not       line 10

    Buying is a pleasure                   ana/buying-pleasure                     line 16
    ├─ Carts left behind 60 % -> 45 %      kr1                   60 → 45 %         line 17
    └─ Ship the new checkout               kr2                   done or not       line 17
    ── stderr ──
    warning: projects.yaml:12:11: not imported: "Colour: blue" (this key is not read)
    "#);
}

#[test]
fn objectives_with_ids_baselines_and_confidence() {
    assert_snapshot!(plan("yaml", "scopes.yaml"), @r#"
    scopes.yaml · 2 objectives, 3 key results, 3 check-ins, 1 score · into 2026-Q4 · nothing is changed

    Make builds quick         eng/make-builds-quick                on track                                line 4
    ├─ Minutes from push to…  kr1                     40 → 10 min  25 min    bo                           line 10
    └─ Flaky tests are gone   kr2                     0 → 100 %    60 %                                   line 20

    Nobody is paged at night  eng/nobody-paged-night                             → eng/make-builds-quick  line 25
    └─ Pages a week           pages                   9 → 2                                               line 29
    ── stderr ──
    warning: scopes.yaml:13:9: not imported: "metric_key: ci_minutes" (this key is not read)
    "#);
}

#[test]
fn company_and_teams_have_lists_of_their_own() {
    assert_snapshot!(plan("yaml", "company.yaml"), @"
    company.yaml · 2 objectives, 4 key results, 1 check-in · into 2026-Q4 · nothing is changed

    Win the region           ana/win-region                line 2
    ├─ New customers         kr1              0 → 40  12   line 5
    └─ Partners signed       kr2              0 → 5        line 6

    Ship weekly              eng/ship-weekly               line 9
    ├─ Releases from 1 to 4  kr1              1 → 4       line 10
    └─ Rollbacks <= 1        kr2              ≤ 1         line 10
    ");
}

#[test]
fn the_answer_of_feishu_is_known() {
    assert_snapshot!(plan("json", "feishu.json"), @r#"
    feishu.json · 2 objectives, 2 key results, 3 check-ins, 2 scores · into 2022-03 · nothing is changed

    new cycle 2022-03 (Mar 1 – Mar 31 2022)

    让新用户第一天就会用 😀    ana/rang-xin-yong-hu-di-…             on track  → ana/cheng-wei-shou-xuan  line 12
    ├─ 首日留存从 30% 提升到…  kr1                        30 → 45 %  36 %                                 line 24
    └─ 上线新手引导            kr2                        0 → 100 %  100 %                                line 35

    成为首选                   ana/cheng-wei-shou-xuan                                                    line 44
    ── stderr ──
    warning: feishu.json:12:11: not imported: "50 %" (it follows from the key results)
    warning: feishu.json:21:104: not imported: "owner: open_id: ou_3" (this key is not read)
    warning: feishu.json:38:17: not imported: "score: 0" (0 stands for not scored too, and 1 more like it)
    "#);
}

#[test]
fn what_feishu_says_is_written_in_its_own_time() {
    let world = with("feishu.json");
    let _ = world.okr("import json feishu.json --owner mei");
    assert_snapshot!(world.read("okrs/2022-03/mei/rang-xin-yong-hu-di-yi.yaml"), @r#"
    title: 让新用户第一天就会用 😀
    aligns_to: [mei/cheng-wei-shou-xuan]
    weight: 60
    key_results:
      - id: kr1
        title: 首日留存从 30% 提升到 45%
        metric: {from: 30, to: 45, unit: "%"}
        weight: 50
        due: 2022-03-30
      - id: kr2
        title: 上线新手引导
        metric: {from: 0, to: 100, unit: "%"}
        weight: 50
        due: 2022-03-30
    "#);
    assert_snapshot!(world.read("okrs/2022-03/mei/rang-xin-yong-hu-di-yi.history.yaml"), @r#"
    - {"id": "2wq94wqbsr", "at": "2022-03-21T06:00:00Z", "by": "ana", "event": "create"}
    - {"id": "we020mjmdk", "at": "2022-03-21T06:00:00.001Z", "by": "ana", "event": "update", "kr": "kr1", "value": 36, "status": "at-risk", "note": "imported from feishu.json"}
    - {"id": "0yh8dttzed", "at": "2022-03-31T23:59:59.002Z", "by": "ana", "event": "update", "kr": "kr2", "value": 100, "note": "imported from feishu.json"}
    - {"id": "z8533vvs02", "at": "2022-03-31T23:59:59.003Z", "by": "ana", "event": "update", "status": "on-track", "note": "整体顺利 (imported from feishu.json)"}
    - {"id": "n1pvnp1pg1", "at": "2022-03-21T06:00:00.004Z", "by": "ana", "event": "score", "kr": "kr1", "score": 70.0, "note": "imported from feishu.json"}
    - {"id": "henat74bnv", "at": "2022-03-31T23:59:59.005Z", "by": "ana", "event": "score", "score": 80.0, "note": "imported from feishu.json"}
    "#);
}

#[test]
fn json_says_all_that_is_planned() {
    let world = with("scopes.yaml");
    assert_snapshot!(world.okr("import yaml scopes.yaml --dry-run --format json"), @r#"
    {
      "version": 1,
      "file": "scopes.yaml",
      "preset": null,
      "dry_run": true,
      "new_cycles": [],
      "objectives": [
        {
          "ref": "2026-Q4/eng/make-builds-quick",
          "line": 4,
          "title": "Make builds quick",
          "owner": "eng",
          "cycle": "2026-Q4",
          "description": null,
          "kind": "aspirational",
          "weight": 2.0,
          "tags": [
            "speed",
            "ci"
          ],
          "aligns_to": [],
          "score": null,
          "status": "on-track",
          "confidence": null,
          "note": null,
          "ended": null,
          "key_results": [
            {
              "id": "kr1",
              "line": 10,
              "title": "Minutes from push to green",
              "owner": "bo",
              "due": null,
              "weight": null,
              "metric": {
                "type": "change",
                "from": 40,
                "to": 10,
                "unit": "min"
              },
              "value": 25,
              "status": "at-risk",
              "confidence": 7,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [],
              "dropped": false
            },
            {
              "id": "kr2",
              "line": 20,
              "title": "Flaky tests are gone",
              "owner": null,
              "due": "2026-11-30",
              "weight": null,
              "metric": {
                "type": "change",
                "from": 0,
                "to": 100,
                "unit": "%"
              },
              "value": 60,
              "status": null,
              "confidence": null,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [
                {
                  "title": "Quarantine",
                  "link": "https://ci.example/q",
                  "done": true
                },
                {
                  "title": "Retry less",
                  "done": false
                }
              ],
              "dropped": false
            }
          ]
        },
        {
          "ref": "2026-Q4/eng/nobody-paged-night",
          "line": 25,
          "title": "Nobody is paged at night",
          "owner": "eng",
          "cycle": "2026-Q4",
          "description": null,
          "kind": "aspirational",
          "weight": null,
          "tags": [],
          "aligns_to": [
            "eng/make-builds-quick"
          ],
          "score": 70.0,
          "status": null,
          "confidence": null,
          "note": null,
          "ended": null,
          "key_results": [
            {
              "id": "pages",
              "line": 29,
              "title": "Pages a week",
              "owner": null,
              "due": null,
              "weight": null,
              "metric": {
                "type": "change",
                "from": 9,
                "to": 2,
                "unit": null
              },
              "value": null,
              "status": null,
              "confidence": null,
              "note": null,
              "score": null,
              "at": null,
              "initiatives": [],
              "dropped": false
            }
          ]
        }
      ],
      "skipped": [],
      "left_over": [
        {
          "line": 13,
          "column": 9,
          "text": "metric_key: ci_minutes",
          "why": "this key is not read"
        }
      ],
      "unknown_owners": []
    }
    ── stderr ──
    warning: scopes.yaml:13:9: not imported: "metric_key: ci_minutes" (this key is not read)
    "#);
}

#[test]
fn yaml_that_cannot_be_read_is_refused_at_its_place() {
    let world = World::company();
    world.write("broken.yaml", "objectives:\n  - title: [a\n");
    world.write("two.yaml", "objectives: [a]\n---\nobjectives: [b]\n");
    world.write("none.yaml", "# nothing\n");
    world.write("other.yaml", "colour: blue\nthings: [1, 2]\n");
    world.write("anchor.yaml", "objectives: [&a First, *a]\n");
    world.write("own.json", "{\"okr\": \"0.1.0\", \"objectives\": []}\n");
    world.write("broken.json", "{\"objectives\": [\n  {\"title\": \"a\",}\n]}\n");
    world.write("deep.json", &"[".repeat(2000));
    world.write("deep.yaml", &"[".repeat(2000));
    assert_snapshot!(world.session(&["import yaml broken.yaml", "import yaml two.yaml", "import yaml none.yaml", "import yaml other.yaml", "import yaml anchor.yaml", "import json own.json", "import json broken.json", "import json deep.json", "import yaml deep.yaml"]), @r#"
    $ okr import yaml broken.yaml
    ── stderr ──
    error: broken.yaml:3: it is not YAML: while parsing a flow sequence, expected ',' or ']'
    ── exit 2 ──

    $ okr import yaml two.yaml
    ── stderr ──
    error: two.yaml holds several documents
    hint: split it at the lines of ---, and import one after the other
    ── exit 2 ──

    $ okr import yaml none.yaml
    ── stderr ──
    error: none.yaml holds no objectives; nothing was changed
    hint: the help of each format says what is taken for one: okr import markdown --help
    ── exit 2 ──

    $ okr import yaml other.yaml
    ── stderr ──
    warning: other.yaml:1:1: not imported: "colour: blue" (this key is not read)
    warning: other.yaml:2:1: not imported: "things" (this key is not read)
    warning: other.yaml:2:10: not imported: "1" (there is no place for it)
    warning: other.yaml:2:13: not imported: "2" (there is no place for it)
    error: other.yaml holds no objectives; nothing was changed
    hint: the help of each format says what is taken for one: okr import markdown --help
    ── exit 2 ──

    $ okr import yaml anchor.yaml
    ── stderr ──
    warning: anchor.yaml:1:14: not imported: "&a First" (there is no place for it)
    warning: anchor.yaml:1:24: not imported: "*a" (there is no place for it)
    error: anchor.yaml holds no objectives; nothing was changed
    hint: the help of each format says what is taken for one: okr import markdown --help
    ── exit 2 ──

    $ okr import json own.json
    ── stderr ──
    warning: own.json:1:2: not imported: "okr: 0.1.0" (this key is not read)
    error: own.json holds no objectives; nothing was changed
    hint: the help of each format says what is taken for one: okr import markdown --help
    ── exit 2 ──

    $ okr import json broken.json
    ── stderr ──
    error: broken.json:2:17: it is not JSON: key must be a string
    ── exit 2 ──

    $ okr import json deep.json
    ── stderr ──
    error: deep.json:1:128: it is not JSON: recursion limit exceeded
    ── exit 2 ──

    $ okr import yaml deep.yaml
    ── stderr ──
    error: deep.yaml:1: it is not YAML: recursion limit exceeded
    ── exit 2 ──
    "#);
}

#[test]
fn values_that_do_not_fit_are_told_with_line_and_column() {
    let world = World::company();
    world.write("in.yaml", "objectives:\n  - title: Grow\n    weight: heavy\n    due: soon\n    key_results:\n      - {title: Staff, from: 5, to: 5}\n      - {title: Doors, from: 1 km, to: 2 miles}\n      - {title: Shops, to: \"1,200\", confidence: 11, done: maybe}\n");
    assert_snapshot!(world.edit("import yaml in.yaml"), @r#"
    ── stderr ──
    error: in.yaml:3:13: "heavy" in weight is not a number
    error: in.yaml:4:10: "soon" in due is not a day; write it as 2026-11-30
    error: in.yaml:6:9: "Staff": start and target are both 5: there is nothing to change
    error: in.yaml:7:40: "2 miles" in to is in "miles", and another number of the key result in "km"
    error: in.yaml:8:28: "1,200" in to could be 1200 or 1.2; write it without a comma
    error: in.yaml:8:49: "11" in confidence is not a confidence from 1 to 10
    error: in.yaml:8:59: "maybe" in done is neither yes nor no
    error: in.yaml cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}
