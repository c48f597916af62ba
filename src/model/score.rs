//! Scores at the end of a cycle, and the bands they fall into.

use serde::{Serialize, Serializer};

use crate::language::{marked, pattern, say};

/// How well an objective or key result did, from 0 (no progress) to 100 (outstanding).
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Score(f64);

/// A number that is no score.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ScoreError {
    #[error("{}", say!("a score is a number from 0 to {most}", most))]
    OutOfRange { most: f64 },
    #[error("{}", say!("{given} of 100 would be next to nothing", given))]
    OtherScale { given: f64 },
}

impl Score {
    /// # Errors
    /// When the number is not between 0 and 100.
    pub fn new(score: f64) -> Result<Self, ScoreError> {
        if (0.0..=100.0).contains(&score) { Ok(Self(score)) } else { Err(ScoreError::OutOfRange { most: 100.0 }) }
    }

    /// The number from 0 to 100.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(super::ratio::rounded(self.0, 4))
    }
}

/// The numbers that people write scores in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Scale {
    /// 0 to 100.
    Hundred,
    /// 0.0 to 1.0.
    One,
}

/// What a score from a number on is called.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Band {
    pub name: String,
    /// 0–100.
    pub from: f64,
}

impl Band {
    /// Its name as it is told to people: those that every store has stand in the catalogue.
    pub fn said(&self) -> &str {
        Self::said_of(&self.name)
    }

    /// The same of a name alone.
    pub fn said_of(name: &str) -> &str {
        pattern(name).unwrap_or(name)
    }
}

/// How this team scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Scoring {
    pub scale: Scale,
    /// From the lowest to the highest.
    pub bands: Vec<Band>,
}

impl Default for Scoring {
    fn default() -> Self {
        let band = |name: &str, from: f64| Band { name: name.to_owned(), from };
        Self {
            scale: Scale::Hundred,
            bands: vec![
                band(marked!("no progress"), 0.0),
                band(marked!("some progress"), 30.0),
                band(marked!("a hard objective achieved"), 70.0),
                band(marked!("outstanding"), 100.0),
            ],
        }
    }
}

impl Scoring {
    /// The index of the highest band that a score reaches; none where it is below all.
    pub fn band_at(&self, score: Score) -> Option<usize> {
        self.bands.iter().rposition(|band| score.0 + super::ratio::EPSILON >= band.from)
    }

    /// The highest band that a score reaches.
    pub fn band(&self, score: Score) -> Option<&Band> {
        self.band_at(score).map(|at| &self.bands[at])
    }

    /// The score that a number on this scale is.
    ///
    /// # Errors
    /// When it is off the scale, or looks like one on the other scale.
    pub fn read(&self, number: f64) -> Result<Score, ScoreError> {
        match self.scale {
            Scale::One if (0.0..=1.0).contains(&number) => Score::new(number * 100.0),
            Scale::One => Err(ScoreError::OutOfRange { most: 1.0 }),
            Scale::Hundred if number > 0.0 && number < 1.0 => Err(ScoreError::OtherScale { given: number }),
            Scale::Hundred => Score::new(number),
        }
    }

    /// A score, or a mean of scores, as this scale writes it: `70`, `0.7`; one decimal more for a mean.
    pub fn show(&self, score: f64) -> String {
        match self.scale {
            Scale::Hundred => super::ratio::rounded(score, 1).to_string(),
            Scale::One => super::ratio::rounded(score / 100.0, 3).to_string(),
        }
    }

    /// What a progress suggests: the clamped progress, to a whole point of a hundred.
    pub fn suggested(progress: super::ratio::Progress) -> Score {
        Score((progress.clamped().ratio() * 100.0).round())
    }
}

#[cfg(test)]
mod tests {
    use super::super::ratio::Progress;
    use super::*;

    #[test]
    fn a_band_begins_with_its_number() {
        let scoring = Scoring::default();
        let band = |score: f64| scoring.band(Score::new(score).unwrap()).unwrap().name.as_str();
        assert_eq!(
            [0.0, 29.9, 30.0, 69.0, 70.0, 99.0, 100.0].map(band),
            [
                "no progress",
                "no progress",
                "some progress",
                "some progress",
                "a hard objective achieved",
                "a hard objective achieved",
                "outstanding"
            ]
        );
    }

    #[test]
    fn each_scale_takes_and_shows_its_own_numbers() {
        let hundred = Scoring::default();
        let one = Scoring { scale: Scale::One, ..Scoring::default() };
        assert_eq!(hundred.read(70.0), one.read(0.7));
        assert_eq!((hundred.show(70.0), one.show(70.0)), ("70".into(), "0.7".into()));
        assert_eq!((hundred.show(63.333), one.show(63.333)), ("63.3".into(), "0.633".into()));
        assert_eq!(hundred.read(0.7), Err(ScoreError::OtherScale { given: 0.7 }));
        assert_eq!(hundred.read(101.0), Err(ScoreError::OutOfRange { most: 100.0 }));
        assert_eq!(one.read(7.0), Err(ScoreError::OutOfRange { most: 1.0 }));
        assert!(hundred.read(0.0).is_ok() && hundred.read(f64::NAN).is_err());
    }

    #[test]
    fn a_suggestion_is_the_clamped_progress() {
        assert_eq!(Scoring::suggested(Progress::new(0.368)).get(), 37.0);
        assert_eq!(Scoring::suggested(Progress::new(1.7)).get(), 100.0);
        assert_eq!(Scoring::suggested(Progress::new(-0.2)).get(), 0.0);
    }
}
