//! The comparison of three versions: what they changed and we did not, and what both changed differently.

use super::Unmergeable;
use super::apply;
use super::change::{Change, Part, Path};
use super::compare::{same, same_or_absent};
use super::conflict::{Conflict, Difference};
use super::lists::{self, Named};
use crate::store::convert;
use crate::store::edit::Yaml;

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order in which they can be made.
    pub changes: Vec<Change>,
    pub conflicts: Vec<Conflict>,
}

/// Compares whole files.
///
/// # Errors
/// When a list holds items that cannot be told apart.
pub fn compare(base: &Yaml, ours: &Yaml, theirs: &Yaml) -> Result<Found, Unmergeable> {
    let mut walk = Walk::default();
    walk.mapping(&mut Vec::new(), Some(base), ours, theirs)?;
    // What is taken away goes last: a list is never emptied that something is about to be added to.
    let (mut removed, mut changes): (Vec<_>, Vec<_>) =
        walk.found.changes.into_iter().partition(|change| matches!(change, Change::Remove(_)));
    removed.reverse();
    changes.append(&mut removed);
    Ok(Found { changes, conflicts: walk.found.conflicts })
}

#[derive(Default)]
struct Walk {
    found: Found,
}

fn fields(value: Option<&Yaml>) -> &[(String, Yaml)] {
    match value {
        Some(Yaml::Map(fields)) => fields,
        _ => &[],
    }
}

fn field<'t>(value: Option<&'t Yaml>, name: &str) -> Option<&'t Yaml> {
    fields(value).iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

impl Walk {
    fn mapping(&mut self, path: &mut Path, base: Option<&Yaml>, ours: &Yaml, theirs: &Yaml) -> Result<(), Unmergeable> {
        let mut names: Vec<&String> = fields(Some(theirs)).iter().map(|(key, _)| key).collect();
        for (key, _) in fields(base).iter().chain(fields(Some(ours))) {
            if !names.contains(&key) {
                names.push(key);
            }
        }
        for name in names {
            path.push(Part::Key(name.clone()));
            self.entry(path, name, [field(base, name), field(Some(ours), name), field(Some(theirs), name)])?;
            path.pop();
        }
        Ok(())
    }

    fn entry(&mut self, path: &mut Path, name: &str, sides: [Option<&Yaml>; 3]) -> Result<(), Unmergeable> {
        let [base, ours, theirs] = sides;
        if same_or_absent(base, theirs) || same_or_absent(ours, theirs) {
            return Ok(());
        }
        if let (Some(kind), Some(base), Some(our_items), Some(their_items)) =
            (lists::named(name), lists::items(base), lists::items(ours), lists::items(theirs))
        {
            let whole_list_gone = theirs.is_none() && same_or_absent(ours, sides[0]);
            let first_of_its_kind = ours.is_none() && base.is_empty();
            if !whole_list_gone && !first_of_its_kind {
                return self.list(path, name, kind, [base, our_items, their_items], ours);
            }
        }
        match (ours, theirs) {
            (Some(ours @ Yaml::Map(_)), Some(theirs @ Yaml::Map(_))) if name == "metric" => {
                self.metric(path, base, ours, theirs)
            }
            (Some(ours @ Yaml::Map(_)), Some(theirs @ Yaml::Map(_))) => self.mapping(path, base, ours, theirs),
            _ if same_or_absent(base, ours) => {
                self.found.changes.push(match theirs {
                    Some(value) => Change::Set(path.clone(), value.clone()),
                    None => Change::Remove(path.clone()),
                });
                Ok(())
            }
            _ => {
                self.conflict(path, sides, None);
                Ok(())
            }
        }
    }

    /// The fields of a metric, unless what they give together is none: then one side's metric is taken whole.
    fn metric(&mut self, path: &mut Path, base: Option<&Yaml>, ours: &Yaml, theirs: &Yaml) -> Result<(), Unmergeable> {
        let mut within = Walk::default();
        within.mapping(path, base, ours, theirs)?;
        let kind = |metric: &Yaml| {
            let told = ["from", "to", "at_least", "at_most", "milestones"];
            told.map(|name| field(Some(metric), name).is_some())
        };
        let fits = || {
            let own = within.found.changes.iter().map(|change| change.below(path.len()));
            let merged = apply::to_tree(ours, &own.collect::<Vec<_>>());
            let measures = |metric: &Yaml| convert::is_metric(&metric.value());
            merged.is_some_and(|merged| measures(&merged) || !measures(ours) || !measures(theirs))
        };
        let mixed = !within.found.conflicts.is_empty() && kind(ours) != kind(theirs);
        if mixed || !fits() {
            if base.is_some_and(|base| same(base, ours)) {
                self.found.changes.push(Change::Set(path.clone(), theirs.clone()));
            } else {
                self.conflict(path, [base, Some(ours), Some(theirs)], None);
            }
            return Ok(());
        }
        let unit = field(Some(ours), "unit").cloned();
        self.found.changes.append(&mut within.found.changes);
        let named = within.found.conflicts.into_iter().map(|conflict| conflict.with_unit(unit.as_ref()));
        self.found.conflicts.extend(named);
        Ok(())
    }

