//! What people say (status, confidence) and what is computed (pace). The two never convert into each other.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::half_width::half_width;
use super::ratio::{EPSILON, Fraction, Progress};
use super::settings::PaceThresholds;
use crate::language::say;

/// The risk status that a check-in reports. Ordered from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Done,
    OnTrack,
    AtRisk,
    OffTrack,
}

/// A word that is no status.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("a status is on-track, at-risk, off-track or done"))]
pub struct StatusError;

impl Status {
    pub const ALL: [Status; 4] = [Status::OnTrack, Status::AtRisk, Status::OffTrack, Status::Done];

    pub fn as_str(self) -> &'static str {
        match self {
            Status::Done => "done",
            Status::OnTrack => "on-track",
            Status::AtRisk => "at-risk",
            Status::OffTrack => "off-track",
        }
    }
}

impl FromStr for Status {
    type Err = StatusError;
    fn from_str(text: &str) -> Result<Self, StatusError> {
        match text {
            "done" => return Ok(Status::Done),
            "on-track" => return Ok(Status::OnTrack),
            "at-risk" => return Ok(Status::AtRisk),
            "off-track" => return Ok(Status::OffTrack),
            _ => {}
        }
        let plain = text.to_ascii_lowercase().replace(['_', ' '], "-");
        Self::ALL.into_iter().find(|status| status.as_str() == plain).ok_or(StatusError)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How progress compares with the plan, computed. Ordered from best to worst, `TooEarly` last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    Done,
    OnTrack,
    AtRisk,
    OffTrack,
    TooEarly,
}

impl Pace {
    pub const ALL: [Pace; 5] = [Pace::OffTrack, Pace::AtRisk, Pace::OnTrack, Pace::Done, Pace::TooEarly];

    /// The pace of progress `p` against expected `e`: on-track from 0.95 e, at-risk from 0.75 e, else off-track
    /// (the thresholds are settings).
    pub fn of(progress: Progress, expected: Fraction, thresholds: &PaceThresholds) -> Pace {
        let (p, e) = (progress.ratio() + EPSILON, expected.ratio());
        if p >= thresholds.on_track.ratio() * e {
            Pace::OnTrack
        } else if p >= thresholds.at_risk.ratio() * e {
            Pace::AtRisk
        } else {
            Pace::OffTrack
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Pace::Done => "done",
            Pace::OnTrack => "on-track",
            Pace::AtRisk => "at-risk",
            Pace::OffTrack => "off-track",
            Pace::TooEarly => "too-early",
        }
    }

    /// What somebody who trusts the figures would say; nothing while it is too early.
    pub fn suggests(self) -> Option<Status> {
        match self {
            Pace::Done => Some(Status::Done),
            Pace::OnTrack => Some(Status::OnTrack),
            Pace::AtRisk => Some(Status::AtRisk),
            Pace::OffTrack => Some(Status::OffTrack),
            Pace::TooEarly => None,
        }
    }

    /// Whether a person's word agrees with the computed pace; nothing contradicts "too early".
    pub fn agrees_with(self, status: Status) -> bool {
        match self {
            Pace::TooEarly => true,
            Pace::Done => matches!(status, Status::Done | Status::OnTrack),
            Pace::OnTrack => status == Status::OnTrack,
            Pace::AtRisk => status == Status::AtRisk,
            Pace::OffTrack => status == Status::OffTrack,
        }
    }
}

impl FromStr for Pace {
    type Err = PaceError;
    fn from_str(text: &str) -> Result<Self, PaceError> {
        let plain = text.to_ascii_lowercase().replace(['_', ' '], "-");
        Self::ALL.into_iter().find(|pace| pace.as_str() == plain).ok_or(PaceError)
    }
}

/// A word that is no pace.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("a pace is on-track, at-risk, off-track, done or too-early"))]
pub struct PaceError;

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How sure the owner is to reach the target: 1 (hardly) to 10 (certain).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent)]
pub struct Confidence(u8);

/// A confidence outside 1–10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("confidence is a whole number from 1 to 10"))]
pub struct ConfidenceError;

impl Confidence {
    /// # Errors
    /// When the number is not between 1 and 10.
    pub fn new(level: i64) -> Result<Self, ConfidenceError> {
        u8::try_from(level).ok().filter(|level| (1..=10).contains(level)).map(Self).ok_or(ConfidenceError)
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

impl FromStr for Confidence {
    type Err = ConfidenceError;
    fn from_str(text: &str) -> Result<Self, ConfidenceError> {
        half_width(text).trim_end_matches("/10").parse().map_err(|_| ConfidenceError).and_then(Self::new)
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pace_turns_at_the_thresholds_exactly() {
        let half = Fraction::new(0.5);
        let pace = |p: f64| Pace::of(Progress::new(p), half, &PaceThresholds::default());
        assert_eq!(pace(0.475), Pace::OnTrack);
        assert_eq!(pace(0.4749), Pace::AtRisk);
        assert_eq!(pace(0.375), Pace::AtRisk);
        assert_eq!(pace(0.3749), Pace::OffTrack);
    }

    #[test]
    fn words_of_people_are_read_leniently() {
        assert_eq!("On Track".parse(), Ok(Status::OnTrack));
        assert_eq!("at_risk".parse(), Ok(Status::AtRisk));
        assert!("fine".parse::<Status>().is_err());
        assert_eq!("7/10".parse::<Confidence>().map(Confidence::get), Ok(7));
        assert!("11".parse::<Confidence>().is_err());
    }
}
