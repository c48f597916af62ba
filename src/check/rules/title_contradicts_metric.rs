//! OKR109: a key result's title says another number than its metric.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR109",
    name: "title-contradicts-metric",
    severity: Severity::Advice,
    what: "A key result's title says another number than its metric.",
    why: "People read the title, figures follow the metric; sooner or later somebody works towards the wrong one. Often a target was changed and the title was not.",
    bad: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS from 31 to 50, metric: {from: 31, to: 45, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS from 31 to 50, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    for (at, kr) in defined.objective.key_results.iter().enumerate() {
        let Some(metric) = &kr.metric else { continue };
        if let Some(number) = titles::contradiction(&kr.title, metric) {
            let spot = Spot::key_result(defined.reference, at, "title").words(number);
            let help = say!(
                "correct one of the two: okr kr edit {key_result} --title or --metric",
                key_result = format_args!("{}.{}", defined.reference.in_cycle(), kr.id)
            );
            sink.add(spot, say!("the title says \"{number}\", and the metric does not", number), help);
        }
    }
}
