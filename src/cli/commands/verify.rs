//! `okr verify`.

use clap::Args as ClapArgs;

use super::check::english;
use crate::check::{Finding, Severities};
use crate::cli::context::Context;
use crate::cli::desk::{Desk, ReadingDesk};
use crate::cli::error::{Exit, Failure};
use crate::cli::findings::{Telling, told};
use crate::cli::global;
use crate::cli::since::failure;
use crate::cli::verified::{Wording, by_id};
use crate::cli::words::note;
use crate::git::verify::{Added, Growth, Loss, State, added, growth, target_changes};
use crate::git::{Listing, Range, Revision, RevisionError, former_folders};
use crate::language::{count, say};
use crate::model::{Event, Header};
use crate::report::Verified;
use crate::store::{ObjectFormat, Store};
use crate::view;

/// Verify that the history only grew since a revision
///
/// Compares the commit that REV and what is here have in common with the files on disk, event by event: each must still be there and
/// say the same, in whatever order, file or folder. What is taken as how serious is read from that commit's settings, so that a
/// change cannot switch off what guards it. Exits with 1 if there is an error.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr verify --base main
  okr verify --base origin/main --signed-by-author --owners     in a pull request's checks
  okr verify --base v1 --rev v2                                 between two tags
  okr verify --base HEAD                                        what is not committed yet
  okr verify --base origin/main --format github --deny-warnings")]
pub struct Args {
    /// The commit, tag or branch whose history must still be there
    #[arg(long, value_name = "REV")]
    base: String,
    /// Look at this commit, tag or branch instead of the files on disk
    #[arg(long, value_name = "GIT_REV")]
    rev: Option<String>,
    /// Every new event must be by the author of the commit that adds it, by e-mail address
    #[arg(long)]
    signed_by_author: bool,
    /// Only owners, and those who lead their units, may check in, score, change and end
    #[arg(long)]
    owners: bool,
    #[command(flatten)]
    telling: Telling,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let reading = global::Past { rev: args.rev.clone(), as_of: None };
    let desk = Desk::open_for(ctx, &reading)?;
    let moment = desk.moment(&reading)?;
    let lost = desk.report_header();
    let range = Range::between(desk.root(), &args.base, args.rev.as_deref().unwrap_or("HEAD"))
        .map_err(|why| failure(why, &args.base))?;
    let past = Past::open(&desk, &range).map_err(|why| failure(why.into(), &args.base))?;
    let header = past.store.as_ref().map_or_else(|| desk.header().clone(), Store::header);
    let zone = header.settings.time_zone;
    let states = past.states(&desk, args, &range).map_err(|why| failure(why.into(), &args.base))?;
    let growth = growth(&states.0, &states.1, zone).map_err(|why| failure(why, &args.base))?;
    let targets = target_changes(&states.0, &states.1, &growth, &header.cycles, moment.day, zone);
    let added = match args.signed_by_author {
        true => added(desk.root(), &range, zone).map_err(|why| failure(why, &args.base))?,
        false => Vec::new(),
    };
    remarks(&desk, args, &past, &range, &growth, &added);
    let _english = english(&args.telling);
    let words = past.wording(&desk, args, &range, &header);
    let mut found = words.losses(&growth);
    found.extend(words.late_targets(&targets));
    if args.signed_by_author {
        found.extend(words.unsigned(&growth, &added));
    }
    if args.owners {
        found.extend(words.unowned(&growth));
    }
    let report = report(args, &range, &growth, found, &header, moment.day);
    let exit = args.telling.print_as(ctx, &report.findings, &report, |laid| view::verified(&report, laid))?;
    Ok(if exit == Exit::Done { super::exit(lost) } else { exit })
}

/// The store as it was.
struct Past {
    /// None where there was no store yet.
    store: Option<Store>,
    listing: Listing,
}

impl Past {
    fn open(desk: &ReadingDesk, range: &Range) -> Result<Self, RevisionError> {
        match Revision::open(desk.root(), &range.short) {
            Ok(revision) => Ok(Self::of(revision)),
            // It may have been in another folder then.
            Err(RevisionError::NoStore { .. }) => {
                let former = former_folders(desk.root(), &range.base, &range.head)?;
                let Some(folder) = former.into_iter().next() else {
                    return Ok(Self { store: None, listing: Listing::default() });
                };
                Ok(Self::of(Revision::open_in(desk.root(), &range.short, folder)?))
            }
            Err(why) => Err(why),
        }
    }

