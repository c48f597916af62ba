//! A report as JSON, as it is: its own struct says what is in it, and which version.

use serde::Serialize;

/// Pretty JSON that ends in a newline.
pub fn json(report: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(report).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_pretty_and_ends_in_a_newline() {
        let report = serde_json::json!({"version": 1, "title": "让客户\u{1b}"});
        assert_eq!(json(&report).unwrap(), "{\n  \"title\": \"让客户\\u001b\",\n  \"version\": 1\n}\n");
    }
}
