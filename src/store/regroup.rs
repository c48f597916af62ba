//! From one history an objective to one an author, and back. Each objective's files are one change; whoever is killed
//! between two objectives leaves some of them as they were, and the same again goes on from there.

use std::collections::BTreeMap;

use crate::model::Zone;

use super::change::{Change, Held};
use super::disk::{Lock, WriteError};
use super::history::{appended, divide, sound};
use super::layout::{self, FileKind};
use super::load::Store;
use super::source::{ReadError, Source};
use super::write::Writer;
use crate::language::say;
use crate::model::{HistoryLayout, ObjectiveRef, OwnerKey};

/// What became, or would become, of one objective's histories.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Regrouped {
    /// How many events went to another file.
    pub events: usize,
    /// How many stay in the common file, since their `by` is no key.
    pub stay: usize,
    /// The files that were made or added to.
    pub files: Vec<String>,
    /// A file that is not one item below the other, and is left as it is.
    pub left: Vec<String>,
}

/// One file and what it is to hold: where that is nothing, the file goes.
struct Rewrite {
    path: String,
    before: Option<Vec<u8>>,
    after: String,
}

impl Store {
    /// All objectives that have a history file, with the names of these files in order.
    pub fn histories(&self) -> Vec<(ObjectiveRef, Vec<String>)> {
        let mut ignored = Vec::new();
        let header = self.header();
        let owners = header
            .cycles
            .iter()
            .flat_map(|cycle| self.owners(&cycle.id).into_iter().map(move |owner| (cycle.id.clone(), owner)));
        let files = owners.flat_map(|(cycle, owner)| self.files_of(&cycle, &owner, &mut ignored)).collect::<Vec<_>>();
        files
            .into_iter()
            .filter(|files| !files.histories.is_empty())
            .map(|files| (files.reference, files.histories))
            .collect()
    }

    /// What regrouping an objective's histories would do; nothing is written.
    ///
    /// # Errors
    /// When a history cannot be read.
    pub fn regroup_dry(
        &self,
        objective: &ObjectiveRef,
        histories: &[String],
        to: HistoryLayout,
        zone: Zone,
    ) -> Result<Regrouped, ReadError> {
        Ok(plan(self.source(), objective, histories, to, zone)?.0)
    }
}

impl Writer<'_> {
    /// Takes what stands at places where an objective was before into its histories. Without a change to make, what that
    /// would do.
    ///
    /// # Errors
    /// As for [`Writer::regroup`].
    pub fn tidy(
        &self,
        objective: &ObjectiveRef,
        former: &ObjectiveRef,
        histories: &[String],
        change: Option<Change>,
        lock: &Lock,
    ) -> Result<Regrouped, WriteError> {
        let mut done = Regrouped::default();
        let at_new =
            |path: &String| format!("{objective}{}", path.strip_prefix(&former.to_string()).unwrap_or_default());
        let new = histories.iter().map(at_new).filter(|path| self.folder().has(path));
        let held = self.held(histories.iter().cloned().chain(new))?;
        let mut steps = change.clone().unwrap_or_default();
        for path in histories {
            let new = at_new(path);
            let text = self.text_of(path)?;
            let before = if self.folder().has(&new) { Some(self.text_of(&new)?) } else { None };
            let Some((after, events)) = appended(before.as_deref().unwrap_or_default(), &text) else {
                done.left.push(path.clone());
                continue;
            };
            done.events += events;
            done.files.push(path.clone());
            match before {
                None => steps.create(new, after),
                Some(before) if before != after => steps.replace(new, before.as_bytes(), after),
                Some(_) => {}
            }
            steps.remove(path.clone(), text.as_bytes());
        }
        if change.is_some() && !steps.is_empty() {
            self.make_holding(steps, lock, &held)?;
        }
        Ok(done)
    }

    fn held(&self, histories: impl Iterator<Item = String>) -> Result<Held, WriteError> {
        Held::on(self.folder(), histories).map_err(|why| self.named(why))
    }

    /// The text of a history that ends as it should.
    fn text_of(&self, path: &str) -> Result<String, WriteError> {
        let (text, torn) = self.sound_text(path, self.bytes_of(path)?)?;
        match torn {
            None => Ok(text),
            Some(_) => Err(self.unread(path, say!("its last line is not finished"))),
        }
    }

    /// Regroups an objective's histories, while nobody can add to them.
    ///
    /// # Errors
    /// When a file cannot be read or written; no event is lost then, and the same again goes on from there.
    pub fn regroup(
        &self,
        objective: &ObjectiveRef,
        histories: &[String],
        to: HistoryLayout,
        zone: Zone,
        (mut change, lock): (Change, &Lock),
    ) -> Result<Regrouped, WriteError> {
        let folder = self.folder();
        let held = self.held(histories.iter().cloned())?;
        let unread = |why: ReadError| WriteError::Io {
            path: folder.shown(&objective.to_string()).into(),
            source: std::io::Error::other(why.to_string()),
        };
        let (regrouped, rewrites) = plan(folder, objective, histories, to, zone).map_err(unread)?;
        for Rewrite { path, before, after } in rewrites {
            match before {
                None => change.create(path, after),
                Some(before) if after.is_empty() => change.remove(path, &before),
                Some(before) => change.replace(path, &before, after),
            }
        }
        if !change.is_empty() {
            self.make_holding(change, lock, &held)?;
        }
        Ok(regrouped)
    }
}

