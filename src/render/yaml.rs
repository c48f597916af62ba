//! A report as YAML, as it is: the same fields as its JSON.

use serde::Serialize;

/// A YAML document, without the line of dashes, that ends in a newline.
pub fn yaml(report: &impl Serialize) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(report)
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
    }
}
