//! A whole store as one JSON document, and back. Nothing of it is lost on the way: a file whose data alone would not give it
//! back byte for byte, for its comments or its layout, is in it as text as well.
//!
//! ```json
//! {"okr": "store", "version": 1, "files": [
//! {"path": "okr.yaml", "data": {"version": 1}, "yaml": "# ours\nversion: 1\n"},
//! {"path": "2026-Q4/acme/renewing.yaml", "data": {"title": "Make renewing the obvious choice"}},
//! {"path": "2026-Q4/acme/renewing.history.yaml", "events": [{"id": "01jd8xyzab", "event": "create"}]}
//! ]}
//! ```

mod file;
mod given;
mod merge;
mod write;

pub use given::{Fault, Whole};
pub use merge::{Plan, plan};
pub use write::{Document, Unwritable, document};

/// What the document says that it is.
pub const NAME: &str = "store";

/// The version of the document's shape.
pub const VERSION: u64 = 1;
