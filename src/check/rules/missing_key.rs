//! OKR006: a key that has to be there is missing.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR006",
    name: "missing-key",
    severity: Severity::Error,
    what: "A key that has to be there is missing.",
    why: "An objective and each of its key results need a title; a metric needs both ends.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31}}
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
