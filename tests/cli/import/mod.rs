//! `okr import`.

mod whole;
