//! `okr export json`.

use crate::world::World;

#[test]
fn a_line_a_file_with_its_data_and_where_it_takes_that_its_text() {
    let world = World::worked();
    insta::assert_snapshot!(world.okr("export json"), @r##"
{"okr": "store", "version": 1, "files": [
{"path": "okr.yaml", "data": {"version": 1}, "yaml": "# yaml-language-server: $schema=.schemas/settings.json\n# The settings of this store. Every line can be left out; these are the defaults.\nversion: 1\n# cadence: quarter           # how long your cycles are: quarter or month\n# time_zone: UTC             # whose days count: Europe/Lisbon, Asia/Shanghai, …\n# fiscal_year_start: 1       # the month in which your year begins\n# stale_after: 14            # days without a check-in before a key result is called stale\n# rollup: key-results        # or blended: what aligns to an objective counts in its progress too\n# pace: {on_track: 0.95, at_risk: 0.75, quiet: 0.1}\n# history: per-objective     # or per-author: one history file a person, for hosts whose merge button conflicts\n"},
{"path": "org.yaml", "data": {"company": "acme", "units": {"acme": {"name": "Acme Inc."}, "eng": {"name": "Engineering", "parent": "acme", "lead": "ana"}, "ops": {"name": "客户成功部", "parent": "acme", "lead": "mei"}}, "people": {"ana": {"name": "Ana Lima", "unit": "eng", "email": "ana@acme.example"}, "bo": {"name": "Bo Chen", "unit": "eng", "email": "bo@acme.example"}, "mei": {"name": "梅兰", "unit": "ops", "email": "mei@acme.example"}}}},
{"path": "2026-Q4/cycle.yaml", "data": {"start": "2026-10-01", "end": "2026-12-31"}},
{"path": "2026-Q4/acme/renewing.yaml", "data": {"title": "Make renewing the obvious choice", "description": "Renewals pay for everything else.\n", "key_results": [{"id": "nps", "title": "NPS rises", "metric": {"from": 31, "to": 50, "unit": "points"}, "weight": 2}, {"id": "churn", "title": "Churn falls", "metric": {"from": 4.2, "to": 2.0, "unit": "%"}}, {"id": "up", "title": "Uptime is kept", "metric": {"at_least": 99.9, "worst": 99, "unit": "%"}}, {"id": "audit", "title": "Audit passed", "metric": "done"}, {"id": "launch", "title": "Launch", "metric": {"milestones": ["design", "beta", "launch"]}}]}, "yaml": "# comments are kept\ntitle: Make renewing the obvious choice\ndescription: |\n  Renewals pay for everything else.\nkey_results:\n  - id: nps\n    title: NPS rises\n    metric: {from: 31, to: 50, unit: points}\n    weight: 2\n  - id: churn\n    title: Churn falls\n    metric: {from: 4.2, to: 2.0, unit: \"%\"}\n  - id: up\n    title: Uptime is kept\n    metric: {at_least: 99.9, worst: 99, unit: \"%\"}\n  - id: audit\n    title: Audit passed\n    metric: done\n  - id: launch\n    title: Launch\n    metric: {milestones: [design, beta, launch]}\n"},
{"path": "2026-Q4/acme/renewing.history.yaml", "events": [{"id": "a1", "at": "2026-10-01T09:00:00Z", "by": "ana", "event": "create"}, {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34, "status": "on-track", "confidence": 7, "note": "first survey"}, {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38, "status": "at-risk", "confidence": 5}, {"id": "a4", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "churn", "value": 3.1, "status": "on-track"}, {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}, {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}]}
]}
"##);
}

#[test]
fn one_cycle_has_its_settings_and_organisation_with_it() {
    let world = World::worked();
    let _ = world.okr("cycle new 2027-Q1");
    let paths = |line: &str| {
        let document: serde_json::Value = serde_json::from_str(&world.out(line)).unwrap();
        document["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["path"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths("export json --cycle 2027-Q1"), ["okr.yaml", "org.yaml", "2027-Q1/cycle.yaml"]);
    assert_eq!(paths("export json").len(), 6);
}

#[test]
fn a_damaged_store_is_not_given_away() {
    let world = World::worked();
    world.write("okrs/2026-Q4/acme/renewing.yaml", "title: A\ncolour: red\n");
    insta::assert_snapshot!(world.okr("export json"), @r#"
── stderr ──
error: okrs/2026-Q4/acme/renewing.yaml:2:1: unknown key "colour", not a key of an objective; known: title, description, kind, aligns_to, weight, tags, key_results
  2 | colour: red
    | ^^^^^^
hint: remove the line. The objective is not shown until then.
error: the store is damaged; nothing was exported
hint: okr check shows all that is to be mended
── exit 3 ──
"#);
    let _ = world.okr("export json --output store.json");
    assert!(!world.path("store.json").exists());
}
