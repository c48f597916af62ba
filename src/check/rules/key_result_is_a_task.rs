//! OKR107: a key result is an activity or an output instead of what comes of it.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR107",
    name: "key-result-is-a-task",
    severity: Severity::Advice,
    what: "A key result is an activity or an output instead of what comes of it.",
    why: "Twelve webinars can be held without anybody buying. Measure what they are for, and note the work as an initiative of that key result.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: webinars, title: Hold 12 webinars, metric: {from: 0, to: 12, unit: webinars}}
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: deals, title: Webinar guests who become customers, metric: {from: 0, to: 12, unit: customers}}
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    for (at, kr) in defined.objective.key_results.iter().enumerate() {
        if titles::activity(&kr.title, kr.metric.as_ref()) {
            let spot = Spot::key_result(defined.reference, at, "title");
            let help = say!("what is it for, and how would you see it? The work is an initiative");
            sink.add(spot, say!("{key_result} is something to do, not what comes of it", key_result = kr.id), help);
        }
    }
}
