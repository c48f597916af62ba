//! Where output goes: closed pipes, full disks, colour, silence, and the exit codes for wrong usage.

use std::fs::File;
use std::process::Output;

use insta::assert_snapshot;

use crate::stores::READING;
use crate::world::World;

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_command_quietly() {
    let world = World::team();
    for command in READING {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = world.command().args(command.split_whitespace()).stdout(writer).output().unwrap();
        assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()), "okr {command}");
    }
}

#[test]
fn help_on_a_closed_pipe_is_quiet_too() {
    let world = World::team();
    for command in ["", "--help", "tree --help", "--version"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = world.command().args(command.split_whitespace()).stdout(writer).output().unwrap();
        assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()), "okr {command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_plainly() {
    let world = World::team();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = world.command().arg("list").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_snapshot!(errors(&output), @"error: cannot write to standard output: No space left on device (os error 28)");
}

#[test]
fn colour_is_for_those_who_ask() {
    let world = World::worked();
    let coloured = |arguments: &[&str], environment: &[(&str, &str)]| {
        let output = world.command().args(arguments).envs(environment.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().contains('\u{1b}')
    };
    assert!(!coloured(&["list"], &[]), "a pipe gets none");
    assert!(coloured(&["list", "--color", "always"], &[]));
    assert!(coloured(&["list", "--color", "always"], &[("NO_COLOR", "1")]), "an option outdoes the environment");
    assert!(!coloured(&["list", "--color", "never"], &[]));
    assert!(!coloured(&["list", "--format", "json", "--color", "always"], &[]), "data is never coloured");
}

#[test]
fn quiet_leaves_data_and_errors() {
    let world = World::team();
    world.on("2027-02-03");
    assert_snapshot!(world.okr("cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · ended 34 days ago

    left         0 days
    progress     46 % of 100 % expected, −54 pp
    objectives   5: 4 off track, 1 at risk
    key results  12: 10 off track, 2 done; 10 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE   PLAN  TO PLAN  PACE
    company              1  ███████░░░░░░░░░░┊  40 %  100 %   −60 pp  ✗ off track
    department           2  ████████████░░░░░┊  69 %  100 %   −31 pp  ✗ off track
    individual           2  █████░░░░░░░░░░░░┊  25 %  100 %   −75 pp  ✗ off track
    ── stderr ──
    note: no cycle holds 2027-02-03; this is 2026-Q4, the last one that ended
    ");
    assert_snapshot!(world.okr("--quiet cycle show"), @"
    2026-Q4 · Oct 1 – Dec 31 2026 · ended 34 days ago

    left         0 days
    progress     46 % of 100 % expected, −54 pp
    objectives   5: 4 off track, 1 at risk
    key results  12: 10 off track, 2 done; 10 stale
    check-ins    12

    LEVEL       OBJECTIVES                      DONE   PLAN  TO PLAN  PACE
    company              1  ███████░░░░░░░░░░┊  40 %  100 %   −60 pp  ✗ off track
    department           2  ████████████░░░░░┊  69 %  100 %   −31 pp  ✗ off track
    individual           2  █████░░░░░░░░░░░░┊  25 %  100 %   −75 pp  ✗ off track
    ");
    assert_snapshot!(world.okr("--quiet update renewing.nps 39"), @"");
    assert_snapshot!(world.okr("--quiet show nothing"), @r#"
    ── stderr ──
    error: no objective in 2026-Q4 is called "nothing"
    hint: okr list shows what there is
    ── exit 2 ──
    "#);
}

#[test]
fn a_locale_without_unicode_gets_ascii() {
    let world = World::worked();
    let output = world.command().arg("tree").env("LC_ALL", "en_US.ISO-8859-1").output().unwrap();
    assert_snapshot!(String::from_utf8(output.stdout).unwrap(), @"
    2026-Q4 - Oct 1 - Dec 31 - day 46 of 92, 50 % of the time is gone - | = where the plan is

    Acme Inc.                                                        #####--|-----  40 %  x off track
    `- Make renewing the obvious choice  acme/renewing               #####--|-----  40 %  x says at risk
       |- NPS rises                      nps     38 of 50 points     #####-|------  37 %  x says at risk
       |- Churn falls                    churn   3.1 of 2.0 %        ######|------  50 %  + on track
       |- Uptime is kept                 up      99.45 of >= 99.9 %  #######-----|  50 %  x off track
       |- Audit passed                   audit   not yet             ------|------   0 %  x off track
       `- Launch                         launch  beta, 2 of 3        ######|##----  67 %  + on track
    ");
}

#[test]
fn wrong_usage_is_exit_two() {
    let world = World::team();
    assert_snapshot!(world.okr("lst"), @"
    ── stderr ──
    error: unrecognized subcommand 'lst'

      tip: a similar subcommand exists: 'list'

    Usage: okr [OPTIONS] [COMMAND]

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("list --formt json"), @"
    ── stderr ──
    error: unexpected argument '--formt' found

      tip: a similar argument exists: '--format'

    Usage: okr list --format <FORMAT>

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("list --format xml"), @"
    ── stderr ──
    error: invalid value 'xml' for '--format <FORMAT>'
      [possible values: table, json, csv, markdown, html, yaml]

      tip: a similar value exists: 'yaml'

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("show"), @"
    ── stderr ──
    error: the following required arguments were not provided:
      <REF>

    Usage: okr show <REF>

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("tree --depth -1"), @"
    ── stderr ──
    error: unexpected argument '-1' found

      tip: to pass '-1' as a value, use '-- -1'

    Usage: okr tree [OPTIONS] [REF]

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("list --sort best"), @"
    ── stderr ──
    error: invalid value 'best' for '--sort <KEY>'
      [possible values: gap, progress, ref, title, updated, status]

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("--cycle 'no such' list"), @r#"
    ── stderr ──
    error: "no such" is no cycle: it holds ' '; letters, digits, - _ and . are allowed
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("--store nowhere list"), @"
    ── stderr ──
    error: <world>/work/nowhere holds no okr.yaml
    hint: okr init DIR makes a store
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("report"), @"
    ── stderr ──
    Print a report: gap, progress, cadence, review, score, or all of them

    Usage: okr report [OPTIONS] <COMMAND>

    Commands:
      gap       Where everybody stands against target and plan, worst first
      progress  Progress against the plan, and what changed in the last days
      cadence   Who checks in when, and what has been left alone
      review    The sheet to hold the review meeting from, risks first
      score     How everybody did, against the cycle before
      full      All reports of a cycle as one document

    Options:
      -h, --help  Print help

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
      okr report gap --unit eng
      okr report progress --since 14
      okr report full --format html > report.html
    ── exit 2 ──
    ");
}

#[test]
fn without_a_store_it_says_how_to_make_one() {
    let world = World::new();
    assert_snapshot!(world.okr("list"), @"
    ── stderr ──
    error: no store here: neither <world>/work nor any folder above it holds okr.yaml or okrs/okr.yaml
    hint: okr init makes one here; --store DIR or $OKR_STORE names another
    ── exit 2 ──
    ");
}
