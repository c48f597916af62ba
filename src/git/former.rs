//! Where stores were in a commit that are not there any more: a store that moved to another folder of its repository.

use std::collections::BTreeSet;
use std::path::Path;

use super::command::{complaint, failed, git, output};
use super::error::RevisionError;
use crate::store::layout;

/// The folders that hold a store in `base` and none in `head`, each empty or with a `/` at its end.
///
/// # Errors
/// When Git cannot list the two.
pub fn former_folders(root: &Path, base: &str, head: &str) -> Result<Vec<String>, RevisionError> {
    let now = stores(root, head)?;
    Ok(stores(root, base)?.into_iter().filter(|folder| !now.contains(folder)).collect())
}

fn stores(root: &Path, commit: &str) -> Result<BTreeSet<String>, RevisionError> {
    let output = output(git(root).args(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]))?;
    if !output.status.success() {
        let why = complaint(&output).unwrap_or_else(|| failed("ls-tree", output.status));
        return Err(RevisionError::Git { why });
    }
    let paths = output.stdout.split(|byte| *byte == 0).filter_map(|path| std::str::from_utf8(path).ok());
    let folder = |path: &str| path.strip_suffix(layout::SETTINGS).map(str::to_owned);
    Ok(paths.filter_map(folder).filter(|folder| folder.is_empty() || folder.ends_with('/')).collect())
}
