//! What `okr export markdown` and `okr export csv` wrote comes back into another store.

use insta::assert_snapshot;

use crate::world::World;

/// A store with all kinds of measures, fields and ends.
fn full() -> World {
    let world = World::worked();
    world.write(
        "okrs/2026-Q4/eng/calm.yaml",
        "title: \"Objective: sleep *through* the night\"\ndescription: |\n  Nobody wakes up.\n  - Not even @bo.\n\n  1. Nor ana.\nkind: committed\n\
         aligns_to: [acme/renewing.up, acme/renewing]\nweight: 2.5\ntags: [calm, q bets]\nkey_results:\n\
         \x20 - id: pages\n    title: \"Pages at night: fewer\"\n    metric: {from: 12, to: 2}\n    due: 2026-11-30\n    owner: bo\n\
         \x20   initiatives:\n      - {title: Mend the pager, link: https://example.com/1, done: true}\n      - {title: Talk to @bo}\n\
         \x20 - id: load\n    title: Load\n    metric: {at_least: 10, at_most: 20, worst: 5, unit: users}\n    weight: 0\n\
         \x20 - id: cold\n    title: Cold\n    metric: {from: -5, to: -18.5, unit: °C}\n\
         \x20 - id: phases\n    title: \"Phases\"\n    metric: {milestones: [{\"Phase 1: plan\": 1, due: 2026-10-31}, {beta: 2}, launch]}\n\
         \x20 - id: teams\n    title: Teams deliver\n    metric: aligned\n\
         \x20 - id: later\n    title: We know more\n    weight: 1\n",
    );
    world.write(
        "okrs/2026-Q4/eng/calm.history.yaml",
        "- {\"id\": \"b1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"bo\", \"event\": \"update\", \"kr\": \"cold\", \"value\": -7.25, \"note\": \"first\"}\n\
         - {\"id\": \"b2\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"bo\", \"event\": \"update\", \"kr\": \"phases\", \"value\": \"Phase 1: plan\"}\n\
         - {\"id\": \"b3\", \"at\": \"2026-10-21T09:00:00Z\", \"by\": \"bo\", \"event\": \"score\", \"kr\": \"cold\", \"score\": 70}\n\
         - {\"id\": \"b4\", \"at\": \"2026-10-21T09:00:00Z\", \"by\": \"bo\", \"event\": \"score\", \"score\": 1}\n",
    );
    world.write("okrs/2026-Q4/eng/calm-2.yaml", "title: \"Objective: sleep *through* the night\"\n");
    world.write(
        "okrs/2026-Q4/eng/calm-2.history.yaml",
        "- {\"id\": \"c1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"bo\", \"event\": \"complete\"}\n",
    );
    world.write("okrs/spring/cycle.yaml", "title: The first spring\nstart: 2027-02-10\nend: 2027-05-20\n");
    world.write(
        "okrs/spring/ops/second.yaml",
        "title: 开设第二间办公室\naligns_to: [2026-Q4/eng/calm.pages]\nkey_results:\n  - {id: lease, title: 租约, metric: done, due: 2027-03-01}\n",
    );
    world
}

/// The same company without an objective, in a folder of its own.
fn empty(world: &World) {
    let settings = world.read("okrs/okr.yaml");
    let org = world.read("okrs/org.yaml");
    world.write("empty/okr.yaml", &settings);
    world.write("empty/org.yaml", &org);
}

const DEFINITIONS: &str = "ref,objective,objective_description,objective_kind,objective_state,objective_weight,tags,aligns_to,key_result,owner,weight,due,metric,value_unit,baseline,target,at_least,at_most,worst,milestones,value,progress,initiatives,cycle_start,cycle_end";

#[test]
fn an_outline_comes_back_in_both_languages() {
    for language in ["en", "zh"] {
        let world = full();
        empty(&world);
        let before = world.out("export markdown --all");
        let definitions = world.out(&format!("export csv --all --columns {DEFINITIONS}"));
        let _ = world.okr(&format!("export markdown --all --lang {language} --output okrs.md"));
        let _ = world.out("import markdown okrs.md --strict --store empty");
        assert_eq!(world.out("export markdown --all --store empty"), before, "{language}");
        assert_eq!(
            world.out(&format!("export csv --all --columns {DEFINITIONS} --store empty")),
            definitions,
            "{language}"
        );
        assert_eq!(world.read("empty/spring/cycle.yaml"), world.read("okrs/spring/cycle.yaml"));
    }
}

