//! A report as JSON, as it is: its own struct says what is in it, and which version.

use serde::Serialize;

use super::escape;

/// Pretty JSON that ends in a newline. What is invisible or commands a terminal is escaped; it is the same text still.
pub fn json(report: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(report).map(|text| escape::json(&text).into_owned() + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_pretty_and_ends_in_a_newline() {
        let report = serde_json::json!({"version": 1, "title": "让客户\u{1b}\u{9b}\u{202e}\u{e0001}👩🏽‍💻"});
        let text = json(&report).unwrap();
        assert_eq!(text, "{\n  \"title\": \"让客户\\u001b\\u009b\\u202e\\udb40\\udc01👩🏽‍💻\",\n  \"version\": 1\n}\n");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), report);
    }
}
