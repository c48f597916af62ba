//! Cells that signs are put into, later ones over earlier ones.

use crate::render::line::joined;
use crate::view::{Line, Role, Span};

/// Rows of cells, counted from the bottom.
pub struct Canvas {
    columns: usize,
    cells: Vec<Option<(char, Role)>>,
}

impl Canvas {
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, cells: vec![None; columns * rows] }
    }

    /// Puts a sign into a cell; one outside of the canvas is not drawn.
    pub fn put(&mut self, column: usize, row: usize, sign: char, role: Role) {
        if column >= self.columns {
            return;
        }
        if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
            *cell = Some((sign, role));
        }
    }

    /// Writes along a row, over what is there.
    pub fn write(&mut self, column: usize, row: usize, text: &str, role: Role) {
        for (at, sign) in text.chars().enumerate() {
            self.put(column + at, row, sign, role);
        }
    }

    /// A row's cells, from the left.
    pub fn line(&self, row: usize) -> Line {
        let cells = self.cells.iter().skip(row * self.columns).take(self.columns);
        let signs = cells.map(|cell| cell.unwrap_or((' ', Role::Plain)));
        joined(signs.map(|(sign, role)| Span::new(sign.to_string(), role)).collect())
    }
}
