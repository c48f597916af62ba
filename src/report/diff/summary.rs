//! How many of what.

use serde::Serialize;

use super::change::Change;
use super::{Fate, KeyResultFate, ObjectiveChange};
use crate::analysis::Ease;

/// Counts over all that is shown.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Summary {
    pub objectives: ObjectiveCounts,
    pub key_results: KeyResultCounts,
    /// Targets that ask for less than before.
    pub targets_easier: usize,
    pub targets_harder: usize,
    pub due_later: usize,
    pub due_earlier: usize,
    pub check_ins: usize,
    pub retracted: usize,
    /// Past events that one side lacks without their having been taken back.
    pub gone: usize,
    pub comments: usize,
    pub reviews: usize,
    /// Scores given, changed or taken back.
    pub scores: usize,
    pub completed: usize,
    pub abandoned: usize,
    pub reopened: usize,
    pub settings: usize,
    pub organisation: usize,
    pub cycles: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ObjectiveCounts {
    pub new: usize,
    pub removed: usize,
    pub moved: usize,
    pub changed: usize,
}

/// Key results of objectives that are there on both sides.
#[derive(Debug, Clone, Default, Serialize)]
pub struct KeyResultCounts {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
}

impl Summary {
    pub fn of(objectives: &[ObjectiveChange], settings: usize, organisation: usize, cycles: usize) -> Self {
        let mut summary = Self { settings, organisation, cycles, ..Self::default() };
        for objective in objectives {
            let counts = &mut summary.objectives;
            *match objective.fate {
                Fate::New => &mut counts.new,
                Fate::Removed => &mut counts.removed,
                Fate::Moved => &mut counts.moved,
                Fate::Changed => &mut counts.changed,
            } += 1;
            let whole = matches!(objective.fate, Fate::Changed | Fate::Moved);
            for kr in objective.key_results.iter().filter(|_| whole) {
                let counts = &mut summary.key_results;
                *match kr.fate {
                    KeyResultFate::Added => &mut counts.added,
                    KeyResultFate::Removed => &mut counts.removed,
                    KeyResultFate::Changed => &mut counts.changed,
                } += 1;
            }
            objective.all_changes().for_each(|change| summary.count(change));
        }
        summary
    }

    fn count(&mut self, change: &Change) {
        match change {
            Change::Metric { ease: Some(Ease::Easier), .. } => self.targets_easier += 1,
            Change::Metric { ease: Some(Ease::Harder), .. } => self.targets_harder += 1,
            Change::Due { ease: Some(Ease::Easier), .. } => self.due_later += 1,
            Change::Due { ease: Some(Ease::Harder), .. } => self.due_earlier += 1,
            Change::CheckIns { count, .. } => self.check_ins += count,
            Change::Retracted { count, .. } => self.retracted += count,
            Change::Gone { count } => self.gone += count,
            Change::Comments { count, .. } => self.comments += count,
            Change::Reviews { count, .. } => self.reviews += count,
            Change::Score { .. } => self.scores += 1,
            Change::State { after, .. } => {
                *match after.as_str() {
                    "completed" => &mut self.completed,
                    "abandoned" => &mut self.abandoned,
                    _ => &mut self.reopened,
                } += 1;
            }
            _ => {}
        }
    }
}
