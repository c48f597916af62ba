//! What one run leaves for the next: it changes no answer, whatever happened to the files meanwhile.

use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use crate::large::company_of;
use crate::world::World;

/// Every command that leaves something and takes it up, and what it does with what was left when the day was another.
const COMMANDS: [&str; 3] = ["tree", "report gap", "check --format csv"];
const ON_OTHER_DAYS: [&str; 2] = ["report gap --as-of 2026-10-12", "check --format csv --as-of 2026-11-30"];

/// Longer than any file system takes to tell two changes apart: what is younger is not remembered.
fn settle() {
    sleep(Duration::from_millis(2_200));
}

fn folder(world: &World) -> PathBuf {
    world.path("../cache")
}

fn cached(world: &World) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let stores = fs::read_dir(folder(world).join("okr")).into_iter().flatten().map(|store| store.unwrap().path());
    for file in stores.flat_map(|store| fs::read_dir(store).unwrap().map(|file| file.unwrap().path())) {
        found.insert(file.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&file).unwrap());
    }
    found
}

fn large() -> World {
    let world = company_of(260);
    world.stop_the_clock().env("XDG_CACHE_HOME", &folder(&world).to_string_lossy());
    world
}

fn assert_same(world: &World, after: &str) {
    assert_all_same(world, &COMMANDS, after);
}

fn assert_all_same(world: &World, commands: &[&str], after: &str) {
    for command in commands {
        let anew = world.okr(&format!("{command} --no-cache")).to_string();
        assert!(anew.lines().count() > 3, "{anew}");
        assert_eq!(world.okr(command).to_string(), anew, "{command} after {after}");
    }
}

/// Puts other bytes in a file in place, as an editor does.
fn put(world: &World, path: &str, text: &str) {
    world.write(path, text);
}

/// The same bytes once more, and the time of writing as it was: nobody can set back when that was done.
fn put_secretly(world: &World, path: &str, text: &str) {
    let written = fs::metadata(world.path(path)).unwrap().modified().unwrap();
    world.write(path, text);
    let file = File::options().write(true).open(world.path(path)).unwrap();
    file.set_times(FileTimes::new().set_modified(written)).unwrap();
}

fn rename(world: &World, from: &str, to: &str) {
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    fs::rename(world.path(from), world.path(to)).unwrap();
}

#[test]
fn no_answer_changes_whatever_is_done_to_the_files() {
    let world = large();
    settle();
    assert_same(&world, "nothing");
    assert_same(&world, "a run that left something");
    let goal = |n: usize| {
        let owner = ["acme", "eng", "ops", "ana", "bo", "mei"][n % 6];
        [format!("okrs/2026-Q4/{owner}/goal-{n}.yaml"), format!("okrs/2026-Q4/{owner}/goal-{n}.history.yaml")]
    };
    // As many bytes, in the same second.
    let [definition, history] = goal(0);
    let (was, said) = (world.read(&definition), world.read(&history));
    put(&world, &definition, &was.replace("Goal 0", "Goal 9"));
    assert_same(&world, "another title");
    put(&world, &definition, &was.replace("Goal 0", "Goal 8"));
    assert_same(&world, "yet another title, at once");
    put_secretly(&world, &definition, &was.replace("to: 50", "to: 70"));
    assert_same(&world, "another target, with the time of before");
    put_secretly(&world, &history, &said.replace("\"value\": 9", "\"value\": 7"));
    assert_same(&world, "another value, with the time of before");
    put(&world, &definition, &was);
    put(&world, &history, &said);
    assert_same(&world, "all as it was");
    // Touched; swapped; gone; back again; in another place.
    let [one, _] = goal(6);
    let [other, _] = goal(12);
    let later = fs::metadata(world.path(&one)).unwrap().modified().unwrap() + Duration::from_secs(1);
    File::options().write(true).open(world.path(&one)).unwrap().set_modified(later).unwrap();
    assert_same(&world, "a touch");
    for (from, to) in [(&one, "okrs/away"), (&other, one.as_str()), (&"okrs/away".to_owned(), other.as_str())] {
        rename(&world, from, to);
    }
    assert_same(&world, "two that changed places");
    for (from, to) in [(&one, "okrs/away"), (&other, one.as_str()), (&"okrs/away".to_owned(), other.as_str())] {
        rename(&world, from, to);
    }
    assert_same(&world, "two that changed back");
    let [gone, _] = goal(18);
    rename(&world, &gone, "okrs/away");
    assert_same(&world, "a definition that went");
    rename(&world, "okrs/away", &gone);
    assert_same(&world, "a definition that came back");
    let _ = world.okr("move acme/goal-24 ops");
    assert_same(&world, "a move");
    // A check-in on a branch that did not know of the move comes with a merge.
    put(&world, "okrs/2026-Q4/acme/goal-24.history.yaml", &said.replace("e0x", "m24x"));
    assert_same(&world, "a history where an objective was before");
    // The names in a folder, and the folders, are remembered too.
    put(&world, "okrs/2026-Q4/mei/one-more.yaml", &was);
    assert_same(&world, "an objective more");
    put(&world, "okrs/2026-Q4/bo/goal-4.mei.history.yaml", &said.replace("e0x", "m4x"));
    assert_same(&world, "a history more");
    put(&world, "okrs/2026-Q4/new/first.yaml", &was);
    assert_same(&world, "an owner more");
    let [_, linked] = goal(42);
    rename(&world, &linked, "okrs/away");
    std::os::unix::fs::symlink("goal-48.history.yaml", world.path(&linked)).unwrap();
    assert_same(&world, "a link in the place of a history");
    settle();
    assert_same(&world, "a while with a link");
    rename(&world, "okrs/away", &linked);
    assert_same(&world, "the history in its place");
    put(&world, &goal(30)[1], "- {at: 2026-10-03, by: ana, kr: kr1, value: 11}\n- nothing\n");
    assert_same(&world, "damage");
    let _ = world.okr("update acme/goal-36.kr1 40 --status at-risk");
    let _ = world.okr("update acme/goal-36.kr2 40 --at 2026-12-20T09:00:00Z");
    assert_same(&world, "check-ins, one of them to come");
    assert_all_same(&world, &ON_OTHER_DAYS, "check-ins");
    world.on("2026-12-24");
    assert_same(&world, "weeks");
    assert_all_same(&world, &ON_OTHER_DAYS, "weeks");
    // Who is who, and whose days they are, is told elsewhere.
    put(&world, "okrs/org.yaml", &world.read("okrs/org.yaml").replace("ana:", "anna:"));
    assert_same(&world, "somebody who left");
    put(&world, "okrs/okr.yaml", &(world.read("okrs/okr.yaml") + "time_zone: Asia/Shanghai\n"));
    assert_same(&world, "days that begin elsewhere");
    settle();
    assert_same(&world, "a while");
    assert_same(&world, "a run that left something anew");
}

