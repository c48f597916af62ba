//! The moment for which a report is made.

use super::zone::Zone;
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};

/// A day of the store, seen at its end: what happened up to `end` counts, and the day itself is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub day: NaiveDate,
    /// The first instant that no longer belongs to the day.
    pub end: DateTime<Utc>,
    /// The zone whose days are meant.
    pub zone: Zone,
}

impl Moment {
    /// The end of `day` in `zone`. Where the clocks are put forward at midnight the day ends when the next one begins.
    pub fn end_of(day: NaiveDate, zone: Zone) -> Self {
        Self { day, end: start_of(day.checked_add_days(Days::new(1)).unwrap_or(day), zone), zone }
    }

    /// The end of the day in which `now` lies.
    pub fn at(now: DateTime<Utc>, zone: Zone) -> Self {
        Self::end_of(now.with_timezone(&zone).date_naive(), zone)
    }

    /// Whether something that happened then counts.
    pub fn has_seen(&self, at: DateTime<Utc>) -> bool {
        at < self.end
    }

    /// The store's day in which an instant lies.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The end of the day so many days before.
    pub fn days_before(&self, days: u64) -> Self {
        Self::end_of(self.day.checked_sub_days(Days::new(days)).unwrap_or(self.day), self.zone)
    }
}

/// The first instant of a day in a zone.
pub fn start_of(day: NaiveDate, zone: Zone) -> DateTime<Utc> {
    (0..4)
        .filter_map(|hour| day.and_hms_opt(hour, 0, 0))
        .find_map(|local| zone.from_local_datetime(&local).earliest())
        .map_or_else(|| Utc.from_utc_datetime(&day.and_time(chrono::NaiveTime::MIN)), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_with_its_last_instant_in_the_stores_zone() {
        let shanghai: Zone = "Asia/Shanghai".parse().unwrap();
        let moment = Moment::end_of("2026-11-15".parse().unwrap(), shanghai);
        assert_eq!(moment.end.to_rfc3339(), "2026-11-15T16:00:00+00:00");
        assert!(moment.has_seen("2026-11-15T15:59:59Z".parse().unwrap()));
        assert!(!moment.has_seen("2026-11-15T16:00:00Z".parse().unwrap()));
        assert_eq!(Moment::at("2026-11-15T17:00:00Z".parse().unwrap(), shanghai).day.to_string(), "2026-11-16");
    }

    #[test]
    fn a_midnight_that_does_not_exist_is_no_obstacle() {
        let cairo: Zone = "Africa/Cairo".parse().unwrap();
        let moment = Moment::end_of("2026-04-23".parse().unwrap(), cairo);
        assert_eq!(moment.end.to_rfc3339(), "2026-04-23T22:00:00+00:00");
    }
}
