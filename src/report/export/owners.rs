//! The sheet of owners: the company, its units, its people, and whoever owns something without being one of them.

use std::collections::BTreeSet;

use super::sheet::{Column, Kind, Row, Value, column};
use super::{Extent, Rows, Sheet};
use crate::model::{Org, OwnerKey};

const COLUMNS: &[Column] = &[
    column("owner", Kind::Text, "its key, the name of its folder"),
    column("name", Kind::Text, "what people call it"),
    column("what", Kind::Text, "`unit`, `person`, or `unknown` where `org.yaml` lacks it"),
    column("level", Kind::Text, "`company`, `department` or `individual`"),
    column("parent", Kind::Text, "of a unit the unit above it, of a person the unit; → owners"),
    column("lead", Kind::Text, "who leads a unit; → owners"),
    column("email", Kind::Text, "a person's"),
];

pub const SHEET: Sheet = Sheet {
    name: "owners",
    one: "owner",
    about: "One row for each unit and person of `org.yaml`, and for who owns something besides.",
    columns: COLUMNS,
    rows: Rows::Whole(rows),
};

fn rows(extent: &Extent) -> Vec<Row> {
    let org = &extent.assessment.snapshot.org;
    keys(extent, org).into_iter().map(|key| row(org, key)).collect()
}

/// Everybody whom a row of another sheet may name.
fn keys<'e>(extent: &'e Extent, org: &'e Org) -> BTreeSet<&'e OwnerKey> {
    let known = org.company.iter().chain(org.units.keys()).chain(org.people.keys());
    let above = org.units.values().flat_map(|unit| unit.parent.iter().chain(&unit.lead));
    let of_people = org.people.values().filter_map(|person| person.unit.as_ref());
    let owning = extent.records().flat_map(|record| {
        let of_key_results = record.objective.key_results.iter().filter_map(|kr| kr.owner.as_ref());
        std::iter::once(&record.reference.owner).chain(of_key_results)
    });
    known.chain(above).chain(of_people).chain(owning).collect()
}

fn row(org: &Org, key: &OwnerKey) -> Row {
    let (unit, person) = (org.units.get(key), org.people.get(key));
    let what = match (unit, person) {
        (Some(_), _) => "unit",
        (None, Some(_)) => "person",
        (None, None) if org.company.as_ref() == Some(key) => "unit",
        (None, None) => "unknown",
    };
    let parent = unit.and_then(|unit| unit.parent.as_ref()).or(person.and_then(|person| person.unit.as_ref()));
    vec![
        Value::text(key),
        Value::text(org.name(key)),
        Value::text(what),
        Value::text(org.level(key).as_str()),
        Value::maybe_text(parent),
        Value::maybe_text(unit.and_then(|unit| unit.lead.as_ref())),
        Value::maybe_text(person.and_then(|person| person.email.as_ref())),
    ]
}