    fn of(revision: Revision) -> Self {
        let listing = Listing::of(&revision, revision.format());
        Self { store: Some(Store::new(revision)), listing }
    }

    /// The store as it was, and as it is.
    fn states<'a>(
        &'a self,
        desk: &'a ReadingDesk,
        args: &Args,
        range: &Range,
    ) -> Result<(State<'a>, State<'a>), RevisionError> {
        let root = desk.root();
        let format = ObjectFormat::of_name(&range.base);
        let now = match &args.rev {
            Some(_) => Listing::of(desk.store.source(), format),
            None => Listing::on_disk(root, desk.store.source(), format)?,
        };
        let past = State::new(root, self.store.as_ref().unwrap_or(&desk.store), self.listing.clone())?;
        Ok((past, State::new(root, &desk.store, now)?))
    }

    fn wording<'a>(&'a self, desk: &'a ReadingDesk, args: &Args, range: &'a Range, header: &Header) -> Wording<'a> {
        let prefix = if args.telling.is_for_a_host() { desk.repository_prefix() } else { None };
        let cycle = desk.cycle_quietly().or_else(|| header.cycles.first().map(|cycle| cycle.id.clone()));
        Wording { desk, base: self.store.as_ref().map(Store::source), commit: &range.short, prefix, cycle }
    }
}

/// What is no finding, and worth knowing.
fn remarks(desk: &ReadingDesk, args: &Args, past: &Past, range: &Range, growth: &Growth, added: &[Added]) {
    let say = |text: String| desk.ctx.ui.say(&note(&text));
    if past.store.is_none() {
        say(say!(
            "{base} ({commit}) holds no store here yet, so everything is new",
            base = args.base,
            commit = range.short
        ));
    }
    if !growth.withdrawn.is_empty() {
        let names: Vec<String> = growth.withdrawn.iter().map(|objective| objective.in_cycle()).collect();
        let names = crate::language::list(&names);
        say(say!("removed before anybody had checked in, which is no loss: {names}", names));
    }
    if growth.comments > 0 {
        say(count!(
            growth.comments,
            "line of comment is gone from the histories",
            "lines of comment are gone from the histories"
        ));
    }
    if args.signed_by_author && args.rev.is_none() {
        let by_id = by_id(added);
        let signed = |event: &Event| by_id.get(&event.id).is_some_and(|all| all.iter().any(|one| one.event == *event));
        let loose = growth.new.iter().filter(|new| !signed(&new.event)).count();
        if loose > 0 {
            say(count!(
                loose,
                "event is not committed yet, and signed by nobody",
                "events are not committed yet, and signed by nobody"
            ));
        }
    }
}

fn report(
    args: &Args,
    range: &Range,
    growth: &Growth,
    found: Vec<Finding>,
    header: &Header,
    today: chrono::NaiveDate,
) -> Verified {
    let (mut changed, mut removed) = (0, 0);
    for loss in &growth.losses {
        match loss {
            Loss::Edited { .. } | Loss::Spoilt { .. } => changed += 1,
            Loss::Closed { events, .. } => changed += events,
            Loss::Gone { .. } | Loss::Elsewhere { .. } => removed += 1,
            Loss::Removed { events, .. } => removed += events,
            Loss::LineGone { .. } => {}
        }
    }
    let (histories, events, new) = (growth.histories, growth.events, growth.new.len());
    let none = |number: usize| if number == 0 { say!(in "number", "none").to_owned() } else { number.to_string() };
    let looked_at = say!(
        "{events} in {histories} since {base} ({commit}): {changed} changed, {removed} removed, {new} new",
        events = count!(events, "event", "events"),
        histories = count!(histories, "history", "histories"),
        base = args.base,
        commit = range.short,
        changed = none(changed),
        removed = none(removed),
        new,
    );
    let found = Severities::of(&header.settings).applied(found);
    let (base, merge_base) = (args.base.clone(), range.short.clone());
    Verified { findings: told(found, today, looked_at), base, merge_base, histories, events, changed, removed, new }
}
