//! A report becomes a document of typed blocks and cells; words and grammar live here.

pub mod cell;
pub mod document;

pub use cell::{Cell, Role, Span};
pub use document::{Align, Audience, Block, Column, Document, Line, Node, Room, Table, Tree};
