//! All figures of a snapshot at a moment: computed once, and read by every report.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::analysis::alignment::{Alignment, align};
use crate::analysis::expected::expected;
use crate::analysis::rollup::mean;
use crate::analysis::timeline::{KeyResultState, ObjectiveState, state};
use crate::model::{
    Cycle, EPSILON, Fraction, KeyResult, Lifecycle, Metric, Moment, Objective, ObjectiveRef, Pace, Progress, Record,
    RollUp, Settings, Snapshot, Status, ToGo, Weight, change_all, days_between, gap_to_plan, map_all,
};

/// The figures of every objective of a snapshot, in its order.
pub struct Assessment<'a> {
    pub snapshot: &'a Snapshot,
    pub moment: Moment,
    pub alignment: Alignment,
    pub objectives: Vec<ObjectiveFigures>,
    recall: Option<Box<Recall<'a>>>,
}

/// Reads a record once more, with what was not kept of it.
pub type Recall<'a> = dyn Fn(&ObjectiveRef) -> Option<Record> + Sync + 'a;

impl<'a> Assessment<'a> {
    /// The record of an objective with all its events, which are read now if only its figures were kept.
    pub fn record(&self, at: usize) -> Cow<'a, Record> {
        let kept = &self.snapshot.objectives[at];
        let whole = self.recall.as_ref().and_then(|recall| recall(&kept.reference));
        whole.map_or(Cow::Borrowed(kept), Cow::Owned)
    }
}

/// An objective's figures.
#[derive(Debug, Clone)]
pub struct ObjectiveFigures {
    pub state: ObjectiveState,
    /// The mean of its parts by weight; `None` where none has a progress.
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    pub pace: Option<Pace>,
    /// What people say: the worst of its open key results', or what was said of it as a whole if that is worse.
    pub status: Option<Status>,
    pub key_results: Vec<KeyResultFigures>,
    /// Parts without a progress, left out of the mean.
    pub missing: usize,
}

/// A key result's figures.
#[derive(Debug, Clone)]
pub struct KeyResultFigures {
    pub state: KeyResultState,
    /// Unclamped; `None` where there is no measure, no value yet, or nothing aligned to it.
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    pub pace: Option<Pace>,
    /// Days since the last check-in, or since the cycle began, where that is too long.
    pub stale: Option<i64>,
    pub due: chrono::NaiveDate,
}

impl KeyResultFigures {
    /// The last check-in.
    pub fn updated_at(&self) -> Option<DateTime<Utc>> {
        self.state.said.last.as_ref().map(|(at, _)| *at)
    }

    /// What is missing to the target, of the key result whose figures these are.
    pub fn to_go(&self, kr: &KeyResult) -> Option<ToGo> {
        kr.metric.as_ref()?.to_go(self.state.reading.as_ref()?.value())
    }

    /// Progress less expected, in percentage points; negative is behind.
    pub fn gap_to_plan(&self) -> Option<f64> {
        Some(gap_to_plan(self.progress?, self.expected?))
    }

    /// Whether what people say and what is computed are two different things.
    pub fn disagrees(&self) -> bool {
        matches!((self.pace, self.state.said.status), (Some(pace), Some(status)) if !pace.agrees_with(status))
    }
}

impl ObjectiveFigures {
    /// The last check-in on it or any of its key results.
    pub fn updated_at(&self) -> Option<DateTime<Utc>> {
        let own = self.state.said.last.as_ref().map(|(at, _)| *at);
        self.key_results.iter().filter_map(KeyResultFigures::updated_at).chain(own).max()
    }

    /// Progress less expected, in percentage points; negative is behind. Progress counts clamped, as in every mean.
    pub fn gap_to_plan(&self) -> Option<f64> {
        Some(gap_to_plan(self.progress?, self.expected?))
    }

    pub fn disagrees(&self) -> bool {
        matches!((self.pace, self.status), (Some(pace), Some(status)) if !pace.agrees_with(status))
    }

