//! OKR204: an event is by somebody else than its commit.

use crate::check::{Example, Finding, Look, Rule, Severity, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR204",
    name: "not-signed-by-author",
    severity: Severity::Error,
    what: "A commit adds an event that is by somebody else than the commit.",
    why: "Git knows who made a commit, and a host that checks signatures or logins vouches for it: an event that is by the commit's author cannot be made up in another's name. People are found by their e-mail address in org.yaml. Only looked at with okr verify --signed-by-author; the examples show the history before and after a commit by ana.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
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
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
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

/// An event by somebody else than the commit's author, who is `person` where org.yaml knows the address.
pub fn found(spot: Spot, event: &str, commit: &str, address: &str, person: Option<&str>) -> Finding {
    let (message, help) = match person {
        Some(person) => (
            say!("{event} was committed in {commit} by {person} ({address})", event, commit, person, address),
            say!(
                "let everybody commit what they check in themselves; git commit --amend --author corrects the last commit"
            )
            .to_owned(),
        ),
        None => (
            say!(
                "{event} was committed in {commit} by {address}, whom org.yaml does not know",
                event,
                commit,
                address
            ),
            say!(
                "put email: {address} to that person's line in org.yaml, or commit with the address that stands there",
                address
            ),
        ),
    };
    Finding::of(&RULE, spot, message, help)
}
