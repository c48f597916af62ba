//! `okr completions`: what a shell is answered, and the scripts in the shells themselves.

use std::process::Stdio;

use insta::assert_snapshot;

use crate::world::World;

/// The company's store with five objectives, by somebody whose `okr` is the one in $PATH.
fn store() -> World {
    let world = World::worked();
    let okr = assert_cmd::cargo::cargo_bin!("okr").parent().unwrap().to_string_lossy().into_owned();
    world.env("PATH", &format!("{okr}:/usr/local/bin:/usr/bin:/bin"));
    for line in [
        "create \"Ship what customers ask for\" --owner eng --align acme/renewing --kr \"Lead time: 9 -> 3 days\"",
        "create \"Answer within the hour\" --owner ops --kr \"First answer: 180 -> 60 minutes\"",
        "create \"Read every renewal call\" --owner ana --slug reading",
        "create \"让客户愿意续约\" --owner mei --slug reading",
        "set eng/ship-what-customers tags speed,product",
    ] {
        let _ = world.okr(line);
    }
    world.write("okrs/2026-Q3/cycle.yaml", "title: The third\n");
    world.write("okrs/2026-Q3/acme/renewed.yaml", "title: Renew once\nkey_results:\n  - {id: nps, title: NPS}\n");
    world
}

