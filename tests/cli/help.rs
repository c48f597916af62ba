//! `okr help` and `okr man`.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn texts_are_pages_of_the_documentation_within_the_terminal() {
    let world = World::new();
    let method = world.width(80).out("help method");
    assert_snapshot!(method.lines().take(24).collect::<Vec<_>>().join("\n"), @"
    The method

    What OKRs are for, and how okr expects them to be used. Nothing here is enforced
    but what okr check finds, and each of its rules can be turned off (checks in
    okr.yaml).

    What they are
    An objective says what you want to achieve. It is qualitative, it inspires, and
    it ends with the cycle: Make renewing the obvious choice. It has no number in
    it, and it is no task.

    Its key results say how you will know. Each has a measure that anybody can read
    off: NPS rises from 31 to 50. Two to five of them; with one you will reach the
    number and miss the point, with ten nobody remembers them.

    An initiative is the work that should move a key result. It is shown and never
    counted: work that is done and moves nothing is what you want to find out about.

    THIS                       IS NOT                      BUT
    Launch the renewal portal  an objective: it is a task  an initiative of Renewing
                                                           takes a minute
    Grow revenue by 20 %       an objective: it is a       a key result of Become
                               number                      the default for small
                                                           teams
    ");
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    for topic in ["method", "tour", "guide", "figures", "files", "checks", "json", "merging"] {
        let page = std::fs::read_to_string(format!("{}/docs/{topic}.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let shown = world.width(1000).out(&format!("help {topic}"));
        assert_eq!(shown.lines().next(), Some(page.lines().next().unwrap().trim_start_matches("# ")));
        // All words of the page are there, but for names of files that links lead to, and of a code's language.
        let page: String = page
            .lines()
            .filter(|line| !line.starts_with("```") && !line.starts_with("<!--"))
            .collect::<Vec<_>>()
            .join("\n");
        let parts: Vec<&str> = page.split("](").collect();
        let told =
            parts.iter().enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once(')').unwrap().1 });
        let lost: Vec<String> =
            words(&told.collect::<Vec<_>>().join(" ")).difference(&words(&shown)).cloned().collect();
        assert_eq!(lost, Vec::<String>::new(), "{topic}");
    }
}

#[test]
fn help_on_a_command_is_its_help() {
    let world = World::new();
    assert_eq!(world.out("help report gap"), world.out("report gap --help"));
    assert_eq!(world.out("help update"), world.out("update --help"));
    let all = world.out("help");
    assert!(all.contains("  checkin ") && all.contains("  okr help method "), "{all}");
}

#[test]
fn what_there_is_no_help_on_is_guessed() {
    let world = World::new();
    assert_snapshot!(world.okr("help figurs"), @r#"
    ── stderr ──
    error: there is no help on "figurs"
    hint: did you mean figures?
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("help report gapp"), @r#"
    ── stderr ──
    error: there is no help on "gapp"
    hint: did you mean gap?
    ── exit 2 ──
    "#);
    assert_snapshot!(world.okr("help xyzzy"), @r#"
    ── stderr ──
    error: there is no help on "xyzzy"
    hint: okr help lists commands and topics
    ── exit 2 ──
    "#);
}

#[test]
fn manual_pages_are_printed_or_written_one_a_command() {
    let world = World::new();
    let page = world.out("man");
    assert!(page.contains(".TH okr 1") && page.contains("okr help method tells what OKRs are for"), "{page}");
    assert_snapshot!(world.okr("man here/man1"), @"wrote the manual pages into here/man1");
    let pages = world.files("here/man1");
    assert!(pages.contains(&"okr-report-gap.1".to_owned()) && pages.contains(&"okr-checkin.1".to_owned()), "{pages:?}");
    assert!(world.read("here/man1/okr-report-gap.1").contains("okr report gap"));
    world.write("file", "");
    assert_snapshot!(world.okr("man file"), @"
    ── stderr ──
    error: file cannot be written: File exists (os error 17)
    ── exit 3 ──
    ");
}

#[test]
fn a_note_is_given_by_the_same_letter_everywhere() {
    fn without(command: &clap::Command, found: &mut Vec<String>) {
        let lacks = |arg: &&clap::Arg| arg.get_long() == Some("note") && arg.get_short() != Some('n');
        found.extend(command.get_arguments().filter(lacks).map(|_| command.get_name().to_owned()));
        command.get_subcommands().for_each(|command| without(command, found));
    }
    let mut found = Vec::new();
    without(&okrs::cli::command(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_command_has_an_example() {
    fn without(command: &clap::Command, found: &mut Vec<String>) {
        let has = command
            .get_after_help()
            .or(command.get_after_long_help())
            .is_some_and(|help| help.to_string().contains("okr "));
        if !has && !command.is_hide_set() {
            found.push(command.get_name().to_owned());
        }
        command.get_subcommands().for_each(|command| without(command, found));
    }
    let mut found = Vec::new();
    without(&okrs::cli::command(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}
