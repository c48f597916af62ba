//! OKR011: a cycle ends before it starts.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR011",
    name: "ends-before-it-starts",
    severity: Severity::Error,
    what: "A cycle ends before it starts.",
    why: "Nothing can be expected of a cycle without days; none of its objectives is shown.",
    bad: Example::Files(&[(
        "2026-Q4/cycle.yaml",
        "\
start: 2026-12-31
end: 2026-10-01
",
    )]),
    good: Example::Files(&[(
        "2026-Q4/cycle.yaml",
        "\
start: 2026-10-01
end: 2026-12-31
",
    )]),
    look: Look::Damage,
};
