//! Opening a store: on disk, where it can be changed, or in a revision of Git, where it cannot.

use std::ops::Deref;
use std::path::Path;

use super::context::Context;
use super::definition::bounded;
use super::desk::ReadingDesk;
use super::error::Failure;
use super::find::{find_store, shown_from};
use super::global::Past;
use super::words::note;
use crate::git::{Revision, RevisionError};
use crate::language::{list, say};
use crate::model::HistoryLayout;
use crate::store::{Change, Finished, Folder, Healed, Lock, Outcome, Store, UserConfig, Writer};

/// A store on disk as one command sees it: all that a [`ReadingDesk`] can, and changing it.
pub struct Desk<'c> {
    reading: ReadingDesk<'c>,
    folder: Folder,
}

impl<'c> Deref for Desk<'c> {
    type Target = ReadingDesk<'c>;

    fn deref(&self) -> &ReadingDesk<'c> {
        &self.reading
    }
}

impl<'c> Desk<'c> {
    /// Finds and opens the store on disk, and reads its settings, organisation and cycles.
    ///
    /// # Errors
    /// When there is none.
    pub fn open(ctx: &'c Context) -> Result<Self, Failure> {
        let (folder, config) = found(ctx)?;
        // Which file an author writes to is in the journal already.
        match Writer::new(&folder, HistoryLayout::PerObjective).finish() {
            Ok(finished) => finished.iter().for_each(|one| say_finished(ctx, one)),
            // What is there is read as it is; a command that writes will say why it cannot.
            Err(why) => ctx.ui.warning(&say!("a change was cut short and cannot be finished: {why}", why)),
        }
        Ok(Self::new(ctx, folder, config))
    }

