//! OKR203: a target was changed late in the cycle.

use crate::analysis::Ease;
use crate::check::{Example, Finding, Look, Rule, Severity, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR203",
    name: "late-target-change",
    severity: Severity::Warning,
    what: "A key result was removed, or given another target or due date, after the middle of its cycle.",
    why: "A target that moves when the end is in sight says nothing any more about how hard the goal was. Keep it, and score what was reached; or agree on the change in the mid-cycle review and say why, with okr kr edit --note. okr verify compares with a revision; the examples show the files before and after.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 45, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
- {"id": "a2", "at": "2026-12-01T09:00:00Z", "by": "ana", "event": "edit", "field": "nps.metric", "from": "31 → 50 points", "to": "31 → 45 points"}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-20T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 34}
"#,
        ),
    ]),
    look: Look::Verify,
};

/// When a change was made, and how late that is.
pub struct Late {
    pub key_result: String,
    pub cycle: String,
    pub day: chrono::NaiveDate,
    pub middle: chrono::NaiveDate,
}

impl Late {
    /// `what` is a clause of its own.
    fn found(&self, spot: Spot, what: &str, change: &str) -> Finding {
        let Self { cycle, day, middle, .. } = self;
        let message =
            say!("{what} on {day}, after the middle of {cycle} ({middle}): {change}", what, day, cycle, middle, change);
        Finding::of(
            &RULE,
            spot,
            message,
            say!("keep it and score what was reached, or say why with okr kr edit --note"),
        )
    }

    /// Another target, with both as people write them.
    pub fn target(&self, spot: Spot, ease: Option<Ease>, from: &str, to: &str) -> Finding {
        let key_result = &self.key_result;
        let what = match ease {
            Some(Ease::Easier) => say!("the target of {key_result} was made easier", key_result),
            Some(Ease::Harder) => say!("the target of {key_result} was made harder", key_result),
            None => say!("the target of {key_result} was changed", key_result),
        };
        self.found(spot, &what, &format!("{from}  ⇒  {to}"))
    }

    /// Another due date.
    pub fn due(&self, spot: Spot, from: chrono::NaiveDate, to: chrono::NaiveDate) -> Finding {
        let key_result = &self.key_result;
        let what = if to > from {
            say!("the due date of {key_result} was put off", key_result)
        } else {
            say!("the due date of {key_result} was brought forward", key_result)
        };
        self.found(spot, &what, &format!("{from}  ⇒  {to}"))
    }

    /// No key result any more; `was` is its title and its target.
    pub fn removed(&self, spot: Spot, was: &str) -> Finding {
        self.found(spot, &say!("the key result {key_result} was removed", key_result = self.key_result), was)
    }
}
