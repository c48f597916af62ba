//! `okr org set`.

use clap::Args as ClapArgs;

use super::entry::{free_address, known_person, known_unit, meant, path, put};
use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::grammar::nearest;
use crate::cli::words;
use crate::language::say;
use crate::model::{Org, OwnerKey};
use crate::store::edit::{Outline, Step, Yaml};
use crate::store::{PERSON_KEYS, UNIT_KEYS, layout};
use crate::view::Span;

/// Change a field of a unit or a person
///
/// Fields of a unit, the company too: name, parent, lead. Fields of a person: name, unit, email. An empty VALUE removes the field.
/// Everything else in org.yaml stays as it is.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr org set acme lead ana
  okr org set web parent eng
  okr org set bo email bo@acme.example
  okr org set bo unit \"\"                belongs to no unit but the company")]
pub struct Args {
    /// The unit or person
    #[arg(value_name = "KEY")]
    entry: OwnerKey,
    /// name, parent or lead of a unit; name, unit or email of a person
    #[arg(value_name = "FIELD")]
    entry_field: String,
    /// The new value; empty removes the field
    #[arg(value_name = "VALUE")]
    entry_value: String,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    desk.ready_to_write()?;
    let (key, field) = (&args.entry, args.entry_field.as_str());
    let list = list_of(&desk, key)?;
    has_field(list, field)?;
    let after = Some(args.entry_value.trim()).filter(|value| !value.is_empty());
    if let Some(value) = after {
        holds_together(&desk, key, field, value)?;
    }
    let before = value_of(desk.org(), key, field);
    let mut file = Definition::open_file(&desk, layout::ORG.to_owned())?;
    change(&mut file, list, key, field, after)?;
    let changed = file.write()?;
    drop(lock);
    if changed {
        let line = words::from_to(field, before.as_deref(), after);
        ctx.ui.done(&[words::verb(say!("changed")), Span::reference(key.to_string()), Span::plain(line)])?;
    } else {
        ctx.ui.done(&[Span::plain(say!("{name} is so already; nothing was changed", name = key))])?;
    }
    Ok(Exit::Done)
}

/// What can be set of a unit, the company or a person.
pub fn fields_of(org: &Org, key: &OwnerKey) -> &'static [&'static str] {
    if org.units.contains_key(key) || org.company.as_ref() == Some(key) {
        UNIT_KEYS
    } else if org.people.contains_key(key) {
        PERSON_KEYS
    } else {
        &[]
    }
}

/// The list in which a unit or person stands.
fn list_of(desk: &Desk, key: &OwnerKey) -> Result<&'static str, Failure> {
    match fields_of(desk.org(), key) {
        UNIT_KEYS => Ok("units"),
        PERSON_KEYS => Ok("people"),
        _ => {
            let near = nearest(key.as_str(), desk.org().owners().map(OwnerKey::as_str));
            let failure = Failure::usage(say!("org.yaml does not know \"{key}\"", key));
            Err(meant(failure, near).hint(say!("okr org add-unit {key} or okr org add-person {key} adds it", key)))
        }
    }
}

fn has_field(list: &str, field: &str) -> Result<(), Failure> {
    let is_unit = list == "units";
    let known = if is_unit { UNIT_KEYS } else { PERSON_KEYS };
    if known.contains(&field) {
        return Ok(());
    }
    let quoted = format_args!("{field:?}");
    let failure = Failure::usage(match is_unit {
        true => say!("a unit has no field {field}", field = quoted),
        false => say!("a person has no field {field}", field = quoted),
    });
    Err(match nearest(field, known.iter().copied()) {
        Some(near) => meant(failure, Some(near)),
        None => failure.hint(say!("fields: {fields}", fields = known.join(say!(in "list", ", ")))),
    })
}

/// Refuses a value by which the organisation would not hold together any more.
fn holds_together(desk: &Desk, key: &OwnerKey, field: &str, value: &str) -> Result<(), Failure> {
    let parsed = |what: &'static str| value.parse::<OwnerKey>().map_err(|why| bad_key(what, value, &why));
    match field {
        "lead" => known_person(desk, &parsed(say!(in "key", "person"))?),
        "unit" => known_unit(desk, &parsed(say!(in "key", "unit"))?),
        "parent" => {
            let parent = parsed(say!(in "key", "unit"))?;
            known_unit(desk, &parent)?;
            not_below(desk.org(), &parent, key)
        }
        "email" => free_address(desk, key, value),
        _ => Ok(()),
    }
}

/// Refuses a parent that stands below the unit, or is it.
fn not_below(org: &Org, parent: &OwnerKey, unit: &OwnerKey) -> Result<(), Failure> {
    if !org.is_within(parent, unit) {
        return Ok(());
    }
    let failure = if parent == unit {
        Failure::usage(say!("{unit} cannot be a part of itself", unit))
    } else {
        Failure::usage(say!("{parent} is a part of {unit}, which cannot be a part of it too", parent, unit))
    };
    Err(failure.hint(if org.company.as_ref() == Some(unit) {
        say!("{unit} is the company: everything is below it", unit)
    } else if parent == unit {
        say!("okr org shows the units").to_owned()
    } else {
        say!("give {parent} another parent first: okr org set {parent} parent KEY", parent)
    }))
}

fn value_of(org: &Org, key: &OwnerKey, field: &str) -> Option<String> {
    let (unit, person) = (org.units.get(key), org.people.get(key));
    match field {
        "name" => unit.and_then(|unit| unit.name.clone()).or_else(|| person.and_then(|person| person.name.clone())),
        "email" => person.and_then(|person| person.email.clone()),
        "parent" => unit.and_then(|unit| unit.parent.as_ref()).map(ToString::to_string),
        "lead" => unit.and_then(|unit| unit.lead.as_ref()).map(ToString::to_string),
        _ => person.and_then(|person| person.unit.as_ref()).map(ToString::to_string),
    }
}

/// Puts the value into the text, or takes it away.
fn change(file: &mut Definition, list: &str, key: &OwnerKey, field: &str, value: Option<&str>) -> Result<(), Failure> {
    let entry = path(list, key);
    let place = [entry[0].clone(), entry[1].clone(), Step::key(field)];
    let outline = Outline::of(&file.text);
    let has_line = outline.keys(&entry[..1]).iter().any(|(known, _)| known == key.as_str());
    let there = outline.keys(&entry);
    match value {
        // What has no line yet, or nothing between its braces, is written as one line.
        Some(value) if !has_line || (there.is_empty() && !outline.is_empty(&entry)) => {
            put(file, list, key, vec![(field.to_owned(), Yaml::text(value))])
        }
        Some(value) => {
            let order = if list == "units" { UNIT_KEYS } else { PERSON_KEYS };
            file.set(&place, &Yaml::text(value), order)
        }
        None if there.iter().any(|(known, _)| known == field) => file.remove(&place),
        None => Ok(()),
    }
}
