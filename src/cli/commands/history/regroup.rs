//! What `okr history split` and `okr history join` have in common.

use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::{count, say};
use crate::model::{Damage, HistoryLayout, Loss, Problem};
use crate::store::edit::{Step, Yaml};
use crate::store::{Regrouped, SETTINGS_KEYS, layout};
use crate::view::Span;

/// Regroups all histories of the store, then says so in its settings: what is written meanwhile is in a file that is read.
pub fn regroup(ctx: &Context, to: HistoryLayout, dry: bool) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    refuse_damage(&desk)?;
    let zone = desk.settings().time_zone;
    let mut total = Regrouped::default();
    let mut objectives = 0;
    for (objective, histories) in desk.store.histories() {
        let done = if dry {
            let dry = desk.store.regroup_dry(&objective, &histories, to, zone);
            dry.map_err(|why| Failure::store(say!("the history of {objective}: {why}", objective = &objective, why)))?
        } else {
            let change = desk.change(format!("history {} of {objective}", verb(to)));
            desk.writer().regroup(&objective, &histories, to, zone, (change, &lock)).map_err(|why| {
                Failure::store(why.to_string())
                    .hint(say!("no event is lost; run the command again, and it goes on from there"))
            })?
        };
        objectives += usize::from(done.events > 0);
        total.events += done.events;
        total.stay += done.stay;
        total.files.extend(done.files);
        total.left.extend(done.left);
    }
    let setting = setting(&desk, to, dry)?;
    drop(lock);
    said(&desk, &total, objectives, setting.then_some(to), dry)?;
    Ok(Exit::Done)
}

/// What cannot be read cannot be moved, and what is moved must be read as it was.
pub fn refuse_damage(desk: &Desk) -> Result<(), Failure> {
    let snapshot = desk.load_all();
    let lost = |damage: &&Damage| damage.loss != Loss::Detail || damage.problem == Problem::Orphan;
    let damages: Vec<Damage> = snapshot.damages.iter().filter(lost).cloned().collect();
    if damages.is_empty() {
        return Ok(());
    }
    desk.report(&damages);
    Err(Failure::store(say!(
        "{damages} to be mended first; nothing was changed",
        damages = count!(damages.len(), "damage has", "damages have")
    )))
}

fn verb(to: HistoryLayout) -> &'static str {
    match to {
        HistoryLayout::PerObjective => "join",
        HistoryLayout::PerAuthor => "split",
    }
}

fn value_of(layout: HistoryLayout) -> &'static str {
    match layout {
        HistoryLayout::PerObjective => "per-objective",
        HistoryLayout::PerAuthor => "per-author",
    }
}

/// Sets `history` in the settings. Whether it was something else.
fn setting(desk: &Desk, to: HistoryLayout, dry: bool) -> Result<bool, Failure> {
    if desk.settings().history == to {
        return Ok(false);
    }
    if !dry {
        let mut file = Definition::open_file(desk, layout::SETTINGS.to_owned())?;
        let path = [Step::key("history")];
        file.set(&path, &Yaml::text(value_of(to)), SETTINGS_KEYS)?;
        file.write()?;
    }
    Ok(true)
}

fn said(
    desk: &Desk,
    total: &Regrouped,
    objectives: usize,
    set: Option<HistoryLayout>,
    dry: bool,
) -> Result<(), Failure> {
    let ctx = desk.ctx;
    if total.files.is_empty() && set.is_none() && total.left.is_empty() {
        ctx.ui.done(&[Span::plain(say!("the histories are so already; nothing was changed"))])?;
        return Ok(());
    }
    let would = |done: &'static str, dry_words: &'static str| words::verb(if dry { dry_words } else { done });
    if total.events > 0 {
        ctx.ui.done(&[
            would(say!("moved"), say!("would move")),
            Span::strong(count!(total.events, "event", "events")),
            Span::plain(say!(
                " of {objectives} into {files}",
                objectives = count!(objectives, "objective", "objectives"),
                files = count!(total.files.len(), "file", "files")
            )),
        ])?;
    }
    if total.stay > 0 {
        let stay = count!(total.stay, "event stays", "events stay");
        ctx.ui.say(&words::note(&say!("{events} in the common file: by says nobody's key", events = stay)));
    }
    for path in &total.left {
        let file = desk.store.source().shown(path);
        ctx.ui.say(&words::note(&say!(
            "{file} stays as it is: its items do not begin with - at the start of a line",
            file
        )));
    }
    if let Some(to) = set {
        let settings = desk.store.source().shown(layout::SETTINGS);
        ctx.ui.done(&[
            would(say!("set"), say!("would set")),
            Span::strong(format!("history: {}", value_of(to))),
            Span::plain(say!(" in {file}", file = settings)),
        ])?;
    }
    if !dry && total.events > 0 {
        ctx.ui.hint(say!(
            "commit this before others check in; a branch begun before may have to be told which file stays"
        ));
    }
    Ok(())
}
