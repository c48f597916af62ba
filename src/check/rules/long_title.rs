//! OKR125: a title is too long to be remembered.

use crate::check::{Defined, Example, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use unicode_width::UnicodeWidthStr;

use crate::model::Step;

/// In columns: some 20 English words, or 60 Chinese characters.
const LONGEST: usize = 120;

pub const RULE: Rule = Rule {
    code: "OKR125",
    name: "long-title",
    severity: Severity::Advice,
    what: "A title is too long to be remembered.",
    why: "People should know their objectives by heart. What explains an objective belongs in its description; how it is measured, in its key results.",
    bad: Example::Objective(
        r#"title: Make renewing the obvious choice for every customer that has been with us for at least one year and has used the product in the last month, so that sales can look for new ones
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    good: Example::Objective(
        r#"title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
  - {id: churn, title: Churn falls, metric: {from: 4.2, to: 2, unit: "%"}}
"#,
    ),
    look: Look::LivingDefinition(look),
};

fn look(defined: &Defined, sink: &mut Sink) {
    let &Defined { reference, objective } = defined;
    let own = std::iter::once((&objective.title, None));
    let all = own.chain(objective.key_results.iter().enumerate().map(|(at, kr)| (&kr.title, Some(at))));
    // No text is wider than it has bytes, which are counted already.
    for (title, key_result) in all.filter(|(title, _)| title.len() > LONGEST && title.width() > LONGEST) {
        let spot = match key_result {
            None => Spot::objective(reference, [Step::key("title")]),
            Some(at) => Spot::key_result(reference, at, "title"),
        };
        let message = say!(
            "this title is {width} columns wide; {most} are read in one go",
            width = title.width(),
            most = LONGEST
        );
        sink.add(spot, message, say!("say it shorter, and put the rest in the description"));
    }
}
