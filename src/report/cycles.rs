//! `okr cycle list` and `okr cycle show`.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, VERSION};
use super::total_row::TotalRow;
use crate::analysis::{Assessment, total};
use crate::model::{Cycle, CycleId, Level, Pace};

/// Every cycle of the store.
#[derive(Debug, Serialize)]
pub struct CycleList {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycles: Vec<CycleRow>,
}

/// One cycle with its sum.
#[derive(Debug, Serialize)]
pub struct CycleRow {
    #[serde(flatten)]
    pub cycle: CycleInfo,
    /// Whether commands mean this one where none is named.
    pub current: bool,
    pub total: TotalRow,
}

/// One cycle in more detail.
#[derive(Debug, Serialize)]
pub struct CycleShow {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    pub days_left: i64,
    pub total: TotalRow,
    pub levels: Vec<TotalRow>,
    pub key_results: KeyResultCounts,
}

/// How a cycle's key results stand.
#[derive(Debug, Default, Serialize)]
pub struct KeyResultCounts {
    pub all: usize,
    pub off_track: usize,
    pub at_risk: usize,
    pub on_track: usize,
    pub done: usize,
    pub too_early: usize,
    /// Without a progress.
    pub missing: usize,
    pub stale: usize,
    pub check_ins: usize,
}

/// The cycles of a store, from an assessment of all of them.
pub fn cycle_list(assessment: &Assessment, current: Option<&CycleId>) -> CycleList {
    let row = |cycle: &Cycle| CycleRow {
        cycle: CycleInfo::of(cycle, &assessment.moment),
        current: current == Some(&cycle.id),
        total: cycle_total(assessment, cycle),
    };
    CycleList {
        version: VERSION,
        as_of: assessment.moment.day,
        cycles: assessment.snapshot.cycles.iter().map(row).collect(),
    }
}

/// One cycle.
pub fn cycle_show(assessment: &Assessment, cycle: &Cycle) -> CycleShow {
    let day = assessment.moment.day;
    CycleShow {
        version: VERSION,
        as_of: day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        days_left: (cycle.end - day).num_days().max(0).min(cycle.days()),
        total: cycle_total(assessment, cycle),
        levels: levels(assessment, cycle),
        key_results: key_result_counts(assessment, cycle),
    }
}

fn cycle_total(assessment: &Assessment, cycle: &Cycle) -> TotalRow {
    let all = assessment.snapshot.of_cycle(&cycle.id).map(|(at, _)| at);
    TotalRow::of(&cycle.id, cycle.title.as_deref().unwrap_or(cycle.id.as_str()), &total(assessment, all))
}

fn levels(assessment: &Assessment, cycle: &Cycle) -> Vec<TotalRow> {
    let org = &assessment.snapshot.org;
    let of = |level: Level| {
        let group = assessment
            .snapshot
            .of_cycle(&cycle.id)
            .filter(move |(_, record)| org.level(&record.reference.owner) == level);
        total(assessment, group.map(|(at, _)| at))
    };
    let rows = Level::ALL.into_iter().map(|level| TotalRow::of(level.as_str(), level.as_str(), &of(level)));
    rows.filter(|row| row.objectives > 0).collect()
}

fn key_result_counts(assessment: &Assessment, cycle: &Cycle) -> KeyResultCounts {
    let mut counts = KeyResultCounts::default();
    for (at, _) in assessment.snapshot.of_cycle(&cycle.id) {
        let figures = &assessment.objectives[at];
        if figures.counts() {
            let said = assessment.states[at].key_results.iter().map(|kr| kr.said.check_ins);
            counts.check_ins += said.sum::<usize>();
        }
        for kr in figures.key_results.iter().filter(|_| figures.counts()) {
            counts.all += 1;
            counts.stale += usize::from(kr.stale.is_some());
            match kr.pace {
                Some(Pace::OffTrack) => counts.off_track += 1,
                Some(Pace::AtRisk) => counts.at_risk += 1,
                Some(Pace::OnTrack) => counts.on_track += 1,
                Some(Pace::Done) => counts.done += 1,
                Some(Pace::TooEarly) => counts.too_early += 1,
                None => counts.missing += 1,
            }
        }
    }
    counts
}
