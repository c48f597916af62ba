//! Check-ins by row and day on the terminal.

use crate::view::Heat;

use super::Look;

/// The map's lines.
pub fn heat(_heat: &Heat, _look: &Look) -> String {
    String::new()
}
