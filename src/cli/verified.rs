//! What a comparison with a revision found, as findings with places and words.

use std::collections::HashMap;

use super::damage;
use super::desk::ReadingDesk;
use super::words;
use crate::analysis::Ease;
use crate::check::rules::{event_changed, event_removed, late_target_change, not_by_an_owner, not_signed_by_author};
use crate::check::{Finding, Spot};
use crate::git::verify::{Added, Difference, Growth, Loss, New, Revised, Standing, TargetChange};
use crate::language::{count, list, say};
use crate::model;
use crate::model::{CycleId, Damage, Event, EventId, Moment, ObjectiveRef, Place, Record, Reference, What};
use crate::store::Source;
use crate::view::metric_words;

/// Puts what was found into words. Files of the head are named as the desk shows them, or from the repository's top.
pub struct Wording<'a> {
    pub desk: &'a ReadingDesk<'a>,
    /// Where the past is read; none where there was no store yet.
    pub base: Option<&'a dyn Source>,
    /// The commit that was compared with, shortened.
    pub commit: &'a str,
    /// Before the path of a file below the store, for formats of Git hosts.
    pub prefix: Option<String>,
    /// The cycle that is not named in references.
    pub cycle: Option<CycleId>,
}

impl Wording<'_> {
    fn now(&self, standing: &Standing) -> Spot {
        let file = match &self.prefix {
            Some(prefix) => format!("{prefix}{}", standing.path),
            None => self.desk.store.source().shown(&standing.path),
        };
        Spot::Found { file, place: Some(Box::new(standing.place.clone())) }
    }

    /// In the commit that was compared with; a Git host only knows the file as it is called.
    fn then(&self, standing: &Standing) -> Spot {
        let shown = |base: &dyn Source| base.shown(&standing.path);
        let file = match (&self.prefix, self.base) {
            (None, Some(base)) => shown(base),
            (prefix, _) => format!("{}{}", prefix.as_deref().unwrap_or_default(), standing.path),
        };
        Spot::Found { file, place: Some(Box::new(standing.place.clone())) }
    }

    /// `the check-in of nps by ana on 2026-10-20`
    fn event(&self, event: &Event) -> String {
        let what = words::event(&event.what);
        let about = match &event.what {
            What::Edit(edit) => Some(edit.field.as_str()),
            _ => event.key_result().map(|kr| kr.as_str()),
        };
        let (person, day) = (&event.by, Moment::at(event.at, self.desk.settings().time_zone).day);
        match about {
            Some(about) => say!("the {what} of {about} by {person} on {day}", what, about, person, day),
            None => say!("the {what} by {person} on {day}", what, person, day),
        }
    }

    fn name(&self, objective: &ObjectiveRef) -> String {
        self.reference(&objective.clone().into())
    }

    fn reference(&self, reference: &Reference) -> String {
        let cycle = self.cycle.as_ref().unwrap_or(&reference.objective.cycle);
        self.desk.names(cycle).reference(reference)
    }

    /// Everything of the past that is not as it was.
    pub fn losses(&self, growth: &Growth) -> Vec<Finding> {
        growth.losses.iter().map(|loss| self.loss(loss)).collect()
    }

    fn loss(&self, loss: &Loss) -> Finding {
        match loss {
            Loss::Edited { event, differences, before, after, .. } => {
                let spot = self.now(&narrowed(before, after));
                event_changed::edited(spot, &self.event(event), &self.differences(differences))
            }
            Loss::Spoilt { event, after, .. } => event_changed::spoilt(self.now(after), &self.event(event)),
            Loss::Closed { problem, events, after } => {
                let damage = Damage {
                    file: after.path.clone(),
                    place: None,
                    problem: problem.clone(),
                    loss: model::Loss::History,
                };
                let (why, help) = damage::words(&damage);
                event_changed::closed(self.now(after), &why, &help, &count!(*events, "event", "events"))
            }
            Loss::Gone { event, before, .. } => {
                event_removed::gone(self.then(&on(before, event.id.as_str())), &self.event(event))
            }
            Loss::LineGone { before } => event_removed::line_gone(self.then(before)),
            Loss::Elsewhere { objective, event, to, after } => {
                event_removed::elsewhere(self.now(after), &self.event(event), &self.name(objective), &self.name(to))
            }
            Loss::Removed { objective, events, defined, before } => {
                let files = self.desk.store.source().shown(&objective.to_string());
                let restore = format!("git checkout {} -- '{files}.*'", self.commit);
                let events = count!(*events, "event", "events");
                event_removed::history_gone(self.then(before), &self.name(objective), &events, *defined, &restore)
            }
        }
    }

    /// `value 34 → 44, note first survey → nothing`
    fn differences(&self, differences: &[Difference]) -> String {
        let side = |text: &Option<String>| text.clone().unwrap_or_else(|| say!(in "value", "nothing").to_owned());
        let one = |difference: &Difference| {
            format!("{} {} → {}", difference.key, side(&difference.before), side(&difference.after))
        };
        differences.iter().map(one).collect::<Vec<_>>().join(say!(", "))
    }

    /// The targets that were changed after the middle of their cycle.
    pub fn late_targets(&self, changes: &[TargetChange]) -> Vec<Finding> {
        let late = |change: &&TargetChange| change.day > change.cycle.middle();
        changes.iter().filter(late).map(|change| self.late_target(change)).collect()
    }

    fn late_target(&self, change: &TargetChange) -> Finding {
        let kr = &change.key_result;
        let late = late_target_change::Late {
            key_result: self.reference(&change.objective.key_result(&kr.id)),
            cycle: change.cycle.id.to_string(),
            day: change.day,
            middle: change.cycle.middle(),
        };
        let spot = change.after.as_ref().map_or_else(|| self.then(&change.before), |after| self.now(after));
        let was = kr.metric.as_ref().map_or_else(|| say!("no measure").to_owned(), metric_words::metric);
        match &change.revised {
            Revised::Metric { to } => {
                let now = to.as_ref().map_or_else(|| say!("no measure").to_owned(), metric_words::metric);
                late.target(spot, Ease::of_metrics(kr.metric.as_ref(), to.as_ref()), &was, &now)
            }
            Revised::Due { from, to } => late.due(spot, *from, *to),
            Revised::Removed => late.removed(spot, &say!("{title}, {measure}", title = kr.title, measure = was)),
        }
    }

    /// The new events that are by somebody else than the commit that added them.
    pub fn unsigned(&self, growth: &Growth, added: &[Added]) -> Vec<Finding> {
        let org = self.desk.org();
        let by_id = by_id(added);
        let found = |new: &New| {
            let same_id = by_id.get(&new.event.id)?;
            let added = same_id.iter().find(|added| added.event == new.event)?;
            let person = org.person_by_email(&added.author).map(|person| person.as_str());
            if person == Some(new.event.by.as_str()) {
                return None;
            }
            let (spot, event) = (self.now(&on_author(new)), self.event(&new.event));
            Some(not_signed_by_author::found(spot, &event, &added.commit, &added.author, person))
        };
        growth.new.iter().filter_map(found).collect()
    }

    /// The new events by people who may not say that.
    pub fn unowned(&self, growth: &Growth) -> Vec<Finding> {
        let org = self.desk.org();
        let mut records: HashMap<&ObjectiveRef, Option<Record>> = HashMap::new();
        let zone = self.desk.settings().time_zone;
        let mut found = Vec::new();
        for new in &growth.new {
            let read = || self.desk.store.read(&new.objective, zone).record;
            let Some(record) = records.entry(&new.objective).or_insert_with(read) else { continue };
            let author = |id: &EventId| {
                let of = record.events.iter().find(|event| &event.id == id);
                of.map(|event| event.by.to_string())
            };
            if not_by_an_owner::may(&new.event, &new.objective, &record.objective, org, author) {
                continue;
            }
            let who = not_by_an_owner::who(&new.event, &new.objective, &record.objective, org);
            let who: Vec<&str> = who.into_iter().map(|person| person.as_str()).collect();
            let about = match new.event.key_result() {
                Some(kr) => self.reference(&new.objective.key_result(kr)),
                None => self.name(&new.objective),
            };
            let (spot, event) = (self.now(&on_author(new)), self.event(&new.event));
            found.push(not_by_an_owner::found(spot, &event, &about, &list(&who)));
        }
        found
    }
}

