//! Reading the objectives in one owner's folder, or recalling what an earlier run made of them.

use std::sync::atomic::{AtomicUsize, Ordering};

use compact_str::CompactString;

use super::{Skim, TOLD};
use crate::model::{CycleId, Damage, ObjectiveRef, OwnerKey, Slug, Zone, map_long};
use crate::store::cache::memo::{self, Memo};
use crate::store::cache::{Left, Session, Stamp};
use crate::store::layout;
use crate::store::load::{Files, ReadRecord, Store};
use crate::store::source::EntryKind;

/// So many objectives of a folder are read by one thread before another one may take the next.
const TOGETHER: usize = 32;

/// Whoever waits is told after so many objectives.
const TOLD_EACH: usize = 2_048;

/// What reads objectives.
pub(super) struct Reader<'s, S> {
    pub store: &'s Store,
    pub zone: Zone,
    pub skim: &'s S,
    pub session: Session<'s>,
    /// How many were read.
    pub read: AtomicUsize,
}

/// What came of a folder.
pub(super) struct FolderRead<T> {
    pub own: Vec<T>,
    pub damages: Vec<Damage>,
    /// Histories at places without a definition.
    pub orphans: Vec<Files>,
    /// The places where objectives were before.
    pub followed: Vec<ObjectiveRef>,
    pub left: Left,
}

/// One objective as it was read or recalled.
pub(super) struct One<T> {
    pub own: Option<T>,
    pub damages: Vec<Damage>,
    pub followed: Vec<ObjectiveRef>,
    slug: Slug,
    kept: Kept,
}

/// What another run may know of an objective.
enum Kept {
    /// What is known already.
    Known,
    /// What its files are, and what it may know instead of reading them: nothing if it has to.
    Read { files: Vec<(CompactString, Stamp)>, packed: Vec<u8> },
}