/// What a program prints.
fn printed(world: &World, program: &str, args: &[&str], variables: &[(&str, &str)]) -> String {
    let mut command = world.process(program);
    command.args(args).envs(variables.iter().copied()).stdin(Stdio::null());
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.is_empty(), "{program} {args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words that begin so, each with what it stands for, as a shell is told that shows both. Options are left out.
fn words(world: &World, typed: &[&str]) -> String {
    let args: Vec<&str> = ["--", "okr"].into_iter().chain(typed.iter().copied()).collect();
    let okr = assert_cmd::cargo::cargo_bin!("okr").to_string_lossy().into_owned();
    let all = printed(world, &okr, &args, &[("OKR_COMPLETE", "fish")]);
    all.lines().filter(|line| !line.starts_with('-')).map(|line| line.replace('\t', "  ") + "\n").collect()
}

#[test]
fn an_objective_is_completed_by_its_owner_or_by_its_name() {
    let world = store();
    assert_snapshot!(words(&world, &["show", ""]), @"
    ana/reading  Read every renewal call
    acme/renewing  Make renewing the obvious choice
    eng/ship-what-customers  Ship what customers ask for
    mei/reading  让客户愿意续约
    ops/answer-within-hour  Answer within the hour
    ");
    assert_snapshot!(words(&world, &["show", "e"]), @"
    eng/ship-what-customers  Ship what customers ask for
    eng/ship-what-customers.kr1  Lead time
    ");
    assert_snapshot!(words(&world, &["show", "ship"]), @"
    ship-what-customers  Ship what customers ask for
    ship-what-customers.kr1  Lead time
    ");
    assert_snapshot!(words(&world, &["complete", "ship"]), @"ship-what-customers  Ship what customers ask for");
    // Two bear this name: with the owner it is clear which is meant.
    assert_snapshot!(words(&world, &["show", "rea"]), @"
    ana/reading  Read every renewal call
    mei/reading  让客户愿意续约
    ");
    assert_snapshot!(words(&world, &["show", "nothing"]), @"");
}

#[test]
fn key_results_are_completed_once_it_is_clear_of_which_objective() {
    let world = store();
    assert_snapshot!(words(&world, &["update", "acme/renewing.a"]), @"acme/renewing.audit  Audit passed");
    assert_snapshot!(words(&world, &["update", "renew.n"]), @"renew.nps  NPS rises");
    assert_snapshot!(words(&world, &["kr", "edit", "ans"]), @"answer-within-hour.kr1  First answer");
    assert_snapshot!(words(&world, &["kr", "edit", "a"]), @"
    ana/reading.  Read every renewal call
    acme/renewing.  Make renewing the obvious choice
    answer-within-hour.  Answer within the hour
    ");
    assert_snapshot!(words(&world, &["update", "nobody.n"]), @"");
}

#[test]
fn the_cycle_is_the_one_that_is_named() {
    let world = store();
    assert_snapshot!(words(&world, &["--cycle", ""]), @"
    2026-Q4  2026-10-01 – 2026-12-31
    2026-Q3  The third
    ");
    assert_snapshot!(words(&world, &["--cycle", "2026-Q3", "show", ""]), @"
    acme/renewed  Renew once
    acme/renewed.nps  NPS
    ");
    assert_snapshot!(words(&world, &["show", "2026"]), @"
    2026-Q3/  The third
    2026-Q4/  2026-10-01 – 2026-12-31
    ");
    assert_snapshot!(words(&world, &["show", "2026-Q3/acme/r"]), @"
    2026-Q3/acme/renewed  Renew once
    2026-Q3/acme/renewed.nps  NPS
    ");
    assert_snapshot!(words(&world, &["align", "eng/ship-what-customers", "2026-Q3/renewed."]), @"2026-Q3/renewed.nps  NPS");
}

#[test]
fn owners_units_tags_rules_and_words_are_completed() {
    let world = store();
    assert_snapshot!(words(&world, &["list", "--owner", ""]), @"
    acme  Acme Inc.
    ana  Ana Lima
    bo  Bo Chen
    eng  Engineering
    mei  梅兰
    ops  客户成功部
    ");
    assert_snapshot!(words(&world, &["list", "--unit", ""]), @"
    acme  Acme Inc.
    eng  Engineering
    ops  客户成功部
    ");
    assert_snapshot!(words(&world, &["--me", ""]), @"
    ana  Ana Lima
    bo  Bo Chen
    mei  梅兰
    ");
    assert_snapshot!(words(&world, &["list", "--tag", ""]), @"
    product  1 objective
    speed  1 objective
    ");
    assert_snapshot!(words(&world, &["list", "--status", "on-track,a"]), @"on-track,at-risk");
    assert_snapshot!(words(&world, &["check", "--explain", "due-"]), @"due-outside-the-cycle  A key result or a milestone is due before its cycle starts or after it ends.");
    assert_snapshot!(words(&world, &["check", "--explain", "okr11"]), @"
    OKR110  An owner has more than five objectives in a cycle.
    OKR111  An objective has only one key result, more than five, or none although nothing aligns to it.
    OKR112  An objective below company level aligns to nothing.
    OKR113  A cycle is longer than a quarter or shorter than a month.
    OKR114  One key result weighs so much that the others hardly count, or all weigh nothing.
    OKR115  Key results of an open objective have had no check-in for too long.
    OKR116  The last check-in says at-risk or off-track and does not say why.
    OKR117  A key result is said to be on track while it is far behind its plan.
    OKR118  An aspirational key result is at its target before half of the cycle is over.
    OKR119  A cycle ended more than two weeks ago and objectives of it have no score.
    ");
    assert_snapshot!(words(&world, &["set", "reading", "t"]), @"
    title
    tags
    ");
    assert_snapshot!(words(&world, &["score", "acme/renewing", ""]), @"
    0  no progress
    30  some progress
    70  a hard objective achieved
    100  outstanding
    ");
    assert_snapshot!(words(&world, &["report", "gap", "--format", "m"]), @"markdown");
}

#[test]
fn what_is_set_in_the_organisation_is_completed_by_what_stands_before_it() {
    let world = store();
    assert_snapshot!(words(&world, &["org", "set", ""]), @"
    acme  Acme Inc.
    ana  Ana Lima
    bo  Bo Chen
    eng  Engineering
    mei  梅兰
    ops  客户成功部
    ");
    assert_snapshot!(words(&world, &["org", "set", "eng", ""]), @"
    name
    parent
    lead
    ");
    assert_snapshot!(words(&world, &["org", "set", "ana", "e"]), @"email");
    assert_snapshot!(words(&world, &["org", "set", "eng", "lead", ""]), @"
    ana  Ana Lima
    bo  Bo Chen
    mei  梅兰
    ");
    assert_snapshot!(words(&world, &["org", "set", "eng", "parent", ""]), @"
    acme  Acme Inc.
    ops  客户成功部
    ");
    assert_snapshot!(words(&world, &["org", "set", "ana", "unit", "o"]), @"ops  客户成功部");
    assert_snapshot!(words(&world, &["org", "set", "ana", "name", ""]), @"");
    assert_snapshot!(words(&world, &["org", "set", "nobody", ""]), @"");
}

#[test]
fn revisions_are_those_of_git() {
    let world = store();
    world.write("../home/.gitconfig", "[user]\n  name = Test\n  email = test@acme.example\n");
    assert_snapshot!(words(&world, &["diff", ""]), @"");
    world.git("init -q -b main");
    world.commit("Begin");
    world.git("tag v1");
    assert_snapshot!(words(&world, &["diff", "m"]), @"main");
    assert_snapshot!(words(&world, &["diff", "main..v"]), @"main..v1");
    assert_snapshot!(words(&world, &["tree", "--rev", ""]), @"
    main
    v1
    ");
}

#[test]
fn without_a_store_there_are_still_commands_and_options() {
    let world = World::new();
    assert_snapshot!(words(&world, &["sho"]), @"show  Show an objective or a key result with all that is known of it");
    assert_snapshot!(words(&world, &["show", ""]), @"");
    world.env("OKR_NOW", "never");
    assert_snapshot!(words(&world, &["show", ""]), @"");
}

#[test]
fn nothing_in_a_title_moves_a_shell() {
    let world = store();
    world.write("okrs/2026-Q4/bo/odd.yaml", "title: \"a\\tb\\e[31mred \\u202E reversed\"\n");
    assert_snapshot!(words(&world, &["show", "bo"]), @r#"bo/odd  a\tb\u{1b}[31mred \u{202e} reversed"#);
    // Nor in a word, which is what it is or nothing.
    world.write("okrs/2026-Q4/bo/odd.yaml", "title: x\ntags: [\"a\\e[31mred\", \"b\\u202Ec\", plain]\n");
    assert_snapshot!(words(&world, &["list", "--tag", ""]), @"
    plain  1 objective
    product  1 objective
    speed  1 objective
    ");
    world.write("evil/a\u{1b}[31mred.csv", "");
    world.write("evil/plain.csv", "");
    assert_snapshot!(words(&world, &["update", "--from", "evil/"]), @"evil/plain.csv");
    // What cannot be read has a name all the same.
    world.write("okrs/2026-Q4/bo/odd.yaml", "titel: x\n");
    assert_snapshot!(words(&world, &["show", "bo"]), @"bo/odd");
}

#[test]
fn a_shell_that_there_is_not_is_told_so() {
    let world = World::new();
    let output = world.command().env("OKR_COMPLETE", "dash").args(["--", "okr", "sho"]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout, output.stderr), (Some(2), Vec::new(), Vec::new()));
    assert_snapshot!(world.okr("completions dash"), @"
    ── stderr ──
    error: invalid value 'dash' for '<SHELL>'
      [possible values: bash, zsh, fish, powershell, elvish]

      tip: a similar value exists: 'bash'

    For more information, try '--help'.
    ── exit 2 ──
    ");
}

#[test]
fn bash_completes() {
    let world = store();
    let script = "source <(okr completions bash)\n\
         ask() { COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)) COMP_TYPE=9; _clap_complete_okr okr \"${@: -1}\" \"\"; \
         printf '%s ' \"${COMPREPLY[@]}\"; echo; }\n\
         ask okr upd; ask okr update renew; ask okr update acme/renewing.; ask okr list --owner ''; complete -p okr\n";
    assert_snapshot!(printed(&world, "bash", &["--norc", "-c", script], &[]), @"
    update 
    renewing renewing.nps renewing.churn renewing.up renewing.audit renewing.launch 
    acme/renewing.nps acme/renewing.churn acme/renewing.up acme/renewing.audit acme/renewing.launch 
    acme ana bo eng mei ops 
    complete -o bashdefault -o nosort -o nospace -F _clap_complete_okr okr
    ");
}

/// Whether a shell is here; where all of them must be, `OKR_CI` makes it a failure that it is not.
fn is_here(shell: &str) -> bool {
    let here = std::process::Command::new(shell).arg("--version").output().is_ok();
    #[expect(clippy::disallowed_methods, reason = "a test asks where it runs")]
    let must_be = std::env::var_os("OKR_CI").is_some();
    assert!(here || !must_be, "not tested: {shell} is not here");
    here
}

#[test]
fn zsh_completes() {
    if !is_here("zsh") {
        return;
    }
    let world = store();
    // What zsh does with the words takes a terminal; what it is given does not.
    let script = "compdef() { print compdef $2 }; _describe() { print -l -- \"${(@P)3}\" ${@[4,-1]} }\n\
         source <(okr completions zsh)\n\
         ask() { words=(\"$@\"); CURRENT=$#; _clap_dynamic_completer_okr }\n\
         ask okr upd; ask okr update renew; ask okr show 2026\n";
    assert_snapshot!(printed(&world, "zsh", &["-f", "-c", script], &[]), @"
    compdef okr
    update:Check in: a key result's value, how it stands, and how sure you are
    renewing:Make renewing the obvious choice
    renewing.nps:NPS rises
    renewing.churn:Churn falls
    renewing.up:Uptime is kept
    renewing.audit:Audit passed
    renewing.launch:Launch
    2026-Q3:The third
    2026-Q4:2026-10-01 – 2026-12-31
    -S
    /
    -r
    /
    ");
}

#[test]
fn fish_completes() {
    if !is_here("fish") {
        return;
    }
    let world = store();
    let script = "okr completions fish | source; complete -C 'okr upd'; complete -C 'okr update renew'; \
         complete -C 'okr list --owner m'";
    assert_snapshot!(printed(&world, "fish", &["--no-config", "-c", script], &[]), @"
    update	Check in: a key result's value, how it stands, and how sure you are
    renewing	Make renewing the obvious choice
    renewing.nps	NPS rises
    renewing.churn	Churn falls
    renewing.up	Uptime is kept
    renewing.audit	Audit passed
    renewing.launch	Launch
    mei	梅兰
    ");
}
