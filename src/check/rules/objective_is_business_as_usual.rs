//! OKR103: an objective keeps going what is going anyway.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR103",
    name: "objective-is-business-as-usual",
    severity: Severity::Advice,
    what: "An objective keeps going what is going anyway.",
    why: "Objectives are about what should change. What has to stay as it is can be watched by a key result that keeps a level (at_least, at_most), below an objective that says why it matters.",
    bad: Example::Objective(
        r#"title: Maintain current service levels across all regions
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Patients can count on us to keep our word
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    if titles::business_as_usual(&defined.objective.title) {
        let help = say!("what should change? A level that has to be kept is a key result with at_least or at_most");
        sink.add(
            Spot::objective(defined.reference, [Step::key("title")]),
            say!("this keeps going what is going anyway"),
            help,
        );
    }
}
