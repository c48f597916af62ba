//! `okr status`: one person's desk. What wants to be done, most urgent first, and what comes next in the cycle.

mod closed;
mod dates;
mod matters;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::figures::{CycleInfo, VERSION};
use super::total_row::TotalRow;
use crate::analysis::{Assessment, total};
use crate::model::{Cycle, CycleId, Fraction, ObjectiveRef, OwnerKey, Pace, Progress, Reference, Status};

/// How many days back something counts as having slipped lately.
pub const LATELY: u64 = 7;

#[derive(Debug, Serialize)]
pub struct StatusReport {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    /// Whose desk it is; absent where it is everybody's.
    pub me: Option<OwnerKey>,
    pub name: Option<String>,
    /// The objectives that this person answers for; of everybody's desk, all.
    pub total: TotalRow,
    /// Most urgent first; none in a closed cycle, in which nothing can be done any more.
    pub matters: Vec<MatterRow>,
    /// How many there are, shown or not.
    pub of: usize,
    /// Key results that want a check-in now.
    pub overdue: usize,
    /// What comes next, the nearest first.
    pub dates: Vec<DateRow>,
}

/// Something that wants to be done about an objective or key result.
#[derive(Debug, Clone, Serialize)]
pub struct MatterRow {
    /// Absent where it is about several objectives.
    #[serde(rename = "ref")]
    pub reference: Option<Reference>,
    pub title: Option<String>,
    #[serde(flatten)]
    pub matter: Matter,
}

/// Why something is on the desk. In the order of urgency.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Matter {
    /// A key result had no check-in for too many days: since the last one, or since one was waited for.
    Overdue { days: i64, ever: bool },
    /// Its pace is worse than it was [`LATELY`].
    Slipped { before: Pace, standing: Standing },
    /// It is at risk or off track, as it was before.
    Behind { standing: Standing },
    /// An objective without a key result: nobody will know whether it was reached.
    Unmeasured,
    /// The middle of the cycle has passed without a review of these; days since then.
    Unreviewed { days: i64, objectives: Vec<ObjectiveRef> },
    /// The cycle has ended or soon does, and these are not scored; days to its last one, negative once it is over.
    Unscored { days: i64, objectives: Vec<ObjectiveRef> },
    /// Somebody mentioned this person, so many days ago, and had no answer yet.
    Mentioned { by: String, at: DateTime<Utc>, days: i64, text: String },
}

/// How something stands.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Standing {
    /// 0–1.
    pub progress: Option<Progress>,
    /// 0–1.
    pub expected: Option<Fraction>,
    /// Computed.
    pub pace: Pace,
    /// Said.
    pub status: Option<Status>,
}

/// A day to come.
#[derive(Debug, Clone, Serialize)]
pub struct DateRow {
    pub day: NaiveDate,
    /// Days until then; negative for a cycle that has begun.
    pub days: i64,
    #[serde(flatten)]
    pub coming: Coming,
}

/// What comes on a day.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Coming {
    /// The next check-ins are due, of so many key results.
    CheckIn { key_results: usize },
    /// A key result is due before the cycle ends.
    Due {
        #[serde(rename = "ref")]
        reference: Reference,
        title: String,
    },
    /// The middle of the cycle.
    Review,
    /// The last day of the cycle.
    End,
    /// The first day of the cycle that follows a closed one.
    Follows { id: CycleId },
    /// The day on which a next cycle begins that is not there yet, with the name it would have.
    NextCycle { id: String },
}

/// The desk of `me` in a cycle, or everybody's: from an assessment now and one [`LATELY`]; at most `limit` matters.
pub fn status(
    now: &Assessment,
    lately: &Assessment,
    cycle: &Cycle,
    me: Option<&OwnerKey>,
    limit: Option<usize>,
) -> StatusReport {
    let desk = Desk { now, lately, cycle, me };
    let closed = cycle.closed_by(now.moment.day).is_some();
    let mut matters = if closed { Vec::new() } else { desk.matters() };
    let of = matters.len();
    let overdue = matters.iter().filter(|row| matches!(row.matter, Matter::Overdue { .. })).count();
    matters.truncate(limit.unwrap_or(of));
    let org = &now.snapshot.org;
    let name = me.map_or_else(|| cycle.id.to_string(), |me| org.name(me).to_owned());
    StatusReport {
        version: VERSION,
        as_of: now.moment.day,
        cycle: CycleInfo::of(cycle, &now.moment),
        me: me.cloned(),
        name: me.map(|me| org.name(me).to_owned()),
        total: TotalRow::of(me.map_or(cycle.id.as_str(), OwnerKey::as_str), name, &total(now, desk.objectives())),
        matters,
        of,
        overdue,
        dates: if closed { vec![desk.follows()] } else { desk.dates() },
    }
}

/// What a desk is made from.
struct Desk<'a> {
    now: &'a Assessment<'a>,
    lately: &'a Assessment<'a>,
    cycle: &'a Cycle,
    me: Option<&'a OwnerKey>,
}

impl<'a> Desk<'a> {
    /// Whether whoever this desk belongs to answers for an owner.
    fn answers_for(&self, owner: &OwnerKey) -> bool {
        self.me.is_none_or(|me| self.now.snapshot.org.acts_for(me, owner))
    }

    /// The objectives of the cycle that this desk answers for, by index.
    fn objectives(&self) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let all = self.now.snapshot.of_cycle(&self.cycle.id);
        all.filter(|(_, record)| self.answers_for(&record.reference.owner)).map(|(at, _)| at)
    }
}
