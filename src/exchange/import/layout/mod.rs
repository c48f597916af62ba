//! YAML and JSON of other tools, whatever their keys are called and however deep they are nested.

mod json;
mod key_result;
mod keys;
mod objective;
mod tree;
mod values;
mod walk;
mod yaml;

#[cfg(test)]
mod properties;

use super::draft::Draft;
use crate::model::Zone;

/// Why a file cannot be read at all.
#[derive(Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// It is no YAML, or no JSON.
    Malformed { line: usize, column: Option<usize>, why: String },
    /// It holds more than one YAML document.
    Documents,
}

/// The draft that a YAML text is. Moments in milliseconds are of the day that they are in the zone.
///
/// # Errors
/// When it is no YAML, or several documents.
pub fn yaml(text: &str, zone: Zone, is_owner: &dyn Fn(&str) -> bool) -> Result<Draft, LayoutError> {
    Ok(yaml::read(text)?.map(|item| walk::draft(&item, zone, is_owner)).unwrap_or_default())
}

/// The draft that a JSON text is, as [`yaml`].
///
/// # Errors
/// When it is no JSON.
pub fn json(text: &str, zone: Zone, is_owner: &dyn Fn(&str) -> bool) -> Result<Draft, LayoutError> {
    Ok(walk::draft(&json::read(text)?, zone, is_owner))
}
