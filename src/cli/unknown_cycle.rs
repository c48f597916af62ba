//! How a cycle that was named and is not there comes into being, if it can.

use crate::language::say;
use crate::model::{Cycle, CycleId, span_of};

/// The command that makes it; none where that would be refused, or where the name is a slip of the pen for a quarter, a month or
/// a year, which needs no dates of its own.
pub fn making(id: &CycleId, cycles: &[Cycle], fiscal_start: u32) -> Option<String> {
    let small = id.as_str().to_lowercase();
    if cycles.iter().any(|cycle| cycle.id.as_str().to_lowercase() == small) {
        return None;
    }
    if span_of(id, fiscal_start).is_some() {
        return Some(say!("okr cycle new {id} makes it", id));
    }
    let year = small.trim_start_matches("fy").bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    (!year).then(|| say!("okr cycle new {id} --start DATE --end DATE makes it", id))
}
