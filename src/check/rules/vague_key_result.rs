//! OKR123: a key result promises better, and nobody could say when it is done.

use crate::check::titles;
use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR123",
    name: "vague-key-result",
    severity: Severity::Advice,
    what: "A key result promises better, and nobody could say when it is done.",
    why: "Improve quality is done or not by whom one asks. Find the figure that would move, even a rough one, and say from where to where.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: quality, title: Improve quality, metric: done}
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: quality, title: Parts that pass at the first test, metric: {from: 91, to: 98, unit: "%"}}
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    for (at, kr) in defined.objective.key_results.iter().enumerate() {
        if titles::is_vague_wish(&kr.title, kr.metric.as_ref()) {
            let spot = Spot::key_result(defined.reference, at, "title");
            sink.add(
                spot,
                say!("when is \"{title}\" done?", title = kr.title),
                say!("which figure would move? Say from where to where"),
            );
        }
    }
}
