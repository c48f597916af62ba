//! What wants to be done.

use super::super::log::mentions;
use super::{Desk, Matter, MatterRow, Standing};
use crate::analysis::{KeyResultFigures, ObjectiveFigures, given, in_force, live, wanting};
use crate::model::{Event, ObjectiveRef, OwnerKey, Pace, Record, Reference, What};

/// How many days before a cycle's end its scores are asked for.
const SCORING: i64 = 3;

/// How many days a mention waits for an answer before it is let go.
const WAITS: i64 = 28;

impl Desk<'_> {
    /// Everything, most urgent first: by kind, then the worst of each.
    pub(super) fn matters(&self) -> Vec<MatterRow> {
        let mut all: Vec<MatterRow> = self.about_the_cycle().into_iter().collect();
        for (at, _) in self.now.snapshot.of_cycle(&self.cycle.id) {
            if self.now.objectives[at].is_open() {
                self.about_check_ins(at, &mut all);
                self.about_pace(at, &mut all);
                self.about_measures(at, &mut all);
            }
            self.about_mentions(at, &mut all);
        }
        all.sort_by(|a, b| {
            let order = rank(&a.matter).cmp(&rank(&b.matter));
            let order = order.then_with(|| weight(&b.matter).total_cmp(&weight(&a.matter)));
            order.then_with(|| a.reference.cmp(&b.reference))
        });
        all
    }

    fn record(&self, at: usize) -> &Record {
        &self.now.snapshot.objectives[at]
    }

    fn about_check_ins(&self, at: usize, all: &mut Vec<MatterRow>) {
        let late = wanting(self.now, at).filter(|one| self.answers_for(one.owner));
        for one in late {
            let Some(days) = one.figures.stale else { continue };
            let reference = self.record(at).reference.key_result(&one.key_result.id);
            let matter = Matter::Overdue { days, ever: one.figures.updated_at.is_some() };
            all.push(MatterRow::about(reference, &one.key_result.title, matter));
        }
    }

    /// The objective if this desk answers for it; else the key results of it that this desk answers for.
    fn about_pace(&self, at: usize, all: &mut Vec<MatterRow>) {
        let (record, figures, before) = (self.record(at), &self.now.objectives[at], &self.lately.objectives[at]);
        if self.answers_for(&record.reference.owner) {
            let matter = Standing::of_objective(figures).and_then(|standing| matter(standing, before.pace));
            let reference = record.reference.clone().into();
            all.extend(matter.map(|matter| MatterRow::about(reference, &record.objective.title, matter)));
            return;
        }
        let parts = record.objective.key_results.iter().zip(figures.key_results.iter().zip(&before.key_results));
        let mine = parts.filter(|(kr, _)| kr.owner.as_ref().is_some_and(|owner| self.answers_for(owner)));
        // What had no check-in for long is on the desk already.
        for (kr, (own, before)) in mine.filter(|(_, (own, _))| own.stale.is_none()) {
            let matter = Standing::of_key_result(own).and_then(|standing| matter(standing, before.pace));
            let reference = record.reference.key_result(&kr.id);
            all.extend(matter.map(|matter| MatterRow::about(reference, &kr.title, matter)));
        }
    }

    /// An objective of this desk that nothing measures.
    fn about_measures(&self, at: usize, all: &mut Vec<MatterRow>) {
        let record = self.record(at);
        let nothing = record.objective.key_results.is_empty() && self.now.alignment.down[at].is_empty();
        if nothing && self.answers_for(&record.reference.owner) {
            all.push(MatterRow::about(record.reference.clone().into(), &record.objective.title, Matter::Unmeasured));
        }
    }

    /// What the open objectives of this desk lack at this point of the cycle: a review from its middle on, a score at its end.
    fn about_the_cycle(&self) -> Option<MatterRow> {
        let moment = &self.now.moment;
        let open = self.objectives().filter(|&at| self.now.objectives[at].is_open());
        let lacking = |lacks: &dyn Fn(&Record) -> bool| -> Vec<ObjectiveRef> {
            open.map(|at| self.record(at))
                .filter(|record| lacks(record))
                .map(|record| record.reference.clone())
                .collect()
        };
        let left = (self.cycle.end - moment.day).num_days();
        let since_middle = (moment.day - self.cycle.middle()).num_days();
        let matter = if left <= SCORING {
            let org = &self.now.snapshot.org;
            let objectives = lacking(&|record| in_force(&given(record, None, org, moment)).is_none());
            Matter::Unscored { days: left, objectives }
        } else if since_middle >= 0 && !self.now.snapshot.is_reviewed_in_parts(self.cycle) {
            let reviewed = |event: &Event| matches!(event.what, What::Review { .. });
            // What was set after the middle had nothing to be reviewed then.
            let set_later =
                |event: &Event| matches!(event.what, What::Create) && moment.day_of(event.at) > self.cycle.middle();
            let objectives =
                lacking(&|record| !live(&record.events, moment).any(|event| reviewed(event) || set_later(event)));
            Matter::Unreviewed { days: since_middle, objectives }
        } else {
            return None;
        };
        let (Matter::Unscored { objectives, .. } | Matter::Unreviewed { objectives, .. }) = &matter else {
            return None;
        };
        match objectives.as_slice() {
            [] => None,
            [only] => {
                let at = self.now.snapshot.find(only)?;
                Some(MatterRow::about(only.clone().into(), &self.record(at).objective.title, matter))
            }
            _ => Some(MatterRow { reference: None, title: None, matter }),
        }
    }

    /// What was said to this person since they last said something there.
    fn about_mentions(&self, at: usize, all: &mut Vec<MatterRow>) {
        let Some(me) = self.me else { return };
        let (record, moment) = (self.record(at), &self.now.moment);
        let mut waiting: Vec<&Event> = Vec::new();
        for event in live(&record.events, moment) {
            match event.by.as_str() == me.as_str() {
                true => waiting.clear(),
                false if names(event, me) => waiting.push(event),
                false => {}
            }
        }
        let lately = waiting.into_iter().filter(|event| (moment.day - moment.day_of(event.at)).num_days() <= WAITS);
        all.extend(lately.map(|event| {
            let text = event.what.texts().find(|text| says(text, me)).unwrap_or_default().to_owned();
            let days = (moment.day - moment.day_of(event.at)).num_days();
            let matter = Matter::Mentioned { by: event.by.to_string(), at: event.at, days, text };
            let reference = Reference { objective: record.reference.clone(), key_result: event.key_result().cloned() };
            MatterRow::about(reference, &record.objective.title, matter)
        }));
    }
}

