//! OKR005: a key is not one of those that the file may hold.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR005",
    name: "unknown-key",
    severity: Severity::Error,
    what: "A key is not one of those that the file may hold.",
    why: "A misspelt key would silently do nothing, so it is an error. Notes of your own belong in comments, which every command keeps.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
ower: bo
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
