//! Which commit added which event: the first one that holds it and none of whose parents does.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::model::Zone;

use crate::git::ancestry::Range;
use crate::git::blobs::Blobs;
use crate::git::command::{self, complaint, git, not_started, output};
use crate::git::{RangeError, RevisionError};
use crate::language::say;
use crate::model::{Event, map_all};
use crate::store::{HistoryFile, ReadError, layout, to_line};

/// The largest commit that is read, in bytes.
const MAX_COMMIT: usize = 16 << 20;

/// An event as a commit added it.
#[derive(Debug, Clone)]
pub struct Added {
    /// The commit, in seven characters.
    pub commit: String,
    /// The address of its author, as the commit has it: no mailmap is asked.
    pub author: String,
    pub event: Event,
}

/// A commit that is looked at.
struct Commit {
    id: String,
    parents: Vec<String>,
}

/// Every event that the commits of a range added, each once: with the commit that had it first. What a merge has from one
/// of its parents is none of its own.
///
/// # Errors
/// When Git cannot tell, or the clone does not reach as far back as the range does.
pub fn added(root: &Path, range: &Range, zone: Zone) -> Result<Vec<Added>, RangeError> {
    let commits = commits(root, range)?;
    if commits.iter().any(|commit| range.cut.contains(&commit.id)) {
        return Err(RangeError::Cut);
    }
    let nothing = nothing(root)?;
    let blobs = Blobs::open(root).map_err(not_started)?;
    let diffs: Vec<Result<Vec<Diff>, RevisionError>> = map_all(&commits, |commit| {
        let none = [nothing.clone()];
        let parents = if commit.parents.is_empty() { &none[..] } else { &commit.parents };
        parents.iter().map(|parent| diff(root, parent, &commit.id)).collect()
    });
    let mut reader = Reader { blobs: &blobs, zone, read: HashMap::new() };
    let mut known: HashSet<String> = HashSet::new();
    let mut added = Vec::new();
    for (commit, diffs) in commits.iter().zip(diffs) {
        let own = reader.own(&diffs?)?;
        if own.is_empty() {
            continue;
        }
        let author = author(&blobs, &commit.id)?;
        for (line, event) in own {
            if known.insert(line) {
                let short = commit.id.chars().take(7).collect();
                added.push(Added { commit: short, author: author.clone(), event });
            }
        }
    }
    Ok(added)
}

/// The commits of a range, each after its parents.
fn commits(root: &Path, range: &Range) -> Result<Vec<Commit>, RevisionError> {
    let not_base = format!("^{}", range.base);
    let output =
        output(git(root).args(["rev-list", "--topo-order", "--reverse", "--parents", &range.head, &not_base]))?;
    if !output.status.success() {
        return Err(failed(&output, "rev-list"));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let commit = |line: &str| {
        let mut ids = line.split(' ').map(str::to_owned);
        Some(Commit { id: ids.next()?, parents: ids.collect() })
    };
    Ok(text.lines().filter_map(commit).collect())
}

/// The name of the tree without files.
fn nothing(root: &Path) -> Result<String, RevisionError> {
    let output = output(git(root).args(["hash-object", "-t", "tree", "--stdin"]))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(failed(&output, "hash-object"))
}

/// The objects of history files that differ between a parent and a commit.
struct Diff {
    before: Vec<String>,
    after: Vec<String>,
}

fn diff(root: &Path, parent: &str, commit: &str) -> Result<Diff, RevisionError> {
    let words = ["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative"];
    let output = output(git(root).args(words).args([parent, commit]))?;
    if !output.status.success() {
        return Err(failed(&output, "diff-tree"));
    }
    let mut diff = Diff { before: Vec::new(), after: Vec::new() };
    let mut fields = output.stdout.split(|byte| *byte == 0);
    // ":MODE MODE BEFORE AFTER STATUS<nul>PATH<nul>", relative to the store.
    while let (Some(head), Some(path)) = (fields.next(), fields.next()) {
        let (Ok(head), Ok(path)) = (std::str::from_utf8(head), std::str::from_utf8(path)) else { continue };
        if !path.ends_with(layout::HISTORY) || layout::objective_of(path).is_none() {
            continue;
        }
        let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let [mode_before, mode_after, before, after, _] = words[..] else { continue };
        if mode_before.starts_with("100") {
            diff.before.push(before.to_owned());
        }
        if mode_after.starts_with("100") {
            diff.after.push(after.to_owned());
        }
    }
    Ok(diff)
}

/// Reads histories out of objects, each once.
struct Reader<'a> {
    blobs: &'a Blobs,
    zone: Zone,
    read: HashMap<String, Vec<(String, Event)>>,
}

impl Reader<'_> {
    /// The events, by their lines, that a commit has and none of its parents.
    fn own(&mut self, diffs: &[Diff]) -> Result<Vec<(String, Event)>, RangeError> {
        let mut own: Option<Vec<(String, Event)>> = None;
        for diff in diffs {
            let before: HashSet<String> = self.all(&diff.before)?.into_iter().map(|(line, _)| line).collect();
            let new = self.all(&diff.after)?.into_iter().filter(|(line, _)| !before.contains(line));
            own = Some(match own {
                None => new.collect(),
                Some(own) => {
                    let new: HashSet<String> = new.map(|(line, _)| line).collect();
                    own.into_iter().filter(|(line, _)| new.contains(line)).collect()
                }
            });
        }
        Ok(own.unwrap_or_default())
    }

    fn all(&mut self, objects: &[String]) -> Result<Vec<(String, Event)>, RangeError> {
        let mut all = Vec::new();
        for object in objects {
            if !self.read.contains_key(object) {
                let file = || say!("the object {object}", object);
                let failed = |why: ReadError| match why {
                    ReadError::NotFound => RangeError::Lacks { file: file() },
                    why => RangeError::Unread { file: file(), why: why.to_string() },
                };
                let bytes = self.blobs.read(object, layout::MAX_HISTORY).map_err(failed)?.bytes;
                let items = HistoryFile::read(&bytes, self.zone).items.into_iter();
                let events = items.filter_map(|item| item.read.ok());
                let lines = events.map(|event| (to_line(&event).unwrap_or_default(), event)).collect();
                self.read.insert(object.clone(), lines);
            }
            all.extend(self.read.get(object).into_iter().flatten().cloned());
        }
        Ok(all)
    }
}

/// The address in a commit's head: `author NAME <ADDRESS> SECONDS ZONE`.
fn author(blobs: &Blobs, commit: &str) -> Result<String, RevisionError> {
    let failed = |why: ReadError| RevisionError::Git { why: say!("{commit}: {why}", commit, why) };
    let bytes = blobs.read(commit, MAX_COMMIT).map_err(failed)?.bytes;
    let mut head = bytes.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty());
    let line = head.find(|line| line.starts_with(b"author ")).unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let address = line.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address);
    Ok(address.unwrap_or_default().to_owned())
}

fn failed(output: &std::process::Output, what: &str) -> RevisionError {
    let why = complaint(output).unwrap_or_else(|| command::failed(what, output.status));
    RevisionError::Git { why }
}
