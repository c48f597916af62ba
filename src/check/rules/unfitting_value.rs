//! OKR017: a check-in's value does not fit its key result's metric.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR017",
    name: "unfitting-value",
    severity: Severity::Warning,
    what: "A check-in's value does not fit its key result's metric.",
    why: "A word cannot be progress from 31 to 50, so the value does not count. Take it back with okr retract and check in again.",
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
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": "half"}
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
    look: Look::Damage,
};
