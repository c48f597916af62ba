//! Changes in words.

use chrono::{Datelike, NaiveDate};

use super::{joined, points};
use crate::language::count;
use crate::model::{Change as Span_, Keep, Metric, Milestones, Progress};
use crate::report::{Change, Diff, Ease, Fate, FieldChange, Measured, ObjectiveChange};
use crate::view::cell::{Role, Span, percent, status_words};
use crate::view::document::Line;
use crate::view::metric_words;
use crate::view::words::day;

/// `1 new, 2 changed · ▼ 1 target lowered · 4 check-ins`.
pub fn summary(report: &Diff) -> Line {
    let of = &report.summary;
    if report.is_empty() {
        let words = if report.is_whole() { "No difference." } else { "No difference in what could be read." };
        return vec![Span::plain(words)];
    }
    let plain = |text: Option<String>| text.map(|text| vec![Span::plain(text)]);
    let warning = |text: Option<String>| text.map(|text| vec![Span::new(format!("▼ {text}"), Role::Warning)]);
    let objectives = [
        (of.objectives.new, "new"),
        (of.objectives.moved, "moved"),
        (of.objectives.changed, "changed"),
        (of.objectives.removed, "removed"),
    ];
    let said: Vec<String> =
        objectives.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let total = objectives.iter().map(|(count, _)| count).sum::<usize>();
    let noun = if total == 1 { "objective" } else { "objectives" };
    let key_results = [(of.key_results.added, "added"), (of.key_results.removed, "removed")];
    let krs: Vec<String> =
        key_results.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let many = of.key_results.added + of.key_results.removed;
    let parts = [
        (total > 0).then(|| vec![Span::strong(format!("{} {noun}", said.join(", ")))]),
        warning(some(of.targets_easier, count!(of.targets_easier, "target made easier", "targets made easier"))),
        warning(some(of.due_later, count!(of.due_later, "due date put off", "due dates put off"))),
        (many > 0).then(|| {
            vec![Span::plain(format!("{} {}", krs.join(", "), if many == 1 { "key result" } else { "key results" }))]
        }),
        plain(some(of.targets_harder, count!(of.targets_harder, "target made harder", "targets made harder"))),
        plain(some(of.due_earlier, count!(of.due_earlier, "due date brought forward", "due dates brought forward"))),
        plain(some(of.check_ins, count!(of.check_ins, "check-in", "check-ins"))),
        plain(some(of.retracted, count!(of.retracted, "event taken back", "events taken back"))),
        some(of.gone, count!(of.gone, "past event is gone", "past events are gone"))
            .map(|text| vec![Span::new(text, Role::Bad)]),
        plain(some(of.comments, count!(of.comments, "comment", "comments"))),
        plain(some(of.reviews, count!(of.reviews, "review", "reviews"))),
        plain(some(of.scores, count!(of.scores, "score", "scores"))),
        plain((of.completed > 0).then(|| format!("{} completed", of.completed))),
        plain((of.abandoned > 0).then(|| format!("{} abandoned", of.abandoned))),
        plain((of.reopened > 0).then(|| format!("{} reopened", of.reopened))),
        plain(some(of.settings, count!(of.settings, "setting", "settings"))),
        plain(some(
            of.organisation,
            count!(of.organisation, "change of the organisation", "changes of the organisation"),
        )),
        plain(some(of.cycles, count!(of.cycles, "cycle", "cycles"))),
    ];
    joined(parts.into_iter().flatten().collect(), " · ")
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
        Fate::New => Span::new("new", Role::Good),
        Fate::Removed => Span::new("removed", Role::Bad),
        Fate::Moved => Span::plain("moved"),
        Fate::Changed => Span::plain("changed"),
    }
}

