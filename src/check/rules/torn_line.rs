//! OKR014: the last line of a history is not finished.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR014",
    name: "torn-line",
    severity: Severity::Error,
    what: "The last line of a history is not finished.",
    why: "A write was cut off by a crash or a full disk. The next check-in cuts the rest off, and so does okr check --fix: an unfinished line is never taken for an event.",
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
- {"id": "a2", "at": "2026-10-2"#,
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
