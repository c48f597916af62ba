//! What an import says.

use std::collections::BTreeMap;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::words;
use crate::exchange::import::layout::LayoutError;
use crate::exchange::import::plan::Trouble;
use crate::exchange::import::{Leftover, Place, Unfit, Why, Wrong};
use crate::language::{count, list};
use crate::model::AmountError;
use crate::report::Imported;
use crate::view::{Role, Span, import_counts};

/// After so many lines that something is wrong with the rest is only counted.
const MOST: usize = 100;

/// So much of a text is told, in characters.
const LONGEST: usize = 80;

fn at(shown: &str, place: Place) -> String {
    let column = place.column.map(|column| format!(":{column}")).unwrap_or_default();
    format!("{shown}:{}{column}", place.line)
}

/// Says everything that is wrong with the values of a file.
pub fn wrong(ctx: &Context, wrong: &[Wrong], shown: &str) -> Failure {
    let mut wrong: Vec<&Wrong> = wrong.iter().collect();
    wrong.sort_by_key(|one| one.place);
    let lines = wrong.iter().map(|one| format!("{}: {}", at(shown, one.place), unfit(one)));
    refused(ctx, lines.collect(), shown)
}

/// Says everything that stands in the way of a plan.
pub fn troubles(ctx: &Context, troubles: &[Trouble], shown: &str) -> Failure {
    refused(ctx, troubles.iter().map(|one| trouble(one, shown)).collect(), shown)
}

fn refused(ctx: &Context, mut lines: Vec<String>, shown: &str) -> Failure {
    let all = lines.len();
    lines.dedup();
    for line in lines.iter().take(MOST) {
        ctx.ui.err(&[Span::new("error: ", Role::Bad), Span::plain(line)]);
    }
    let failure = Failure::usage(format!("{shown} cannot be imported as it is; nothing was changed"));
    match all.checked_sub(MOST) {
        Some(more) if more > 0 => {
            failure.hint(format!("{} more like these were not told", count!(more, "error", "errors")))
        }
        _ => failure,
    }
}

fn unfit(one: &Wrong) -> String {
    let value = match one.field.as_str() {
        "" => format!("{:?}", one.text),
        field => format!("{:?} in {field}", one.text),
    };
    match &one.why {
        Unfit::Amount(AmountError::Comma { thousands, decimal, .. }) => {
            format!("{value} could be {thousands} or {decimal}; write it without a comma")
        }
        Unfit::Amount(AmountError::Separator { number, .. }) => format!("{value} has a comma in it; write {number}"),
        Unfit::Amount(AmountError::NotANumber(_)) => format!("{value} is not a number"),
        Unfit::Amount(AmountError::Exponent(_)) => format!("{value} has an exponent; write the number out"),
        Unfit::Amount(AmountError::Number { why, .. }) => format!("{value}: {why}"),
        Unfit::Metric(why) => format!("{value}: {why}"),
        Unfit::NoStart => format!("{value}: the target is 0, and nothing says from where; give the start too"),
        Unfit::Day => format!("{value} is not a day; write it as 2026-11-30"),
        Unfit::Confidence => format!("{value} is not a confidence from 1 to 10"),
        Unfit::Score => format!("{value} is not a score from 0 to 100, nor from 0.0 to 1.0"),
        Unfit::ScoreScale => format!("{value} could be 1 of 100 or all of it; write 1 % or 1.0"),
        Unfit::ProgressScale => format!("{value} could be 1 % or all of it; write 1 % or 100 %"),
        Unfit::Point { thousands, decimal } => {
            format!("{value} could be {thousands} or {decimal}; write the one that is meant")
        }
        Unfit::Weight => format!("{value} is not a weight from 0 to 1000"),
        Unfit::Flag => format!("{value} is neither yes nor no"),
        Unfit::Percent => format!("{value} is not a percentage"),
        Unfit::Units { one: unit, other } => {
            format!("{value} is in {unit:?}, and another number of the key result in {other:?}")
        }
        Unfit::Fields { found, wanted } => format!(
            "the row has {}, and the header {wanted}; put a text with commas in it into quotation marks",
            count!(*found, "field", "fields")
        ),
    }
}

fn trouble(one: &Trouble, shown: &str) -> String {
    match one {
        Trouble::NoTitle { place } => format!("{}: an objective needs a title", at(shown, *place)),
        Trouble::NoYear { place, part, year } => {
            format!("{}: {part} of which year? --cycle {year}-{part} says it", at(shown, *place))
        }
        Trouble::NoDates { place, name } => {
            format!(
                "{}: there is no cycle {name:?}, and its name carries no dates; okr cycle new makes it, --cycle names another",
                at(shown, *place)
            )
        }
        Trouble::NoCycleFor { place, first, last } => {
            format!("{}: no cycle holds {first} to {last}; --cycle says which one is meant", at(shown, *place))
        }
        Trouble::NoCurrent { place, example } => {
            format!("{}: no cycle is named, and the store has none; --cycle {example} makes one", at(shown, *place))
        }
        Trouble::Exists { place, title, reference } => {
            format!(
                "{}: {title:?} is there already: {reference}; --skip-existing leaves that as it is",
                at(shown, *place)
            )
        }
        Trouble::Twice { place, other, title } => {
            format!(
                "{}: {title:?} stands in line {} already, for the same owner and cycle",
                at(shown, *place),
                other.line
            )
        }
        Trouble::NoOwner { place, text } => format!("{}: no key can be made of the owner {text:?}", at(shown, *place)),
        Trouble::Circle { place, title } => {
            format!("{}: {title:?} would align to itself by way of its parents", at(shown, *place))
        }
        Trouble::Future { place, when } => format!("{}: {when} is in the future", at(shown, *place)),
    }
}

