//! OKR117: a key result is said to be on track while it is far behind its plan.

use crate::check::{Example, Look, One, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{Pace, Status};

pub const RULE: Rule = Rule {
    code: "OKR117",
    name: "rosy-status",
    severity: Severity::Advice,
    what: "A key result is said to be on track while it is far behind its plan.",
    why: "Either people know something that the figures do not, and a note should tell it, or nobody looked. Status is what people say and pace what the figures say; a gap between them is worth a word.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 32, "status": "on-track"}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 32, "status": "off-track", "note": "The survey went to new customers only."}
"#,
        ),
    ]),
    look: Look::Living(look),
};

fn look(one: &One, sink: &mut Sink) {
    if !one.figures.state.lifecycle.is_open() {
        return;
    }
    let key_results = one.record.objective.key_results.iter().zip(&one.figures.key_results).enumerate();
    for (at, (kr, figures)) in key_results {
        let said = matches!(figures.state.said.status, Some(Status::OnTrack | Status::Done));
        if !said || figures.pace != Some(Pace::OffTrack) || figures.state.said.note.is_some() {
            continue;
        }
        let percent = |share: f64| format!("{:.0} %", 100.0 * share);
        let progress = figures.progress.map(|progress| percent(progress.ratio())).unwrap_or_default();
        let expected = figures.expected.map(|expected| percent(expected.ratio())).unwrap_or_default();
        let message = say!(
            "{key_result} is said to be on track at {progress} of {expected} expected, and nobody says why",
            key_result = kr.id,
            progress,
            expected
        );
        let help = format!("okr update {}.{} --status … --note …", one.record.reference.in_cycle(), kr.id);
        sink.add(Spot::key_result(&one.record.reference, at, "id"), message, help);
    }
}
