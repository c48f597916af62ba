//! From a store to its document.

use std::io::{self, Write};

use super::file::File;
use super::{NAME, VERSION};
use crate::model::{CycleId, Damage, Zone, map_long};
use crate::store::{Store, one_line};

/// Why a store cannot be given whole.
#[derive(Debug)]
pub enum Unwritable {
    /// Files that cannot be read.
    Damaged(Vec<Damage>),
    /// Files, as messages name them, that hold what JSON cannot say.
    Strange(Vec<String>),
}

/// A store's document: one line a file.
pub struct Document(Vec<String>);

impl Document {
    /// Writes it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"okr\": \"{NAME}\", \"version\": {VERSION}, \"files\": [")?;
        for (at, line) in self.0.iter().enumerate() {
            write!(out, "{}\n{line}", if at == 0 { "" } else { "," })?;
        }
        out.write_all(b"\n]}\n")
    }
}

/// The document of these cycles of a store, with its settings and organisation.
///
/// # Errors
/// When a file cannot be given whole.
pub fn document(store: &Store, cycles: &[CycleId], zone: Zone) -> Result<Document, Unwritable> {
    let (paths, damages) = store.files_of_cycles(cycles);
    if !damages.is_empty() {
        return Err(Unwritable::Damaged(damages));
    }
    let made: Vec<Result<String, Option<Damage>>> = map_long(&paths, |path| {
        let text = store.text(path).map_err(|damage| Some(*damage))?;
        let file = File::of(path, &text, zone).ok_or(None)?;
        one_line(&file).map_err(|_| None)
    });
    let (mut lines, mut damages, mut strange) = (Vec::new(), Vec::new(), Vec::new());
    for (path, made) in paths.iter().zip(made) {
        match made {
            Ok(line) => lines.push(line),
            Err(Some(damage)) => damages.push(damage),
            Err(None) => strange.push(store.source().shown(path)),
        }
    }
    match (damages.is_empty(), strange.is_empty()) {
        (false, _) => Err(Unwritable::Damaged(damages)),
        (true, false) => Err(Unwritable::Strange(strange)),
        (true, true) => Ok(Document(lines)),
    }
}
