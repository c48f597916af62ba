//! OKR104: an objective names a topic and no wish.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR104",
    name: "objective-is-a-label",
    severity: Severity::Advice,
    what: "An objective names a topic and no wish.",
    why: "Growth is a topic: everybody reads something else into it, and nobody is pulled. Say in a sentence where you want to be when the cycle ends.",
    bad: Example::Objective(
        r#"title: Customer experience
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Every customer tells a friend about us
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    let title = &defined.objective.title;
    if titles::is_label(title) {
        sink.add(
            Spot::objective(defined.reference, [Step::key("title")]),
            say!("\"{title}\" is a topic; what do you want of it?", title),
            say!("say where you want to be when the cycle ends"),
        );
    }
}