    fn list(
        &mut self,
        path: &mut Path,
        key: &str,
        kind: Named,
        sides: [&[Yaml]; 3],
        whole: Option<&Yaml>,
    ) -> Result<(), Unmergeable> {
        let repeats = lists::once(kind, sides[1]).len() < sides[1].len();
        let once = sides.map(|items| lists::once(kind, items));
        let sides = [0, 1, 2].map(|side| once[side].as_slice());
        let [base, ours, theirs] = sides;
        let names = lists::names(key, sides)?;
        let find =
            |side: usize, name: &str| names[side].iter().position(|other| other == name).map(|at| &sides[side][at]);
        let mut kept: Vec<&String> = Vec::new();
        for name in names[1].iter().filter(|name| !names[2].contains(name)) {
            match (find(0, name), find(1, name)) {
                (Some(before), Some(here)) if same(before, here) => {}
                (Some(_), Some(_)) => {
                    self.found.conflicts.push(Conflict::new(&item(path, name), Difference::RemovedThere));
                    kept.push(name);
                }
                _ => kept.push(name),
            }
        }
        for (name, there) in names[2].iter().zip(theirs) {
            let Some(here) = find(1, name) else {
                if let Some(before) = find(0, name).filter(|before| !same(before, there)) {
                    // What we removed and they changed comes back, to be decided about.
                    let difference = Difference::RemovedHere { theirs: there.clone(), before: before.clone() };
                    self.found.conflicts.push(Conflict::new(&item(path, name), difference));
                    kept.push(name);
                }
                continue;
            };
            path.push(Part::Item(name.clone()));
            let result = self.item(path, kind, find(0, name), here, there);
            path.pop();
            result?;
        }
        if key == "aligns_to" {
            self.first(path, base, ours, theirs);
        }
        let stays = |name: &String| {
            let agreed = !names[0].contains(name) || (names[1].contains(name) && names[2].contains(name));
            agreed || kept.contains(&name)
        };
        let mut order = lists::order(&names[0], &names[1], &names[2]);
        order.extend(names[1].iter().chain(&names[2]).filter(|name| kept.contains(name)).cloned());
        let mut wanted: Vec<String> = Vec::new();
        for name in order.into_iter().filter(stays) {
            if !wanted.contains(&name) {
                wanted.push(name);
            }
        }
        let value = |name: &String| find(1, name).or_else(|| find(2, name)).cloned();
        let in_place = !repeats && matches!(whole, Some(Yaml::List(_)) | None);
        self.arrange(path, kind, &names[1], &wanted, in_place, value);
        Ok(())
    }

    /// The changes that make a list of ours hold what is wanted, in its order where the order means something; item by item
    /// if they can be made `in_place`.
    fn arrange(
        &mut self,
        path: &Path,
        kind: Named,
        ours: &[String],
        wanted: &[String],
        in_place: bool,
        value: impl Fn(&String) -> Option<Yaml>,
    ) {
        let stay: Vec<&String> = ours.iter().filter(|name| wanted.contains(name)).collect();
        let added: Vec<&String> = wanted.iter().filter(|name| !ours.contains(name)).collect();
        let as_appended: Vec<&String> = stay.iter().chain(&added).copied().collect();
        let in_order = kind == Named::Mappings || as_appended.iter().copied().eq(wanted);
        let changes = &mut self.found.changes;
        if in_place && in_order {
            changes.extend(added.iter().filter_map(|name| Some(Change::Push(path.clone(), value(name)?))));
            let gone = ours.iter().filter(|name| !wanted.contains(name));
            changes.extend(gone.map(|name| Change::Remove(item(path, name))));
        } else {
            // What was changed within an item stands before this in the list of changes, and is in the value as well.
            let done: Vec<Change> = changes.iter().filter(|change| change.is_below(path)).cloned().collect();
            changes.retain(|change| !change.is_below(path));
            let replaced = |name: &String| {
                let own = item(path, name);
                done.iter().find_map(|change| match change {
                    Change::Set(at, value) if *at == own => Some(value.clone()),
                    _ => None,
                })
            };
            let items = wanted.iter().filter_map(|name| replaced(name).or_else(|| value(name)));
            changes.push(Change::Set(path.clone(), Yaml::List(items.collect())));
        }
    }

    fn item(
        &mut self,
        path: &mut Path,
        kind: Named,
        base: Option<&Yaml>,
        ours: &Yaml,
        theirs: &Yaml,
    ) -> Result<(), Unmergeable> {
        let title = |item: &Yaml| field(Some(item), "title").map(Yaml::value);
        match kind {
            Named::Words => Ok(()),
            _ if same(ours, theirs) => Ok(()),
            // Two people added different things and gave them one name.
            Named::Mappings if base.is_none() && title(ours) != title(theirs) => {
                let difference = Difference::Twins { theirs: theirs.clone() };
                self.found.conflicts.push(Conflict::new(path, difference));
                Ok(())
            }
            Named::Mappings => self.mapping(path, base, ours, theirs),
            Named::Steps if base.is_some_and(|base| same(base, theirs)) => Ok(()),
            Named::Steps if base.is_some_and(|base| same(base, ours)) => {
                self.found.changes.push(Change::Set(path.clone(), theirs.clone()));
                Ok(())
            }
            Named::Steps => {
                self.conflict(path, [base, Some(ours), Some(theirs)], None);
                Ok(())
            }
        }
    }

    /// The first alignment is the place in the tree: two new ones are a question, even though both stay.
    fn first(&mut self, path: &Path, base: &[Yaml], ours: &[Yaml], theirs: &[Yaml]) {
        if let (Some(before), Some(here), Some(there)) = (base.first(), ours.first(), theirs.first())
            && !same(before, here)
            && !same(before, there)
            && !same(here, there)
        {
            self.conflict(path, [Some(before), Some(here), Some(there)], None);
        }
    }

    fn conflict(&mut self, path: &Path, sides: [Option<&Yaml>; 3], unit: Option<&Yaml>) {
        let [before, ours, theirs] = sides.map(|side| side.cloned());
        let difference = Difference::Values { ours, theirs, before, unit: unit.cloned() };
        self.found.conflicts.push(Conflict::new(path, difference));
    }
}

fn item(list: &Path, name: &str) -> Path {
    let mut path = list.clone();
    path.push(Part::Item(name.to_owned()));
    path
}
