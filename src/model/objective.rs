//! An objective and its key results, as their file defines them: the intent, never what happened.

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::NaiveDate;
use serde::Serialize;

use super::key::{KeyResultId, OwnerKey};
use super::metric::Metric;
use super::packed;
use super::reference::ReferenceQuery;
use super::weight::Weight;

/// What somebody wants to achieve in a cycle.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Objective {
    pub title: String,
    pub description: Option<String>,
    pub kind: Kind,
    /// What it serves, as written: the first is its place in the tree.
    pub aligns_to: Vec<ReferenceQuery>,
    /// How much it counts in what it aligns to.
    pub weight: Weight,
    pub tags: Vec<String>,
    pub key_results: Vec<KeyResult>,
}

impl Objective {
    pub fn key_result(&self, id: &KeyResultId) -> Option<&KeyResult> {
        self.place_of(id.as_str()).map(|at| &self.key_results[at])
    }

    /// The place of a key result in the definition, by its id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.key_results.iter().position(|kr| kr.id.as_str() == id)
    }

    /// Whether its progress comes, at least in part, from what aligns to it.
    pub fn is_rolled_up(&self) -> bool {
        self.key_results.is_empty() || self.key_results.iter().any(|kr| kr.metric == Some(Metric::Aligned))
    }
}

/// Whether reaching 70 is a success (aspirational) or everything else than 100 a miss (committed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Aspirational,
    Committed,
}

impl Kind {
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Aspirational => "aspirational",
            Kind::Committed => "committed",
        }
    }
}

/// How one knows that the objective is reached.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct KeyResult {
    pub id: KeyResultId,
    pub title: String,
    /// `None` where no measure is written yet; its progress is then missing, not 0.
    pub metric: Option<Metric>,
    pub weight: Weight,
    /// Whoever checks it in, where it is not the objective's owner.
    pub owner: Option<OwnerKey>,
    /// The day by which it is due, where it is not the cycle's last.
    #[borsh(serialize_with = "packed::day::write", deserialize_with = "packed::day::read")]
    pub due: Option<NaiveDate>,
    pub initiatives: Vec<Initiative>,
}

/// Work that should move a key result: shown, never counted as progress.
#[derive(Debug, Clone, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Initiative {
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    pub done: bool,
}
