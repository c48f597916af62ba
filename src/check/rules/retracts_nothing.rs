//! OKR022: a retraction takes nothing back.

use std::collections::HashSet;

use crate::check::{Example, Look, One, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{EventId, What};

pub const RULE: Rule = Rule {
    code: "OKR022",
    name: "retracts-nothing",
    severity: Severity::Warning,
    what: "A retraction names an event that is not in the objective's history.",
    why: "Whoever wrote it thinks that a value was taken back, and it still counts. Look the id up with okr history or okr \
          log, and use okr retract, which refuses an id that is not there.",
    bad: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
- {"id": "a2", "at": "2026-10-21T09:00:00Z", "by": "ana", "event": "retract", "of": "b1"}
"#,
        ),
    ]),
    good: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
- {"id": "a2", "at": "2026-10-21T09:00:00Z", "by": "ana", "event": "retract", "of": "a1"}
"#,
        ),
    ]),
    look: Look::Objective(|sight| sight.signs.retracts, look),
};

fn look(one: &One, sink: &mut Sink) {
    let known: HashSet<&EventId> = one.record.events.iter().map(|event| &event.id).collect();
    for event in &one.record.events {
        let What::Retract { of, .. } = &event.what else { continue };
        if !known.contains(of) {
            let spot = Spot::Event { objective: one.record.reference.clone(), id: event.id.clone() };
            let message = say!("it takes back {event}, and there is no such event here", event = of);
            sink.add(
                spot,
                message,
                say!("okr log {objective} shows the ids", objective = one.record.reference.in_cycle()),
            );
        }
    }
}
