//! OKR028: Git would merge histories as any text.

use crate::check::{Example, Keeping, Look, Mend, Rule, Severity, Sink, Spot};
use crate::language::say;

pub const RULE: Rule = Rule {
    code: "OKR028",
    name: "histories-merge-by-line",
    severity: Severity::Warning,
    what: "Git does not merge history files with merge=union, or changes the ends of their lines.",
    why: "Two people who check in on two branches would get a conflict, although both lines are meant to stay. The line \
          \"*.history.yaml merge=union text eol=lf\" in .gitattributes settles it; a later line there, or one in \
          .git/info/attributes, may be in its way. okr check --fix puts it at the end of the store's own.",
    bad: Example::Files(&[(".gitattributes", "*.history.yaml merge=union text eol=lf\n*.yaml merge=text\n")]),
    good: Example::Files(&[(".gitattributes", "*.yaml merge=text\n*.history.yaml merge=union text eol=lf\n")]),
    look: Look::Keeping(look),
};

fn look(keeping: &Keeping, sink: &mut Sink) {
    let spot = Spot::Path(".gitattributes".to_owned());
    let help = say!("okr check --fix adds the line that they need: *.history.yaml merge=union text eol=lf");
    if keeping.merge != "union" {
        let message = match keeping.merge.as_str() {
            "unspecified" => say!("histories should be merged with merge=union; here it is not set").to_owned(),
            merge => say!("histories should be merged with merge=union; here it is \"{merge}\"", merge),
        };
        sink.add_with(spot, message, help, Mend::Attributes);
    } else if keeping.eol != "lf" {
        let message = say!("lines of histories should end in LF on every machine; eol=lf is not set");
        sink.add_with(spot, message, help, Mend::Attributes);
    }
}
