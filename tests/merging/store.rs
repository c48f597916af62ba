//! What stands in a store, read from its files without the code that is under test.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::world::World;

const CYCLE: &str = "okrs/2026-Q4";

/// A line of a history, and the objective beside which it stands, as `acme/renewing`.
#[derive(Debug, Clone)]
pub struct Line {
    pub objective: String,
    pub event: Value,
}

impl Line {
    pub fn id(&self) -> String {
        self.event["id"].as_str().unwrap().to_owned()
    }

    fn at(&self) -> (DateTime<Utc>, String) {
        (self.event["at"].as_str().unwrap().parse().unwrap(), self.id())
    }
}

/// Every line of every history.
pub fn lines(world: &World) -> Vec<Line> {
    let mut lines = Vec::new();
    for file in world.files(CYCLE).iter().filter(|file| file.ends_with(".history.yaml")) {
        let (owner, name) = file.split_once('/').unwrap();
        let objective = format!("{owner}/{}", name.split('.').next().unwrap());
        for line in world.read(&format!("{CYCLE}/{file}")).lines() {
            let event = serde_json::from_str(line.strip_prefix("- ").unwrap()).unwrap();
            lines.push(Line { objective: objective.clone(), event });
        }
    }
    lines
}

pub fn ids(lines: &[Line]) -> BTreeSet<String> {
    lines.iter().map(Line::id).collect()
}

/// The objectives, and the ids of their key results.
pub fn objectives(world: &World) -> Vec<(String, Vec<String>)> {
    let files = world.files(CYCLE);
    let definitions = files.iter().filter(|file| !file.ends_with(".history.yaml") && file.contains('/'));
    let read = |file: &String| {
        let text = world.read(&format!("{CYCLE}/{file}"));
        let ids = text.lines().filter_map(|line| line.trim().strip_prefix("- id: "));
        (file.trim_end_matches(".yaml").to_owned(), ids.map(str::to_owned).collect())
    };
    definitions.map(read).collect()
}

/// Where the objectives are that were moved: by the places where they were.
fn moved(lines: &[Line], known: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut to: BTreeMap<String, (DateTime<Utc>, String)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.event["field"] == "ref") {
        let text = |key: &str| line.event[key].as_str().unwrap().to_owned();
        let step = (line.at().0, text("to"));
        let last = to.entry(text("from")).or_insert_with(|| step.clone());
        if step.0 > last.0 {
            *last = step;
        }
    }
    let end = |from: &String| {
        let mut place = from.clone();
        while !known.contains(&place) {
            place = to[&place].1.clone();
        }
        place
    };
    to.keys().map(|from| (from.clone(), end(from))).collect()
}

/// The value in force of every key result that was checked in: that of the latest check-in.
pub fn values(lines: &[Line], known: &BTreeSet<String>) -> BTreeMap<(String, String), Value> {
    let moved = moved(lines, known);
    let mut latest: BTreeMap<(String, String), &Line> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.event["event"] == "update") {
        let place = &line.objective;
        let place = if known.contains(place) { place } else { &moved[place] };
        let key = (place.clone(), line.event["kr"].as_str().unwrap().to_owned());
        let known = latest.entry(key).or_insert(line);
        if line.at() > known.at() {
            *known = line;
        }
    }
    latest.into_iter().map(|(key, line)| (key, line.event["value"].clone())).collect()
}
