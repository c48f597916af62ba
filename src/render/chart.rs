//! Progress over time on the terminal.

use crate::view::Chart;

use super::Look;

/// The chart's lines.
pub fn chart(_chart: &Chart, _look: &Look) -> String {
    String::new()
}
