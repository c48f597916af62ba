//! What an import refuses, and that it then changes nothing.

use insta::assert_snapshot;

use super::with;
use crate::world::World;

#[test]
fn every_cell_that_does_not_fit_is_told_and_nothing_is_changed() {
    let world = World::company();
    world.write(
        "in.csv",
        "Objective,Key Result,Start,Target,Current,Progress,Score,Weight,Due,Confidence\nGrow,Staff,5,5,,,,,,\nGrow,Doors,\"1,200\",many,abc,110 points,7.5.1,-1,31/12/2026,11\nGrow,Shops,1 km,2 miles,,,1,,,\nGrow,Too many,1,2,,,,,,,,\n",
    );
    assert_snapshot!(world.edit("import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:2: "Staff": start and target are both 5: there is nothing to change
    error: in.csv:3:3: "1,200" in Start could be 1200 or 1.2; write it without a comma
    error: in.csv:3:4: "many" in Target is not a number
    error: in.csv:3:5: "abc" in Current is not a number
    error: in.csv:3:6: "110 points" in Progress is not a percentage
    error: in.csv:3:7: "7.5.1" in Score: it is not a number
    error: in.csv:3:8: "-1" in Weight is not a weight from 0 to 1000
    error: in.csv:3:9: "31/12/2026" in Due is not a day; write it as 2026-11-30
    error: in.csv:3:10: "11" in Confidence is not a confidence from 1 to 10
    error: in.csv:4:4: "2 miles" in Target is in "miles", and another number of the key result in "km"
    error: in.csv:4:7: "1" in Score could be 1 of 100 or all of it; write 1 % or 1.0
    error: in.csv:5: the row has 12 fields, and the header 10; put a text with commas in it into quotation marks
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn the_same_file_twice_doubles_nothing() {
    let world = with("bold.md");
    let _ = world.okr("import markdown bold.md");
    world.write("more.md", &format!("{}\n**One more**\n\n- Shops from 1 to 2\n", super::fixture("bold.md")));
    assert_snapshot!(world.edit("import markdown bold.md"), @r#"
    ── stderr ──
    error: bold.md:5: "Renewing is the obvious choice" is there already: 2026-Q4/ana/renewing-obvious-choice; --skip-existing leaves that as it is
    error: bold.md:14: "Nobody waits for an answer" is there already: 2026-Q4/ana/nobody-waits-answer; --skip-existing leaves that as it is
    error: bold.md cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
    assert_snapshot!(world.session(&["import markdown bold.md --skip-existing --quiet", "import markdown bold.md --skip-existing"]), @r#"
    $ okr import markdown bold.md --skip-existing --quiet
    ── stderr ──
    warning: bold.md:1: not imported: "Team goals" (a heading that names no cycle, owner or objective)
    warning: bold.md:12: not imported: "Support feels human (see below)" (text outside of any objective)
    warning: bold.md:19: not imported: "See the board for the daily work. (https://board.example/q4)" (text outside of any objective)

    $ okr import markdown bold.md --skip-existing
    skipped ana/renewing-obvious-choice  line 5
    skipped ana/nobody-waits-answer  line 14
    imported nothing: all of bold.md is there already
    ── stderr ──
    warning: bold.md:1: not imported: "Team goals" (a heading that names no cycle, owner or objective)
    warning: bold.md:12: not imported: "Support feels human (see below)" (text outside of any objective)
    warning: bold.md:19: not imported: "See the board for the daily work. (https://board.example/q4)" (text outside of any objective)
    "#);
    assert_snapshot!(world.edit("import markdown more.md --skip-existing"), @r#"
    created ana/one-more  One more
    skipped ana/renewing-obvious-choice  line 5
    skipped ana/nobody-waits-answer  line 14
    imported 1 objective, 1 key result into 2026-Q4
    ── stderr ──
    warning: more.md:1: not imported: "Team goals" (a heading that names no cycle, owner or objective)
    warning: more.md:12: not imported: "Support feels human (see below)" (text outside of any objective)
    warning: more.md:19: not imported: "See the board for the daily work. (https://board.example/q4)" (text outside of any objective)
    --- (none)
    +++ 2026-Q4/ana/one-more.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "cwyh9gqqyy", "at": "2026-11-15T12:00:06Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/one-more.yaml
    @@ -0,0 +1,5 @@
    +title: One more
    +key_results:
    +  - id: kr1
    +    title: Shops from 1 to 2
    +    metric: {from: 1, to: 2}
    "#);
}

#[test]
fn one_title_twice_in_a_file_is_told_with_both_lines() {
    let world = World::company();
    world.write("in.md", "**Grow**\n\n- a -> b\n\n**Grow**\n\n- c\n");
    assert_snapshot!(world.edit("import markdown in.md"), @r#"
    ── stderr ──
    error: in.md:5: "Grow" stands in line 1 already, for the same owner and cycle
    error: in.md cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn strict_takes_no_file_with_something_left_over() {
    let world = with("nested.md");
    assert_snapshot!(world.edit("import markdown nested.md --strict"), @r#"
    ── stderr ──
    warning: nested.md:4: not imported: "VPE" (nothing below it belongs to it)
    warning: nested.md:11: not imported: "Nothing stands below this" (it stands under no objective)
    error: 2 pieces are not understood, and --strict takes all or nothing; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn cycles_that_cannot_be_told_are_asked_for() {
    let world = World::new();
    let _ = world.okr("init");
    world.write("q.md", "## Q3\n\n**Grow**\n\n- Staff\n");
    world.write("none.md", "**Grow**\n\n- Staff\n");
    world.write("in.csv", "title,cycle,start date,end date\nGrow,Summer,,\nSave,,2026-01-01,2028-01-01\n");
    assert_snapshot!(world.session(&["import markdown q.md", "import markdown none.md", "import csv in.csv", "import markdown none.md --cycle Summer", "import markdown none.md --cycle 2026-Q4"]), @r#"
    $ okr import markdown q.md
    ── stderr ──
    error: q.md:3: Q3 of which year? --cycle 2026-Q3 says it
    error: q.md cannot be imported as it is; nothing was changed
    ── exit 2 ──

    $ okr import markdown none.md
    ── stderr ──
    error: none.md:1: no cycle is named, and the store has none; --cycle 2026-Q4 makes one
    error: none.md cannot be imported as it is; nothing was changed
    ── exit 2 ──

    $ okr import csv in.csv
    ── stderr ──
    error: in.csv:2: there is no cycle "Summer", and its name carries no dates; okr cycle new with --start and --end makes it, --cycle names another
    error: in.csv:3: no cycle holds 2026-01-01 to 2028-01-01; --cycle says which one is meant
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──

    $ okr import markdown none.md --cycle Summer
    ── stderr ──
    error: none.md:1: there is no cycle "Summer", and its name carries no dates; okr cycle new with --start and --end makes it, --cycle names another
    error: none.md cannot be imported as it is; nothing was changed
    ── exit 2 ──

    $ okr import markdown none.md --cycle 2026-Q4
    created cycle 2026-Q4
    created grow  Grow
    imported 1 objective, 1 key result into 2026-Q4
    "#);
}

#[test]
fn a_closed_cycle_takes_nothing() {
    let world = with("bold.md");
    let _ = world.okr("cycle close 2026-Q4");
    assert_snapshot!(world.edit("import markdown bold.md"), @"
    ── stderr ──
    error: 2026-Q4 was closed on 2026-11-15: nothing in it is changed any more
    hint: okr cycle reopen 2026-Q4 opens it again
    ── exit 2 ──
    ");
}

#[test]
fn parents_that_go_round_are_refused() {
    let world = World::company();
    world.write("in.csv", "id,title,parent\n1,Grow,2\n2,Save,1\n3,Rest,1\n");
    assert_snapshot!(world.edit("import csv in.csv"), @r#"
    ── stderr ──
    error: in.csv:2: "Grow" would align to itself by way of its parents
    error: in.csv:3: "Save" would align to itself by way of its parents
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    "#);
}

#[test]
fn files_that_are_no_text_are_refused() {
    let world = World::company();
    world.write("nul.md", "**Grow**\n\n- a\0b\n");
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    std::fs::write(world.path("utf16.csv"), b"\xff\xfet\0i\0t\0l\0e\0").unwrap();
    world.write("empty.csv", "");
    world.write("empty.md", "");
    assert_snapshot!(world.session(&["import markdown nul.md", "import csv utf16.csv", "import csv empty.csv", "import markdown empty.md", "import markdown missing.md", "import markdown okrs", "import"]), @"
    $ okr import markdown nul.md
    ── stderr ──
    error: nul.md holds a NUL, so it is no text
    ── exit 2 ──

    $ okr import csv utf16.csv
    ── stderr ──
    error: utf16.csv is not UTF-8 text
    hint: it is most likely UTF-16: iconv -f UTF-16 -t UTF-8 makes UTF-8 of it
    ── exit 2 ──

    $ okr import csv empty.csv
    ── stderr ──
    error: empty.csv is empty: there is no header line
    ── exit 2 ──

    $ okr import markdown empty.md
    ── stderr ──
    error: empty.md holds no objectives; nothing was changed
    hint: the help of each format says what is taken for one: okr import markdown --help
    ── exit 2 ──

    $ okr import markdown missing.md
    ── stderr ──
    error: missing.md: No such file or directory (os error 2)
    ── exit 2 ──

    $ okr import markdown okrs
    ── stderr ──
    error: okrs: Is a directory (os error 21)
    ── exit 2 ──

    $ okr import
    ── stderr ──
    Bring objectives from another tool, a wiki or a spreadsheet

    Usage: okr import [OPTIONS] <COMMAND>

    Commands:
      csv       Import a CSV file: one row an objective or a key result, or both side by side
      markdown  Import a Markdown outline, as people keep objectives in wikis and handbooks
      yaml      Import a YAML file of another layout
      json      Import JSON: what okr export json wrote, what Feishu's interface gives, or any other
                layout

    Options:
      -h, --help  Print help (see more with '--help')

    Global options:
          --store <DIR>   The store's folder [env: OKR_STORE; default: okr.yaml or okrs/okr.yaml here or
                          above]
          --cycle <ID>    The cycle that is meant [env: OKR_CYCLE; default: the one that holds today]
          --me <KEY>      Who you are: your key in org.yaml [env: OKR_ME; default: by your git
                          user.email]
          --lang <LANG>   Speak English (en) or Chinese (zh) [default: by settings, then locale]
          --color <WHEN>  When to use colour [default: auto]
          --no-cache      Read every file anew, and leave nothing behind for the next run
      -q, --quiet         Say nothing but data and errors

    Examples:
      okr import csv okrs.csv --dry-run
      okr import markdown OKR.md --owner eng
      okr import json store.json
    ── exit 2 ──
    ");
}

#[test]
fn what_was_said_later_than_now_is_refused() {
    let world = World::company();
    world.write("in.csv", "objective,key result,target,current,updated\nGrow,Staff,5,3,2027-01-01\n");
    assert_snapshot!(world.edit("import csv in.csv"), @"
    ── stderr ──
    error: in.csv:2: 2027-01-01 is in the future
    error: in.csv cannot be imported as it is; nothing was changed
    ── exit 2 ──
    ");
}
