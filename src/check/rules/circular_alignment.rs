//! OKR020: the alignment goes in a circle.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR020",
    name: "circular-alignment",
    severity: Severity::Error,
    what: "The alignment goes in a circle.",
    why: "Each would be above the other; progress could not be summed up. One link of the circle is left out until it is mended.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
aligns_to: [acme/loyal]
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/loyal.yaml",
            "\
title: Customers are loyal
aligns_to: [acme/renewing]
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
aligns_to: [acme/loyal]
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/loyal.yaml",
            "\
title: Customers are loyal
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
    ]),
    look: Look::Damage,
};
