//! The lines of `org.yaml`: a unit or a person each.

use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::grammar::nearest;
use crate::language::say;
use crate::model::OwnerKey;
use crate::store::edit::{Outline, Step, Yaml};
use crate::store::{Lock, ORG_KEYS, layout};

/// Adds one line to `org.yaml`, and lets others go on.
///
/// # Errors
/// When the key is taken, or the file cannot be changed.
pub fn add(
    desk: &Desk,
    lock: Lock,
    list: &str,
    key: &OwnerKey,
    fields: &[(&str, Option<String>)],
) -> Result<(), Failure> {
    desk.ready_to_write()?;
    free_key(desk, key)?;
    let mut file = Definition::open_file(desk, layout::ORG.to_owned())?;
    let fields = fields.iter().filter_map(|(name, value)| Some(((*name).to_owned(), Yaml::text(value.clone()?))));
    put(&mut file, list, key, fields.collect())?;
    file.write()?;
    drop(lock);
    Ok(())
}

/// Refuses a key that a unit or person has.
///
/// # Errors
/// When one has it.
pub fn free_key(desk: &Desk, key: &OwnerKey) -> Result<(), Failure> {
    let org = desk.org();
    if !org.units.contains_key(key) && !org.people.contains_key(key) {
        return Ok(());
    }
    Err(Failure::usage(say!("org.yaml has \"{key}\" already", key))
        .hint(say!("okr org set {key} FIELD VALUE changes it", key)))
}

/// Writes a unit or person with these fields alone, in the place of what stands there under its key.
///
/// # Errors
/// When the file cannot be changed so.
pub fn put(file: &mut Definition, list: &str, key: &OwnerKey, fields: Vec<(String, Yaml)>) -> Result<(), Failure> {
    // One line however long, so that edits merge.
    let entry = Yaml::Literal(Yaml::Map(fields).inline(true).unwrap_or_default());
    if Outline::of(&file.text).is_empty(&[Step::key(list)])
        && !file.text.contains(&format!("\n{list}:"))
        && !file.text.starts_with(list)
    {
        file.set(&[Step::key(list)], &Yaml::Map(Vec::new()), ORG_KEYS)?;
    }
    file.set(&path(list, key), &entry, &[])
}

/// Where a unit or person stands in `org.yaml`.
pub fn path(list: &str, key: &OwnerKey) -> [Step; 2] {
    [Step::key(list), Step::key(key.as_str())]
}

/// Refuses a unit that is not there.
///
/// # Errors
/// When it is not.
pub fn known_unit(desk: &Desk, unit: &OwnerKey) -> Result<(), Failure> {
    let org = desk.org();
    if org.units.contains_key(unit) || org.company.as_ref() == Some(unit) {
        return Ok(());
    }
    let failure = Failure::usage(say!("org.yaml has no unit \"{unit}\"", unit));
    let units = org.company.iter().chain(org.units.keys()).map(OwnerKey::as_str);
    Err(meant(failure, nearest(unit.as_str(), units)).hint(match org.knows(unit) {
        true => say!("okr org shows who there is").to_owned(),
        false => say!("okr org add-unit {unit} adds it", unit),
    }))
}

/// Refuses a person who is not there.
///
/// # Errors
/// When they are not.
pub fn known_person(desk: &Desk, person: &OwnerKey) -> Result<(), Failure> {
    let org = desk.org();
    if org.people.contains_key(person) {
        return Ok(());
    }
    let failure = Failure::usage(say!("org.yaml has no person \"{person}\"", person));
    let near = nearest(person.as_str(), org.people.keys().map(OwnerKey::as_str));
    Err(meant(failure, near).hint(match org.knows(person) {
        true => say!("okr org shows who there is").to_owned(),
        false => say!("okr org add-person {person} adds them", person),
    }))
}

/// Refuses an address by which somebody else is found.
///
/// # Errors
/// When it is taken.
pub fn free_address(desk: &Desk, person: &OwnerKey, email: &str) -> Result<(), Failure> {
    let Some(other) = desk.org().person_by_email(email).filter(|other| *other != person) else { return Ok(()) };
    Err(Failure::usage(say!("{person} has this address already", person = other))
        .hint(say!("okr org set {person} email \"\" takes it from them", person = other)))
}

/// A failure with the word that was most likely meant.
pub fn meant(failure: Failure, near: Option<&str>) -> Failure {
    match near {
        Some(near) => failure.hint(say!("did you mean {near}?", near)),
        None => failure,
    }
}
