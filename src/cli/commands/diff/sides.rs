//! The two states of the store, opened and read as far as they differ.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::range::State;
use crate::analysis::earlier;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::since::failure;
use crate::cli::words::note;
use crate::git::{Range, Revision, RevisionError, left_out};
use crate::language::say;
use crate::model::{CycleId, Header, Moment, ObjectiveRef, Record, RollUp, Snapshot};
use crate::report::{Point, Unread, WORKING_TREE};
use crate::store::{Compared, Nothing, ObjectFormat, Side, Store, compare, layout};

/// A state that was opened: its files can be read, none of its objectives was yet.
pub struct Opened {
    pub point: Point,
    pub moment: Moment,
    pub header: Header,
    store: Store,
    /// How its repository names objects.
    format: Option<ObjectFormat>,
    /// Whether it is the disk, at a moment.
    disk: bool,
}

/// Both states, as far as they differ.
pub struct Both {
    pub before: Snapshot,
    pub after: Snapshot,
    pub candidates: Vec<ObjectiveRef>,
    pub unread: Vec<Unread>,
}

/// Opens a state of the store that is in a folder today.
///
/// # Errors
/// When Git knows no such revision, or two have no commit in common.
pub fn open(desk: &Desk, root: &Path, state: &State) -> Result<Opened, Failure> {
    let zone = desk.settings().time_zone;
    let now = Moment::at(desk.ctx.now, zone);
    let on_disk = |name: String, moment: Moment| Opened {
        point: Point { name, commit: None, day: moment.day },
        moment,
        header: desk.header().clone(),
        store: desk.on_disk(),
        format: None,
        disk: true,
    };
    match state {
        State::Disk => Ok(on_disk(WORKING_TREE.to_owned(), now)),
        State::Day(day) if *day > now.day => Err(Failure::usage(say!("{day} is still to come", day))),
        State::Day(day) => Ok(on_disk(day.to_string(), Moment::end_of(*day, zone))),
        State::Revision(rev) => revision(desk, root, rev, rev),
        State::Base(a, b) => {
            let range = Range::between(root, a, b).map_err(|why| failure(why, a))?;
            revision(desk, root, &range.short, &format!("{a}...{b}"))
        }
    }
}

fn revision(desk: &Desk, root: &Path, rev: &str, name: &str) -> Result<Opened, Failure> {
    let revision = match Revision::open(root, rev) {
        Ok(revision) => revision,
        Err(RevisionError::NoStore { path, .. }) => return nothing(desk, rev, name, &path),
        Err(why) => return Err(why.into()),
    };
    let (commit, committed, format) = (revision.commit().to_owned(), revision.committed(), revision.format());
    let store = Store::new(revision);
    let header = store.header();
    let zone = header.settings.time_zone;
    Ok(Opened {
        point: Point { name: name.to_owned(), commit: Some(commit), day: Moment::at(committed, zone).day },
        // All that a revision holds has happened: what a commit's date cannot know is no reason to hide it.
        moment: Moment::at(desk.ctx.now.max(committed), zone),
        header,
        store,
        format: Some(format),
        disk: false,
    })
}

/// A revision from before there was a store: everything is new beside it.
fn nothing(desk: &Desk, rev: &str, name: &str, path: &str) -> Result<Opened, Failure> {
    desk.ctx.ui.say(&note(&say!("{name} holds no {path}; it is compared as a store with nothing in it", name, path)));
    let moment = Moment::at(desk.ctx.now, desk.settings().time_zone);
    let header = Header { settings: desk.settings().clone(), ..Header::default() };
    Ok(Opened {
        point: Point { name: name.to_owned(), commit: None, day: moment.day },
        moment,
        header,
        store: Store::new(Nothing(rev.to_owned())),
        format: None,
        disk: false,
    })
}