/// `40 → 52 % (+12 pp)`.
pub fn progress(objective: &ObjectiveChange) -> Line {
    let words = |progress: Progress| percent(progress.ratio());
    match (objective.progress_before, objective.progress_after) {
        (Some(before), Some(after)) if words(before) == words(after) => {
            vec![Span::strong(words(after)), Span::dim(" as before")]
        }
        (Some(before), Some(after)) => {
            let mut line =
                vec![Span::dim(format!("{} → ", words(before).trim_end_matches(" %"))), Span::strong(words(after))];
            line.extend(objective.gained.map(|gained| gained_span(gained, true)));
            line
        }
        (None, Some(after)) => vec![Span::strong(words(after))],
        (Some(before), None) => vec![Span::dim(format!("was at {}", words(before)))],
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
    line.push(Span::strong(words(new_metric, after, false).unwrap_or_else(|| "no value".to_owned())));
    line.extend(measured.gained.filter(|gained| gained.round() != 0.0).map(|gained| gained_span(gained, true)));
    line
}

/// `on track → at risk`.
pub fn status(before: Option<crate::model::Status>, after: Option<crate::model::Status>) -> Line {
    let words = |status: Option<crate::model::Status>| status.map_or(Span::dim("nothing said"), status_words);
    match before {
        None => vec![words(after)],
        before => vec![words(before), Span::dim(" → "), words(after)],
    }
}

/// `50 → 45 points`, where only the target changed; else both measures whole.
pub fn metric(before: Option<&Metric>, after: Option<&Metric>) -> (&'static str, String) {
    let unit = |metric: &Metric| metric.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    let whole = |metric: Option<&Metric>| metric.map_or("no measure".to_owned(), metric_words::metric);
    match (before, after) {
        (Some(old @ Metric::Change(a)), Some(new @ Metric::Change(b))) if a.unit == b.unit && a.from == b.from => {
            ("target", format!("{} → {}{}", metric_words::target(old), metric_words::target(new), unit(new)))
        }
        (Some(Metric::Change(a @ Span_ { .. })), Some(new @ Metric::Change(b))) if a.unit == b.unit && a.to == b.to => {
            ("start", format!("{} → {}{}", a.from, b.from, unit(new)))
        }
        (Some(old @ Metric::Keep(a)), Some(new @ Metric::Keep(b))) if a.unit == b.unit && is_one_limit(a, b) => {
            ("target", format!("{} → {}{}", metric_words::target(old), metric_words::target(new), unit(new)))
        }
        (Some(Metric::Milestones(a)), Some(Metric::Milestones(b))) => ("steps", steps(a, b)),
        (before, after) => ("measure", format!("{} ⇒ {}", whole(before), whole(after))),
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
    let list = |verb: &str, names: Vec<String>| (!names.is_empty()).then(|| format!("{verb} {}", names.join(", ")));
    let mut parts: Vec<String> = [list("removed", missing(after, before)), list("added", missing(before, after))]
        .into_iter()
        .flatten()
        .collect();
    for old in before.steps() {
        let Some(new) = after.steps().iter().find(|new| new.name == old.name) else { continue };
        let due = |due: Option<NaiveDate>| due.map_or("none".to_owned(), |day| day.to_string());
        if old.due != new.due {
            parts.push(format!("{} due {} → {}", old.name, due(old.due), due(new.due)));
        }
        if old.weight != new.weight {
            parts.push(format!("{} weighs {} → {}", old.name, old.weight.get(), new.weight.get()));
        }
    }
    if parts.is_empty() { "in another order".to_owned() } else { parts.join("; ") }
}

/// `lowered`, `easier`, `raised`, `harder`: the word for where a target went, in its colour.
pub fn ease(change: &Change) -> Option<Span> {
    let falls = |metric: &Option<Metric>| metric.as_ref().is_some_and(Metric::falls);
    let (word, role) = match change {
        Change::Metric { after, ease: Some(Ease::Easier), .. } => {
            (if falls(after) { "made easier" } else { "lowered" }, Role::Warning)
        }
        Change::Metric { after, ease: Some(Ease::Harder), .. } => {
            (if falls(after) { "made harder" } else { "raised" }, Role::Plain)
        }
        Change::Due { ease: Some(Ease::Easier), .. } => ("put off", Role::Warning),
        Change::Due { ease: Some(Ease::Harder), .. } => ("brought forward", Role::Plain),
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
        (Some(before), None) => vec![Span::dim(before), Span::plain(" removed")],
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
