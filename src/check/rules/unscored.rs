//! OKR119: a cycle ended more than two weeks ago and objectives of it have no score.

use crate::check::Definition;
use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use crate::model::{Step, days_between};

/// How many days after its end a cycle should be scored.
const PATIENCE: i64 = 14;

pub const RULE: Rule = Rule {
    code: "OKR119",
    name: "unscored",
    severity: Severity::Advice,
    what: "A cycle ended more than two weeks ago and objectives of it have no score.",
    why: "What nobody scores, nobody learns from. okr score REF --suggested takes the figures as they are; okr abandon closes what was given up; okr cycle close ends the cycle.",
    bad: Example::Files(&[
        (
            "2026-Q3/cycle.yaml",
            "\
start: 2026-07-01
end: 2026-09-30
",
        ),
        (
            "2026-Q3/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q3/cycle.yaml",
            "\
start: 2026-07-01
end: 2026-09-30
",
        ),
        (
            "2026-Q3/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q3/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-02T09:00:00Z", "by": "ana", "event": "score", "score": 70}
"#,
        ),
    ]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    let today = subject.moment().day;
    for cycle in subject.cycles().filter(|cycle| cycle.closed.is_none() && days_between(cycle.end, today) > PATIENCE) {
        let of_cycle = subject.standings.of_cycle(&cycle.id);
        let open = of_cycle.filter(|(_, figures)| figures.counts() && !figures.own.is_scored);
        let open: Vec<String> = open.map(|(_, figures)| figures.reference.in_cycle()).collect();
        let Some(first) = open.first() else { continue };
        let path = vec![Step::key("end")];
        let spot = Spot::Value { of: Definition::Cycle(cycle.id.clone()), path, words: None };
        let (count, cycle) = (open.len(), &cycle.id);
        let message = if count == 1 {
            say!("{cycle} is over, and {count} objective of it has no score, {first} for one", cycle, count, first)
        } else {
            say!("{cycle} is over, and {count} objectives of it have no score, {first} for one", cycle, count, first)
        };
        sink.add(spot, message, say!("okr report score --cycle {cycle}, then okr score REF --suggested", cycle));
    }
}
