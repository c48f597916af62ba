//! OKR114: one key result weighs so much that the others hardly count, or all weigh nothing.

use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

/// The share of an objective above which the rest hardly counts.
const MOST: f64 = 0.85;

pub const RULE: Rule = Rule {
    code: "OKR114",
    name: "lopsided-weights",
    severity: Severity::Advice,
    what: "One key result weighs so much that the others hardly count, or all weigh nothing.",
    why: "What weighs nothing is not part of the objective, and what weighs nearly everything is the objective. Weights of 1 to 3 say all that people can mean by them.",
    bad: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, weight: 20}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, weight: 2}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    let key_results = &defined.objective.key_results;
    let total: f64 = key_results.iter().map(|kr| kr.weight.get()).sum();
    if key_results.len() < 2 {
        return;
    }
    if total == 0.0 {
        let spot = Spot::objective(defined.reference, [Step::key("key_results")]);
        sink.add(
            spot,
            say!("all its key results weigh nothing, so it has no progress"),
            say!("give those that matter a weight of 1"),
        );
    }
    for (at, kr) in key_results.iter().enumerate().filter(|(_, kr)| kr.weight.get() > MOST * total) {
        let share = (100.0 * kr.weight.get() / total).round();
        let spot = Spot::key_result(defined.reference, at, "weight");
        sink.add(
            spot,
            say!("{key_result} makes up {share} % of the objective", key_result = kr.id, share),
            say!("weights of 1 to 3 say what people can mean"),
        );
    }
}
