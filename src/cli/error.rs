//! What went wrong, in sentences with hints, and the exit code that says so.

use crate::language::{count, list, quoted, say};
use crate::model::{AmountError, KeyError, ReferenceError, SpecError, ValueError};
use crate::store::{DiscoverError, Unresolved, WriteError, layout};

/// What the exit code tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// A report found what it was told to fail on.
    Findings = 1,
    /// Wrong usage, or a reference that names nothing or several.
    Usage = 2,
    /// A file of the store cannot be read or written.
    Store = 3,
    /// A fault of this program.
    Fault = 4,
}

/// Why a command ends without having done what it was asked.
#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    /// Empty where nothing is to be said.
    pub message: String,
    pub hints: Vec<String>,
}

impl Failure {
    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hints: Vec::new() }
    }

    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    pub fn store(message: impl Into<String>) -> Self {
        Self::new(Exit::Store, message)
    }

    pub fn fault(message: impl Into<String>) -> Self {
        Self::new(Exit::Fault, message)
            .hint(say!("this is a fault of okr itself; please report it with the command that led to it"))
    }

    /// The reader of our output has gone: that is no failure.
    pub fn closed() -> Self {
        Self::new(Exit::Done, "")
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl From<DiscoverError> for Failure {
    fn from(why: DiscoverError) -> Self {
        let exit = if matches!(why, DiscoverError::Config { .. }) { Exit::Store } else { Exit::Usage };
        let failure = Failure::new(exit, why.to_string());
        match why {
            DiscoverError::Nowhere(_) => {
                failure.hint(say!("okr init makes one here; --store DIR or $OKR_STORE names another"))
            }
            DiscoverError::NotAStore(_) => failure.hint(say!("okr init DIR makes a store")),
            DiscoverError::Config { .. } => failure,
        }
    }
}

impl From<WriteError> for Failure {
    fn from(why: WriteError) -> Self {
        if let WriteError::HalfDone { why, undo } = why {
            return Failure::store(say!(
                "{why}, and what was done before that could not be taken back: {undo}",
                why,
                undo
            ))
            .hint(say!("make room or mend what it says: the next command does the rest"));
        }
        let failure = Failure::store(say!("{why}; nothing was changed", why = &why));
        match why {
            WriteError::Changed(_) => failure.hint(say!("run the command again")),
            WriteError::Conflict(_) => {
                failure.hint(say!("finish the merge first: keep the lines of both sides, remove the marks"))
            }
            WriteError::NoLines(_) => failure.hint(say!(
                "begin each item with \"- \" in the first column: take away the spaces, or the brackets around all",
            )),
            WriteError::Full { .. } => failure.hint(say!("do less at once, or go on in a new objective: okr carry")),
            WriteError::NotAFile(_) => {
                failure.hint(say!("links are never followed when writing; put a regular file there"))
            }
            WriteError::Exists(path) if path.to_string_lossy().ends_with(layout::HISTORY) => failure
                .hint(say!("it is what happened to an objective that was here before; take another name with --slug")),
            WriteError::NotAFolder(_) => {
                failure.hint(say!("links are never followed when writing; put a folder there"))
            }
            WriteError::Journal { path, .. } => failure.hint(say!(
                "it is what a command that was cut short has still to do; if no okr wrote it, remove {path}",
                path = path.display()
            )),
            WriteError::Io { .. } | WriteError::Exists(_) | WriteError::Gone(_) | WriteError::HalfDone { .. } => {
                failure
            }
        }
    }
}

impl From<ReferenceError> for Failure {
    fn from(why: ReferenceError) -> Self {
        Failure::usage(why.to_string())
            .hint(say!("a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them"))
    }
}

impl From<Unresolved> for Failure {
    fn from(why: Unresolved) -> Self {
        match why {
            Unresolved::Several { query, candidates } => {
                let names: Vec<String> = candidates.iter().take(12).map(|name| name.in_cycle()).collect();
                let exact = candidates.iter().all(|name| name.slug == query.objective);
                let count = count!(candidates.len(), "objective", "objectives");
                let name = quoted(&crate::model::ReferenceQuery { key_result: None, ..*query });
                let message = match exact {
                    true => say!("{count} are called {name}: {references}", count, name, references = list(&names)),
                    false => say!("{count} begin with {name}: {references}", count, name, references = list(&names)),
                };
                Failure::usage(message).hint(say!("write more of it"))
            }
            Unresolved::Nothing { query, cycle, near, elsewhere } => {
                let typed = crate::model::ReferenceQuery { key_result: None, ..(*query).clone() };
                let failure =
                    Failure::usage(say!("no objective in {cycle} is called {name}", cycle, name = quoted(&typed)));
                let kr = query.key_result.as_ref().map(|kr| format!(".{kr}")).unwrap_or_default();
                let names = |all: &[crate::model::ObjectiveRef], whole: bool| {
                    let name = |one: &crate::model::ObjectiveRef| {
                        if whole { format!("{one}{kr}") } else { format!("{}{kr}", one.in_cycle()) }
                    };
                    list(&all.iter().take(5).map(name).collect::<Vec<_>>())
                };
                match (near.as_slice(), elsewhere.as_slice()) {
                    (_, [_, ..]) => {
                        failure.hint(say!("in another cycle: {references}", references = names(&elsewhere, true)))
                    }
                    ([_, ..], _) => failure.hint(say!("did you mean {near}?", near = names(&near, false))),
                    ([], []) => failure.hint(say!("okr list shows what there is")),
                }
            }
        }
    }
}

impl From<SpecError> for Failure {
    fn from(why: SpecError) -> Self {
        let failure = Failure::usage(why.to_string());
        match &why {
            SpecError::Amount(AmountError::Comma { .. } | AmountError::Separator { .. }) => {
                comma_hint(failure, &why_of(&why))
            }
            SpecError::Owner(..) => {
                failure.hint(say!("behind @ stands a key of org.yaml, not a name; okr org shows them"))
            }
            SpecError::Id(..) => {
                failure.hint(say!("a key result is [ID =] TITLE: MEASURE; without ID = it is called kr1, kr2, …"))
            }
            SpecError::NoColon { title, measure } => failure.hint(say!("write \"{title}: {measure}\"", title, measure)),
            SpecError::NoMeasure(title) if title.trim().is_empty() => {
                failure.hint(say!("a key result is [ID =] TITLE: MEASURE, as \"nps = NPS rises: 31 -> 50 points\""))
            }
            SpecError::NoMeasure(title) => failure.hint(say!(
                "say from where to where: \"{title}: 31 -> 50 points\", or a level: \"{title}: >= 99.9 %\"; or done, \
                 milestones a, b, c",
                title
            )),
            _ => failure.hint(say!(
                "measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, \
                 aligned"
            )),
        }
    }
}

fn why_of(why: &SpecError) -> AmountError {
    match why {
        SpecError::Amount(amount) => amount.clone(),
        other => AmountError::NotANumber(other.to_string()),
    }
}

impl From<ValueError> for Failure {
    fn from(why: ValueError) -> Self {
        let failure = Failure::usage(why.to_string());
        match &why {
            ValueError::Amount(amount @ (AmountError::Comma { .. } | AmountError::Separator { .. })) => {
                comma_hint(failure, amount)
            }
            ValueError::NothingToChange(_) => failure.hint(say!("give the value itself first")),
            _ => failure,
        }
    }
}

fn comma_hint(failure: Failure, why: &AmountError) -> Failure {
    if let AmountError::Separator { number, .. } = why {
        return failure.hint(say!("write {number}", number));
    }
    let AmountError::Comma { thousands, decimal, .. } = why else { return failure };
    let thousand = thousands.parse::<u64>().ok().filter(|number| *number >= 1000 && number % 100 == 0);
    failure.hint(match thousand.map(|number| number as f64 / 1000.0) {
        Some(short) => say!("write {thousands} or {short}k; or {decimal}", thousands, short, decimal),
        None => say!("write {thousands}; or {decimal}", thousands, decimal),
    })
}

/// A key that was typed and is none.
pub fn bad_key(what: &str, text: &str, why: &KeyError) -> Failure {
    Failure::usage(say!("{text} is no {what}: {why}", text = format_args!("{text:?}"), what, why))
}