impl<S: Skim> Reader<'_, S> {
    /// Reads the objectives in an owner's folder.
    pub fn folder(&self, cycle: &CycleId, owner: &OwnerKey) -> FolderRead<S::Own> {
        let bytes = self.session.recall(cycle, owner);
        let (known_stamp, memos) = bytes.as_deref().and_then(memo::read).unwrap_or_default();
        let folder = layout::owner_folder(cycle, owner);
        let stamp = if self.session.is_on() { self.store.source().stamp(&folder, EntryKind::Folder) } else { None };
        let place = |slug: &Slug| ObjectiveRef { cycle: cycle.clone(), owner: owner.clone(), slug: slug.clone() };
        if known_stamp.is_some() && known_stamp == stamp {
            let named = |memo: &Memo| self.named(&folder, place(&memo.slug), memo);
            if let Some(all) = self.each(&memos, named) {
                return self.gathered(all, &memos, known_stamp, false);
            }
        }
        let mut damages = Vec::new();
        // What is read tells what it is by itself.
        let files = match memos.is_empty() {
            true => self.store.files_of(cycle, owner, &mut damages),
            false => self.store.stamped_files_of(cycle, owner, &mut damages),
        };
        let (defined, orphans): (Vec<Files>, Vec<Files>) = files.into_iter().partition(|files| files.defined);
        let listed = |files: &Files| {
            let known = of(&memos, &files.reference.slug).and_then(|memo| self.recalled(memo, files));
            Some(known.unwrap_or_else(|| self.one(files)))
        };
        let all = self.each(&defined, listed).unwrap_or_default();
        // What is wrong in a folder is to be told each time, and where a name is not known it has to be listed again.
        let is_known = |one: &One<S::Own>| !matches!(&one.kept, Kept::Read { files, .. } if files.is_empty());
        let told = damages.is_empty() && orphans.is_empty() && all.iter().all(is_known);
        let stamp = stamp.filter(|stamp| told && self.session.may_leave(stamp));
        let mut read = self.gathered(all, &memos, stamp, stamp.is_some());
        read.damages.splice(0..0, damages);
        FolderRead { orphans, ..read }
    }

    /// What `make` makes of each thing, on all processors if they are many; none if it makes nothing of one.
    fn each<T: Sync, R: Send>(&self, all: &[T], make: impl Fn(&T) -> Option<R> + Sync) -> Option<Vec<R>> {
        let together: Vec<&[T]> = all.chunks(TOGETHER).collect();
        let parts = map_long(&together, |part| {
            let made = part.iter().map(&make).collect::<Option<Vec<R>>>();
            self.tell(part.len());
            made
        });
        let mut made = Vec::with_capacity(all.len());
        for part in parts {
            made.extend(part?);
        }
        Some(made)
    }

    fn tell(&self, more: usize) {
        let before = self.read.fetch_add(more, Ordering::Relaxed);
        if before / TOLD_EACH != (before + more) / TOLD_EACH {
            TOLD.get().into_iter().for_each(|tell| tell(before + more));
        }
    }

    /// An objective of a folder in which the names are known; none if there is no such file any more.
    fn named(&self, folder: &str, reference: ObjectiveRef, memo: &Memo) -> Option<One<S::Own>> {
        let mut path = String::with_capacity(folder.len() + memo.slug.as_str().len() + 32);
        let mut stamp = |rest: &CompactString| {
            path.clear();
            path.extend([folder, "/", memo.slug.as_str(), rest]);
            self.store.source().stamp(&path, EntryKind::File)
        };
        if !memo.packed.is_empty()
            && memo.files.iter().all(|(rest, known)| stamp(rest).as_ref() == Some(known))
            && let Some(own) = self.skim.recall(&reference, memo.packed)
        {
            return Some(One::known(reference.slug, own));
        }
        let stamps = memo.files.iter().map(|(rest, _)| stamp(rest)).collect::<Option<Vec<Stamp>>>()?;
        let history = |(rest, _): &(CompactString, Stamp)| [folder, "/", memo.slug.as_str(), rest].concat();
        let histories = memo.files.iter().skip(1).map(history).collect();
        Some(self.one(&Files { reference, defined: true, histories, stamps }))
    }

    /// What is known of an objective, if these files are those of which it is known.
    fn recalled(&self, memo: &Memo, files: &Files) -> Option<One<S::Own>> {
        if memo.packed.is_empty() || names_of(files, &files.stamps) != memo.files {
            return None;
        }
        let own = self.skim.recall(&files.reference, memo.packed)?;
        Some(One::known(memo.slug.clone(), own))
    }

    /// Reads an objective.
    pub fn one(&self, files: &Files) -> One<S::Own> {
        let read = self.store.read_files(files, self.zone, |glance, sound| {
            let settled = |stamps: &[Stamp]| stamps.iter().all(|stamp| self.session.may_leave(stamp));
            let mut packed = Vec::new();
            // What is damaged is to be told each time.
            let remembers = self.session.leaves() && sound.is_some_and(settled);
            (self.skim.take(glance, remembers.then_some(&mut packed)), packed)
        });
        let ReadRecord { record, damages, followed, stamps } = read;
        let names = match self.session.leaves() {
            true => names_of(files, stamps.as_ref().unwrap_or(&files.stamps)),
            false => Vec::new(),
        };
        let (own, packed) = record.unzip();
        // Files that were listed again have other names than those that are known.
        let packed = packed.filter(|_| stamps.is_some() && !names.is_empty()).unwrap_or_default();
        One { own, damages, followed, slug: files.reference.slug.clone(), kept: Kept::Read { files: names, packed } }
    }

    /// All that came of a folder, with what of it the next run may know. `stamp` is what the folder was while these were the names in
    /// it, if that may be known as well; `anew` if it is another one than before.
    fn gathered(&self, all: Vec<One<S::Own>>, memos: &[Memo], stamp: Option<Stamp>, anew: bool) -> FolderRead<S::Own> {
        let fresh = all.iter().filter(|one| matches!(&one.kept, Kept::Read { packed, .. } if !packed.is_empty()));
        let because_of = fresh.count() + usize::from(anew);
        let left = match self.session.leaves() {
            true if because_of > 0 => Left::New { memo: remember(&all, memos, stamp), because_of },
            _ if memos.is_empty() => Left::Nothing,
            _ => Left::Same,
        };
        let (damages, orphans, followed) = (Vec::new(), Vec::new(), Vec::new());
        let mut read = FolderRead { own: Vec::with_capacity(all.len()), damages, orphans, followed, left };
        for one in all {
            read.own.extend(one.own);
            read.damages.extend(one.damages);
            read.followed.extend(one.followed);
        }
        read
    }
}

/// The memo of a folder in which these were read, or recalled from that of before.
fn remember<T>(all: &[One<T>], before: &[Memo], stamp: Option<Stamp>) -> Vec<u8> {
    let mut memo = memo::begin(stamp);
    for One { slug, kept, .. } in all {
        match kept {
            Kept::Known => memo.extend_from_slice(of(before, slug).map_or(&[], |known| known.bytes)),
            Kept::Read { files, .. } if files.is_empty() => {}
            Kept::Read { files, packed } => memo::add(&mut memo, slug, files, packed),
        }
    }
    memo
}

/// What is remembered of an objective.
fn of<'m, 'b>(memos: &'b [Memo<'m>], slug: &Slug) -> Option<&'b Memo<'m>> {
    memos.binary_search_by(|memo| memo.slug.cmp(slug)).ok().map(|at| &memos[at])
}

/// The names of an objective's files behind its slug, with their stamps; nothing where one has none.
fn names_of(files: &Files, stamps: &[Stamp]) -> Vec<(CompactString, Stamp)> {
    if !files.defined || stamps.len() != 1 + files.histories.len() {
        return Vec::new();
    }
    let ObjectiveRef { cycle, owner, slug } = &files.reference;
    let name = cycle.as_str().len() + 1 + owner.as_str().len() + 1 + slug.as_str().len();
    let histories = files.histories.iter().map(|path| CompactString::from(&path[name..]));
    let rests = std::iter::once(CompactString::const_new(layout::YAML)).chain(histories);
    rests.zip(stamps.iter().copied()).collect()
}

impl<T> One<T> {
    fn known(slug: Slug, own: T) -> Self {
        Self { slug, own: Some(own), damages: Vec::new(), followed: Vec::new(), kept: Kept::Known }
    }
}
