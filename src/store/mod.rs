//! The files of a store: finding, reading, appending and editing them. The model is all that leaves this layer.

mod atomic;
pub mod attributes;
mod convert;
mod diagnose;
mod discover;
pub mod edit;
mod folder;
mod history;
pub mod layout;
mod load;
pub mod merge;
mod record;
mod regroup;
mod resolve;
mod schema;
mod settings;
mod source;
mod text;
mod words;
mod write;

pub use atomic::{Healed, WriteError};
pub use convert::{day_of, local_instant};
pub use discover::{DiscoverError, UserConfig, named, upwards, user_config};
pub use history::to_line;
pub use load::{Header, ReadRecord, Store};
pub use regroup::Regrouped;
pub use resolve::Unresolved;
pub use schema::{KEY_RESULT_KEYS, OBJECTIVE_KEYS, ORG_KEYS, PERSON_KEYS, SETTINGS_KEYS, UNIT_KEYS};
pub use source::{Entry, EntryKind, Folder, ReadError, Source};
pub use write::{Moved, Writer};
