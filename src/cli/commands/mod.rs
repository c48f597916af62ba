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

use std::ffi::OsString;

use clap::builder::Command as Definition;
use clap::{FromArgMatches, Parser, Subcommand};
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

/// The commands, each with its module and the word that is typed.
macro_rules! commands {
    ($($command:ident($module:ident) = $word:literal),+ $(,)?) => {
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($command($module::Args)),+
        }

        impl Command {
            /// The commands without what can stand behind them, which is told when one is typed: telling it of all takes longer than
            /// many a command.
            fn lazily(app: Definition) -> Definition {
                app$(.subcommand(Definition::new($word).defer(<$module::Args as clap::Args>::augment_args)))+
            }
        }

        fn run_one(ctx: &Context, command: Command) -> Result<Exit, Failure> {
            match command {
                $(Command::$command(args) => $module::run(ctx, &args)),+
            }
        }
    };
}

commands! {
    Init(init) = "init",
    Org(org) = "org",
    Cycle(cycle) = "cycle",
    Create(create) = "create",
    Kr(kr) = "kr",
    Set(set) = "set",
    Align(align) = "align",
    Move(r#move) = "move",
    Remove(remove) = "remove",
    Update(update) = "update",
    Checkin(checkin) = "checkin",
    Comment(comment) = "comment",
    Retract(retract) = "retract",
    Status(status) = "status",
    List(list) = "list",
    Show(show) = "show",
    Tree(tree) = "tree",
    History(history) = "history",
    Log(log) = "log",
    Find(find) = "find",
    Diff(diff) = "diff",
    Report(report) = "report",
    Score(score) = "score",
    Complete(complete) = "complete",
    Abandon(abandon) = "abandon",
    Reopen(reopen) = "reopen",
    Review(review) = "review",
    Carry(carry) = "carry",
    Check(check) = "check",
    Verify(verify) = "verify",
    Codeowners(codeowners) = "codeowners",
    Hooks(hooks) = "hooks",
    Export(export) = "export",
    Import(import) = "import",
    Fmt(fmt) = "fmt",
    Schema(schema) = "schema",
    Completions(completions) = "completions",
    Man(man) = "man",
    Help(help) = "help",
    MergeFile(merge_file) = "merge-file",
}

impl Cli {
    /// What the arguments say, without telling of any other command than the one that is typed.
    ///
    /// # Errors
    /// When they are wrong, or ask for help: the whole definition then says it in full.
    pub fn of(args: &[OsString]) -> Result<Self, clap::Error> {
        let root = Definition::new("okr").version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true);
        let root = Command::lazily(<Global as clap::Args>::augment_args(root));
        root.try_get_matches_from(args).and_then(|matches| Self::from_arg_matches(&matches))
    }
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

/// The exit of a reading command: what was lost to damage is told by the code, after everything else was shown.
fn exit(lost: bool) -> Exit {
    if lost { Exit::Store } else { Exit::Done }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn a_command_is_typed_as_the_help_names_it() {
        let names = |command: Definition| -> Vec<String> {
            command.get_subcommands().map(|one| one.get_name().to_owned()).collect()
        };
        assert_eq!(names(Command::lazily(Definition::new("okr"))), names(Cli::command()));
    }
}