/// Reads both states as far as they differ.
pub fn read(root: &Path, before: &Opened, after: &Opened) -> Both {
    if before.disk && after.disk {
        return of_days(before, after);
    }
    let cycles = cycles(before, after);
    let side = |opened: &Opened| -> (Header, Vec<CycleId>) {
        let known = opened.header.cycles.iter().map(|cycle| cycle.id.clone());
        (opened.header.clone(), known.filter(|id| cycles.contains(id)).collect())
    };
    let (old, new) = (side(before), side(after));
    let format = before.format.or(after.format).unwrap_or_default();
    let Compared { before: old, after: new, differing, unread_before, unread_after } = compare(
        Side { store: &before.store, header: old.0, cycles: old.1 },
        Side { store: &after.store, header: new.0, cycles: new.1 },
        format,
        |lacking| if after.disk { elsewhere(root, lacking) } else { HashSet::new() },
    );
    let unread = |all: Vec<ObjectiveRef>, side| all.into_iter().map(move |reference| Unread { reference, side });
    let unread = unread(unread_before, "before").chain(unread(unread_after, "after")).collect();
    Both { before: old, after: new, candidates: differing, unread }
}

/// Cycles whose files can be read wherever they are: one that is damaged on a side did not come or go.
fn cycles(before: &Opened, after: &Opened) -> BTreeSet<CycleId> {
    let known =
        |opened: &Opened| -> BTreeSet<CycleId> { opened.header.cycles.iter().map(|cycle| cycle.id.clone()).collect() };
    let damaged = |opened: &Opened| -> BTreeSet<CycleId> {
        let readable = known(opened);
        opened.store.cycle_ids().into_iter().filter(|id| !readable.contains(id)).collect()
    };
    let (lost, all) = (&damaged(before) | &damaged(after), &known(before) | &known(after));
    &all - &lost
}

/// Those whose files a sparse checkout leaves out.
fn elsewhere(root: &Path, lacking: &[ObjectiveRef]) -> HashSet<ObjectiveRef> {
    let left_out: HashSet<String> = left_out(root).unwrap_or_default().into_iter().map(|file| file.path).collect();
    let all = lacking.iter().filter(|reference| left_out.contains(&layout::objective_file(reference)));
    all.cloned().collect()
}

/// The disk at two moments: read once, and each time taken back to its day. Only what something happened to between the two
/// is looked at, and what the figures of that need.
fn of_days(before: &Opened, after: &Opened) -> Both {
    let mut all = after.store.load_all(after.header.clone());
    let (from, to) = (&before.moment, &after.moment);
    let between = |at| to.has_seen(at) != from.has_seen(at);
    let eventful = |record: &Record| record.events.iter().any(|event| between(event.at));
    let mut candidates: Vec<ObjectiveRef> =
        all.objectives.iter().filter(|record| eventful(record)).map(|record| record.reference.clone()).collect();
    let rolled_up =
        all.objectives.iter().filter(|record| eventful(record)).any(|record| record.objective.is_rolled_up());
    if all.settings.rollup == RollUp::KeyResults && !rolled_up {
        all.objectives.retain(eventful);
    }
    let mut old = all.clone();
    old.damages.clear();
    candidates.extend(back_to(&mut old, from));
    candidates.extend(back_to(&mut all, to));
    candidates.sort();
    candidates.dedup();
    Both { before: old, after: all, candidates, unread: Vec::new() }
}

/// Takes a snapshot back to a moment. The names under which objectives stood then that are others now.
fn back_to(snapshot: &mut Snapshot, moment: &Moment) -> Vec<ObjectiveRef> {
    let mut moved = Vec::new();
    for record in std::mem::take(&mut snapshot.objectives) {
        let untouched = record.events.last().is_none_or(|event| moment.has_seen(event.at));
        let name = record.reference.clone();
        let then = if untouched { Some(record) } else { earlier(&record, moment) };
        if let Some(then) = then {
            moved.extend((then.reference != name).then(|| then.reference.clone()));
            snapshot.objectives.push(then);
        }
    }
    snapshot.objectives.sort_by(|a, b| a.reference.cmp(&b.reference));
    moved
}
