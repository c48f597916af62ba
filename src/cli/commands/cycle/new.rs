//! `okr cycle new`.

use chrono::NaiveDate;
use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::words;
use crate::language::say;
use crate::model::{Cadence, Cycle, CycleId, Period, day_of, id_for, span_of};
use crate::store::{WriteError, compose, layout};
use crate::view::{Span, days};

/// Make a cycle
///
/// Quarters, months, halves, years and ISO weeks carry their dates in their name; any other name wants --start and --end.
/// With fiscal_year_start in okr.yaml quarters, halves and years are those of the fiscal year, named by the year in which
/// it ends.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr cycle new                    the current one of your cadence
  okr cycle new 2026-Q4            a quarter; also 2026-10, 2026-H2, 2026, 2026-W40
  okr cycle new launch --start 2026-10-05 --end 2026-11-27")]
pub struct Args {
    /// Its name [default: the current one of the store's cadence]
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Its first day
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// Its last day
    #[arg(long, value_name = "DATE")]
    end: Option<String>,
    /// What people call it
    #[arg(long)]
    title: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    desk.ready_to_write()?;
    let (id, start, end, period) = dates(&desk, args)?;
    let alike = |other: &&Cycle| other.id != id && other.id.as_str().to_lowercase() == id.as_str().to_lowercase();
    if let Some(other) = desk.cycles().iter().find(alike) {
        return Err(Failure::usage(say!(
            "there is a cycle {cycle} already, which is the same folder on some systems",
            cycle = &other.id
        ))
        .hint(say!("give it a name that differs in more than capitals")));
    }
    let cycle = Cycle { id, title: args.title.clone(), start, end, closed: None };
    desk.writer().create(&layout::cycle_file(&cycle.id), &compose::cycle(&cycle)).map_err(|why| match why {
        WriteError::Exists(_) => Failure::usage(say!("there is a cycle {cycle} already", cycle = &cycle.id))
            .hint(say!("okr cycle show {cycle} shows it", cycle = &cycle.id)),
        why => why.into(),
    })?;
    drop(lock);
    let days = say!(" ({days})", days = days(cycle.start, cycle.end, 0));
    ctx.ui.done(&[words::verb(say!("created")), Span::reference(cycle.id.to_string()), Span::dim(days)])?;
    if let Some(warning) = warning(&cycle, period, desk.settings().fiscal_year_start) {
        ctx.ui.warning(&warning);
    }
    Ok(Exit::Done)
}

fn dates(desk: &Desk, args: &Args) -> Result<(CycleId, NaiveDate, NaiveDate, Option<Period>), Failure> {
    let settings = desk.settings();
    let day = |name: &str, text: &Option<String>| -> Result<Option<NaiveDate>, Failure> {
        let wrong = |text: &String| {
            let text = format_args!("{text:?}");
            Failure::usage(say!("--{option} {text} is not a day", option = name, text))
                .hint(say!("write it as 2026-10-01"))
        };
        text.as_ref().map(|text| day_of(text).ok_or_else(|| wrong(text))).transpose()
    };
    let text = match &args.id {
        Some(text) => text.clone(),
        None => id_for(desk.today(), settings.cadence, settings.fiscal_year_start),
    };
    let id: CycleId = text.parse().map_err(|why| bad_key(say!(in "key", "name of a cycle"), &text, &why))?;
    let span = span_of(&id, settings.fiscal_year_start);
    let start = day("start", &args.start)?.or(span.map(|span| span.start));
    let end = day("end", &args.end)?.or(span.map(|span| span.end));
    let (Some(start), Some(end)) = (start, end) else {
        return Err(Failure::usage(say!("{cycle} carries no dates in its name", cycle = id))
            .hint(say!("give --start and --end, or a name that does: 2026-Q4, 2026-10, 2026-H2, 2026, 2026-W40")));
    };
    if end < start {
        return Err(Failure::usage(say!("it would end on {end}, before it starts on {start}", end, start)));
    }
    let period = span.filter(|span| (span.start, span.end) == (start, end)).map(|span| span.period);
    Ok((id, start, end, period))
}

/// Why a cycle of this length seldom works, unless it is a quarter or a month.
fn warning(cycle: &Cycle, period: Option<Period>, fiscal_start: u32) -> Option<String> {
    let first = |cadence| id_for(cycle.start, cadence, fiscal_start);
    let (quarter, month) = (first(Cadence::Quarter), first(Cadence::Month));
    match period {
        Some(Period::Quarter | Period::Month) => None,
        Some(Period::Year) => Some(say!(
            "a year is long for a cycle: targets stop being believable. Most teams use a quarter or a month ({quarter}, {month}).",
            quarter,
            month
        )),
        Some(Period::Half) => Some(say!(
            "half a year is long for a cycle: what was true at its start is forgotten at its end. Most teams use a quarter or a month ({quarter}, {month}).",
            quarter,
            month
        )),
        Some(Period::Week) => Some(
            say!("a week is short for a cycle: objectives become a to-do list. Most teams use a quarter or a month.")
                .to_owned(),
        ),
        None if cycle.days() > 100 => Some(say!(
            "{days} days are long for a cycle: targets stop being believable. Most teams use a quarter or a month.",
            days = cycle.days()
        )),
        None if cycle.days() < 26 => Some(say!(
            "{days} days are short for a cycle: objectives become a to-do list. Most teams use a quarter or a month.",
            days = cycle.days()
        )),
        None => None,
    }
}
