//! Many processes at once: no event is lost and none is torn.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::process::{Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::place::Place;
use super::times;

const PROCESSES: usize = 16;

/// Every process updates one objective after the other, each time with a number that nobody else says.
fn race(objectives: usize, updates: usize) {
    let place = Place::with(objectives);
    thread::scope(|scope| {
        for process in 0..PROCESSES {
            let place = &place;
            scope.spawn(move || {
                for update in 0..updates {
                    let number = process * updates + update;
                    let target = format!("o{}.n", number % objectives);
                    place.done(&["update", &target, &number.to_string(), "--quiet"]);
                }
            });
        }
    });
    let events = (0..objectives).flat_map(|number| place.events(&format!("all/ana/o{number}.history.yaml")));
    let updates_made: Vec<u64> =
        events.filter(|event| event["event"] == "update").map(|event| event["value"].as_u64().unwrap()).collect();
    let values: BTreeSet<u64> = updates_made.iter().copied().collect();
    assert_eq!(updates_made.len(), PROCESSES * updates);
    assert_eq!(values, (0..(PROCESSES * updates) as u64).collect());
    println!("{} of {} events over {objectives} objectives", updates_made.len(), PROCESSES * updates);
}

#[test]
fn sixteen_processes_on_one_objective_keep_all_their_updates() {
    race(1, times(25, 500));
}

#[test]
fn sixteen_processes_on_fifty_objectives_keep_all_their_updates() {
    race(50, times(10, 500));
}

#[test]
fn readers_see_whole_events_while_others_write() {
    let place = Place::with(1);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..4)
            .map(|process| {
                let place = &place;
                scope.spawn(move || {
                    for update in 0..times(20, 500) {
                        let number = (process * 1000 + update).to_string();
                        place.done(&["update", "o0.n", &number, "--quiet", "--note", &"long ".repeat(300)]);
                    }
                })
            })
            .collect();
        let mut seen = 0;
        while writers.iter().any(|writer| !writer.is_finished()) {
            let (out, errors) = place.done(&["history", "o0.n", "--format", "json"]);
            assert_eq!(errors, "", "an unfinished line is no damage while somebody writes it");
            let count =
                serde_json::from_str::<serde_json::Value>(&out).unwrap()["updates"].as_array().map_or(0, Vec::len);
            assert!(count >= seen, "{count} after {seen}");
            seen = count;
        }
    });
}

#[test]
fn histories_that_are_split_and_joined_meanwhile_keep_every_event() {
    let place = Place::with(1);
    let (writers, updates) = (4, times(12, 250));
    thread::scope(|scope| {
        let writers: Vec<_> = (0..writers)
            .map(|writer| {
                let place = &place;
                scope.spawn(move || {
                    for update in 0..updates {
                        let number = (writer * updates + update).to_string();
                        place.done(&["update", "o0.n", &number, "--quiet"]);
                    }
                })
            })
            .collect();
        while writers.iter().any(|writer| !writer.is_finished()) {
            place.done(&["history", "split", "--quiet"]);
            place.done(&["history", "join", "--quiet"]);
        }
    });
    place.done(&["history", "join"]);
    let events = place.events("all/ana/o0.history.yaml");
    let values: BTreeSet<u64> = events
        .iter()
        .filter(|event| event["event"] == "update")
        .map(|event| event["value"].as_u64().unwrap())
        .collect();
    assert_eq!(values, (0..(writers * updates) as u64).collect());
}

