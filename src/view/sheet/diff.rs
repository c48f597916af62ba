//! What changed between two states.

use super::cells::table;
use crate::model::rounded;
use crate::report::{Change, Diff, Ease, Fate, FieldChange, KeyResultFate, ObjectiveChange, Shown};
use crate::view::cell::Cell;
use crate::view::document::Table;
use crate::view::metric_words;

/// Where a change is, and what it is of: the columns before `before` and `after`.
struct Place {
    kind: &'static str,
    reference: String,
    title: String,
}

/// One row a change.
pub fn diff(report: &Diff) -> Table {
    let names = ["kind", "ref", "title", "what", "before", "after", "ease", "count"];
    let mut rows = Vec::new();
    for objective in &report.objectives {
        of_objective(objective, &mut rows);
    }
    let framed = |kind, reference: String, title: String| Place { kind, reference, title };
    for change in &report.settings {
        rows.push(of_field(&framed("setting", change.field.to_owned(), String::new()), change));
    }
    for member in &report.organisation {
        let place = framed(member.kind, member.key.to_string(), member.name.clone().unwrap_or_default());
        let fate = format!("{:?}", member.fate).to_lowercase();
        rows.push(row(&place, &fate, String::new(), String::new()));
        rows.extend(member.changes.iter().map(|change| of_field(&place, change)));
    }
    for cycle in &report.cycles {
        let place = framed("cycle", cycle.id.to_string(), String::new());
        let fate = format!("{:?}", cycle.fate).to_lowercase();
        rows.push(row(&place, &fate, String::new(), String::new()));
        rows.extend(cycle.changes.iter().map(|change| of_field(&place, change)));
    }
    table(&names, rows)
}

fn of_objective(objective: &ObjectiveChange, rows: &mut Vec<Vec<Cell>>) {
    let reference = objective.reference.to_string();
    let place = Place { kind: "objective", reference: reference.clone(), title: objective.title.clone() };
    let fate = match objective.fate {
        Fate::New => "new",
        Fate::Removed => "removed",
        Fate::Moved => "moved",
        Fate::Changed => "progress",
    };
    let progress = |progress: Option<crate::model::Progress>| {
        progress.map(|progress| rounded(progress.ratio(), 6).to_string()).unwrap_or_default()
    };
    match &objective.moved_from {
        Some(from) => rows.push(row(&place, fate, from.to_string(), reference.clone())),
        None => rows.push(row(&place, fate, progress(objective.progress_before), progress(objective.progress_after))),
    }
    rows.extend(objective.changes.iter().map(|change| of_change(&place, change)));
    for kr in &objective.key_results {
        let place = Place { kind: "key_result", reference: format!("{reference}.{}", kr.id), title: kr.title.clone() };
        let measure = || kr.metric.as_ref().map(metric_words::metric).unwrap_or_default();
        match kr.fate {
            KeyResultFate::Added => rows.push(row(&place, "added", String::new(), measure())),
            KeyResultFate::Removed => rows.push(row(&place, "removed", measure(), String::new())),
            KeyResultFate::Changed => {}
        }
        rows.extend(kr.changes.iter().map(|change| of_change(&place, change)));
    }
}

fn row(place: &Place, what: &str, before: String, after: String) -> Vec<Cell> {
    vec![
        Cell::text(place.kind),
        Cell::text(&place.reference),
        Cell::text(&place.title),
        Cell::text(what),
        Cell::text(before),
        Cell::text(after),
        Cell::text(""),
        Cell::text(""),
    ]
}

fn of_field(place: &Place, change: &FieldChange) -> Vec<Cell> {
    let text = |side: &Option<String>| side.clone().unwrap_or_default();
    eased(row(place, change.field, text(&change.before), text(&change.after)), change.ease)
}

fn eased(mut row: Vec<Cell>, ease: Option<Ease>) -> Vec<Cell> {
    row[6] = Cell::text(match ease {
        Some(Ease::Easier) => "easier",
        Some(Ease::Harder) => "harder",
        None => "",
    });
    row
}

fn of_change(place: &Place, change: &Change) -> Vec<Cell> {
    fn text<T: ToString>(side: &Option<T>) -> String {
        side.as_ref().map(ToString::to_string).unwrap_or_default()
    }
    let (before, after) = match change {
        Change::Title { before, after } => (before.clone(), after.clone()),
        Change::Description { before, after } => (text(before), text(after)),
        Change::Kind { before, after } => (before.as_str().to_owned(), after.as_str().to_owned()),
        Change::Weight { before, after } => (before.get().to_string(), after.get().to_string()),
        Change::Tags { added, removed } => (removed.join(", "), added.join(", ")),
        Change::AlignsTo { before, after } => (before.join(", "), after.join(", ")),
        Change::State { before, after, .. } => (before.as_str().to_owned(), after.as_str().to_owned()),
        Change::Metric { before, after, .. } => {
            let words = |metric: &Option<crate::model::Metric>| metric.as_ref().map(metric_words::metric);
            (words(before).unwrap_or_default(), words(after).unwrap_or_default())
        }
        Change::Owner { before, after } => (before.to_string(), after.to_string()),
        Change::Due { before, after, .. } => (before.to_string(), after.to_string()),
        Change::Initiatives { added, removed, done, reopened } => {
            let all = |a: &[String], b: &[String]| a.iter().chain(b).cloned().collect::<Vec<_>>().join(", ");
            (all(removed, reopened), all(added, done))
        }
        Change::Value(measured) => (shown(&measured.before), shown(&measured.after)),
        Change::Status { before, after } => (text(before), text(after)),
        Change::Confidence { before, after } => (text(before), text(after)),
        Change::Score { before, after } => (text(before), text(after)),
        Change::CheckIns { note, .. } => (String::new(), text(note)),
        Change::Comments { latest, .. } | Change::Reviews { latest, .. } => (String::new(), latest.text.clone()),
        Change::Carried { to, from } => (text(from), text(to)),
        Change::Retracted { .. } | Change::Gone { .. } => (String::new(), String::new()),
    };
    let mut cells = eased(row(place, change.name(), before, after), change.ease());
    cells[7] = match change {
        Change::CheckIns { count, .. }
        | Change::Comments { count, .. }
        | Change::Reviews { count, .. }
        | Change::Retracted { count, .. }
        | Change::Gone { count } => Cell::Count(*count),
        _ => Cell::text(""),
    };
    cells
}

fn shown(value: &Option<Shown>) -> String {
    match value {
        Some(Shown::Number(number)) => number.to_string(),
        Some(Shown::Done(done)) => done.to_string(),
        Some(Shown::Step(step)) => step.clone().unwrap_or_else(|| "none".to_owned()),
        None => String::new(),
    }
}
