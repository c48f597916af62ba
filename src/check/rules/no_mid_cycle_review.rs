//! OKR120: two weeks after the middle of a cycle none of its objectives has been reviewed.

use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use chrono::Days;

use crate::check::Definition;
use crate::model::{Step, days_between};

/// How many days after the middle a review is late.
const PATIENCE: i64 = 14;

pub const RULE: Rule = Rule {
    code: "OKR120",
    name: "no-mid-cycle-review",
    severity: Severity::Advice,
    what: "Two weeks after the middle of a cycle none of its objectives has been reviewed.",
    why: "In the middle there is still time to change course; at the end there is only a score. okr review prints the sheet for all, okr review REF records what was said.",
    bad: Example::Files(&[
        (
            "2026-Q4/cycle.yaml",
            "\
start: 2026-09-01
end: 2026-11-30
",
        ),
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/cycle.yaml",
            "\
start: 2026-09-01
end: 2026-11-30
",
        ),
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
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "review", "phase": "mid", "next": "Ask the new customers"}
"#,
        ),
    ]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    let today = subject.moment().day;
    for cycle in subject.living().filter(|cycle| cycle.start <= today && !subject.holds_others(cycle)) {
        let middle = cycle.start + Days::new(days_between(cycle.start, cycle.end).unsigned_abs() / 2);
        if days_between(middle, today) <= PATIENCE {
            continue;
        }
        let is_open = subject.of_cycle(&cycle.id).any(|sight| sight.figures.is_open());
        if !is_open || subject.of_cycle(&cycle.id).any(|sight| sight.signs.reviewed) {
            continue;
        }
        let path = vec![Step::key("start")];
        let spot = Spot::Value { of: Definition::Cycle(cycle.id.clone()), path, words: None };
        let message =
            say!("the middle of {cycle} was on {day}, and nothing was reviewed", cycle = cycle.id, day = middle);
        sink.add(spot, message, say!("okr review prints the sheet; okr review REF --mid records what was said"));
    }
}
