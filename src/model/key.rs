//! Names that people type and folders carry: cycles, owners, objectives, key results.
//!
//! Each is a newtype with one validator, shared by `FromStr` and by the readers of files, so that a value of the type
//! is always a safe file name on every platform.

use std::fmt;
use std::io;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use compact_str::CompactString;
use serde::{Serialize, Serializer};

use super::byte_set;
use crate::language::{marked, say, text};

/// The longest key, in characters.
pub const MAX_KEY: usize = 60;

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("{}", say!("it is empty"))]
    Empty,
    #[error("{}", say!("it is longer than {most} characters", most = MAX_KEY))]
    TooLong,
    #[error("{}", say!("it begins with {found}; a letter or a digit must come first", found = format_args!("{_0:?}")))]
    BadStart(char),
    #[error("{}", say!(
        "it holds {found}; {allowed} are allowed",
        found = format_args!("{found:?}"),
        allowed = text(allowed),
    ))]
    BadCharacter { found: char, allowed: &'static str },
    #[error("{}", say!("it ends with a full stop, which Windows cuts off"))]
    TrailingDot,
    #[error("{}", say!("Windows reserves this name"))]
    Reserved,
}

const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

fn validate(text: &str, extra: fn(char) -> bool, allowed: &'static str) -> Result<(), KeyError> {
    if is_plain(text.as_bytes()) {
        return Ok(());
    }
    let first = text.chars().next().ok_or(KeyError::Empty)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    if let Some(found) = text.chars().find(|&c| !(plain(c) || c == '-' || extra(c))) {
        return Err(KeyError::BadCharacter { found, allowed });
    }
    if !first.is_ascii_alphanumeric() {
        return Err(KeyError::BadStart(first));
    }
    if text.len() > MAX_KEY {
        return Err(KeyError::TooLong);
    }
    if text.ends_with('.') {
        return Err(KeyError::TrailingDot);
    }
    let stem = text.split('.').next().unwrap_or(text);
    if is_reserved(stem.as_bytes()) {
        return Err(KeyError::Reserved);
    }
    Ok(())
}

/// Whether a text is a key by what most keys are, so that reading a store asks no more of each.
fn is_plain(text: &[u8]) -> bool {
    const PLAIN: [bool; 256] = byte_set!(byte => byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let begins = text.first().is_some_and(|first| *first != b'-');
    begins && text.len() <= MAX_KEY && text.iter().all(|byte| PLAIN[usize::from(*byte)]) && !is_reserved(text)
}

fn is_reserved(stem: &[u8]) -> bool {
    let may_be =
        stem.first().is_some_and(|first| matches!(first.to_ascii_lowercase(), b'a' | b'c' | b'l' | b'n' | b'p'));
    may_be
        && matches!(stem.len(), 3 | 4)
        && RESERVED.iter().any(|reserved| reserved.as_bytes().eq_ignore_ascii_case(stem))
}

fn validate_key(text: &str) -> Result<(), KeyError> {
    validate(text, |_| false, marked!("a–z, 0–9 and -"))
}

fn validate_cycle(text: &str) -> Result<(), KeyError> {
    validate(text, |c| c.is_ascii_uppercase() || matches!(c, '_' | '.'), marked!("letters, digits, - _ and ."))
}

macro_rules! key {
    ($(#[$doc:meta])* $name:ident, $validate:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(CompactString);

        impl $name {
            /// The key as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = KeyError;
            fn from_str(text: &str) -> Result<Self, KeyError> {
                $validate(text)?;
                Ok(Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", self.0.as_str())
            }
        }

        impl BorshSerialize for $name {
            fn serialize<W: io::Write>(&self, to: &mut W) -> io::Result<()> {
                BorshSerialize::serialize(self.0.as_str(), to)
            }
        }

        impl BorshDeserialize for $name {
            fn deserialize_reader<R: io::Read>(from: &mut R) -> io::Result<Self> {
                let text = CompactString::deserialize_reader(from)?;
                $validate(&text).map_err(io::Error::other)?;
                Ok(Self(text))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }
    };
}

key! {
    /// A cycle's folder: `2026-Q4`, `2026-10`, or any name with dates in its `cycle.yaml`.
    ///
    /// ```compile_fail
    /// let cycle: okrs::model::CycleId = "2026-Q4".parse().unwrap();
    /// let owner: okrs::model::OwnerKey = cycle; // a cycle is never an owner
    /// ```
    CycleId, validate_cycle
}
key! {
    /// The company, a unit or a person: its key in `org.yaml` and its folder in a cycle.
    OwnerKey, validate_key
}
key! {
    /// An objective's name on disk and in references.
    ///
    /// ```compile_fail
    /// let slug: okrs::model::Slug = "renewing".parse().unwrap();
    /// let id: okrs::model::KeyResultId = slug; // an objective is never a key result
    /// ```
    Slug, validate_key
}
key! {
    /// A key result's id within its objective.
    KeyResultId, validate_key
}

impl KeyResultId {
    /// Whether a text is an id.
    pub fn is_valid(text: &str) -> bool {
        is_plain(text.as_bytes())
    }

    /// The id that a text is known to be.
    pub(super) fn known(text: &str) -> Self {
        Self(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_safe_file_names_everywhere() {
        assert!("make-renewing-obvious".parse::<Slug>().is_ok());
        assert_eq!("".parse::<Slug>(), Err(KeyError::Empty));
        assert_eq!("con".parse::<OwnerKey>(), Err(KeyError::Reserved));
        assert_eq!("-a".parse::<Slug>(), Err(KeyError::BadStart('-')));
        assert!(matches!("../etc".parse::<Slug>(), Err(KeyError::BadCharacter { found: '.', .. })));
        assert!(matches!("Upper".parse::<Slug>(), Err(KeyError::BadCharacter { found: 'U', .. })));
        assert_eq!("a".repeat(61).parse::<Slug>(), Err(KeyError::TooLong));
    }

    #[test]
    fn an_id_is_what_reads_as_one() {
        let long = ["a".repeat(60), "a".repeat(61)];
        let others = ["", "-", "-a", "a-", "con", "com1", "com10", "a.b", "Kr1", "客", "a b", "9", "con.a"];
        let all = (0..=u8::MAX).flat_map(|byte| ["", "k"].map(|before| format!("{before}{}", char::from(byte))));
        for text in all.chain(long).chain(others.map(str::to_owned)) {
            assert_eq!(KeyResultId::is_valid(&text), text.parse::<KeyResultId>().is_ok(), "{text:?}");
        }
    }

    #[test]
    fn a_cycle_may_hold_upper_case_and_dots_but_never_climbs() {
        assert!("2026-Q4".parse::<CycleId>().is_ok());
        assert!("FY27_H1.a".parse::<CycleId>().is_ok());
        assert_eq!("..".parse::<CycleId>(), Err(KeyError::BadStart('.')));
        assert_eq!("NUL.x".parse::<CycleId>(), Err(KeyError::Reserved));
        assert_eq!("2026.".parse::<CycleId>(), Err(KeyError::TrailingDot));
        assert!("2026/Q4".parse::<CycleId>().is_err());
    }
}
