//! What a sparse checkout leaves out.

use std::collections::HashSet;
use std::path::Path;

use super::command::{git, output};
use super::error::RevisionError;

/// The paths below a folder that the index holds and that were not checked out, relative to it.
///
/// # Errors
/// When Git cannot be started.
pub fn not_checked_out(root: &Path) -> Result<HashSet<String>, RevisionError> {
    let output = output(git(root).args(["-c", "core.fsmonitor=false", "ls-files", "-t", "-z"]))?;
    let lines = output.stdout.split(|byte| *byte == 0).filter_map(|line| std::str::from_utf8(line).ok());
    Ok(lines.filter_map(|line| line.strip_prefix("S ")).map(str::to_owned).collect())
}
