//! Two that want the same thing at once: one gets it, and the other is told so.

use std::fs::File;
use std::process::{Child, Output, Stdio};
use std::thread;
use std::time::Duration;

use super::place::Place;

fn begun(place: &Place, words: &[&str]) -> Child {
    place.command(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Starts commands one after the other while nobody may change the store, lets them go, and tells what became of each.
fn at_once(place: &Place, commands: &[&[&str]]) -> Vec<(bool, String)> {
    let store = File::open(place.folder.join("okrs")).unwrap();
    store.lock().unwrap();
    let waiting: Vec<Child> = commands.iter().map(|words| begun(place, words)).collect();
    // As long as it takes all of them to come to the lock.
    thread::sleep(Duration::from_millis(700));
    drop(store);
    waiting.into_iter().map(|child| ended(child.wait_with_output().unwrap())).collect()
}

fn ended(Output { status, stdout, stderr }: Output) -> (bool, String) {
    let said = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert!(matches!(status.code(), Some(0..=3)), "{status}: {said}");
    (status.success(), said)
}

#[test]
fn a_person_that_two_add_at_once_is_added_by_one_and_refused_to_the_other() {
    for _ in 0..3 {
        let place = Place::with(0);
        let all = at_once(
            &place,
            &[&["org", "add-person", "bo", "--name", "One"], &["org", "add-person", "bo", "--name", "Two"]],
        );
        assert_eq!(all.iter().filter(|(done, _)| *done).count(), 1, "{all:?}");
        assert_eq!(all.iter().filter(|(_, said)| said.starts_with("added")).count(), 1, "{all:?}");
        let org = std::fs::read_to_string(place.folder.join("okrs/org.yaml")).unwrap();
        assert_eq!(org.matches("bo:").count(), 1, "{org}");
    }
}

#[test]
fn an_objective_that_two_create_at_once_is_created_by_one_and_refused_to_the_other() {
    for _ in 0..3 {
        let place = Place::with(0);
        let all = at_once(&place, &[&["create", "One", "--slug", "new"], &["create", "Two", "--slug", "new"]]);
        assert_eq!(all.iter().filter(|(done, _)| *done).count(), 1, "{all:?}");
        let kept = std::fs::read_to_string(place.folder.join("okrs/all/ana/new.yaml")).unwrap();
        let winner = if all[0].0 { "One" } else { "Two" };
        assert!(kept.contains(winner), "{kept}{all:?}");
        assert_eq!(place.events("all/ana/new.history.yaml").len(), 1);
    }
}

#[test]
fn what_comes_after_the_close_of_a_cycle_is_refused() {
    for _ in 0..3 {
        let place = Place::with(1);
        let commands: &[&[&str]] = &[
            &["cycle", "close", "all", "--force"],
            &["set", "o0", "title", "Late"],
            &["create", "Late", "--slug", "late"],
        ];
        let all = at_once(&place, commands);
        assert!(all[0].0, "{all:?}");
        // Whoever came before the close is in it; the others changed nothing, and were told.
        let title = std::fs::read_to_string(place.folder.join("okrs/all/ana/o0.yaml")).unwrap();
        assert_eq!(title.contains("Late"), all[1].0, "{all:?}");
        assert_eq!(place.folder.join("okrs/all/ana/late.yaml").exists(), all[2].0, "{all:?}");
        for (done, said) in &all[1..] {
            assert!(*done || said.contains("closed"), "{said}");
        }
    }
}

#[test]
fn a_change_that_waited_while_the_cycle_was_closed_is_refused() {
    let place = Place::with(1);
    let store = File::open(place.folder.join("okrs")).unwrap();
    store.lock().unwrap();
    let set = begun(&place, &["set", "o0", "title", "Late"]);
    let create = begun(&place, &["create", "Late", "--slug", "late"]);
    thread::sleep(Duration::from_millis(700));
    // What `cycle close` does while it holds the lock.
    let cycle = place.folder.join("okrs/all/cycle.yaml");
    let text = std::fs::read_to_string(&cycle).unwrap();
    std::fs::write(&cycle, format!("{text}closed: 2026-01-01\n")).unwrap();
    drop(store);
    let (done, said) = ended(set.wait_with_output().unwrap());
    assert!(!done && said.contains("closed"), "set after the close: {said}");
    let (done, said) = ended(create.wait_with_output().unwrap());
    assert!(!done && said.contains("closed"), "create after the close: {said}");
    assert!(!place.folder.join("okrs/all/ana/late.yaml").exists());
}

#[test]
fn what_is_laid_out_while_it_is_changed_keeps_the_change() {
    for _ in 0..3 {
        let place = Place::with(1);
        place.write("okrs/okr.yaml", "version:    1\n");
        let all = at_once(&place, &[&["fmt"], &["set", "o0", "title", "Other"]]);
        assert!(all.iter().all(|(done, _)| *done), "{all:?}");
        let text = |path: &str| std::fs::read_to_string(place.folder.join("okrs").join(path)).unwrap();
        assert_eq!(text("okr.yaml"), "version: 1\n");
        assert!(text("all/ana/o0.yaml").contains("Other"));
    }
}
