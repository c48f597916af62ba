//! What a check found.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::VERSION;
pub use crate::check::{Concern, Rule, Severity};
use crate::model::{ObjectiveRef, Place};

/// All that was found, in the order in which it is to be told.
#[derive(Serialize)]
pub struct Findings {
    pub version: u32,
    pub as_of: NaiveDate,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    pub findings: Vec<FindingRow>,
    /// What was looked at, as people say it: `128 objectives in 3 cycles`.
    #[serde(skip)]
    pub looked_at: String,
}

/// One finding, at its place.
#[derive(Serialize)]
pub struct FindingRow {
    pub code: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    pub message: String,
    pub help: String,
    /// As messages name it; in formats for a Git host, from the repository's top.
    pub file: String,
    /// From 1.
    pub line: Option<usize>,
    /// From 1, in characters.
    pub column: Option<usize>,
    /// Behind the last character, from 1.
    pub end_column: Option<usize>,
    /// What it is about, if that is one objective.
    pub objective: Option<ObjectiveRef>,
    /// Whether `--fix` mends it.
    pub fixable: bool,
    #[serde(skip)]
    pub place: Option<Place>,
    #[serde(skip)]
    pub rule: &'static Rule,
}

/// Findings and how many there are of each severity.
pub fn findings(rows: Vec<FindingRow>, as_of: NaiveDate, looked_at: String) -> Findings {
    let count = |severity| rows.iter().filter(|row| row.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let advice = count(Severity::Advice);
    Findings { version: VERSION, as_of, errors, warnings, advice, findings: rows, looked_at }
}

/// All rules there are.
#[derive(Serialize)]
pub struct RuleList {
    pub version: u32,
    pub rules: Vec<RuleRow>,
}

/// One rule, as machines read it.
#[derive(Serialize)]
pub struct RuleRow {
    pub code: &'static str,
    pub name: &'static str,
    /// Unless the settings say otherwise.
    pub severity: Severity,
    pub concern: Concern,
    pub what: &'static str,
    pub why: &'static str,
}

/// Rules as a list.
pub fn rule_list(rules: &[&'static Rule]) -> RuleList {
    let row = |rule: &&'static Rule| RuleRow {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        concern: rule.concern(),
        what: rule.what,
        why: rule.why,
    };
    RuleList { version: VERSION, rules: rules.iter().map(row).collect() }
}
