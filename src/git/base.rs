//! Where two revisions parted.

use std::path::Path;

use super::command::{complaint, git, output};
use super::error::RevisionError;
use super::revision::Place;

/// The commit from which both revisions go on: the best common ancestor, by its whole name.
///
/// # Errors
/// When there is no Git, no repository, no such commit, or the two have no ancestor in common here.
pub fn merge_base(root: &Path, a: &str, b: &str) -> Result<String, RevisionError> {
    let (first, second) = (Place::find(root, a)?, Place::find(root, b)?);
    let output = output(git(root).args(["merge-base", "--end-of-options", &first.object, &second.object]))?;
    let base = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match (base.is_empty(), complaint(&output)) {
        (false, _) => Ok(base),
        (true, Some(why)) => Err(RevisionError::Git { why }),
        (true, None) => {
            Err(RevisionError::NoBase { a: a.to_owned(), b: b.to_owned(), shallow: first.shallow || second.shallow })
        }
    }
}
