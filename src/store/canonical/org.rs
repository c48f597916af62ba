//! The organisation's file: a unit or person a line, each a mapping within brackets.

use std::collections::BTreeMap;

use super::line::Line;
use super::{Clean, scalar};
use crate::store::schema::{RawOrg, RawPerson, RawUnit};

/// The organisation of a clean text.
pub fn org(text: Clean) -> Option<RawOrg> {
    let mut raw = RawOrg::default();
    let mut part = Part::Top;
    for line in text.lines() {
        let words = line.trim_start_matches(' ');
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        match (line, line.len() - words.len(), part) {
            ("units:", ..) if raw.units.is_none() => (raw.units, part) = (Some(BTreeMap::new()), Part::Units),
            ("people:", ..) if raw.people.is_none() => (raw.people, part) = (Some(BTreeMap::new()), Part::People),
            (_, 0, _) => {
                let company = scalar::text(line.strip_prefix("company: ")?)?.to_owned();
                (raw.company, part) = (Some(company).filter(|_| raw.company.is_none()), Part::Top);
                raw.company.as_ref()?;
            }
            (_, 2, Part::Units) => entry(raw.units.as_mut()?, words, unit)?,
            (_, 2, Part::People) => entry(raw.people.as_mut()?, words, person)?,
            _ => return None,
        }
    }
    // A key with nothing behind it is no empty mapping.
    let empty =
        raw.units.as_ref().is_some_and(BTreeMap::is_empty) || raw.people.as_ref().is_some_and(BTreeMap::is_empty);
    (!empty).then_some(raw)
}

#[derive(Clone, Copy)]
enum Part {
    Top,
    Units,
    People,
}

/// `ana: {name: Ana Lima, unit: eng}`, of a key that is there once.
fn entry<T: Default>(all: &mut BTreeMap<String, Option<T>>, line: &str, field: Field<T>) -> Option<()> {
    let (key, value) = scalar::entry(line)?;
    let key = scalar::text(key)?.to_owned();
    let mut line = Line(value);
    line.eat("{")?;
    let mut made = T::default();
    loop {
        let name = line.take(memchr::memchr(b':', line.rest().as_bytes())?)?;
        line.eat(": ")?;
        let value = scalar::item(&mut line)?.to_owned();
        // A key that is there twice is a fault, and not ours to tell.
        if field(&mut made, name)?.replace(value).is_some() {
            return None;
        }
        if line.eat(", ").is_none() {
            break;
        }
    }
    (line.rest() == "}" && all.insert(key, Some(made)).is_none()).then_some(())
}

type Field<T> = for<'t> fn(&'t mut T, &str) -> Option<&'t mut Option<String>>;

fn unit<'t>(unit: &'t mut RawUnit, key: &str) -> Option<&'t mut Option<String>> {
    match key {
        "name" => Some(&mut unit.name),
        "parent" => Some(&mut unit.parent),
        "lead" => Some(&mut unit.lead),
        _ => None,
    }
}

fn person<'t>(person: &'t mut RawPerson, key: &str) -> Option<&'t mut Option<String>> {
    match key {
        "name" => Some(&mut person.name),
        "unit" => Some(&mut person.unit),
        "email" => Some(&mut person.email),
        _ => None,
    }
}
