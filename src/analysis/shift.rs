//! Whether another measure is easier to reach than the one before, or harder.

use serde::Serialize;

use crate::model::{Change, Keep, Metric, Milestones, Quantity};

/// How a changed measure compares with the one before. What cannot be compared has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shift {
    Easier,
    Harder,
}

/// How a metric compares with the one that was there before. None where neither is easier in every way: another kind of
/// measure, another direction, another unit, or more of one and less of the other.
pub fn shift(before: &Metric, after: &Metric) -> Option<Shift> {
    if before.unit() != after.unit() {
        return None;
    }
    match (before, after) {
        (Metric::Change(before), Metric::Change(after)) => of_change(before, after),
        (Metric::Keep(before), Metric::Keep(after)) => of_level(before, after),
        (Metric::Milestones(before), Metric::Milestones(after)) => of_steps(before, after),
        _ => None,
    }
}

/// The target decides; another baseline makes what is done already count more or less.
fn of_change(before: &Change, after: &Change) -> Option<Shift> {
    let rises = |change: &Change| change.to > change.from;
    if rises(before) != rises(after) {
        return None;
    }
    let higher = |a: Quantity, b: Quantity| if rises(before) { a > b } else { a < b };
    let target = (after.to != before.to).then(|| side(higher(after.to, before.to)));
    // A baseline nearer to the target is a longer way that nobody need go: but what was gained below it is lost as well.
    let baseline = (after.from != before.from).then(|| side(higher(after.from, before.from)));
    together([target, baseline])
}

/// A wider band is easier to keep; a worse worst value makes a miss count less.
fn of_level(before: &Keep, after: &Keep) -> Option<Shift> {
    let higher = |before: Option<Quantity>, after: Option<Quantity>| match (before, after) {
        (Some(before), Some(after)) if before != after => Some(after > before),
        (None, Some(_)) => Some(true),
        (Some(_), None) => Some(false),
        _ => None,
    };
    let low = higher(before.at_least, after.at_least).map(side);
    // A ceiling that comes down, or comes at all, leaves less room.
    let high = match (before.at_most, after.at_most) {
        (Some(before), Some(after)) if before != after => Some(side(after < before)),
        (None, Some(_)) => Some(Shift::Harder),
        (Some(_), None) => Some(Shift::Easier),
        _ => None,
    };
    together([low, high])
}

/// Fewer of the same steps are easier.
fn of_steps(before: &Milestones, after: &Milestones) -> Option<Shift> {
    let has = |steps: &Milestones, name: &str| steps.steps().iter().any(|step| step.name == name);
    let all_in = |one: &Milestones, other: &Milestones| one.steps().iter().all(|step| has(other, &step.name));
    match (all_in(before, after), all_in(after, before)) {
        (true, false) => Some(Shift::Harder),
        (false, true) => Some(Shift::Easier),
        _ => None,
    }
}

fn side(harder: bool) -> Shift {
    if harder { Shift::Harder } else { Shift::Easier }
}

/// What two changes come to, if they do not go against each other.
fn together(changes: [Option<Shift>; 2]) -> Option<Shift> {
    match changes {
        [Some(one), Some(other)] if one != other => None,
        [one, other] => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(before: &str, after: &str) -> Option<Shift> {
        shift(&before.parse().unwrap(), &after.parse().unwrap())
    }

    #[test]
    fn a_lower_target_of_a_rising_value_and_a_higher_one_of_a_falling_value_are_easier() {
        assert_eq!(of("31 -> 50 points", "31 -> 45 points"), Some(Shift::Easier));
        assert_eq!(of("31 -> 50 points", "31 -> 60 points"), Some(Shift::Harder));
        assert_eq!(of("4.2 -> 2 %", "4.2 -> 3 %"), Some(Shift::Easier));
        assert_eq!(of("4.2 -> 2 %", "4.2 -> 1 %"), Some(Shift::Harder));
        assert_eq!(of(">= 99.9 %", ">= 99.5 %"), Some(Shift::Easier));
        assert_eq!(of("<= 300 ms", "<= 200 ms"), Some(Shift::Harder));
        assert_eq!(of("milestones a, b, c", "milestones a, c"), Some(Shift::Easier));
        assert_eq!(of("milestones a, b", "milestones a, b, c"), Some(Shift::Harder));
    }

    #[test]
    fn what_cannot_be_compared_is_neither() {
        assert_eq!(of("31 -> 50 points", "50 -> 31 points"), None);
        assert_eq!(of("31 -> 50 points", "31 -> 50 %"), None);
        assert_eq!(of("31 -> 50", "done"), None);
        assert_eq!(of("31 -> 50", "25 -> 55"), None);
        assert_eq!(of("milestones a, b", "milestones a, c"), None);
        assert_eq!(of("31 -> 50", "31 -> 50"), None);
    }
}
