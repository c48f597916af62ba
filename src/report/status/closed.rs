//! What comes after a closed cycle.

use chrono::{Days, NaiveDate};

use super::{Coming, DateRow, Desk};
use crate::model::{Cycle, id_for};

impl Desk<'_> {
    /// The cycle that follows this one and is not closed; else the one that is to be made.
    pub(super) fn follows(&self) -> DateRow {
        let today = self.now.moment.day;
        let open = |cycle: &&Cycle| cycle.start > self.cycle.end && cycle.closed_by(today).is_none();
        let next = self.now.snapshot.cycles.iter().filter(open).min_by_key(|cycle| (cycle.start, cycle.days()));
        let (day, coming) = match next {
            Some(next) => (next.start, Coming::Follows { id: next.id.clone() }),
            None => self.to_make(),
        };
        DateRow { day, days: (day - today).num_days(), coming }
    }

    /// The first cycle of the cadence after this one that is not over and not there.
    fn to_make(&self) -> (NaiveDate, Coming) {
        let (today, snapshot) = (self.now.moment.day, self.now.snapshot);
        let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).unwrap_or(day);
        let mut first = after(self.cycle.end).max(today);
        loop {
            let id = id_for(first, snapshot.settings.cadence, snapshot.settings.fiscal_year_start);
            match snapshot.cycles.iter().find(|cycle| cycle.id.as_str() == id && cycle.end >= first) {
                Some(there) if there.end < NaiveDate::MAX => first = after(there.end),
                _ => return (first, Coming::NextCycle { id }),
            }
        }
    }
}
