//! A report becomes a document of typed blocks and cells; words and grammar live here.

pub mod cell;
mod cycles;
pub mod document;
mod gap;
mod history;
pub mod metric_words;
mod names;
mod objective;
mod org;
mod progress;
mod tree;
mod words;

pub use cell::{Cell, Role, Span};
pub use cycles::{cycle_list, cycle_show};
pub use document::{Align, Audience, Block, Column, Document, Line, Node, Room, Table, Tree};
pub use gap::gap;
pub use history::{history, log};
pub use names::Names;
pub use objective::{day_words, list, show, standing};
pub use org::org;
pub use progress::progress;
pub use tree::tree;
