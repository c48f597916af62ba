//! OKR003: a merge was left unfinished in a file.

use crate::check::{Example, Look, Rule, Severity};

pub const RULE: Rule = Rule {
    code: "OKR003",
    name: "unfinished-merge",
    severity: Severity::Error,
    what: "A merge was left unfinished in a file.",
    why: "Until somebody decides between the two sides, an objective with marks in it cannot be shown, and one with a comment # CONFLICT shows what may not be meant. okr hooks install makes most of these conflicts go away: definitions are then merged by key, not by line.",
    bad: Example::Objective(
        "\
<<<<<<< HEAD
title: Make renewing the obvious choice
=======
title: Make renewing a matter of course
>>>>>>> feature
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
