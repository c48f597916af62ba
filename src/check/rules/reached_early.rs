//! OKR118: an aspirational key result is at its target before half of the cycle is over.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::{Kind, Measure, Pace};

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
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    if sight.figures.own.kind == Kind::Committed || !sight.figures.is_open() {
        return;
    }
    if sight.cycle.elapsed(sight.subject.moment().day).ratio() > HALF {
        return;
    }
    let reference = &sight.figures.reference;
    for (at, kr) in sight.figures.key_results.iter().enumerate() {
        if kr.due >= sight.cycle.end && kr.measure == Some(Measure::Change) && kr.pace == Some(Pace::Done) {
            let spot = Spot::key_result(reference, at, "metric");
            let help = say!(
                "aim higher with okr kr edit {key_result} --metric …",
                key_result = format_args!("{}.{}", reference.in_cycle(), kr.id)
            );
            let message = say!("{key_result} is at its target before half of the time is gone", key_result = kr.id);
            sink.add(spot, message, help);
        }
    }
}
