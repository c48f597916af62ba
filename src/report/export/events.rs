//! The sheet of events: everything that happened, one row each.

use std::collections::HashMap;

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::analysis::{changes, retracted};
use crate::model::{CheckIn, Edit, Event, EventId, Progress, Reported, What};

const COLUMNS: &[Column] = &[
    column("objective", Kind::Text, "→ objectives"),
    column("event", Kind::Text, "its id; with the objective it is one of its kind"),
    column("happened_at", Kind::Moment, "when, in UTC"),
    column("day", Kind::Day, "the store's day of that"),
    column("author", Kind::Text, "who: a person's key, or what was written by hand"),
    column(
        "what",
        Kind::Text,
        "`create`, `update` (a check-in), `comment`, `edit`, `score`, `review`, `complete`, `abandon`, `reopen`, `carry`, `retract`",
    ),
    column("retracted", Kind::Flag, "whether it was taken back later and does not count"),
    column("key_result", Kind::Text, "what it is about, if it is one; → key_results, unless that was removed since"),
    column("value", Kind::Text, "of a check-in: the value as it was written"),
    column("number", Kind::Number, "the same where it is a number"),
    column("progress", Kind::Number, "of the key result by this check-in, 0–1"),
    column("status", Kind::Text, "what was said: `on-track`, `at-risk`, `off-track`, `done`"),
    column("confidence", Kind::Count, "1–10"),
    column("score", Kind::Number, "as it was given, in the scale of the settings"),
    column("text", Kind::Text, "a comment, or the note of anything else"),
    column("field", Kind::Text, "of an edit: what was changed"),
    column("before", Kind::Text, "of an edit the value before; of a carry-over where it comes from"),
    column("after", Kind::Text, "of an edit the value after; of a carry-over where it goes to"),
    column("phase", Kind::Text, "of a review: `mid` or `end`"),
    column("went_well", Kind::Text, "of a review"),
    column("stuck", Kind::Text, "of a review"),
    column("next_steps", Kind::Text, "of a review"),
    column("retracts", Kind::Text, "of a retraction: the event that is taken back"),
];

pub const SHEET: Sheet = Sheet {
    name: "events",
    one: "event",
    about: "One row an event of the histories, retracted ones too, by objective and moment.",
    columns: COLUMNS,
    rows: Rows::Each(rows),
};

fn rows(one: &One) -> Vec<Row> {
    let moment = &one.assessment.moment;
    let seen: Vec<Event> = one.record.events.iter().filter(|event| moment.has_seen(event.at)).cloned().collect();
    let back = retracted(&seen);
    let progress: HashMap<&EventId, Progress> = one
        .record
        .objective
        .key_results
        .iter()
        .flat_map(|kr| changes(kr, &seen, moment))
        .filter_map(|change| Some((&change.event.id, change.after?.progress())))
        .collect();
    let row = |event: &Event| row(one, event, back.contains(event.id.as_str()), progress.get(&event.id).copied());
    seen.iter().map(row).collect()
}

/// What an event may say besides who, when and what.
#[derive(Default)]
struct Said<'e> {
    check_in: Option<&'e CheckIn>,
    score: Option<f64>,
    text: Option<&'e String>,
    edit: Option<&'e Edit>,
    from_to: [Option<&'e String>; 2],
    review: [Option<&'e String>; 4],
    of: Option<&'e EventId>,
}

impl<'e> Said<'e> {
    fn by(what: &'e What) -> Self {
        let noted = |note: &'e Option<String>| Self { text: note.as_ref(), ..Self::default() };
        match what {
            What::Create => Self::default(),
            What::Update(check_in) => Self { check_in: Some(check_in), ..noted(&check_in.note) },
            What::Comment { text } => Self { text: Some(text), ..Self::default() },
            What::Edit(edit) => {
                Self { edit: Some(edit), from_to: [edit.from.as_ref(), edit.to.as_ref()], ..noted(&edit.note) }
            }
            What::Score { score, note, .. } => Self { score: Some(*score), ..noted(note) },
            What::Review { phase, went_well, stuck, next } => {
                Self { review: [phase, went_well, stuck, next].map(Option::as_ref), ..Self::default() }
            }
            What::Complete { note } | What::Abandon { note } | What::Reopen { note } => noted(note),
            What::Carry { from, to } => Self { from_to: [from.as_ref(), to.as_ref()], ..Self::default() },
            What::Retract { of, note } => Self { of: Some(of), ..noted(note) },
        }
    }
}

fn row(one: &One, event: &Event, retracted: bool, progress: Option<Progress>) -> Row {
    let said = Said::by(&event.what);
    let value = said.check_in.and_then(|check_in| check_in.value.as_ref());
    let number = match value {
        Some(Reported::Number(number)) => Value::Number(*number),
        _ => Value::Absent,
    };
    let confidence = said.check_in.and_then(|check_in| check_in.confidence);
    let mut row = vec![
        Value::text(&one.record.reference),
        Value::text(&event.id),
        Value::Moment(event.at),
        Value::Day(one.assessment.moment.day_of(event.at)),
        Value::text(&event.by),
        Value::text(event.what.name()),
        Value::Flag(retracted),
        Value::maybe_text(event.key_result().map(|id| one.record.reference.key_result(id))),
        Value::maybe_text(value),
        number,
        Value::progress(progress),
        Value::maybe_text(said.check_in.and_then(|check_in| check_in.status)),
        Value::maybe(confidence, |confidence| Value::Count(confidence.get().into())),
        Value::maybe(said.score, Value::Figure),
        Value::maybe_text(said.text),
        Value::maybe_text(said.edit.map(|edit| &edit.field)),
    ];
    row.extend(said.from_to.into_iter().chain(said.review).map(Value::maybe_text));
    row.push(Value::maybe_text(said.of));
    row
}
