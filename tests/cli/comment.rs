//! `okr comment`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_comment_mentions_people_and_unknown_ones_are_warned_about() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"comment renewing "@bo can we ask support? cc @mei, @zoe. (mail x@acme.example)""#), @r#"
    commented on acme/renewing
    ── stderr ──
    warning: org.yaml does not know @zoe
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "jxrd1e7j2m", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "comment", "text": "@bo can we ask support? cc @mei, @zoe. (mail x@acme.example)"}
    "#);
    assert_snapshot!(world.session(&["log renewing"]), @"
    $ okr log renewing
    Activity · 2026-Q4 · 7 events

    WHEN          WHO  OBJECTIVE      WHAT                                                  EVENT
    Nov 15 12:00  ana  acme/renewing  commented: @bo can we ask support? cc @mei, @zoe.     jxrd1e7j2m
                                      (mail x@acme.example)
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                  a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                    a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                  a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10           a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first  a2
                                      survey
    Oct  1 09:00  ana  acme/renewing  created                                               a1
    ");
}

#[test]
fn a_comment_can_have_been_said_earlier_but_not_later() {
    let world = World::worked();
    assert_snapshot!(world.edit(r#"comment renewing "looks bad" --at 2026-11-01"#), @r#"
    commented on acme/renewing
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "nwk1w3t5a3", "at": "2026-11-01T12:00:02Z", "by": "ana", "event": "comment", "text": "looks bad"}
    "#);
    assert_snapshot!(world.session(&["comment renewing x --at 2026-12-01"]), @"
    $ okr comment renewing x --at 2026-12-01
    ── stderr ──
    error: --at 2026-12-01 is in the future
    hint: only what has happened can be written down
    ── exit 2 ──
    ");
}

#[test]
fn what_a_terminal_would_obey_is_written_escaped_and_never_shown_raw() {
    let world = World::worked();
    assert_snapshot!(world.edit("comment renewing \"a\u{1b}[31mred\u{202e}evil\u{7}\nnext: 中文 🎉\""), @r#"
    commented on acme/renewing
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "jn9fd70rxn", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "comment", "text": "a\u001b[31mred\u202eevil\u0007\nnext: 中文 🎉"}
    "#);
    assert_snapshot!(world.session(&["log renewing"]), @r"
    $ okr log renewing
    Activity · 2026-Q4 · 7 events

    WHEN          WHO  OBJECTIVE      WHAT                                                   EVENT
    Nov 15 12:00  ana  acme/renewing  commented: a\u{1b}[31mred\u{202e}evil\u{7}⏎next: 中文  jn9fd70rxn
                                      🎉
    Nov 10 09:00  ana  acme/renewing  updated launch 0 of 3 → beta, 2 of 3                   a6
    Nov 10 09:00  bo   acme/renewing  updated up 99.45 %                                     a5
    Nov 10 09:00  bo   acme/renewing  updated churn 4.2 → 3.1 % · on track                   a4
    Nov 10 09:00  ana  acme/renewing  updated nps 34 → 38 points · at risk · 5/10            a3
    Oct 20 09:00  ana  acme/renewing  updated nps 31 → 34 points · on track · 7/10 · first   a2
                                      survey
    Oct  1 09:00  ana  acme/renewing  created                                                a1
    ");
}

#[test]
fn nothing_said_is_refused() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"comment renewing """#, r#"comment renewing "   ""#, "comment renewing", "comment renewign hi"]), @r#"
    $ okr comment renewing ""
    ── stderr ──
    error: the comment is empty
    ── exit 2 ──

    $ okr comment renewing "   "
    ── stderr ──
    error: the comment is empty
    ── exit 2 ──

    $ okr comment renewing
    ── stderr ──
    error: the following required arguments were not provided:
      <TEXT>

    Usage: okr comment <REF> <TEXT>

    For more information, try '--help'.
    ── exit 2 ──

    $ okr comment renewign hi
    ── stderr ──
    error: no objective in 2026-Q4 is called "renewign"
    hint: did you mean acme/renewing?
    ── exit 2 ──
    "#);
}

#[test]
fn the_first_event_of_a_hand_written_objective_makes_its_history() {
    let world = World::company();
    world.write("okrs/2026-Q4/eng/portal.yaml", "title: Portal\n");
    assert_snapshot!(world.edit(r#"comment portal "begun""#), @r#"
    commented on eng/portal
    --- (none)
    +++ 2026-Q4/eng/portal.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "gc67xzj6k8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "comment", "text": "begun"}
    "#);
}
