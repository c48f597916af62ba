//! The rows of changes: a sign, the key result, what changed, and how.

use chrono::Datelike;

use super::words::{self, ease, ease_sign};
use super::{joined, presence};
use crate::language::{count, marked, say, text};
use crate::model::Progress;
use crate::report::{Change, Comment, Diff, Ease, Fate, FieldChange, KeyResultChange, KeyResultFate, ObjectiveChange};
use crate::view::Names;
use crate::view::cell::{Cell, Role, Span, percent};
use crate::view::document::Line;
use crate::view::metric_words;
use crate::view::words::{day, days, kind, reviewed, state};

type Row = Vec<Cell>;

fn row(sign: Span, key_result: Span, what: &'static str, change: Line) -> Row {
    let cell = |shown: Line| Cell::Words { raw: shown.iter().map(|span| span.text.as_str()).collect(), shown };
    vec![cell(vec![sign]), cell(vec![key_result]), Cell::dim(text(what)), cell(change)]
}

/// Whatever asks for less than before, over all objectives, with the whole name of each.
pub fn easier(report: &Diff, names: &Names) -> Vec<Row> {
    let mut rows = Vec::new();
    for objective in &report.objectives {
        let name = names.objective(&objective.reference);
        for kr in &objective.key_results {
            let key = || Span::reference(format!("{name}.{}", kr.id));
            if kr.fate == KeyResultFate::Removed && matches!(objective.fate, Fate::Changed | Fate::Moved) {
                let was = kr.progress_before.map(was_at);
                let words = format!("{}{}", kr.title, was.unwrap_or_default());
                rows.push(row(Span::new("−", Role::Bad), key(), marked!("removed"), vec![Span::plain(words)]));
            }
            for change in kr.changes.iter().filter(|change| change.ease() == Some(Ease::Easier)) {
                let (what, words) = definition(change);
                rows.push(row(ease_sign(Some(Ease::Easier)), key(), what, words));
            }
        }
    }
    for cycle in &report.cycles {
        for change in cycle.changes.iter().filter(|change| change.ease == Some(Ease::Easier)) {
            let mut words = words::field(change);
            words.push(Span::new(say!(" · put off"), Role::Warning));
            rows.push(row(ease_sign(Some(Ease::Easier)), Span::reference(cycle.id.to_string()), change.field, words));
        }
    }
    rows
}

/// The changes of an objective, then those of its key results.
pub fn of_objective(objective: &ObjectiveChange) -> Vec<Row> {
    let none = || Span::plain("");
    let mut rows = changes(&objective.changes, &none);
    let whole = matches!(objective.fate, Fate::Changed | Fate::Moved);
    for kr in &objective.key_results {
        let key = || Span::reference(kr.id.to_string());
        match kr.fate {
            KeyResultFate::Added => rows.push(added(kr, if whole { marked!("added") } else { "" })),
            KeyResultFate::Removed => rows.push(removed(kr, if whole { marked!("removed") } else { "" })),
            KeyResultFate::Changed => {}
        }
        rows.extend(changes(&kr.changes, &key));
    }
    rows
}

fn added(kr: &KeyResultChange, what: &'static str) -> Row {
    row(Span::new("+", Role::Good), Span::reference(kr.id.to_string()), what, entitled(kr))
}

fn removed(kr: &KeyResultChange, what: &'static str) -> Row {
    let mut line = entitled(kr);
    line.extend(kr.progress_before.map(|progress| Span::dim(was_at(progress))));
    row(Span::new("−", Role::Bad), Span::reference(kr.id.to_string()), what, line)
}

fn was_at(progress: Progress) -> String {
    say!(", was at {progress}", progress = percent(progress.ratio()))
}

/// `NPS rises: 31 → 50 points`.
fn entitled(kr: &KeyResultChange) -> Line {
    let measure = kr.metric.as_ref().map(|metric| Span::dim(after_colon(metric_words::metric(metric))));
    [Span::plain(&kr.title)].into_iter().chain(measure).collect()
}

/// `: first survey`.
fn after_colon(text: impl std::fmt::Display) -> String {
    format!("{}{text}", say!(": "))
}

