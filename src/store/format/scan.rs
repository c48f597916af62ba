//! What stands between the keys and values of a text: comments, dashes, and nothing else that would be lost.

use saphyr_parser::ScalarStyle;

use super::Unformatted;
use crate::language::marked;
use crate::store::edit::node::{Kind, Node};

/// A comment as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The byte of its `#`.
    pub start: usize,
    /// From 0, in characters.
    pub column: usize,
    /// Whether nothing stands before it on its line.
    pub alone: bool,
    /// From `#` to the end of the line, without blanks at the end.
    pub text: String,
}

/// All that a text holds beside keys and values.
#[derive(Debug, Default)]
pub struct Scanned {
    pub comments: Vec<Comment>,
    /// The bytes of the dashes before the items of lists.
    pub dashes: Vec<usize>,
}

/// Looks at every byte that belongs to no key and no value.
///
/// # Errors
/// When there is something that is neither a comment nor one of the signs that the layout writes anew.
pub fn scan(text: &str, root: Option<&Node>) -> Result<Scanned, Unformatted> {
    let mut pieces = Vec::new();
    if let Some(root) = root {
        collect(root, &mut pieces);
    }
    let mut pieces = pieces.into_iter().peekable();
    let mut found = Scanned::default();
    let bytes = text.as_bytes();
    let (mut at, mut begun) = (0, false);
    while at < bytes.len() {
        match pieces.peek() {
            Some(&(start, end)) if start == at => {
                at = end;
                begun = true;
                pieces.next();
                continue;
            }
            Some(&(start, _)) if start < at => return Err(Unformatted::Unfaithful),
            _ => {}
        }
        let begins_line = at == 0 || bytes[at - 1] == b'\n';
        match bytes[at] {
            b'#' if begins_line || bytes[at - 1].is_ascii_whitespace() => {
                let comment = comment(text, at);
                at = text[at..].find('\n').map_or(text.len(), |length| at + length);
                found.comments.push(comment);
                continue;
            }
            b'-' if begins_line && text[at..].starts_with("---") => {
                if begun {
                    return Err(strange(text, at, b'-'));
                }
                begun = true;
                at += 2;
            }
            b'-' => found.dashes.push(at),
            b'|' | b'>' => {
                at += text[at + 1..].bytes().take_while(|byte| byte.is_ascii_digit() || b"+-".contains(byte)).count();
            }
            b' ' | b'\t' | b'\n' | b',' | b':' | b'[' | b']' | b'{' | b'}' => {}
            other => return Err(strange(text, at, other)),
        }
        at += 1;
    }
    Ok(found)
}

/// The bytes of every key and every value that is one piece.
fn collect(node: &Node, pieces: &mut Vec<(usize, usize)>) {
    match &node.kind {
        // Where nothing stands, the parser may point at the sign behind it.
        Kind::Scalar { value, style: ScalarStyle::Plain } if value.is_empty() => {}
        Kind::Scalar { .. } if node.start < node.end => pieces.push((node.start, node.end)),
        Kind::Scalar { .. } | Kind::Other => {}
        Kind::List { items, .. } => items.iter().for_each(|item| collect(item, pieces)),
        Kind::Map { entries, .. } => entries.iter().for_each(|(key, value)| {
            collect(key, pieces);
            collect(value, pieces);
        }),
    }
}

fn comment(text: &str, at: usize) -> Comment {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[start..at];
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    Comment {
        start: at,
        column: before.chars().count(),
        alone: before.trim().is_empty(),
        text: text[at..end].trim_end().to_owned(),
    }
}

fn strange(text: &str, at: usize, byte: u8) -> Unformatted {
    let what = match byte {
        b'&' => marked!("an anchor (&)"),
        b'*' => marked!("an alias (*)"),
        b'!' => marked!("a tag (!)"),
        b'%' => marked!("a directive (%)"),
        b'?' => marked!("a key behind a question mark"),
        b'-' => marked!("a second document"),
        b'\r' => marked!("a line that ends in a carriage return alone"),
        b'#' => marked!("a comment without a blank in front"),
        _ => marked!("a sign that is neither key nor value"),
    };
    Unformatted::Strange { line: text[..at].bytes().filter(|&byte| byte == b'\n').count() + 1, what }
}
