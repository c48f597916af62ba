//! `okr org`: the organisation as a tree.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::VERSION;
use crate::model::{Level, Org, OwnerKey};

#[derive(Debug, Serialize)]
pub struct OrgReport {
    pub version: u32,
    pub roots: Vec<OrgNode>,
}

/// A unit or a person, with what is below it: units first, then people.
#[derive(Debug, Clone, Serialize)]
pub struct OrgNode {
    pub key: OwnerKey,
    pub name: Option<String>,
    pub level: Level,
    /// A unit's lead.
    pub lead: Option<OwnerKey>,
    /// A person's address.
    pub email: Option<String>,
    pub below: Vec<OrgNode>,
}

/// The organisation from the company down. What hangs on an unknown parent, or only on itself, is a root of its own, so
/// that everybody is shown once.
pub fn org(org: &Org) -> OrgReport {
    let mut below: BTreeMap<Option<&OwnerKey>, Vec<&OwnerKey>> = BTreeMap::new();
    for owner in org.owners() {
        let lineage = org.lineage(owner);
        let looped = lineage.last().and_then(|top| org.parent(top)).is_some();
        let parent = org.parent(owner).filter(|parent| org.knows(parent) && !looped);
        below.entry(parent).or_default().push(owner);
    }
    let roots = below.get(&None).cloned().unwrap_or_default();
    OrgReport { version: VERSION, roots: roots.into_iter().map(|owner| node(org, owner, &below)).collect() }
}

fn node(org: &Org, owner: &OwnerKey, below: &BTreeMap<Option<&OwnerKey>, Vec<&OwnerKey>>) -> OrgNode {
    let (unit, person) = (org.units.get(owner), org.people.get(owner));
    let mut under = below.get(&Some(owner)).cloned().unwrap_or_default();
    under.sort_by_key(|key| (org.level(key), (*key).clone()));
    OrgNode {
        key: owner.clone(),
        name: unit.and_then(|unit| unit.name.clone()).or_else(|| person.and_then(|person| person.name.clone())),
        level: org.level(owner),
        lead: unit.and_then(|unit| unit.lead.clone()),
        email: person.and_then(|person| person.email.clone()),
        below: under.into_iter().map(|owner| node(org, owner, below)).collect(),
    }
}
