//! How the store of a desk is kept in Git.

use super::desk::ReadingDesk;
use crate::check::Keeping;
use crate::store::layout;

impl ReadingDesk<'_> {
    /// Where the store is below the top of its repository, with a `/` at the end unless it is the top.
    pub fn repository_prefix(&self) -> Option<String> {
        crate::git::prefix(self.root())
    }

    /// How the store is kept in Git; none without Git, outside of a repository, or in a revision.
    pub fn keeping(&self) -> Option<Keeping> {
        if self.is_revision() {
            return None;
        }
        let history = format!("cycle/owner/objective{}", layout::HISTORY);
        let keeping = crate::git::keeping(self.root(), &history)?;
        Some(Keeping { history: self.settings().history, people: self.org().people.len(), ..keeping })
    }
}
