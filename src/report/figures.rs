//! The parts that reports share: a cycle, an objective and a key result with their figures.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::course::{CourseRow, ObjectiveForecast};
use crate::analysis::{KeyResultFigures, KeyResultState, Outlook, Standings, Whole, forecast, given, in_force};
use crate::model::{
    Confidence, Cycle, CycleId, Fraction, Initiative, KeyResult, KeyResultId, Kind, Level, Lifecycle, Metric, Moment,
    ObjectiveRef, Org, OwnerKey, Pace, Progress, Quantity, Reading, Record, Reference, Status, ToGo, Value, Weight,
};

/// The version of the JSON that reports print.
pub const VERSION: u32 = 1;

/// A cycle at a moment.
#[derive(Debug, Clone, Serialize)]
pub struct CycleInfo {
    pub id: CycleId,
    pub title: Option<String>,
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub closed: Option<NaiveDate>,
    /// All its days.
    pub days: i64,
    /// Days gone at the end of the moment's day.
    pub day: i64,
    /// The share of its days that is gone, 0–1.
    pub elapsed: Fraction,
}

impl CycleInfo {
    pub fn of(cycle: &Cycle, moment: &Moment) -> Self {
        Self {
            id: cycle.id.clone(),
            title: cycle.title.clone(),
            start: cycle.start,
            end: cycle.end,
            closed: cycle.closed,
            days: cycle.days(),
            day: cycle.days_gone(moment.day),
            elapsed: cycle.elapsed(moment.day),
        }
    }

    /// The day on which it was closed, if it was by the end of `day`.
    pub fn closed_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.closed.filter(|closed| *closed <= day)
    }
}

/// A value as JSON gives it: a number, done or not, or the name of the last milestone reached.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Shown {
    Number(Quantity),
    Done(bool),
    Step(Option<String>),
}

impl Shown {
    /// The value of a reading in the words of its metric.
    pub fn of(reading: &Reading, metric: Option<&Metric>) -> Self {
        match (reading.value(), metric) {
            (Value::Number(number), _) => Shown::Number(*number),
            (Value::Done(done), _) => Shown::Done(*done),
            (Value::Steps(reached), Some(Metric::Milestones(steps))) => {
                Shown::Step(reached.checked_sub(1).and_then(|at| steps.steps().get(at)).map(|step| step.name.clone()))
            }
            (Value::Steps(_), _) => Shown::Step(None),
        }
    }
}

/// An objective with its figures at a moment.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectiveReport {
    #[serde(rename = "ref")]
    pub reference: ObjectiveRef,
    pub cycle: CycleId,
    pub owner: OwnerKey,
    pub owner_name: String,
    /// The unit that it counts for.
    pub unit: Option<OwnerKey>,
    pub level: Level,
    pub title: String,
    pub description: Option<String>,
    pub kind: Kind,
    pub tags: Vec<String>,
    pub weight: Weight,
    pub state: Lifecycle,
    /// 0–1; absent where nothing can be measured.
    pub progress: Option<Progress>,
    /// 0–1.
    pub expected: Option<Fraction>,
    /// Percentage points; negative is behind.
    pub gap_to_plan: Option<f64>,
    /// Computed.
    pub pace: Option<Pace>,
    /// Said.
    pub status: Option<Status>,
    /// Whether status and pace say two different things.
    pub disagrees: bool,
    /// Said of the objective, else the lowest of its key results.
    pub confidence: Option<Confidence>,
    /// 0–100.
    pub score: Option<f64>,
    /// Key results (or aligned objectives) without a progress, left out of the mean.
    pub missing: usize,
    /// Links that hold; the first is its place in the tree.
    pub aligns_to: Vec<Reference>,
    /// What it aligns to as well, and a sparse checkout leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_here: Vec<Reference>,
    /// The last check-in on it or any of its key results.
    pub updated_at: Option<DateTime<Utc>>,
    /// Percentage points gained, where a report compares with an earlier day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// Where it will end if its key results go on as they went.
    pub forecast: Option<ObjectiveForecast>,
    /// How it moved, where a report looks at that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub course: Vec<CourseRow>,
    pub key_results: Vec<KeyResultReport>,
}

/// A key result with its figures at a moment.
#[derive(Debug, Clone, Serialize)]
pub struct KeyResultReport {
    #[serde(rename = "ref")]
    pub reference: Reference,
    pub id: KeyResultId,
    pub title: String,
    pub metric: Option<Metric>,
    /// Whoever checks it in.
    pub owner: OwnerKey,
    pub weight: Weight,
    pub due: NaiveDate,
    pub value: Option<Shown>,
    /// The reading behind `value`, for words about it.
    #[serde(skip)]
    pub reading: Option<Reading>,
    /// Unclamped: below 0 and above 1 are possible.
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    /// To the target, in the metric's unit (steps for milestones): target less value.
    pub gap: Option<Quantity>,
    #[serde(skip)]
    pub to_go: Option<ToGo>,
    /// Percentage points; negative is behind.
    pub gap_to_plan: Option<f64>,
    pub pace: Option<Pace>,
    pub status: Option<Status>,
    pub disagrees: bool,
    pub confidence: Option<Confidence>,
    pub score: Option<f64>,
    pub note: Option<String>,
    pub updated_at: Option<DateTime<Utc>>,
    pub updated_by: Option<String>,
    pub check_ins: usize,
    /// Percentage points gained, where a report compares with an earlier day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// Days without a check-in, where they are too many.
    pub stale_days: Option<i64>,
    /// Where it will end if it goes on as it went; absent for what no number measures, and from the due date on.
    pub forecast: Option<Outlook>,
    /// How it moved, where a report looks at that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub course: Vec<CourseRow>,
    pub initiatives: Vec<Initiative>,
}

