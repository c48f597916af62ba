//! Whom the organisation does not know, and who was most likely meant.

use super::desk::ReadingDesk;
use super::error::Failure;
use super::grammar::nearest;
use crate::language::say;
use crate::model::OwnerKey;

impl ReadingDesk<'_> {
    /// Says so where `org.yaml` does not know an owner.
    pub fn warn_of_stranger(&self, owner: &OwnerKey) {
        if self.org().knows(owner) {
            return;
        }
        self.ctx.ui.warning(&match self.owner_like(owner) {
            Some(near) => say!(
                "org.yaml does not know {owner}; did you mean {near}? If not, okr org add-person {owner} tells it",
                owner,
                near
            ),
            None => say!("org.yaml does not know {owner}; okr org add-person {owner} tells it", owner),
        });
    }

    /// An owner that somebody wants to see: known to `org.yaml`, or with a folder in some cycle.
    ///
    /// # Errors
    /// When it is neither.
    pub fn known_owner(&self, owner: &OwnerKey) -> Result<(), Failure> {
        let has_folder = || self.cycles().iter().any(|cycle| self.store.owners(&cycle.id).contains(owner));
        if self.org().knows(owner) || has_folder() {
            return Ok(());
        }
        Err(self.nobody(owner))
    }

    /// An owner that somebody types at a prompt: a company knows who is in it. On the command line it is only warned, since a script may
    /// make the objectives before the organisation.
    ///
    /// # Errors
    /// When the company of `org.yaml` does not know it.
    pub fn is_one_of_us(&self, owner: &OwnerKey) -> Result<(), Failure> {
        let org = self.org();
        if org.company.is_none() || org.knows(owner) { Ok(()) } else { Err(self.nobody(owner)) }
    }

    fn nobody(&self, owner: &OwnerKey) -> Failure {
        let hint = match self.owner_like(owner) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("okr org shows who there is").to_owned(),
        };
        Failure::usage(say!("nobody here is called \"{owner}\"", owner)).hint(hint)
    }

    fn owner_like(&self, owner: &OwnerKey) -> Option<&str> {
        nearest(owner.as_str(), self.org().owners().map(OwnerKey::as_str))
    }
}
