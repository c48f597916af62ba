//! Rolling up: what objectives come to by their key results and by what aligns to them.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::figures::{KeyResultFigures, ObjectiveFigures};
use crate::analysis::alignment::Alignment;
use crate::analysis::rollup::mean;
use crate::model::{
    Cycle, EPSILON, Fraction, Header, Measure, Moment, Pace, Progress, RollUp, Settings, Weight, change_all,
    days_between,
};

/// Sums the figures of all objectives up, from the individuals to the company.
pub(super) fn roll_all_up(
    objectives: &mut [ObjectiveFigures],
    header: &Header,
    alignment: &Alignment,
    moment: &Moment,
) {
    // Most objectives have nothing below them: no order is to be kept among those.
    let leaf = |at: usize| alignment.down[at].is_empty();
    change_all(objectives, |at, figures| {
        let cycle = header.cycle(&figures.reference.cycle);
        if let Some(cycle) = cycle.filter(|_| leaf(at)) {
            roll_up(figures, cycle, &[], &header.settings, moment);
        }
    });
    for &at in alignment.bottom_up.iter().filter(|at| !leaf(**at)) {
        let below: Vec<Part> = alignment.down[at]
            .iter()
            .filter(|link| objectives[link.other].counts())
            .map(|link| Part {
                other: link.other,
                key_result: link.key_result,
                weight: objectives[link.other].own.weight,
                progress: objectives[link.other].progress,
                expected: objectives[link.other].expected,
            })
            .collect();
        let figures = &mut objectives[at];
        let Some(cycle) = header.cycle(&figures.reference.cycle) else { continue };
        roll_up(figures, cycle, &below, &header.settings, moment);
    }
}

/// What aligns to an objective, with the key result that it serves.
struct Part {
    other: usize,
    key_result: Option<usize>,
    weight: Weight,
    progress: Option<Progress>,
    expected: Option<Fraction>,
}

fn roll_up(figures: &mut ObjectiveFigures, cycle: &Cycle, below: &[Part], settings: &Settings, moment: &Moment) {
    let part = |part: &Part| (part.weight, part.progress, part.expected);
    let open = figures.is_open();
    let since = figures.waits_since(cycle);
    for (at, own) in figures.key_results.iter_mut().enumerate() {
        if own.measure == Some(Measure::Aligned) {
            let served = mean(below.iter().filter(|part| part.key_result == Some(at)).map(part));
            (own.progress, own.expected) = (served.progress, served.expected);
        }
        let kept = keeps(own).then_some(own.due);
        own.pace = own.progress.zip(own.expected).map(|(p, e)| pace(p, e, kept, cycle, settings, moment));
        own.stale = if open { stale(own, since, settings, cycle, moment) } else { None };
    }
    let key_results = || figures.key_results.iter().map(|kr| (kr.weight, kr.progress, kr.expected));
    let sum = match settings.rollup {
        _ if figures.key_results.is_empty() => mean(below.iter().map(part)),
        RollUp::KeyResults => mean(key_results()),
        // What serves an `aligned` key result is in the mean through it already.
        RollUp::Blended => {
            let through = |part: &Part| {
                part.key_result.is_some_and(|at| figures.key_results[at].measure == Some(Measure::Aligned))
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
        let kept = figures.key_results.iter().filter(|own| keeps(own)).map(|own| own.due).max();
        pace(p, e, kept, cycle, settings, moment)
    });
    let said = figures.key_results.iter().filter(|kr| kr.pace != Some(Pace::Done)).filter_map(|kr| kr.status);
    figures.status = said.chain(figures.own.status).max();
}

fn keeps(own: &KeyResultFigures) -> bool {
    own.measure == Some(Measure::Keep)
}

/// The pace of a progress: done when it is full (a level that is kept, only once it is due, on the day `kept`), none in the first part of
/// the cycle, else by the thresholds.
fn pace(
    progress: Progress,
    expected: Fraction,
    kept: Option<NaiveDate>,
    cycle: &Cycle,
    settings: &Settings,
    moment: &Moment,
) -> Pace {
    if progress.is_full() {
        return if kept.is_some_and(|due| moment.day < due) { Pace::OnTrack } else { Pace::Done };
    }
    if cycle.elapsed(moment.day).ratio() <= settings.pace.quiet.ratio() + EPSILON {
        return Pace::TooEarly;
    }
    Pace::of(progress, expected, &settings.pace)
}

/// Days without a check-in, where they are too many: since the last one, else since it was wanted. What is computed,
/// reached, or past its due date with its last word said is not stale.
fn stale(own: &KeyResultFigures, since: NaiveDate, settings: &Settings, cycle: &Cycle, moment: &Moment) -> Option<i64> {
    if matches!(own.measure, None | Some(Measure::Aligned)) || own.pace == Some(Pace::Done) || moment.day < cycle.start
    {
        return None;
    }
    // After the end nothing more is expected to happen; what was silent then stays so.
    let today = moment.day.min(cycle.end);
    let days = match own.updated_at.map(|at| moment.day_of(at)) {
        Some(day) => days_between(day, today) - 1,
        None => days_between(since, today),
    };
    (days > i64::from(settings.stale_after)).then_some(days)
}
