//! The rows of a file of check-ins.

use serde::Deserialize;

use super::text_within_bounds;
use crate::cli::error::Failure;
use crate::language::say;
use crate::model::{CheckIn, ConfidenceError, Reported, StatusError};

/// One check-in of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    #[serde(rename = "ref")]
    pub reference: String,
    pub value: Option<Reported>,
    pub status: Option<String>,
    pub confidence: Option<Reported>,
    pub note: Option<String>,
    pub at: Option<String>,
}

impl Row {
    /// The value as one would type it.
    pub fn words(&self) -> Option<String> {
        let words = match self.value.as_ref()? {
            // In a file a signed number is a value, as every other program that writes such files means it.
            Reported::Number(number) if number.is_negative() => format!("={number}"),
            Reported::Flag(true) => "done".to_owned(),
            Reported::Flag(false) => "open".to_owned(),
            value => value.to_string(),
        };
        Some(words).filter(|words| is_said(&words.as_str()))
    }

    /// What it says besides the value.
    ///
    /// # Errors
    /// When the status, the confidence or the note is none.
    pub fn said(&self) -> Result<CheckIn, Failure> {
        let status = self.status.as_deref().filter(is_said).map(str::parse).transpose();
        let status = status.map_err(|why: StatusError| Failure::usage(why.to_string()))?;
        let confidence = self.confidence.as_ref().map(ToString::to_string).filter(|words| is_said(&words.as_str()));
        let confidence = confidence.map(|words| words.parse()).transpose();
        let confidence = confidence.map_err(|why: ConfidenceError| Failure::usage(why.to_string()))?;
        let note = self.note.as_deref().filter(is_said).map(|note| text_within_bounds("note", note)).transpose()?;
        Ok(CheckIn { status, confidence, note: note.map(str::to_owned), ..CheckIn::default() })
    }
}

/// Whether a field holds more than blanks.
pub fn is_said(text: &&str) -> bool {
    !text.trim().is_empty()
}

/// What the JSON reader says, with the column and without the line: a row is one line, and its number stands in front.
fn json_words(why: &serde_json::Error) -> String {
    let words = why.to_string().replace('`', "\"");
    let words = words.split(" at line ").next().unwrap_or_default();
    say!("{why}, in column {column}", why = words, column = why.column())
}

fn csv_failure(why: &csv::Error, shown: &str) -> Failure {
    match why.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            Failure::usage(format!(
                "{shown}:{line}: {}",
                say!("it has {count} fields, and the header {wanted}", count = len, wanted = expected_len)
            ))
            .hint(say!("put a text with commas in it into quotation marks"))
        }
        _ => Failure::usage(format!("{shown}: {why}")),
    }
}

/// A row with its line, or what is wrong with it.
pub type Numbered = (u64, Result<Row, Failure>);

/// The rows with their lines: JSON lines if the first character says so, else CSV with a header.
pub fn rows(text: &str, shown: &str) -> Result<Vec<Numbered>, Failure> {
    if text.trim_start().starts_with('{') {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let row = |line: &str| serde_json::from_str(line).map_err(|why| Failure::usage(json_words(&why)));
        return Ok(lines.map(|(at, line)| (at as u64 + 1, row(line))).collect());
    }
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|why| Failure::usage(format!("{shown}: {why}")))?.clone();
    const KNOWN: [&str; 6] = ["ref", "value", "status", "confidence", "note", "at"];
    if let Some(unknown) = headers.iter().find(|name| !KNOWN.contains(name)) {
        return Err(Failure::usage(format!(
            "{shown}:1: {}",
            say!("unknown column {column}", column = format_args!("{unknown:?}"))
        ))
        .hint(say!("columns: {columns}", columns = KNOWN.join(", "))));
    }
    if !headers.iter().any(|name| name == "ref") {
        return Err(Failure::usage(format!("{shown}:1: {}", say!("there is no column {column}", column = "\"ref\"")))
            .hint(say!("columns: {columns}", columns = KNOWN.join(", "))));
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
