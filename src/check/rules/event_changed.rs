//! OKR201: an event of the past was changed.

use crate::check::{Example, Finding, Look, Rule, Severity, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR201",
    name: "event-changed",
    severity: Severity::Error,
    what: "An event that was in the history says something else than it did, or cannot be read any more.",
    why: "What was reported is what decisions were made on. A wrong check-in is taken back with okr retract, and the right value checked in: both stay to be seen. okr verify compares with a revision; the examples show the history before and after.",
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
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 44}
- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 38}
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

/// An event says something else; `differences` tell what, as `value 34 → 44`.
pub fn edited(spot: Spot, event: &str, differences: &str) -> Finding {
    let message = say!("{event} says something else than it did: {differences}", event, differences);
    Finding::of(&RULE, spot, message, as_it_was())
}

/// An event cannot be read any more.
pub fn spoilt(spot: Spot, event: &str) -> Finding {
    Finding::of(&RULE, spot, say!("{event} cannot be read any more", event), as_it_was())
}

fn as_it_was() -> &'static str {
    say!("put the line back as it was; okr retract takes back what was wrong")
}

/// A whole file cannot be read any more; `why` and `help` tell what is wrong with it.
pub fn closed(spot: Spot, why: &str, help: &str, events: &str) -> Finding {
    Finding::of(&RULE, spot, say!("{events} cannot be read any more: {why}", events, why), help)
}
