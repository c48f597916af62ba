//! `okr hooks`.

mod install;
mod remove;
mod show;

use clap::{Args as ClapArgs, Subcommand};

use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::git::{Repository, RevisionError};
use crate::language::say;
use crate::store::{Folder, Store};

/// Let Git merge definitions by key, and look at OKRs before they are committed
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr hooks install
  okr hooks show
  okr hooks remove")]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Install(install::Args),
    Show(show::Args),
    Remove(remove::Args),
}

/// The hook that is run before a commit.
const PRE_COMMIT: &str = "pre-commit";

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Install(_) => install::run(ctx),
        Command::Show(_) => show::run(ctx),
        Command::Remove(_) => remove::run(ctx),
    }
}

/// A store on disk and the repository around it.
struct Place<'c> {
    desk: Desk<'c>,
    repository: Repository,
    /// The folder of hooks, where files are written as in a store.
    hooks: Folder,
    /// The store's folder from the repository's topmost one.
    store: String,
}

impl<'c> Place<'c> {
    fn find(ctx: &'c Context) -> Result<Self, Failure> {
        let desk = Desk::open(ctx)?;
        let repository = Repository::around(desk.root()).map_err(|why| match why {
            RevisionError::NoRepository(_) => {
                Failure::usage(why.to_string()).hint(say!("git init makes one; hooks are a repository's"))
            }
            RevisionError::NoGit => Failure::usage(why.to_string()).hint(say!("install it from git-scm.com")),
            why => why.into(),
        })?;
        let shown = repository.shown(&repository.hooks);
        let hooks = Folder::new(repository.hooks.clone(), shown);
        let store = match repository.prefix.trim_end_matches('/') {
            "" => ".".to_owned(),
            prefix => prefix.to_owned(),
        };
        Ok(Self { desk, repository, hooks, store })
    }

    /// The pre-commit hook, if there is one.
    fn hook(&self) -> Result<Option<String>, Failure> {
        let store = Store::new(self.hooks.clone());
        match store.source().has(PRE_COMMIT) {
            false => Ok(None),
            true => store.text(PRE_COMMIT).map(Some).map_err(|damage| {
                self.desk.say_damage(&damage);
                Failure::store(say!("{file} cannot be read", file = &damage.file))
            }),
        }
    }

    /// Where the hook is, for messages.
    fn hook_file(&self) -> String {
        self.repository.shown(&self.repository.hooks.join(PRE_COMMIT))
    }
}
