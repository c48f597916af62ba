//! OKR117: a key result is said to be on track while it is far behind its plan.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Pace;

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
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    let reference = &sight.figures.reference;
    for &at in sight.signs.unnoted.iter().filter(|_| sight.figures.is_open()) {
        let kr = &sight.figures.key_results[at];
        if kr.pace != Some(Pace::OffTrack) {
            continue;
        }
        let percent = |share: f64| format!("{:.0} %", 100.0 * share);
        let progress = kr.progress.map(|progress| percent(progress.ratio())).unwrap_or_default();
        let expected = kr.expected.map(|expected| percent(expected.ratio())).unwrap_or_default();
        let message = say!(
            "{key_result} is said to be on track at {progress} of {expected} expected, and nobody says why",
            key_result = kr.id,
            progress,
            expected
        );
        let help = format!("okr update {}.{} --status … --note …", reference.in_cycle(), kr.id);
        sink.add(Spot::key_result(reference, at, "id"), message, help);
    }
}
