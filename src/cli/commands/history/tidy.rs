//! `okr history tidy`.

use clap::Args as ClapArgs;

use super::regroup::refuse_damage;
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::{count, say};
use crate::view::Span;

/// Take up what moved objectives left behind
///
/// In a Git repository, okr move leaves an objective's history at its old place too: a branch that does not know yet that
/// it moved goes on adding check-ins there, and that merges without a conflict. They count, wherever they stand. Once such
/// branches are merged, this puts them into the history at the new place and removes the old files.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr history tidy --dry-run
  okr history tidy")]
pub struct Args {
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    refuse_damage(&desk)?;
    let zone = desk.settings().time_zone;
    let (mut files, mut events, mut stay) = (0, 0, Vec::new());
    for (objective, _) in desk.store.histories() {
        for former in desk.store.read(&objective, zone).followed {
            let left = desk.store.left_at(&former);
            let change = (!args.dry_run).then(|| desk.change(format!("history tidy of {objective}")));
            let done = desk.writer().tidy(&objective, &former, &left, change, &lock).map_err(|why| {
                Failure::store(why.to_string())
                    .hint(say!("no event is lost; run the command again, and it goes on from there"))
            })?;
            files += done.files.len();
            events += done.events;
            stay.extend(done.left);
        }
    }
    drop(lock);
    for path in stay {
        let file = desk.store.source().shown(&path);
        ctx.ui.say(&words::note(&say!("{file} stays: its items do not begin with - at the start of a line", file)));
    }
    if files == 0 {
        ctx.ui.done(&[Span::plain(say!("no moved objective left anything behind; nothing was changed"))])?;
        return Ok(Exit::Done);
    }
    let took = if events == 0 {
        say!("; all of it stood at the new place").to_owned()
    } else {
        say!("; {events} of other branches went along", events = count!(events, "event", "events"))
    };
    ctx.ui.done(&[
        words::verb(if args.dry_run { say!("would remove") } else { say!("removed") }),
        Span::strong(count!(files, "old history", "old histories")),
        Span::plain(took),
    ])?;
    Ok(Exit::Done)
}
