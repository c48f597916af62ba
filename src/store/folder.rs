//! What stands in a cycle's and an owner's folder: names only, no file is read.

use std::io;

use super::cache::Stamp;
use super::layout::{self, FileKind};
use super::load::{Files, Store};
use super::source::{Entry, EntryKind};
use crate::model::{CycleId, Damage, Loss, ObjectiveRef, OwnerKey, Problem, Slug, map_long};

impl Store {
    /// The owners with a folder in a cycle.
    pub fn owners(&self, cycle: &CycleId) -> Vec<OwnerKey> {
        self.owners_and_links(cycle, &mut Vec::new())
    }

    /// Whether several owners have a folder in a cycle. No more names are looked at than it takes.
    pub fn has_owners(&self, cycle: &CycleId) -> bool {
        let is_owner = |entry: &Entry| entry.kind == EntryKind::Folder && entry.name.parse::<OwnerKey>().is_ok();
        self.source().holds_two(cycle.as_str(), &is_owner)
    }

    /// The owners with a folder in a cycle. What is called like one and is a link is not followed, and that is said.
    pub(super) fn owners_and_links(&self, cycle: &CycleId, damages: &mut Vec<Damage>) -> Vec<OwnerKey> {
        let mut owners = Vec::new();
        for Entry { name, kind } in self.source().list(cycle.as_str()).unwrap_or_default() {
            match (kind, name.parse::<OwnerKey>()) {
                (EntryKind::Folder, Ok(owner)) => owners.push(owner),
                (EntryKind::Other, Ok(_)) => {
                    let path = format!("{cycle}/{name}");
                    damages.push(self.damage(&path, None, Problem::NotAFolder, Loss::Objective));
                }
                _ => {}
            }
        }
        owners
    }

    /// The names of all objectives of a cycle, in order; no file is read.
    pub fn names(&self, cycle: &CycleId) -> Vec<ObjectiveRef> {
        let files = map_long(&self.owners(cycle), |owner| self.files_of(cycle, owner, &mut Vec::new()));
        files.into_iter().flatten().filter(|files| files.defined).map(|files| files.reference).collect()
    }

    /// Whether there is an objective of that name.
    pub fn has(&self, objective: &ObjectiveRef) -> bool {
        self.source().has(&layout::objective_file(objective))
    }

    /// The history files of an objective, by their paths below the store.
    pub fn histories_beside(&self, objective: &ObjectiveRef) -> Vec<String> {
        self.beside(objective).map(|files| files.histories).unwrap_or_default()
    }

    /// The files of an objective.
    pub(super) fn beside(&self, objective: &ObjectiveRef) -> Option<Files> {
        let all = self.files_of(&objective.cycle, &objective.owner, &mut Vec::new());
        all.into_iter().find(|files| &files.reference == objective)
    }

    /// Whether one of an objective's files went since they were listed.
    pub(super) fn misses(&self, files: &Files) -> bool {
        files.paths().any(|path| !self.source().has(&path))
    }

    /// The objectives in an owner's folder, in order, with their histories.
    pub(super) fn files_of(&self, cycle: &CycleId, owner: &OwnerKey, damages: &mut Vec<Damage>) -> Vec<Files> {
        let folder = layout::owner_folder(cycle, owner);
        let unstamped = |entries: Vec<Entry>| entries.into_iter().map(|entry| (entry, None)).collect();
        self.sorted_out(cycle, owner, self.source().list(&folder).map(unstamped), damages)
    }

    /// The same with the stamps of each objective's files.
    pub(super) fn stamped_files_of(&self, cycle: &CycleId, owner: &OwnerKey, damages: &mut Vec<Damage>) -> Vec<Files> {
        let folder = layout::owner_folder(cycle, owner);
        self.sorted_out(cycle, owner, self.source().list_stamped(&folder), damages)
    }

    fn sorted_out(
        &self,
        cycle: &CycleId,
        owner: &OwnerKey,
        entries: io::Result<Vec<(Entry, Option<Stamp>)>>,
        damages: &mut Vec<Damage>,
    ) -> Vec<Files> {
        let folder = layout::owner_folder(cycle, owner);
        let entries = match entries {
            Ok(entries) => entries,
            Err(why) => {
                damages.push(self.damage(&folder, None, Problem::Unreadable(why.to_string()), Loss::Objective));
                return Vec::new();
            }
        };
        let mut found: Vec<Files> = Vec::with_capacity(entries.len() / 2);
        let mut of = |slug: Slug, add: &dyn Fn(&mut Files)| {
            // All names of an objective begin with its slug and a full stop, so they come one after the other.
            if found.last().is_none_or(|files| files.reference.slug != slug) {
                found.push(Files::none_of(ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug }));
            }
            found.last_mut().into_iter().for_each(add);
        };
        for (entry, stamp) in entries {
            let path = || [folder.as_str(), "/", &entry.name].concat();
            let kind = layout::classify(&entry.name);
            if entry.kind != EntryKind::File && kind != FileKind::Foreign {
                damages.push(self.damage(&path(), None, Problem::NotAFile, Loss::Objective));
                continue;
            }
            match kind {
                FileKind::Objective(slug) => of(slug, &|files| {
                    files.defined = true;
                    // The definition's comes first.
                    stamp.into_iter().for_each(|stamp| files.stamps.insert(0, stamp));
                }),
                FileKind::History { slug, .. } => of(slug, &|files| {
                    files.histories.push(path());
                    files.stamps.extend(stamp);
                }),
                FileKind::Misnamed(why) => {
                    let problem = Problem::BadName { why: why.to_string() };
                    damages.push(self.damage(&path(), None, problem, Loss::Objective));
                }
                FileKind::Foreign => {}
            }
        }
        // By name a hyphen comes before a full stop, by slug it does not.
        found.sort_by(|a, b| a.reference.slug.cmp(&b.reference.slug));
        found
    }
}
