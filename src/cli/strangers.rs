//! Whom the organisation does not know, and who was most likely meant.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::desk::ReadingDesk;
use super::error::Failure;
use super::grammar::nearest;
use crate::language::say;
use crate::model::{Loss, OwnerKey};

/// Whom one command has met.
#[derive(Debug, Default)]
pub struct Met {
    /// By whom the events are that it writes.
    author: OnceLock<OwnerKey>,
    /// Of whom it was said that the organisation does not know them.
    warned_of: Mutex<BTreeSet<OwnerKey>>,
}

impl Met {
    /// Notes by whom an event is that is about to be written.
    pub fn signs(&self, author: &OwnerKey) {
        self.author.get_or_init(|| author.clone());
    }

    /// Whether this is the first word about somebody.
    fn is_news(&self, somebody: &OwnerKey) -> bool {
        self.warned_of.lock().unwrap_or_else(PoisonError::into_inner).insert(somebody.clone())
    }
}

impl ReadingDesk<'_> {
    /// Says so where what was written is by somebody whom `org.yaml` does not know: a name that was mistyped. Where there is no
    /// company, or nobody is known, there are no strangers.
    pub fn warn_of_strange_author(&self) {
        let Some(author) = self.met.author.get() else { return };
        // Most are known, and a check-in need not learn who everybody else is.
        if !self.has_read_org() && self.store.has_line_of(author) {
            return;
        }
        let org = self.org();
        // What cannot be read may hold them.
        let unsure = self.header().damages.iter().any(|damage| damage.loss == Loss::Defaults);
        let everybody = org.company.is_none() || org.people.is_empty();
        if unsure || everybody || org.people.contains_key(author) || !self.met.is_news(author) {
            return;
        }
        let near = nearest(author.as_str(), org.people.keys().map(OwnerKey::as_str));
        self.ctx.ui.warning(&match near {
            _ if org.knows(author) => say!(
                "this stands under the name of {unit}, which is a unit in org.yaml; --me and $OKR_ME name a person",
                unit = author
            ),
            Some(near) => say!(
                "this stands under the name of {person}, whom org.yaml does not know; did you mean {near}? If not, okr org add-person \
                 {person} adds them",
                person = author,
                near
            ),
            None => say!(
                "this stands under the name of {person}, whom org.yaml does not know; okr org add-person {person} adds them",
                person = author
            ),
        });
    }

    /// Says so where `org.yaml` does not know an owner.
    pub fn warn_of_stranger(&self, owner: &OwnerKey) {
        if self.org().knows(owner) || !self.met.is_news(owner) {
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
