//! Student's t, as far as an 80 % band needs it.

/// The 0.90 quantile by degrees of freedom from 1 to 30 (any statistics handbook's table; NIST/SEMATECH e-Handbook,
/// 1.3.6.7.2).
const QUANTILES: [f64; 30] = [
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341, 1.337,
    1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
];

/// The normal distribution's, which Student's comes to.
const NORMAL: f64 = 1.282;

/// The number of standard deviations between whose negative and itself 80 % of Student's t lies.
pub fn quantile_90(degrees_of_freedom: usize) -> f64 {
    let at = degrees_of_freedom.max(1) - 1;
    QUANTILES.get(at).copied().unwrap_or(NORMAL)
}
