//! An event as it is looked at: most are lines of a history that are read, counted and left behind, and what follows from them takes
//! no copy of their texts.

use chrono::{DateTime, Utc};

use super::event::{CheckIn, Event, EventId, What};
use super::key::KeyResultId;
use super::reading::Reported;
use super::status::{Confidence, Status};

/// What happened, wherever it is kept.
pub trait Happened {
    fn seen(&self) -> Happening<'_>;

    /// What `look` makes of it: where it is kept as it is seen, no copy is taken.
    fn look<R>(&self, look: impl FnOnce(&Happening<'_>) -> R) -> R {
        look(&self.seen())
    }

    /// When it was.
    fn at(&self) -> DateTime<Utc>;

    /// By whom it was.
    fn by(&self) -> &str;
}

/// One thing that happened, without a text of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Happening<'e> {
    id: &'e str,
    at: DateTime<Utc>,
    by: &'e str,
    what: Did<'e>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Did<'e> {
    CheckIn(CheckedIn<'e>),
    /// Anything else.
    Other(&'e What),
}

/// A [`CheckIn`] without a text of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CheckedIn<'e> {
    pub key_result: Option<&'e str>,
    pub value: Option<Reported<&'e str>>,
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<&'e str>,
}

impl<'e> Happening<'e> {
    /// A check-in by these texts; none where the ids among them are none, or `by` is not one plain word.
    #[inline(always)]
    pub fn check_in(id: &'e str, at: DateTime<Utc>, by: &'e str, check_in: CheckedIn<'e>) -> Option<Self> {
        let is_bare = !by.is_empty() && by.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_bare || !EventId::is_valid(id) || !check_in.key_result.is_none_or(KeyResultId::is_valid) {
            return None;
        }
        Some(Self { id, at, by, what: Did::CheckIn(check_in) })
    }

    /// As [`EventId`] has it.
    pub fn id(&self) -> &'e str {
        self.id
    }

    /// The same with a text of its own.
    pub fn event_id(&self) -> EventId {
        EventId::known(self.id)
    }

    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    pub fn by(&self) -> &'e str {
        self.by
    }

    pub fn did(&self) -> &Did<'e> {
        &self.what
    }

    /// As [`Event::order`] has it.
    pub fn order(&self) -> (DateTime<Utc>, &'e str) {
        (self.at, self.id)
    }

    /// The check-in, if it is one.
    pub fn checked_in(&self) -> Option<CheckedIn<'e>> {
        match self.what {
            Did::CheckIn(check_in) => Some(check_in),
            Did::Other(_) => None,
        }
    }

    /// What else happened.
    pub fn other(&self) -> Option<&'e What> {
        match self.what {
            Did::CheckIn(_) => None,
            Did::Other(what) => Some(what),
        }
    }

    /// The event, with texts of its own.
    pub fn to_event(&self) -> Event {
        let what = match self.what {
            Did::CheckIn(check_in) => What::Update(CheckIn {
                // The ids were looked at as this was made.
                key_result: check_in.key_result.map(KeyResultId::known),
                value: check_in.value.map(Reported::to_owned),
                status: check_in.status,
                confidence: check_in.confidence,
                note: check_in.note.map(str::to_owned),
            }),
            Did::Other(what) => what.clone(),
        };
        Event { id: self.event_id(), at: self.at, by: self.by.into(), what }
    }
}

impl Happened for Event {
    fn at(&self) -> DateTime<Utc> {
        self.at
    }

    fn by(&self) -> &str {
        &self.by
    }

    fn seen(&self) -> Happening<'_> {
        let what = match &self.what {
            What::Update(CheckIn { key_result, value, status, confidence, note }) => Did::CheckIn(CheckedIn {
                key_result: key_result.as_ref().map(KeyResultId::as_str),
                value: value.as_ref().map(Reported::borrowed),
                status: *status,
                confidence: *confidence,
                note: note.as_deref(),
            }),
            other => Did::Other(other),
        };
        Happening { id: self.id.as_str(), at: self.at, by: &self.by, what }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_of_an_event_is_all_of_it() {
        let check_in = CheckIn {
            key_result: Some("nps".parse().unwrap()),
            value: Some(Reported::Word("done".to_owned())),
            status: Some(Status::AtRisk),
            confidence: Confidence::new(4).ok(),
            note: Some("没有人回答".to_owned()),
        };
        for what in [What::Update(check_in), What::Update(CheckIn::default()), What::Create] {
            let at = "2026-10-12T09:00:00Z".parse().unwrap();
            let event = Event { id: "01jd8xyzab".parse().unwrap(), at, by: "ana".into(), what };
            assert_eq!(event.seen().to_event(), event);
        }
    }

    #[test]
    fn no_check_in_is_made_of_texts_that_are_no_ids() {
        let made = |id, by, key_result| {
            let check_in = CheckedIn { key_result, value: None, status: None, confidence: None, note: None };
            Happening::check_in(id, DateTime::UNIX_EPOCH, by, check_in).is_some()
        };
        assert!(made("a1", "ana", Some("nps")) && made("a1", "Ana", None));
        for (id, by, kr) in
            [("", "ana", None), ("a b", "ana", None), ("a", "", None), ("a", "a b", None), ("a", "王芳", None)]
        {
            assert!(!made(id, by, kr));
        }
        assert!(!made("a1", "ana", Some("NPS")) && !made("a1", "ana", Some("con")));
    }
}
