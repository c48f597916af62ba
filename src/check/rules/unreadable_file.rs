//! OKR001: a file of the store cannot be read.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR001",
    name: "unreadable-file",
    severity: Severity::Error,
    what: "A file of the store cannot be read.",
    why: "What cannot be read is missing in every figure. Links, folders and pipes in the place of a file are never followed, and no file of a store is larger than a few MiB.",
    bad: Example::Files(&[(
        "2026-Q4/acme/renewing.yaml/notes.md",
        "\
a folder stands where the objective's file belongs
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
