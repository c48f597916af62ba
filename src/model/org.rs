//! The company, its units and its people.

use std::collections::BTreeMap;

use serde::Serialize;

use super::key::OwnerKey;

/// The most levels that an organisation has: what is said to be deeper is taken for a loop, and stands by itself.
pub const MOST_LEVELS: usize = 64;

/// What `org.yaml` says. A store for one person has no company and no units.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Org {
    pub company: Option<OwnerKey>,
    pub units: BTreeMap<OwnerKey, Unit>,
    pub people: BTreeMap<OwnerKey, Person>,
}

/// The company itself, a department or a team.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unit {
    pub name: Option<String>,
    pub parent: Option<OwnerKey>,
    pub lead: Option<OwnerKey>,
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    pub name: Option<String>,
    pub unit: Option<OwnerKey>,
    pub email: Option<String>,
}

/// Whose goal it is. Follows from the owner; ordered from the top down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Company,
    Department,
    Individual,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Company, Level::Department, Level::Individual];

    pub fn as_str(self) -> &'static str {
        match self {
            Level::Company => "company",
            Level::Department => "department",
            Level::Individual => "individual",
        }
    }
}

impl Org {
    /// The level of an owner; one that `org.yaml` lacks counts as a person.
    pub fn level(&self, owner: &OwnerKey) -> Level {
        if self.company.as_ref() == Some(owner) {
            Level::Company
        } else if self.units.contains_key(owner) {
            Level::Department
        } else {
            Level::Individual
        }
    }

    /// Whether `org.yaml` knows this owner.
    pub fn knows(&self, owner: &OwnerKey) -> bool {
        self.company.as_ref() == Some(owner) || self.units.contains_key(owner) || self.people.contains_key(owner)
    }

    /// The name to show for an owner: its name, else its key.
    pub fn name<'a>(&'a self, owner: &'a OwnerKey) -> &'a str {
        let unit = self.units.get(owner).and_then(|unit| unit.name.as_deref());
        let person = || self.people.get(owner).and_then(|person| person.name.as_deref());
        unit.or_else(person).unwrap_or(owner.as_str())
    }

    /// The unit above an owner: a unit's parent, else the company; a person's unit, else the company.
    pub fn parent<'a>(&'a self, owner: &'a OwnerKey) -> Option<&'a OwnerKey> {
        let named = match (self.units.get(owner), self.people.get(owner)) {
            (Some(unit), _) => unit.parent.as_ref(),
            (None, Some(person)) => person.unit.as_ref(),
            (None, None) => None,
        };
        named.or(self.company.as_ref()).filter(|parent| *parent != owner)
    }

    /// The owner and all that is above it, bottom up; stops at a loop, and after [`MOST_LEVELS`].
    pub fn lineage<'a>(&'a self, owner: &'a OwnerKey) -> Vec<&'a OwnerKey> {
        let mut line = vec![owner];
        while let Some(parent) = line.last().and_then(|last| self.parent(last)) {
            if line.len() >= MOST_LEVELS || line.contains(&parent) {
                break;
            }
            line.push(parent);
        }
        line
    }

    /// Whether an owner is this unit or stands anywhere below it.
    pub fn is_within(&self, owner: &OwnerKey, unit: &OwnerKey) -> bool {
        self.lineage(owner).contains(&unit)
    }

    /// The unit that an owner's objectives count for: a unit's own, a person's unit.
    pub fn unit_of<'a>(&'a self, owner: &'a OwnerKey) -> Option<&'a OwnerKey> {
        match self.level(owner) {
            Level::Company | Level::Department => Some(owner),
            Level::Individual => self.people.get(owner).and_then(|person| person.unit.as_ref()),
        }
    }

    /// Whoever is to act for an owner: a unit's lead, else the owner as it is.
    pub fn person_for<'a>(&'a self, owner: &'a OwnerKey) -> &'a OwnerKey {
        self.units.get(owner).and_then(|unit| unit.lead.as_ref()).unwrap_or(owner)
    }

    /// Whether a person acts for an owner: as that owner, or as the lead of the unit.
    pub fn acts_for(&self, person: &OwnerKey, owner: &OwnerKey) -> bool {
        person == owner || self.person_for(owner) == person
    }

    /// The person with this e-mail address, whatever its case.
    pub fn person_by_email(&self, email: &str) -> Option<&OwnerKey> {
        let same = |person: &Person| person.email.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(email));
        self.people.iter().find(|(_, person)| same(person)).map(|(key, _)| key)
    }

    /// All owners: company, units, people.
    pub fn owners(&self) -> impl Iterator<Item = &OwnerKey> {
        let company = self.company.iter().filter(|key| !self.units.contains_key(key));
        company.chain(self.units.keys()).chain(self.people.keys())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> OwnerKey {
        text.parse().unwrap()
    }

    #[test]
    fn levels_and_lineage_follow_from_the_owner() {
        let mut org = Org { company: Some(key("acme")), ..Org::default() };
        org.units.insert(key("eng"), Unit { parent: Some(key("acme")), ..Unit::default() });
        org.units.insert(key("web"), Unit { parent: Some(key("eng")), ..Unit::default() });
        org.people.insert(key("ana"), Person { unit: Some(key("web")), ..Person::default() });
        assert_eq!(org.level(&key("acme")), Level::Company);
        assert_eq!(org.level(&key("web")), Level::Department);
        assert_eq!(org.level(&key("nobody")), Level::Individual);
        assert_eq!(org.lineage(&key("ana")), [&key("ana"), &key("web"), &key("eng"), &key("acme")]);
        assert!(org.is_within(&key("ana"), &key("eng")));
    }

    #[test]
    fn a_loop_of_parents_ends() {
        let mut org = Org::default();
        org.units.insert(key("a"), Unit { parent: Some(key("b")), ..Unit::default() });
        org.units.insert(key("b"), Unit { parent: Some(key("a")), ..Unit::default() });
        assert_eq!(org.lineage(&key("a")).len(), 2);
    }
}
