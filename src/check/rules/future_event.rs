//! OKR021: an event lies in the future.

use crate::check::{Example, Look, One, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Event;

pub const RULE: Rule = Rule {
    code: "OKR021",
    name: "future-event",
    severity: Severity::Warning,
    what: "An event of a history lies more than a day in the future.",
    why: "It does not count until its day has come, and then covers what was checked in meanwhile. A clock was wrong, or \
          somebody wrote the date by hand: take it back with okr retract and check in again.",
    bad: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            "- {\"id\": \"a1\", \"at\": \"2027-01-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": \"on our way\"}\n",
        ),
    ]),
    good: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            "- {\"id\": \"a1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": \"on our way\"}\n",
        ),
    ]),
    look: Look::Objective(may, look),
};

fn may(sight: &Sight) -> bool {
    // No zone is a whole day ahead.
    let soon = sight.subject.today.succ_opt().unwrap_or(sight.subject.today);
    sight.signs.last_event.is_some_and(|last| last.date_naive() >= soon)
}

fn look(one: &One, sink: &mut Sink) {
    let moment = one.subject.moment();
    // A clock that is some hours fast, or a zone mistaken, is nothing to talk about.
    let soon = one.subject.today.succ_opt().unwrap_or(one.subject.today);
    let is_ahead = |event: &&Event| moment.day_of(event.at) > soon;
    let ahead: Vec<_> = one.record.events.iter().filter(is_ahead).collect();
    let Some(first) = ahead.first() else { return };
    let spot = Spot::Event { objective: one.record.reference.clone(), id: first.id.clone() };
    let day = moment.day_of(first.at);
    let message = match ahead.len() - 1 {
        0 => say!("this event of {day} is in the future", day),
        count => say!("this event of {day}, and {count} more after it are in the future", day, count),
    };
    let objective = one.record.reference.in_cycle();
    sink.add(spot, message, say!("okr retract {objective} {event} takes it back", objective, event = first.id));
}