/// Why a YAML or JSON file was not read.
pub fn layout(why: LayoutError, shown: &str, format: &str) -> Failure {
    match why {
        LayoutError::Malformed { line, column, why } => {
            let place = Place { line, column };
            Failure::usage(format!("{}: it is not {format}: {why}", at(shown, place)))
        }
        LayoutError::Documents => Failure::usage(format!("{shown} holds several documents"))
            .hint("split it at the lines of ---, and import one after the other"),
    }
}

/// Says what did not become anything, the same of several lines once.
pub fn left_over(ctx: &Context, leftovers: &[Leftover], shown: &str) {
    let mut groups: Vec<(&Leftover, usize)> = Vec::new();
    let mut known: BTreeMap<(Why, &str), usize> = BTreeMap::new();
    for one in leftovers {
        let text = if matches!(one.why, Why::Computed | Why::Unscored | Why::Nothing) { "" } else { one.text.as_str() };
        match known.get(&(one.why, text)) {
            Some(group) => groups[*group].1 += 1,
            None => {
                known.insert((one.why, text), groups.len());
                groups.push((one, 0));
            }
        }
    }
    for (one, more) in groups.iter().take(MOST) {
        let others = match more {
            0 => String::new(),
            more => format!(", and {more} more like it"),
        };
        let text = shortened(&one.text);
        ctx.ui.notice(&format!("{}: not imported: {text:?} ({}{others})", at(shown, one.place), why(one.why)));
    }
    if let Some(more) = groups.len().checked_sub(MOST).filter(|more| *more > 0) {
        ctx.ui.notice(&format!(
            "{} more not imported; --dry-run --format json lists all",
            count!(more, "piece", "pieces")
        ));
    }
}

/// The first line of a text, cut where it is long.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(LONGEST).collect();
    if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut }
}

/// Why something was left over, as it stands in brackets.
pub fn why(why: Why) -> &'static str {
    match why {
        Why::Heading => "a heading that names no cycle, owner or objective",
        Why::Unused => "nothing below it belongs to it",
        Why::Prose => "text outside of any objective",
        Why::NoObjective => "it stands under no objective",
        Why::Table => "tables are read by okr import csv",
        Why::Code => "code, HTML or a comment",
        Why::Contents => "a table of contents",
        Why::Column => "this column is not read",
        Why::Key => "this key is not read",
        Why::Value => "there is no place for it",
        Why::NoTarget => "a value of what has no target",
        Why::MoreOwners => "an objective or key result has one owner",
        Why::MoreParents => "a key result belongs to one objective",
        Why::Computed => "it follows from the key results",
        Why::Status => "it says neither on track, at risk, off track nor done",
        Why::NoTitle => "it has no title",
        Why::Parent => "neither the file nor the store has this parent",
        Why::Unscored => "0 stands for not scored too",
        Why::Nothing => "it stands for nothing, and is read as a blank",
    }
}

/// With `--strict`: that something was left over.
pub fn strict(report: &Imported) -> Failure {
    let pieces = count!(report.left_over.len(), "piece is", "pieces are");
    Failure::usage(format!("{pieces} not understood, and --strict takes all or nothing; nothing was changed"))
}

/// That there is nothing to import.
pub fn nothing(report: &Imported) -> Failure {
    Failure::usage(format!("{} holds no objectives; nothing was changed", report.file))
        .hint("the help of each format says what is taken for one: okr import markdown --help")
}

/// Says what was created, in brief.
///
/// # Errors
/// When stdout cannot be written.
pub fn done(desk: &Desk, report: &Imported) -> Result<(), Failure> {
    let ui = &desk.ctx.ui;
    for cycle in &report.new_cycles {
        ui.done(&[words::verb("created"), Span::plain("cycle "), Span::reference(cycle.id.to_string())])?;
    }
    for one in &report.objectives {
        let short = desk.short(&one.reference.clone().into());
        ui.done(&[words::verb("created"), Span::reference(short), Span::plain(format!("  {}", one.title))])?;
    }
    for skipped in &report.skipped {
        let short = desk.short(&skipped.reference.clone().into());
        ui.done(&[Span::dim("skipped "), Span::reference(short), Span::dim(format!("  line {}", skipped.line))])?;
    }
    let cycles: Vec<String> = report.cycles().iter().map(ToString::to_string).collect();
    let counts = import_counts(report);
    let line = match cycles.is_empty() {
        true => format!("nothing: all of {} is there already", report.file),
        false => format!("{counts} into {}", list(&cycles)),
    };
    ui.done(&[words::verb("imported"), Span::plain(line)])
}

/// Warns of owners that `org.yaml` lacks.
pub fn unknown_owners(ctx: &Context, report: &Imported) {
    let keys: Vec<&str> = report.unknown_owners.iter().map(|key| key.as_str()).collect();
    match keys.as_slice() {
        [] => {}
        [one] => ctx.ui.warning(&format!("org.yaml does not know {one}; okr org add-person {one} tells it")),
        several => ctx
            .ui
            .warning(&format!("org.yaml does not know {}; okr org add-person KEY tells it of each", first_of(several))),
    }
}

/// The first of several names, and how many more there are.
pub fn first_of<T: AsRef<str>>(names: &[T]) -> String {
    const SHOWN: usize = 12;
    match names.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => {
            let first: Vec<&str> = names[..SHOWN].iter().map(AsRef::as_ref).collect();
            format!("{} and {more} more", first.join(", "))
        }
        _ => list(names),
    }
}
