//! The organisation's file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::keyed::once;
use super::words::{KEY, WORDS};

/// The keys of `org.yaml`, of a unit and of a person.
pub const ORG_KEYS: &[&str] = &["company", "units", "people"];
pub const UNIT_KEYS: &[&str] = &["name", "parent", "lead"];
pub const PERSON_KEYS: &[&str] = &["name", "unit", "email"];

/// The organisation: who is who. A key of a unit or person is a folder in every cycle.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys company, units and people")]
pub struct RawOrg {
    /// The key of the unit that is the whole company.
    #[schemars(regex(pattern = KEY), example = &"acme")]
    pub company: Option<String>,
    /// Departments and teams by key, one line each.
    #[serde(default, deserialize_with = "once")]
    #[schemars(extend("propertyNames" = {"pattern": KEY}))]
    pub units: Option<BTreeMap<String, Option<RawUnit>>>,
    /// People by key, one line each.
    #[serde(default, deserialize_with = "once")]
    #[schemars(extend("propertyNames" = {"pattern": KEY}))]
    pub people: Option<BTreeMap<String, Option<RawPerson>>>,
}

/// A department or team.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a unit")]
pub struct RawUnit {
    /// What people call it. Default: its key.
    #[schemars(regex(pattern = WORDS), example = &"Engineering")]
    pub name: Option<String>,
    /// The unit it belongs to. Default: the company.
    #[schemars(regex(pattern = KEY), example = &"acme")]
    pub parent: Option<String>,
    /// The person who leads it.
    #[schemars(regex(pattern = KEY), example = &"ana")]
    pub lead: Option<String>,
}

/// A person.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a person")]
pub struct RawPerson {
    /// What people call them. Default: the key.
    #[schemars(regex(pattern = WORDS), example = &"Ana Lima")]
    pub name: Option<String>,
    /// The unit they work in.
    #[schemars(regex(pattern = KEY), example = &"eng")]
    pub unit: Option<String>,
    /// By this address of Git's user.email okr knows who is asking.
    #[schemars(example = &"ana@acme.example")]
    pub email: Option<String>,
}
