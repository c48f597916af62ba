//! OKR024: nobody knows an owner.

use std::collections::BTreeSet;

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot, Subject};
use crate::language::say;
use crate::model::OwnerKey;

pub const RULE: Rule = Rule {
    code: "OKR024",
    name: "unknown-owner",
    severity: Severity::Warning,
    what: "An owner of objectives or key results is not in org.yaml.",
    why: "Such goals belong to no unit: they are left out of its sums, and nobody is asked about them. Add the person or unit, \
          or correct the name of the folder.",
    bad: Example::Files(&[("2026-Q4/zoe/tickets.yaml", "title: Nobody waits for an answer\n")]),
    good: Example::Files(&[("2026-Q4/bo/tickets.yaml", "title: Nobody waits for an answer\n")]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    let org = &subject.header.org;
    if org.company.is_none() && org.people.is_empty() {
        return;
    }
    let mut said: BTreeSet<&OwnerKey> = BTreeSet::new();
    // An owner's objectives stand together.
    let mut before = None;
    for Sight { figures, .. } in subject.objectives() {
        let owner = &figures.reference.owner;
        if before.replace(owner) != Some(owner) && !org.knows(owner) && said.insert(owner) {
            let spot = Spot::objective(&figures.reference, []);
            sink.add(spot, say!("org.yaml does not know {owner}, who has objectives", owner), help(owner));
        }
        for (at, kr) in figures.key_results.iter().enumerate() {
            let Some(owner) = kr.owner.as_deref().filter(|owner| !org.knows(owner)) else { continue };
            if said.insert(owner) {
                let spot = Spot::key_result(&figures.reference, at, "owner");
                sink.add(spot, say!("org.yaml does not know {owner}, who has key results", owner), help(owner));
            }
        }
    }
}

fn help(owner: &OwnerKey) -> String {
    say!("okr org add-person {owner}, or correct the name", owner)
}
