//! `okr show`: one objective, or one key result, with all that is known of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, ObjectiveReport, VERSION, target};
use super::log::{LogRow, rows};
use crate::analysis::{Assessment, Link, assess, course, eventful};
use crate::model::{Cycle, Header, KeyResultId, Pace, Progress, Reference, Scoring, Snapshot};

#[derive(Debug, Serialize)]
pub struct Show {
    pub version: u32,
    pub as_of: NaiveDate,
    #[serde(flatten)]
    pub objective: ObjectiveReport,
    #[serde(skip)]
    pub cycle: CycleInfo,
    /// In what numbers people read scores.
    #[serde(skip)]
    pub scoring: Scoring,
    /// What it aligns to, with titles.
    pub serves: Vec<Neighbour>,
    /// What aligns to it.
    pub served_by: Vec<Neighbour>,
    /// The last things that happened to it, newest first.
    pub recent: Vec<LogRow>,
    /// The one key result that was asked for.
    #[serde(skip)]
    pub only: Option<KeyResultId>,
}

/// The other end of a link.
#[derive(Debug, Clone, Serialize)]
pub struct Neighbour {
    #[serde(rename = "ref")]
    pub reference: Reference,
    pub title: String,
    pub progress: Option<Progress>,
    pub pace: Option<Pace>,
    /// The key result of this objective that it serves.
    pub through: Option<KeyResultId>,
}

/// How many events are shown.
const RECENT: usize = 6;

/// All about the objective at an index, or about one of its key results.
pub fn show(assessment: &Assessment, at: usize, cycle: &Cycle, only: Option<&KeyResultId>) -> Show {
    let mut objective = moved(assessment, at, cycle);
    objective.key_results.retain(|kr| only.is_none_or(|id| &kr.id == id));
    let recent = rows(assessment, [at]).filter(|row| only.is_none() || row.key_result.as_ref() == only);
    let own =
        |link: &Link| link.key_result.map(|kr| assessment.snapshot.objectives[at].objective.key_results[kr].id.clone());
    let below = assessment.alignment.down[at].iter().filter(|link| only.is_none() || own(link).as_ref() == only);
    Show {
        version: VERSION,
        as_of: assessment.moment.day,
        cycle: CycleInfo::of(cycle, &assessment.moment),
        scoring: assessment.snapshot.settings.scoring.clone(),
        serves: assessment.alignment.up[at].iter().map(|link| above(assessment, link)).collect(),
        served_by: below.map(|link| Neighbour { through: own(link), ..neighbour(assessment, link.other) }).collect(),
        recent: recent.take(RECENT).collect(),
        objective,
        only: only.cloned(),
    }
}

/// The objective with its course, computed from itself and what is below it alone.
fn moved(assessment: &Assessment, at: usize, cycle: &Cycle) -> ObjectiveReport {
    let mut below = BTreeSet::from([at]);
    let mut next = vec![at];
    while let Some(one) = next.pop() {
        next.extend(assessment.alignment.down[one].iter().map(|link| link.other).filter(|other| below.insert(*other)));
    }
    let whole = assessment.snapshot;
    let part = Snapshot {
        header: Header {
            settings: whole.settings.clone(),
            org: whole.org.clone(),
            cycles: whole.cycles.clone(),
            ..Header::default()
        },
        // In the order of the whole, so that they are found as ever.
        objectives: below.iter().map(|&at| whole.objectives[at].clone()).collect(),
    };
    let own = part.find(&whole.objectives[at].reference).unwrap_or_default();
    let days = eventful(&assess(&part, assessment.moment), cycle);
    ObjectiveReport::of(assessment, at).moved(&course(&part, &days, assessment.moment.zone), own)
}

fn neighbour(assessment: &Assessment, at: usize) -> Neighbour {
    let (record, figures) = (&assessment.snapshot.objectives[at], &assessment.objectives[at]);
    Neighbour {
        reference: record.reference.clone().into(),
        title: record.objective.title.clone(),
        progress: figures.progress,
        pace: figures.pace,
        through: None,
    }
}

fn above(assessment: &Assessment, link: &Link) -> Neighbour {
    let whole = neighbour(assessment, link.other);
    let Some(at) = link.key_result else { return whole };
    let own = &assessment.objectives[link.other].key_results[at];
    Neighbour {
        reference: target(assessment, link.other, Some(at)),
        title: assessment.snapshot.objectives[link.other].objective.key_results[at].title.clone(),
        progress: own.progress,
        pace: own.pace,
        through: None,
    }
}
