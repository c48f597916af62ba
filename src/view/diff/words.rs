//! Changes in words.

use chrono::{Datelike, NaiveDate};

use super::{joined, points};
use crate::language::{count, marked, say};
use crate::model::{Change as Span_, Keep, Metric, Milestones, Progress};
use crate::report::{Change, Diff, Ease, Fate, FieldChange, Measured, ObjectiveChange, Summary};
use crate::view::cell::{Role, Span, percent, status_words};
use crate::view::document::Line;
use crate::view::metric_words;
use crate::view::words::day;

/// `1 new, 2 changed · ▼ 1 target lowered · 4 check-ins`.
pub fn summary(report: &Diff) -> Line {
    let of = &report.summary;
    if report.is_empty() {
        let words =
            if report.is_whole() { say!("No difference.") } else { say!("No difference in what could be read.") };
        return vec![Span::plain(words)];
    }
    let plain = |text: Option<String>| text.map(|text| vec![Span::plain(text)]);
    let warning = |text: Option<String>| text.map(|text| vec![Span::new(format!("▼ {text}"), Role::Warning)]);
    let parts = [
        objectives(of).map(|words| vec![Span::strong(words)]),
        warning(some(of.targets_easier, count!(of.targets_easier, "target made easier", "targets made easier"))),
        warning(some(of.due_later, count!(of.due_later, "due date put off", "due dates put off"))),
        plain(key_results(of)),
        plain(some(of.targets_harder, count!(of.targets_harder, "target made harder", "targets made harder"))),
        plain(some(of.due_earlier, count!(of.due_earlier, "due date brought forward", "due dates brought forward"))),
        plain(some(of.check_ins, count!(of.check_ins, "check-in", "check-ins"))),
        plain(some(of.retracted, count!(of.retracted, "event taken back", "events taken back"))),
        some(of.gone, count!(of.gone, "past event is gone", "past events are gone"))
            .map(|text| vec![Span::new(text, Role::Bad)]),
        plain(some(of.comments, count!(of.comments, "comment", "comments"))),
        plain(some(of.reviews, count!(of.reviews, "review", "reviews"))),
        plain(some(of.scores, count!(of.scores, "score", "scores"))),
        plain(some(of.completed, say!("{number} completed", number = of.completed))),
        plain(some(of.abandoned, say!("{number} abandoned", number = of.abandoned))),
        plain(some(of.reopened, say!("{number} reopened", number = of.reopened))),
        plain(some(of.settings, count!(of.settings, "setting", "settings"))),
        plain(some(
            of.organisation,
            count!(of.organisation, "change of the organisation", "changes of the organisation"),
        )),
        plain(some(of.cycles, count!(of.cycles, "cycle", "cycles"))),
    ];
    joined(parts.into_iter().flatten().collect(), " · ")
}

/// `1 new, 2 changed objectives`.
fn objectives(of: &Summary) -> Option<String> {
    let of = &of.objectives;
    let counts = [
        (of.new, say!("{number} new", number = of.new)),
        (of.moved, say!("{number} moved", number = of.moved)),
        (of.changed, say!("{number} changed", number = of.changed)),
        (of.removed, say!("{number} removed", number = of.removed)),
    ];
    let (total, counts) = counted(counts);
    match total {
        0 => None,
        1 => Some(say!("{counts} objective", counts)),
        _ => Some(say!("{counts} objectives", counts)),
    }
}

/// `2 added, 1 removed key results`.
fn key_results(of: &Summary) -> Option<String> {
    let of = &of.key_results;
    let counts = [
        (of.added, say!("{number} added", number = of.added)),
        (of.removed, say!("{number} removed", number = of.removed)),
    ];
    let (total, counts) = counted(counts);
    match total {
        0 => None,
        1 => Some(say!("{counts} key result", counts)),
        _ => Some(say!("{counts} key results", counts)),
    }
}

/// How many there are in all, and what is said of those numbers that are not 0.
fn counted<const N: usize>(counts: [(usize, String); N]) -> (usize, String) {
    let total = counts.iter().map(|(number, _)| number).sum();
    let said: Vec<String> = counts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    (total, said.join(say!(", ")))
}

