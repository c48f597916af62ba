//! OKR105: a title is none yet: it says TBD, Objective 1, or the like.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR105",
    name: "placeholder-title",
    severity: Severity::Advice,
    what: "A title is none yet: it says TBD, Objective 1, or the like.",
    why: "What is not written yet cannot be aligned to, and stays so until the end of the cycle more often than one would think.",
    bad: Example::Objective(
        r#"title: TBD
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
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
    let objective = defined.objective;
    if titles::is_placeholder(&objective.title) {
        sink.add(
            Spot::objective(defined.reference, [Step::key("title")]),
            say!("this is no title yet"),
            say!("what do you want to achieve?"),
        );
    }
    for (at, kr) in objective.key_results.iter().enumerate().filter(|(_, kr)| titles::is_placeholder(&kr.title)) {
        let spot = Spot::key_result(defined.reference, at, "title");
        let message = say!("\"{title}\" is no title yet", title = kr.title);
        sink.add(spot, message, say!("how will you know that the objective is reached?"));
    }
}
