//! `okr update --from`: many check-ins, all or none.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;

use super::{Args, Updating, text_within_bounds};
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::count;
use crate::cli::record::Recorder;
use crate::model::{CheckIn, ObjectiveRef, Reported};
use crate::view::Span;

/// The largest file of check-ins that is read, in bytes.
const MAX_FILE: u64 = 16 << 20;

/// One check-in of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(rename = "ref")]
    reference: String,
    value: Option<Reported>,
    status: Option<String>,
    confidence: Option<Reported>,
    note: Option<String>,
    at: Option<String>,
}

pub fn run(desk: &Desk, args: &Args, file: &Path) -> Result<Exit, Failure> {
    let shown = if file.as_os_str() == "-" { "standard input".to_owned() } else { file.to_string_lossy().into_owned() };
    let text = read(file, &shown)?;
    let rows = rows(&text, &shown)?;
    let mut recorder = Recorder::new(desk, args.at.as_deref())?;
    let mut open: BTreeMap<ObjectiveRef, Updating> = BTreeMap::new();
    let mut wrong = Vec::new();
    let total = rows.len();
    for (line, row) in rows {
        let taken = row.and_then(|row| take(desk, &mut recorder, &mut open, &row, args));
        if let Err(why) = taken {
            let hints: String = why.hints.iter().map(|hint| format!(" ({hint})")).collect();
            wrong.push(format!("{shown}:{line}: {}{hints}", why.message));
        }
    }
    if !wrong.is_empty() {
        for line in &wrong {
            desk.ctx.ui.err(&[Span::new("error: ", crate::view::Role::Bad), Span::plain(line)]);
        }
        let bad = count(wrong.len(), "row", "rows");
        return Err(Failure::usage(format!("{bad} of {total} cannot be taken; none was")));
    }
    if total == 0 {
        desk.ctx.ui.done(&[Span::plain(format!("{shown} holds no check-ins; nothing was changed"))])?;
        return Ok(Exit::Done);
    }
    recorder.write()?;
    for line in open.into_values().flat_map(Updating::after) {
        desk.ctx.ui.done(&line)?;
    }
    Ok(Exit::Done)
}

fn take<'d>(
    desk: &'d Desk<'d>,
    recorder: &mut Recorder,
    open: &mut BTreeMap<ObjectiveRef, Updating<'d>>,
    row: &Row,
    args: &Args,
) -> Result<(), Failure> {
    let (objective, mut id) = desk.find(&row.reference)?;
    let updating = match open.entry(objective.clone()) {
        std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
        std::collections::btree_map::Entry::Vacant(entry) => entry.insert(Updating::open(desk, objective.clone())?),
    };
    let blank = |text: &&str| !text.trim().is_empty();
    let value = row.value.as_ref().map(|value| match value {
        // In a file a signed number is a value, as every other program that writes such files means it.
        Reported::Number(number) if number.is_negative() => format!("={number}"),
        Reported::Flag(true) => "done".to_owned(),
        Reported::Flag(false) => "open".to_owned(),
        value => value.to_string(),
    });
    let value = value.as_deref().filter(blank);
    if let (None, Some(_), [only]) = (&id, value, updating.record.objective.key_results.as_slice()) {
        id = Some(only.id.clone());
    }
    if id.is_none() && value.is_some() {
        return Err(Failure::usage(format!("{} is an objective of several key results", row.reference))
            .hint("write objective.kr"));
    }
    let wrong = |why: String| Failure::usage(why);
    let status = row
        .status
        .as_deref()
        .filter(blank)
        .map(str::parse)
        .transpose()
        .map_err(|why: crate::model::StatusError| wrong(why.to_string()))?;
    let confidence = row.confidence.as_ref().map(ToString::to_string).filter(|text| !text.trim().is_empty());
    let confidence = confidence
        .map(|text| text.parse())
        .transpose()
        .map_err(|why: crate::model::ConfidenceError| wrong(why.to_string()))?;
    let note = row.note.as_deref().filter(blank).map(|note| text_within_bounds("note", note)).transpose()?;
    let said = CheckIn {
        status: status.or(args.status),
        confidence: confidence.or(args.confidence),
        note: note.or(args.note.as_deref()).map(str::to_owned),
        ..CheckIn::default()
    };
    if value.is_none() && said == CheckIn::default() {
        return Err(Failure::usage("it says nothing: no value, status, confidence or note"));
    }
    updating.take(recorder, id, value, &said, row.at.as_deref().filter(blank))
}

fn read(file: &Path, shown: &str) -> Result<String, Failure> {
    let unreadable = |why: std::io::Error| Failure::usage(format!("{shown}: {why}"));
    let mut bytes = Vec::new();
    let mut take = |source: &mut dyn Read| source.take(MAX_FILE + 1).read_to_end(&mut bytes);
    if file.as_os_str() == "-" {
        take(&mut std::io::stdin().lock()).map_err(unreadable)?;
    } else {
        take(&mut std::fs::File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    }
    if bytes.len() as u64 > MAX_FILE {
        return Err(Failure::usage(format!("{shown} is larger than {} MiB", MAX_FILE >> 20)));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{shown} is not UTF-8 text")))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// What the JSON reader says, with the column and without the line: a row is one line, and its number stands in front.
fn json_words(why: &serde_json::Error) -> String {
    let words = why.to_string().replace('`', "\"");
    let words = words.split(" at line ").next().unwrap_or_default();
    format!("{words}, in column {}", why.column())
}

fn csv_failure(why: &csv::Error, shown: &str) -> Failure {
    match why.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            Failure::usage(format!("{shown}:{line}: it has {len} fields, and the header {expected_len}"))
                .hint("put a text with commas in it into quotation marks")
        }
        _ => Failure::usage(format!("{shown}: {why}")),
    }
}

/// A row with its line, or what is wrong with it.
type Numbered = (u64, Result<Row, Failure>);

/// The rows with their lines: JSON lines if the first character says so, else CSV with a header.
fn rows(text: &str, shown: &str) -> Result<Vec<Numbered>, Failure> {
    if text.trim_start().starts_with('{') {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let row = |line: &str| serde_json::from_str(line).map_err(|why| Failure::usage(json_words(&why)));
        return Ok(lines.map(|(at, line)| (at as u64 + 1, row(line))).collect());
    }
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|why| Failure::usage(format!("{shown}: {why}")))?.clone();
    const KNOWN: [&str; 6] = ["ref", "value", "status", "confidence", "note", "at"];
    if let Some(unknown) = headers.iter().find(|name| !KNOWN.contains(name)) {
        return Err(Failure::usage(format!("{shown}:1: unknown column {unknown:?}"))
            .hint(format!("columns: {}", KNOWN.join(", "))));
    }
    if !headers.iter().any(|name| name == "ref") {
        return Err(Failure::usage(format!("{shown}:1: there is no column \"ref\""))
            .hint(format!("columns: {}", KNOWN.join(", "))));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|why| csv_failure(&why, shown))?;
        let field = |name: &str| {
            let at = headers.iter().position(|header| header == name)?;
            record.get(at).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row {
            reference: field("ref").unwrap_or_default(),
            value: field("value").map(Reported::Word),
            status: field("status"),
            confidence: field("confidence").map(Reported::Word),
            note: field("note"),
            at: field("at"),
        };
        rows.push((line, Ok(row)));
    }
    Ok(rows)
}
