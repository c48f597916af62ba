//! OKR010: two key results of one objective share an id.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR010",
    name: "duplicate-key-result",
    severity: Severity::Error,
    what: "Two key results of one objective share an id.",
    why: "A check-in names its key result by id; with two of one name nobody knows which one moved.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50}}
  - {id: nps, title: Churn falls, metric: {from: 4, to: 2}}
",
    ),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50}}
  - {id: churn, title: Churn falls, metric: {from: 4, to: 2}}
",
    ),
    look: Look::Damage,
};
