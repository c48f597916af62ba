//! A text as values that can be written again: what a mapping holds in its order, numbers and dates as they are spelled.

use saphyr_parser::ScalarStyle;
use serde_yaml::Value;

use super::node::{self, Kind, Node};
use super::{EditError, Yaml};
use crate::language::say;
use crate::store::of_parser;

/// What a text holds; an empty mapping where it has no content.
///
/// # Errors
/// When it is not YAML, more than one document, or holds anchors, tags, characters that end a line in one version of YAML
/// only, or keys that are no texts or stand twice.
pub fn tree(text: &str) -> Result<Yaml, EditError> {
    // These end a line in YAML 1.1, as the reader of the store has it, and in 1.2, as the parser here has it, they do not.
    if let Some(at) = text.find(['\u{85}', '\u{2028}', '\u{2029}']) {
        return Err(EditError::Unfaithful(say!("line {number}", number = text[..at].lines().count().max(1))));
    }
    let root = node::parse(text)?;
    // The reader of the store has the last word on what is YAML: it refuses second documents and repeated keys.
    serde_yaml::from_str::<Value>(text).map_err(|why| EditError::Unparsable {
        line: why.location().map_or(1, |at| at.line()),
        message: said(&why.to_string()),
    })?;
    root.map_or_else(|| Ok(Yaml::Map(Vec::new())), |root| value(&root))
}

/// The reader's words as they are, where there are no others for them.
fn said(words: &str) -> String {
    let end = [" at line ", ", while "].iter().filter_map(|cut| words.find(cut)).min().unwrap_or(words.len());
    let known = Some(of_parser(&words[..end])).filter(|said| *said != &words[..end]);
    known.unwrap_or(words).to_owned()
}

fn value(node: &Node) -> Result<Yaml, EditError> {
    let unfaithful = || EditError::Unfaithful(say!("line {number}", number = node.line));
    match &node.kind {
        Kind::Scalar { value, style } => Ok(scalar(value, *style)),
        Kind::List { items, .. } => Ok(Yaml::List(items.iter().map(value).collect::<Result<_, _>>()?)),
        Kind::Map { entries, .. } => {
            let mut read: Vec<(String, Yaml)> = Vec::with_capacity(entries.len());
            for (key, entry) in entries {
                let key = key.text().ok_or_else(unfaithful)?;
                if read.iter().any(|(known, _)| known == key) {
                    return Err(unfaithful());
                }
                read.push((key.to_owned(), value(entry)?));
            }
            Ok(Yaml::Map(read))
        }
        Kind::Other => Err(unfaithful()),
    }
}

/// A bare word that readers take for a text is one, but for dates, which are bare wherever people write them.
fn scalar(text: &str, style: ScalarStyle) -> Yaml {
    let date = || text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if style == ScalarStyle::Plain && (date() || !matches!(serde_yaml::from_str(text), Ok(Value::String(_)))) {
        return Yaml::Literal(if text.is_empty() { "null".to_owned() } else { text.to_owned() });
    }
    Yaml::text(text)
}
