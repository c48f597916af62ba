//! What went wrong, in sentences with hints, and the exit code that says so.

use crate::language::{count, list, quoted};
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
            .hint("this is a fault of okr itself; please report it with the command that led to it")
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
                failure.hint("okr init makes one here; --store DIR or $OKR_STORE names another")
            }
            DiscoverError::NotAStore(_) => failure.hint("okr init DIR makes a store"),
            DiscoverError::Config { .. } => failure,
        }
    }
}

impl From<WriteError> for Failure {
    fn from(why: WriteError) -> Self {
        if let WriteError::HalfDone { why, undo } = why {
            return Failure::store(format!("{why}, and what was done before that could not be taken back: {undo}"))
                .hint("make room or mend what it says: the next command does the rest");
        }
        let failure = Failure::store(format!("{why}; nothing was changed"));
        match why {
            WriteError::Changed(_) => failure.hint("run the command again"),
            WriteError::Conflict(_) => {
                failure.hint("finish the merge first: keep the lines of both sides, remove the marks")
            }
            WriteError::NoLines(_) => failure.hint(
                "begin each item with \"- \" in the first column: take away the spaces, or the brackets around all",
            ),
            WriteError::Full { .. } => failure.hint("do less at once, or go on in a new objective: okr carry"),
            WriteError::NotAFile(_) => failure.hint("links are never followed when writing; put a regular file there"),
            WriteError::Exists(path) if path.to_string_lossy().ends_with(layout::HISTORY) => {
                failure.hint("it is what happened to an objective that was here before; take another name with --slug")
            }
            WriteError::NotAFolder(_) => failure.hint("links are never followed when writing; put a folder there"),
            WriteError::Journal { path, .. } => failure.hint(format!(
                "it is what a command that was cut short has still to do; if no okr wrote it, remove {}",
                path.display()
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
            .hint("a reference is [cycle/][owner/]objective[.kr], as acme/renewing.nps; okr list shows them")
    }
}

impl From<Unresolved> for Failure {
    fn from(why: Unresolved) -> Self {
        match why {
            Unresolved::Several { query, candidates } => {
                let names: Vec<String> = candidates.iter().take(12).map(|name| name.in_cycle()).collect();
                let exact = candidates.iter().all(|name| name.slug == query.objective);
                let verb = if exact { "are called" } else { "begin with" };
                let count = count!(candidates.len(), "objective", "objectives");
                let typed = crate::model::ReferenceQuery { key_result: None, ..*query };
                Failure::usage(format!("{count} {verb} {}: {}", quoted(&typed), list(&names))).hint("write more of it")
            }
            Unresolved::Nothing { query, cycle, near, elsewhere } => {
                let typed = crate::model::ReferenceQuery { key_result: None, ..(*query).clone() };
                let failure = Failure::usage(format!("no objective in {cycle} is called {}", quoted(&typed)));
                let kr = query.key_result.as_ref().map(|kr| format!(".{kr}")).unwrap_or_default();
                let names = |all: &[crate::model::ObjectiveRef], whole: bool| {
                    let name = |one: &crate::model::ObjectiveRef| {
                        if whole { format!("{one}{kr}") } else { format!("{}{kr}", one.in_cycle()) }
                    };
                    list(&all.iter().take(5).map(name).collect::<Vec<_>>())
                };
                match (near.as_slice(), elsewhere.as_slice()) {
                    (_, [_, ..]) => failure.hint(format!("in another cycle: {}", names(&elsewhere, true))),
                    ([_, ..], _) => failure.hint(format!("did you mean {}?", names(&near, false))),
                    ([], []) => failure.hint("okr list shows what there is"),
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
            SpecError::Id(..) => {
                failure.hint("a key result is [ID =] TITLE: MEASURE; without ID = it is called kr1, kr2, …")
            }
            SpecError::NoMeasure(title) if title.trim().is_empty() => failure
                .hint("a key result is [ID =] TITLE: MEASURE, as \"nps = NPS rises: 31 -> 50 points\""),
            SpecError::NoMeasure(title) => failure
                .hint(format!("say from where to where: \"{title}: 31 -> 50 points\", or a level: \"{title}: >= 99.9 %\"; or done, milestones a, b, c")),
            _ => failure.hint("measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned"),
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
            ValueError::NothingToChange(_) => failure.hint("give the value itself first"),
            _ => failure,
        }
    }
}

fn comma_hint(failure: Failure, why: &AmountError) -> Failure {
    if let AmountError::Separator { number, .. } = why {
        return failure.hint(format!("write {number}"));
    }
    let AmountError::Comma { thousands, decimal, .. } = why else { return failure };
    let thousand = thousands.parse::<u64>().ok().filter(|number| *number >= 1000 && number % 100 == 0);
    let short = thousand.map(|number| format!(" or {}k", number as f64 / 1000.0)).unwrap_or_default();
    failure.hint(format!("write {thousands}{short}; or {decimal}"))
}

/// A key that was typed and is none.
pub fn bad_key(what: &str, text: &str, why: &KeyError) -> Failure {
    Failure::usage(format!("{text:?} is no {what}: {why}"))
}
