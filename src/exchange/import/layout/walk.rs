//! From whatever holds objectives down to them, with what the way says: whose they are, and of which cycle.

use super::keys::{Meaning, key};
use super::objective;
use super::tree::{Entry, Item, Value};
use crate::exchange::import::cycle_name::{cycle_name, within};
use crate::exchange::import::draft::{Draft, Leftover, Named, Parent, Place, Unfit, Why, Wrong};
use crate::exchange::import::numbers::ProgressScale;
use crate::model::Zone;

/// What the way down says.
#[derive(Debug, Clone, Default)]
pub struct Under {
    pub cycle: Option<String>,
    pub owner: Option<String>,
    pub tags: Vec<String>,
    pub parent: Option<Parent>,
    /// What the names of the next maps are.
    pub names: Option<Meaning>,
    /// Whether this is a list of Feishu's, in which zeros stand for nothing said.
    pub zero_is_nothing: bool,
    /// What the document's progresses are of.
    pub progress: ProgressScale,
}

/// A document on its way to a draft.
pub struct Walk<'a> {
    pub draft: Draft,
    pub zone: Zone,
    is_owner: &'a dyn Fn(&str) -> bool,
    named: Vec<Named>,
}

/// The draft that a document is.
pub fn draft(root: &Item, zone: Zone, is_owner: &dyn Fn(&str) -> bool) -> Draft {
    let mut walk = Walk { draft: Draft::default(), zone, is_owner, named: Vec::new() };
    let mut progresses = Vec::new();
    collect_progresses(root, &mut progresses);
    let progress = ProgressScale::of(progresses);
    walk.visit(root, &Under { progress, ..Under::default() }, false);
    let named = std::mem::take(&mut walk.named);
    walk.draft.leave_unused(named);
    walk.draft
}

/// The progresses of a document.
fn collect_progresses<'i>(item: &'i Item, found: &mut Vec<&'i str>) {
    match &item.value {
        Value::List(items) => items.iter().for_each(|item| collect_progresses(item, found)),
        Value::Map(entries) => {
            for entry in entries {
                let is_one = key(&entry.key) == Some(Meaning::Progress);
                found.extend(entry.item.text().filter(|_| is_one));
                collect_progresses(&entry.item, found);
            }
        }
        Value::Nothing | Value::Text(_) | Value::Other(_) => {}
    }
}

