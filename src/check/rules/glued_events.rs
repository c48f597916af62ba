//! OKR015: two events stand on one line.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR015",
    name: "glued-events",
    severity: Severity::Error,
    what: "Two events stand on one line.",
    why: "A line's end was lost between them, as when a line is appended to a file that does not end in one. Neither counts until they stand apart; okr check --fix does that.",
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
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}- {"id": "a2", "at": "2026-10-21T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 35}
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
- {"id": "a2", "at": "2026-10-21T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 35}
"#,
        ),
    ]),
    look: Look::Damage,
};
