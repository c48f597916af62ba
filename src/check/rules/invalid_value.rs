//! OKR008: a value is not what its key may hold.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR008",
    name: "invalid-value",
    severity: Severity::Error,
    what: "A value is not what its key may hold.",
    why: "Dates are written as 2026-11-30, weights are numbers of 0 or more, and a metric cannot end where it starts.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 31}}
",
    ),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    look: Look::Damage,
};
