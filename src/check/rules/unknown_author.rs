//! OKR025: nobody knows who checked in.

use std::collections::{BTreeSet, HashSet};

use compact_str::CompactString;

use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use crate::model::OwnerKey;

pub const RULE: Rule = Rule {
    code: "OKR025",
    name: "unknown-author",
    severity: Severity::Warning,
    what: "An event is by somebody whom org.yaml does not know.",
    why: "People are told apart by their key: a check-in by \"Ana\" and one by \"ana\" are two people's. People who have left \
          stay in org.yaml as long as their check-ins are there.",
    bad: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            "- {\"id\": \"a1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"Ana Lima\", \"event\": \"comment\", \"text\": \"on our way\"}\n",
        ),
    ]),
    good: Example::Files(&[
        ("2026-Q4/acme/renewing.yaml", "title: Make renewing the obvious choice\n"),
        (
            "2026-Q4/acme/renewing.history.yaml",
            "- {\"id\": \"a1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": \"on our way\"}\n",
        ),
    ]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    let org = &subject.header.org;
    if org.people.is_empty() {
        return;
    }
    // Histories are long, and so may the list of people be.
    let people: HashSet<&str> = org.people.keys().map(OwnerKey::as_str).collect();
    let unknown = |by: &CompactString| !people.contains(by.as_str());
    let mut said: BTreeSet<CompactString> = BTreeSet::new();
    for at in (0..subject.standings.objectives.len()).filter(|at| subject.signs(*at).by.iter().any(unknown)) {
        let record = subject.standings.record(at);
        for event in &record.events {
            let by = &event.by;
            if unknown(by) && said.insert(by.clone()) {
                let spot = Spot::Event { objective: record.reference.clone(), id: event.id.clone() };
                let message = say!("org.yaml knows no person \"{person}\", whose event this is", person = by);
                sink.add(spot, message, say!("okr org add-person KEY adds one; a key is written in small letters"));
            }
        }
    }
}
