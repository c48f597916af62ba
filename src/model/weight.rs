//! How much an objective, a key result or a milestone counts in a mean.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

use crate::language::say;

/// A weight between 0 (does not count) and 1000; 1 unless somebody says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, BorshSerialize, BorshDeserialize)]
pub struct Weight(f64);

/// The weight is negative, not a number, or above 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("a weight is a number from 0 to 1000"))]
pub struct WeightError;

impl Weight {
    pub const ONE: Weight = Weight(1.0);

    /// # Errors
    /// When the weight is not between 0 and 1000.
    pub fn new(weight: f64) -> Result<Self, WeightError> {
        if (0.0..=1000.0).contains(&weight) { Ok(Self(weight)) } else { Err(WeightError) }
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self::ONE
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 { s.serialize_i64(self.0 as i64) } else { s.serialize_f64(self.0) }
    }
}
