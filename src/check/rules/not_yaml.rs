//! OKR004: a file is not YAML, or not of the shape that a key wants.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR004",
    name: "not-yaml",
    severity: Severity::Error,
    what: "A file is not YAML, or not of the shape that a key wants.",
    why: "Nothing of such a file can be shown. A colon followed by a blank, a tab, or an opening bracket within a text are the usual causes: put the text in quotation marks.",
    bad: Example::Objective(
        "\
title: Renewing: the obvious choice
",
    ),
    good: Example::Objective(
        r#"title: "Renewing: the obvious choice"
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
"#,
    ),
    look: Look::Damage,
};
