//! The weighted mean that objectives, units, levels and cycles are summed up by.

use crate::model::{Fraction, Progress, Weight};

/// A mean of progress and of what is expected, over the same parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// `None` where no part has a progress.
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
    /// Parts without a progress: left out of the mean, never counted as 0.
    pub missing: usize,
}

/// The mean by weight: Σ w·p / Σ w with p clamped to 0–1, over the parts that have a progress, and the same for what is
/// expected of those parts.
pub fn mean(parts: impl IntoIterator<Item = (Weight, Option<Progress>, Option<Fraction>)>) -> Mean {
    let (mut weights, mut progress, mut expected, mut missing) = (0.0, 0.0, 0.0, 0);
    for (weight, p, e) in parts {
        match (p, e) {
            (Some(p), Some(e)) => {
                weights += weight.get();
                progress += weight.get() * p.clamped().ratio();
                expected += weight.get() * e.ratio();
            }
            _ => missing += 1,
        }
    }
    let any = weights > 0.0;
    Mean {
        progress: any.then(|| Progress::new(progress / weights)),
        expected: any.then(|| Fraction::new(expected / weights)),
        missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(weight: f64, p: f64, e: f64) -> (Weight, Option<Progress>, Option<Fraction>) {
        (Weight::new(weight).unwrap(), Some(Progress::new(p)), Some(Fraction::new(e)))
    }

    #[test]
    fn what_is_missing_is_left_out_and_counted_and_the_rest_is_clamped() {
        let none = (Weight::ONE, None, Some(Fraction::FULL));
        let mean = mean([part(1.0, 1.5, 1.0), part(3.0, -0.5, 0.5), none]);
        assert_eq!(mean.progress.unwrap().ratio(), 0.25);
        assert_eq!(mean.expected.unwrap().ratio(), 0.625);
        assert_eq!(mean.missing, 1);
        assert_eq!(super::mean([none]).progress, None);
        assert_eq!(super::mean([part(0.0, 1.0, 1.0)]).progress, None);
    }

    proptest! {
        #[test]
        fn a_mean_stays_within_its_parts(parts in prop::collection::vec((0.0f64..1000.0, -2.0f64..3.0, 0.0f64..1.0), 1..20)) {
            let all = parts.iter().map(|&(w, p, e)| part(w, p, e));
            if let Some(progress) = mean(all).progress {
                let clamped: Vec<f64> = parts.iter().map(|(_, p, _)| p.clamp(0.0, 1.0)).collect();
                let low = clamped.iter().copied().fold(f64::INFINITY, f64::min);
                let high = clamped.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!(progress.ratio() >= low - 1e-9 && progress.ratio() <= high + 1e-9);
            }
        }
    }
}
