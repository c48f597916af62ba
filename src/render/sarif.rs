//! Findings as SARIF 2.1.0, which code scanners of Git hosts and editors read.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>

use serde_json::{Value, json};

use crate::view::{Block, Document, Finding, Role};

use super::escape;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with its rules and a result for each finding.
///
/// # Errors
/// When it cannot be written as JSON, which it always can.
pub fn sarif(document: &Document) -> Result<String, serde_json::Error> {
    let findings: Vec<&Finding> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Finding(finding) => Some(&**finding),
            _ => None,
        })
        .collect();
    let mut rules: Vec<&Finding> = findings.clone();
    rules.sort_by_key(|finding| finding.code);
    rules.dedup_by_key(|finding| finding.code);
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &rules)).collect();
    let driver = json!({
        "name": "okr",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|finding| rule(finding)).collect::<Vec<_>>(),
    });
    let run = json!({
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let text = serde_json::to_string_pretty(&json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))?;
    Ok(escape::json(&text).into_owned() + "\n")
}

fn level(finding: &Finding) -> &'static str {
    match finding.role {
        Role::Bad => "error",
        Role::Warning => "warning",
        _ => "note",
    }
}

fn rule(finding: &Finding) -> Value {
    json!({
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": finding.what},
        "fullDescription": {"text": finding.why},
    })
}

fn result(finding: &Finding, rules: &[&Finding]) -> Value {
    let mut place = json!({"artifactLocation": {"uri": uri(&finding.file), "uriBaseId": "%SRCROOT%"}});
    if let Some(at) = &finding.place {
        place["region"] = json!({
            "startLine": at.line,
            "startColumn": at.column,
            "endColumn": at.column + at.length,
            "snippet": {"text": at.source},
        });
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": rules.iter().position(|rule| rule.code == finding.code),
        "level": level(finding),
        "message": {"text": format!("{}; {}", finding.message, finding.help)},
        "locations": [{"physicalLocation": place}],
    })
}

/// A path as a relative reference: all that is not plain is written by its bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.trim_start_matches("./").bytes().fold(String::new(), |out, byte| match plain(byte) {
        true => out + char::from(byte).encode_utf8(&mut [0; 4]),
        false => format!("{out}%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(uri("./okrs/2026-Q4/a b.yaml"), "okrs/2026-Q4/a%20b.yaml");
        assert_eq!(uri("目标"), "%E7%9B%AE%E6%A0%87");
    }
}