#[test]
fn a_sheet_comes_back_with_what_was_said() {
    let world = full();
    empty(&world);
    let columns = format!("{DEFINITIONS},status,confidence,score,objective_score");
    let before = world.out(&format!("export csv --all --columns {columns}"));
    let _ = world.okr("export csv --all --output okrs.csv");
    assert_snapshot!(world.okr("import csv okrs.csv --strict --store empty"), @r"
    created cycle 2026-Q4
    created cycle spring
    created acme/renewing  Make renewing the obvious choice
    created eng/calm  Objective: sleep *through* the night
    created eng/calm-2  Objective: sleep *through* the night
    created ops/second  开设第二间办公室
    imported 4 objectives, 12 key results, 6 check-ins, 2 scores into 2026-Q4 and spring
    ");
    assert_eq!(world.out(&format!("export csv --all --columns {columns} --store empty")), before);
    assert_snapshot!(world.okr("log --store empty --cycle 2026-Q4"), @r"
    Activity · 2026-Q4 · 12 events

    WHEN          WHO  OBJECTIVE      WHAT                                                  EVENT
    Nov 15 12:00  ana  eng/calm       scored 1 · imported from okrs.csv                     f6hj0zt03w
    Nov 15 12:00  ana  eng/calm-2     completed · imported from okrs.csv                    nnp6jw2t8c
    Nov 15 12:00  ana  eng/calm-2     created                                               d55n4wc440
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3 · imported from  qza8e3jqhm
                                      okrs.csv
    Nov 10 09:00  ana  acme/renewing  updated up 99.45 % · imported from okrs.csv           s1c2bjkyp4
    Nov 10 09:00  ana  acme/renewing  updated churn 4.2 → 3.1 % · on track · imported from  xc9958vxhy
                                      okrs.csv
    Nov 10 09:00  ana  acme/renewing  updated nps 31 → 38 points · at risk · 5/10 · first   z029a62dr1
                                      survey (imported from okrs.csv)
    Nov 10 09:00  ana  acme/renewing  created                                               peeddb7y5h
    Oct 20 09:00  ana  eng/calm       scored cold 70 · imported from okrs.csv               51ks6s6k4c
    Oct 20 09:00  ana  eng/calm       updated phases 0 of 3 → Phase 1: plan, 1 of 3 ·       d7eqav9kr0
                                      imported from okrs.csv
    Oct 20 09:00  ana  eng/calm       updated cold −5.0 → −7.25 °C · first (imported from   sqmspgtqxt
                                      okrs.csv)
    Oct 20 09:00  ana  eng/calm       created                                               38pq4g0nnp
    ");
}

#[test]
fn what_is_there_already_is_known_by_its_name() {
    let world = full();
    let _ = world.okr("export markdown --output okrs.md");
    assert_snapshot!(world.okr("import markdown okrs.md"), @r#"
    ── stderr ──
    error: okrs.md:9: "Make renewing the obvious choice" is there already: 2026-Q4/acme/renewing; --skip-existing leaves that as it is
    error: okrs.md:25: "Objective: sleep *through* the night" is there already: 2026-Q4/eng/calm; --skip-existing leaves that as it is
    error: okrs.md:47: "Objective: sleep *through* the night" is there already: 2026-Q4/eng/calm-2; --skip-existing leaves that as it is
    error: okrs.md cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    let _ = world.okr("set eng/calm title Sleep");
    assert_snapshot!(world.okr("import markdown okrs.md --skip-existing"), @r"
    skipped acme/renewing  line 9
    skipped eng/calm  line 25
    skipped eng/calm-2  line 47
    imported nothing: all of okrs.md is there already
    ");
}

#[test]
fn what_was_added_by_hand_is_read_as_elsewhere() {
    let world = World::worked();
    let text = world.out("export markdown").replace(
        "- `nps`",
        "Owned by nobody.\n\n- Answers come within a day\n- Trust: 0 → 7 points @bo due 2026-11-30, now 3 points\n- `nps`",
    );
    world.write("okrs.md", &format!("{text}\n### Sell more\n\n- Deals from 3 to 5\n\n## Notes\n\n- Nothing.\n"));
    empty(&world);
    assert_snapshot!(world.okr("import markdown okrs.md --dry-run --store empty"), @r#"
    okrs.md · 2 objectives, 8 key results, 5 check-ins · into 2026-Q4 · nothing is changed

    new cycle 2026-Q4 (Oct 1 – Dec 31 2026)

    Make renewing the obvious choice  acme/renewing                                            line 9
    ├─ Answers come within a day      kr1             done or not                             line 17
    ├─ Trust                          kr2             0 → 7 points          3 points      bo  line 18
    ├─ NPS rises                      nps             31 → 50 points        38 points         line 19
    ├─ Churn falls                    churn           4.2 → 2.0 %           3.1 %             line 20
    ├─ Uptime is kept                 up              ≥ 99.9 %, worst 99    99.45 %           line 21
    ├─ Audit passed                   audit           done or not                             line 22
    └─ Launch                         launch          design, beta, launch  beta, 2 of 3      line 23

    Sell more                         acme/sell-more                                          line 25
    └─ Deals from 3 to 5              kr1             3 → 5                                   line 27
    ── stderr ──
    warning: okrs.md:29: not imported: "Notes" (a heading that names no cycle, owner or objective)
    warning: okrs.md:31: not imported: "Nothing." (it stands under no objective)
    "#);
    let sheet = world.out(
        "export csv --columns ref,cycle,objective_owner,objective,key_result,metric,value_unit,baseline,target,value",
    );
    let first = sheet.lines().take(2).collect::<Vec<_>>().join("\n");
    world.write("okrs.csv", &format!("{first}\n,2026-Q4,eng,Sell more,Deals,,,3,5,4\n,2026-Q4,eng,Sell more,Books are kept,,,,,\n2026-Q4/acme/renewing,2026-Q4,acme,Make renewing easy,Trust,done,,,,done\n"));
    assert_snapshot!(world.okr("import csv okrs.csv --dry-run --store empty"), @r#"
    okrs.csv · a file of okr · 2 objectives, 4 key results, 3 check-ins · into 2026-Q4
    nothing is changed

    new cycle 2026-Q4 (Oct 1 – Dec 31 2026)

    Make renewing the obvious choice  acme/renewing                             line 2
    ├─ NPS rises                      nps            31 → 50 points  38 points  line 2
    └─ Trust                          kr1            done or not     done       line 5

    Sell more                         eng/sell-more                             line 3
    ├─ Deals                          kr1            3 → 5           4          line 3
    └─ Books are kept                 kr2            done or not                line 4
    ── stderr ──
    warning: okrs.csv:5:4: not imported: "Make renewing easy" (there is no place for it)
    "#);
}

#[test]
fn what_does_not_fit_its_column_is_told_with_its_place() {
    let world = World::company();
    world.write(
        "okrs.csv",
        "ref,objective,key_result,metric,baseline,target,value,milestones,status,score,colour\n\
         2026-Q4/acme/a.x,A,X,change,1,,2,,,,red\n\
         acme/a.y,A,Y,done,,,maybe,,,,\n\
         2026-Q4/acme/a.z,A,Z,done,,,maybe,,soon,101,\n\
         2026-Q4/acme/a.w,A,W,milestones,,,beta,,,,\n\
         2026-Q4/acme/a.v,A,V,magic,,,,,,,\n\
         2026-Q4/acme/a.u,A,U,milestones,,,gamma,\"alpha, beta\",,,\n",
    );
    assert_snapshot!(world.okr("import csv okrs.csv"), @r#"
    ── stderr ──
    error: okrs.csv:2:4: "change" in metric is measured by numbers, and target has none
    error: okrs.csv:3:1: "acme/a.y" in ref: "acme/a.y" names no cycle
    error: okrs.csv:4:7: "maybe" in value: the key result is done or open
    error: okrs.csv:4:9: "soon" in status is no status: on-track, at-risk, off-track or done
    error: okrs.csv:4:10: "101" in score is not a score from 0 to 100, nor from 0.0 to 1.0
    error: okrs.csv:5:4: "milestones" in metric: it has no steps
    error: okrs.csv:6:4: "magic" in metric: "magic" is no measure
    error: okrs.csv:7:7: "gamma" in value: "gamma" is not one of its milestones: alpha, beta
    error: okrs.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    world.write("bare.csv", "ref,key_result\n2026-Q4/acme/a.x,X\n");
    assert_snapshot!(world.session(&["import csv bare.csv --preset okr", "import csv okrs.csv --preset okr --map title=objective"]), @r"
    $ okr import csv bare.csv --preset okr
    ── stderr ──
    error: bare.csv:1: okr export csv writes a column objective, and there is none
    hint: without --preset okr, columns of any name are read
    ── exit 2 ──

    $ okr import csv okrs.csv --preset okr --map title=objective
    ── stderr ──
    error: --preset okr knows what each column holds; it takes no --map
    hint: leave one of them out
    ── exit 2 ──
    ");
}

#[test]
fn the_plan_of_one_cycle_begins_the_next() {
    for (format, file) in [("markdown", "okrs.md"), ("csv", "okrs.csv")] {
        let world = full();
        let _ = world.okr(&format!("export {format} --output {file}"));
        let _ = world.out(&format!("import {format} {file} --cycle 2027-Q1"));
        let rows = "ref,due,aligns_to";
        let before = world.out(&format!("export csv --columns {rows}")).replace("2026-12-31", "2027-03-31");
        let after = world.out(&format!("export csv --cycle 2027-Q1 --columns {rows}"));
        assert_eq!(after, before.replace("2026-Q4/", "2027-Q1/"), "{format}");
    }
}
