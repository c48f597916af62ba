//! The organisation's file.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::keyed::once;

/// The keys of `org.yaml`, of a unit and of a person.
pub const ORG_KEYS: &[&str] = &["company", "units", "people"];
pub const UNIT_KEYS: &[&str] = &["name", "parent", "lead"];
pub const PERSON_KEYS: &[&str] = &["name", "unit", "email"];

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys company, units and people")]
pub struct RawOrg {
    pub company: Option<String>,
    #[serde(default, deserialize_with = "once")]
    pub units: Option<BTreeMap<String, Option<RawUnit>>>,
    #[serde(default, deserialize_with = "once")]
    pub people: Option<BTreeMap<String, Option<RawPerson>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a unit")]
pub struct RawUnit {
    pub name: Option<String>,
    pub parent: Option<String>,
    pub lead: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a person")]
pub struct RawPerson {
    pub name: Option<String>,
    pub unit: Option<String>,
    pub email: Option<String>,
}
