//! The two kinds of ratio, which are never mixed: progress may leave 0–1, a fraction may not.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

/// How far a key result or objective has come from its start (0) to its target (1); below 0 and above 1 are possible.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, BorshSerialize, BorshDeserialize)]
pub struct Progress(f64);

/// A share between 0 and 1: expected progress, weights of a whole, progress clamped for a roll-up.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Fraction(f64);

/// The smallest difference that counts: below it two ratios are the same.
pub const EPSILON: f64 = 1e-9;

impl Progress {
    pub const NONE: Progress = Progress(0.0);
    pub const FULL: Progress = Progress(1.0);

    /// A finite ratio; anything else becomes 0, which only a metric without a span could give.
    pub fn new(ratio: f64) -> Self {
        Self(if ratio.is_finite() { ratio } else { 0.0 })
    }

    pub fn ratio(self) -> f64 {
        self.0
    }

    /// What a roll-up counts: within 0 and 1.
    pub fn clamped(self) -> Fraction {
        Fraction::new(self.0)
    }

    pub fn is_full(self) -> bool {
        self.0 >= 1.0 - EPSILON
    }
}

impl Fraction {
    pub const NONE: Fraction = Fraction(0.0);
    pub const FULL: Fraction = Fraction(1.0);

    /// The ratio brought within 0 and 1.
    pub fn new(ratio: f64) -> Self {
        Self(if ratio.is_finite() { ratio.clamp(0.0, 1.0) } else { 0.0 })
    }

    pub fn ratio(self) -> f64 {
        self.0
    }
}

impl From<Fraction> for Progress {
    fn from(fraction: Fraction) -> Self {
        Progress(fraction.0)
    }
}

/// Gap to plan: progress less what is expected, in percentage points; negative is behind.
pub fn gap_to_plan(progress: Progress, expected: Fraction) -> f64 {
    rounded((progress.ratio() - expected.ratio()) * 100.0, 4)
}

/// A ratio as a machine reads it: six decimals, no binary noise, no minus zero.
pub fn rounded(ratio: f64, decimals: i32) -> f64 {
    let unit = 10f64.powi(decimals);
    (ratio * unit).round() / unit + 0.0
}

impl Serialize for Progress {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(rounded(self.0, 6))
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(rounded(self.0, 6))
    }
}
