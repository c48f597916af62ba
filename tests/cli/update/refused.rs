//! What is not taken, and why.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_comma_that_could_mean_two_things_is_refused_with_both_readings() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps 1,200", "update renewing.nps 1,200,300", "update renewing.nps 1,250", "update renewing.nps +1,200", "update renewing.nps 1.200,5", "update renewing nps=1,200"]), @r#"
    $ okr update renewing.nps 1,200
    ── stderr ──
    error: "1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──

    $ okr update renewing.nps 1,200,300
    ── stderr ──
    error: "1,200,300" has a comma in it
    hint: write 1200300
    ── exit 2 ──

    $ okr update renewing.nps 1,250
    ── stderr ──
    error: "1,250" could be 1250 or 1.25
    hint: write 1250; or 1.25
    ── exit 2 ──

    $ okr update renewing.nps +1,200
    ── stderr ──
    error: "+1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──

    $ okr update renewing.nps 1.200,5
    ── stderr ──
    error: "1.200,5" has a comma in it
    hint: write 1200.5
    ── exit 2 ──

    $ okr update renewing nps=1,200
    ── stderr ──
    error: "1,200" could be 1200 or 1.2
    hint: write 1200 or 1.2k; or 1.2
    ── exit 2 ──
    "#);
}

#[test]
fn values_that_fit_no_metric_are_refused_with_the_metric() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps 42%", "update renewing.nps many", "update renewing.audit maybe", "update renewing.launch alpha", r#"update renewing.nps """#, "update renewing.nps 1e400", "update renewing.nps NaN", "update renewing.nps 99999999999999999999999999999999", "update renewing.up +1 2", "update renewing.audit +1"]), @r#"
    $ okr update renewing.nps 42%
    ── stderr ──
    error: "42%" says "%", and the key result is measured in points
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.nps many
    ── stderr ──
    error: "many" is not a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.audit maybe
    ── stderr ──
    error: the key result is done or open
    hint: acme/renewing.audit is measured so: done or not
    ── exit 2 ──

    $ okr update renewing.launch alpha
    ── stderr ──
    error: "alpha" is not one of its milestones: design, beta, launch
    hint: acme/renewing.launch is measured so: design, beta, launch
    ── exit 2 ──

    $ okr update renewing.nps ""
    ── stderr ──
    error: "" is not a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.nps 1e400
    ── stderr ──
    error: "1e400" has an exponent: write the number out
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.nps NaN
    ── stderr ──
    error: "NaN" is not a number
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.nps 99999999999999999999999999999999
    ── stderr ──
    error: "99999999999999999999999999999999": it has more than 15 digits
    hint: acme/renewing.nps is measured so: 31 → 50 points
    ── exit 2 ──

    $ okr update renewing.up +1 2
    ── stderr ──
    error: one key result takes one value
    hint: several: okr update OBJECTIVE nps=38 churn=3.1
    ── exit 2 ──

    $ okr update renewing.audit +1
    ── stderr ──
    error: the key result is done or open
    hint: acme/renewing.audit is measured so: done or not
    ── exit 2 ──
    "#);
}

#[test]
fn a_change_of_nothing_is_refused_where_there_was_no_value() {
    let world = World::company();
    let _ = world.okr(r#"create Up --slug up --kr "Uptime: >= 99.9 %""#);
    assert_snapshot!(world.session(&["update up +1", "update up 99", "update up +1"]), @r#"
    $ okr update up +1
    ── stderr ──
    error: there is no value yet that "+1" could change
    hint: give the value itself first
    ── exit 2 ──

    $ okr update up 99
    updated ana/up.kr1  – → 99.0 %  0 % of 100 % expected, off track

    $ okr update up +1
    updated ana/up.kr1  99.0 → 100.0 % (+1)  100 % of 100 % expected, on track
    "#);
}

#[test]
fn bad_statuses_and_confidences_are_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&["update renewing.nps --status great", "update renewing.nps --confidence 11", "update renewing.nps --confidence 0", r#"update renewing.nps --note "  ""#, "update renewing.nps"]), @r#"
    $ okr update renewing.nps --status great
    ── stderr ──
    error: invalid value 'great' for '--status <STATUS>': a status is on-track, at-risk, off-track or done

    For more information, try '--help'.
    ── exit 2 ──

    $ okr update renewing.nps --confidence 11
    ── stderr ──
    error: invalid value '11' for '--confidence <1-10>': confidence is a whole number from 1 to 10

    For more information, try '--help'.
    ── exit 2 ──

    $ okr update renewing.nps --confidence 0
    ── stderr ──
    error: invalid value '0' for '--confidence <1-10>': confidence is a whole number from 1 to 10

    For more information, try '--help'.
    ── exit 2 ──

    $ okr update renewing.nps --note "  "
    ── stderr ──
    error: --note is empty
    ── exit 2 ──

    $ okr update renewing.nps
    ── stderr ──
    error: what is the value?
    hint: okr update renewing.nps VALUE, or --status, --confidence, --note
    ── exit 2 ──
    "#);
}

#[test]
fn a_finished_objective_takes_no_check_ins() {
    let world = World::worked();
    let history = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    world.write(
        "okrs/2026-Q4/acme/renewing.history.yaml",
        &(history + "- {\"id\": \"b1\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"abandon\"}\n"),
    );
    assert_snapshot!(world.session(&["update renewing.nps 40"]), @"
    $ okr update renewing.nps 40
    ── stderr ──
    error: acme/renewing is abandoned
    hint: okr reopen acme/renewing opens it again
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr_reading("update --from -", "ref,value\nrenewing.nps,40\n"), @"
    ── stderr ──
    error: standard input:2: acme/renewing is abandoned (okr reopen acme/renewing opens it again)
    error: 1 row of 1 cannot be taken; none was
    ── exit 2 ──
    ");
}

#[test]
fn what_is_measured_by_alignment_or_not_at_all_takes_no_value() {
    let world = World::company();
    world.write("okrs/2026-Q4/acme/top.yaml", "title: Top\nkey_results:\n  - {id: teams, title: Teams deliver, metric: aligned}\n  - {id: vague, title: Be better}\n");
    assert_snapshot!(world.session(&["update top.teams 5", "update top.vague 5", r#"update top.vague --note "still vague""#, "update top.teams --confidence 5"]), @r#"
    $ okr update top.teams 5
    ── stderr ──
    error: its progress is computed from what aligns to it
    hint: acme/top.teams is measured so: by what aligns to it
    ── exit 2 ──

    $ okr update top.vague 5
    ── stderr ──
    error: acme/top.vague has no measure, so it takes no value
    hint: okr kr edit acme/top.vague --metric "FROM -> TO UNIT"
    ── exit 2 ──

    $ okr update top.vague --note "still vague"
    updated acme/top.vague

    $ okr update top.teams --confidence 5
    updated acme/top.teams
    "#);
}

#[test]
fn a_note_far_too_long_is_refused() {
    let world = World::worked();
    let note = "x".repeat(20_001);
    assert_snapshot!(world.okr(&format!("update renewing.nps 40 --note {note}")), @"
    ── stderr ──
    error: --note has 20001 characters; 20000 are the most
    hint: put it into a document and link to that
    ── exit 2 ──
    ");
}

#[test]
fn settings_that_cannot_be_read_stop_every_write() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\nhistroy: per-author\n");
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    ── stderr ──
    error: okrs/okr.yaml:2:1: unknown key "histroy", not a key of the settings; known: version, cadence, time_zone, fiscal_year_start, stale_after, rollup, pace, scoring, history, checks, lang
      2 | histroy: per-author
        | ^^^^^^^
    hint: did you mean history? Defaults stand in until then.
    error: the store's settings or organisation cannot be read; nothing was changed
    hint: mend the file first
    ── exit 3 ──
    "#);
}
