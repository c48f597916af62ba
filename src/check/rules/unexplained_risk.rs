//! OKR116: the last check-in says at-risk or off-track and does not say why.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Pace;

pub const RULE: Rule = Rule {
    code: "OKR116",
    name: "unexplained-risk",
    severity: Severity::Advice,
    what: "The last check-in says at-risk or off-track and does not say why.",
    why: "A colour without a reason helps nobody to help. A note of one sentence is what the others read first at the mid-cycle review.",
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
            r#"- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 32, "status": "off-track"}
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
    for (at, status, event) in sight.signs.unexplained.iter().filter(|_| sight.figures.is_open()) {
        let kr = &sight.figures.key_results[*at];
        if kr.pace == Some(Pace::Done) {
            continue;
        }
        let spot = Spot::Event { objective: reference.clone(), id: event.clone() };
        let help = format!("okr update {}.{} --note \"WHY\"", reference.in_cycle(), kr.id);
        let message = say!("{key_result} is said to be {status}, and nobody says why", key_result = kr.id, status);
        sink.add(spot, message, help);
    }
}
