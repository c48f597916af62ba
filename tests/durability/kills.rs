//! SIGKILL at random moments: what was acknowledged is there, the store loads, and what was begun is finished or was never
//! begun.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::place::Place;
use super::times;

/// Numbers that look like chance and are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end.max(1)
    }
}

#[derive(Default)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    finished: usize,
    torn: usize,
}

/// Runs a command again and again, killed somewhere between its start and a little past the time that it takes; after each
/// kill `holds` looks at what is left. It is given whether the command had said that it is done.
fn killed(
    place: &Place,
    count: usize,
    mut command: impl FnMut(usize) -> Vec<String>,
    mut holds: impl FnMut(usize, bool),
) -> Tally {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut tally = Tally::default();
    // How long it takes is measured as it goes.
    let mut longest = Duration::from_millis(8);
    for round in 0..count {
        let words = command(round);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let begun = Instant::now();
        let mut child = place.command(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let sleep = Duration::from_nanos(chance.below(longest.as_nanos() as u64 * 5 / 4));
        thread::sleep(sleep);
        let _ = child.kill();
        let status = child.wait().unwrap();
        let done = status.success();
        assert!(done || status.code().is_none(), "okr {words:?} failed by itself: {status}");
        if done {
            longest = (longest * 3 + begun.elapsed()) / 4;
        } else {
            tally.kills += 1;
            longest = longest.max(sleep + sleep / 5);
        }
        tally.acknowledged += usize::from(done);
        // The next command, whatever it is.
        let output = place.run(&["list", "--format", "json"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // A write of several pages may end between two of them: the line is named until the next check-in takes it away.
        let torn = said.contains("the last line is not finished");
        assert!(said.is_empty() || torn || said.contains("was cut short"), "{said}");
        assert_eq!(output.status.code(), Some(if torn { 3 } else { 0 }), "after okr {words:?}:\n{said}");
        assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).is_ok(), "the store loads");
        tally.torn += usize::from(torn);
        tally.finished += usize::from(said.contains("it is finished now"));
        holds(round, done);
    }
    assert!(tally.kills > 0, "of {count} commands none was killed");
    tally
}

/// In the large run some kills come after the journal was written and before all was done; a small one may miss that.
fn assert_in_the_midst(tally: &Tally) {
    assert!(times(0, 1) == 0 || tally.finished > 0, "no kill landed in the midst of a change");
}

/// Puts all that is there into a repository, so that the journal stands in its `.git`.
fn commit_all(place: &Place) {
    for words in [
        &["init", "-q"][..],
        &["add", "-A"],
        &["-c", "user.name=a", "-c", "user.email=a@x", "-c", "commit.gpgsign=false", "commit", "-qm", "all"],
    ] {
        let git = Command::new("git").args(words).current_dir(&place.folder).output().unwrap();
        assert!(git.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&git.stderr));
    }
}

fn say(what: &str, tally: &Tally) {
    let Tally { kills, acknowledged, finished, torn } = tally;
    println!(
        "{what}: {kills} killed, {acknowledged} done before that; {finished} finished by the next command, {torn} torn"
    );
}

fn count_of(place: &Place, history: &str, event: &str) -> usize {
    let text = fs::read_to_string(place.folder.join("okrs").join(history)).unwrap();
    let whole =
        text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line.strip_prefix("- ")?).ok());
    whole.filter(|one| one["event"] == event).count()
}

#[test]
fn updates_that_were_acknowledged_are_there() {
    let place = Place::with(1);
    let mut before = 0;
    let tally = killed(
        &place,
        times(30, 450),
        |round| ["update", "o0.n", &round.to_string(), "--note", &"long ".repeat(900)].map(str::to_owned).to_vec(),
        |_, done| {
            let now = count_of(&place, "all/ana/o0.history.yaml", "update");
            assert!(now >= before + usize::from(done) && now <= before + 1, "{before} updates became {now}");
            before = now;
        },
    );
    // The last line may be torn; the next update is not glued to it.
    let _ = place.done(&["update", "o0.n", "1000000"]);
    place.events("all/ana/o0.history.yaml");
    say("update", &tally);
}

