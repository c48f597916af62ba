//! What a sparse checkout leaves out: files that are in the index, and by intent not on disk.

use std::path::Path;

use super::command::{complaint, failed, git, output};
use super::error::RevisionError;

/// A file that is part of the repository and is not checked out here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its path below the folder that was asked about.
    pub path: String,
    /// The name of its object.
    pub object: String,
}

/// The files below a folder that a sparse checkout leaves out. None where everything is checked out.
///
/// # Errors
/// When Git cannot read its index.
pub fn left_out(root: &Path) -> Result<Vec<LeftOut>, RevisionError> {
    let output = output(git(root).args(["ls-files", "-z", "-t", "--stage"]))?;
    if !output.status.success() {
        let why = complaint(&output).unwrap_or_else(|| failed("ls-files", output.status));
        return Err(if why.starts_with("not a git repository") {
            RevisionError::NoRepository(root.to_owned())
        } else {
            RevisionError::Git { why }
        });
    }
    Ok(read(&output.stdout))
}

/// Reads `TAG MODE OBJECT STAGE<tab>PATH<nul>`, and keeps those that are marked to be skipped.
fn read(listing: &[u8]) -> Vec<LeftOut> {
    let one = |line: &[u8]| {
        let (head, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
        let mut words = head.split(' ');
        let (tag, mode, object) = (words.next()?, words.next()?, words.next()?);
        (tag == "S" && mode.starts_with("100")).then(|| LeftOut { path: path.to_owned(), object: object.to_owned() })
    };
    listing.split(|byte| *byte == 0).filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_are_skipped_are_left_out() {
        let listing = b"H 100644 1a 0\tokr.yaml\0S 100644 2b 0\t2026/acme/a\tb.yaml\0S 120000 3c 0\tlink\0";
        assert_eq!(read(listing), [LeftOut { path: "2026/acme/a\tb.yaml".to_owned(), object: "2b".to_owned() }]);
    }
}
