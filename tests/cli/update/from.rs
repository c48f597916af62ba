//! `okr update --from`: many check-ins, all or none.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_csv_file_with_all_its_columns_is_taken() {
    let world = World::worked();
    world.write("in.csv", "\u{feff}ref,value,status,confidence,note,at\r\nrenewing.nps,40,at-risk,6,\"slow, but sure\",2026-11-12\r\nacme/renewing.churn,-1.5,,,,\r\n\r\nrenewing,,off-track,,whole,\r\nrenewing.launch,launch,,,,\r\n");
    assert_snapshot!(world.edit("update --from in.csv"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    updated acme/renewing.churn  3.1 → 1.6 % (−1.5)  118 % of 50 % expected, done
    updated acme/renewing
    updated acme/renewing.launch  beta, 2 of 3 → launch, 3 of 3  100 % of 50 % expected, done
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,6 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "rmw62fdvyv", "at": "2026-11-12T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40, "status": "at-risk", "confidence": 6, "note": "slow, but sure"}
    +- {"id": "kkm6b2txzn", "at": "2026-11-15T12:00:02.001Z", "by": "ana", "event": "update", "kr": "churn", "value": 1.6}
    +- {"id": "7jdwr6qrs1", "at": "2026-11-15T12:00:02.002Z", "by": "ana", "event": "update", "status": "off-track", "note": "whole"}
    +- {"id": "ga1p9j19x8", "at": "2026-11-15T12:00:02.003Z", "by": "ana", "event": "update", "kr": "launch", "value": "launch"}
    "#);
}

#[test]
fn json_lines_are_taken_from_standard_input() {
    let world = World::worked();
    let lines = "{\"ref\": \"renewing.nps\", \"value\": 40, \"confidence\": 6}\n\n{\"ref\": \"renewing.audit\", \"value\": true}\n{\"ref\": \"renewing.churn\", \"value\": -0.5, \"note\": \"负数\"}\n";
    assert_snapshot!(world.okr_reading("update --from -", lines), @"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    updated acme/renewing.audit  not yet → done  100 % of 50 % expected, done
    updated acme/renewing.churn  3.1 → −0.5 % (−3.6)  214 % of 50 % expected, done
    ");
    assert_snapshot!(world.okr("history renewing --format csv"), @"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-11-15T12:00:02Z,ana,churn,3.1,-0.5,-3.6,0.5,2.136364,,,负数,,,8n94qn5k0e
    2026-11-15T12:00:02Z,ana,audit,not yet,done,,0,1,,,,,,b7kj4fb7jw
    2026-11-15T12:00:02Z,ana,nps,38,40,2,0.368421,0.473684,,6,,,,vjgaq5ggsc
    2026-11-10T09:00:00Z,ana,launch,none,beta,,0,0.666667,,,,,,a6
    2026-11-10T09:00:00Z,bo,up,,99.45,,,0.5,,,,,,a5
    2026-11-10T09:00:00Z,bo,churn,4.2,3.1,-1.1,0,0.5,on-track,,,,,a4
    2026-11-10T09:00:00Z,ana,nps,34,38,4,0.157895,0.368421,at-risk,5,,,,a3
    2026-10-20T09:00:00Z,ana,nps,31,34,3,0,0.157895,on-track,7,first survey,,,a2
    ");
}

#[test]
fn one_wrong_row_and_none_is_taken_with_every_error_at_its_line() {
    let world = World::worked();
    world.write("in.csv", "ref,value,status,confidence,at\nrenewing.nps,40,,,\nrenewing.nsp,40,,,\nrenewign.nps,1,,,\nrenewing.nps,\"1,200\",,,\nrenewing.nps,many,,,\nrenewing.nps,41,great,,\nrenewing.nps,41,,12,\nrenewing.nps,41,,,2026-12-24\nrenewing,41,,,\n,41,,,\nrenewing.nps,,,,\n");
    assert_snapshot!(world.edit("update --from in.csv"), @r#"
    ── stderr ──
    error: in.csv:3: acme/renewing has no key result "nsp" (did you mean nps? It has nps, churn, up, audit and launch)
    error: in.csv:4: no objective in 2026-Q4 is called "renewign" (did you mean acme/renewing.nps?)
    error: in.csv:5: "1,200" could be 1200 or 1.2 (write 1200 or 1.2k; or 1.2)
    error: in.csv:6: "many" is not a number (acme/renewing.nps is measured so: 31 → 50 points)
    error: in.csv:7: a status is on-track, at-risk, off-track or done
    error: in.csv:8: confidence is a whole number from 1 to 10
    error: in.csv:9: --at 2026-12-24 is in the future (only what has happened can be written down)
    error: in.csv:10: renewing is an objective of several key results (write objective.kr)
    error: in.csv:11: "" names no objective (a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them)
    error: in.csv:12: it says nothing: no value, status, confidence or note
    error: 10 rows of 11 cannot be taken; none was
    ── exit 2 ──
    "#);
}

#[test]
fn json_that_is_none_is_named_by_its_line() {
    let world = World::worked();
    world.write("in.jsonl", "{\"ref\": \"renewing.nps\", \"value\": 40}\n{\"ref\": \"renewing.nps\", \"valeu\": 40}\n{\"ref\": \"renewing.nps\", \"value\":\n");
    assert_snapshot!(world.edit("update --from in.jsonl"), @r#"
    ── stderr ──
    error: in.jsonl:2: unknown field "valeu", expected one of "ref", "value", "status", "confidence", "note", "at", in column 31
    error: in.jsonl:3: EOF while parsing a value, in column 32
    error: 2 rows of 3 cannot be taken; none was
    ── exit 2 ──
    "#);
}

#[test]
fn files_that_are_no_check_ins_are_refused() {
    let world = World::worked();
    world.write("empty.csv", "");
    world.write("header.csv", "ref,value\n");
    world.write("other.csv", "name,value\nnps,3\n");
    world.write("typo.csv", "ref,valeu\nrenewing.nps,3\n");
    world.write("ragged.csv", "ref,value\nrenewing.nps,3,4\n");
    assert_snapshot!(world.session(&["update --from empty.csv", "update --from header.csv", "update --from other.csv", "update --from typo.csv", "update --from ragged.csv", "update --from missing.csv", "update --from okrs", "update renewing.nps --from other.csv", "update --from other.csv 3"]), @r#"
    $ okr update --from empty.csv
    ── stderr ──
    error: empty.csv:1: there is no column "ref"
    hint: columns: ref, value, status, confidence, note, at
    ── exit 2 ──

    $ okr update --from header.csv
    header.csv holds no check-ins; nothing was changed

    $ okr update --from other.csv
    ── stderr ──
    error: other.csv:1: unknown column "name"
    hint: columns: ref, value, status, confidence, note, at
    ── exit 2 ──

    $ okr update --from typo.csv
    ── stderr ──
    error: typo.csv:1: unknown column "valeu"
    hint: columns: ref, value, status, confidence, note, at
    ── exit 2 ──

    $ okr update --from ragged.csv
    ── stderr ──
    error: ragged.csv:2: it has 3 fields, and the header 2
    hint: put a text with commas in it into quotation marks
    ── exit 2 ──

    $ okr update --from missing.csv
    ── stderr ──
    error: missing.csv: No such file or directory (os error 2)
    ── exit 2 ──

    $ okr update --from okrs
    ── stderr ──
    error: okrs: Is a directory (os error 21)
    ── exit 2 ──

    $ okr update renewing.nps --from other.csv
    ── stderr ──
    error: the argument '[REF]' cannot be used with '--from <FILE>'

    Usage: okr update <REF> [VALUE]...

    For more information, try '--help'.
    ── exit 2 ──

    $ okr update --from other.csv 3
    ── stderr ──
    error: the argument '--from <FILE>' cannot be used with '[REF]'

    Usage: okr update --from <FILE> [REF] [VALUE]...

    For more information, try '--help'.
    ── exit 2 ──
    "#);
}

#[test]
fn what_the_command_says_stands_in_for_empty_fields() {
    let world = World::worked();
    world.write("in.csv", "ref,value,status\nrenewing.nps,40,\nrenewing.churn,3,off-track\n");
    assert_snapshot!(world.edit("update --from in.csv --status on-track --note weekly --at 2026-11-13"), @r#"
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk; said on track
    updated acme/renewing.churn  3.1 → 3.0 % (−0.1)  55 % of 50 % expected, on track; said off track
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,4 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "ca34m310qf", "at": "2026-11-13T12:00:02Z", "by": "ana", "event": "update", "kr": "nps", "value": 40, "status": "on-track", "note": "weekly"}
    +- {"id": "fh2a7vvrs6", "at": "2026-11-13T12:00:02.001Z", "by": "ana", "event": "update", "kr": "churn", "value": 3, "status": "off-track", "note": "weekly"}
    "#);
}

#[test]
fn rows_of_several_objectives_are_all_or_none_too() {
    let world = World::worked();
    let _ = world.okr(r#"create Tickets --slug tickets --kr "First answer: 30 -> 8 hours""#);
    world.write("in.csv", "ref,value\ntickets,20\nrenewing.nps,nonsense\n");
    assert_snapshot!(world.edit("update --from in.csv"), @r#"
    ── stderr ──
    error: in.csv:3: "nonsense" is not a number (acme/renewing.nps is measured so: 31 → 50 points)
    error: 1 row of 2 cannot be taken; none was
    ── exit 2 ──
    "#);
    world.write("in.csv", "ref,value\ntickets,20\nrenewing.nps,39\ntickets,18\n");
    assert_snapshot!(world.edit("update --from in.csv"), @r#"
    updated acme/renewing.nps  38 → 39 points (+1)  42 % of 50 % expected, at risk
    updated ana/tickets.kr1  30 → 20 hours (−10)
    updated ana/tickets.kr1  20 → 18 hours (−2)  55 % of 50 % expected, on track
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -5,2 +5,3 @@
     - {"id": "a5", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "up", "value": 99.45}
     - {"id": "a6", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "launch", "value": "beta"}
    +- {"id": "p4nxnvpp5f", "at": "2026-11-15T12:00:04.001Z", "by": "ana", "event": "update", "kr": "nps", "value": 39}
    --- 2026-Q4/ana/tickets.history.yaml
    +++ 2026-Q4/ana/tickets.history.yaml
    @@ -1 +1,3 @@
     - {"id": "37fyv9mxc8", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    +- {"id": "zf3a29p8sh", "at": "2026-11-15T12:00:04Z", "by": "ana", "event": "update", "kr": "kr1", "value": 20}
    +- {"id": "r5esw00yt9", "at": "2026-11-15T12:00:04.002Z", "by": "ana", "event": "update", "kr": "kr1", "value": 18}
    "#);
}
