//! `okr org`.

mod add_person;
mod add_unit;
mod entry;
mod set;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::global::{Format, Past, Reading};
use crate::cli::print::print;
use crate::{report, view};
pub use set::fields_of;

/// Show the organisation, add to it, or change it
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr org
  okr org add-unit eng --name Engineering --lead ana
  okr org add-person ana --name \"Ana Lima\" --unit eng --email ana@acme.example
  okr org set acme lead ana")]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(flatten)]
    show: ShowArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(after_help = "Examples:
  okr org show
  okr org show --rev main --format json")]
    Show(ShowArgs),
    AddUnit(add_unit::Args),
    AddPerson(add_person::Args),
    Set(set::Args),
}

/// Show the organisation as a tree
#[derive(Debug, ClapArgs)]
struct ShowArgs {
    /// Read the store as it was in this commit, tag or branch
    #[arg(long, value_name = "GIT_REV")]
    rev: Option<String>,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        None => show(ctx, &args.show),
        Some(Command::Show(args)) => show(ctx, args),
        Some(Command::AddUnit(args)) => add_unit::run(ctx, args),
        Some(Command::AddPerson(args)) => add_person::run(ctx, args),
        Some(Command::Set(args)) => set::run(ctx, args),
    }
}

fn show(ctx: &Context, args: &ShowArgs) -> Result<Exit, Failure> {
    let reading = Reading { past: Past { rev: args.rev.clone(), as_of: None }, format: args.format };
    let desk = Desk::open_for(ctx, &reading)?;
    print(ctx, &reading, &report::org(desk.org()), view::org)?;
    Ok(super::exit(desk.report_header()))
}
