//! OKR026: the organisation does not hold together.

use std::collections::{BTreeMap, HashSet};

use crate::check::{Example, Look, Rule, Severity, Sink, Spot, Subject};
use crate::language::say;
use crate::model::{Org, OwnerKey};

pub const RULE: Rule = Rule {
    code: "OKR026",
    name: "broken-organisation",
    severity: Severity::Warning,
    what: "A unit, a lead or a person in org.yaml refers to what is not there, or two people share an address.",
    why: "Sums are made along the units, and people are found by their e-mail address: a parent that is not there leaves a \
          unit out of the company, and of two people with one address only one is found.",
    bad: Example::Files(&[(
        "org.yaml",
        "\
company: acme
units:
  acme: {name: Acme Inc.}
  eng: {name: Engineering, parent: tech, lead: ana}
people:
  ana: {name: Ana Lima, unit: eng}
",
    )]),
    good: Example::Files(&[(
        "org.yaml",
        "\
company: acme
units:
  acme: {name: Acme Inc.}
  eng: {name: Engineering, parent: acme, lead: ana}
people:
  ana: {name: Ana Lima, unit: eng}
",
    )]),
    look: Look::Store(look),
};

fn look(subject: &Subject, sink: &mut Sink) {
    let org = &subject.header.org;
    let is_unit = |key: &OwnerKey| org.units.contains_key(key) || org.company.as_ref() == Some(key);
    let round = going_round(org);
    for (key, unit) in &org.units {
        if let Some(parent) = unit.parent.as_ref().filter(|parent| !is_unit(parent)) {
            let message = say!("{unit} is part of {parent}, and there is no such unit", unit = key, parent);
            sink.add(
                Spot::org("units", key, "parent"),
                message,
                say!("correct it, or add the unit with okr org add-unit"),
            );
        } else if round.contains(key) {
            let message = say!("{unit} is part of itself, through the units above it", unit = key);
            sink.add(Spot::org("units", key, "parent"), message, say!("correct the parent of one of them"));
        }
        if let Some(lead) = unit.lead.as_ref().filter(|lead| !org.people.contains_key(*lead)) {
            let message = say!("{lead} leads {unit}, and there is no such person", lead, unit = key);
            sink.add(Spot::org("units", key, "lead"), message, say!("okr org add-person {lead} adds them", lead));
        }
    }
    let mut addresses: BTreeMap<String, &OwnerKey> = BTreeMap::new();
    for (key, person) in &org.people {
        if let Some(unit) = person.unit.as_ref().filter(|unit| !is_unit(unit)) {
            let message = say!("{person} is in {unit}, and there is no such unit", person = key, unit);
            sink.add(
                Spot::org("people", key, "unit"),
                message,
                say!("correct it, or add the unit with okr org add-unit"),
            );
        }
        let Some(email) = &person.email else { continue };
        if let Some(first) = addresses.insert(email.to_lowercase(), key) {
            let message = say!("{first} and {second} have one e-mail address, {email}", first, second = key, email);
            sink.add(Spot::org("people", key, "email"), message, say!("give each their own: people are found by it"));
        }
    }
}

/// The units that come upon themselves on the way up; each is passed once.
fn going_round(org: &Org) -> HashSet<&OwnerKey> {
    let mut passed: HashSet<&OwnerKey> = HashSet::new();
    let mut round = HashSet::new();
    for unit in org.units.keys() {
        let mut way: Vec<&OwnerKey> = Vec::new();
        let mut at = Some(unit);
        while let Some(key) = at.filter(|key| passed.insert(key)) {
            way.push(key);
            at = org.units.get(key).and_then(|unit| unit.parent.as_ref());
        }
        let begins = way.iter().position(|key| Some(*key) == at);
        round.extend(way.drain(begins.unwrap_or(way.len())..));
    }
    round
}