    /// Whether it counts in sums: everything that was not given up.
    pub fn counts(&self) -> bool {
        !matches!(self.state.lifecycle, Lifecycle::Abandoned(_))
    }
}

/// Computes every figure of a snapshot at a moment.
pub fn assess(snapshot: &Snapshot, moment: Moment) -> Assessment<'_> {
    let own = |record: &Record| {
        let in_force = state(&record.objective, &record.events, &moment);
        own_figures(&record.objective, in_force, snapshot.cycle(&record.reference.cycle), &moment)
    };
    rolled_up(snapshot, moment, align(snapshot), map_all(&snapshot.objectives, own))
}

/// The same of a snapshot of which no events were kept but what [`own_figures`] makes of them at the moment, in the order of
/// its objectives. What little is shown in full is read once more.
pub fn assess_skimmed<'a>(
    snapshot: &'a Snapshot,
    moment: Moment,
    alignment: Alignment,
    own: Vec<ObjectiveFigures>,
    recall: Box<Recall<'a>>,
) -> Assessment<'a> {
    Assessment { recall: Some(recall), ..rolled_up(snapshot, moment, alignment, own) }
}

fn rolled_up(
    snapshot: &Snapshot,
    moment: Moment,
    alignment: Alignment,
    mut objectives: Vec<ObjectiveFigures>,
) -> Assessment<'_> {
    // Most objectives have nothing below them: no order is to be kept among those.
    let leaf = |at: usize| alignment.down[at].is_empty();
    change_all(&mut objectives, |at, figures| {
        let record = &snapshot.objectives[at];
        let cycle = snapshot.cycle(&record.reference.cycle);
        if let Some(cycle) = cycle.filter(|_| leaf(at)) {
            roll_up(figures, record, cycle, &[], &snapshot.settings, &moment);
        }
    });
    for &at in alignment.bottom_up.iter().filter(|at| !leaf(**at)) {
        let record = &snapshot.objectives[at];
        let below: Vec<Part> = alignment.down[at]
            .iter()
            .filter(|link| objectives[link.other].counts())
            .map(|link| Part {
                other: link.other,
                key_result: link.key_result,
                weight: snapshot.objectives[link.other].objective.weight,
                progress: objectives[link.other].progress,
                expected: objectives[link.other].expected,
            })
            .collect();
        let Some(cycle) = snapshot.cycle(&record.reference.cycle) else { continue };
        roll_up(&mut objectives[at], record, cycle, &below, &snapshot.settings, &moment);
    }
    Assessment { snapshot, moment, alignment, objectives, recall: None }
}

/// What aligns to an objective, with the key result that it serves.
struct Part {
    other: usize,
    key_result: Option<usize>,
    weight: Weight,
    progress: Option<Progress>,
    expected: Option<Fraction>,
}

/// The figures that follow from an objective's own files, by what is in force: nothing is rolled up yet.
pub fn own_figures(
    objective: &Objective,
    mut state: ObjectiveState,
    cycle: Option<&Cycle>,
    moment: &Moment,
) -> ObjectiveFigures {
    let key_results = objective.key_results.iter().zip(std::mem::take(&mut state.key_results));
    let key_results = key_results
        .map(|(kr, state)| {
            let due = kr.due.or(cycle.map(|cycle| cycle.end)).unwrap_or(moment.day);
            KeyResultFigures {
                progress: state.reading.as_ref().map(|reading| reading.progress()),
                expected: cycle.and_then(|cycle| expected(kr, cycle, moment)),
                pace: None,
                stale: None,
                due,
                state,
            }
        })
        .collect();
    ObjectiveFigures { state, progress: None, expected: None, pace: None, status: None, key_results, missing: 0 }
}

