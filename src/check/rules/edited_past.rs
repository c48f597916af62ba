//! OKR013: one event id stands for two different contents.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR013",
    name: "edited-past",
    severity: Severity::Error,
    what: "One event id stands for two different contents.",
    why: "Somebody edited a line of the past, and a merge kept the old one beside it. Neither counts until one of the two is removed. A wrong check-in is taken back with okr retract, never by editing its line.",
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
- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 44}
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
- {"id": "a2", "at": "2026-10-21T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 44}
"#,
        ),
    ]),
    look: Look::Damage,
};
