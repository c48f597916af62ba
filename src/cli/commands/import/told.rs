//! What an import says.

use std::collections::BTreeMap;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::words;
use crate::exchange::import::layout::LayoutError;
use crate::exchange::import::plan::Trouble;
use crate::exchange::import::{Leftover, Place, Unfit, Why, Wrong};
use crate::language::{self, count, list, marked, say};
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
        ctx.ui.err(&[Span::new(say!("error: "), Role::Bad), Span::plain(line)]);
    }
    let failure = Failure::usage(say!("{file} cannot be imported as it is; nothing was changed", file = shown));
    match all.checked_sub(MOST) {
        Some(more) if more > 0 => {
            failure.hint(say!("{errors} more like these were not told", errors = count!(more, "error", "errors")))
        }
        _ => failure,
    }
}

fn unfit(one: &Wrong) -> String {
    let value = match one.field.as_str() {
        "" => format!("{:?}", one.text),
        field => say!("{text} in {field}", text = format_args!("{:?}", one.text), field),
    };
    match &one.why {
        Unfit::Amount(AmountError::Comma { thousands, decimal, .. }) => {
            say!("{value} could be {thousands} or {decimal}; write it without a comma", value, thousands, decimal)
        }
        Unfit::Amount(AmountError::Separator { number, .. }) => {
            say!("{value} has a comma in it; write {number}", value, number)
        }
        Unfit::Amount(AmountError::NotANumber(_)) => say!("{value} is not a number", value),
        Unfit::Amount(AmountError::Exponent(_)) => say!("{value} has an exponent; write the number out", value),
        Unfit::Amount(AmountError::Number { why, .. }) => say!("{value}: {why}", value, why),
        Unfit::Metric(why) => say!("{value}: {why}", value, why),
        Unfit::Measure(why) => say!("{value}: {why}", value, why),
        Unfit::Reading(why) => say!("{value}: {why}", value, why),
        Unfit::Reference(why) => say!("{value}: {why}", value, why),
        Unfit::Without(column) => say!("{value} is measured by numbers, and {column} has none", value, column),
        Unfit::NoStart => say!("{value}: the target is 0, and nothing says from where; give the start too", value),
        Unfit::Day => say!("{value} is not a day; write it as 2026-11-30", value),
        Unfit::Confidence => say!("{value} is not a confidence from 1 to 10", value),
        Unfit::Status => say!("{value} is no status: on-track, at-risk, off-track or done", value),
        Unfit::Score => say!("{value} is not a score from 0 to 100, nor from 0.0 to 1.0", value),
        Unfit::ScoreScale => say!("{value} could be 1 of 100 or all of it; write 1 % or 1.0", value),
        Unfit::ProgressScale => say!("{value} could be 1 % or all of it; write 1 % or 100 %", value),
        Unfit::Point { thousands, decimal } => {
            say!("{value} could be {thousands} or {decimal}; write the one that is meant", value, thousands, decimal)
        }
        Unfit::Weight => say!("{value} is not a weight from 0 to 1000", value),
        Unfit::Flag => say!("{value} is neither yes nor no", value),
        Unfit::Percent => say!("{value} is not a percentage", value),
        Unfit::Units { one: unit, other } => {
            say!(
                "{value} is in {unit}, and another number of the key result in {other}",
                value,
                unit = format_args!("{unit:?}"),
                other = format_args!("{other:?}")
            )
        }
        Unfit::Fields { found, wanted } => say!(
            "the row has {fields}, and the header {wanted}; put a text with commas in it into quotation marks",
            fields = count!(*found, "field", "fields"),
            wanted
        ),
    }
}

fn trouble(one: &Trouble, shown: &str) -> String {
    let (place, what) = match one {
        Trouble::NoTitle { place } => (place, say!("an objective needs a title").to_owned()),
        Trouble::NoYear { place, part, year } => {
            (place, say!("{part} of which year? --cycle {year}-{part} says it", part, year))
        }
        Trouble::NoDates { place, name } => (
            place,
            say!(
                "there is no cycle {name}, and its name carries no dates; okr cycle new with --start and --end makes it, --cycle names another",
                name = format_args!("{name:?}")
            ),
        ),
        Trouble::NoCycleFor { place, first, last } => {
            (place, say!("no cycle holds {first} to {last}; --cycle says which one is meant", first, last))
        }
        Trouble::NoCurrent { place, example } => {
            (place, say!("no cycle is named, and the store has none; --cycle {example} makes one", example))
        }
        Trouble::Exists { place, title, reference } => (
            place,
            say!(
                "{title} is there already: {reference}; --skip-existing leaves that as it is",
                title = format_args!("{title:?}"),
                reference
            ),
        ),
        Trouble::Twice { place, other, title } => (
            place,
            say!(
                "{title} stands in line {line} already, for the same owner and cycle",
                title = format_args!("{title:?}"),
                line = other.line
            ),
        ),
        Trouble::NoOwner { place, text } => {
            (place, say!("no key can be made of the owner {text}", text = format_args!("{text:?}")))
        }
        Trouble::Circle { place, title } => {
            (place, say!("{title} would align to itself by way of its parents", title = format_args!("{title:?}")))
        }
        Trouble::Future { place, when } => (place, say!("{when} is in the future", when)),
    };
    format!("{}: {what}", at(shown, *place))
}