#[test]
fn an_objective_that_moves_meanwhile_keeps_what_was_acknowledged() {
    let place = Place::with(1);
    let (writers, updates) = (4, times(12, 250));
    let mut moves = 0;
    let acknowledged: BTreeSet<u64> = thread::scope(|scope| {
        let writers: Vec<_> = (0..writers)
            .map(|writer| {
                let place = &place;
                scope.spawn(move || {
                    let numbers = (0..updates).map(|update| writer * updates + update);
                    let said = |number: &usize| {
                        let output = place.run(&["update", "o0.n", &number.to_string(), "--quiet"]);
                        let errors = String::from_utf8_lossy(&output.stderr);
                        assert!(output.status.success() || errors.contains(" is not there"), "{errors}");
                        output.status.success()
                    };
                    numbers.filter(said).map(|number| number as u64).collect::<Vec<u64>>()
                })
            })
            .collect();
        while writers.iter().any(|writer| !writer.is_finished()) {
            place.done(&["move", "o0", "--owner", "ben", "--quiet"]);
            place.done(&["move", "o0", "--owner", "ana", "--quiet"]);
            moves += 2;
        }
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let (out, errors) = place.done(&["history", "o0.n", "--format", "json"]);
    assert_eq!(errors, "");
    let history: serde_json::Value = serde_json::from_str(&out).unwrap();
    let kept: BTreeSet<u64> =
        history["updates"].as_array().unwrap().iter().map(|update| update["after"].as_u64().unwrap()).collect();
    assert!(!acknowledged.is_empty(), "nothing was acknowledged");
    assert!(moves > 0, "nothing moved");
    assert_eq!(acknowledged.difference(&kept).count(), 0);
    println!("{} of {} updates found the objective that moved", acknowledged.len(), writers * updates);
}

#[test]
fn histories_that_are_tidied_meanwhile_keep_every_event() {
    let place = Place::with(1);
    let updates = times(12, 250);
    let mut tidied = 0;
    thread::scope(|scope| {
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let place = &place;
                scope.spawn(move || {
                    for number in (0..updates).map(|update| (writer * updates + update).to_string()) {
                        place.done(&["update", "o0.n", &number, "--quiet"]);
                    }
                })
            })
            .collect();
        while writers.iter().any(|writer| !writer.is_finished()) {
            place.done(&["history", "tidy", "--quiet"]);
            tidied += 1;
        }
    });
    let events = place.events("all/ana/o0.history.yaml");
    let values: BTreeSet<u64> = events.iter().filter_map(|event| event["value"].as_u64()).collect();
    assert_eq!(values, (0..(4 * updates) as u64).collect());
    assert!(tidied > 0);
}

/// A history whose last line a writer, this test, has not finished: the store, the file under the writer's lock, and what is
/// still to come of the line.
fn half_written() -> (Place, File, &'static [u8]) {
    let line = b"- {\"id\": \"late\", \"at\": \"2026-10-12T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"n\", \"value\": 42}\n";
    let place = Place::with(1);
    let path = place.folder.join("okrs/all/ana/o0.history.yaml");
    let mut file = OpenOptions::new().read(true).append(true).open(path).unwrap();
    file.lock().unwrap();
    file.write_all(&line[..50]).unwrap();
    (place, file, &line[50..])
}

#[test]
fn a_reader_waits_for_a_line_that_somebody_is_writing() {
    let (place, mut file, rest) = half_written();
    let reader = place
        .command(&["history", "o0.n", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // As long as a reader that does not wait would take to be done.
    thread::sleep(Duration::from_millis(500));
    file.write_all(rest).unwrap();
    drop(file);
    let Output { stdout, stderr, .. } = reader.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&stderr), "");
    let history: serde_json::Value = serde_json::from_slice(&stdout).unwrap();
    assert!(history["updates"].as_array().unwrap().iter().any(|update| update["after"] == 42), "{history}");
}

#[test]
fn a_reader_answers_though_a_writer_never_lets_go() {
    let (place, file, _) = half_written();
    let begun = Instant::now();
    let mut reader = place.command(&["history", "o0.n"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while reader.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(20) {
            let _ = reader.kill();
            panic!("the reader waits for a writer that never lets go");
        }
        thread::sleep(Duration::from_millis(20));
    }
    drop(file);
}

#[test]
fn definitions_that_many_change_at_once_keep_every_change() {
    let place = Place::with(1);
    let count = times(4, 40);
    thread::scope(|scope| {
        for process in 0..8 {
            let place = &place;
            scope.spawn(move || {
                for number in 0..count {
                    let spec = format!("k{process}-{number} = Key result {process} {number}: 0 -> 10");
                    place.done(&["kr", "add", "o0", &spec, "--quiet"]);
                }
            });
        }
    });
    let (out, _) = place.done(&["show", "o0", "--format", "json"]);
    let objective: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(objective["key_results"].as_array().unwrap().len(), 1 + 8 * count);
    let edits = place.events("all/ana/o0.history.yaml").iter().filter(|event| event["event"] == "edit").count();
    assert_eq!(edits, 8 * count);
}