#[test]
fn a_batch_is_taken_whole_or_not_at_all() {
    batch(false);
}

#[test]
fn a_batch_in_a_repository_is_taken_whole_or_not_at_all() {
    batch(true);
}

fn batch(repository: bool) {
    const OBJECTIVES: usize = 5;
    let place = Place::with(OBJECTIVES);
    if repository {
        commit_all(&place);
    }
    let mut before = 0;
    let tally = killed(
        &place,
        times(15, 450),
        |round| {
            let rows: String = (0..OBJECTIVES).map(|at| format!("o{at}.n,{round}\n")).collect();
            place.write("batch.csv", &format!("ref,value\n{rows}"));
            ["update", "--from", "batch.csv"].map(str::to_owned).to_vec()
        },
        |_, done| {
            let counts: Vec<usize> =
                (0..OBJECTIVES).map(|at| count_of(&place, &format!("all/ana/o{at}.history.yaml"), "update")).collect();
            assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
            let now = counts[0];
            assert!(now >= before + usize::from(done) && now <= before + 1, "{before} updates became {now}");
            (0..OBJECTIVES).for_each(|at| drop(place.events(&format!("all/ana/o{at}.history.yaml"))));
            before = now;
        },
    );
    assert_in_the_midst(&tally);
    say(if repository { "update --from in a repository" } else { "update --from" }, &tally);
}

