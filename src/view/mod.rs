//! A report becomes a document of typed blocks and cells; words and grammar live here.

mod cadence;
mod calendar;
pub mod cell;
mod chart;
mod checkin;
mod cycles;
mod diff;
pub mod document;
mod find;
mod findings;
mod forecast;
mod full;
mod gap;
mod history;
mod import;
mod list;
mod manual;
pub mod metric_words;
mod names;
mod org;
mod outline;
mod progress;
mod review;
mod score;
pub mod sheet;
mod show;
mod status;
mod tree;
mod verified;
mod words;

pub use cadence::cadence;
pub use calendar::{Agenda, Appointment, calendar};
pub use cell::{Cell, Role, Span};
pub use checkin::{Entered, asked, entered, figures_standing, signed_status};
pub use cycles::{cycle_list, cycle_show};
pub use diff::{diff, diff_stat};
pub use document::{
    Align, Audience, Block, Chart, ChartForecast, Code, Column, Document, Finding, Heat, HeatRow, Line, Node, Room,
    Section, Table, Tile, Tree,
};
pub use find::find;
pub use findings::{Laid, explained, findings, rules};
pub use full::{full, full_tables};
pub use gap::gap;
pub use history::{history, log};
pub use import::{import_counts, imported};
pub use list::list;
pub use manual::manual;
pub use names::Names;
pub use org::org;
pub use outline::{Heading as OutlineHeading, Paragraph as OutlineParagraph, outline};
pub use progress::progress;
pub use review::review;
pub use score::score;
pub use show::{day_words, show, standing};
pub use status::status;
pub use tree::tree;
pub use verified::verified;
pub use words::days;

/// Sheets are for programs: they are written as the report has them, in typed columns instead of words.
pub use crate::report::export::{
    Column as SheetColumn, Kind as SheetKind, Row as SheetRow, Sheet, Value as SheetValue,
};

/// What formats are not to let through unseen.
pub use crate::model::is_invisible;
