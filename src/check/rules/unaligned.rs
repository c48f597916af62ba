//! OKR112: an objective below company level aligns to nothing.

use crate::analysis::ObjectiveFigures;
use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::{Level, Step};

pub const RULE: Rule = Rule {
    code: "OKR112",
    name: "unaligned",
    severity: Severity::Advice,
    what: "An objective below company level aligns to nothing.",
    why: "Whoever reads the tree cannot tell what it is good for, and whoever owns it may find out too late that nobody needs it. A goal that serves nothing above it is sometimes right: allow it there with a comment.",
    bad: Example::Files(&[
        (
            "2026-Q4/eng/quick.yaml",
            "\
title: Nobody waits for a build
",
        ),
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/eng/quick.yaml",
            "\
title: Nobody waits for a build
aligns_to: [acme/renewing]
",
        ),
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
    ]),
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    let org = &sight.subject.header.org;
    let reference = &sight.figures.reference;
    // Where nobody has set a goal above, there is nothing to align to.
    let above = |other: &ObjectiveFigures| org.level(&other.reference.owner) < org.level(&reference.owner);
    let is_top = org.company.is_none() || org.level(&reference.owner) == Level::Company;
    if is_top || !sight.figures.own.aligns_to.is_empty() || !sight.figures.is_open() {
        return;
    }
    if sight.subject.standings.of_cycle(&reference.cycle).any(|(_, other)| above(other)) {
        let help = say!("okr align {objective} PARENT; okr tree shows what there is", objective = reference.in_cycle());
        sink.add(Spot::objective(reference, [Step::key("title")]), say!("it serves no goal above it"), help);
    }
}
