//! `okr org add-unit`.

use clap::Args as ClapArgs;

use super::entry::{add, known_unit};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::language::say;
use crate::model::OwnerKey;
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
    args.parent.as_ref().map_or(Ok(()), |parent| known_unit(&desk, parent))?;
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
