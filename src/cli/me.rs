//! Who is asking.

use super::desk::ReadingDesk;
use super::error::{Failure, bad_key};
use super::find::git_email;
use crate::language::say;
use crate::model::{OwnerKey, slug_of};

impl ReadingDesk<'_> {
    /// Who is asking: by option, environment, user's settings, Git's e-mail address, or as the only person there is.
    ///
    /// # Errors
    /// When none of these tells.
    pub fn me(&self) -> Result<OwnerKey, Failure> {
        if let Some(text) = self.somebody_named() {
            return text.parse().map_err(|why| bad_key(say!(in "key", "person"), text, &why));
        }
        let org = self.org();
        let email = git_email(self.root());
        if let Some(person) = email.as_deref().and_then(|email| org.person_by_email(email)) {
            return Ok(person.clone());
        }
        let mut people = org.people.keys();
        if let (Some(only), None) = (people.next(), people.next()) {
            return Ok(only.clone());
        }
        let failure = Failure::usage(say!("who are you? --me, $OKR_ME and your settings do not say"))
            .hint(say!("okr --me KEY …, or export OKR_ME=KEY"));
        Err(match email {
            Some(email) => {
                failure.hint(say!("or put your address in org.yaml: okr org add-person KEY --email {email}", email))
            }
            None => failure.hint(say!("or set git config user.email to an address that org.yaml knows")),
        })
    }

    /// Who is asking, if anything tells.
    ///
    /// # Errors
    /// When somebody is named who cannot be anybody.
    pub fn me_if_known(&self) -> Result<Option<OwnerKey>, Failure> {
        match self.somebody_named() {
            Some(_) => self.me().map(Some),
            None => Ok(self.me().ok()),
        }
    }

    fn somebody_named(&self) -> Option<&String> {
        [&self.ctx.global.me, &self.ctx.env.me, &self.config().me].into_iter().find_map(Option::as_ref)
    }
}

/// The key that a person would most likely take: of the first name; where that is not in Latin letters, of the address, since
/// its owner knows best how it is read: 李娜 is li.na.
pub fn likely_key(name: &str, email: Option<&str>) -> Option<String> {
    let local = email.and_then(|email| email.split('@').next());
    let local = local.filter(|local| !name.is_ascii() && local.starts_with(|c: char| c.is_ascii_alphabetic()));
    slug_of(local.or_else(|| name.split_whitespace().next())?).map(|slug| slug.to_string())
}
