//! `okr update`.

mod batch;
mod rows;
mod updating;

use std::path::PathBuf;

use clap::Args as ClapArgs;

pub use self::updating::Updating;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::language::say;
use crate::model::{CheckIn, Confidence, KeyResultId, Record, Status};

/// Check in: a key result's value, how it stands, and how sure you are
///
/// VALUE: 42, 42%, 1.2k, 1_200; +3 or -1.5 for a change (=-1.5 is the value minus 1.5); done or open; a milestone's name.
/// It may be left out where --status, --confidence or --note says something, also of a whole objective.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr update renewing.nps 38 --confidence 7 --note \"new onboarding is live\"
  okr update renewing nps=38 churn=3.1 up=99.45 --status on-track
  okr update renewing.launch beta
  okr update renewing --status at-risk --note \"two people left\"
  okr update renewing.nps 32 --at 2026-10-12
  okr update --from checkins.csv      all rows or none; - reads standard input

Columns (or keys of JSON lines) of --from: ref, value, status, confidence, note, at.")]
pub struct Args {
    /// The key result; or an objective that has only one, or with KR=VALUE behind it
    #[arg(value_name = "REF", required_unless_present = "from")]
    reference: Option<String>,
    /// The value, or KR=VALUE for several
    #[arg(value_name = "VALUE", allow_negative_numbers = true, conflicts_with = "from")]
    values: Vec<String>,
    /// How it stands: on-track, at-risk, off-track or done
    #[arg(long, short)]
    status: Option<Status>,
    /// How sure you are to make it, from 1 to 10
    #[arg(long, short, value_name = "1-10")]
    confidence: Option<Confidence>,
    /// What happened
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
    /// When it was so, if that is past: a day, a day with a time, or RFC 3339
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    /// Take check-ins from a CSV or JSON-lines file; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "reference")]
    from: Option<PathBuf>,
}

/// The longest note, comment or review, in characters.
const MAX_TEXT: usize = 20_000;

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let desk = Desk::open(ctx)?;
    if let Some(file) = &args.from {
        return batch::run(&desk, args, file);
    }
    let reference = args.reference.as_deref().unwrap_or_default();
    let (objective, id) = desk.find(reference)?;
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let mut updating = Updating::open(&desk, objective)?;
    let note = args.note.as_deref().map(|note| text_within_bounds("--note", note)).transpose()?;
    let said = CheckIn {
        status: args.status,
        confidence: args.confidence,
        note: note.map(str::to_owned),
        ..CheckIn::default()
    };
    for (id, value) in targets(&updating.record, id, &args.values, reference, &said)? {
        updating.take(&mut recorder, id, value, &said, None)?;
    }
    recorder.write()?;
    for line in updating.after() {
        ctx.ui.done(&line)?;
    }
    Ok(Exit::Done)
}

/// A text as it may be stored.
///
/// # Errors
/// When it is empty or far too long.
pub fn text_within_bounds<'t>(what: &str, text: &'t str) -> Result<&'t str, Failure> {
    let length = text.chars().count();
    match text.trim() {
        "" => Err(Failure::usage(say!("{what} is empty", what))),
        _ if length > MAX_TEXT => Err(Failure::usage(say!(
            "{what} has {length} characters; {most} are the most",
            what,
            length,
            most = MAX_TEXT
        ))
        .hint(say!("put it into a document and link to that"))),
        trimmed => Ok(trimmed),
    }
}

/// A check of a text that may be left out, as a prompt wants it.
pub fn optional_text(what: &str) -> impl Fn(&str) -> Result<(), Failure> + '_ {
    move |typed| if typed.trim().is_empty() { Ok(()) } else { text_within_bounds(what, typed).map(|_| ()) }
}

type Target<'a> = (Option<KeyResultId>, Option<&'a str>);

/// Which key results are meant, with their values as typed; no key result means the objective as a whole.
fn targets<'a>(
    record: &Record,
    id: Option<KeyResultId>,
    values: &'a [String],
    reference: &str,
    said: &CheckIn,
) -> Result<Vec<Target<'a>>, Failure> {
    let key_results = &record.objective.key_results;
    let name = record.reference.in_cycle();
    let says_something = said.status.is_some() || said.confidence.is_some() || said.note.is_some();
    if id.is_none() && values.iter().any(|value| pair(value).is_some()) {
        let split = |value: &'a String| {
            pair(value).map(|(kr, value)| (Some(kr), Some(value))).ok_or_else(|| {
                Failure::usage(say!("{text} is not KR=VALUE", text = format_args!("{value:?}")))
                    .hint(say!("with several values each is KR=VALUE: nps=38 churn=3.1"))
            })
        };
        return values.iter().map(split).collect();
    }
    match (id, values, key_results.as_slice()) {
        (id, [], _) if says_something => Ok(vec![(id, None)]),
        (Some(id), [value], _) => Ok(vec![(Some(id), Some(value))]),
        (None, [value], [only]) => Ok(vec![(Some(only.id.clone()), Some(value))]),
        (_, [], _) => Err(Failure::usage(say!("what is the value?"))
            .hint(say!("okr update {reference} VALUE, or --status, --confidence, --note", reference))),
        (None, [_], []) => Err(Failure::usage(say!("{objective} has no key results", objective = name))
            .hint(format!("okr kr add {name} \"TITLE: FROM -> TO\""))),
        (None, [value], several) => {
            let ids: Vec<&str> = several.iter().map(|kr| kr.id.as_str()).collect();
            Err(Failure::usage(say!(
                "{objective} has {count} key results: {key_results}",
                objective = name,
                count = ids.len(),
                key_results = ids.join(say!(in "names", ", "))
            ))
            .hint(format!("okr update {reference}.{} {value}", ids[0])))
        }
        (_, _, _) => Err(Failure::usage(say!("one key result takes one value"))
            .hint(say!("several: okr update OBJECTIVE nps=38 churn=3.1"))),
    }
}

/// `nps=38`: a key result and a value. `=-1.5` is a value.
fn pair(text: &str) -> Option<(KeyResultId, &str)> {
    let (kr, value) = text.split_once('=')?;
    Some((kr.trim().parse().ok()?, value))
}
