//! OKR012: a history stands without its objective.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR012",
    name: "orphan-history",
    severity: Severity::Error,
    what: "A history stands without its objective.",
    why: "Its check-ins count nowhere. The objective's file was removed or renamed by hand: okr move takes the history along, okr remove takes both.",
    bad: Example::Files(&[(
        "2026-Q4/acme/renewing.history.yaml",
        r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
"#,
    )]),
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
    look: Look::Damage,
};
