//! What the YAML reader says, in words for those who write the files.

use super::parsers::{of_parser, of_schema};
use crate::language::say;
use crate::model::{Problem, Slip};

/// What the reader says of a text that it cannot read, as a problem.
pub fn malformed(message: &str) -> Problem {
    let (why, slip) = plain(message);
    Problem::Malformed { why, slip }
}

/// The problem of a text that is not read, since reading it would take too long.
pub fn nested_too_deeply() -> Problem {
    Problem::Malformed { why: say!("it is nested too deeply").to_owned(), slip: Slip::Other }
}

/// The reader's words without the place, which is told apart, and without the names of our types; and which slip it is.
pub fn plain(message: &str) -> (String, Slip) {
    let message = message.find(" at line ").map_or(message, |cut| &message[..cut]).replace('`', "\"");
    let (path, what) = match message.split_once(": ") {
        Some((path, what)) if what.starts_with("invalid ") || what.starts_with("data did not") => (path, what),
        _ => ("", message.as_str()),
    };
    let key = path.rsplit('.').next().map(|key| key.split('[').next().unwrap_or("")).filter(|key| !key.is_empty());
    let (why, slip) = told(what);
    match key {
        Some(key) => (say!("{key}: {why}", key, why), slip),
        None => (why, slip),
    }
}

fn told(what: &str) -> (String, Slip) {
    if let Some((found, wanted)) = invalid(what) {
        let (wanted, slip) = wanted_words(wanted);
        return (say!("{found} stands where {wanted} belongs", found = found_words(found), wanted), slip);
    }
    let (why, slip) = if what.starts_with("data did not match") {
        (say!("a value is a number, a text, or true or false"), Slip::Truth)
    } else if what.contains("more than one document") {
        (say!("a line of --- begins a second document"), Slip::SecondDocument)
    } else if what.contains("unexpected end of stream") {
        (say!("a quotation mark or a bracket is never closed"), Slip::Unclosed)
    } else if what.contains("did not find expected key") {
        (say!("a key belongs here: is the line before it ended, and are both indented alike?"), Slip::Other)
    } else if what.contains("cannot start any token") {
        (say!("no value begins with this character unless it is in quotation marks"), Slip::Sign)
    } else if what.starts_with("control characters are not allowed") {
        (say!("a control character stands here; in quotation marks it is written as \\x1b"), Slip::Other)
    } else if let Some(wanted) = what.strip_prefix("did not find expected ") {
        return (say!("{wanted} is missing here", wanted = of_parser(wanted)), slip_of(what));
    } else if let Some(field) = what.strip_prefix("missing field ") {
        return (say!("missing field {field}", field), Slip::Other);
    } else {
        (of_parser(what), slip_of(what))
    };
    (why.to_owned(), slip)
}

/// The slip that these words of the parser tell of.
fn slip_of(what: &str) -> Slip {
    const SLIPS: [(&str, Slip); 5] = [
        ("unknown anchor", Slip::Anchor),
        ("a tab character", Slip::Tab),
        ("mapping values are not allowed", Slip::Colon),
        ("'-' indicator", Slip::Dash),
        ("',' or", Slip::Bracket),
    ];
    SLIPS.iter().find(|(words, _)| what.contains(words)).map_or(Slip::Other, |(_, slip)| *slip)
}

fn invalid(what: &str) -> Option<(&str, &str)> {
    let rest = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "))?;
    rest.rsplit_once(", expected ")
}

fn found_words(found: &str) -> String {
    let number = |number: &str| say!("the number {number}", number = number.trim_matches('"'));
    match found.split_once(' ') {
        _ if found == "sequence" => say!("a list").to_owned(),
        _ if found == "map" => say!("a mapping").to_owned(),
        _ if found.starts_with("unit") || found.starts_with("null") => say!(in "YAML", "nothing").to_owned(),
        Some(("string", text)) => say!("the text {text}", text),
        Some(("integer", digits)) => number(digits),
        Some(("floating", digits)) => number(digits.trim_start_matches("point ")),
        Some(("boolean", word)) => say!("{truth}", truth = word.trim_matches('"')),
        _ => found.to_owned(),
    }
}

/// What belongs there, and which slip it is that something else does.
fn wanted_words(wanted: &str) -> (&str, Slip) {
    match wanted {
        "a string" | "string" | "a text" => (say!("a text"), Slip::Text),
        "a sequence" => (say!("a list"), Slip::List),
        "a map" => (say!("a mapping"), Slip::Mapping),
        "field identifier" | "map key" | "a key" => (say!("a key"), Slip::Other),
        "a boolean" | "bool" => (say!("true or false"), Slip::Truth),
        "f64" | "a number" => (say!("a number"), Slip::Number),
        "i64" | "u32" | "u64" => (say!("a whole number"), Slip::Other),
        wanted if wanted.starts_with("struct ") => (say!("a mapping of keys and values"), Slip::Keys),
        wanted => (of_schema(wanted), Slip::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn types_of_ours_are_never_named() {
        for (said, words) in [
            (
                "weight: invalid type: string \"heavy\", expected f64 at line 2 column 9",
                "weight: the text \"heavy\" stands where a number belongs",
            ),
            (
                "key_results[0].metric.from: invalid type: string \"a: b\", expected a number",
                "from: the text \"a: b\" stands where a number belongs",
            ),
            (
                "key_results[0]: invalid type: string \"x\", expected struct RawKeyResult",
                "key_results: the text \"x\" stands where a mapping of keys and values belongs",
            ),
            (
                "invalid type: sequence, expected struct RawObjective",
                "a list stands where a mapping of keys and values belongs",
            ),
            ("units: invalid type: integer `5`, expected a map", "units: the number 5 stands where a mapping belongs"),
            (
                ".[0]: data did not match any variant of untagged enum Reported at line 1 column 3",
                "a value is a number, a text, or true or false",
            ),
            ("found unexpected end of stream", "a quotation mark or a bracket is never closed"),
            ("did not find expected '-' indicator", "'-' indicator is missing here"),
        ] {
            assert_eq!(plain(said).0, words);
        }
    }
}
