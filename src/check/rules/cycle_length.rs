//! OKR113: a cycle is longer than a quarter or shorter than a month.

use crate::check::Definition;
use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use crate::model::{Step, days_between};

/// In days: a quarter of 14 weeks, and the shortest February.
const LONGEST: i64 = 98;
const SHORTEST: i64 = 28;

pub const RULE: Rule = Rule {
    code: "OKR113",
    name: "cycle-length",
    severity: Severity::Advice,
    what: "A cycle is longer than a quarter or shorter than a month.",
    why: "Over a longer time targets stop being believable and check-ins get rare; a shorter one turns goals into a list of tasks. Yearly aims do well as a cycle of their own above the quarters.",
    bad: Example::Files(&[(
        "2027/cycle.yaml",
        "\
start: 2027-01-01
end: 2027-12-31
",
    )]),
    good: Example::Files(&[(
        "2027-Q1/cycle.yaml",
        "\
start: 2027-01-01
end: 2027-03-31
",
    )]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    for cycle in subject.living() {
        let days = days_between(cycle.start, cycle.end);
        let path = vec![Step::key("end")];
        let spot = Spot::Value { of: Definition::Cycle(cycle.id.clone()), path, words: None };
        if days > LONGEST && !subject.holds_others(cycle) {
            let message = say!("{days} days are long for a cycle: aims get lost on the way", days);
            sink.add(spot, message, say!("a quarter or a month is what most teams keep up"));
        } else if days < SHORTEST {
            let message = say!("{days} days are short for a cycle: it becomes a list of tasks", days);
            sink.add(spot, message, say!("a quarter or a month is what most teams keep up"));
        }
    }
}
