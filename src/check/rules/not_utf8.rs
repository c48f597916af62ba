//! OKR002: a file holds bytes that are not UTF-8 text.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR002",
    name: "not-utf8",
    severity: Severity::Error,
    what: "A file holds bytes that are not UTF-8 text.",
    why: "Git, editors and okr agree on a text only if it is UTF-8. Save the file as UTF-8; a NUL makes Git treat it as binary, and then it cannot be merged.",
    bad: Example::Objective("title: Make renewing\0 the obvious choice\n"),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    look: Look::Damage,
};
