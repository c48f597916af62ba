//! Stores of which no report tells all: what is folded or left out is said, and what is told is what a report of all tells.

use crate::world::World;

/// A company of so many objectives with four key results each, every one checked in three times.
pub fn company_of(objectives: usize) -> World {
    let world = World::company();
    for n in 0..objectives {
        let owner = ["acme", "eng", "ops", "ana", "bo", "mei"][n % 6];
        let aligned =
            if n < 6 { String::new() } else { format!("aligns_to: [acme/goal-{}.kr{}]\n", 6 * (n % 2), 1 + n % 4) };
        let key_results: String = (1..=4)
            .map(|kr| {
                format!(
                    "  - id: kr{kr}\n    title: Result {kr} of {n}\n    metric: {{from: 0, to: {}, unit: points}}\n",
                    50 + n
                )
            })
            .collect();
        let path = format!("okrs/2026-Q4/{owner}/goal-{n}");
        world.write(&format!("{path}.yaml"), &format!("title: Goal {n}\n{aligned}key_results:\n{key_results}"));
        let events: String = (0..12)
            .map(|at| {
                format!(
                    "- {{\"id\": \"e{n}x{at}\", \"at\": \"2026-{:02}-{:02}T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"kr{}\", \
                     \"value\": {}, \"status\": \"on-track\"}}\n",
                    10 + at / 9, 2 + 3 * (at % 9), 1 + at % 4, (at + 1) * (1 + n % 5)
                )
            })
            .collect();
        world.write(&format!("{path}.history.yaml"), &events);
    }
    world
}

#[test]
fn a_report_that_keeps_little_says_what_one_that_keeps_all_says() {
    for world in [World::worked(), World::team(), company_of(12)] {
        assert_eq!(world.out("tree"), world.out("tree --depth 64"));
        assert_eq!(world.out("report gap"), world.out("report gap --all"));
        assert_eq!(world.out("tree --format markdown"), world.out("tree --depth 64 --format markdown"));
    }
}

#[test]
fn of_many_key_results_those_furthest_behind_are_told() {
    let world = company_of(52);
    let (told, all) = (world.out("report gap"), world.out("report gap --all"));
    let rows = |text: &str| -> Vec<Vec<String>> {
        let row = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        text.lines().filter(|line| line.contains("/goal-")).map(row).collect()
    };
    let (told_rows, all_rows) = (rows(&told), rows(&all));
    // 208 key results and 52 objectives, of which 8 key results are not told; the last line names one once more.
    assert_eq!((told_rows.len(), all_rows.len()), (200 + 52 + 1, 208 + 52 + 1));
    // Which columns there is room for depends on what is told.
    let named = |rows: &[Vec<String>]| rows[..200].iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(named(&told_rows), named(&all_rows));
    assert!(told.contains("\n8 more key results in this order; --all shows them.\n"), "{told}");
    assert!(!all.contains("--all"));
    assert_eq!(told.lines().last(), all.lines().last());
}

#[test]
fn a_long_tree_is_folded_and_says_so() {
    let world = company_of(102);
    let said = world.okr("tree").to_string();
    assert!(said.lines().count() < 420 && said.contains("the tree is long, so what is below is folded"), "{said}");
    let unfolded = world.out("tree --depth 9");
    assert!(unfolded.lines().count() > 500);
    // What stands above the fold is the same, but for the room that its pictures have.
    let is_picture = |word: &&str| word.starts_with(['█', '░', '┊']);
    let words = |text: &str| -> Option<Vec<String>> {
        let line = text.lines().nth(4)?;
        Some(line.split_whitespace().filter(|word| !is_picture(word)).map(str::to_owned).collect())
    };
    assert_eq!(words(&said), words(&unfolded));
}

#[test]
fn a_check_that_keeps_few_events_finds_what_stands_in_all_of_them() {
    let world = World::worked();
    let path = "okrs/2026-Q4/acme/renewing.history.yaml";
    let event = |id: &str, at: &str, by: &str, rest: &str| {
        format!("- {{\"id\": \"{id}\", \"at\": \"{at}\", \"by\": \"{by}\", \"event\": {rest}}}\n")
    };
    let history = world.read(path)
        + &event("b1", "2026-10-05T09:00:00Z", "nobody", "\"update\", \"kr\": \"nps\", \"value\": 32")
        + &event("b2", "2026-11-12T09:00:00Z", "ana", "\"update\", \"kr\": \"churn\", \"status\": \"off-track\"")
        + &event("b3", "2027-03-01T09:00:00Z", "ana", "\"update\", \"kr\": \"nps\", \"value\": 50");
    world.write(path, &history);
    let found = world.out("check --only unknown-author,unexplained-risk,future-event,retracts-nothing --format csv");
    for (code, place) in [("unknown-author", ":8"), ("unexplained-risk", ""), ("future-event", "")] {
        assert!(found.contains(code), "{code} {place}: {found}");
    }
    world.write(path, &(history + &event("b4", "2026-11-13T09:00:00Z", "ana", "\"retract\", \"of\": \"zz\"")));
    let found = world.out("check --only retracts-nothing --format csv");
    assert!(found.contains("there is no such event here"), "{found}");
}

/// Runs a shell command on a terminal of 12 lines.
#[cfg(target_os = "linux")]
fn on_a_terminal(world: &World, command: &str) -> String {
    let okr = world.command();
    let mut script = std::process::Command::new("script");
    script.args([
        "-qec",
        &format!("stty rows 12 cols 80; {} {command}", okr.get_program().to_string_lossy()),
        "/dev/null",
    ]);
    script.env_clear().envs(okr.get_envs().filter_map(|(name, value)| Some((name, value?))));
    script.env("TERM", "xterm").current_dir(okr.get_current_dir().unwrap());
    let output = script.stdin(std::process::Stdio::null()).output().unwrap();
    String::from_utf8_lossy(&output.stdout).replace('\r', "")
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_longer_than_the_screen_is_paged_and_what_is_not_is_printed() {
    let world = company_of(12);
    world.env("OKR_PAGER", "sed 's/^/paged: /'").env("COLUMNS", "80");
    let (long, short) = (on_a_terminal(&world, "tree --depth 9"), on_a_terminal(&world, "tree goal-3"));
    assert!(long.starts_with("paged: ") && long.lines().count() > 12, "{long}");
    assert!(!short.contains("paged") && short.contains("Goal 3"), "{short}");
    assert!(!on_a_terminal(&world, "tree --depth 9 --format json").contains("paged"), "data is never paged");
    world.env("OKR_PAGER", "");
    assert!(on_a_terminal(&world, "tree --depth 9").contains("Goal 11"));
    world.env("OKR_PAGER", "no-such-pager-of-anybody");
    assert!(on_a_terminal(&world, "tree --depth 9").contains("Goal 11"), "without a pager it is printed");
}
