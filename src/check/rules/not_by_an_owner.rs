//! OKR205: an event is by somebody who does not own what it is about.

use crate::analysis::may_judge;
use crate::check::{Example, Finding, Look, Rule, Severity, Spot};
use crate::language::say;
use crate::model::{Event, EventId, Objective, ObjectiveRef, Org, OwnerKey, What};

pub const RULE: Rule = Rule {
    code: "OKR205",
    name: "not-by-an-owner",
    severity: Severity::Error,
    what: "Somebody checked in on, scored, changed or ended what is neither theirs nor their unit's to lead.",
    why: "Who owns a goal answers for what is said about it: the owner of the objective or of the key result, and the leads of the owner's unit and of the units above. Comments and reviews are everybody's, and so is taking back an event of one's own. Only looked at with okr verify --owners; the examples show the history before and after.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, owner: ana}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "bo", "event": "update", "kr": "nps", "value": 38}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, owner: ana}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
"#,
        ),
    ]),
    look: Look::Verify,
};

/// Whether whoever an event is by may say that. `author` tells by whom another event of the objective is.
pub fn may(
    event: &Event,
    objective: &ObjectiveRef,
    definition: &Objective,
    org: &Org,
    author: impl Fn(&EventId) -> Option<String>,
) -> bool {
    let free = match &event.what {
        What::Create | What::Comment { .. } | What::Review { .. } | What::Carry { .. } => true,
        What::Retract { of, .. } => author(of).is_some_and(|author| author == event.by.as_str()),
        _ => false,
    };
    free || owners(event, objective, definition).into_iter().any(|owner| may_judge(&event.by, owner, org))
}

/// The owners of what an event is about: of its key result, if that has one, and of the objective.
fn owners<'a>(event: &Event, objective: &'a ObjectiveRef, definition: &'a Objective) -> Vec<&'a OwnerKey> {
    let edited = match &event.what {
        What::Edit(edit) => edit.field.split('.').next().and_then(|id| id.parse().ok()),
        _ => None,
    };
    let key_result = event.key_result().or(edited.as_ref()).and_then(|id| definition.key_result(id));
    key_result.and_then(|kr| kr.owner.as_ref()).into_iter().chain([&objective.owner]).collect()
}

/// Everybody who may say something like an event.
pub fn who<'a>(
    event: &Event,
    objective: &'a ObjectiveRef,
    definition: &'a Objective,
    org: &'a Org,
) -> Vec<&'a OwnerKey> {
    let owners = owners(event, objective, definition);
    org.people.keys().filter(|person| owners.iter().any(|owner| may_judge(person.as_str(), owner, org))).collect()
}

/// An event by somebody who may not say that; `who` may.
pub fn found(spot: Spot, event: &str, about: &str, who: &str) -> Finding {
    let (message, help) = if who.is_empty() {
        (
            say!("{event} is about {about}, which nobody owns: its unit has no lead", event, about),
            say!("give the unit a lead in org.yaml, or the key result an owner").to_owned(),
        )
    } else {
        (
            say!("{event} is about {about}, which is for {who} to report", event, about, who),
            say!("ask {who} to check in, or change the owner first; a comment is everybody's", who),
        )
    };
    Finding::of(&RULE, spot, message, help)
}
