//! OKR019: an objective aligns to what several objectives could be meant by.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR019",
    name: "ambiguous-alignment",
    severity: Severity::Error,
    what: "An objective aligns to what several objectives could be meant by.",
    why: "Which one it serves would be a guess, so the link does not count. Write the owner in front, or the whole name.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
aligns_to: [become]
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
        (
            "2026-Q4/eng/become-quick.yaml",
            "\
title: Become quick
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
aligns_to: [acme/become]
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
        (
            "2026-Q4/eng/become-quick.yaml",
            "\
title: Become quick
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
    ]),
    look: Look::Damage,
};
