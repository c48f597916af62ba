//! `okr review`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_review_is_recorded_and_stands_on_the_next_sheet() {
    let world = World::worked();
    assert_snapshot!(world.edit("review renewing --went-well 'two teams renewed' --stuck 'the audit' --next 'bo takes the audit'"), @r#"
    reviewed acme/renewing  in the middle of the cycle
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "55r3y5n0ka", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "review", "phase": "mid", "went_well": "two teams renewed", "stuck": "the audit", "next": "bo takes the audit"}
    "#);
    let _ = world.on("2026-12-20").okr("review renewing --next 'write it down'");
    assert_snapshot!(world.okr("report review --format csv"), @"
    ref,objective,title,owner,progress,expected,pace,status,confidence,confidences,stale_days,note,last_review,last_next
    2026-Q4/acme/renewing.nps,Make renewing the obvious choice,NPS rises,acme,0.368421,0.880435,off-track,at-risk,5,7 5,40,first survey,2026-12-20T12:00:03Z,write it down
    2026-Q4/acme/renewing.churn,Make renewing the obvious choice,Churn falls,acme,0.5,0.880435,off-track,on-track,,,40,,2026-12-20T12:00:03Z,write it down
    2026-Q4/acme/renewing.up,Make renewing the obvious choice,Uptime is kept,acme,0.5,1,off-track,,,,40,,2026-12-20T12:00:03Z,write it down
    2026-Q4/acme/renewing.audit,Make renewing the obvious choice,Audit passed,acme,0,0.880435,off-track,,,,81,,2026-12-20T12:00:03Z,write it down
    2026-Q4/acme/renewing.launch,Make renewing the obvious choice,Launch,acme,0.666667,0.880435,at-risk,,,,40,,2026-12-20T12:00:03Z,write it down
    ");
    assert_eq!(world.stdout("review"), world.stdout("report review"));
    assert_snapshot!(world.okr("log --event review"), @"
    Activity · 2026-Q4 · 2 events

    WHEN          WHO  OBJECTIVE      WHAT                                                  EVENT
    Dec 20 12:00  ana  acme/renewing  reviewed · end; next: write it down                   yrq4hjgrrd
    Nov 15 12:00  ana  acme/renewing  reviewed · mid; went well: two teams renewed; stuck:  55r3y5n0ka
                                      the audit; next: bo takes the audit
    ");
}

#[test]
fn nobody_to_ask_and_nothing_said() {
    let world = World::worked();
    assert_snapshot!(world.session(&[
        "review renewing",
        "review renewing --next ' '",
        "review renewing.nps --next x",
        "review --next x",
        "review renewing --mid --end --next x",
    ]), @r#"
    $ okr review renewing
    ── stderr ──
    error: what is to be said?
    hint: --went-well TEXT, --stuck TEXT, --next TEXT
    ── exit 2 ──

    $ okr review renewing --next ' '
    ── stderr ──
    error: what is said under "Next" is empty
    ── exit 2 ──

    $ okr review renewing.nps --next x
    ── stderr ──
    error: "renewing.nps" names a key result
    hint: the objective is acme/renewing; without .nps
    ── exit 2 ──

    $ okr review --next x
    ── stderr ──
    error: the following required arguments were not provided:
      <REF>

    Usage: okr review --next <TEXT> <REF>

    For more information, try '--help'.
    ── exit 2 ──

    $ okr review renewing --mid --end --next x
    ── stderr ──
    error: the argument '--mid' cannot be used with '--end'

    Usage: okr review --mid --next <TEXT> <REF>

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}

#[test]
#[cfg(unix)]
fn an_editor_is_opened_on_a_sheet_with_the_state_of_things() {
    let world = World::worked();
    world.write(
        "my editor.sh",
        "cp \"$2\" sheet.md\nprintf '## Went well\\n\\nthe offer\\nis out\\n\\n## Stuck\\n\\n## Next\\nsurvey\\n<!-- x -->\\n' > \"$2\"\n",
    );
    world.env("VISUAL", "sh 'my editor.sh' --wait").env("EDITOR", "false");
    assert_snapshot!(world.at_terminal("review acme/renewing").end(), @"reviewed acme/renewing  in the middle of the cycle");
    assert_snapshot!(world.read("sheet.md"), @"
    ## Went well


    ## Stuck


    ## Next


    <!--
    The mid review of 2026-Q4/acme/renewing: Make renewing the obvious choice
    What stands below a heading is recorded; a heading with nothing below it is left out.

    nps: NPS rises; 38 of 50 points, 37 % of 50 % expected, off track; said at risk
        first survey
    churn: Churn falls; 3.1 of 2.0 %, 50 % of 50 % expected, on track
    up: Uptime is kept; 99.45 of ≥ 99.9 %, 50 % of 100 % expected, off track
    audit: Audit passed; not yet, 0 % of 50 % expected, off track
    launch: Launch; beta, 2 of 3, 67 % of 50 % expected, on track
    -->
    ");
    let history = world.read("okrs/2026-Q4/acme/renewing.history.yaml");
    assert_snapshot!(history.lines().last().unwrap(), @r#"- {"id": "f649y207pc", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "review", "phase": "mid", "went_well": "the offer\nis out", "next": "survey"}"#);

    world.write("my editor.sh", "printf '## Went well\\n' > \"$2\"\n");
    assert_snapshot!(world.at_terminal("review acme/renewing").end(), @"note: nothing was written, so nothing was recorded");
    world.env("VISUAL", "false");
    assert_snapshot!(world.at_terminal("review acme/renewing").end(), @r#"
    error: the editor "false" failed (exit status: 1); nothing was recorded
    hint: $VISUAL or $EDITOR names it
    ── exit 2 ──
    "#);
    assert_eq!(world.read("okrs/2026-Q4/acme/renewing.history.yaml"), history);
}
