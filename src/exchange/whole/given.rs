//! From a document to the files of a store, which can be read as one before any of it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::file::{Content, File, data, definition, events, history};
use super::{NAME, VERSION};
use crate::language::say;
use crate::model::{Zone, map_long};
use crate::store::{Alone, Entry, EntryKind, ReadError, Source, Store, layout, of_parser};

/// The files of a document, by their paths below the store. It is a source of a store itself.
#[derive(Debug, Clone)]
pub struct Whole {
    /// How messages name the document.
    shown: String,
    files: Arc<BTreeMap<String, String>>,
    zone: Zone,
}

/// Why a text is no store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{}", say!("{why}, at line {line}, column {column}", why, line, column))]
    Json { line: usize, column: usize, why: String },
    #[error("{}", say!("it is not what okr export json writes"))]
    Other,
    #[error("{}", say!("it is of version {version}, which this okr does not know", version = _0))]
    Version(u64),
    #[error("{}", say!("{path} is the path of no file of a store", path = format_args!("{_0:?}")))]
    Path(String),
    #[error("{}", say!("{path} is in it twice", path = _0))]
    Twice(String),
    #[error("{}", say!("{path} needs {field}, and nothing else", path, field = wanted))]
    Content { path: String, wanted: &'static str },
    #[error("{}", say!("{path} cannot be written as a file", path = _0))]
    Strange(String),
    #[error("{}", say!("the yaml of {path} says something else than the rest", path = _0))]
    Disagrees(String),
}

#[derive(Deserialize)]
struct Head {
    okr: Option<String>,
    version: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'t> {
    #[serde(rename = "okr")]
    _okr: String,
    #[serde(rename = "version")]
    _version: u64,
    /// Each is read on its own: all of them as values would take many times the room of the text.
    #[serde(borrow)]
    files: Vec<&'t RawValue>,
}

impl Whole {
    /// Reads a document; `shown` is its name in messages.
    ///
    /// # Errors
    /// When it is none, or not in order.
    pub fn read(text: &str, shown: &str) -> Result<Self, Fault> {
        let head: Head = serde_json::from_str(text).map_err(|why| match why.classify() {
            serde_json::error::Category::Data => Fault::Other,
            _ => json(&why, (1, 1)),
        })?;
        match (head.okr.as_deref(), head.version) {
            (Some(NAME), Some(VERSION)) => {}
            (Some(NAME), Some(version)) => return Err(Fault::Version(version)),
            _ => return Err(Fault::Other),
        }
        let body: Body = serde_json::from_str(text).map_err(|why| json(&why, (1, 1)))?;
        let zone = zone(text, &body.files)?;
        let read: Vec<Result<(String, String), Fault>> = map_long(&body.files, |raw| {
            let file = file(text, raw)?;
            let own = own(&file, zone)?;
            Ok((file.path, own))
        });
        let mut files = BTreeMap::new();
        for read in read {
            let (path, own) = read?;
            if files.contains_key(&path) {
                return Err(Fault::Twice(path));
            }
            files.insert(path, own);
        }
        Ok(Self { shown: shown.to_owned(), files: Arc::new(files), zone })
    }

    /// Every file with its text, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The zone in which its days are meant.
    pub fn zone(&self) -> Zone {
        self.zone
    }
}

/// The zone that the document's settings name.
fn zone(text: &str, files: &[&RawValue]) -> Result<Zone, Fault> {
    for raw in files {
        let file = file(text, raw)?;
        if file.path == layout::SETTINGS {
            let settings = own(&file, Zone::UTC)?;
            let alone = Alone::new(layout::Definition::Settings, file.path, settings.into_bytes());
            return Ok(Store::new(alone).frame().settings.time_zone);
        }
    }
    Ok(Zone::UTC)
}

/// One file of a document.
fn file(text: &str, raw: &RawValue) -> Result<File, Fault> {
    serde_json::from_str(raw.get()).map_err(|why| {
        let before = &text[..(raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        json(&why, (line, column))
    })
}

/// The text of a file. Where it is given as text besides, both must say the same.
fn own(file: &File, zone: Zone) -> Result<String, Fault> {
    let fault = |fault: fn(String) -> Fault| fault(file.path.clone());
    let content = Content::of(&file.path).ok_or_else(|| fault(Fault::Path))?;
    match (content, &file.data, &file.events) {
        (Content::Data(kind), Some(given), None) => match &file.yaml {
            Some(yaml) if data(yaml).as_ref() == Some(given) => Ok(yaml.clone()),
            Some(_) => Err(fault(Fault::Disagrees)),
            None => definition(given, kind).ok_or_else(|| fault(Fault::Strange)),
        },
        (Content::Events, None, Some(given)) => {
            let plain = history(given).ok_or_else(|| fault(Fault::Strange))?;
            let said = events(&plain, zone);
            match &file.yaml {
                Some(yaml) if said.is_some() && said == events(yaml, zone) => Ok(yaml.clone()),
                Some(_) => Err(fault(Fault::Disagrees)),
                // Other programs do not keep the order of keys. What cannot be read stays as it is, to be told.
                None => Ok(said.map_or(plain, |said| said.into_iter().map(|(_, line)| line).collect())),
            }
        }
        (Content::Data(_), ..) => Err(Fault::Content { path: file.path.clone(), wanted: "data" }),
        (Content::Events, ..) => Err(Fault::Content { path: file.path.clone(), wanted: "events" }),
    }
}

/// What a reader of JSON says of a text that begins at this line and column.
fn json(why: &serde_json::Error, (line, column): (usize, usize)) -> Fault {
    let words = why.to_string().replace('`', "\"");
    let words = of_parser(words.split(" at line ").next().unwrap_or_default()).to_owned();
    let column = if why.line() <= 1 { column + why.column().saturating_sub(1) } else { why.column() };
    Fault::Json { line: line + why.line().saturating_sub(1), column, why: words }
}

impl Source for Whole {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let within = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let below = self.files.range(within.clone()..).map_while(|(path, _)| path.strip_prefix(&within));
        let entry = |below: &str| match below.split_once('/') {
            Some((name, _)) => Entry { name: name.to_owned(), kind: EntryKind::Folder },
            None => Entry { name: below.to_owned(), kind: EntryKind::File },
        };
        Ok(below.map(entry).collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            Some(text) if text.len() > limit => Err(ReadError::TooLarge { limit }),
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => Err(ReadError::NotFound),
        }
    }

    fn has(&self, path: &str) -> bool {
        let within = format!("{path}/");
        self.files.contains_key(path)
            || self.files.range(within.clone()..).next().is_some_and(|(found, _)| found.starts_with(&within))
    }

    fn shown(&self, path: &str) -> String {
        format!("{}: {path}", self.shown)
    }
}