/// One row a change; what a check-in says stands in one.
fn changes(all: &[Change], key: &dyn Fn() -> Span) -> Vec<Row> {
    let mut rows = Vec::new();
    for change in all.iter().filter(|change| !is_said(change)) {
        let sign = match change {
            Change::Gone { .. } => Span::new("✗", Role::Bad),
            change => ease_sign(change.ease()),
        };
        let (what, words) = definition(change);
        rows.push(row(sign, key(), what, words));
    }
    let said: Vec<Line> = all.iter().filter(|change| is_said(change)).map(said).collect();
    if !said.is_empty() {
        let what = if all.iter().any(|change| matches!(change, Change::CheckIns { .. })) {
            marked!("check-ins")
        } else {
            marked!("value")
        };
        rows.push(row(Span::plain(""), key(), what, joined(said, " · ")));
    }
    rows
}

/// Whether it is part of what check-ins say.
fn is_said(change: &Change) -> bool {
    matches!(change, Change::Value(_) | Change::Status { .. } | Change::Confidence { .. } | Change::CheckIns { .. })
}

fn said(change: &Change) -> Line {
    match change {
        Change::Value(measured) => words::value(measured),
        Change::Status { before, after } => words::status(*before, *after),
        Change::Confidence { before, after } => {
            let words =
                |level: &Option<crate::model::Confidence>| level.map_or("–".to_owned(), |level| level.to_string());
            let before = before.map(|level| format!("{level} → ")).unwrap_or_default();
            vec![Span::plain(say!("confidence {level}", level = before + &words(after)))]
        }
        Change::CheckIns { count: number, by, note, .. } => {
            let check_ins = count!(*number, "check-in", "check-ins");
            let mut line = vec![Span::dim(say!("{what} by {by}", what = check_ins, by = by.join(say!(", "))))];
            line.extend(note.as_ref().map(|note| Span::plain(after_colon(note))));
            line
        }
        _ => Line::new(),
    }
}

/// What a change is called, and how it reads.
fn definition(change: &Change) -> (&'static str, Line) {
    let arrow = |before: String, after: String| vec![Span::dim(before), Span::dim(" → "), Span::plain(after)];
    match change {
        Change::Title { before, after } => (marked!("title"), arrow(before.clone(), after.clone())),
        Change::Description { before: None, .. } => (marked!("description"), vec![Span::plain(say!("added"))]),
        Change::Description { after: None, .. } => (marked!("description"), vec![Span::plain(say!("removed"))]),
        Change::Description { .. } => (marked!("description"), vec![Span::plain(say!("rewritten"))]),
        Change::Kind { before, after } => (marked!("kind"), arrow(kind(*before).to_owned(), kind(*after).to_owned())),
        Change::Weight { before, after } => {
            (marked!("weight"), arrow(before.get().to_string(), after.get().to_string()))
        }
        Change::Tags { added, removed } => (marked!("tags"), listed(&[("+", added), ("−", removed)])),
        Change::AlignsTo { before, after } => (marked!("aligns to"), aligned(before, after)),
        Change::State { before, after, note } => {
            let mut line = arrow(state(before).to_owned(), state(after).to_owned());
            line.extend(note.as_ref().map(|note| Span::plain(after_colon(note))));
            (marked!("state"), line)
        }
        Change::Metric { before, after, .. } => {
            let (what, text) = words::metric(before.as_ref(), after.as_ref());
            (what, with_ease(vec![Span::strong(text)], change))
        }
        Change::Owner { before, after } => (marked!("owner"), arrow(before.to_string(), after.to_string())),
        Change::Due { before, after, .. } => {
            // Where the year changes with the day, both say which one they are of.
            let year = if before.year() == after.year() { after.year() } else { 0 };
            let text = format!("{} → {}", day(*before, year), day(*after, year));
            let moved = (*after - *before).num_days();
            let days = count!(moved.unsigned_abs() as usize, "day", "days");
            let by = if moved > 0 { say!(", {days} later", days) } else { say!(", {days} earlier", days) };
            (marked!("due"), with_ease(vec![Span::strong(text), Span::dim(by)], change))
        }
        Change::Initiatives { added, removed, done, reopened } => {
            (marked!("initiatives"), listed(&[("+", added), ("−", removed), ("✓", done), (say!("reopened"), reopened)]))
        }
        Change::Score { before, after } => {
            let words = |score: &Option<f64>| score.map_or(say!("none").to_owned(), |score| score.to_string());
            (
                marked!("score"),
                match before {
                    None => vec![Span::strong(words(after))],
                    before => arrow(words(before), words(after)),
                },
            )
        }
        Change::Comments { count: number, latest } => (marked!("comment"), written(latest, *number)),
        Change::Reviews { count: number, latest } => (marked!("review"), written(latest, *number)),
        Change::Carried { to, from } => {
            let words =
                [to.as_ref().map(|to| say!("to {to}", to)), from.as_ref().map(|from| say!("over from {from}", from))];
            (marked!("carried"), vec![Span::plain(words.into_iter().flatten().collect::<Vec<_>>().join(say!(", ")))])
        }
        Change::Retracted { count: number, by } => (
            marked!("taken back"),
            vec![Span::plain(say!(
                "{what} by {by}",
                what = count!(*number, "event", "events"),
                by = by.join(say!(", "))
            ))],
        ),
        Change::Gone { count: number } => {
            let words = match number {
                1 => say!("{number} past event is no longer in the history", number),
                _ => say!("{number} past events are no longer in the history", number),
            };
            (marked!("gone"), vec![Span::new(words, Role::Bad)])
        }
        Change::Value(_) | Change::Status { .. } | Change::Confidence { .. } | Change::CheckIns { .. } => {
            (marked!("value"), said(change))
        }
    }
}

