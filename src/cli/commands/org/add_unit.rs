//! `okr org add-unit`.

use clap::Args as ClapArgs;

use crate::cli::context::Context;
use crate::cli::definition::Definition;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::language::say;
use crate::model::OwnerKey;
use crate::store::edit::{Step, Yaml};
use crate::store::{Lock, ORG_KEYS, layout};
use crate::view::{Role, Span};

/// Add a department or team
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr org add-unit web --name \"Web team\" --parent eng --lead bo")]
pub struct Args {
    /// Its key, which is its folder in every cycle
    #[arg(value_name = "KEY")]
    key: OwnerKey,
    /// Its name
    #[arg(long)]
    name: Option<String>,
    /// The unit it belongs to [default: the company]
    #[arg(long, value_name = "KEY")]
    parent: Option<OwnerKey>,
    /// The person who leads it
    #[arg(long, value_name = "KEY")]
    lead: Option<OwnerKey>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    let org = desk.org();
    if let Some(parent) =
        args.parent.as_ref().filter(|parent| !org.units.contains_key(*parent) && org.company.as_ref() != Some(parent))
    {
        return Err(Failure::usage(say!("org.yaml has no unit \"{unit}\"", unit = parent))
            .hint(say!("okr org add-unit {unit} adds it", unit = parent)));
    }
    let parent = args.parent.as_ref().or(org.company.as_ref()).filter(|parent| *parent != &args.key);
    let fields = [
        ("name", args.name.clone()),
        ("parent", parent.map(ToString::to_string)),
        ("lead", args.lead.as_ref().map(ToString::to_string)),
    ];
    add(&desk, lock, "units", &args.key, &fields)?;
    ctx.ui.done(&[
        Span::new(say!("added "), Role::Good),
        Span::plain(say!("unit ")),
        Span::reference(args.key.to_string()),
    ])?;
    if let Some(lead) = args.lead.as_ref().filter(|lead| !org.people.contains_key(*lead)) {
        ctx.ui.warning(&say!("org.yaml does not know {lead}; okr org add-person {lead} tells it", lead));
    }
    Ok(Exit::Done)
}

/// Adds one line to `org.yaml`, and lets others go on.
pub fn add(
    desk: &Desk,
    lock: Lock,
    list: &str,
    key: &OwnerKey,
    fields: &[(&str, Option<String>)],
) -> Result<(), Failure> {
    desk.ready_to_write()?;
    let org = desk.org();
    if org.units.contains_key(key) || org.people.contains_key(key) {
        return Err(
            Failure::usage(say!("org.yaml has \"{key}\" already", key)).hint(say!("change its line in org.yaml"))
        );
    }
    let mut file = Definition::open_file(desk, layout::ORG.to_owned())?;
    let fields = fields.iter().filter_map(|(name, value)| Some(((*name).to_owned(), Yaml::text(value.clone()?))));
    // One line however long, so that edits merge.
    let entry = Yaml::Literal(Yaml::Map(fields.collect()).inline(true).unwrap_or_default());
    if crate::store::edit::Outline::of(&file.text).is_empty(&[Step::key(list)])
        && !file.text.contains(&format!("\n{list}:"))
        && !file.text.starts_with(list)
    {
        file.set(&[Step::key(list)], &Yaml::Map(Vec::new()), ORG_KEYS)?;
    }
    file.set(&[Step::key(list), Step::key(key.as_str())], &entry, &[])?;
    file.write()?;
    drop(lock);
    Ok(())
}
