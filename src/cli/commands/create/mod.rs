//! `okr create`.

mod questions;

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{CycleId, KeyResultSpec, Kind, ObjectiveRef, OwnerKey, Slug, Weight, What, numbered, slug_of};
use crate::store::compose::{self, NewObjective};
use crate::view::Span;

/// Create an objective
///
/// An objective says what you want to achieve: qualitative, inspiring, within the cycle. Its key results say how you will
/// know: two to five of them, each with a measure.
#[derive(Debug, Clone, ClapArgs)]
#[command(after_help = "A key result is written on one line:
  [ID =] TITLE: FROM -> TO [UNIT]          rises or falls from a start to a target
  [ID =] TITLE: >= N [UNIT] [worst M]      keeps a level; at M it counts 0; also <= N, and >= N <= M
  [ID =] TITLE: done                       happens or not
  [ID =] TITLE: milestones a, b, c         steps, one after the other; each may say *WEIGHT and by DATE
  [ID =] TITLE: aligned                    as far as what aligns to it
Behind any of them: weight N, due DATE, @KEY for who checks it in.

Examples:
  okr create \"Make renewing the obvious choice\" --owner acme \\
      --kr \"nps = NPS rises: 31 -> 50 points\" --kr \"churn = Churn falls: 4.2 -> 2.0 %\"
  okr create \"Answer every ticket within a day\" --align acme/renewing.nps --kr \"First answer: 30 -> 8 hours\"")]
pub struct Args {
    /// What is to be achieved [default: it is asked for]
    title: Option<String>,
    /// Whose it is: the company, a unit or a person [default: you]
    #[arg(long, value_name = "KEY")]
    owner: Option<OwnerKey>,
    /// What it serves: an objective or key result; the first is its place in the tree
    #[arg(long, value_name = "REF")]
    align: Vec<String>,
    /// A key result; repeat for each
    #[arg(long, value_name = "SPEC")]
    kr: Vec<String>,
    /// Why it matters
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// A promise: anything below 100 is a miss
    #[arg(long)]
    committed: bool,
    /// A tag; repeat for several
    #[arg(long)]
    tag: Vec<String>,
    /// How much it counts in what it aligns to
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    weight: Option<f64>,
    /// Its name in references and on disk [default: made from the title]
    #[arg(long)]
    slug: Option<Slug>,
    /// When it was set, if that is past
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if args.title.is_some() {
        return create(ctx, args);
    }
    if !ctx.interactive {
        return Err(Failure::usage(say!("what is to be achieved?"))
            .hint("okr create \"TITLE\" --kr \"TITLE: FROM -> TO UNIT\""));
    }
    // Nobody is held off while somebody thinks.
    match questions::ask(&Desk::open(ctx)?, args)? {
        Some(args) => create(ctx, &args),
        None => {
            ctx.ui.say(&words::note(say!("nothing was created")));
            Ok(Exit::Done)
        }
    }
}

fn create(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let specs: Vec<KeyResultSpec> = args.kr.iter().map(|text| text.parse()).collect::<Result<_, _>>()?;
    let ids = definition::ids(&specs, &[])?;
    let title = args.title.as_deref().map(str::trim).unwrap_or_default();
    if title.is_empty() {
        return Err(Failure::usage(say!("an objective needs a title")));
    }
    let weight =
        args.weight.map(Weight::new).transpose().map_err(|why| Failure::usage(say!("--weight: {why}", why)))?;
    let cycle = desk.cycle(desk.today())?.id.clone();
    let mut recorder = Recorder::new(&desk, args.at.as_deref())?;
    let owner = args.owner.clone().unwrap_or_else(|| recorder.me.clone());
    let reference = name(&desk, &cycle, &owner, args.slug.as_ref(), title)?;
    let aligns_to =
        args.align.iter().map(|text| aligned(&desk, text, &cycle)).collect::<Result<Vec<String>, Failure>>()?;

    let text = compose::objective(NewObjective {
        title,
        description: args.description.as_deref(),
        kind: if args.committed { Kind::Committed } else { Kind::default() },
        aligns_to: &aligns_to,
        weight,
        tags: &args.tag,
        key_results: ids.iter().zip(&specs).map(|(id, spec)| compose::key_result(id, spec)).collect(),
    });
    let event = recorder.event(&reference, What::Create)?;
    let mut change = desk.change(format!("create {}", reference.in_cycle()));
    desk.writer().note_objective(&mut change, &reference, text, &recorder.me, &[event])?;
    desk.make(change, lock)?;
    let short = desk.short(&reference.clone().into());
    ctx.ui.done(&[words::verb(say!("created")), Span::reference(short.clone()), Span::plain(format!("  {title}"))])?;
    desk.warn_of_stranger(&owner);
    specs.iter().filter_map(|spec| spec.owner.as_ref()).for_each(|owner| desk.warn_of_stranger(owner));
    if specs.is_empty() {
        ctx.ui.hint(&say!("how will you know? okr kr add {objective} \"TITLE: FROM -> TO UNIT\"", objective = short));
    }
    Ok(Exit::Done)
}

/// The new objective's name: as asked for, or made from its title and numbered if that is taken.
fn name(
    desk: &Desk,
    cycle: &CycleId,
    owner: &OwnerKey,
    slug: Option<&Slug>,
    title: &str,
) -> Result<ObjectiveRef, Failure> {
    let reference = |slug: Slug| ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug };
    if let Some(slug) = slug {
        let wanted = reference(slug.clone());
        if desk.store.has(&wanted) {
            return Err(Failure::usage(say!("there is an objective {name} already", name = wanted.in_cycle()))
                .hint(say!("give it another --slug")));
        }
        return Ok(wanted);
    }
    let slug = slug_of(title).ok_or_else(|| {
        Failure::usage(say!("no name can be made from this title"))
            .hint(say!("give it one with --slug: a–z, 0–9 and -"))
    })?;
    let candidates = std::iter::once(slug.clone()).chain((2..1000).filter_map(|number| numbered(&slug, number)));
    candidates
        .map(reference)
        .find(|wanted| !desk.store.has(wanted))
        .ok_or_else(|| Failure::usage(say!("a thousand objectives have this title")).hint(say!("give it a --slug")))
}

/// A reference as it is written into `aligns_to`: whole within the cycle, with the cycle where it is another one.
///
/// # Errors
/// When it names no objective or key result.
pub fn aligned(desk: &Desk, text: &str, cycle: &CycleId) -> Result<String, Failure> {
    let (objective, kr) = desk.find(text)?;
    if let Some(id) = &kr {
        let record = desk.record(&objective)?;
        if record.objective.key_result(id).is_none() {
            return Err(crate::cli::objective_meant::no_key_result(
                &objective,
                id,
                record.objective.key_results.iter().map(|kr| &kr.id),
            ));
        }
    }
    let name = if &objective.cycle == cycle { objective.in_cycle() } else { objective.to_string() };
    Ok(kr.map_or(name.clone(), |kr| format!("{name}.{kr}")))
}
