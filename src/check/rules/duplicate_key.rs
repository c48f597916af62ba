//! OKR007: a key stands twice in one mapping.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR007",
    name: "duplicate-key",
    severity: Severity::Error,
    what: "A key stands twice in one mapping.",
    why: "Readers of YAML disagree on which of the two counts. It is often what a merge by lines leaves behind.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
title: Make renewing the obvious choice
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
