//! From a document to the files of a store, which can be read as one before any of it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use serde::Deserialize;

use super::file::{Content, File, data, definition, events, history};
use super::{NAME, VERSION};
use crate::model::Zone;
use crate::store::{Entry, EntryKind, ReadError, Source, Store};

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
    #[error("{why}, at line {line}, column {column}")]
    Json { line: usize, column: usize, why: String },
    #[error("it is not what okr export json writes")]
    Other,
    #[error("it is of version {0}, which this okr does not know")]
    Version(u64),
    #[error("{0:?} is the path of no file of a store")]
    Path(String),
    #[error("{0} is in it twice")]
    Twice(String),
    #[error("{path} needs {wanted}, and nothing else")]
    Content { path: String, wanted: &'static str },
    #[error("{0} cannot be written as a file")]
    Strange(String),
    #[error("the yaml of {0} says something else than the rest")]
    Disagrees(String),
}

#[derive(Deserialize)]
struct Head {
    okr: Option<String>,
    version: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(rename = "okr")]
    _okr: String,
    #[serde(rename = "version")]
    _version: u64,
    files: Vec<File>,
}

impl Whole {
    /// Reads a document; `shown` is its name in messages.
    ///
    /// # Errors
    /// When it is none, or not in order.
    pub fn read(text: &str, shown: &str) -> Result<Self, Fault> {
        let head: Head = serde_json::from_str(text).map_err(|why| match why.classify() {
            serde_json::error::Category::Data => Fault::Other,
            _ => json(&why),
        })?;
        match (head.okr.as_deref(), head.version) {
            (Some(NAME), Some(VERSION)) => {}
            (Some(NAME), Some(version)) => return Err(Fault::Version(version)),
            _ => return Err(Fault::Other),
        }
        let body: Body = serde_json::from_str(text).map_err(|why| json(&why))?;
        let mut files = BTreeMap::new();
        for file in &body.files {
            let content = Content::of(&file.path).ok_or_else(|| Fault::Path(file.path.clone()))?;
            if files.insert(file.path.clone(), own(file, content)?).is_some() {
                return Err(Fault::Twice(file.path.clone()));
            }
        }
        let mut whole = Self { shown: shown.to_owned(), files: Arc::new(files), zone: Zone::UTC };
        whole.zone = Store::new(whole.clone()).frame().settings.time_zone;
        agree(&body.files, whole.zone)?;
        rewrite_events(Arc::make_mut(&mut whole.files), &body.files, whole.zone);
        Ok(whole)
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

/// Puts the keys of events into their order, which other programs do not keep. What cannot be read stays, to be told.
fn rewrite_events(texts: &mut BTreeMap<String, String>, files: &[File], zone: Zone) {
    for file in files.iter().filter(|file| file.events.is_some() && file.yaml.is_none()) {
        if let Some(text) = texts.get_mut(&file.path)
            && let Some(events) = events(text, zone)
        {
            *text = events.into_iter().map(|(_, line)| line).collect();
        }
    }
}

/// Whether what is given as text as well says the same.
fn agree(files: &[File], zone: Zone) -> Result<(), Fault> {
    let agrees = |file: &File| match (&file.yaml, &file.data, &file.events) {
        (Some(yaml), Some(given), _) => data(yaml).as_ref() == Some(given),
        (Some(yaml), None, Some(events)) => {
            let said = history(events).and_then(|text| self::events(&text, zone));
            said.is_some() && said == self::events(yaml, zone)
        }
        _ => true,
    };
    let wrong = files.iter().find(|file| !agrees(file));
    wrong.map_or(Ok(()), |file| Err(Fault::Disagrees(file.path.clone())))
}

/// The text of a file.
fn own(file: &File, content: Content) -> Result<String, Fault> {
    let strange = || Fault::Strange(file.path.clone());
    match (content, &file.data, &file.events) {
        (Content::Data(kind), Some(data), None) => match &file.yaml {
            Some(yaml) => Ok(yaml.clone()),
            None => definition(data, kind).ok_or_else(strange),
        },
        (Content::Events, None, Some(events)) => match &file.yaml {
            Some(yaml) => Ok(yaml.clone()),
            None => history(events).ok_or_else(strange),
        },
        (Content::Data(_), ..) => Err(Fault::Content { path: file.path.clone(), wanted: "data" }),
        (Content::Events, ..) => Err(Fault::Content { path: file.path.clone(), wanted: "events" }),
    }
}

fn json(why: &serde_json::Error) -> Fault {
    let words = why.to_string().replace('`', "\"");
    let words = words.split(" at line ").next().unwrap_or_default().to_owned();
    Fault::Json { line: why.line(), column: why.column(), why: words }
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
