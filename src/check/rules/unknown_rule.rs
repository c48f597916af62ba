//! OKR027: the settings name a rule that there is not.

use crate::check::{Definition, Example, Look, Rule, Severity, Sink, Spot, Subject, named, nearest_rule};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR027",
    name: "unknown-rule",
    severity: Severity::Warning,
    what: "The settings change a rule that there is not, or one that cannot be changed.",
    why: "Somebody meant to switch a rule off, or to make it an error, and nothing happened. okr check --rules lists all of \
          them; what the reader cannot read is an error whatever the settings say.",
    bad: Example::Files(&[("okr.yaml", "checks: {too-many-objectve: allow}\n")]),
    good: Example::Files(&[("okr.yaml", "checks: {too-many-objectives: allow}\n")]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    for text in subject.header.settings.checks.keys() {
        let path = vec![Step::key("checks"), Step::key(text)];
        let spot = Spot::Value { of: Definition::Settings, path, words: None };
        match named(text) {
            Some(rule) if rule.is_settable() => {}
            Some(rule) => {
                let message = say!("{rule} is always an error: what it finds cannot be read", rule = rule.name);
                sink.add(spot, message, say!("remove the line"));
            }
            None => {
                let help = match nearest_rule(text) {
                    Some(near) => say!("did you mean {near}?", near),
                    None => say!("okr check --rules lists all rules").to_owned(),
                };
                sink.add(spot, say!("there is no rule \"{rule}\"", rule = text), help);
            }
        }
    }
}
