//! OKR101: an objective is a figure: it names the number that it wants to reach.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR101",
    name: "objective-names-a-number",
    severity: Severity::Advice,
    what: "An objective is a figure: it names the number that it wants to reach.",
    why: "A number says how one will know, not what one wants: it belongs in a key result, where it can be measured and moved. An objective that inspires survives a target that turns out wrong.",
    bad: Example::Objective(
        r#"title: Grow ARR to $10M
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Make Q4 the quarter our retailers remember
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    if let Some(number) = titles::outcome_number(&defined.objective.title) {
        let spot = Spot::objective(defined.reference, [Step::key("title")]).words(number);
        sink.add(
            spot,
            say!("\"{number}\" is a target, and this is an objective", number),
            say!("what will be different then? Put the number into a key result"),
        );
    }
}
