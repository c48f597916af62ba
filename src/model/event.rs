//! What happened to an objective: the lines of its history.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, Utc};
use compact_str::CompactString;
use serde::{Serialize, Serializer};

use super::byte_set;
use super::key::{KeyResultId, OwnerKey};
use super::packed;
use super::reading::Reported;
use super::status::{Confidence, Status};
use crate::language::say;

/// How many characters an event's id has.
pub const ID_LENGTH: usize = 10;

/// Crockford's base 32, in lower case.
pub const ID_ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// An event's id: 10 random Crockford base 32 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent)]
pub struct EventId(CompactString);

/// A text that is no event id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("an event's id is 1 to 40 letters, digits or -"))]
pub struct EventIdError;

impl EventId {
    /// The id that these random bits give.
    pub fn from_bits(bits: u64) -> Self {
        let letter = |at: usize| ID_ALPHABET[(bits >> (5 * at)) as usize & 31] as char;
        Self((0..ID_LENGTH).map(letter).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text is an id; people write them by hand too: any short run of letters, digits and hyphens.
    pub fn is_valid(text: &str) -> bool {
        const ID: [bool; 256] = byte_set!(byte => byte.is_ascii_alphanumeric() || byte == b'-');
        // The length first: a line of ten million letters is not looked through.
        (1..=40).contains(&text.len()) && text.bytes().all(|byte| ID[usize::from(byte)])
    }

    /// The id that a text is known to be.
    pub(super) fn known(text: &str) -> Self {
        Self(text.into())
    }
}

impl FromStr for EventId {
    type Err = EventIdError;
    fn from_str(text: &str) -> Result<Self, EventIdError> {
        Self::is_valid(text).then(|| Self::known(text)).ok_or(EventIdError)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Event {
    pub id: EventId,
    #[borsh(serialize_with = "packed::moment::write", deserialize_with = "packed::moment::read")]
    pub at: DateTime<Utc>,
    /// Who did it: a person's key, or what a hand-written event says.
    pub by: CompactString,
    pub what: What,
}

impl Event {
    /// The order in which events count: by moment, then by id. The order of lines in a file never matters.
    pub fn order(&self) -> (DateTime<Utc>, &EventId) {
        (self.at, &self.id)
    }

    /// The key result it concerns, if it is about one.
    pub fn key_result(&self) -> Option<&KeyResultId> {
        match &self.what {
            What::Update(CheckIn { key_result, .. }) | What::Score { key_result, .. } => key_result.as_ref(),
            _ => None,
        }
    }
}

/// What an event says. Each variant bears the name of the command that writes it.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum What {
    Create,
    Update(CheckIn),
    Comment { text: String },
    Edit(Edit),
    Score { key_result: Option<KeyResultId>, score: f64, note: Option<String> },
    Review { phase: Option<String>, went_well: Option<String>, stuck: Option<String>, next: Option<String> },
    Complete { note: Option<String> },
    Abandon { note: Option<String> },
    Reopen { note: Option<String> },
    Carry { from: Option<String>, to: Option<String> },
    Retract { of: EventId, note: Option<String> },
}

impl What {
    /// The event's name in the history.
    pub fn name(&self) -> &'static str {
        match self {
            What::Create => "create",
            What::Update(_) => "update",
            What::Comment { .. } => "comment",
            What::Edit(_) => "edit",
            What::Score { .. } => "score",
            What::Review { .. } => "review",
            What::Complete { .. } => "complete",
            What::Abandon { .. } => "abandon",
            What::Reopen { .. } => "reopen",
            What::Carry { .. } => "carry",
            What::Retract { .. } => "retract",
        }
    }
}

impl What {
    /// Every text that somebody wrote: a note, a comment, the parts of a review.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let [first, second, third] = match self {
            What::Create | What::Carry { .. } => [None, None, None],
            What::Comment { text } => [Some(text), None, None],
            What::Update(CheckIn { note, .. })
            | What::Edit(Edit { note, .. })
            | What::Score { note, .. }
            | What::Complete { note }
            | What::Abandon { note }
            | What::Reopen { note }
            | What::Retract { note, .. } => [note.as_ref(), None, None],
            What::Review { went_well, stuck, next, .. } => [went_well.as_ref(), stuck.as_ref(), next.as_ref()],
        };
        [first, second, third].into_iter().flatten().map(String::as_str)
    }
}

/// A check-in: a value, what people think of it, or both. On a whole objective there is no value.
#[derive(Debug, Clone, PartialEq, Default, BorshSerialize, BorshDeserialize)]
pub struct CheckIn {
    pub key_result: Option<KeyResultId>,
    pub value: Option<Reported>,
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
}

/// A change of the definition, kept so that the history tells about moved targets.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Edit {
    pub field: String,
    pub from: Option<String>,
    pub to: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// Whether an objective is still being worked on.
#[derive(Debug, Clone, PartialEq, Default, BorshSerialize, BorshDeserialize)]
pub enum Lifecycle {
    #[default]
    Open,
    Completed(Box<Ended>),
    Abandoned(Box<Ended>),
}

/// When and by whom an objective was ended.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Ended {
    #[borsh(serialize_with = "packed::moment::write", deserialize_with = "packed::moment::read")]
    pub at: DateTime<Utc>,
    pub by: CompactString,
}

impl Lifecycle {
    pub fn is_open(&self) -> bool {
        matches!(self, Lifecycle::Open)
    }

    pub fn is_abandoned(&self) -> bool {
        matches!(self, Lifecycle::Abandoned(_))
    }

    pub fn as_str(&self) -> &'static str {
        match self {
            Lifecycle::Open => "open",
            Lifecycle::Completed(_) => "completed",
            Lifecycle::Abandoned(_) => "abandoned",
        }
    }
}

impl Serialize for Lifecycle {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

/// Whether an owner's key stands for whoever an event is by.
pub fn is_by(event: &Event, person: &OwnerKey) -> bool {
    event.by.as_str() == person.as_str()
}
