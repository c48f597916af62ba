//! OKR111: an objective has only one key result, more than five, or none although nothing aligns to it.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR111",
    name: "number-of-key-results",
    severity: Severity::Advice,
    what: "An objective has only one key result, more than five, or none although nothing aligns to it.",
    why: "One figure alone can be reached while the objective is missed; with more than five nobody knows which ones matter. Two to five, each a different side of the same objective, tell when it is reached.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    let reference = &sight.figures.reference;
    let count = sight.figures.key_results.len();
    let served = !sight.subject.standings.alignment.down[sight.at].is_empty();
    if !sight.figures.is_open() || (count == 0 && served) || (2..=5).contains(&count) {
        return;
    }
    let name = reference.in_cycle();
    let (message, help) = match count {
        0 => (
            say!("it has no key results, and nothing aligns to it: how will you know?"),
            format!("okr kr add {name} \"TITLE: FROM -> TO UNIT\""),
        ),
        1 => (
            say!("one key result tells one side only"),
            say!("what else has to hold? okr kr add {objective} \"TITLE: >= N UNIT\"", objective = name),
        ),
        _ => (
            say!("more than five key results are hard to keep in mind"),
            say!("two to five tell when an objective is reached").to_owned(),
        ),
    };
    let spot = if count == 0 { [].into() } else { vec![Step::key("key_results")] };
    sink.add(Spot::objective(reference, spot), message, help);
}
