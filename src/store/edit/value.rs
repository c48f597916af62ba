//! How values are written.

use saphyr_parser::ScalarStyle;

use crate::store::text::is_bare;

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml {
    /// A number, `true`, a date: written as it is. An empty one is nothing.
    Literal(String),
    Text(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

/// The longest mapping or list that is written on one line.
const FLOW: usize = 76;

impl Yaml {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text or literal as it reads, without quotation marks.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Yaml::Literal(text) | Yaml::Text(text) => Some(text),
            Yaml::List(_) | Yaml::Map(_) => None,
        }
    }

    /// On one line, within `[ ]` or `{ }` where `nested`. `None` for a text of several lines.
    pub fn inline(&self, nested: bool) -> Option<String> {
        match self {
            // Nothing at all can only stand where the line ends.
            Yaml::Literal(literal) if nested && literal.is_empty() => Some("null".to_owned()),
            Yaml::Literal(literal) => Some(literal.clone()),
            Yaml::Text(text) => Some(if is_plain(text, nested) { text.clone() } else { quoted(text) }),
            Yaml::List(items) => {
                let items: Option<Vec<String>> = items.iter().map(|item| item.inline(true)).collect();
                Some(format!("[{}]", items?.join(", ")))
            }
            Yaml::Map(entries) => {
                let entry =
                    |(key, value): &(String, Yaml)| Some(format!("{}: {}", scalar(key, true), value.inline(true)?));
                let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
                Some(format!("{{{}}}", entries?.join(", ")))
            }
        }
    }

    /// On one line in the style of the scalar that it replaces.
    pub fn in_style(&self, style: ScalarStyle, nested: bool) -> Option<String> {
        match (self, style) {
            (Yaml::Text(text), ScalarStyle::DoubleQuoted) => Some(quoted(text)),
            (Yaml::Text(text), ScalarStyle::SingleQuoted) if text.chars().all(is_bare) => {
                Some(format!("'{}'", text.replace('\'', "''")))
            }
            _ => self.inline(nested),
        }
    }

    /// Whether it needs lines of its own: a text of several lines, a list of mappings, or a long mapping.
    pub fn is_block(&self) -> bool {
        match self {
            Yaml::Literal(_) => false,
            Yaml::Text(text) => block_header(text).is_some(),
            Yaml::List(items) => items.iter().any(|item| matches!(item, Yaml::Map(_))),
            Yaml::Map(entries) => {
                let nested =
                    entries.iter().any(|(_, value)| matches!(value, Yaml::Map(_) | Yaml::List(_)) && value.is_block());
                nested || self.inline(true).is_none_or(|line| line.chars().count() > FLOW)
            }
        }
    }

    /// What follows `key:` or `-`: either on its line, with a blank in front, or on lines below, indented by `indent`.
    /// `comment` is what stood behind the value and goes on the first line.
    pub fn after_key(&self, indent: usize, comment: &str) -> String {
        if !self.is_block() {
            let line = self.inline(false).unwrap_or_default();
            return format!("{}{line}{comment}", if line.is_empty() { "" } else { " " });
        }
        let pad = " ".repeat(indent);
        match self {
            Yaml::Text(text) => {
                let header = block_header(text).unwrap_or("|-");
                let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("\n{pad}{line}") };
                let lines: String = text.strip_suffix('\n').unwrap_or(text).split('\n').map(line).collect();
                format!(" {header}{comment}{lines}")
            }
            Yaml::List(items) => {
                let item = |item: &Yaml| format!("\n{pad}-{}", item.item(indent));
                format!("{comment}{}", items.iter().map(item).collect::<String>())
            }
            Yaml::Map(_) => format!("{comment}\n{pad}{}", self.entries(indent)),
            Yaml::Literal(_) => String::new(),
        }
    }

    /// What follows the `-` of an item whose dash stands at `indent`.
    pub fn item(&self, indent: usize) -> String {
        match self {
            Yaml::Map(entries) if !entries.is_empty() => format!(" {}", self.entries(indent + 2)),
            other => other.after_key(indent + 2, ""),
        }
    }

    /// The entries of a mapping, one a line, the first one without indent.
    fn entries(&self, indent: usize) -> String {
        let Yaml::Map(entries) = self else { return String::new() };
        let pad = format!("\n{}", " ".repeat(indent));
        let entry =
            |(key, value): &(String, Yaml)| format!("{}:{}", scalar(key, false), value.after_key(indent + 2, ""));
        entries.iter().map(entry).collect::<Vec<_>>().join(&pad)
    }

    /// As a reader gives it back.
    pub fn value(&self) -> serde_yaml::Value {
        match self {
            Yaml::Literal(literal) => serde_yaml::from_str(literal).unwrap_or_default(),
            Yaml::Text(text) => serde_yaml::Value::String(text.clone()),
            Yaml::List(items) => serde_yaml::Value::Sequence(items.iter().map(Yaml::value).collect()),
            Yaml::Map(entries) => {
                let entry = |(key, value): &(String, Yaml)| (serde_yaml::Value::String(key.clone()), value.value());
                serde_yaml::Value::Mapping(entries.iter().map(entry).collect())
            }
        }
    }
}

