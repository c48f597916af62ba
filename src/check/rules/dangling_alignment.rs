//! OKR018: an objective aligns to something that is not there.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR018",
    name: "dangling-alignment",
    severity: Severity::Error,
    what: "An objective aligns to something that is not there.",
    why: "It has no place in the tree, and what it should serve does not move. Links follow when objectives are moved with okr move.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
aligns_to: [acme/become-the-default]
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
    ),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
aligns_to: [acme/become-the-default]
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/become-the-default.yaml",
            "\
title: Become the default
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
    ]),
    look: Look::Damage,
};
