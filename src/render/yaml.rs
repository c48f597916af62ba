//! A report as YAML, as it is: the same fields as its JSON.

use serde::Serialize;

use super::{escape, json::json};

/// A YAML document, without the line of dashes, that ends in a newline.
///
/// The writer leaves some invisible characters as they are. Where there is one the document is written in YAML's flow
/// style, which is JSON, with them escaped.
pub fn yaml(report: &impl Serialize) -> Result<String, serde_yaml::Error> {
    let text = serde_yaml::to_string(report)?;
    if !escape::hides(&text) {
        return Ok(text);
    }
    json(report).map_err(serde::ser::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_is_a_document_that_ends_in_a_newline() {
        let report = serde_json::json!({"version": 1, "title": "让客户\nb\u{1b}", "tags": ["yes", "1"]});
        let text = yaml(&report).unwrap();
        assert!(text.ends_with("version: 1\n"));
        assert_eq!(serde_yaml::from_str::<serde_json::Value>(&text).unwrap(), report);
        let report = serde_json::json!({"title": "a\u{202e}b\u{9b}"});
        let text = yaml(&report).unwrap();
        assert!(!escape::hides(&text), "{text}");
        assert_eq!(serde_yaml::from_str::<serde_json::Value>(&text).unwrap(), report);
    }
}