    /// The store on disk for whoever only looks: nothing is finished, and nothing is said.
    pub fn look_at(ctx: &'c Context) -> Option<ReadingDesk<'c>> {
        let (folder, config) = found(ctx).ok()?;
        let root = folder.root().to_owned();
        Some(ReadingDesk::new(ctx, Store::new(folder), root, config))
    }

    /// The same as [`Desk::open`] for a command that changes definitions: nobody else does from before the first look at the store until the
    /// lock is dropped.
    ///
    /// # Errors
    /// When there is no store, it cannot be locked, or a change that was cut short cannot be finished.
    pub fn open_to_change(ctx: &'c Context) -> Result<(Self, Lock), Failure> {
        let (folder, config) = found(ctx)?;
        let (lock, finished) = Writer::new(&folder, HistoryLayout::PerObjective).lock()?;
        finished.iter().for_each(|one| say_finished(ctx, one));
        Ok((Self::new(ctx, folder, config), lock))
    }

    /// Holds off others who change definitions, from now on.
    ///
    /// # Errors
    /// As for [`Desk::open_to_change`].
    pub fn lock(&self) -> Result<Lock, Failure> {
        let (lock, finished) = self.writer().lock()?;
        finished.iter().for_each(|one| say_finished(self.ctx, one));
        Ok(lock)
    }

    fn new(ctx: &'c Context, folder: Folder, config: UserConfig) -> Self {
        if let Some(stray) = Writer::new(&folder, HistoryLayout::PerObjective).stray_journal() {
            ctx.ui.notice(&say!(
                "{file} says what a command was to do in another folder, or before this one was in a repository: nothing of it is \
                 done; look at it, then remove it",
                file = shown_from(&ctx.env.folder, &stray)
            ));
        }
        let root = folder.root().to_owned();
        Self { reading: ReadingDesk::new(ctx, Store::new(folder.clone()), root, config), folder }
    }

    /// Finds and opens the store that a reading command is about: on disk, or as it was in the revision asked for.
    ///
    /// # Errors
    /// When there is none.
    pub fn open_for(ctx: &'c Context, past: &Past) -> Result<ReadingDesk<'c>, Failure> {
        let Some(rev) = &past.rev else { return Ok(Self::open(ctx)?.reading) };
        let (root, config) = find_store(ctx)
            .map_err(|why| why.hint(say!("--rev reads the store that is there today, as it was in the revision")))?;
        let revision = Revision::open(&root, rev)?;
        let committed = revision.committed();
        Ok(ReadingDesk::new(ctx, Store::new(revision), root, config).at(rev, committed))
    }

    /// The path within the store of a file or folder that is there, as it is named from where one stands.
    pub fn below(&self, named: &Path) -> Option<String> {
        let root = std::fs::canonicalize(self.folder.root()).ok()?;
        let named = self.ctx.env.folder.join(named);
        // The last name is not followed: a link in the store is none of its files, and is said to be one.
        let found = match named.file_name() {
            Some(name) if std::fs::symlink_metadata(&named).is_ok() => {
                std::fs::canonicalize(named.parent()?).ok()?.join(name)
            }
            _ => std::fs::canonicalize(&named).ok()?,
        };
        let below = found.strip_prefix(&root).ok()?;
        let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
        Some(names?.join("/"))
    }

    /// The store's folder on disk.
    pub fn root(&self) -> &Path {
        self.folder.root()
    }

    /// The store's files, to be written by a command of its own.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The store on disk once more, to be read beside another state of it.
    pub fn on_disk(&self) -> Store {
        Store::new(self.folder.clone())
    }

    pub fn writer(&self) -> Writer<'_> {
        Writer::new(&self.folder, self.settings().history)
    }

    /// An empty change of several files; `what` says what is done, in the command's words.
    pub fn change(&self, what: impl Into<String>) -> Change {
        Change::new(what, self.ctx.now)
    }

    /// Makes a change, all of it or nothing, and lets others go on before anything is said.
    ///
    /// # Errors
    /// When a file cannot be written, or would not be read any more.
    pub fn make(&self, change: Change, lock: Lock) -> Result<(), Failure> {
        change.texts().try_for_each(|(path, text)| bounded(self, path, text))?;
        let healed = self.writer().make(change, &lock)?;
        drop(lock);
        self.say_written(healed);
        Ok(())
    }

    /// Says what was found at the end of a history that was written to, and by what stranger.
    pub fn say_written(&self, healed: Healed) {
        if let Some(torn) = healed.torn {
            let text: String = String::from_utf8_lossy(&torn).chars().take(200).collect();
            self.ctx.ui.notice(&say!("an unfinished line at the end of the history was removed: {text}", text));
        }
        self.warn_of_strange_author();
    }
}

/// The store's folder, and the user's settings.
fn found(ctx: &Context) -> Result<(Folder, UserConfig), Failure> {
    let (root, config) = find_store(ctx)?;
    let shown = shown_from(&ctx.env.folder, &root);
    Ok((Folder::new(root, shown), config))
}

/// Says what became of a change that was cut short.
fn say_finished(ctx: &Context, Finished { what, at, outcome }: &Finished) {
    match outcome {
        Outcome::Whole => {
            ctx.ui.say(&note(&say!("okr {what} was cut short at {at}; it is finished now", what, at)));
        }
        Outcome::Dropped => ctx.ui.say(&note(&say!(
            "okr {what} was cut short at {at} before anything was changed; run it again if it is still wanted",
            what,
            at
        ))),
        Outcome::Left { files, kept } => {
            let kept = shown_from(&ctx.env.folder, kept);
            ctx.ui.notice(&match files.as_slice() {
                [file] => say!(
                    "okr {what} was cut short at {at}, and {file} was changed since: what belongs to that is left as it is; \
                     what was to be done is kept in {kept}",
                    what,
                    at,
                    file,
                    kept
                ),
                files => say!(
                    "okr {what} was cut short at {at}, and {files} were changed since: what belongs to that is left as it is; \
                     what was to be done is kept in {kept}",
                    what,
                    at,
                    files = list(files),
                    kept
                ),
            });
            ctx.ui.hint(say!("okr check and git diff show how things stand"));
        }
        Outcome::BeingMade => ctx.ui.notice(&say!(
            "okr {what} is being made since {at}: some of what is shown may be from before",
            what,
            at
        )),
    }
}

impl From<RevisionError> for Failure {
    fn from(why: RevisionError) -> Self {
        let failure = Failure::usage(why.to_string());
        match why {
            RevisionError::NoGit => failure.hint(say!("--rev asks Git for the files; install it from git-scm.com")),
            RevisionError::NoRepository(_) => failure.hint(say!(
                "git init and a commit begin a history; --as-of DATE shows figures of a past day without one"
            )),
            RevisionError::Unknown { shallow: true, .. } => {
                failure.hint(say!("this clone is shallow: git fetch --unshallow --tags brings what is older"))
            }
            RevisionError::Unknown { shallow: false, .. } => failure.hint(say!(
                "git log --oneline and git tag show what there is; git fetch --tags brings what others have"
            )),
            RevisionError::NoStore { path, .. } => {
                failure.hint(say!("git log --oneline --all -- :/{path} shows the revisions that touched it", path))
            }
            RevisionError::Git { why } if why.ends_with("is ambiguous") => failure.hint(say!("write more of it")),
            RevisionError::Git { .. } => failure.hint(say!("git status in the store's folder tells more")),
        }
    }
}
