//! What comes next in the cycle.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{Coming, DateRow, Desk};
use crate::analysis::wanting;
use crate::model::id_for;

/// How many days ahead a key result's own due date, or a cycle that is not made yet, is worth a line.
const AHEAD: i64 = 21;

impl Desk<'_> {
    /// The days to come, the nearest first.
    pub(super) fn dates(&self) -> Vec<DateRow> {
        let today = self.now.moment.day;
        let mut all: Vec<(NaiveDate, Coming)> = Vec::new();
        all.extend(self.next_check_ins());
        all.extend(self.due_dates());
        if !self.now.snapshot.is_reviewed_in_parts(self.cycle) {
            all.push((self.cycle.middle(), Coming::Review));
        }
        all.push((self.cycle.end, Coming::End));
        all.extend(self.next_cycle());
        all.retain(|(day, _)| *day >= today);
        all.sort_by_key(|(day, _)| *day);
        all.into_iter().map(|(day, coming)| DateRow { day, days: (day - today).num_days(), coming }).collect()
    }

    /// The first day to come by which check-ins are due, and of how many key results.
    fn next_check_ins(&self) -> Option<(NaiveDate, Coming)> {
        let today = self.now.moment.day;
        let mut due: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for at in self.now.snapshot.of_cycle(&self.cycle.id).map(|(at, _)| at) {
            let mine = wanting(self.now, at).filter(|one| one.figures.stale.is_none() && self.answers_for(one.owner));
            for day in mine.filter_map(|one| one.due(self.now, self.cycle)) {
                *due.entry(day).or_default() += 1;
            }
        }
        let mut ahead = due.into_iter().skip_while(|(day, _)| *day < today);
        ahead
            .next()
            .filter(|(day, _)| *day <= self.cycle.end)
            .map(|(day, key_results)| (day, Coming::CheckIn { key_results }))
    }

    /// Key results whose own due date comes before the cycle's end.
    fn due_dates(&self) -> Vec<(NaiveDate, Coming)> {
        let today = self.now.moment.day;
        let mut all = Vec::new();
        for (at, record) in self.now.snapshot.of_cycle(&self.cycle.id) {
            for one in wanting(self.now, at).filter(|one| self.answers_for(one.owner)) {
                let day = one.figures.due;
                if day < self.cycle.end && (day - today).num_days() <= AHEAD {
                    let reference = record.reference.key_result(&one.key_result.id);
                    all.push((day, Coming::Due { reference, title: one.key_result.title.clone() }));
                }
            }
        }
        all
    }

    /// The day after this cycle, if no cycle holds it and it is not far.
    fn next_cycle(&self) -> Option<(NaiveDate, Coming)> {
        let first = self.cycle.end.checked_add_days(Days::new(1))?;
        let near = (first - self.now.moment.day).num_days() <= AHEAD;
        let snapshot = self.now.snapshot;
        let settings = &snapshot.settings;
        let open = near && !snapshot.cycles.iter().any(|cycle| cycle.contains(first));
        let id = || id_for(first, settings.cadence, settings.fiscal_year_start);
        open.then(|| (first.max(self.now.moment.day), Coming::NextCycle { id: id() }))
    }
}
