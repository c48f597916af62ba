//! What was found, with the words in sight.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use crate::language::{count, say};
use crate::model::Zone;
use crate::report::{Find, Finds, FoundPlace};

/// How much of a text stands before and behind the first word, in characters.
const AROUND: usize = 60;

/// What was found as a document.
pub fn find(report: &Finds, names: &Names, zone: Zone) -> Document {
    let mut document = Document::default();
    let places: usize = report.objectives.iter().map(|find| find.places.len()).sum();
    let quoted: Vec<String> = report.words.iter().map(|word| format!("“{word}”")).collect();
    document.push(Block::Title(vec![
        vec![Span::strong(quoted.join(" "))],
        vec![Span::plain(count!(report.objectives.len(), "objective", "objectives"))],
        vec![Span::plain(count!(places, "place", "places"))],
    ]));
    if report.objectives.is_empty() {
        document.push(Block::Paragraph(vec![Span::plain(say!("Nobody wrote that here."))]));
        return document;
    }
    let columns = vec![
        Column::new("ref", say!("OBJECTIVE")).shrinks(20),
        Column::new("place", say!("WHERE")),
        Column::new("key_result", say!("KR")).goes(2),
        Column::new("at", say!("WHEN")).goes(3),
        Column::new("by", say!("WHO")).goes(1),
        Column::new("text", say!("TEXT")).shrinks(24).wraps(),
    ];
    let year = report.as_of.year();
    let rows = report.objectives.iter().flat_map(|find| rows(find, names, zone, year));
    document.push(Block::Table(Table { columns, rows: rows.collect() }));
    document
}

/// One row a place; the objective's name stands once.
fn rows(find: &Find, names: &Names, zone: Zone, year: i32) -> Vec<Vec<Cell>> {
    let row = |(at, place): (usize, &FoundPlace)| {
        let name = if at == 0 { vec![Span::reference(names.objective(&find.reference))] } else { Vec::new() };
        vec![
            Cell::Words { shown: name, raw: find.reference.to_string() },
            Cell::dim(place_words(place.place)),
            Cell::text(place.key_result.as_ref().map(ToString::to_string).unwrap_or_default()),
            place.at.map_or(Cell::text(""), |at| Cell::Instant { at, zone, year }),
            Cell::text(place.by.clone().unwrap_or_default()),
            Cell::Words { shown: excerpt(place), raw: place.text.clone() },
        ]
    };
    find.places.iter().enumerate().map(row).collect()
}

/// What people call the place where something is written.
fn place_words(place: &'static str) -> &'static str {
    match place {
        "update" => say!("check-in"),
        "title" => say!("title"),
        "description" => say!("description"),
        "tag" => say!("tag"),
        "initiative" => say!("initiative"),
        "comment" => say!("comment"),
        "edit" => say!("edit"),
        "score" => say!("score"),
        "review" => say!("review"),
        "complete" => say!("complete"),
        "abandon" => say!("abandon"),
        "reopen" => say!("reopen"),
        "retract" => say!("retract"),
        other => other,
    }
}

/// The part of a text around the first word that was found, all words of it marked.
fn excerpt(place: &FoundPlace) -> Line {
    let text = place.text.as_str();
    let first = place.hits.first().map_or(0, |hit| hit.start);
    let from = text[..first].char_indices().rev().take(AROUND).last().map_or(first, |(at, _)| at);
    let to = text[first..].char_indices().nth(2 * AROUND).map_or(text.len(), |(at, _)| first + at);
    let mut line = Line::new();
    if from > 0 {
        line.push(Span::dim("…"));
    }
    let mut at = from;
    for hit in place.hits.iter().filter(|hit| hit.start >= from && hit.end <= to) {
        line.push(Span::plain(flat(&text[at..hit.start])));
        line.push(Span::new(flat(&text[hit.clone()]), Role::Strong));
        at = hit.end;
    }
    line.push(Span::plain(flat(&text[at..to])));
    if to < text.len() {
        line.push(Span::dim("…"));
    }
    line.retain(|span| !span.text.is_empty());
    line
}

/// On one line.
fn flat(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
