//! An event as a history tells it.

use chrono::{DateTime, Utc};

use crate::model::{Event, Happened, Happening};

/// A check-in within the text of its history, or any event that was taken out of it.
#[derive(Debug)]
pub enum Told<'t> {
    Line(Happening<'t>),
    Event(Box<Event>),
}

impl Told<'_> {
    /// The event, if it is no line.
    pub fn event(&self) -> Option<&Event> {
        match self {
            Self::Line(_) => None,
            Self::Event(event) => Some(event),
        }
    }

    /// The event, with texts of its own.
    pub fn into_event(self) -> Event {
        match self {
            Self::Line(line) => line.to_event(),
            Self::Event(event) => *event,
        }
    }
}

impl From<Event> for Told<'_> {
    fn from(event: Event) -> Self {
        Self::Event(Box::new(event))
    }
}

impl Happened for Told<'_> {
    fn seen(&self) -> Happening<'_> {
        match self {
            Self::Line(line) => *line,
            Self::Event(event) => event.seen(),
        }
    }

    fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Line(line) => line.at(),
            Self::Event(event) => event.at,
        }
    }

    fn by(&self) -> &str {
        match self {
            Self::Line(line) => line.by(),
            Self::Event(event) => &event.by,
        }
    }

    fn look<R>(&self, look: impl FnOnce(&Happening<'_>) -> R) -> R {
        match self {
            Self::Line(line) => look(line),
            Self::Event(event) => look(&event.seen()),
        }
    }
}
