//! Chinese beside English: who chooses, what stays the same, and what is said.

mod choosing;
mod left;
mod machines;
mod manual;
mod typed;