impl ObjectiveReport {
    /// The objective at an index of the standings.
    pub fn of(standings: &Standings, at: usize) -> Self {
        Self::forecasting(standings, at, |_| true)
    }

    /// The same where these key results alone are told where they will end: working that out takes longer than all else.
    pub fn forecasting(standings: &Standings, at: usize, told: impl Fn(usize) -> bool) -> Self {
        let (Whole { record, state }, figures) = (standings.whole(at), &standings.objectives[at]);
        let org = &standings.header.org;
        let (reference, objective) = (&record.reference, &record.objective);
        let key_results: Vec<KeyResultReport> = objective
            .key_results
            .iter()
            .zip(figures.key_results.iter().zip(&state.key_results))
            .enumerate()
            .map(|(place, (kr, (own, said)))| {
                // What is finished goes nowhere any more.
                let forecasts = figures.is_open() && told(place);
                KeyResultReport::of(&record, kr, own, said, forecasts, standings)
            })
            .collect();
        let open = key_results.iter().filter(|kr| kr.pace != Some(Pace::Done));
        Self {
            reference: reference.clone(),
            cycle: reference.cycle.clone(),
            owner: reference.owner.clone(),
            owner_name: org.name(&reference.owner).to_owned(),
            unit: org.unit_of(&reference.owner).cloned(),
            level: org.level(&reference.owner),
            title: objective.title.clone(),
            description: objective.description.clone(),
            kind: objective.kind,
            tags: objective.tags.clone(),
            weight: objective.weight,
            state: figures.own.lifecycle.clone(),
            progress: figures.progress,
            expected: figures.expected,
            gap_to_plan: figures.gap_to_plan(),
            pace: figures.pace,
            status: figures.status,
            disagrees: figures.disagrees(),
            confidence: state.said.confidence.or(open.filter_map(|kr| kr.confidence).min()),
            score: state.score.and_then(|_| score(&record, None, org, &standings.moment)),
            missing: figures.missing,
            aligns_to: standings.alignment.up[at]
                .iter()
                .map(|link| target(standings, link.other, link.key_result))
                .collect(),
            not_here: standings.alignment.not_here(at).cloned().collect(),
            updated_at: figures.updated_at(),
            change: None,
            // Of some of its key results nothing follows for the whole.
            forecast: if (0..key_results.len()).all(told) { ObjectiveForecast::of(&key_results) } else { None },
            course: Vec::new(),
            key_results,
        }
    }
}

/// The score in force, 0–100: looked for only where there is any.
fn score(record: &Record, kr: Option<&KeyResultId>, org: &Org, moment: &Moment) -> Option<f64> {
    in_force(&given(record, kr, org, moment)).map(|given| given.score.get())
}

/// The whole reference to an objective or one of its key results.
pub fn target(standings: &Standings, at: usize, key_result: Option<usize>) -> Reference {
    let figures = &standings.objectives[at];
    let id = key_result.map(|at| figures.key_results[at].id.clone());
    Reference { objective: figures.reference.clone(), key_result: id }
}

impl KeyResultReport {
    fn of(
        record: &Record,
        kr: &KeyResult,
        own: &KeyResultFigures,
        state: &KeyResultState,
        forecasts: bool,
        standings: &Standings,
    ) -> Self {
        let (objective, said) = (&record.reference, &state.said);
        let (org, moment) = (&standings.header.org, &standings.moment);
        let to_go = state.to_go(kr);
        Self {
            reference: objective.key_result(&kr.id),
            id: kr.id.clone(),
            title: kr.title.clone(),
            metric: kr.metric.clone(),
            owner: kr.owner.clone().unwrap_or_else(|| objective.owner.clone()),
            weight: kr.weight,
            due: own.due,
            value: state.reading.as_ref().map(|reading| Shown::of(reading, kr.metric.as_ref())),
            reading: state.reading.clone(),
            progress: own.progress,
            expected: own.expected,
            gap: to_go.map(|to_go| match to_go {
                ToGo::Amount(amount) => amount,
                ToGo::Steps(steps) => Quantity::from(i32::try_from(steps).unwrap_or(i32::MAX)),
            }),
            to_go,
            gap_to_plan: own.gap_to_plan(),
            pace: own.pace,
            status: said.status,
            disagrees: own.disagrees(),
            confidence: said.confidence,
            score: state.score.and_then(|_| score(record, Some(&kr.id), org, moment)),
            note: said.note.clone(),
            updated_at: own.updated_at,
            updated_by: said.last.as_ref().map(|(_, by)| by.to_string()),
            check_ins: said.check_ins,
            change: None,
            stale_days: own.stale,
            course: Vec::new(),
            forecast: if forecasts { forecast(kr, own.due, record, moment) } else { None },
            initiatives: kr.initiatives.clone(),
        }
    }
}
