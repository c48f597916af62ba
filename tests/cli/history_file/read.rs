//! What is read, and what is said of the rest.

use insta::assert_snapshot;

use super::HISTORY;
use crate::world::World;

#[test]
fn items_written_by_hand_count_flow_or_block() {
    let world = World::worked();
    world.write(HISTORY, "# by hand\n- {id: h1, at: 2026-10-10, by: ana, event: update, kr: nps, value: 33}\n\n- id: h2\n  at: 2026-10-20 09:00\n  by: bo\n  kr: nps\n  value: 36   # no event: an update\n  note: |\n    two\n    lines\n- at: 2026-11-01T09:00:00+08:00\n  by: 梅兰\n  event: comment\n  text: \"好\"\n");
    assert_snapshot!(world.session(&["history renewing.nps", "log renewing"]), @"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  NOTE        EVENT
    Oct 20 09:00  bo       33     36  +3      11 → 26 %  two⏎lines⏎  h2
    Oct 10 00:00  ana      31     33  +2       0 → 11 %  –           h1

    $ okr log renewing
    Activity · 2026-Q4 · 3 events

    WHEN          WHO   OBJECTIVE      WHAT                                     EVENT
    Nov  1 01:00  梅兰  acme/renewing  commented: 好                            x8j632wmac
    Oct 20 09:00  bo    acme/renewing  updated nps 33 → 36 points · two⏎lines⏎  h2
    Oct 10 00:00  ana   acme/renewing  updated nps 31 → 33 points               h1
    ");
    assert_snapshot!(world.edit("update renewing.nps +2"), @r#"
    updated acme/renewing.nps  36 → 38 points (+2)  37 % of 50 % expected, off track
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -14,2 +14,3 @@
       event: comment
       text: "好"
    +- {"id": "2kvn9s1w1c", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "nps", "value": 38}
    "#);
}

#[test]
fn one_id_with_two_contents_is_reported_and_neither_counts() {
    let world = World::worked();
    let text = world.read(HISTORY);
    world.write(HISTORY, &(text.clone() + &text.lines().nth(2).unwrap().replace("38", "48") + "\n"));
    assert_snapshot!(world.session(&["history renewing.nps", "update renewing.nps 40"]), @r#"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Oct 20 09:00  ana      31     34  +3      0 → 16 %  on track  7     first survey  a2
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:3:1: two events share the id a3 and say different things
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: two events share the id a3 and say different things
      7 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    ── exit 3 ──

    $ okr update renewing.nps 40
    updated acme/renewing.nps  34 → 40 points (+6)  47 % of 50 % expected, at risk; said on track
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:3:1: two events share the id a3 and say different things
      3 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: two events share the id a3 and say different things
      7 | - {"id": "a3", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: a past line was edited and merged with the old one; remove the wrong one, and correct values with okr retract. The event does not count until then.
    "#);
}

#[test]
fn the_same_line_twice_is_one_event() {
    let world = World::worked();
    let text = world.read(HISTORY);
    let before = world.okr("history renewing --format csv");
    world.write(HISTORY, &format!("{text}{text}"));
    assert_eq!(world.okr("history renewing --format csv"), before);
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_blank_lines_are_read() {
    let world = World::worked();
    let text = world.read(HISTORY);
    let before = world.okr("history renewing --format csv");
    world.write(HISTORY, &format!("\u{feff}{}", text.replace('\n', "\r\n\r\n")));
    assert_eq!(world.okr("history renewing --format csv"), before);
    assert_snapshot!(world.edit("update renewing.nps 40"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -11,2 +11,3 @@
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}␍
     ␍
    +- {"id": "m3y5297qpn", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
    "#);
}

#[test]
fn damaged_events_are_named_and_hide_no_others() {
    let world = World::worked();
    let text = world.read(HISTORY);
    world.write(HISTORY, &(text + "- {\"id\": \"d1\", \"at\": \"yesterday\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 40}\n- {\"id\": \"d2\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"updaet\"}\n- {\"id\": \"d3\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": \"many\"}\n- {\"id\": \"d4\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"gone\", \"value\": 4}\n- {\"id\": \"d5\", \"at\": \"2026-11-12T09:00:00Z\", \"event\": \"comment\", \"text\": \"who\"}\n- {\"id\": \"d6\", \"at\": \"2026-11-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"confidence\": 11}\n- just text\n- {\"id\": \"d7\", \"at\": \"2026-11-13T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 40}\n"));
    assert_snapshot!(world.session(&["history renewing.nps"]), @r#"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 13 09:00  ana      38     40  +2      37 → 47 %  –                   –      –             d7
    Nov 12 09:00  ana      38      –  –               –  –                   –      –             d3
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:7:1: at: "yesterday" is no moment; write 2026-10-12T09:00:00Z
      7 | - {"id": "d1", "at": "yesterday", "by": "ana", "event": "update", "kr": "nps", "value": 40}
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: correct the value. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:8:1: event: "updaet" is no event that this okr knows
      8 | - {"id": "d2", "at": "2026-11-12T09:00:00Z", "by": "ana", "event": "updaet"}
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: correct the value. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:11:1: an event needs "by"
      11 | - {"id": "d5", "at": "2026-11-12T09:00:00Z", "event": "comment", "text": "who"}
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: add a line with by: … The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:12:1: confidence: confidence is a whole number from 1 to 10
      12 | - {"id": "d6", "at": "2026-11-12T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "confi
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: correct the value. The event does not count until then.
    error: okrs/2026-Q4/acme/renewing.history.yaml:13:1: the text "just text" stands where an event: a mapping with id, at, by and event belongs
      13 | - just text
         | ^^^^^^^^^^^
    hint: correct the line. The event does not count until then.
    warning: okrs/2026-Q4/acme/renewing.history.yaml:9:1: the value many does not count: the key result is measured by a number
      9 | - {"id": "d3", "at": "2026-11-12T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: take it back with okr retract, and check in again.
    warning: okrs/2026-Q4/acme/renewing.history.yaml:10:1: there is no key result "gone", so this check-in does not count
      10 | - {"id": "d4", "at": "2026-11-12T09:00:00Z", "by": "ana", "event": "update", "kr": "gone", "valu
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: correct the id, or take the check-in back with okr retract.
    ── exit 3 ──
    "#);
}

#[test]
fn an_indented_list_names_its_true_lines() {
    let world = World::worked();
    world.write(HISTORY, "# indented\n\n  - {id: i1, at: 2026-10-10, by: ana, kr: nps, value: 33}\n  - id: i2\n    at: never\n    by: ana\n    kr: nps\n    value: 34\n");
    assert_snapshot!(world.session(&["history renewing.nps"]), @r#"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  PROGRESS  NOTE  EVENT
    Oct 10 00:00  ana      31     33  +2      0 → 11 %  –     i1
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:4:1: at: "never" is no moment; write 2026-10-12T09:00:00Z
      4 |   - id: i2
        | ^^^^^^^^^^
    hint: correct the value. The event does not count until then.
    ── exit 3 ──
    "#);
}

#[test]
fn glued_events_are_named() {
    let world = World::worked();
    let text = world.read(HISTORY).replacen("}\n- {\"id\": \"a3\"", "}- {\"id\": \"a3\"", 1);
    world.write(HISTORY, &text);
    assert_snapshot!(world.session(&["history renewing.nps"]), @r#"
    $ okr history renewing.nps
    NPS rises · acme/renewing.nps · 31 → 50 points

    No check-in yet. The first one: okr update acme/renewing.nps …
    ── stderr ──
    error: okrs/2026-Q4/acme/renewing.history.yaml:2:1: two events stand on one line: the line's end was lost between them
      2 | - {"id": "a2", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: begin a new line before the second "- {". The event does not count until then.
    ── exit 3 ──
    "#);
}
