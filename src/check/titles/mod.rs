//! What the words of a title say, in English and Chinese.
//!
//! A wrong warning costs more than a missed one. So these readers answer only where the words leave little doubt, and
//! `tests/corpus.rs` measures how often they are right on titles that others have judged.

mod aims;
mod amounts;
mod beginnings;
mod claims;
mod labels;
mod measures;
mod multiples;
mod numbers;
mod placeholders;
mod tasks;
mod text;
mod usual;

pub use aims::two_aims;
pub use claims::contradiction;
pub use labels::is_label;
pub use measures::measure;
pub use numbers::outcome_number;
pub use placeholders::is_placeholder;
pub use tasks::{activity, is_vague_wish, task};
pub use text::{folded, pattern};
pub use usual::business_as_usual;