/// Why a YAML or JSON file was not read.
pub fn layout(why: LayoutError, shown: &str, format: &str) -> Failure {
    match why {
        LayoutError::Malformed { line, column, why } => {
            let place = Place { line, column };
            Failure::usage(format!("{}: {}", at(shown, place), say!("it is not {format}: {why}", format, why)))
        }
        LayoutError::Documents => Failure::usage(say!("{file} holds several documents", file = shown))
            .hint(say!("split it at the lines of ---, and import one after the other")),
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
        let text = shortened(&one.text);
        let (text, why) = (format_args!("{text:?}"), language::text(why(one.why)));
        let said = match more {
            0 => say!("not imported: {text} ({why})", text, why),
            more => say!("not imported: {text} ({why}, and {more} more like it)", text, why, more),
        };
        ctx.ui.notice(&format!("{}: {said}", at(shown, one.place)));
    }
    if let Some(more) = groups.len().checked_sub(MOST).filter(|more| *more > 0) {
        ctx.ui.notice(&say!(
            "{pieces} more not imported; --dry-run --format json lists all",
            pieces = count!(more, "piece", "pieces")
        ));
    }
}

/// The first line of a text, cut where it is long.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(LONGEST).collect();
    if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut }
}

/// Why something was left over, in English: as reports for machines have it.
pub fn why(why: Why) -> &'static str {
    match why {
        Why::Heading => marked!("a heading that names no cycle, owner or objective"),
        Why::Unused => marked!("nothing below it belongs to it"),
        Why::Prose => marked!("text outside of any objective"),
        Why::NoObjective => marked!("it stands under no objective"),
        Why::Table => marked!("tables are read by okr import csv"),
        Why::Code => marked!("code, HTML or a comment"),
        Why::Contents => marked!("a table of contents"),
        Why::Column => marked!("this column is not read"),
        Why::Key => marked!("this key is not read"),
        Why::Value => marked!("there is no place for it"),
        Why::NoTarget => marked!("a value of what has no target"),
        Why::MoreOwners => marked!("an objective or key result has one owner"),
        Why::MoreParents => marked!("a key result belongs to one objective"),
        Why::Computed => marked!("it follows from the key results"),
        Why::Status => marked!("it says neither on track, at risk, off track nor done"),
        Why::NoTitle => marked!("it has no title"),
        Why::Parent => marked!("neither the file nor the store has this parent"),
        Why::Unscored => marked!("0 stands for not scored too"),
        Why::Nothing => marked!("it stands for nothing, and is read as a blank"),
    }
}

/// With `--strict`: that something was left over.
pub fn strict(report: &Imported) -> Failure {
    let pieces = count!(report.left_over.len(), "piece is", "pieces are");
    Failure::usage(say!("{pieces} not understood, and --strict takes all or nothing; nothing was changed", pieces))
}

/// That there is nothing to import.
pub fn nothing(report: &Imported) -> Failure {
    Failure::usage(say!("{file} holds no objectives; nothing was changed", file = &report.file))
        .hint(say!("the help of each format says what is taken for one: okr import markdown --help"))
}

/// Says what was created, in brief.
///
/// # Errors
/// When stdout cannot be written.
pub fn done(desk: &Desk, report: &Imported) -> Result<(), Failure> {
    let ui = &desk.ctx.ui;
    for cycle in &report.new_cycles {
        ui.done(&[words::verb(say!("created")), Span::plain(say!("cycle ")), Span::reference(cycle.id.to_string())])?;
    }
    for one in &report.objectives {
        let short = desk.short(&one.reference.clone().into());
        ui.done(&[words::verb(say!("created")), Span::reference(short), Span::plain(format!("  {}", one.title))])?;
    }
    for skipped in &report.skipped {
        let short = desk.short(&skipped.reference.clone().into());
        ui.done(&[
            Span::dim(say!("skipped ")),
            Span::reference(short),
            Span::dim(say!("  line {line}", line = skipped.line)),
        ])?;
    }
    let cycles: Vec<String> = report.cycles().iter().map(ToString::to_string).collect();
    let counts = import_counts(report);
    let line = match cycles.is_empty() {
        true => say!("nothing: all of {file} is there already", file = &report.file),
        false => say!("{counts} into {cycles}", counts, cycles = list(&cycles)),
    };
    ui.done(&[words::verb(say!("imported")), Span::plain(line)])
}

/// Warns of owners that `org.yaml` lacks.
pub fn unknown_owners(ctx: &Context, report: &Imported) {
    let keys: Vec<&str> = report.unknown_owners.iter().map(|key| key.as_str()).collect();
    match keys.as_slice() {
        [] => {}
        [one] => {
            ctx.ui.warning(&say!("org.yaml does not know {owner}; okr org add-person {owner} tells it", owner = one))
        }
        several => ctx.ui.warning(&say!(
            "org.yaml does not know {owners}; okr org add-person KEY tells it of each",
            owners = first_of(several)
        )),
    }
}

/// The first of several names, and how many more there are.
pub fn first_of<T: AsRef<str>>(names: &[T]) -> String {
    const SHOWN: usize = 12;
    match names.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => {
            let first: Vec<&str> = names[..SHOWN].iter().map(AsRef::as_ref).collect();
            say!("{names} and {more} more", names = first.join(say!(in "names", ", ")), more)
        }
        _ => list(names),
    }
}