/// What somebody wrote last, and of how many.
fn written(latest: &Comment, number: usize) -> Line {
    let text = if latest.review.is_empty() { latest.text.clone() } else { reviewed(&latest.review) };
    let mut line = vec![Span::plain(say!("{by}: {text}", by = latest.by, text))];
    line.extend((number > 1).then(|| Span::dim(say!(" (the last of {number})", number))));
    line
}

fn with_ease(mut line: Line, change: &Change) -> Line {
    if let Some(word) = ease(change) {
        line.extend([Span::dim(" · "), word]);
    }
    line
}

fn aligned(before: &[String], after: &[String]) -> Line {
    let words = |all: &[String]| if all.is_empty() { say!("nothing").to_owned() } else { all.join(say!(", ")) };
    if before.is_empty() {
        return vec![Span::reference(words(after))];
    }
    vec![Span::dim(words(before)), Span::dim(" → "), Span::reference(words(after))]
}

/// `+ a, b; − c`.
fn listed(all: &[(&str, &Vec<String>)]) -> Line {
    let parts = all.iter().filter(|(_, items)| !items.is_empty());
    let parts: Vec<Line> =
        parts.map(|(sign, items)| vec![Span::dim(format!("{sign} ")), Span::plain(items.join(say!(", ")))]).collect();
    joined(parts, say!("; "))
}

/// Settings, organisation and cycles.
pub fn of_frame(report: &Diff) -> Vec<Row> {
    let year = report.after.day.year();
    let mut rows = Vec::new();
    for change in &report.settings {
        rows.push(row(Span::plain(""), Span::plain(change.field), marked!("setting"), words::field(change)));
    }
    for member in &report.organisation {
        let mut line: Line = member.name.iter().map(|name| Span::plain(name.clone())).collect();
        let fields = fields(&member.changes, member.name.is_some());
        if !line.is_empty() && !fields.is_empty() {
            line.push(Span::dim(" · "));
        }
        line.extend(fields);
        rows.push(row(presence(member.fate), Span::reference(member.key.to_string()), member.kind, line));
    }
    for cycle in &report.cycles {
        let mut line = vec![Span::plain(days(cycle.start, cycle.end, year))];
        let fields = fields(&cycle.changes, false);
        if !fields.is_empty() {
            line.push(Span::dim(" · "));
            line.extend(fields);
        }
        rows.push(row(presence(cycle.fate), Span::reference(cycle.id.to_string()), marked!("cycle"), line));
    }
    rows
}

/// `parent acme → eng, lead bo`; a name that stands beside it anyway is left out where it only came.
fn fields(changes: &[FieldChange], named: bool) -> Line {
    let said = changes.iter().filter(|change| !(named && change.field == "name" && change.before.is_none()));
    let parts: Vec<Line> = said
        .map(|change| [Span::dim(format!("{} ", change.field))].into_iter().chain(words::field(change)).collect())
        .collect();
    joined(parts, say!(", "))
}
