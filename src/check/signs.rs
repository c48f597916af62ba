//! What an objective's files tell the rules when they are read, so that they need not be kept: most of a large store is words
//! and events of which no rule has anything to say.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use borsh::{BorshDeserialize, BorshSerialize};
use chrono::{DateTime, Utc};
use compact_str::CompactString;

use super::finding::Sink;
use super::registry::RULES;
use super::rule::Look;
use super::subject::Defined;
use super::titles::folded;
use crate::analysis::{KeyResultState, ObjectiveState, live};
use crate::model::{CheckedIn, EventId, Happened, KeyResultPlaces, Moment, Objective, Status, What, packed};

/// Signs of something that a rule would say. Where there is none the rule has nothing to say; where there is one, it has to look
/// at the objective itself.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct Signs {
    /// The definition, if rules find something in it.
    definition: Option<Box<Objective>>,
    /// These rules: a bit each, by their place among all.
    rules: u64,
    /// What the title is, case and blanks aside: titles that are the same have the same number.
    pub title: u64,
    /// When the last event was, or is to be.
    #[borsh(serialize_with = "packed::moments::write", deserialize_with = "packed::moments::read")]
    pub last_event: Option<DateTime<Utc>>,
    /// Whether an event takes another one back.
    pub retracts: bool,
    pub reviewed: bool,
    /// The last check-ins on key results that say that they are at risk, and not why: the place of each in the definition.
    pub unexplained: Box<[(usize, Status, EventId)]>,
    /// The key results that are said to be on track and of which nobody ever noted anything, by their places.
    pub unnoted: Box<[usize]>,
    /// By whom the events are, each once.
    pub by: Box<[CompactString]>,
}

impl Signs {
    /// The signs of an objective at a moment at which this is in force.
    pub fn of<E: Happened>(defined: &Defined, events: &[E], state: &ObjectiveState, moment: &Moment) -> Self {
        let rules = finding(defined);
        let on_track = |status: Option<Status>| matches!(status, Some(Status::OnTrack | Status::Done));
        let unnoted = |(_, kr): &(usize, &KeyResultState)| on_track(kr.said.status) && kr.said.note.is_none();
        let (mut retracts, mut reviewed) = (false, false);
        for event in events {
            event.look(|event| {
                retracts |= matches!(event.other(), Some(What::Retract { .. }));
                reviewed |= matches!(event.other(), Some(What::Review { .. }));
            });
        }
        Self {
            definition: (rules != 0).then(|| Box::new(defined.objective.clone())),
            rules,
            title: title(&defined.objective.title),
            last_event: events.last().map(E::at),
            retracts,
            reviewed,
            unexplained: unexplained(defined.objective, events, moment),
            unnoted: state.key_results.iter().enumerate().filter(unnoted).map(|(at, _)| at).collect(),
            by: authors(events),
        }
    }

    /// The definition, if the rule at this place finds something in it.
    pub fn definition_for(&self, rule: usize) -> Option<&Objective> {
        self.definition.as_deref().filter(|_| self.rules & (1 << rule) != 0)
    }
}

/// The rules that find something in a definition.
fn finding(defined: &Defined) -> u64 {
    let mut found = 0;
    for (at, rule) in RULES.iter().enumerate() {
        if let Look::Definition(look) | Look::LivingDefinition(look) = rule.look {
            let mut sink = Sink::new(rule);
            look(defined, &mut sink);
            found |= u64::from(!sink.found.is_empty()) << at;
        }
    }
    found
}

fn title(title: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded(title).hash(&mut hasher);
    hasher.finish()
}

fn unexplained<E: Happened>(objective: &Objective, events: &[E], moment: &Moment) -> Box<[(usize, Status, EventId)]> {
    let places = KeyResultPlaces::of(objective);
    let mut seen = vec![false; objective.key_results.len()];
    let mut unseen = seen.len();
    let mut found = Vec::new();
    for event in live(events, moment).rev() {
        // What was said before the last word on each is not asked for.
        if unseen == 0 {
            break;
        }
        event.look(|event| {
            let Some(CheckedIn { key_result: Some(id), status, note, .. }) = event.checked_in() else { return };
            let Some(at) = places.get(id).filter(|at| !std::mem::replace(&mut seen[*at], true)) else { return };
            unseen -= 1;
            // A status that was said earlier, with its reason, is still explained.
            if let (Some(status @ (Status::AtRisk | Status::OffTrack)), None) = (status, note) {
                found.push((at, status, event.event_id()));
            }
        });
    }
    found.sort_unstable_by_key(|(at, ..)| *at);
    found.into()
}

/// Most of a history is by one person.
fn authors<E: Happened>(events: &[E]) -> Box<[CompactString]> {
    let mut by: Vec<&str> = events.iter().map(E::by).collect();
    by.dedup();
    let mut seen = HashSet::new();
    if by.len() > 1 {
        by.retain(|by| seen.insert(*by));
    }
    by.into_iter().map(CompactString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_bit() {
        assert!(RULES.len() <= u64::BITS as usize);
    }

    #[test]
    fn titles_that_are_the_same_have_the_same_number() {
        assert_eq!(title("Make  renewing the obvious choice"), title("make renewing THE obvious choice "));
        assert_ne!(title("Make renewing"), title("Make renewings"));
        assert_ne!(title("a b"), title("ab"));
    }
}