fn names(event: &Event, person: &OwnerKey) -> bool {
    event.what.texts().any(|text| says(text, person))
}

fn says(text: &str, person: &OwnerKey) -> bool {
    text.contains('@') && mentions(text).any(|name| name == person.as_str())
}

impl MatterRow {
    fn about(reference: Reference, title: &str, matter: Matter) -> Self {
        Self { reference: Some(reference), title: Some(title.to_owned()), matter }
    }
}

impl Standing {
    fn of_objective(figures: &ObjectiveFigures) -> Option<Self> {
        let (progress, expected, status) = (figures.progress, figures.expected, figures.status);
        Some(Self { progress, expected, pace: figures.pace?, status })
    }

    fn of_key_result(figures: &KeyResultFigures) -> Option<Self> {
        let (progress, expected, status) = (figures.progress, figures.expected, figures.status);
        Some(Self { progress, expected, pace: figures.pace?, status })
    }
}

/// What is to be said of something that stands so, and had this pace before.
fn matter(standing: Standing, before: Option<Pace>) -> Option<Matter> {
    let badness = |pace| match pace {
        Pace::OffTrack => 2,
        Pace::AtRisk => 1,
        Pace::OnTrack | Pace::Done | Pace::TooEarly => 0,
    };
    if badness(standing.pace) == 0 {
        return None;
    }
    // What had no pace yet has not fallen from one.
    let before = before.filter(|before| *before != Pace::TooEarly && badness(*before) < badness(standing.pace));
    Some(before.map_or(Matter::Behind { standing }, |before| Matter::Slipped { before, standing }))
}

fn rank(matter: &Matter) -> u8 {
    match matter {
        Matter::Overdue { .. } => 0,
        Matter::Slipped { .. } => 1,
        Matter::Behind { .. } => 2,
        Matter::Unmeasured => 3,
        Matter::Unreviewed { .. } => 4,
        Matter::Unscored { .. } => 5,
        Matter::Mentioned { .. } => 6,
    }
}

/// How bad it is among its kind: days, or percentage points behind the plan; a later mention comes first.
fn weight(matter: &Matter) -> f64 {
    match matter {
        Matter::Overdue { days, .. } => *days as f64,
        Matter::Slipped { standing, .. } | Matter::Behind { standing } => {
            let gap = standing.progress.zip(standing.expected).map(|(p, e)| crate::model::gap_to_plan(p, e));
            -gap.unwrap_or_default()
        }
        Matter::Unmeasured | Matter::Unreviewed { .. } | Matter::Unscored { .. } => 0.0,
        Matter::Mentioned { at, .. } => at.timestamp() as f64,
    }
}
