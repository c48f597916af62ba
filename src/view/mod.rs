//! A report becomes a document of typed blocks and cells; words and grammar live here.

mod cadence;
pub mod cell;
mod chart;
mod cycles;
mod diff;
pub mod document;
mod findings;
mod forecast;
mod full;
mod gap;
mod history;
mod import;
mod list;
pub mod metric_words;
mod names;
mod org;
mod progress;
mod review;
mod score;
mod show;
mod tree;
mod verified;
mod words;

pub use cadence::cadence;
pub use cell::{Cell, Role, Span};
pub use cycles::{cycle_list, cycle_show};
pub use diff::{diff, diff_stat};
pub use document::{
    Align, Audience, Block, Chart, ChartForecast, Code, Column, Document, Finding, Heat, HeatRow, Line, Node, Room,
    Section, Table, Tile, Tree,
};
pub use findings::{Laid, explained, findings, rules};
pub use full::{full, full_tables};
pub use gap::gap;
pub use history::{history, log};
pub use import::{import_counts, imported};
pub use list::list;
pub use names::Names;
pub use org::org;
pub use progress::progress;
pub use review::review;
pub use score::score;
pub use show::{day_words, show, standing};
pub use tree::tree;
pub use verified::verified;

/// What formats are not to let through unseen.
pub use crate::model::is_invisible;
