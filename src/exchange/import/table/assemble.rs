//! Rows become objectives with key results: side by side in one row, by parents, or one below the other.

use std::collections::{HashMap, HashSet};

use super::record::{Record, RowKind};
use crate::exchange::import::draft::{
    Draft, DraftKeyResult, DraftObjective, End, Leftover, Parent, Place, Said, Why, Wrong,
};
use crate::exchange::import::measure::Measure;

/// Adds what the rows are to a draft.
pub fn assemble(rows: Vec<Record>, draft: &mut Draft) {
    let named: HashMap<String, usize> =
        rows.iter().enumerate().flat_map(|(at, row)| names(row).map(move |name| (name, at))).collect();
    let above: HashSet<usize> =
        rows.iter().flat_map(|row| row.parents.iter().filter_map(|(_, name)| named.get(name).copied())).collect();
    let kinds: Vec<RowKind> = rows.iter().enumerate().map(|(at, row)| kind(at, row, &named, &above)).collect();
    // Key results that name no parent belong to the row above them.
    let orphan = |at: usize| rows.get(at).is_some_and(|row| kinds[at] == RowKind::KeyResult && row.parents.is_empty());
    let followed: HashSet<usize> = (0..rows.len()).filter(|at| orphan(at + 1)).collect();
    let mut building = Building { draft, begun: HashMap::new(), of_row: HashMap::new(), last: None };
    // Objectives first: a key result may stand above the row that it belongs to.
    let mut waiting = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        if row.key_result.is_some() || (row.title.is_none() && row.objective.is_none()) {
            building.side_by_side(row);
        } else if kinds[at] == RowKind::Objective {
            let computed = above.contains(&at) || followed.contains(&at);
            building.objective(at, row, computed);
        } else if row.parents.is_empty() {
            let last = building.last;
            building.key_result_of(last, row);
        } else {
            waiting.push(row);
        }
    }
    for mut row in waiting {
        let found =
            |(at, (_, name)): (usize, &(Place, String))| Some((at, building.of_row.get(named.get(name)?).copied()?));
        let parent = row.parents.iter().enumerate().find_map(found);
        if let Some((at, _)) = parent {
            row.parents.remove(at);
        }
        building.key_result_of(parent.map(|(_, objective)| objective), row);
    }
}

/// The names by which other rows can call a row: its ids, and its title.
fn names(row: &Record) -> impl Iterator<Item = String> + '_ {
    row.ids.iter().chain(&row.title).cloned()
}

/// What a row is: as it says, else a key result if it hangs on another row and none hangs on it.
fn kind(at: usize, row: &Record, named: &HashMap<String, usize>, above: &HashSet<usize>) -> RowKind {
    let hangs = row.parents.iter().any(|(_, name)| named.get(name).is_some_and(|parent| *parent != at));
    let guessed = if hangs && !above.contains(&at) { RowKind::KeyResult } else { RowKind::Objective };
    row.kind.unwrap_or(guessed)
}

struct Building<'d> {
    draft: &'d mut Draft,
    /// Objectives of rows that repeat them, by cycle and title.
    begun: HashMap<(Option<String>, String), usize>,
    of_row: HashMap<usize, usize>,
    last: Option<usize>,
}

