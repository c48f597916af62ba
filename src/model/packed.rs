//! Days and moments as the numbers that stand for them where something is packed for another run of the program.

use std::io::{Error, ErrorKind, Read, Result, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use compact_str::CompactString;

fn invalid() -> Error {
    Error::from(ErrorKind::InvalidData)
}

/// A moment: its seconds, and the nanoseconds of the one that is begun.
pub mod moment {
    use super::*;

    pub fn write<W: Write>(at: &DateTime<Utc>, to: &mut W) -> Result<()> {
        (at.timestamp(), at.timestamp_subsec_nanos()).serialize(to)
    }

    /// # Errors
    /// When there is no such moment.
    pub fn read<R: Read>(from: &mut R) -> Result<DateTime<Utc>> {
        let (seconds, nanos) = <(i64, u32)>::deserialize_reader(from)?;
        DateTime::from_timestamp(seconds, nanos).ok_or_else(invalid)
    }
}

/// A moment, if there is one.
pub mod moments {
    use super::*;

    pub fn write<W: Write>(at: &Option<DateTime<Utc>>, to: &mut W) -> Result<()> {
        at.is_some().serialize(to)?;
        at.iter().try_for_each(|at| moment::write(at, to))
    }

    /// # Errors
    /// When there is no such moment.
    pub fn read<R: Read>(from: &mut R) -> Result<Option<DateTime<Utc>>> {
        bool::deserialize_reader(from)?.then(|| moment::read(from)).transpose()
    }
}

/// A day, if there is one: its number in the calendar.
pub mod day {
    use super::*;

    pub fn write<W: Write>(day: &Option<NaiveDate>, to: &mut W) -> Result<()> {
        day.map(|day| day.num_days_from_ce()).serialize(to)
    }

    /// # Errors
    /// When there is no such day.
    pub fn read<R: Read>(from: &mut R) -> Result<Option<NaiveDate>> {
        let number = <Option<i32>>::deserialize_reader(from)?;
        number.map(|number| NaiveDate::from_num_days_from_ce_opt(number).ok_or_else(invalid)).transpose()
    }
}

/// A moment and whose it was, if there is one.
pub mod word {
    use super::*;

    type Word = (DateTime<Utc>, CompactString);

    pub fn write<W: Write>(word: &Option<Word>, to: &mut W) -> Result<()> {
        word.is_some().serialize(to)?;
        let Some((at, by)) = word else { return Ok(()) };
        moment::write(at, to)?;
        by.serialize(to)
    }

    /// # Errors
    /// When there is no such moment.
    pub fn read<R: Read>(from: &mut R) -> Result<Option<Word>> {
        if !bool::deserialize_reader(from)? {
            return Ok(None);
        }
        Ok(Some((moment::read(from)?, CompactString::deserialize_reader(from)?)))
    }
}
