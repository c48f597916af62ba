//! What an import creates, or would.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::figures::VERSION;
use crate::model::{CycleId, Initiative, KeyResultId, Kind, Metric, ObjectiveRef, OwnerKey, Reported, Status};

/// What becomes of a file.
#[derive(Debug, Serialize)]
pub struct Imported {
    pub version: u32,
    pub file: String,
    /// The tool whose format it is, where its columns told.
    pub preset: Option<&'static str>,
    /// Nothing was changed.
    pub dry_run: bool,
    /// Cycles that are made for it.
    pub new_cycles: Vec<ImportedCycle>,
    pub objectives: Vec<ImportedObjective>,
    /// What was there already, and is left as it is.
    pub skipped: Vec<Skipped>,
    /// What did not become anything.
    pub left_over: Vec<LeftOver>,
    /// Owners that `org.yaml` lacks.
    pub unknown_owners: Vec<OwnerKey>,
}

/// A cycle with its days, both included.
#[derive(Debug, Serialize)]
pub struct ImportedCycle {
    pub id: CycleId,
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// An objective of the file.
#[derive(Debug, Serialize)]
pub struct ImportedObjective {
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    /// Where in the file it stands.
    pub line: usize,
    pub title: String,
    pub owner: OwnerKey,
    pub cycle: CycleId,
    pub description: Option<String>,
    pub kind: Kind,
    pub weight: Option<f64>,
    pub tags: Vec<String>,
    pub aligns_to: Vec<String>,
    /// 0–100.
    pub score: Option<f64>,
    pub status: Option<Status>,
    /// 1–10.
    pub confidence: Option<u8>,
    pub note: Option<String>,
    /// `completed` or `abandoned`.
    pub ended: Option<&'static str>,
    pub key_results: Vec<ImportedKeyResult>,
}

/// A key result of the file, with its first value.
#[derive(Debug, Serialize)]
pub struct ImportedKeyResult {
    pub id: KeyResultId,
    pub line: usize,
    pub title: String,
    pub owner: Option<OwnerKey>,
    pub due: Option<NaiveDate>,
    pub weight: Option<f64>,
    /// None where the file has none for it, and comes from a store of ours.
    pub metric: Option<Metric>,
    pub value: Option<Reported>,
    pub status: Option<Status>,
    /// 1–10.
    pub confidence: Option<u8>,
    pub note: Option<String>,
    /// 0–100.
    pub score: Option<f64>,
    /// When that was so; none where the file does not tell.
    pub at: Option<DateTime<Utc>>,
    pub initiatives: Vec<Initiative>,
    /// It is struck out, and weighs 0.
    pub dropped: bool,
}

/// Something of the file that is in the store already.
#[derive(Debug, Serialize)]
pub struct Skipped {
    pub line: usize,
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
}

/// A piece of the file that did not become anything.
#[derive(Debug, Clone, Serialize)]
pub struct LeftOver {
    pub line: usize,
    pub column: Option<usize>,
    pub text: String,
    pub why: String,
}

impl ImportedObjective {
    /// Whether the file says something of the whole objective that is a check-in.
    pub fn has_check_in(&self) -> bool {
        self.status.is_some() || self.confidence.is_some() || self.note.is_some()
    }
}

impl ImportedKeyResult {
    /// Whether the file says something of it that is a check-in.
    pub fn has_check_in(&self) -> bool {
        self.value.is_some()
            || self.status.is_some()
            || self.confidence.is_some()
            || self.note.is_some()
            || self.dropped
    }
}

impl Imported {
    /// A report on a file of which nothing is known yet.
    pub fn of(file: String, preset: Option<&'static str>, dry_run: bool) -> Self {
        Self {
            version: VERSION,
            file,
            preset,
            dry_run,
            new_cycles: Vec::new(),
            objectives: Vec::new(),
            skipped: Vec::new(),
            left_over: Vec::new(),
            unknown_owners: Vec::new(),
        }
    }

    /// How many key results there are.
    pub fn key_results(&self) -> usize {
        self.objectives.iter().map(|objective| objective.key_results.len()).sum()
    }

    /// How many check-ins there are: of key results, and of whole objectives.
    pub fn check_ins(&self) -> usize {
        let of_key_results = |one: &ImportedObjective| one.key_results.iter().filter(|kr| kr.has_check_in()).count();
        self.objectives.iter().map(|one| of_key_results(one) + usize::from(one.has_check_in())).sum()
    }

    /// How many scores there are.
    pub fn scores(&self) -> usize {
        let of_key_results = |one: &ImportedObjective| one.key_results.iter().filter(|kr| kr.score.is_some()).count();
        self.objectives.iter().map(|one| of_key_results(one) + usize::from(one.score.is_some())).sum()
    }

    /// The cycles that something goes to, in order.
    pub fn cycles(&self) -> Vec<&CycleId> {
        let mut cycles: Vec<&CycleId> = self.objectives.iter().map(|one| &one.cycle).collect();
        cycles.sort();
        cycles.dedup();
        cycles
    }
}