/// What commits added, by the ids of the events.
pub fn by_id(added: &[Added]) -> HashMap<&EventId, Vec<&Added>> {
    let mut by_id: HashMap<&EventId, Vec<&Added>> = HashMap::new();
    added.iter().for_each(|added| by_id.entry(&added.event.id).or_default().push(added));
    by_id
}

/// Of a line the author that it names.
fn on_author(new: &New) -> Standing {
    let by = &new.event.by;
    let written = [format!("\"by\": \"{by}\""), format!("\"by\":\"{by}\""), format!("by: {by}")];
    let found = written.iter().find(|words| new.standing.place.source.contains(words.as_str()));
    found.map_or_else(|| new.standing.clone(), |words| on(&new.standing, words))
}

/// Of a line these words, if they are in it.
fn on(standing: &Standing, words: &str) -> Standing {
    let place = &standing.place;
    let Some(at) = place.source.find(words) else { return standing.clone() };
    let column = place.source[..at].chars().count() + 1;
    let place = Place { column, length: words.chars().count().max(1), ..place.clone() };
    Standing { path: standing.path.clone(), place }
}

/// Of a line that was changed, what is another in it.
fn narrowed(before: &Standing, after: &Standing) -> Standing {
    let (old, new): (Vec<char>, Vec<char>) =
        (before.place.source.chars().collect(), after.place.source.chars().collect());
    let same = |a: &mut dyn Iterator<Item = (&char, &char)>| a.take_while(|(a, b)| a == b).count();
    let start = same(&mut old.iter().zip(&new));
    let most = old.len().min(new.len()) - start;
    let end = same(&mut old.iter().rev().zip(new.iter().rev())).min(most);
    // Half a number or half a word is hard to see: the whole of it is shown.
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '+');
    let start = start - new[..start].iter().rev().take_while(|c| part(c)).count();
    let stop = new.len() - end;
    let stop = stop + new[stop..].iter().take_while(|c| part(c)).count();
    let place = Place { column: start + 1, length: stop.saturating_sub(start).max(1), ..after.place.clone() };
    Standing { path: after.path.clone(), place }
}
