//! The language of `--kr`: no text makes it panic, and what it understands is the same when it is read back from a file.

use okrs::model::{KeyResultId, KeyResultSpec};
use okrs::store::compose;
use okrs::store::edit::{Yaml, document};

use super::files::{Files, OBJECTIVE};

pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let spec: KeyResultSpec = match text.parse() {
        Ok(spec) => spec,
        Err(why) => return assert!(!format!("{why}").is_empty()),
    };
    let id = spec.id.clone().or_else(|| "kr1".parse::<KeyResultId>().ok());
    let Some(id) = id else { return };
    let entries = [
        ("title".to_owned(), Yaml::text("Fuzzed")),
        ("key_results".to_owned(), Yaml::List(vec![compose::key_result(&id, &spec)])),
    ];
    let written = document(&entries);
    let snapshot = Files::with(OBJECTIVE, written.as_bytes()).read();
    let read = snapshot.objectives.first().and_then(|record| record.objective.key_results.first());
    let Some(read) = read else {
        panic!("{text:?} was understood and cannot be read back: {written}\n{:?}", snapshot.damages)
    };
    assert_eq!(
        (&read.id, &read.title, read.metric.as_ref(), read.weight),
        (&id, &spec.title, Some(&spec.metric), spec.weight),
        "{written}"
    );
}
