//! OKR116: the last check-in says at-risk or off-track and does not say why.

use crate::analysis::live;
use crate::check::{Example, Look, One, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{Event, Pace, Status, What};

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
    look: Look::Living(look),
};

fn look(one: &One, sink: &mut Sink) {
    let record = one.record;
    if !one.figures.state.lifecycle.is_open() {
        return;
    }
    for (kr, figures) in record.objective.key_results.iter().zip(&one.figures.key_results) {
        let risky = matches!(figures.state.said.status, Some(Status::AtRisk | Status::OffTrack));
        if !risky || figures.pace == Some(Pace::Done) {
            continue;
        }
        let live = live(&record.events, one.subject.moment());
        let said =
            |event: &&Event| matches!(&event.what, What::Update(said) if said.key_result.as_ref() == Some(&kr.id));
        let Some(last) = live.filter(said).last() else {
            continue;
        };
        let What::Update(check_in) = &last.what else { continue };
        // A status that was said earlier, with its reason, is still explained.
        let (Some(status), None) = (check_in.status, &check_in.note) else { continue };
        let spot = Spot::Event { objective: record.reference.clone(), id: last.id.clone() };
        let help = format!("okr update {}.{} --note \"WHY\"", record.reference.in_cycle(), kr.id);
        let message = say!("{key_result} is said to be {status}, and nobody says why", key_result = kr.id, status);
        sink.add(spot, message, help);
    }
}
