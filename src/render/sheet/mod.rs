//! Sheets as programs read them: CSV, JSON lines and Parquet, written batch by batch.

mod csv;
mod lines;
mod parquet;

pub use self::csv::csv;
pub use self::lines::lines;
pub use self::parquet::parquet;

use crate::view::SheetRow;

/// The rows of a sheet, some at a time.
pub type Batches<'b> = &'b mut dyn Iterator<Item = Vec<SheetRow>>;

#[cfg(test)]
mod tests;
