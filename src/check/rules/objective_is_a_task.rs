//! OKR102: an objective is a piece of work instead of what comes of it.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR102",
    name: "objective-is-a-task",
    severity: Severity::Advice,
    what: "An objective is a piece of work instead of what comes of it.",
    why: "Work can be finished without anything getting better. Ask what will be different once it is done, and for whom; the work itself is an initiative of a key result.",
    bad: Example::Objective(
        r#"title: Launch the new website
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Build a team people want to join
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    let title = &defined.objective.title;
    if titles::task(title) {
        let help = say!("what will be different once it is done, and for whom? The work is an initiative");
        sink.add(
            Spot::objective(defined.reference, [Step::key("title")]),
            say!("this is a piece of work, not what comes of it"),
            help,
        );
    }
}