/// A whole file with these entries, one a line.
pub fn document(entries: &[(String, Yaml)]) -> String {
    let entry = |(key, value): &(String, Yaml)| format!("{}:{}\n", scalar(key, false), value.after_key(2, ""));
    entries.iter().map(entry).collect()
}

pub fn scalar(text: &str, nested: bool) -> String {
    if is_plain(text, nested) { text.to_owned() } else { quoted(text) }
}

/// The header of the block scalar that gives a text back, for texts of whole or several lines that one can hold.
fn block_header(text: &str) -> Option<&'static str> {
    let body = text.strip_suffix('\n');
    let content = body.unwrap_or(text);
    // Blanks at the end of a line are a line break in Markdown; a line of nothing else is an accident.
    let holds =
        |line: &str| (line.is_empty() || !line.trim().is_empty()) && line.chars().all(|c| c == '\t' || is_bare(c));
    let fits = text.contains('\n')
        && !content.is_empty()
        && !content.ends_with('\n')
        && !content.starts_with([' ', '\n', '\t'])
        && content.split('\n').all(holds);
    fits.then_some(if body.is_some() { "|" } else { "|-" })
}

/// Words that one YAML reader or another takes for something else than text.
pub const WORDS: [&str; 12] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf"];

/// Whether every reader takes these bare characters for this very text.
pub fn is_plain(text: &str, nested: bool) -> bool {
    let first = text.chars().next();
    // Outside of ASCII nothing is a sign of YAML: 「」, “”, … and → are letters as others are.
    let starts_well = first.is_some_and(|c| {
        c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()) || matches!(c, '_' | '/' | '(' | '.' | '$' | '+')
    });
    let number_like = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ':' | '_' | '-' | '+' | 'e' | 'E' | ',' | 'T' | 'Z' | ' '))
        || text.starts_with("0x")
        || text.starts_with("0o")
        || text.starts_with("0b");
    starts_well
        && !number_like
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && text.trim() == text
        && text.chars().all(is_bare)
        // Some readers take a dash before a comma or a bracket for a sign.
        && !(nested && (text.contains([',', '[', ']', '{', '}', ':', '#']) || text.ends_with(['-', '?'])))
        && matches!(serde_yaml::from_str(text), Ok(serde_yaml::Value::String(read)) if read == text)
}

/// A text within double quotation marks, on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_bare(c) => out.push(c),
            c if u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_does_not_allow_or_nobody_sees_is_written_as_an_escape() {
        // U+FFFF made a file that no reader takes: found by fuzzing.
        for (text, written) in [
            ("a\u{ffff}", "\"a\\uffff\""),
            ("a\u{0}\u{1b}", "\"a\\x00\\x1b\""),
            ("a\u{200b}b", "\"a\\u200bb\""),
            ("a\u{e0041}", "\"a\\U000e0041\""),
            ("👨‍👩‍👧 中文", "👨‍👩‍👧 中文"),
        ] {
            assert_eq!(scalar(text, false), written);
            assert_eq!(serde_yaml::from_str::<String>(written).unwrap(), text);
        }
    }
}