#[test]
fn an_edit_and_its_event_are_both_there_or_neither() {
    let place = Place::with(1);
    let tally = killed(
        &place,
        times(15, 450),
        |round| ["set", "o0", "title", &format!("Title {round}")].map(str::to_owned).to_vec(),
        |round, done| {
            let definition = fs::read_to_string(place.folder.join("okrs/all/ana/o0.yaml")).unwrap();
            let history = fs::read_to_string(place.folder.join("okrs/all/ana/o0.history.yaml")).unwrap();
            let title = format!("Title {round}");
            assert_eq!(definition.contains(&title), history.contains(&format!("\"to\": \"{title}\"")), "{title}");
            assert!(!done || definition.contains(&title));
            place.events("all/ana/o0.history.yaml");
        },
    );
    assert_in_the_midst(&tally);
    // Whoever writes there next takes away what the killed ones left beside it.
    let _ = place.done(&["set", "o0", "title", "Last"]);
    let left: Vec<_> =
        place.files().into_keys().filter(|path| path.extension().is_some_and(|it| it == "tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
    say("set", &tally);
}

#[test]
fn a_moved_objective_is_in_one_place_with_all_that_happened_and_all_that_serves_it() {
    moved(false);
}

#[test]
fn what_moves_in_a_repository_leaves_a_whole_copy_of_its_history_and_no_second_objective() {
    moved(true);
}

fn moved(repository: bool) {
    let place = Place::with(2);
    let _ = place.done(&["update", "o0.n", "5"]);
    let _ = place.done(&["align", "o1", "o0"]);
    if repository {
        commit_all(&place);
    }
    let tally = killed(
        &place,
        times(15, 450),
        |round| {
            let at = mover(&place);
            ["move", &at, "--slug", &format!("m{round}")].map(str::to_owned).to_vec()
        },
        |round, done| {
            let (out, _) = place.done(&["list", "--format", "json"]);
            let moved = format!("ana/m{round}");
            let is_moved = out.contains(&format!("{moved}\""));
            assert!(is_moved || !done);
            let served = fs::read_to_string(place.folder.join("okrs/all/ana/o1.yaml")).unwrap();
            assert_eq!(served.contains(&moved), is_moved, "{served}");
            let (shown, errors) = place.done(&["tree"]);
            assert!(errors.is_empty(), "{errors}{shown}");
            assert_histories_whole(&place);
        },
    );
    // However few were done before they were killed, one is.
    place.done(&["move", &mover(&place), "--slug", "last"]);
    let copies = assert_histories_whole(&place);
    assert_eq!(copies, usize::from(repository), "a copy of what was committed");
    assert_in_the_midst(&tally);
    say(if repository { "move in a repository" } else { "move" }, &tally);
}

/// The objective that moves, by the name that it has now.
fn mover(place: &Place) -> String {
    let files = fs::read_dir(place.folder.join("okrs/all/ana")).unwrap().map(|entry| entry.unwrap().file_name());
    let names: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    let own = names
        .iter()
        .filter_map(|name| name.strip_suffix(".yaml"))
        .find(|name| !name.ends_with(".history") && *name != "o1" && !name.starts_with('.'));
    own.unwrap().to_owned()
}

/// Each of two objectives has one history that lost nothing; how many copies are left beside them, where what was committed is
/// to be found under the name that it had.
fn assert_histories_whole(place: &Place) -> usize {
    let named = |path: PathBuf| path.strip_prefix(place.folder.join("okrs")).unwrap().to_str().map(str::to_owned);
    let all: Vec<String> = place.files().into_keys().filter_map(named).collect();
    let histories: Vec<&String> = all.iter().filter(|path| path.ends_with(".history.yaml")).collect();
    for history in &histories {
        let events = place.events(history);
        assert!(history.contains("/o1.") || events.iter().any(|event| event["value"] == 5), "{history}");
    }
    let is_there = |end: &str| all.iter().any(|path| path.ends_with(end));
    let copies = usize::from(is_there("/o0.history.yaml") && !is_there("/o0.yaml"));
    assert_eq!(histories.len(), 2 + copies, "{histories:?}");
    copies
}

#[test]
fn what_is_carried_over_is_there_twice_and_linked_or_not_at_all() {
    const OBJECTIVES: usize = 3;
    let place = Place::with(OBJECTIVES);
    let tally = killed(
        &place,
        times(12, 450),
        |round| {
            let cycle = format!("next{round}");
            place.done(&["cycle", "new", &cycle, "--start", "2030-01-01", "--end", "2099-12-31", "--quiet"]);
            let mut words = vec!["carry".to_owned()];
            words.extend((0..OBJECTIVES).map(|at| format!("all/ana/o{at}")));
            words.extend(["--to".to_owned(), cycle]);
            words
        },
        |round, done| {
            let copies =
                (0..OBJECTIVES).filter(|at| place.folder.join(format!("okrs/next{round}/ana/o{at}.yaml")).exists());
            let copied = copies.count();
            assert!(copied == 0 || copied == OBJECTIVES, "{copied} of {OBJECTIVES}");
            assert!(copied == OBJECTIVES || !done);
            for at in 0..OBJECTIVES {
                let history =
                    fs::read_to_string(place.folder.join(format!("okrs/all/ana/o{at}.history.yaml"))).unwrap();
                assert_eq!(history.contains(&format!("next{round}/ana/o{at}\"")), copied > 0);
                place.events(&format!("all/ana/o{at}.history.yaml"));
            }
        },
    );
    assert_in_the_midst(&tally);
    say("carry", &tally);
}

#[test]
fn a_new_objective_has_its_history() {
    let place = Place::with(0);
    let tally = killed(
        &place,
        times(12, 150),
        |round| ["create", "New", "--slug", &format!("n{round}"), "--kr", "a: done"].map(str::to_owned).to_vec(),
        |round, done| {
            let file = |ending: &str| place.folder.join(format!("okrs/all/ana/n{round}{ending}")).exists();
            assert_eq!(file(".yaml"), file(".history.yaml"));
            assert!(file(".yaml") || !done);
        },
    );
    assert_in_the_midst(&tally);
    say("create", &tally);
}
