//! OKR108: a key result has no metric.

use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR108",
    name: "key-result-without-measure",
    severity: Severity::Advice,
    what: "A key result has no metric.",
    why: "Without one nobody can say how far it is, and it counts in no mean. Say from where to where (metric: {from: 31, to: 50}), which level is kept (at_least, at_most), or at least that it happens or not (done).",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: Customers like us more}
",
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    for (at, kr) in defined.objective.key_results.iter().enumerate().filter(|(_, kr)| kr.metric.is_none()) {
        let spot = Spot::key_result(defined.reference, at, "metric");
        let help = format!("okr kr edit {}.{} --metric \"FROM -> TO UNIT\"", defined.reference.in_cycle(), kr.id);
        sink.add(spot, say!("{key_result} has no measure yet", key_result = kr.id), help);
    }
}
