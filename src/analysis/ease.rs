//! Whether a changed target asks for less than before: what `okr diff` lets stand out and `okr verify` names.

use serde::Serialize;

use crate::model::{Change, Keep, Metric, Milestones, Quantity};

/// Which way a target went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ease {
    /// Less is asked for than before, in at least one respect.
    Easier,
    Harder,
}

impl Ease {
    /// Easier if `less`, harder if `more`; where both, what was made easier is what a reader must know.
    pub fn of(less: bool, more: bool) -> Option<Self> {
        match (less, more) {
            (true, _) => Some(Self::Easier),
            (false, true) => Some(Self::Harder),
            (false, false) => None,
        }
    }

    /// Of a change of measure; none where the two cannot be compared, or the target stayed.
    pub fn of_metrics(before: Option<&Metric>, after: Option<&Metric>) -> Option<Self> {
        match (before?, after) {
            // What is no longer measured can no longer be missed.
            (_, None) => Some(Self::Easier),
            (before, Some(after)) if !same_unit(before, after) => None,
            (Metric::Change(before), Some(Metric::Change(after))) => change(before, after),
            (Metric::Keep(before), Some(Metric::Keep(after))) => keep(before, after),
            (Metric::Milestones(before), Some(Metric::Milestones(after))) => milestones(before, after),
            _ => None,
        }
    }
}

/// A unit that is named now and was not before, or the other way round, hides no lowered target.
fn same_unit(before: &Metric, after: &Metric) -> bool {
    before.unit().zip(after.unit()).is_none_or(|(before, after)| before == after)
}

fn change(before: &Change, after: &Change) -> Option<Ease> {
    let falls = |change: &Change| change.to < change.from;
    if falls(before) != falls(after) {
        return None;
    }
    let (less, more) = (after.to < before.to, after.to > before.to);
    if falls(before) { Ease::of(more, less) } else { Ease::of(less, more) }
}

/// A limit that was drawn wider or given up is easier, and so is a worst value further off: the same value then counts more.
fn keep(before: &Keep, after: &Keep) -> Option<Ease> {
    let low = widened(before.at_least, after.at_least, |old, new| new < old);
    let high = widened(before.at_most, after.at_most, |old, new| new > old);
    let worst = match (before.worst, after.worst) {
        (Some(old), Some(new)) if old != new => {
            let below = before.at_least.is_some_and(|limit| old < limit);
            let further = if below { new < old } else { new > old };
            (further, !further)
        }
        (Some(_), None) => (false, true),
        (None, Some(_)) => (true, false),
        _ => (false, false),
    };
    let all = [low, high, worst];
    Ease::of(all.iter().any(|(less, _)| *less), all.iter().any(|(_, more)| *more))
}

fn widened(
    before: Option<Quantity>,
    after: Option<Quantity>,
    wider: impl Fn(Quantity, Quantity) -> bool,
) -> (bool, bool) {
    match (before, after) {
        (Some(old), Some(new)) => (wider(old, new), wider(new, old)),
        (Some(_), None) => (true, false),
        (None, Some(_)) => (false, true),
        (None, None) => (false, false),
    }
}

/// A step less, or one that is due later. As many steps under other names are another plan, not an easier one.
fn milestones(before: &Milestones, after: &Milestones) -> Option<Ease> {
    let mut less = after.len() < before.len();
    let mut more = after.len() > before.len();
    for old in before.steps() {
        let Some(new) = after.steps().iter().find(|new| new.name == old.name) else { continue };
        match (old.due, new.due) {
            (Some(old), Some(new)) => {
                less |= new > old;
                more |= new < old;
            }
            (Some(_), None) => less = true,
            (None, Some(_)) => more = true,
            (None, None) => {}
        }
    }
    Ease::of(less, more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ease(before: &str, after: &str) -> Option<Ease> {
        let read = |text: &str| text.parse::<Metric>().unwrap();
        Ease::of_metrics(Some(&read(before)), Some(&read(after)))
    }

    #[test]
    fn easier_is_what_asks_for_less_whichever_way_it_goes() {
        use Ease::{Easier, Harder};
        for (before, after, expected) in [
            ("31 -> 50 points", "31 -> 45 points", Some(Easier)),
            ("31 -> 50", "31 -> 60", Some(Harder)),
            ("4.2 -> 2.0 %", "4.2 -> 3.0 %", Some(Easier)),
            ("4.2 -> 2.0 %", "4.2 -> 1.5 %", Some(Harder)),
            ("31 -> 50", "20 -> 50", None),
            ("31 -> 50 points", "31 -> 45 %", None),
            ("31 -> 50", "31 -> 45 points", Some(Easier)),
            ("31 -> 50", "31 -> 20", None),
            (">= 99.9 %", ">= 99 %", Some(Easier)),
            ("<= 300 ms", "<= 400 ms", Some(Easier)),
            ("<= 300 ms", "<= 200 ms", Some(Harder)),
            (">= 10 <= 20", ">= 10", Some(Easier)),
            (">= 10 <= 20", ">= 5 <= 15", Some(Easier)),
            (">= 99.9 worst 99", ">= 99.9 worst 98", Some(Easier)),
            ("<= 300 worst 500", "<= 300 worst 400", Some(Harder)),
            ("milestones a, b, c", "milestones a, c", Some(Easier)),
            ("milestones a, b", "milestones a, b, c", Some(Harder)),
            ("milestones a, b", "milestones a, c", None),
            ("milestones a by 2026-11-01, b", "milestones a by 2026-12-01, b", Some(Easier)),
            ("done", "31 -> 50", None),
        ] {
            assert_eq!(ease(before, after), expected, "{before} ⇒ {after}");
        }
        assert_eq!(Ease::of_metrics("done".parse().ok().as_ref(), None), Some(Easier));
        assert_eq!(Ease::of_metrics(None, "done".parse().ok().as_ref()), None);
    }
}
