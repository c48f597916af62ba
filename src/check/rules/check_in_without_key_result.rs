//! OKR016: a check-in names a key result that is not in the objective's file.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR016",
    name: "check-in-without-key-result",
    severity: Severity::Warning,
    what: "A check-in names a key result that is not in the objective's file.",
    why: "Its value counts nowhere. Ids are changed and key results removed with okr kr, which puts that on record; by hand, the history no longer fits.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: churn, title: Churn falls, metric: {from: 4, to: 2}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
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
