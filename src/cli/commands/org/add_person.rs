//! `okr org add-person`.

use clap::Args as ClapArgs;

use super::entry::{add, free_address, known_unit};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::words;
use crate::language::say;
use crate::model::OwnerKey;
use crate::view::Span;

/// Add a person
#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  okr org add-person ana --name \"Ana Lima\" --unit eng --email ana@acme.example")]
pub struct Args {
    /// Their key, which is their folder in every cycle
    #[arg(value_name = "KEY")]
    key: OwnerKey,
    /// Their name
    #[arg(long)]
    name: Option<String>,
    /// The unit they belong to
    #[arg(long, value_name = "KEY")]
    unit: Option<OwnerKey>,
    /// The address that they commit with, by which okr knows who is asking
    #[arg(long)]
    email: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    args.unit.as_ref().map_or(Ok(()), |unit| known_unit(&desk, unit))?;
    args.email.as_ref().map_or(Ok(()), |email| free_address(&desk, &args.key, email))?;
    let fields = [
        ("name", args.name.clone()),
        ("unit", args.unit.as_ref().map(ToString::to_string)),
        ("email", args.email.clone()),
    ];
    add(&desk, lock, "people", &args.key, &fields)?;
    ctx.ui.done(&[words::verb(say!("added")), Span::reference(args.key.to_string())])?;
    Ok(Exit::Done)
}
