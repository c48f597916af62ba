//! From bytes to text that may be read as YAML.

use super::merge::{CHOOSE, MARK};
use crate::model::{Problem, is_invisible};

/// Whether a character stands in a file as it is. What YAML does not allow, and what readers, editors or terminals take for
/// more than text or do not show at all, is written as an escape.
pub fn is_bare(c: char) -> bool {
    !c.is_control() && !is_invisible(c) && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

/// The text of a file without its byte order mark.
///
/// # Errors
/// When it is not UTF-8, holds a NUL, or holds the marks of an unfinished merge; with the byte at which that stands.
pub fn decode(bytes: &[u8]) -> Result<&str, (usize, Problem)> {
    let text = std::str::from_utf8(bytes).map_err(|why| (why.valid_up_to(), Problem::NotText))?;
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err((at, Problem::NotText));
    }
    if let Some(at) = conflict(text) {
        return Err((at, Problem::ConflictMarker));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The deepest nesting of brackets that is read: YAML readers take time by the square of it, and no file of a store comes
/// near.
const MAX_BRACKETS: usize = 500;

/// Where brackets are opened without end. Those within quotation marks are counted too; nobody writes so many.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_BRACKETS {
            return Some(at);
        }
    }
    None
}

/// Where an unfinished merge begins. A line of `=======` alone is an underline; only the arrows are sure marks.
fn conflict(text: &str) -> Option<usize> {
    // Hardly any file holds either sign; looking for one byte is far quicker than looking for eight.
    memchr::memchr2(b'<', b'>', text.as_bytes())?;
    let starts =
        |mark: &str| text.match_indices(mark).map(|(at, _)| at).find(|&at| at == 0 || text.as_bytes()[at - 1] == b'\n');
    starts("<<<<<<< ").or_else(|| starts(">>>>>>> "))
}

/// Where the comments begin that a merge by key left for somebody to choose.
pub fn undecided(text: &str) -> Vec<usize> {
    if !text.contains(CHOOSE) {
        return Vec::new();
    }
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let comment = line.trim_start_matches('\u{feff}').trim_start();
        if comment.starts_with(MARK) && comment.contains(CHOOSE) {
            found.push(start + line.len() - comment.len());
        }
        start += line.len();
    }
    found
}

/// The line and column (from 1, in characters) of a byte, and the line's text.
pub fn position(bytes: &[u8], at: usize) -> (usize, usize, String) {
    let before = &bytes[..at.min(bytes.len())];
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let end = bytes[start..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |length| start + length);
    let column = String::from_utf8_lossy(&bytes[start..at.min(bytes.len())]).chars().count() + 1;
    let source = String::from_utf8_lossy(&bytes[start..end]);
    (line, column, source.trim_end_matches('\r').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unfinished_merge_is_seen_and_an_underline_is_not() {
        assert_eq!(decode(b"title: a\n<<<<<<< HEAD\n"), Err((9, Problem::ConflictMarker)));
        assert_eq!(decode(b"title\n=======\n"), Ok("title\n=======\n"));
        assert_eq!(decode(b"a\xff"), Err((1, Problem::NotText)));
        assert_eq!(decode("\u{feff}title: a".as_bytes()), Ok("title: a"));
    }

    #[test]
    fn only_the_comments_of_a_merge_are_undecided() {
        let text = "# CONFLICT of interest\ntitle: a # CONFLICT b; choose, then remove this line\n  # CONFLICT c; choose, then remove this line\r\n";
        assert_eq!(undecided(text).len(), 1);
        assert_eq!(undecided("# CONFLICT c; choose, then remove this line"), [0]);
    }

    #[test]
    fn a_byte_has_a_line_and_a_column_in_characters() {
        let text = "标题: a\r\n目标: b\n".as_bytes();
        assert_eq!(position(text, 11 + 6), (2, 3, "目标: b".to_owned()));
    }
}
