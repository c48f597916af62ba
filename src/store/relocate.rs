//! Giving an objective another place: its definition and its histories go together, or stay.

use super::change::Change;
use super::disk::WriteError;
use super::history::appended;
use super::layout;
use super::source::Source;
use super::write::Writer;
use crate::model::ObjectiveRef;

impl Writer<'_> {
    /// Notes that an objective and its histories get another name. With `leave`, the histories stay at the old place as
    /// well: a branch that does not know yet that the objective moved goes on adding to them there, and that merges.
    /// Whether any stay.
    ///
    /// # Errors
    /// When there is an objective of the new name, or a history cannot be read.
    pub fn note_move(
        &self,
        change: &mut Change,
        from: &ObjectiveRef,
        to: &ObjectiveRef,
        leave: bool,
    ) -> Result<bool, WriteError> {
        let mut left = false;
        for old in self.files(from) {
            let new = renamed(&old, from, to);
            let there = self.folder().has(&new);
            if !old.ends_with(layout::HISTORY) || !(leave || there) {
                change.rename(old, new);
                continue;
            }
            // A copy, behind what stands at the new place from an earlier move; without what a crash left at the end.
            let bytes = self.bytes_of(&old)?;
            let (text, torn) = self.sound_text(&old, bytes.clone())?;
            if there {
                let before = self.bytes_of(&new)?;
                let (known, torn) = self.sound_text(&new, before.clone())?;
                let Some((after, _)) = appended(&known, &text) else {
                    return Err(self.named(WriteError::Exists(self.folder().path(&new))));
                };
                change.replace(new, &before, after);
                change.leaves_out(torn);
            } else {
                change.create(new, text);
            }
            // A check-in that comes in between stays at the old place, where readers look too.
            if !leave {
                change.remove(old, &bytes);
                change.leaves_out(torn);
                continue;
            }
            left = true;
            if torn.is_some() {
                // No line more, but an end as it should be.
                change.append(old, "");
            }
        }
        Ok(left)
    }
}

fn renamed(file: &str, from: &ObjectiveRef, to: &ObjectiveRef) -> String {
    format!("{to}{}", file.strip_prefix(&from.to_string()).unwrap_or_default())
}
