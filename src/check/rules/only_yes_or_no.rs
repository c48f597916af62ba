//! OKR122: every key result of an objective is done or milestones.

use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{KeyResult, Metric, Step};

pub const RULE: Rule = Rule {
    code: "OKR122",
    name: "only-yes-or-no",
    severity: Severity::Advice,
    what: "Every key result of an objective is done or milestones.",
    why: "Then the objective is reached when the work is finished, whatever came of it. At least one key result should measure what changes for somebody.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: portal, title: Portal is live, metric: done}
  - {id: mails, title: Mails are sent, metric: done}
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
    let key_results = &defined.objective.key_results;
    let yes_or_no = |kr: &KeyResult| matches!(kr.metric, Some(Metric::Done | Metric::Milestones(_)));
    if key_results.len() > 1 && key_results.iter().all(yes_or_no) {
        let spot = Spot::objective(defined.reference, [Step::key("key_results")]);
        let help = say!("what figure should be another one then? okr kr add REF \"TITLE: FROM -> TO UNIT\"");
        sink.add(spot, say!("none of its key results measures what comes of the work"), help);
    }
}
