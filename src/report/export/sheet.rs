//! Sheets: tables of raw values under typed columns, which programs read.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, Serializer};

use crate::model::{Fraction, Progress, Quantity, Weight, rounded};

/// One raw value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: what is missing is never 0.
    Absent,
    Text(String),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    /// A decimal of at most 15 digits.
    Number(Quantity),
    /// A computed figure.
    Figure(f64),
    Count(i64),
    Flag(bool),
}

/// What the values of a column are, besides absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Day,
    Moment,
    /// A decimal or a computed figure.
    Number,
    Count,
    Flag,
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Never translated.
    pub name: &'static str,
    pub kind: Kind,
    /// What it holds, in a few words of Markdown.
    pub about: &'static str,
}

/// One value a column.
pub type Row = Vec<Value>;

/// A column, for the lists of them.
pub(super) const fn column(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, about }
}

impl Value {
    pub fn text(text: impl ToString) -> Self {
        Value::Text(text.to_string())
    }

    /// What is there, else nothing.
    pub fn maybe<T>(value: Option<T>, make: impl FnOnce(T) -> Value) -> Self {
        value.map_or(Value::Absent, make)
    }

    pub fn maybe_text<T: ToString>(text: Option<T>) -> Self {
        Self::maybe(text, Value::text)
    }

    pub fn count(count: usize) -> Self {
        Value::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// 0–1 and beyond, with six decimals, as in the JSON of reports.
    pub fn progress(progress: Option<Progress>) -> Self {
        Self::maybe(progress, |progress| Value::Figure(rounded(progress.ratio(), 6)))
    }

    /// 0–1, with six decimals, as in the JSON of reports.
    pub fn fraction(fraction: Option<Fraction>) -> Self {
        Self::maybe(fraction, |fraction| Value::Figure(rounded(fraction.ratio(), 6)))
    }

    pub fn weight(weight: Weight) -> Self {
        Value::Figure(weight.get())
    }

    /// Whether a column of this kind may hold it.
    pub fn is(&self, kind: Kind) -> bool {
        match self {
            Value::Absent => true,
            Value::Text(_) => kind == Kind::Text,
            Value::Day(_) => kind == Kind::Day,
            Value::Moment(_) => kind == Kind::Moment,
            Value::Number(_) | Value::Figure(_) => kind == Kind::Number,
            Value::Count(_) => kind == Kind::Count,
            Value::Flag(_) => kind == Kind::Flag,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Absent => s.serialize_none(),
            Value::Text(text) => s.serialize_str(text),
            Value::Day(day) => day.serialize(s),
            Value::Moment(moment) => moment.serialize(s),
            Value::Number(number) => number.serialize(s),
            // 2.0 is 2 for whoever reads it.
            Value::Figure(figure) if figure.fract() == 0.0 && figure.abs() < 1e15 => s.serialize_i64(*figure as i64),
            Value::Figure(figure) => s.serialize_f64(*figure),
            Value::Count(count) => s.serialize_i64(*count),
            Value::Flag(flag) => s.serialize_bool(*flag),
        }
    }
}
