//! OKR106: an objective joins two aims that have nothing to do with each other.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR106",
    name: "two-objectives-in-one",
    severity: Severity::Advice,
    what: "An objective joins two aims that have nothing to do with each other.",
    why: "One of the two will be reached and the other will not, and the score says neither. Two objectives with key results of their own say both.",
    bad: Example::Objective(
        r#"title: Delight enterprise customers and cut our cloud bill
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Builds are fast and reliable for every contributor
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    if let Some(two) = titles::two_aims(&defined.objective.title) {
        let spot = Spot::objective(defined.reference, [Step::key("title")]).words(two.joint);
        let message =
            say!("this is two objectives: \"{first}\" and \"{second}\"", first = two.first, second = two.second);
        sink.add(spot, message, say!("give each its own key results, or drop one"));
    }
}