impl Building<'_> {
    fn left(&mut self, place: Place, text: impl Into<String>, why: Why) {
        self.draft.leftovers.push(Leftover { place, text: text.into(), why });
    }

    /// A row with an objective and a key result; without the objective it goes on with the one before.
    fn side_by_side(&mut self, mut row: Record) {
        let title = row.objective.take().or_else(|| row.title.take());
        if let Some(another) = row.title.take() {
            self.left(row.place, another, Why::Value);
        }
        let at = title.map_or(self.last, |title| Some(self.begun_by(title, &mut row)));
        let Some(at) = at.filter(|_| row.key_result.is_some()) else {
            return self.left(row.place, row.words, Why::NoObjective);
        };
        self.last = Some(at);
        let known = &mut self.draft.objectives[at].parents;
        let new: Vec<Parent> = parents(&row).into_iter().filter(|parent| !names_same(known, parent)).collect();
        known.extend(new);
        row.parents.clear();
        self.key_result_of(Some(at), row);
    }

    /// The objective of a title: that of a row before, else a new one.
    fn begun_by(&mut self, title: String, row: &mut Record) -> usize {
        let key = (row.cycle.clone(), title.clone());
        if let Some(at) = self.begun.get(&key) {
            return *at;
        }
        let owner = self.owner(row);
        let at = self.push(DraftObjective {
            place: row.place,
            ids: row.ids.clone(),
            title,
            description: row.description.take(),
            owner,
            cycle: row.cycle.clone(),
            days: row.days,
            ..DraftObjective::default()
        });
        self.begun.insert(key, at);
        at
    }

    fn push(&mut self, objective: DraftObjective) -> usize {
        self.draft.objectives.push(objective);
        let at = self.draft.objectives.len() - 1;
        self.last = Some(at);
        at
    }

    /// The first owner of a row; the others are left over.
    fn owner(&mut self, row: &mut Record) -> Option<String> {
        let mut owners = std::mem::take(&mut row.owners).into_iter();
        let first = owners.next().map(|(_, name)| name);
        for (place, name) in owners.filter(|(_, name)| Some(name) != first.as_ref()).collect::<Vec<_>>() {
            self.left(place, name, Why::MoreOwners);
        }
        first
    }

    /// A row that is an objective. Its measure is computed from what is below it, or becomes a key result of the same title.
    fn objective(&mut self, row_at: usize, mut row: Record, computed: bool) {
        let owner = self.owner(&mut row);
        let title = row.title.take().or_else(|| row.objective.take()).unwrap_or_default();
        let nth = std::mem::take(&mut row.nth);
        let objective = DraftObjective {
            place: row.place,
            ids: row.ids.clone(),
            title: title.clone(),
            description: row.description.take(),
            owner,
            cycle: row.cycle.clone(),
            days: row.days,
            due: row.days.last,
            parents: parents(&row),
            weight: row.weight.take(),
            tags: std::mem::take(&mut row.tags),
            end: row.end.take(),
            said: Said { score: row.said.score.take(), ..Said::default() },
            ..DraftObjective::default()
        };
        let key = (row.cycle.clone(), title.clone());
        let at = self.push(objective);
        self.begun.insert(key, at);
        self.of_row.insert(row_at, at);
        let has_numbers = row.measure.target.is_some() || row.measure.done.is_some();
        let own = !row.measure.unit_only() && !row.rolls_up && (has_numbers || (nth.is_empty() && !computed));
        for one in nth {
            let measure = Measure { progress: one.completion, ..Measure::default() };
            let row = Record { place: one.place, title: Some(one.title), measure, ..Record::default() };
            self.key_result_of(Some(at), row);
        }
        if own {
            let numberless = row.measure.current.is_none() && row.measure.progress.is_none();
            if numberless && self.draft.objectives[at].end == Some(End::Completed) {
                row.measure.done = Some(true);
            }
            row.title = Some(title);
            row.parents.clear();
            row.ids.clear();
            row.days.last = None;
            return self.key_result_of(Some(at), row);
        }
        if let Some((place, text)) = row.progress.take() {
            self.left(place, text, Why::Computed);
        }
        self.draft.objectives[at].said.merge(row.said);
    }

    /// Adds a key result to an objective; without one the row is left over.
    fn key_result_of(&mut self, at: Option<usize>, mut row: Record) {
        let Some(at) = at else { return self.left(row.place, row.words, Why::NoObjective) };
        let title = row.key_result.take().or_else(|| row.title.take()).unwrap_or_default();
        if title.is_empty() {
            return self.left(row.place, row.words, Why::NoTitle);
        }
        for nth in std::mem::take(&mut row.nth) {
            self.left(nth.place, nth.title, Why::Value);
        }
        let cycle = self.draft.objectives[at].cycle.clone();
        if let Some(other) = row.cycle.take().filter(|own| Some(own) != cycle.as_ref()) {
            self.left(row.place, other, Why::Value);
        }
        let owner = self.owner(&mut row);
        for (place, name) in std::mem::take(&mut row.parents) {
            self.left(place, name, Why::MoreParents);
        }
        if row.end == Some(End::Completed) && row.measure.done.is_none() && row.measure.current.is_none() {
            row.measure.done = Some(true);
        }
        if row.measure.unit_only() {
            row.measure.unit = None;
        }
        let measured = match row.measure.metric(&title) {
            Ok(measured) => measured,
            Err(why) => {
                let wrong = Wrong { place: row.place, field: String::new(), text: title, why: row.measure.unfit(why) };
                return self.draft.wrong.push(wrong);
            }
        };
        if let Some(unused) = measured.unused {
            self.left(row.place, unused.to_string(), Why::NoTarget);
        }
        let objective = &mut self.draft.objectives[at];
        // A key result has no tags of its own.
        let new: Vec<String> = row.tags.into_iter().filter(|tag| !objective.tags.contains(tag)).collect();
        objective.tags.extend(new);
        let due = row.days.last.filter(|day| Some(*day) != objective.due);
        let mut said = row.said;
        if let Some(text) = row.description.filter(|text| objective.description.as_ref() != Some(text)) {
            said.note = Some(said.note.map_or_else(|| text.clone(), |note| format!("{note}\n\n{text}")));
        }
        objective.key_results.push(DraftKeyResult {
            place: row.place,
            id: row.ids.first().cloned(),
            key: None,
            title,
            metric: Some(measured.metric),
            value: measured.value,
            said,
            owner: owner.filter(|owner| Some(owner) != objective.owner.as_ref()),
            due,
            weight: row.weight,
            initiatives: Vec::new(),
            is_dropped: row.end == Some(End::Abandoned),
        });
    }
}

fn parents(row: &Record) -> Vec<Parent> {
    row.parents.iter().map(|(place, name)| Parent::Named { name: name.clone(), place: *place }).collect()
}

/// Whether a parent of the same name is among those that are known.
fn names_same(known: &[Parent], parent: &Parent) -> bool {
    let name = |parent: &Parent| match parent {
        Parent::Named { name, .. } => Some(name.clone()),
        Parent::Objective(_) => None,
    };
    known.iter().any(|known| name(known) == name(parent))
}
