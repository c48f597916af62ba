//! The end of a history: whether its last line is whole. Readers and writers ask here, so that nothing is cut off that counts,
//! and nothing is appended to what does not.

use super::read::is_malformed;

/// A history without what a crash left behind its last whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound<'b> {
    /// What can be read; it may lack its last newline.
    pub bytes: &'b [u8],
    /// What is no event and never was one: a line that was cut off, or zeros where a line was to be.
    pub torn: Option<&'b [u8]>,
}

/// Parts a history from what a crash left at its end: a line that this program began and did not finish, which may end within
/// a character, or zeros, which some file systems leave after a power failure. Any other ending is somebody's own text.
pub fn sound(bytes: &[u8]) -> Sound<'_> {
    let written = &bytes[..bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1)];
    let line = written.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let whole = if is_torn(&written[line..]) { line } else { written.len() };
    match &bytes[whole..] {
        [] => Sound { bytes, torn: None },
        torn => Sound { bytes: &bytes[..whole], torn: Some(torn) },
    }
}

/// Whether a last line that no newline ends was begun by this program and cannot be read.
fn is_torn(line: &[u8]) -> bool {
    match std::str::from_utf8(line) {
        Ok("-" | "- " | "- {") => true,
        Ok(line) => line.starts_with("- {\"") && !begins_whole(&line[2..]) && is_malformed(line),
        Err(_) => line.starts_with(b"- {\""),
    }
}

/// Whether a whole event stands at the beginning: another one that was glued to it is no reason to cut it off.
fn begins_whole(text: &str) -> bool {
    serde_json::Deserializer::from_str(text)
        .into_iter::<serde::de::IgnoredAny>()
        .next()
        .is_some_and(|first| first.is_ok())
}

/// Whether lines can be added to a history: its items stand below each other in the first column, or there are none yet.
pub fn takes_lines(bytes: &[u8]) -> bool {
    let lines = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).split(|&byte| byte == b'\n');
    let is_item = |line: &&[u8]| {
        let words = line.trim_ascii();
        !(words.is_empty() || words == b"---" || words.starts_with(b"#"))
    };
    lines.into_iter().find(is_item).is_none_or(|line| line.starts_with(b"-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(bytes: &[u8]) -> (&[u8], &[u8]) {
        let sound = sound(bytes);
        (sound.bytes, sound.torn.unwrap_or_default())
    }

    #[test]
    fn what_a_crash_leaves_is_parted_from_what_is_read() {
        for (whole, torn) in [
            (&b"- {\"id\": \"a\"}\n"[..], &b"- {\"id\": \"b\", \"val"[..]),
            (b"- {\"id\": \"a\"}\n", b"- {\"id\": \"b\", \"note\": \"gr\xc3"),
            (b"- {\"id\": \"a\"}\n", b"\0\0\0\0"),
            (b"- {\"id\": \"a\"}\n", b"- {\"id\": \0\0\0\0"),
            (b"- {\"id\": \"a\"}", b"\0\0"),
            (b"", b"- {"),
            (b"\xef\xbb\xbf", b""),
            (b"", b""),
        ] {
            let bytes = [whole, torn].concat();
            assert_eq!(parted(&bytes), (whole, torn), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_is_read_is_never_parted_though_no_newline_ends_it() {
        for line in [
            "- {\"id\": \"a\"}",
            "- {\"id\": \"a\"} # on the phone",
            "- {\"id\": \"a\"}- {\"id\": \"b\", \"val",
            "- {\"at\": 2026-11-20, \"by\": ana, \"kr\": nps, \"value\": 33}",
            "- at: 2026-11-20\n  by: ana\n  note: |\n    - {",
            "# - {\"id\"",
        ] {
            assert_eq!(sound(line.as_bytes()).torn, None, "{line}");
        }
        // Somebody's own text that is no UTF-8 is not ours to cut.
        assert_eq!(sound(b"- {at: 2026-11-20, note: caf\xe9}").torn, None);
    }

    #[test]
    fn lines_are_added_where_items_begin_in_the_first_column() {
        for text in ["", "\u{feff}- {}\n", "  # why\n", "---\n- {}\n", "- at: 1\n  by: a\n", "# a\n\n- {\n"] {
            assert!(takes_lines(text.as_bytes()), "{text}");
        }
        for text in ["  - {}\n", "[{}, {}]\n", "{}\n", "[]\n"] {
            assert!(!takes_lines(text.as_bytes()), "{text}");
        }
    }
}
