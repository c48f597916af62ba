//! References to objectives and key results: as typed (maybe short), and whole.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

use super::key::{CycleId, KeyError, KeyResultId, OwnerKey, Slug};
use crate::language::{self, marked, say};

/// One objective, wholly named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectiveRef {
    pub cycle: CycleId,
    pub owner: OwnerKey,
    pub slug: Slug,
}

/// One objective or one of its key results, wholly named: `2026-Q4/acme/renewing.nps`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    pub objective: ObjectiveRef,
    pub key_result: Option<KeyResultId>,
}

/// A reference as somebody typed it: leading parts may be missing, the objective may be a prefix.
/// [`resolve`](crate::model::resolve) is the only way from here to a [`Reference`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct ReferenceQuery {
    pub cycle: Option<CycleId>,
    pub owner: Option<OwnerKey>,
    pub objective: Slug,
    pub key_result: Option<KeyResultId>,
}

/// Why a text is no reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    #[error("{}", say!("a reference has at most three parts: cycle/owner/objective.kr"))]
    TooManyParts,
    #[error("{}", say!("{text} names no {part}", text = format_args!("{text:?}"), part = language::text(part)))]
    MissingPart { part: &'static str, text: String },
    #[error("{}", say!("{part} {text}: {why}", part = language::text(part), text = format_args!("{text:?}"), why))]
    BadPart { part: &'static str, text: String, why: KeyError },
}

impl ObjectiveRef {
    /// The reference to one of its key results.
    pub fn key_result(&self, id: &KeyResultId) -> Reference {
        Reference { objective: self.clone(), key_result: Some(id.clone()) }
    }

    /// `owner/objective`, as it is written within its cycle.
    pub fn in_cycle(&self) -> String {
        format!("{}/{}", self.owner, self.slug)
    }

    /// As a query that names every part.
    pub fn to_query(&self) -> ReferenceQuery {
        ReferenceQuery {
            cycle: Some(self.cycle.clone()),
            owner: Some(self.owner.clone()),
            objective: self.slug.clone(),
            key_result: None,
        }
    }
}

impl From<ObjectiveRef> for Reference {
    fn from(objective: ObjectiveRef) -> Self {
        Self { objective, key_result: None }
    }
}

impl fmt::Display for ObjectiveRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.cycle, self.owner, self.slug)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.objective.fmt(f)?;
        self.key_result.iter().try_for_each(|kr| write!(f, ".{kr}"))
    }
}

impl fmt::Display for ReferenceQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cycle.iter().try_for_each(|cycle| write!(f, "{cycle}/"))?;
        self.owner.iter().try_for_each(|owner| write!(f, "{owner}/"))?;
        write!(f, "{}", self.objective)?;
        self.key_result.iter().try_for_each(|kr| write!(f, ".{kr}"))
    }
}

impl Serialize for ObjectiveRef {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// One part of what was typed.
fn part<K: FromStr<Err = KeyError>>(whole: &str, part: &'static str, text: &str) -> Result<K, ReferenceError> {
    text.parse().map_err(|why| match why {
        KeyError::Empty => ReferenceError::MissingPart { part, text: whole.to_owned() },
        why => ReferenceError::BadPart { part, text: text.to_owned(), why },
    })
}

impl FromStr for ReferenceQuery {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let mut parts = text.rsplit('/');
        let (last, owner, cycle) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        if parts.next().is_some() {
            return Err(ReferenceError::TooManyParts);
        }
        let (objective, key_result) = match last.split_once('.') {
            Some((objective, kr)) => (objective, Some(part(text, marked!("key result"), kr)?)),
            None => (last, None),
        };
        Ok(Self {
            cycle: cycle.map(|cycle| part(text, marked!("cycle"), cycle)).transpose()?,
            owner: owner.map(|owner| part(text, marked!("owner"), owner)).transpose()?,
            objective: part(text, marked!("objective"), objective)?,
            key_result,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back_as_it_is_written() {
        for text in ["renewing", "renewing.nps", "acme/renewing", "2026-Q4/acme/renewing.nps", "v1.0/acme/renewing.nps"]
        {
            assert_eq!(text.parse::<ReferenceQuery>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_climbs_or_is_too_long_is_no_reference() {
        assert!("../acme/renewing".parse::<ReferenceQuery>().is_err());
        assert!("a/b/c/d".parse::<ReferenceQuery>().is_err());
        assert!("acme/".parse::<ReferenceQuery>().is_err());
        assert!("acme/renewing.".parse::<ReferenceQuery>().is_err());
    }
}
