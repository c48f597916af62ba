//! `okr cycle close`.

use clap::Args as ClapArgs;

use crate::analysis::{assess, given, in_force};
use crate::cli::commands::carry::Carrying;
use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::words;
use crate::language::{count, list, say};
use crate::model::{Cycle, CycleId, Moment, ObjectiveRef};
use crate::store::edit::{Step, Yaml};
use crate::store::layout;
use crate::view::Span;

/// Close a cycle: every objective is scored or abandoned, and nothing in it changes any more
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr cycle close 2026-Q3
  okr cycle close 2026-Q3 --carry-to 2026-Q4      and carry on what is not finished
  okr cycle close 2026-Q3 --force                 although not everything is scored")]
pub struct Args {
    /// The cycle [default: the current one]
    id: Option<String>,
    /// Carry every objective that is open and not done into this cycle
    #[arg(long, value_name = "CYCLE")]
    carry_to: Option<CycleId>,
    /// With --carry-to: start from today's values
    #[arg(long, requires = "carry_to")]
    rebase: bool,
    /// Close it although objectives are not scored
    #[arg(long)]
    force: bool,
}

/// How many names a message holds.
const MOST_NAMES: usize = 10;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    desk.ready_to_write()?;
    let cycle = match &args.id {
        Some(text) => desk.named_cycle(&text.parse().map_err(|why| bad_key(say!(in "key", "cycle"), text, &why))?)?,
        None => desk.cycle(desk.today())?,
    };
    cycle_is_open(&desk, &cycle.id)?;
    let unscored = unscored(&desk, cycle)?;
    if !unscored.is_empty() && !args.force {
        return Err(refused(cycle, &unscored));
    }
    let carrying = args.carry_to.as_ref().map(|to| {
        let all = Carrying::unfinished(&desk, &cycle.id);
        Carrying::plan(&desk, &all, to, args.rebase)
    });
    let carried = carrying.transpose()?;
    let mut file = Definition::open_file(&desk, layout::cycle_file(&cycle.id))?;
    let day = Yaml::Literal(desk.today().to_string());
    file.set(&[Step::key("closed")], &day, &["title", "start", "end", "closed"])?;
    let mut change = desk.change(format!("cycle close {}", cycle.id));
    let copies = carried.map(|carrying| carrying.enter(&mut change)).transpose()?;
    change.part();
    file.enter(&mut change);
    desk.make(change, lock)?;
    for copy in copies.iter().flatten() {
        copy.said(&desk)?;
    }
    if desk.today() <= cycle.end {
        ctx.ui.warning(&say!("{cycle} ends on {day} only", cycle = &cycle.id, day = cycle.end));
    }
    let mut line = vec![words::verb(say!("closed")), Span::reference(cycle.id.to_string())];
    if !unscored.is_empty() {
        line.push(Span::dim(say!(
            "  {objectives} not scored",
            objectives = count!(unscored.len(), "objective is", "objectives are")
        )));
    }
    ctx.ui.done(&line)?;
    Ok(Exit::Done)
}

/// The objectives that are neither scored nor abandoned.
fn unscored(desk: &Desk, cycle: &Cycle) -> Result<Vec<ObjectiveRef>, Failure> {
    let snapshot = desk.load(&cycle.id);
    if desk.report_snapshot(snapshot) {
        return Err(Failure::store(say!(
            "{cycle} cannot be closed while something in it cannot be read",
            cycle = &cycle.id
        )));
    }
    let assessment = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
    let of_cycle = snapshot.of_cycle(&cycle.id);
    let left = of_cycle.filter(|(at, record)| {
        let scored = in_force(&given(record, None, &snapshot.org, &assessment.moment)).is_some();
        assessment.objectives[*at].counts() && !scored
    });
    Ok(left.map(|(_, record)| record.reference.clone()).collect())
}

fn refused(cycle: &Cycle, unscored: &[ObjectiveRef]) -> Failure {
    let mut names: Vec<String> = unscored.iter().take(MOST_NAMES).map(ObjectiveRef::in_cycle).collect();
    if unscored.len() > MOST_NAMES {
        names.push(say!("{count} more", count = unscored.len() - MOST_NAMES));
    }
    let first = unscored.first().map(ToString::to_string).unwrap_or_default();
    let why = match names.as_slice() {
        [objective] => say!("{objective} is not scored; {cycle} stays open", objective, cycle = &cycle.id),
        _ => say!("{objectives} are not scored; {cycle} stays open", objectives = list(&names), cycle = &cycle.id),
    };
    Failure::usage(why).hint(say!(
        "okr score {objective} --suggested, or okr abandon {objective}; --force closes it all the same",
        objective = first
    ))
}