/// What is to be written, in the order in which it may be: first what adds, last what takes away.
fn plan(
    source: &dyn Source,
    objective: &ObjectiveRef,
    histories: &[String],
    to: HistoryLayout,
    zone: Zone,
) -> Result<(Regrouped, Vec<Rewrite>), ReadError> {
    let mut texts: BTreeMap<&String, String> = BTreeMap::new();
    for path in histories {
        let bytes = source.read(path, layout::MAX_HISTORY)?;
        if sound(&bytes).torn.is_some() {
            return Err(ReadError::Io(std::io::Error::other(say!("{path}: its last line is not finished", path))));
        }
        let text = String::from_utf8(bytes).map_err(|why| ReadError::Io(std::io::Error::other(why)))?;
        texts.insert(path, text);
    }
    Ok(match to {
        HistoryLayout::PerAuthor => split(objective, &texts, zone),
        HistoryLayout::PerObjective => join(objective, &texts),
    })
}

/// Each author's events into a file of theirs: out of the common file, and out of somebody else's, where a merge can put
/// them that takes one file for the other renamed.
fn split(objective: &ObjectiveRef, texts: &BTreeMap<&String, String>, zone: Zone) -> (Regrouped, Vec<Rewrite>) {
    let mut done = Regrouped::default();
    let mut now: BTreeMap<String, String> = texts.iter().map(|(path, text)| ((*path).clone(), text.clone())).collect();
    let mut losing: Vec<&String> = Vec::new();
    for (path, text) in texts {
        let Some(divided) = divide(text, zone) else {
            done.left.push((*path).clone());
            continue;
        };
        let own = author_of(path);
        done.stay += if own.is_none() { divided.stay } else { 0 };
        let mut gained = now.clone();
        let mut targets = Vec::new();
        let mut events = 0;
        let others = divided.authors.into_iter().filter(|(author, _)| own.as_ref() != Some(author));
        let all = others.into_iter().all(|(author, (lines, count))| {
            let target = layout::history_file(objective, Some(&author));
            let longer = appended(gained.get(&target).map_or("", String::as_str), &lines);
            events += count;
            targets.push(target.clone());
            longer.map(|(longer, _)| gained.insert(target, longer)).is_some()
        });
        // Nothing is taken from a file unless all of it finds a place.
        if all && events > 0 {
            now = gained;
            done.events += events;
            done.files.extend(targets);
            losing.push(path);
        }
    }
    let bytes = |text: &String| text.clone().into_bytes();
    let mut rewrites = Vec::new();
    for (path, text) in &now {
        let before = texts.get(path);
        if before != Some(text) {
            rewrites.push(Rewrite { path: path.clone(), before: before.map(bytes), after: text.clone() });
        }
    }
    for path in losing {
        let (text, own) = (&now[path], author_of(path));
        let Some(mut divided) = divide(text, zone) else { continue };
        let kept = own.and_then(|own| divided.authors.remove(&own)).map(|(lines, _)| lines).unwrap_or_default();
        let after = divided.rest + &kept;
        let nothing = after.trim_start_matches('\u{feff}').trim().is_empty();
        rewrites.push(Rewrite {
            path: path.clone(),
            before: Some(bytes(text)),
            after: if nothing { String::new() } else { after },
        });
    }
    (done, rewrites)
}

/// Whose file a history is; nobody's for the common one.
fn author_of(path: &str) -> Option<OwnerKey> {
    match layout::classify(path.rsplit('/').next().unwrap_or_default()) {
        FileKind::History { author, .. } => author,
        _ => None,
    }
}

fn join(objective: &ObjectiveRef, texts: &BTreeMap<&String, String>) -> (Regrouped, Vec<Rewrite>) {
    let mut done = Regrouped::default();
    let common = layout::history_file(objective, None);
    let before = texts.get(&common);
    let mut after = before.cloned().unwrap_or_default();
    let mut gone = Vec::new();
    for (path, text) in texts {
        if author_of(path).is_none() {
            continue;
        }
        match appended(&after, text) {
            Some((longer, _)) => {
                done.events += appended("", text).map_or(0, |(_, count)| count);
                after = longer;
                gone.push(Rewrite {
                    path: (*path).clone(),
                    before: Some(text.clone().into_bytes()),
                    after: String::new(),
                });
            }
            None => done.left.push((*path).clone()),
        }
    }
    if gone.is_empty() {
        return (done, Vec::new());
    }
    let mut rewrites = Vec::new();
    if before != Some(&after) {
        rewrites.push(Rewrite { path: common.clone(), before: before.map(|text| text.clone().into_bytes()), after });
    }
    done.files.push(common);
    rewrites.extend(gone);
    (done, rewrites)
}
