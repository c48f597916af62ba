//! The files of a store: finding, reading, appending and editing them. The model is all that leaves this layer.

mod above;
mod append;
mod atomic;
pub mod attributes;
mod change;
mod compare;
pub mod compose;
mod convert;
mod define;
mod definitions;
mod diagnose;
mod discover;
pub mod edit;
mod folder;

pub mod format;
mod history;
pub mod layout;
mod load;
mod lock;
mod mend;
pub mod merge;
mod nothing;
mod object;
mod places;
mod record;
mod regroup;
mod relocate;
mod resolve;
mod schema;
mod settings;
mod shape;
mod source;
mod temporary;
mod text;
mod words;
mod write;
mod write_error;

pub use append::Healed;
pub use change::{Change, Finished};
pub use compare::{Compared, Side, compare};
pub use convert::{day_of, local_instant};
pub use definitions::Alone;
pub use discover::{DiscoverError, UserConfig, named, upwards, user_config};
pub use history::{HistoryFile, to_line};
pub use load::{Header, ReadRecord, Store};
pub use lock::Lock;
pub use nothing::Nothing;
pub use object::ObjectFormat;
pub use places::{Places, Wanted};
pub use regroup::Regrouped;
pub use resolve::Unresolved;
pub use schema::{
    KEY_RESULT_KEYS, KEYS, OBJECTIVE_KEYS, ORG_KEYS, PERSON_KEYS, SETTINGS_KEYS, SchemaKind, UNIT_KEYS, json_schema,
};
pub use source::{Entry, EntryKind, Folder, ReadError, Source};
pub use write::Writer;
pub use write_error::WriteError;
