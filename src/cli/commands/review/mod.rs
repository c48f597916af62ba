//! `okr review`.

mod sheet;

use clap::Args as ClapArgs;

use super::update::optional_text;
use crate::analysis::assess;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::editor;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Exit, Failure};
use crate::cli::prompt::{Answer, Question, Step, filled, in_turn};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::{self, say};
use crate::model::{Moment, Record};
use crate::report::ObjectiveReport;
use crate::view::Span;
use sheet::Texts;

/// Record a review of an objective; without REF, print the sheet to hold the review from
///
/// What went well, what is stuck, what comes next: in the middle of a cycle to change course, at its end to learn from it. Without any of the three texts your editor is
/// opened ($VISUAL, $EDITOR), or they are asked for.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr review renewing --went-well \"the offer is out\" --stuck \"no survey yet\" --next \"survey by May\"
  okr review renewing                   opens your editor
  okr review                            the sheet, as okr report review prints it
  okr review renewing --end --next \"keep the offer, drop the survey\"")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: Option<String>,
    /// It is the review in the middle of the cycle [default: until 80 % of it is gone]
    #[arg(long, conflicts_with = "end", requires = "objective")]
    mid: bool,
    /// It is the review at the end of the cycle [default: from then on]
    #[arg(long, requires = "objective")]
    end: bool,
    /// What went well
    #[arg(long, value_name = "TEXT", requires = "objective")]
    went_well: Option<String>,
    /// What is stuck
    #[arg(long, value_name = "TEXT", requires = "objective")]
    stuck: Option<String>,
    /// What comes next
    #[arg(long, value_name = "TEXT", requires = "objective")]
    next: Option<String>,
    /// When it was held, if that is past
    #[arg(long, value_name = "WHEN", requires = "objective")]
    at: Option<String>,
}

/// The share of the cycle up to which a review is one of its middle.
const MIDDLE: f64 = 0.8;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let Some(reference) = &args.objective else {
        return super::report::review::whole(ctx);
    };
    let desk = Desk::open(ctx)?;
    let objective = desk.find_objective(reference)?;
    cycle_is_open(&desk, &objective.cycle)?;
    let given = Texts { went_well: args.went_well.clone(), stuck: args.stuck.clone(), next: args.next.clone() };
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let record = desk.record(&objective)?;
    let at = recorder.moment(None, &record.events)?;
    let moment = Moment::at(at, desk.settings().time_zone);
    let cycle = desk.named_cycle(&objective.cycle)?;
    let middle = args.mid || (!args.end && cycle.elapsed(moment.day).ratio() < MIDDLE);
    let phase = if middle { "mid" } else { "end" };

    let (texts, written) = if !given.is_empty() {
        (checked(given)?, None)
    } else if !ctx.interactive {
        return Err(Failure::usage(say!("what is to be said?")).hint("--went-well TEXT, --stuck TEXT, --next TEXT"));
    } else if let Some(command) = &ctx.env.editor {
        let written = editor::edit(command, "review", &sheet::empty(&report(&desk, &record, moment), phase))?;
        match sheet::read(&written.text).map_err(above).and_then(checked) {
            Ok(texts) => (texts, Some(written)),
            Err(failure) => return Err(written.kept(failure)),
        }
    } else {
        (checked(ask(ctx)?)?, None)
    };
    if texts.is_empty() {
        ctx.ui.say(&words::note(say!("nothing was written, so nothing was recorded")));
        return Ok(Exit::Done);
    }
    let noted = recorder.note_at(&objective, at, texts.event(phase)).and_then(|_| recorder.write());
    if let Err(failure) = noted {
        return Err(match written {
            Some(written) => written.kept(failure),
            None => failure,
        });
    }
    let short = desk.short(&objective.into());
    let when = if middle { say!("in the middle of the cycle") } else { say!("at the end of the cycle") };
    ctx.ui.done(&[words::verb(say!("reviewed")), Span::reference(short), Span::dim(format!("  {when}"))])?;
    Ok(Exit::Done)
}

fn report(desk: &Desk, record: &Record, moment: Moment) -> ObjectiveReport {
    ObjectiveReport::of(&assess(&desk.alone(record.clone()), moment), 0)
}

fn above(text: String) -> Failure {
    let headings = sheet::HEADINGS.map(|heading| format!("## {}", language::text(heading))).join(say!(in "list", ", "));
    let line: String = text.lines().next().unwrap_or_default().chars().take(60).collect();
    Failure::usage(say!("{line} stands above all headings; nothing was recorded", line = format_args!("{line:?}")))
        .hint(say!("write it below one of {headings}", headings = headings))
}

/// The texts as they may be stored.
fn checked(mut texts: Texts) -> Result<Texts, Failure> {
    for (name, text) in texts.each() {
        if let Some(said) = text {
            *said = super::update::text_within_bounds(
                &say!("what is said under {heading}", heading = format_args!("{name:?}")),
                said,
            )?
            .to_owned();
        }
    }
    Ok(texts)
}

/// Asks for the three texts one after the other. Whoever ends it early says nothing.
fn ask(ctx: &Context) -> Result<Texts, Failure> {
    let about = |text: &Option<String>, name: &'static str, help: &'static str| {
        let check = optional_text(name);
        ctx.ui.ask_text(&Question { begun: text.clone(), help, check: &check, ..Question::new(name) })
    };
    let mut texts = Texts::default();
    let steps: [Step<Texts>; 3] = [
        &|texts| {
            Ok(about(&texts.went_well, say!("What went well?"), say!("Enter for nothing, Ctrl-C ends"))?
                .map(|said| texts.went_well = filled(&said)))
        },
        &|texts| {
            Ok(about(&texts.stuck, say!("What is stuck?"), say!("Enter for nothing, Esc goes back"))?
                .map(|said| texts.stuck = filled(&said)))
        },
        &|texts| {
            Ok(about(&texts.next, say!("What comes next?"), say!("Enter for nothing, Esc goes back"))?
                .map(|said| texts.next = filled(&said)))
        },
    ];
    Ok(match in_turn(&mut texts, &steps)? {
        Answer::Said(()) => texts,
        _ => Texts::default(),
    })
}