#[test]
fn what_is_left_behind_is_not_read_again_and_may_go_at_any_time() {
    let world = large();
    settle();
    let tree = world.out("tree");
    let left = cached(&world);
    assert_eq!(left.keys().collect::<Vec<_>>(), ["2026-Q4.figures"]);
    assert_eq!(world.out("tree"), tree);
    assert_eq!(cached(&world), left, "a run that knew all left all as it was");
    assert!(world.out("check --format csv").contains("OKR"));
    assert_eq!(cached(&world).keys().collect::<Vec<_>>(), ["2026-Q4.figures", "2026-Q4.rules"]);
    // Anything may stand there instead.
    let path = folder(&world).join("okr");
    let store = fs::read_dir(&path).unwrap().next().unwrap().unwrap().path();
    let file = store.join("2026-Q4.figures");
    let whole = &left["2026-Q4.figures"];
    let mut turned = whole.clone();
    turned[300] ^= 1;
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    let put = |bytes: &[u8]| fs::write(&file, bytes).unwrap();
    for bytes in [&whole[..whole.len() - 1], &whole[..whole.len() / 2], b"", b"okrcache", &turned[..], &whole[1..]] {
        put(bytes);
        assert_eq!(world.out("tree"), tree);
    }
    fs::remove_dir_all(&path).unwrap();
    assert_eq!(world.out("tree"), tree);
    assert_eq!(cached(&world).len(), 1);
    // A place where nothing can be put is none.
    fs::remove_dir_all(&path).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    fs::write(&path, "a file").unwrap();
    assert_eq!(world.okr("tree").to_string(), world.okr("tree --no-cache").to_string());
}

#[test]
fn who_needs_no_cache_has_none() {
    let small = company_of(12);
    small.env("XDG_CACHE_HOME", &folder(&small).to_string_lossy());
    let world = large();
    settle();
    assert!(small.out("tree").contains("Goal 0") && world.out("tree --no-cache").contains("Goal 0"));
    assert!(world.out("tree --as-of 2026-10-20").contains("Goal 0"));
    assert!(!folder(&small).exists() && !folder(&world).exists());
}

#[test]
fn several_at_once_leave_one_whole_file_each() {
    let world = large();
    settle();
    let tree = world.out("tree --no-cache");
    let running: Vec<_> =
        (0..8).map(|_| world.command().arg("tree").stdout(std::process::Stdio::piped()).spawn().unwrap()).collect();
    for one in running {
        assert_eq!(String::from_utf8(one.wait_with_output().unwrap().stdout).unwrap(), tree);
    }
    assert_eq!(cached(&world).keys().collect::<Vec<_>>(), ["2026-Q4.figures"]);
}

/// How many history files a command opens.
#[cfg(target_os = "linux")]
fn histories_opened(world: &World, line: &str) -> Option<usize> {
    let okr = world.command();
    let mut strace = std::process::Command::new("strace");
    strace.args(["-f", "-qq", "-e", "trace=openat", "-o"]).arg(world.path("../trace")).arg(okr.get_program());
    strace.args(line.split(' ')).env_clear();
    strace.envs(okr.get_envs().filter_map(|(name, value)| Some((name, value?))));
    strace.current_dir(okr.get_current_dir().unwrap()).stdout(std::process::Stdio::null()).status().ok()?;
    Some(fs::read_to_string(world.path("../trace")).ok()?.matches(".history.yaml").count())
}

#[cfg(target_os = "linux")]
#[test]
fn of_what_is_known_only_what_is_shown_is_read() {
    let world = large();
    settle();
    let Some(first) = histories_opened(&world, "tree") else { return };
    let second = histories_opened(&world, "tree").unwrap();
    assert!(second == first - 260, "{first} and {second}");
    let (first, second) =
        (histories_opened(&world, "check --quiet").unwrap(), histories_opened(&world, "check --quiet").unwrap());
    assert!(first >= 260 && second < 10, "{first} and {second}");
}
