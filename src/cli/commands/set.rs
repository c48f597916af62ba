//! `okr set`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::definition::{Definition, OBJECTIVE_KEYS};
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::nearest;
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{Kind, Objective, Weight};
use crate::store::edit::{Step, Yaml};
use crate::view::Span;

/// Change a field of an objective
///
/// Fields: title, description, kind (aspirational or committed), weight, tags (separated by commas). An empty VALUE
/// removes the field. Everything else in the file stays as it is.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr set renewing title \"Make renewing the obvious choice\"
  okr set renewing tags retention,product
  okr set renewing description \"\"

okr align changes what it serves, okr kr edit its key results, okr move its owner or name.")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// title, description, kind, weight or tags
    field: String,
    /// The new value; empty removes the field
    #[arg(allow_negative_numbers = true)]
    value: String,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

/// What it sets.
pub const FIELDS: [&str; 5] = ["title", "description", "kind", "weight", "tags"];

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let value = value(args)?;
    let objective = desk.find_objective(&args.objective)?;
    let mut recorder = Recorder::new(&desk, None)?;
    recorder.because(
        args.note
            .as_deref()
            .map(|note| crate::cli::commands::update::text_within_bounds("--note", note))
            .transpose()?,
    );
    let record = desk.record(&objective)?;
    let mut file = Definition::open(&desk, &objective)?;
    let path = [Step::key(&args.field)];
    let before = text_of(&record.objective, &args.field);
    match &value {
        Some(value) => file.set(&path, value, OBJECTIVE_KEYS)?,
        None if before.is_some() => file.remove(&path)?,
        None => {}
    }
    let short = desk.short(&objective.clone().into());
    let mut change = desk.change(format!("set {} {}", objective.in_cycle(), args.field));
    if !file.enter(&mut change) {
        ctx.ui.done(&[Span::plain(say!("{name} is so already; nothing was changed", name = short))])?;
        return Ok(Exit::Done);
    }
    let after = value.as_ref().map(|value| match value {
        Yaml::List(_) => tags(&args.value).join(", "),
        Yaml::Literal(text) => text.clone(),
        _ => args.value.trim().to_owned(),
    });
    recorder.edited(&objective, &args.field, before.clone(), after.clone())?;
    recorder.enter(&mut change)?;
    desk.make(change, lock)?;
    let line = words::from_to(&args.field, before.as_deref(), after.as_deref());
    ctx.ui.done(&[words::verb(say!("changed")), Span::reference(short), Span::plain(line)])?;
    Ok(Exit::Done)
}

fn text_of(objective: &Objective, field: &str) -> Option<String> {
    match field {
        "title" => Some(objective.title.clone()),
        "description" => objective.description.clone(),
        "kind" => (objective.kind != Kind::default()).then(|| objective.kind.as_str().to_owned()),
        "weight" => (objective.weight != Weight::ONE).then(|| objective.weight.get().to_string()),
        _ => (!objective.tags.is_empty()).then(|| objective.tags.join(", ")),
    }
}

fn tags(text: &str) -> Vec<&str> {
    text.split([',', '，', '、']).map(str::trim).filter(|tag| !tag.is_empty()).collect()
}

/// The value as it is to stand in the file; `None` removes the field.
fn value(args: &Args) -> Result<Option<Yaml>, Failure> {
    let text = args.value.trim();
    match args.field.as_str() {
        "title" if text.is_empty() => Err(Failure::usage(say!("an objective needs a title"))),
        "aligns_to" => Err(Failure::usage(say!("what it aligns to is checked first")).hint("okr align REF PARENT…")),
        "key_results" => Err(Failure::usage(say!("key results have commands of their own"))
            .hint(say!("okr kr add, okr kr edit, okr kr remove"))),
        "owner" | "slug" => Err(Failure::usage(say!("owner and name are where the file stands"))
            .hint(say!("okr move REF --owner KEY, or --slug NAME"))),
        field if !FIELDS.contains(&field) => {
            let failure = Failure::usage(say!("an objective has no field {field}", field = format_args!("{field:?}")));
            Err(match nearest(field, FIELDS) {
                Some(near) => failure.hint(say!("did you mean {near}?", near)),
                None => failure.hint(say!("fields: {fields}", fields = FIELDS.join(say!(in "list", ", ")))),
            })
        }
        _ if text.is_empty() => Ok(None),
        "kind" if !matches!(text, "aspirational" | "committed") => {
            Err(Failure::usage(say!("{text} is neither aspirational nor committed", text = format_args!("{text:?}"))))
        }
        "weight" => {
            let weight = text.parse().ok().and_then(|number| Weight::new(number).ok());
            let weight = weight.ok_or_else(|| {
                Failure::usage(say!("{text}: {why}", text = format_args!("{text:?}"), why = crate::model::WeightError))
            })?;
            Ok(Some(Yaml::Literal(weight.get().to_string())))
        }
        "tags" => Ok(Some(Yaml::List(tags(text).into_iter().map(Yaml::text).collect()))),
        _ => Ok(Some(Yaml::text(text))),
    }
}
