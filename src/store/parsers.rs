//! Texts of parsers and of the schema that come within their messages. Those that are known are told in the language of whoever
//! reads them, the others as they are.

use crate::language::{marked, text};

/// What the schema says of itself that it wants.
pub fn of_schema(wanted: &str) -> &str {
    const WANTED: [&str; 15] = [
        marked!("a mapping with the keys of an objective"),
        marked!("a mapping with the keys of a key result"),
        marked!("a mapping with the keys of an initiative"),
        marked!("a mapping with the keys of a metric"),
        marked!("\"done\", \"aligned\" or a mapping such as {from: 31, to: 50, unit: points}"),
        marked!("a milestone's name, or {name: weight}, with \"due\" if it has a date"),
        marked!("a mapping with the keys of a cycle"),
        marked!("a mapping with the keys company, units and people"),
        marked!("a mapping with the keys of a unit"),
        marked!("a mapping with the keys of a person"),
        marked!("a mapping of settings"),
        marked!("a mapping with on_track, at_risk and quiet"),
        marked!("a mapping with scale and bands"),
        marked!("an event: a mapping with id, at, by and event"),
        marked!("a text or a list of texts"),
    ];
    match WANTED.into_iter().find(|known| *known == wanted) {
        Some(known) => text(known),
        None => wanted,
    }
}

/// Words of a parser of YAML or JSON, those between backticks in quotation marks, as they are told to people.
pub fn of_parser(words: &str) -> &str {
    const WORDS: [&str; 62] = [
        marked!("'-' indicator"),
        marked!("',' or ']'"),
        marked!("',' or '}'"),
        marked!("node content"),
        marked!("comment or line break"),
        marked!("whitespace or line break"),
        marked!("alphabetic or numeric character"),
        marked!("hexadecimal number"),
        marked!("mapping values are not allowed in this context"),
        marked!("mapping keys are not allowed in this context"),
        marked!("block sequence entries are not allowed in this context"),
        marked!("could not find expected ':'"),
        marked!("simple key expected"),
        marked!("simple key expect ':'"),
        marked!("misplaced bracket"),
        marked!("invalid indentation"),
        marked!("unknown anchor"),
        marked!("found a tab character where an indentation space is expected"),
        marked!("found a tab character that violates indentation"),
        marked!("found unknown escape character"),
        marked!("found invalid Unicode character escape code"),
        marked!("found unexpected document indicator"),
        marked!("found unexpected ':'"),
        marked!("found undefined tag handle"),
        marked!("recursion limit exceeded"),
        marked!("repetition limit exceeded"),
        marked!("unexpected eof"),
        marked!("found character that cannot start any token"),
        marked!("while parsing a flow sequence, expected ',' or ']'"),
        marked!("while parsing a flow mapping, did not find expected ',' or '}'"),
        marked!("while parsing a block mapping, did not find expected key"),
        marked!("while parsing a block collection, did not find expected '-' indicator"),
        marked!("while parsing a node, did not find expected node content"),
        marked!("while parsing node, found unknown anchor"),
        marked!("while parsing a quoted scalar, found unknown escape character"),
        marked!("while scanning a quoted scalar, found unexpected end of stream"),
        marked!("while scanning a quoted scalar, found unexpected document indicator"),
        marked!("while scanning a plain scalar, found a tab"),
        marked!("tabs disallowed within this context (block indentation)"),
        marked!("tab cannot be used as indentation"),
        marked!("wrongly indented line in block scalar"),
        marked!("invalid indentation in flow construct"),
        marked!("invalid indentation in quoted scalar"),
        marked!("unexpected end of plain scalar"),
        marked!("EOF while parsing a list"),
        marked!("EOF while parsing an object"),
        marked!("EOF while parsing a string"),
        marked!("EOF while parsing a value"),
        marked!("expected \":\""),
        marked!("expected \",\" or \"]\""),
        marked!("expected \",\" or \"}\""),
        marked!("expected ident"),
        marked!("expected value"),
        marked!("invalid escape"),
        marked!("invalid number"),
        marked!("number out of range"),
        marked!("invalid unicode code point"),
        marked!("control character (\\u0000-\\u001F) found while parsing a string"),
        marked!("key must be a string"),
        marked!("lone leading surrogate in hex escape"),
        marked!("trailing comma"),
        marked!("trailing characters"),
    ];
    match WORDS.into_iter().find(|known| *known == words) {
        Some(known) => text(known),
        None => words,
    }
}