fn roll_up(
    figures: &mut ObjectiveFigures,
    record: &Record,
    cycle: &Cycle,
    below: &[Part],
    settings: &Settings,
    moment: &Moment,
) {
    let part = |part: &Part| (part.weight, part.progress, part.expected);
    let open = figures.state.lifecycle.is_open();
    let since = figures.state.waits_since(cycle);
    for (at, (kr, own)) in record.objective.key_results.iter().zip(&mut figures.key_results).enumerate() {
        if kr.metric == Some(Metric::Aligned) {
            let served = mean(below.iter().filter(|part| part.key_result == Some(at)).map(part));
            (own.progress, own.expected) = (served.progress, served.expected);
        }
        own.pace =
            own.progress.zip(own.expected).map(|(p, e)| pace(p, e, Some((kr, own.due)), cycle, settings, moment));
        own.stale = if open { stale(kr, own, since, settings, cycle, moment) } else { None };
    }
    let weights = record.objective.key_results.iter().map(|kr| kr.weight);
    let key_results =
        || weights.clone().zip(&figures.key_results).map(|(weight, kr)| (weight, kr.progress, kr.expected));
    let sum = match settings.rollup {
        _ if record.objective.key_results.is_empty() => mean(below.iter().map(part)),
        RollUp::KeyResults => mean(key_results()),
        // What serves an `aligned` key result is in the mean through it already.
        RollUp::Blended => {
            let through = |part: &Part| {
                part.key_result.is_some_and(|at| record.objective.key_results[at].metric == Some(Metric::Aligned))
            };
            let mut counted: HashSet<usize> =
                below.iter().filter(|part| through(part)).map(|part| part.other).collect();
            // One objective may serve several key results, and the objective besides: it counts once.
            let once: Vec<&Part> = below.iter().filter(|part| counted.insert(part.other)).collect();
            mean(key_results().chain(once.into_iter().map(part)))
        }
    };
    (figures.progress, figures.expected, figures.missing) = (sum.progress, sum.expected, sum.missing);
    figures.pace = figures.progress.zip(figures.expected).map(|(p, e)| {
        let kept = figures.key_results.iter().zip(&record.objective.key_results);
        let keeping = kept.filter(|(_, kr)| matches!(kr.metric, Some(Metric::Keep(_)))).map(|(own, kr)| (kr, own.due));
        pace(p, e, keeping.max_by_key(|(_, due)| *due), cycle, settings, moment)
    });
    let said =
        figures.key_results.iter().filter(|kr| kr.pace != Some(Pace::Done)).filter_map(|kr| kr.state.said.status);
    figures.status = said.chain(figures.state.said.status).max();
}

/// The pace of a progress: done when it is full (a level that is kept, only once it is due), none in the first part of
/// the cycle, else by the thresholds.
fn pace(
    progress: Progress,
    expected: Fraction,
    key_result: Option<(&KeyResult, chrono::NaiveDate)>,
    cycle: &Cycle,
    settings: &Settings,
    moment: &Moment,
) -> Pace {
    let keeping =
        |(kr, due): (&KeyResult, chrono::NaiveDate)| matches!(kr.metric, Some(Metric::Keep(_))) && moment.day < due;
    if progress.is_full() {
        return if key_result.is_some_and(keeping) { Pace::OnTrack } else { Pace::Done };
    }
    if cycle.elapsed(moment.day).ratio() <= settings.pace.quiet.ratio() + EPSILON {
        return Pace::TooEarly;
    }
    Pace::of(progress, expected, &settings.pace)
}

/// Days without a check-in, where they are too many: since the last one, else since it was wanted. What is computed,
/// reached, or past its due date with its last word said is not stale.
fn stale(
    kr: &KeyResult,
    own: &KeyResultFigures,
    since: NaiveDate,
    settings: &Settings,
    cycle: &Cycle,
    moment: &Moment,
) -> Option<i64> {
    if matches!(kr.metric, None | Some(Metric::Aligned)) || own.pace == Some(Pace::Done) || moment.day < cycle.start {
        return None;
    }
    // After the end nothing more is expected to happen; what was silent then stays so.
    let today = moment.day.min(cycle.end);
    let last = own.state.said.last.as_ref().map(|(at, _)| moment.day_of(*at));
    let days = match last {
        Some(day) => days_between(day, today) - 1,
        None => days_between(since, today),
    };
    (days > i64::from(settings.stale_after)).then_some(days)
}

#[cfg(test)]
mod tests;
