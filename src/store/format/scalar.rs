//! Values of one piece as they are written anew: quotes only where they are needed.

use saphyr_parser::ScalarStyle;
use unicode_width::UnicodeWidthStr;

use super::Unformatted;
use super::tree::Value;
use crate::model::day_of;
use crate::store::edit::Yaml;
use crate::store::edit::node::{Kind, Node};
use crate::store::edit::value::{WORDS, is_plain};
use crate::store::text::is_bare;

/// A key: a text, or a number as some write it.
pub fn key(node: &Node) -> Option<Yaml> {
    match &node.kind {
        Kind::Scalar { value, style: ScalarStyle::Plain } if value.is_empty() => None,
        Kind::Scalar { value, style: ScalarStyle::Plain } => Some(plain(value)),
        Kind::Scalar { value, .. } => Some(Yaml::text(value)),
        _ => None,
    }
}

/// A value of one piece.
///
/// # Errors
/// When it is none.
pub fn scalar(text: &str, node: &Node) -> Result<Value, Unformatted> {
    let Kind::Scalar { value, style } = &node.kind else { return Err(Unformatted::Unfaithful) };
    Ok(match style {
        ScalarStyle::Plain | ScalarStyle::DoubleQuoted | ScalarStyle::SingleQuoted
            if text[node.start..node.end].contains('\n') && is_prose(value) =>
        {
            wrapped(value)
        }
        ScalarStyle::Plain => Value::Scalar(plain(value)),
        ScalarStyle::Folded => folded(text, node, value).unwrap_or_else(|| Value::Scalar(Yaml::text(value))),
        _ => Value::Scalar(Yaml::text(value)),
    })
}

/// How wide a text is that is broken into lines again.
const WIDTH: usize = 90;

/// Whether a text is one long paragraph that lines can be broken in without changing it.
fn is_prose(value: &str) -> bool {
    let plain = !value.contains("  ") && value.trim() == value && value.chars().all(|c| c == ' ' || is_bare(c));
    plain && value.width() > WIDTH
}

/// A paragraph that somebody had broken into lines stays broken.
fn wrapped(value: &str) -> Value {
    let mut lines = vec![String::new()];
    for word in value.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.width() + 1 + word.width() <= WIDTH => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    Value::Folded { header: ">-", lines, text: value.to_owned() }
}

/// The keys whose days are written bare, as okr writes and reads them.
const DAYS: [&str; 4] = ["start", "end", "closed", "due"];

/// The value as it stands under this key.
pub fn under(key: &Yaml, value: Value) -> Value {
    match value {
        Value::Scalar(Yaml::Text(day))
            if day_of(&day).is_some() && key.as_text().is_some_and(|key| DAYS.contains(&key)) =>
        {
            Value::Scalar(Yaml::Literal(day))
        }
        value => value,
    }
}

/// What stood without quotation marks.
fn plain(value: &str) -> Yaml {
    let text = match serde_yaml::from_str(value) {
        Ok(serde_yaml::Value::String(text)) => text,
        Ok(serde_yaml::Value::Null) => return Yaml::Literal(String::new()),
        _ => return Yaml::Literal(value.to_owned()),
    };
    // What okr would quote for the sake of other readers, though its writer did not, is left as it was if it may stand
    // anywhere: 10:30, ~5 %, -5 to 10.
    let colons = value
        .match_indices(':')
        .all(|(at, _)| value[at + 1..].starts_with(|c: char| c == '/' || c.is_ascii_alphanumeric()));
    let anywhere = colons && !value.contains([',', '[', ']', '{', '}', '#']) && !value.ends_with(['-', '?']);
    let word = WORDS.contains(&value.to_ascii_lowercase().as_str());
    if anywhere && !word && !is_plain(&text, true) && text == value {
        return Yaml::Literal(text);
    }
    Yaml::Text(text)
}

/// A folded text with its lines as they were broken.
fn folded(text: &str, node: &Node, value: &str) -> Option<Value> {
    let body = value.strip_suffix('\n');
    if value.trim().is_empty() {
        // Nothing, over several lines, reads as something else once it is indented.
        return None;
    }
    let header = if body.is_some() { ">" } else { ">-" };
    let lines: Vec<String> = text
        .get(node.start..node.end)?
        .split('\n')
        .enumerate()
        .map(|(at, line)| {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let own = if at == 0 { 0 } else { indent.min(node.column) };
            line[own..].trim_end().to_owned()
        })
        .collect();
    let plain =
        !body.unwrap_or(value).ends_with('\n') && lines.first().is_some_and(|line| !line.starts_with([' ', '\t']));
    plain.then(|| Value::Folded { header, lines, text: value.to_owned() })
}
