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
    let on = |figures: &ObjectiveFigures| On::of(figures, header, moment);
    change_all(objectives, |at, figures| {
        if leaf(at)
            && let Some(on) = on(figures)
        {
            roll_up(figures, &[], &on);
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
        if let Some(on) = on(&objectives[at]) {
            roll_up(&mut objectives[at], &below, &on);
        }
    }
}

/// When figures are rolled up, and by which rules.
struct On<'a> {
    cycle: &'a Cycle,
    settings: &'a Settings,
    moment: &'a Moment,
    /// Whether it is too early in the cycle to say of anything how it goes.
    quiet: bool,
}

impl<'a> On<'a> {
    /// For an objective, if its cycle is known.
    fn of(figures: &ObjectiveFigures, header: &'a Header, moment: &'a Moment) -> Option<Self> {
        let (cycle, settings) = (header.cycle(&figures.reference.cycle)?, &header.settings);
        let quiet = cycle.elapsed(moment.day).ratio() <= settings.pace.quiet.ratio() + EPSILON;
        Some(Self { cycle, settings, moment, quiet })
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

fn roll_up(figures: &mut ObjectiveFigures, below: &[Part], on: &On) {
    let part = |part: &Part| (part.weight, part.progress, part.expected);
    let open = figures.is_open();
    let since = figures.waits_since(on.cycle);
    for (at, own) in figures.key_results.iter_mut().enumerate() {
        if own.measure == Some(Measure::Aligned) {
            let served = mean(below.iter().filter(|part| part.key_result == Some(at)).map(part));
            (own.progress, own.expected) = (served.progress, served.expected);
        }
        let kept = keeps(own).then_some(own.due);
        own.pace = own.progress.zip(own.expected).map(|(p, e)| pace(p, e, kept, on));
        own.stale = if open { stale(own, since, on) } else { None };
    }
    let key_results = || figures.key_results.iter().map(|kr| (kr.weight, kr.progress, kr.expected));
    let sum = match on.settings.rollup {
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
        pace(p, e, kept, on)
    });
    let said = figures.key_results.iter().filter(|kr| kr.pace != Some(Pace::Done)).filter_map(|kr| kr.status);
    figures.status = said.chain(figures.own.status).max();
}

fn keeps(own: &KeyResultFigures) -> bool {
    own.measure == Some(Measure::Keep)
}

/// The pace of a progress: done when it is full (a level that is kept, only once it is due, on the day `kept`), none in the first part of
/// the cycle, else by the thresholds.
fn pace(progress: Progress, expected: Fraction, kept: Option<NaiveDate>, on: &On) -> Pace {
    if progress.is_full() {
        return if kept.is_some_and(|due| on.moment.day < due) { Pace::OnTrack } else { Pace::Done };
    }
    if on.quiet { Pace::TooEarly } else { Pace::of(progress, expected, &on.settings.pace) }
}

/// Days without a check-in, where they are too many: since the last one, else since it was wanted. What is computed,
/// reached, or past its due date with its last word said is not stale.
fn stale(own: &KeyResultFigures, since: NaiveDate, on: &On) -> Option<i64> {
    let On { cycle, settings, moment, .. } = on;
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
