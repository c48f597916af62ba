//! `okr move`.

use clap::Args as ClapArgs;

use crate::analysis::align;
use crate::cli::context::Context;
use crate::cli::definition::{Definition, OBJECTIVE_KEYS};
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Exit, Failure};
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::git::is_committed;
use crate::language::{count, say};
use crate::model::{ObjectiveRef, OwnerKey, Slug};
use crate::store::edit::{Step, Yaml};
use crate::store::layout;
use crate::view::Span;

/// Give an objective to another owner, or another name
///
/// Its history goes along, and what aligns to it follows.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr move tickets --owner bo
  okr move make-renewing-obvious --slug renewing")]
pub struct Args {
    /// The objective
    #[arg(value_name = "REF")]
    objective: String,
    /// The new owner
    #[arg(long, value_name = "KEY", required_unless_present = "slug")]
    owner: Option<OwnerKey>,
    /// The new name
    #[arg(long, value_name = "NAME")]
    slug: Option<Slug>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let from = desk.find_objective(&args.objective)?;
    let to = ObjectiveRef {
        cycle: from.cycle.clone(),
        owner: args.owner.clone().unwrap_or_else(|| from.owner.clone()),
        slug: args.slug.clone().unwrap_or_else(|| from.slug.clone()),
    };
    if from == to {
        ctx.ui.done(&[Span::plain(say!("{name} is so already; nothing was changed", name = from.in_cycle()))])?;
        return Ok(Exit::Done);
    }
    let mut recorder = Recorder::new(&desk, None)?;
    cycle_is_open(&desk, &from.cycle)?;
    if desk.store.has(&to) {
        return Err(Failure::usage(say!("there is an objective {name} already", name = to.in_cycle()))
            .hint(say!("give it another --slug")));
    }
    let followers = followers(&desk, &from, &to)?;
    let followed = followers.len();
    is_free(&desk, &from, &to)?;
    let shared = is_committed(desk.root(), &layout::objective_file(&from));
    let mut change = desk.change(format!("move {} to {}", from.in_cycle(), to.in_cycle()));
    let left = desk.writer().note_move(&mut change, &from, &to, shared)?;
    recorder.edited(&to, "ref", Some(from.in_cycle()), Some(to.in_cycle()))?;
    recorder.enter(&mut change)?;
    for follower in followers {
        change.part();
        follower.enter(&mut change);
    }
    desk.make(change, lock)?;
    let mut line = vec![
        words::verb(say!("moved")),
        Span::reference(from.in_cycle()),
        Span::plain(say!(" to ")),
        Span::reference(to.in_cycle()),
    ];
    if followed > 0 {
        line.push(Span::dim(say!("; {links} followed", links = count!(followed, "link", "links"))));
    }
    ctx.ui.done(&line)?;
    if left {
        ctx.ui.hint(&say!(
            "what happened to it stays at {place} too, so that check-ins of other branches merge; okr history tidy takes it away",
            place = from.in_cycle()
        ));
    }
    desk.warn_of_stranger(&to.owner);
    Ok(Exit::Done)
}

/// Refuses a place where the history of another objective stands: its events would become this one's.
fn is_free(desk: &Desk, from: &ObjectiveRef, to: &ObjectiveRef) -> Result<(), Failure> {
    let zone = desk.settings().time_zone;
    if desk.store.left_at(to).is_empty() || desk.store.read(from, zone).followed.contains(to) {
        return Ok(());
    }
    Err(Failure::usage(say!("what happened to another objective stands at {place}", place = to.in_cycle()))
        .hint(say!("give it another --slug, or okr history tidy first")))
}

/// The files that align to the objective, with the links changed but not yet written. Links are looked for in all cycles.
fn followers<'d>(desk: &'d Desk<'d>, from: &ObjectiveRef, to: &ObjectiveRef) -> Result<Vec<Definition<'d>>, Failure> {
    let snapshot = desk.load_all();
    let Some(moved) = snapshot.find(from) else { return Ok(Vec::new()) };
    let alignment = align(&snapshot.header, &snapshot.objectives);
    let mut files: Vec<(usize, Definition)> = Vec::new();
    for link in &alignment.down[moved] {
        let record = &snapshot.objectives[link.other];
        let query = &record.objective.aligns_to[link.rank];
        let whole = if record.reference.cycle == to.cycle { to.in_cycle() } else { to.to_string() };
        let target = query.key_result.as_ref().map_or(whole.clone(), |kr| format!("{whole}.{kr}"));
        let at = match files.iter().position(|(other, _)| *other == link.other) {
            Some(at) => at,
            None => {
                files.push((link.other, Definition::open_file(desk, layout::objective_file(&record.reference))?));
                files.len() - 1
            }
        };
        let file = &mut files[at].1;
        let list = [Step::key("aligns_to"), Step::Index(link.rank)];
        // One parent may be written without a list.
        let single = crate::store::edit::length(&file.text, &list[..1]) == 0;
        file.set(if single { &list[..1] } else { &list }, &Yaml::text(&target), OBJECTIVE_KEYS)?;
    }
    Ok(files.into_iter().map(|(_, file)| file).collect())
}
