//! OKR030: an objective names one parent or one tag twice.

use crate::check::{Defined, Definition, Mend};
use crate::check::{Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR030",
    name: "said-twice",
    severity: Severity::Warning,
    what: "An objective names one parent or one tag twice.",
    why: "It counts once whatever is written. A merge by lines often leaves it; okr check --fix takes the second one out.",
    bad: Example::Objective(
        "\
title: Make renewing the obvious choice
tags: [retention, growth, retention]
",
    ),
    good: Example::Objective(
        "\
title: Make renewing the obvious choice
tags: [retention, growth]
",
    ),
    look: Look::Definition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    let objective = defined.objective;
    if objective.aligns_to.len().max(objective.tags.len()) < 2 {
        return;
    }
    let parents: Vec<String> = objective.aligns_to.iter().map(ToString::to_string).collect();
    for (key, words) in [("aligns_to", &parents), ("tags", &objective.tags)] {
        for (at, word) in words.iter().enumerate().filter(|(at, word)| words[..*at].contains(word)) {
            let path = vec![Step::key(key), Step::Index(at)];
            let mend = Mend::Remove { of: Definition::Objective(defined.reference.clone()), path: path.clone() };
            let spot = Spot::objective(defined.reference, path);
            sink.add_with(spot, say!("{word} stands in {key} twice", word, key), say!("take one of them out"), mend);
        }
    }
}
