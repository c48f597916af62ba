//! OKR121: an objective repeats the title of what it serves.

use crate::check::titles;
use crate::check::{Example, Look, One, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR121",
    name: "same-title",
    severity: Severity::Advice,
    what: "Two objectives of one cycle have the same title.",
    why: "A goal that is copied from above says what the company wants, not what this team will change. Write what is yours to move, and align it.",
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
            "2026-Q4/eng/renewing.yaml",
            "\
title: Make renewing the obvious choice
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
    look: Look::Living(may, look),
};

fn may(sight: &Sight) -> bool {
    let links = &sight.subject.standings.alignment.up[sight.at];
    links.iter().any(|link| sight.subject.signs(link.other).title == sight.signs.title)
}

fn look(one: &One, sink: &mut Sink) {
    let own = titles::folded(&one.record.objective.title);
    let links = &one.subject.standings.alignment.up[one.at];
    for link in links {
        if one.subject.signs(link.other).title != one.signs.title {
            continue;
        }
        let other = one.subject.standings.record(link.other);
        if titles::folded(&other.objective.title) == own && other.reference.cycle == one.record.reference.cycle {
            let spot = Spot::objective(&one.record.reference, [Step::key("title")]);
            let message =
                say!("it says the same as {objective}, which it serves", objective = other.reference.in_cycle());
            sink.add(spot, message, say!("what is yours to change for that?"));
        }
    }
}
