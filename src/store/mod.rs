//! The files of a store: finding, reading, appending and editing them. The model is all that leaves this layer.

pub mod attributes;
pub mod canonical;
mod change;
mod compare;
pub mod compose;
mod convert;
mod define;
mod definitions;
mod diagnose;
mod discover;
mod disk;
pub mod edit;
mod folder;
pub mod format;
mod history;
pub mod layout;
mod lines;
mod load;
mod mend;
pub mod merge;
mod nothing;
mod object;
mod past;
mod places;
mod record;
mod regroup;
mod relocate;
mod resolve;
mod schema;
mod settings;
mod shape;
mod source;
mod text;
mod unfit;
mod words;
mod write;

pub use change::{Change, Finished, Outcome};
pub use compare::{Compared, Side, compare};
pub use convert::local_instant;
pub use definitions::Alone;
pub use discover::{DiscoverError, UserConfig, named, upwards, user_config};
pub use disk::{Lock, WriteError, tell_of_waiting};
pub use history::{Healed, HistoryFile, to_line};
pub use load::{Frame, Header, ReadRecord, Store};
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
