//! OKR124: an open objective aligns to one that was completed or abandoned.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR124",
    name: "serves-what-is-over",
    severity: Severity::Advice,
    what: "An open objective aligns to one that was completed or abandoned.",
    why: "What it served is no longer wanted, or reached without it. Align it to something else, or give it up as well.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-02T09:00:00Z", "by": "ana", "event": "abandon", "note": "The product is sold."}
"#,
        ),
        (
            "2026-Q4/eng/quick.yaml",
            "\
title: Nobody waits for a build
aligns_to: [acme/renewing]
",
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/eng/quick.yaml",
            "\
title: Nobody waits for a build
aligns_to: [acme/renewing]
",
        ),
    ]),
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    if !sight.figures.is_open() {
        return;
    }
    let standings = sight.subject.standings;
    for link in &standings.alignment.up[sight.at] {
        let above = &standings.objectives[link.other];
        if above.is_open() || above.reference.cycle != sight.figures.reference.cycle {
            continue;
        }
        let spot = Spot::objective(&sight.figures.reference, [Step::key("aligns_to"), Step::Index(link.rank)]);
        let objective = above.reference.in_cycle();
        let message = if above.own.lifecycle.is_abandoned() {
            say!("{objective} is abandoned", objective)
        } else {
            say!("{objective} is completed", objective)
        };
        let help =
            say!("okr align {objective} PARENT, or okr abandon it too", objective = sight.figures.reference.in_cycle());
        sink.add(spot, message, help);
    }
}
