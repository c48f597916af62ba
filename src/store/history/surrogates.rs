//! JSON writes characters beyond U+FFFF as two escapes, which YAML does not know: an event that got a comment behind it is
//! YAML.

/// The text with such pairs as the one escape that YAML has for them; `None` where it holds none.
pub fn joined(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(c) = pair(rest) {
            out.push_str(&format!("\\U{:08X}", u32::from(c)));
            rest = &rest[PAIR..];
            found = true;
        } else {
            // An escaped backslash begins no escape.
            let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// The bytes of two escapes.
const PAIR: usize = 12;

fn pair(text: &str) -> Option<char> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
    };
    let units = [unit(0)?, unit(PAIR / 2)?];
    // Two that are a character each are no pair.
    let mut characters = char::decode_utf16(units);
    let first = characters.next()?.ok()?;
    characters.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_are_joined() {
        assert_eq!(joined(r#""\ud80d\udc40 \u00e9""#).as_deref(), Some(r#""\U00013440 \u00e9""#));
        for text in [r"\u00e9\u00e9", r"\\ud80d\udc40", r"\ud80d", r"\ud80d\u", "\\", "\\é", "plain", r"\udc40\ud80d"]
        {
            assert_eq!(joined(text), None, "{text}");
        }
    }
}
