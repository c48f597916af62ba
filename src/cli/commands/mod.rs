//! The commands: one file each, named by the words that are typed.

mod abandon;
mod align;
mod carry;
mod check;
mod checkin;
mod codeowners;
mod comment;
mod complete;
mod completions;
mod create;
mod cycle;
mod diff;
mod export;
mod find;
mod fmt;
mod help;
mod history;
mod hooks;
mod import;
mod init;
mod kr;
mod list;
mod log;
mod man;
mod merge_file;
mod r#move;
mod org;
mod remove;
mod reopen;
mod report;
mod retract;
mod review;
mod schema;
mod score;
mod set;
mod show;
mod status;
mod tree;
mod update;
mod verify;

use clap::{Parser, Subcommand};
pub use help::words as help_words;
pub use org::fields_of;
pub use set::FIELDS;

use super::context::Context;
use super::error::{Exit, Failure};
use super::find::find_store;
use super::global::Global;
use super::{help_page, localised};

/// Objectives and Key Results as plain YAML in Git: what we aim at, how far we are, what the gap is.
#[derive(Debug, Parser)]
#[command(
    name = "okr",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    after_help = "Start with okr init, okr cycle new and okr create; okr COMMAND --help has examples,\nokr help method tells what OKRs are for, okr help lists all texts."
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Args),
    Org(org::Args),
    Cycle(cycle::Args),
    Create(create::Args),
    Kr(kr::Args),
    Set(set::Args),
    Align(align::Args),
    Move(r#move::Args),
    Remove(remove::Args),
    Update(update::Args),
    Checkin(checkin::Args),
    Comment(comment::Args),
    Retract(retract::Args),
    Status(status::Args),
    List(list::Args),
    Show(show::Args),
    Tree(tree::Args),
    History(history::Args),
    Log(log::Args),
    Find(find::Args),
    Diff(diff::Args),
    Report(report::Args),
    Score(score::Args),
    Complete(complete::Args),
    Abandon(abandon::Args),
    Reopen(reopen::Args),
    Review(review::Args),
    Carry(carry::Args),
    Check(check::Args),
    Verify(verify::Args),
    Codeowners(codeowners::Args),
    Export(export::Args),
    Import(import::Args),
    Fmt(fmt::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
    Hooks(hooks::Args),
    MergeFile(merge_file::Args),
}

/// Runs a command; without one, shows in a store what waits for whoever asks, elsewhere what commands there are.
pub fn run(ctx: &Context, command: Option<Command>) -> Result<Exit, Failure> {
    match command {
        None if find_store(ctx).is_ok() => status::run(ctx, &status::Args::default()),
        None => {
            ctx.ui.out(&help_page::short(localised::command(), false, ctx.ui.width))?;
            Ok(Exit::Done)
        }
        Some(command) => run_one(ctx, command),
    }
}

fn run_one(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Init(args) => init::run(ctx, &args),
        Command::Org(args) => org::run(ctx, &args),
        Command::Cycle(args) => cycle::run(ctx, &args),
        Command::Create(args) => create::run(ctx, &args),
        Command::Kr(args) => kr::run(ctx, &args),
        Command::Set(args) => set::run(ctx, &args),
        Command::Align(args) => align::run(ctx, &args),
        Command::Move(args) => r#move::run(ctx, &args),
        Command::Remove(args) => remove::run(ctx, &args),
        Command::Update(args) => update::run(ctx, &args),
        Command::Checkin(args) => checkin::run(ctx, &args),
        Command::Comment(args) => comment::run(ctx, &args),
        Command::Retract(args) => retract::run(ctx, &args),
        Command::Status(args) => status::run(ctx, &args),
        Command::List(args) => list::run(ctx, &args),
        Command::Show(args) => show::run(ctx, &args),
        Command::Tree(args) => tree::run(ctx, &args),
        Command::History(args) => history::run(ctx, &args),
        Command::Log(args) => log::run(ctx, &args),
        Command::Find(args) => find::run(ctx, &args),
        Command::Diff(args) => diff::run(ctx, &args),
        Command::Report(args) => report::run(ctx, &args),
        Command::Score(args) => score::run(ctx, &args),
        Command::Complete(args) => complete::run(ctx, &args),
        Command::Abandon(args) => abandon::run(ctx, &args),
        Command::Reopen(args) => reopen::run(ctx, &args),
        Command::Review(args) => review::run(ctx, &args),
        Command::Carry(args) => carry::run(ctx, &args),
        Command::Check(args) => check::run(ctx, &args),
        Command::Verify(args) => verify::run(ctx, &args),
        Command::Codeowners(args) => codeowners::run(ctx, &args),
        Command::Export(args) => export::run(ctx, &args),
        Command::Import(args) => import::run(ctx, &args),
        Command::Fmt(args) => fmt::run(ctx, &args),
        Command::Schema(args) => schema::run(ctx, &args),
        Command::Man(args) => man::run(ctx, &args),
        Command::Help(args) => help::run(ctx, &args),
        Command::Completions(args) => completions::run(ctx, &args),
        Command::Hooks(args) => hooks::run(ctx, &args),
        Command::MergeFile(args) => merge_file::run(ctx, &args),
    }
}

/// The exit of a reading command: what was lost to damage is told by the code, after everything else was shown.
fn exit(lost: bool) -> Exit {
    if lost { Exit::Store } else { Exit::Done }
}
