//! Texts of YAML on one line whose meaning hangs on no rule that takes a YAML reader to know.

use super::line::Line;
use crate::model::byte_set;

/// A text in block context, to the end of its line: in double quotation marks without escapes, or without any.
pub fn text(line: &str) -> Option<&str> {
    if line.starts_with('"') {
        let mut line = Line(line);
        let inside = line.quoted()?;
        return line.rest().is_empty().then_some(inside);
    }
    is_plain(line).then_some(line)
}

/// A text within brackets: in double quotation marks without escapes, or letters, digits and what ends nothing.
pub fn item<'t>(line: &mut Line<'t>) -> Option<&'t str> {
    if line.rest().starts_with('"') {
        return line.quoted();
    }
    let ends = |byte: u8| matches!(byte, b',' | b']' | b'}');
    let word = line.take(line.rest().bytes().position(ends)?)?;
    let is_simple = |c: char| c.is_alphanumeric() || SIMPLE.get(c as usize) == Some(&true);
    // In ASCII a sign is a byte, and whether it is simple is looked up.
    let simple = word.bytes().all(|byte| SIMPLE[usize::from(byte)]) || word.chars().all(is_simple);
    (simple && is_plain(word)).then_some(word)
}

/// For each byte whether it is a letter or digit of ASCII, or a sign that ends nothing within brackets.
const SIMPLE: [bool; 256] = byte_set!(byte => {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b' ' | b'-' | b'_' | b'/' | b'.' | b'%' | b'@' | b'+' | b'\'' | b'(' | b')')
});

/// A key in block context and what stands behind it on its line.
pub fn entry(line: &str) -> Option<(&str, &str)> {
    let mut line = Line(line);
    let key = key(&mut line)?;
    Some((key, line.rest()))
}

/// A key and the colon behind it.
pub fn key<'t>(line: &mut Line<'t>) -> Option<&'t str> {
    // Keys are short: this is over before a faster search has begun.
    let key = line.take(line.rest().bytes().position(|byte| byte == b':')?)?;
    line.eat(": ")?;
    Some(key)
}

/// Whether a text without quotation marks is that text, and no number, nothing, comment or mapping.
fn is_plain(text: &str) -> bool {
    // A letter begins no number, day, list or sign of YAML. Null and nothing are the only words that are no text here.
    let begins = text.starts_with(char::is_alphabetic);
    let bytes = text.as_bytes();
    let maps = |at: usize| bytes[at] == b':' && bytes.get(at + 1).is_none_or(|&next| next == b' ');
    let comments = |at: usize| bytes[at] == b'#' && at > 0 && bytes[at - 1] == b' ';
    let more = memchr::memchr2_iter(b':', b'#', bytes).any(|at| maps(at) || comments(at));
    begins && !more && !text.ends_with(' ') && !text.eq_ignore_ascii_case("null")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_of_one_meaning_are_read() {
        for plain in ["Make it so", "让客户续约", "a, [b] {c} at 5:30", "C# is fine", "It's 50 %"] {
            assert_eq!(text(plain), Some(plain));
        }
        assert_eq!(text("\"# 5: a\""), Some("# 5: a"));
        for other in
            ["", "5", "- a", "a: b", "a:", "a # b", "a ", "null", "Null", "'a'", "~", "|", "\"a\\n\"", "\"a\" b", "[a]"]
        {
            assert_eq!(text(other), None, "{other}");
        }
    }

    #[test]
    fn an_item_ends_with_its_bracket() {
        let mut line = Line("u1/some-objective.kr1, \"%\"]");
        assert_eq!(item(&mut line), Some("u1/some-objective.kr1"));
        assert_eq!(line.rest(), ", \"%\"]");
        for other in ["a b: c]", "5]", "a", "a\"]", "]"] {
            assert_eq!(item(&mut Line(other)), None, "{other}");
        }
    }
}
