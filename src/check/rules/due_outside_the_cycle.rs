//! OKR023: a due date lies outside the cycle.

use chrono::NaiveDate;

use crate::check::{Example, Look, One, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::{Cycle, Metric, Step};

pub const RULE: Rule = Rule {
    code: "OKR023",
    name: "due-outside-the-cycle",
    severity: Severity::Warning,
    what: "A key result or a milestone is due before its cycle starts or after it ends.",
    why: "What is due later cannot be judged when the cycle is scored, and what was due before is late from the first day. \
          Choose a day within the cycle, or carry the goal over with okr carry when the cycle ends.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, due: 2027-01-31}
",
    ),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}, due: 2026-11-30}
",
    ),
    look: Look::Living(may, look),
};

fn may(sight: &Sight) -> bool {
    sight.figures.key_results.iter().any(|kr| kr.has_own_days())
}

fn look(one: &One, sink: &mut Sink) {
    let (cycle, objective) = (one.cycle, &one.record.reference);
    for (at, kr) in one.record.objective.key_results.iter().enumerate() {
        let own = kr.due.map(|due| (due, Spot::key_result(objective, at, "due")));
        let steps = match &kr.metric {
            Some(Metric::Milestones(milestones)) => milestones.steps(),
            _ => &[],
        };
        let of_step = |number: usize| {
            let way = [Step::key("key_results"), Step::Index(at), Step::key("metric"), Step::key("milestones")];
            Spot::objective(
                objective,
                way.into_iter().chain([Step::Index(number), Step::key("due")]).collect::<Vec<_>>(),
            )
        };
        let dated = steps.iter().enumerate().filter_map(|(number, step)| Some((step.due?, of_step(number))));
        for (due, spot) in own.into_iter().chain(dated).filter(|(due, _)| *due < cycle.start || *due > cycle.end) {
            sink.add(spot, outside(due, cycle), say!("choose a day within the cycle"));
        }
    }
}

/// That a due date is outside of a cycle, and on which side.
fn outside(due: NaiveDate, cycle: &Cycle) -> String {
    let Cycle { id, start, end, .. } = cycle;
    if due < *start {
        say!(
            "it is due on {due}; the cycle {cycle} runs from {start} to {end}, so this is before it starts",
            due,
            cycle = id,
            start,
            end
        )
    } else {
        say!(
            "it is due on {due}; the cycle {cycle} runs from {start} to {end}, so this is after it ends",
            due,
            cycle = id,
            start,
            end
        )
    }
}
