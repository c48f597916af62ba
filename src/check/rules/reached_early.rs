//! OKR118: an aspirational key result is at its target before half of the cycle is over.

use crate::check::{Example, Look, One, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{Kind, Metric, Pace};

/// The share of a cycle after which a target may well be reached.
const HALF: f64 = 0.5;

pub const RULE: Rule = Rule {
    code: "OKR118",
    name: "reached-early",
    severity: Severity::Advice,
    what: "An aspirational key result is at its target before half of the cycle is over.",
    why: "Then it was easier than it looked, and there is time for more: raise it, or put the effort elsewhere. Whoever always reaches 100 % aims too low.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-02T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 52}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-02T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 40}
"#,
        ),
    ]),
    look: Look::Living(look),
};

fn look(one: &One, sink: &mut Sink) {
    let record = one.record;
    if record.objective.kind == Kind::Committed || !one.figures.state.lifecycle.is_open() {
        return;
    }
    if one.cycle.elapsed(one.subject.moment().day).ratio() > HALF {
        return;
    }
    let key_results = record.objective.key_results.iter().zip(&one.figures.key_results).enumerate();
    for (at, (kr, figures)) in key_results {
        let due = kr.due.unwrap_or(one.cycle.end) >= one.cycle.end;
        if due && matches!(kr.metric, Some(Metric::Change(_))) && figures.pace == Some(Pace::Done) {
            let spot = Spot::key_result(&record.reference, at, "metric");
            let help = say!(
                "aim higher with okr kr edit {key_result} --metric …",
                key_result = format_args!("{}.{}", record.reference.in_cycle(), kr.id)
            );
            let message = say!("{key_result} is at its target before half of the time is gone", key_result = kr.id);
            sink.add(spot, message, help);
        }
    }
}