/// `Nov 10 → Nov 15`, where that is not what the states are called.
pub fn days(report: &Diff) -> Option<String> {
    let (before, after) = (&report.before, &report.after);
    let named = |point: &crate::report::Point| point.name == point.day.to_string();
    let year = after.day.year();
    (!named(before) || !named(after)).then(|| format!("{} → {}", day(before.day, year), day(after.day, year)))
}

pub fn fate(fate: Fate) -> Span {
    match fate {
        Fate::New => Span::new(say!("new"), Role::Good),
        Fate::Removed => Span::new(say!("removed"), Role::Bad),
        Fate::Moved => Span::plain(say!("moved")),
        Fate::Changed => Span::plain(say!("changed")),
    }
}

/// `40 → 52 % (+12 pp)`.
pub fn progress(objective: &ObjectiveChange) -> Line {
    let words = |progress: Progress| percent(progress.ratio());
    match (objective.progress_before, objective.progress_after) {
        (Some(before), Some(after)) if words(before) == words(after) => {
            vec![Span::strong(words(after)), Span::dim(say!(" as before"))]
        }
        (Some(before), Some(after)) => {
            let mut line =
                vec![Span::dim(format!("{} → ", words(before).trim_end_matches(" %"))), Span::strong(words(after))];
            line.extend(objective.gained.map(|gained| gained_span(gained, true)));
            line
        }
        (None, Some(after)) => vec![Span::strong(words(after))],
        (Some(before), None) => vec![Span::dim(say!("was at {progress}", progress = words(before)))],
        (None, None) => Line::new(),
    }
}

fn gained_span(gained: f64, bracketed: bool) -> Span {
    let role = match gained.round() {
        rounded if rounded > 0.0 => Role::Good,
        rounded if rounded < 0.0 => Role::Bad,
        _ => Role::Dim,
    };
    Span::new(if bracketed { format!(" ({})", points(gained)) } else { points(gained) }, role)
}

/// `38 → 42 points (+21 pp)`.
pub fn value(measured: &Measured) -> Line {
    let (before, after) = &measured.readings;
    let (old_metric, new_metric) = &measured.metrics;
    let words = |metric: &Option<Metric>, reading: &Option<crate::model::Reading>, bare: bool| {
        let (metric, reading) = (metric.as_ref()?, reading.as_ref()?);
        Some(if bare { metric_words::bare(metric, reading) } else { metric_words::value(metric, reading) })
    };
    let same_unit = old_metric.as_ref().map(Metric::unit) == new_metric.as_ref().map(Metric::unit);
    let mut line = Line::new();
    if let Some(before) = words(old_metric, before, same_unit) {
        line.push(Span::dim(format!("{before} → ")));
    }
    line.push(Span::strong(words(new_metric, after, false).unwrap_or_else(|| say!("no value").to_owned())));
    line.extend(measured.gained.filter(|gained| gained.round() != 0.0).map(|gained| gained_span(gained, true)));
    line
}

/// `on track → at risk`.
pub fn status(before: Option<crate::model::Status>, after: Option<crate::model::Status>) -> Line {
    let words = |status: Option<crate::model::Status>| status.map_or(Span::dim(say!("nothing said")), status_words);
    match before {
        None => vec![words(after)],
        before => vec![words(before), Span::dim(" → "), words(after)],
    }
}

/// `50 → 45 points`, where only the target changed; else both measures whole.
pub fn metric(before: Option<&Metric>, after: Option<&Metric>) -> (&'static str, String) {
    let unit = |metric: &Metric| metric.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    let whole = |metric: Option<&Metric>| metric.map_or(say!("no measure").to_owned(), metric_words::metric);
    match (before, after) {
        (Some(old @ Metric::Change(a)), Some(new @ Metric::Change(b))) if a.unit == b.unit && a.from == b.from => {
            (marked!("target"), format!("{} → {}{}", metric_words::target(old), metric_words::target(new), unit(new)))
        }
        (Some(Metric::Change(a @ Span_ { .. })), Some(new @ Metric::Change(b))) if a.unit == b.unit && a.to == b.to => {
            (marked!("start"), format!("{} → {}{}", a.from, b.from, unit(new)))
        }
        (Some(old @ Metric::Keep(a)), Some(new @ Metric::Keep(b))) if a.unit == b.unit && is_one_limit(a, b) => {
            (marked!("target"), format!("{} → {}{}", metric_words::target(old), metric_words::target(new), unit(new)))
        }
        (Some(Metric::Milestones(a)), Some(Metric::Milestones(b))) => (marked!("steps"), steps(a, b)),
        (before, after) => (marked!("measure"), format!("{} ⇒ {}", whole(before), whole(after))),
    }
}

