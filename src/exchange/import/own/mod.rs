//! What `okr export markdown` and `okr export csv` wrote: known by its form, in either language, and read back as what it was.

mod columns;
mod facts;
mod outline;
mod phrase;
mod point;
mod row;
mod sheet;

pub use columns::is_sheet;
pub use outline::outline;
pub use sheet::sheet;
