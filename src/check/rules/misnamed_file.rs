//! OKR009: a file's name cannot be an objective's.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR009",
    name: "misnamed-file",
    severity: Severity::Error,
    what: "A file's name cannot be an objective's.",
    why: "Names are references: small letters, digits and hyphens, at most 60. A name with capitals would be another file on Linux and the same one on macOS.",
    bad: Example::Files(&[(
        "2026-Q4/acme/Renewing Customers.yaml",
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    )]),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    look: Look::Damage,
};
