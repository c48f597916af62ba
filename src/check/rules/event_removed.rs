//! OKR202: an event of the past is gone.

use crate::check::{Example, Finding, Look, Rule, Severity, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR202",
    name: "event-removed",
    severity: Severity::Error,
    what: "An event that was in the history is gone.",
    why: "A history only grows. A check-in that was wrong is taken back with okr retract, an objective that is given up is ended with okr abandon: so everybody sees later what was tried and learnt. An objective that nobody had checked in on may be removed. okr verify compares with a revision; the examples show the history before and after.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38}
"#,
        ),
    ]),
    look: Look::Verify,
};

fn back() -> &'static str {
    say!("put the line back; okr retract takes back what was wrong")
}

/// An event is gone.
pub fn gone(spot: Spot, event: &str) -> Finding {
    Finding::of(&RULE, spot, say!("{event} is gone", event), back())
}

/// A line that could not be read is gone.
pub fn line_gone(spot: Spot) -> Finding {
    Finding::of(&RULE, spot, say!("this line is gone; it could not be read, but somebody wrote it"), back())
}

/// An event stands in the history of another objective.
pub fn elsewhere(spot: Spot, event: &str, from: &str, to: &str) -> Finding {
    let message = say!("{event} is gone from {from}: it stands in the history of {to}", event, from, to);
    Finding::of(
        &RULE,
        spot,
        message,
        say!("put the line back where it was; okr move takes an objective with its whole history"),
    )
}

/// A whole history is gone, with its objective unless `defined`; `restore` is the command that brings it back.
pub fn history_gone(spot: Spot, objective: &str, events: &str, defined: bool, restore: &str) -> Finding {
    let (message, help) = if defined {
        (
            say!("the history of {objective} is gone, {events}", objective, events),
            say!("{command} brings it back", command = restore),
        )
    } else {
        (
            say!("{objective} was removed with its history, {events}", objective, events),
            say!("{command} brings it back; okr abandon ends what is given up", command = restore),
        )
    };
    Finding::of(&RULE, spot, message, help)
}