/// Whether the limits changed and the worst value did not.
fn is_one_limit(a: &Keep, b: &Keep) -> bool {
    a.worst == b.worst
}

/// `removed beta; added pilot; launch due Dec 1 → Dec 15`.
fn steps(before: &Milestones, after: &Milestones) -> String {
    let missing = |known: &Milestones, all: &Milestones| -> Vec<String> {
        let known = |name: &str| known.steps().iter().any(|step| step.name == name);
        all.steps().iter().filter(|step| !known(&step.name)).map(|step| step.name.clone()).collect()
    };
    let (removed, added) = (missing(after, before), missing(before, after));
    let mut parts = Vec::new();
    if !removed.is_empty() {
        parts.push(say!("removed {names}", names = removed.join(say!(", "))));
    }
    if !added.is_empty() {
        parts.push(say!("added {names}", names = added.join(say!(", "))));
    }
    for old in before.steps() {
        let Some(new) = after.steps().iter().find(|new| new.name == old.name) else { continue };
        let due = |due: Option<NaiveDate>| due.map_or(say!("none").to_owned(), |day| day.to_string());
        if old.due != new.due {
            let (before, after) = (due(old.due), due(new.due));
            parts.push(say!("{name} due {before} → {after}", name = old.name, before, after));
        }
        if old.weight != new.weight {
            let (before, after) = (old.weight.get(), new.weight.get());
            parts.push(say!("{name} weighs {before} → {after}", name = old.name, before, after));
        }
    }
    if parts.is_empty() { say!("in another order").to_owned() } else { parts.join(say!("; ")) }
}

/// `lowered`, `easier`, `raised`, `harder`: the word for where a target went, in its colour.
pub fn ease(change: &Change) -> Option<Span> {
    let falls = |metric: &Option<Metric>| metric.as_ref().is_some_and(Metric::falls);
    let (word, role) = match change {
        Change::Metric { after, ease: Some(Ease::Easier), .. } => {
            (if falls(after) { say!("made easier") } else { say!("lowered") }, Role::Warning)
        }
        Change::Metric { after, ease: Some(Ease::Harder), .. } => {
            (if falls(after) { say!("made harder") } else { say!("raised") }, Role::Plain)
        }
        Change::Due { ease: Some(Ease::Easier), .. } => (say!("put off"), Role::Warning),
        Change::Due { ease: Some(Ease::Harder), .. } => (say!("brought forward"), Role::Plain),
        _ => return None,
    };
    Some(Span::new(word, role))
}

/// The sign before a change that makes something easier or harder.
pub fn ease_sign(ease: Option<Ease>) -> Span {
    match ease {
        Some(Ease::Easier) => Span::new("▼", Role::Warning),
        Some(Ease::Harder) => Span::dim("▲"),
        None => Span::plain(""),
    }
}

/// `before → after` of a field of text.
pub fn field(change: &FieldChange) -> Line {
    match (&change.before, &change.after) {
        (None, Some(after)) => vec![Span::plain(after)],
        (Some(before), None) => vec![Span::dim(before), Span::plain(say!(" removed"))],
        (before, after) => {
            let text = |side: &Option<String>| side.clone().unwrap_or_default();
            vec![Span::dim(text(before)), Span::dim(" → "), Span::plain(text(after))]
        }
    }
}

/// What is said of a number, where it is not none.
fn some(number: usize, words: String) -> Option<String> {
    (number > 0).then_some(words)
}
