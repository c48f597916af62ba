//! Git's own merge of lines, for what cannot be merged by key.

use std::path::Path;

use super::command::{complaint, failed, git, output};
use super::error::RevisionError;

/// How lines are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Marks of this length stand around lines that both changed.
    Marked(usize),
    /// The lines of both are kept.
    Union,
}

/// Merges what became of `base` in `theirs` into the file `ours`. Whether both changed the same lines.
///
/// # Errors
/// When Git cannot be started or cannot merge the files, as when they are binary; `ours` is then as it was.
pub fn merge_lines(folder: &Path, ours: &Path, base: &Path, theirs: &Path, how: Lines) -> Result<bool, RevisionError> {
    let mut command = git(folder);
    command.args(["merge-file", "--quiet", "-L", "ours", "-L", "before", "-L", "theirs"]);
    match how {
        Lines::Marked(length) => command.arg(format!("--marker-size={length}")),
        Lines::Union => command.arg("--union"),
    };
    let output = output(command.arg("--").args([ours, base, theirs]))?;
    // The code is the number of conflicts, 127 at most; more is a failure.
    match output.status.code() {
        Some(0) => Ok(false),
        Some(1..=127) => Ok(true),
        _ => Err(RevisionError::Git { why: complaint(&output).unwrap_or_else(|| failed("merge-file", output.status)) }),
    }
}
