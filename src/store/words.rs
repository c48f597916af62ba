//! What the YAML reader says, in words for those who write the files.

/// The reader's words without the place, which is told apart, and without the names of our types.
pub fn plain(message: &str) -> String {
    let message = message.find(" at line ").map_or(message, |cut| &message[..cut]).replace('`', "\"");
    let (path, what) = match message.split_once(": ") {
        Some((path, what)) if what.starts_with("invalid ") || what.starts_with("data did not") => (path, what),
        _ => ("", message.as_str()),
    };
    let key = path.rsplit('.').next().map(|key| key.split('[').next().unwrap_or("")).filter(|key| !key.is_empty());
    let said = if let Some((found, wanted)) = invalid(what) {
        format!("{} stands where {} belongs", found_words(found), wanted_words(wanted))
    } else if what.starts_with("data did not match") {
        "a value is a number, a text, or true or false".to_owned()
    } else if what.contains("more than one document") {
        "a line of --- begins a second document".to_owned()
    } else if what.contains("unexpected end of stream") {
        "a quotation mark or a bracket is never closed".to_owned()
    } else if what.contains("did not find expected key") {
        "a key belongs here: is the line before it ended, and are both indented alike?".to_owned()
    } else if what.contains("cannot start any token") {
        "no value begins with this character unless it is in quotation marks".to_owned()
    } else if let Some(wanted) = what.strip_prefix("did not find expected ") {
        format!("{wanted} is missing here")
    } else if what.starts_with("control characters are not allowed") {
        "a control character stands here; in quotation marks it is written as \\x1b".to_owned()
    } else {
        what.to_owned()
    };
    key.map_or(said.clone(), |key| format!("{key}: {said}"))
}

fn invalid(what: &str) -> Option<(&str, &str)> {
    let rest = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "))?;
    rest.rsplit_once(", expected ")
}

fn found_words(found: &str) -> String {
    match found.split_once(' ') {
        _ if found == "sequence" => "a list".to_owned(),
        _ if found == "map" => "a mapping".to_owned(),
        _ if found.starts_with("unit") || found.starts_with("null") => "nothing".to_owned(),
        Some(("string", text)) => format!("the text {text}"),
        Some(("integer", number)) => format!("the number {}", number.trim_matches('"')),
        Some(("floating", number)) => format!("the number {}", number.trim_start_matches("point ").trim_matches('"')),
        Some(("boolean", word)) => word.trim_matches('"').to_owned(),
        _ => found.to_owned(),
    }
}

fn wanted_words(wanted: &str) -> &str {
    match wanted {
        "a string" | "string" => "a text",
        "a sequence" => "a list",
        "a map" => "a mapping",
        "field identifier" | "map key" | "a key" => "a key",
        "a boolean" | "bool" => "true or false",
        "f64" => "a number",
        "i64" | "u32" | "u64" => "a whole number",
        wanted if wanted.starts_with("struct ") => "a mapping of keys and values",
        wanted => wanted,
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
            assert_eq!(plain(said), words);
        }
    }
}
