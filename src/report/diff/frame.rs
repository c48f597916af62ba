//! What frames the objectives: settings, organisation and cycles.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::change::FieldChange;
use crate::analysis::Ease;
use crate::language::marked;
use crate::model::{
    Band, Cadence, Cycle, CycleId, HistoryLayout, Org, OwnerKey, Person, RollUp, Scale, Settings, Unit,
};

/// Whether something came, went, or is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    Added,
    Removed,
    Changed,
}

/// The company, a unit or a person that is not the same on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct MemberChange {
    /// `company`, `unit` or `person`.
    pub kind: &'static str,
    pub key: OwnerKey,
    /// Its name after, or before if it is gone.
    pub name: Option<String>,
    pub fate: Presence,
    pub changes: Vec<FieldChange>,
}

/// A cycle that is not the same on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct CycleChange {
    pub id: CycleId,
    pub fate: Presence,
    pub start: chrono::NaiveDate,
    pub end: chrono::NaiveDate,
    pub changes: Vec<FieldChange>,
}

pub fn settings(before: &Settings, after: &Settings) -> Vec<FieldChange> {
    let cadence = |settings: &Settings| match settings.cadence {
        Cadence::Quarter => "quarter",
        Cadence::Month => "month",
    };
    let history = |settings: &Settings| match settings.history {
        HistoryLayout::PerObjective => "per-objective",
        HistoryLayout::PerAuthor => "per-author",
    };
    let rollup = |settings: &Settings| match settings.rollup {
        RollUp::KeyResults => "key-results",
        RollUp::Blended => "blended",
    };
    let scale = |settings: &Settings| match settings.scoring.scale {
        Scale::Hundred => "100",
        Scale::One => "1.0",
    };
    let band = |band: &Band| format!("{} from {}", band.name, band.from);
    let bands = |settings: &Settings| settings.scoring.bands.iter().map(band).collect::<Vec<_>>().join(", ");
    fn of<T: ToString>(
        field: &'static str,
        read: impl Fn(&Settings) -> T,
        (before, after): (&Settings, &Settings),
    ) -> Option<FieldChange> {
        FieldChange::of(field, Some(read(before)), Some(read(after)))
    }
    let both = (before, after);
    let all = [
        of("cadence", cadence, both),
        of("history", history, both),
        of("time_zone", |settings| settings.time_zone.name().to_owned(), both),
        of("fiscal_year_start", |settings| settings.fiscal_year_start, both),
        of("stale_after", |settings| settings.stale_after, both),
        of("rollup", rollup, both),
        of("pace.on_track", |settings| settings.pace.on_track.ratio(), both),
        of("pace.at_risk", |settings| settings.pace.at_risk.ratio(), both),
        of("pace.quiet", |settings| settings.pace.quiet.ratio(), both),
        of("scoring.scale", scale, both),
        of("scoring.bands", bands, both),
    ];
    all.into_iter().flatten().collect()
}

pub fn organisation(before: &Org, after: &Org) -> Vec<MemberChange> {
    let mut all = Vec::new();
    if before.company != after.company
        && let Some(key) = after.company.as_ref().or(before.company.as_ref())
    {
        let changes = FieldChange::of("company", before.company.as_ref(), after.company.as_ref()).into_iter().collect();
        all.push(MemberChange {
            kind: marked!("company"),
            key: key.clone(),
            name: None,
            fate: Presence::Changed,
            changes,
        });
    }
    all.extend(members(marked!("unit"), &before.units, &after.units, unit, |unit| unit.name.clone()));
    all.extend(members(marked!("person"), &before.people, &after.people, person, |person| person.name.clone()));
    all
}

fn members<M: Default>(
    kind: &'static str,
    before: &BTreeMap<OwnerKey, M>,
    after: &BTreeMap<OwnerKey, M>,
    fields: impl Fn(&M, &M) -> Vec<FieldChange>,
    name: impl Fn(&M) -> Option<String>,
) -> Vec<MemberChange> {
    let keys: BTreeSet<&OwnerKey> = before.keys().chain(after.keys()).collect();
    let blank = M::default();
    let change = |key: &OwnerKey| {
        let (old, new) = (before.get(key), after.get(key));
        let fate = presence(old.is_some(), new.is_some());
        let changes = fields(old.unwrap_or(&blank), new.unwrap_or(&blank));
        let name = new.or(old).and_then(&name);
        (fate != Presence::Changed || !changes.is_empty()).then(|| MemberChange {
            kind,
            key: key.clone(),
            name,
            fate,
            changes,
        })
    };
    keys.into_iter().filter_map(change).collect()
}

fn presence(before: bool, after: bool) -> Presence {
    match (before, after) {
        (false, _) => Presence::Added,
        (_, false) => Presence::Removed,
        _ => Presence::Changed,
    }
}

fn unit(before: &Unit, after: &Unit) -> Vec<FieldChange> {
    let all = [
        FieldChange::of("name", before.name.as_ref(), after.name.as_ref()),
        FieldChange::of("parent", before.parent.as_ref(), after.parent.as_ref()),
        FieldChange::of("lead", before.lead.as_ref(), after.lead.as_ref()),
    ];
    all.into_iter().flatten().collect()
}

fn person(before: &Person, after: &Person) -> Vec<FieldChange> {
    let all = [
        FieldChange::of("name", before.name.as_ref(), after.name.as_ref()),
        FieldChange::of("unit", before.unit.as_ref(), after.unit.as_ref()),
        FieldChange::of("email", before.email.as_ref(), after.email.as_ref()),
    ];
    all.into_iter().flatten().collect()
}

pub fn cycles(before: &[Cycle], after: &[Cycle]) -> Vec<CycleChange> {
    let find = |all: &[Cycle], id: &CycleId| all.iter().find(|cycle| &cycle.id == id).cloned();
    let gone = before.iter().filter(|cycle| find(after, &cycle.id).is_none());
    let change = |cycle: &Cycle| {
        let (old, new) = (find(before, &cycle.id), find(after, &cycle.id));
        let fate = presence(old.is_some(), new.is_some());
        let changes = old.zip(new).map(|(old, new)| dates(&old, &new)).unwrap_or_default();
        let (id, start, end) = (cycle.id.clone(), cycle.start, cycle.end);
        (fate != Presence::Changed || !changes.is_empty()).then_some(CycleChange { id, fate, start, end, changes })
    };
    after.iter().chain(gone).filter_map(change).collect()
}

fn dates(before: &Cycle, after: &Cycle) -> Vec<FieldChange> {
    let end = FieldChange::of("end", Some(before.end), Some(after.end));
    let all = [
        FieldChange::of("title", before.title.as_ref(), after.title.as_ref()),
        FieldChange::of("start", Some(before.start), Some(after.start)),
        end.map(|end| FieldChange { ease: Ease::of(after.end > before.end, after.end < before.end), ..end }),
        FieldChange::of("closed", before.closed, after.closed),
    ];
    all.into_iter().flatten().collect()
}