impl Walk<'_> {
    pub fn left(&mut self, place: Place, text: impl Into<String>, why: Why) {
        let text = text.into();
        if !text.is_empty() {
            self.draft.leftovers.push(Leftover { place, text, why });
        }
    }

    /// Leaves a key with its value over.
    pub fn left_entry(&mut self, entry: &Entry, why: Why) {
        self.left(entry.place, entry.shown().unwrap_or_default(), why);
    }

    pub fn wrong(&mut self, entry: &Entry, why: Unfit) {
        let (place, text) = (entry.item.place, entry.item.shown());
        self.draft.wrong.push(Wrong { place, field: entry.key.clone(), text, why });
    }

    /// Looks at a value: `is_list` where each item is an objective.
    pub fn visit(&mut self, item: &Item, under: &Under, is_list: bool) {
        match &item.value {
            Value::Nothing => {}
            Value::List(items) => items.iter().for_each(|item| self.visit(item, under, is_list)),
            Value::Map(entries) if objective::is_one(entries, is_list) => {
                objective::read(self, item.place, entries, under)
            }
            Value::Map(entries) if is_list => self.keyed(entries, under),
            Value::Map(entries) => self.container(entries, under),
            Value::Text(_) if is_list => objective::titled(self, item, under),
            Value::Text(text) => self.left(item.place, text.clone(), Why::Value),
            Value::Other(text) => self.left(item.place, text.clone(), Why::Value),
        }
    }

    /// Objectives by their ids: `{O1: {title: …}, O2: {…}}`.
    fn keyed(&mut self, entries: &[Entry], under: &Under) {
        for entry in entries {
            match &entry.item.value {
                Value::Map(own) if objective::is_one(own, true) => {
                    objective::read(self, entry.place, own, under);
                    if let Some(objective) = self.draft.objectives.last_mut() {
                        objective.ids.push(entry.key.clone());
                    }
                }
                Value::Map(_) | Value::List(_) => self.below(entry, under),
                _ => self.left_entry(entry, Why::Key),
            }
        }
    }

    /// A map that holds objectives somewhere: what its own keys say, then what is below each.
    fn container(&mut self, entries: &[Entry], above: &Under) {
        let mut under = Under { names: None, ..above.clone() };
        for entry in entries {
            self.say(entry, above.names, &mut under);
        }
        for entry in entries {
            let is_list = key(&entry.key) == Some(Meaning::Objectives);
            match &entry.item.value {
                Value::Map(_) | Value::List(_) if is_list => self.visit(&entry.item, &under, true),
                Value::Map(_) | Value::List(_) if key(&entry.key) != Some(Meaning::Machine) => {
                    self.below(entry, &under)
                }
                Value::Other(_) => self.left_entry(entry, Why::Value),
                _ => {}
            }
        }
    }

    /// What a key of a container says of all below it.
    fn say(&mut self, entry: &Entry, names: Option<Meaning>, under: &mut Under) {
        let Some(text) = entry.item.text().map(str::to_owned) else { return };
        let meaning = key(&entry.key);
        let titled = matches!(meaning, Some(Meaning::Name | Meaning::Title));
        let named = match (meaning, names) {
            (Some(Meaning::Owner | Meaning::Teams), _) => &mut under.owner,
            (Some(Meaning::Cycle), _) => &mut under.cycle,
            (_, Some(Meaning::Teams)) if titled => &mut under.owner,
            (_, Some(Meaning::Periods)) if titled && cycle_name(&text).is_some() => &mut under.cycle,
            (_, Some(Meaning::Projects)) if titled => {
                under.tags.push(text.clone());
                self.name(entry.place, &text, &text);
                return;
            }
            (_, None) if titled && (self.is_owner)(&text) => &mut under.owner,
            (Some(Meaning::Machine), _) | (Some(Meaning::Id), Some(Meaning::Periods)) => return,
            (Some(Meaning::Objectives), _) => return objective::titled(self, &entry.item, under),
            _ => return self.left_entry(entry, Why::Key),
        };
        let is_cycle = matches!(meaning, Some(Meaning::Cycle)) || (titled && names == Some(Meaning::Periods));
        let value = if is_cycle { cycle_name(&text).unwrap_or_else(|| text.clone()) } else { text.clone() };
        // One that is said before is nothing's any more.
        *named = Some(value.clone());
        self.name(entry.place, &text, &value);
    }

    fn name(&mut self, place: Place, words: &str, value: &str) {
        self.named.push(Named { place, words: words.to_owned(), value: value.to_owned() });
    }

    /// What is below a key that is no list of objectives: the key is a cycle, an owner, a tag, or only a holder.
    fn below(&mut self, entry: &Entry, above: &Under) {
        let mut under = above.clone();
        let meaning = key(&entry.key);
        match meaning {
            Some(Meaning::Teams | Meaning::Projects | Meaning::Periods) => {
                under.names = meaning;
                under.zero_is_nothing |= entry.key == "okr_list";
            }
            Some(Meaning::Holder | Meaning::Cycle) => {}
            _ => match cycle_name(&entry.key) {
                Some(cycle) => {
                    under.cycle = Some(within(above.cycle.as_deref(), cycle));
                }
                None if above.names == Some(Meaning::Teams) || (self.is_owner)(&entry.key) => {
                    self.name(entry.place, &entry.key, &entry.key);
                    under.owner = Some(entry.key.clone());
                    under.names = None;
                }
                None if above.names == Some(Meaning::Projects) => {
                    self.name(entry.place, &entry.key, &entry.key);
                    under.tags.push(entry.key.clone());
                    under.names = None;
                }
                None => self.left(entry.place, entry.key.clone(), Why::Key),
            },
        }
        // A list of objectives may stand right below the name of a cycle, a team or a project.
        let listed = matches!(&entry.item.value, Value::List(items) if items.iter().any(is_titled));
        self.visit(&entry.item, &under, listed && meaning.is_none());
    }
}

fn is_titled(item: &Item) -> bool {
    matches!(&item.value, Value::Map(entries) if objective::is_one(entries, true))
}
