//! Where two revisions part: the commit that both of them grew from.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::command::{complaint, git, output};
use super::error::RevisionError;
use crate::language::say;

/// What came after the commit that two revisions have in common.
#[derive(Debug, Clone)]
pub struct Range {
    /// The commit in common, by its whole name.
    pub base: String,
    /// The same, as short as it is unambiguous.
    pub short: String,
    /// The newer end, by its whole name.
    pub head: String,
    /// Commits whose parents this clone does not have.
    pub cut: HashSet<String>,
}

/// Why it is not known what came after a revision.
#[derive(Debug, thiserror::Error)]
pub enum RangeError {
    #[error(transparent)]
    Revision(#[from] RevisionError),
    /// There is no commit that both came from, as far as this clone reaches.
    #[error("{}", say!("{base} and {head} have no commit in common", base, head))]
    Apart { base: String, head: String, shallow: bool },
    /// Commits of the range are there, their parents are not.
    #[error("{}", say!("this clone is shallow: it does not reach back to where the two part"))]
    Cut,
    /// A file that is to be compared cannot be read.
    #[error("{}", say!("{file} cannot be read: {why}", file, why))]
    Unread { file: String, why: String },
    /// A partial clone came without a file that is to be compared.
    #[error("{}", say!("this clone lacks {file}", file))]
    Lacks { file: String },
}

impl Range {
    /// What came between the revision `base` and the revision `head`, wherever `base` has gone on to since.
    ///
    /// # Errors
    /// When one of the two is not known here, or nothing is that both came from.
    pub fn between(root: &Path, base: &str, head: &str) -> Result<Self, RangeError> {
        let cut = cut(root)?;
        let shallow = !cut.is_empty();
        let (from, to) = (commit(root, base, shallow)?, commit(root, head, shallow)?);
        let found = output(git(root).args(["merge-base", &from, &to]))?;
        let common = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        if common.is_empty() {
            return match complaint(&found) {
                Some(why) => Err(RevisionError::Git { why }.into()),
                None => Err(RangeError::Apart { base: base.to_owned(), head: head.to_owned(), shallow }),
            };
        }
        let short = word(root, &["rev-parse", "--short", &common])?.unwrap_or_else(|| common.clone());
        Ok(Self { base: common, short, head: to, cut })
    }
}

/// The commit that a revision names, or that a tag of that name points at.
pub(super) fn commit(root: &Path, rev: &str, shallow: bool) -> Result<String, RevisionError> {
    let named = format!("{rev}^{{commit}}");
    let output = output(git(root).args(["rev-parse", "--verify", "--quiet", "--end-of-options", &named]))?;
    let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match complaint(&output) {
        // One like ^main it knows as well, and that is no commit's name.
        _ if output.status.success() && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && !id.is_empty() => Ok(id),
        Some(why) if why.starts_with("not a git repository") => Err(RevisionError::NoRepository(root.to_owned())),
        _ => Err(RevisionError::Unknown { rev: rev.to_owned(), shallow }),
    }
}

/// The commits at which a shallow clone ends.
fn cut(root: &Path) -> Result<HashSet<String>, RevisionError> {
    let Some(path) = word(root, &["rev-parse", "--git-path", "shallow"])? else { return Ok(HashSet::new()) };
    let text = fs::read_to_string(root.join(path)).unwrap_or_default();
    Ok(text.lines().map(str::to_owned).collect())
}

/// The one line that Git answers, if it answers.
fn word(root: &Path, words: &[&str]) -> Result<Option<String>, RevisionError> {
    let output = output(git(root).args(words))?;
    let text = String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned();
    Ok((output.status.success() && !text.is_empty()).then_some(text))
}
