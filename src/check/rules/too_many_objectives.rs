//! OKR110: an owner has more than five objectives in a cycle.

use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use crate::model::ObjectiveRef;

/// More than this at once nobody pursues.
const MOST: usize = 5;

pub const RULE: Rule = Rule {
    code: "OKR110",
    name: "too-many-objectives",
    severity: Severity::Advice,
    what: "An owner has more than five objectives in a cycle.",
    why: "With many objectives none of them is the one that matters. Teams that keep to three to five get further; what is left out is not forbidden, it is just not what this cycle is about.",
    bad: Example::Files(&[
        (
            "2026-Q4/bo/goal-1.yaml",
            "\
title: A goal of its own, the 1th
",
        ),
        (
            "2026-Q4/bo/goal-2.yaml",
            "\
title: A goal of its own, the 2th
",
        ),
        (
            "2026-Q4/bo/goal-3.yaml",
            "\
title: A goal of its own, the 3th
",
        ),
        (
            "2026-Q4/bo/goal-4.yaml",
            "\
title: A goal of its own, the 4th
",
        ),
        (
            "2026-Q4/bo/goal-5.yaml",
            "\
title: A goal of its own, the 5th
",
        ),
        (
            "2026-Q4/bo/goal-6.yaml",
            "\
title: A goal of its own, the 6th
",
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/bo/goal-1.yaml",
            "\
title: A goal of its own, the 1th
",
        ),
        (
            "2026-Q4/bo/goal-2.yaml",
            "\
title: A goal of its own, the 2th
",
        ),
        (
            "2026-Q4/bo/goal-3.yaml",
            "\
title: A goal of its own, the 3th
",
        ),
        (
            "2026-Q4/bo/goal-4.yaml",
            "\
title: A goal of its own, the 4th
",
        ),
        (
            "2026-Q4/bo/goal-5.yaml",
            "\
title: A goal of its own, the 5th
",
        ),
    ]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    for cycle in subject.living() {
        let objectives = subject.standings.of_cycle(&cycle.id).filter(|(_, figures)| figures.counts());
        let objectives: Vec<&ObjectiveRef> = objectives.map(|(_, figures)| &figures.reference).collect();
        for of_owner in objectives.chunk_by(|a, b| a.owner == b.owner).filter(|all| all.len() > MOST) {
            let (count, last) = (of_owner.len(), of_owner[of_owner.len() - 1]);
            let owner = &last.owner;
            let spot = Spot::objective(last, []);
            let message = say!(
                "{owner} has {count} objectives in {cycle}; one to {most} can be kept in mind",
                owner,
                count,
                cycle = cycle.id,
                most = MOST
            );
            sink.add(spot, message, say!("okr list --owner {owner}: which of them would you drop first?", owner));
        }
    }
}
