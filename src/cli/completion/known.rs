//! What is known where something is to be completed: the store that the words so far speak of.

use std::ffi::OsString;
use std::path::Path;

use clap::{CommandFactory, FromArgMatches};

use super::candidate::Candidate;
use super::kind::Kind;
use super::references::References;
use super::words;
use crate::cli::commands::Cli;
use crate::cli::context::{Context, Environment};
use crate::cli::desk::{Desk, ReadingDesk};
use crate::cli::global::Global;
use crate::cli::spoken;
use crate::language;

/// The store, if there is one; it is only looked at.
pub struct Known {
    /// What a shell asks ends with the process.
    desk: Option<&'static ReadingDesk<'static>>,
    ctx: Option<&'static Context>,
    /// Whether what words stand for is shown.
    explains: bool,
}

impl Known {
    /// By the options among the words that were typed.
    pub fn of(typed: &[OsString], explains: bool) -> Self {
        let env = Environment::read().ok();
        if let Some(env) = &env {
            language::speak(spoken::chosen(typed, env));
        }
        let ctx = options(typed).zip(env).and_then(|(global, env)| Context::new(global, env).ok());
        let ctx: Option<&'static Context> = ctx.map(|ctx| &*Box::leak(Box::new(ctx)));
        let desk = ctx.and_then(Desk::look_at).map(|desk| &*Box::leak(Box::new(desk)));
        Self { desk, ctx, explains }
    }

    /// Where one stands.
    pub fn folder(&self) -> Option<&Path> {
        self.ctx.map(|ctx| ctx.env.folder.as_path())
    }

    /// What of a kind begins with what is typed.
    pub fn candidates(&self, kind: Kind, typed: &str) -> Vec<Candidate> {
        match (words::listed(kind, typed), self.desk) {
            (Some(listed), _) => listed,
            (None, Some(desk)) => self.in_store(desk, kind, typed),
            (None, None) => Vec::new(),
        }
    }

    fn in_store(&self, desk: &'static ReadingDesk<'static>, kind: Kind, typed: &str) -> Vec<Candidate> {
        let references = References { desk, explains: self.explains };
        match kind {
            Kind::Objective | Kind::FileOrObjective => references.objectives(typed),
            Kind::Reference => references.any(typed),
            Kind::KeyResult => references.key_results(typed),
            Kind::Owner | Kind::Person | Kind::Unit => words::owners(desk, kind, typed),
            Kind::Cycle => words::cycles(desk, typed),
            Kind::Tag => words::tags(desk, typed),
            Kind::Revision => words::revisions(desk, typed),
            _ => Vec::new(),
        }
    }
}

/// The options that every command takes, as far as they can be read from half a command line.
fn options(typed: &[OsString]) -> Option<Global> {
    let matches = Cli::command().ignore_errors(true).try_get_matches_from(typed).ok()?;
    Global::from_arg_matches(&matches).ok()
}
