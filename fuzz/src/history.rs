//! Histories: whatever the bytes are, they are read and folded without a panic; every event that is read is written as a line
//! that reads as the same; lines that stand twice, or in another order, change nothing.

use okrs::model::Zone;
use okrs::store::{HistoryFile, to_line};

use super::files::{Files, HISTORY};

pub fn run(data: &[u8]) {
    let zone = if data.first().is_some_and(|byte| byte % 2 == 1) {
        "Asia/Shanghai".parse().unwrap_or(Zone::UTC)
    } else {
        Zone::UTC
    };
    let file = HistoryFile::read(data, zone);
    let events: Vec<_> = file.items.iter().filter_map(|item| item.read.as_ref().ok()).collect();
    let mut lines = Vec::new();
    for event in &events {
        let Ok(line) = to_line(event) else { panic!("an event that was read is written: {event:?}") };
        assert!(line.ends_with('\n') && line.matches('\n').count() == 1, "one event, one line: {line:?}");
        let again = HistoryFile::read(line.as_bytes(), zone);
        let read: Vec<_> = again.items.iter().map(|item| item.read.as_ref()).collect();
        assert_eq!(read, [Ok(*event)], "written as {line:?}");
        lines.push(line);
    }
    let read = |text: String| {
        let mut snapshot = Files::with(HISTORY, text.as_bytes()).read();
        (snapshot.objectives.pop().map(|record| record.events), snapshot.damages.len())
    };
    drop(Files::with(HISTORY, data).read());
    let forwards = read(lines.concat());
    let backwards: String = lines.iter().rev().chain(&lines).map(String::as_str).collect();
    let (events, _) = read(backwards);
    assert_eq!(forwards.0, events, "the order of lines says nothing, and neither does a line that stands twice");
}
