//! What is known where something is to be completed: the store that the words so far speak of.

use std::ffi::OsString;
use std::path::Path;

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::candidate::Candidate;
use super::kind::Kind;
use super::references::References;
use super::words;
use crate::cli::commands::{Cli, fields_of};
use crate::cli::context::{Context, Environment};
use crate::cli::desk::{Desk, ReadingDesk};
use crate::cli::global::Global;
use crate::cli::spoken;
use crate::language;
use crate::model::OwnerKey;

/// The store, if there is one; it is only looked at.
pub struct Known {
    /// What a shell asks ends with the process.
    desk: Option<&'static ReadingDesk<'static>>,
    ctx: Option<&'static Context>,
    /// Whether what words stand for is shown.
    explains: bool,
    /// Whose line of `org.yaml` is to be changed, and which field, as far as they are typed.
    entry: (Option<OwnerKey>, Option<String>),
}

impl Known {
    /// By the options among the words that were typed.
    pub fn of(typed: &[OsString], explains: bool) -> Self {
        let env = Environment::read().ok();
        if let Some(env) = &env {
            language::speak(spoken::chosen(typed, env));
        }
        let matches = matches(typed);
        let entry = matches.as_ref().map(entry).unwrap_or_default();
        let global = matches.and_then(|matches| Global::from_arg_matches(&matches).ok());
        let ctx = global.zip(env).and_then(|(global, env)| Context::new(global, env).ok());
        let ctx: Option<&'static Context> = ctx.map(|ctx| &*Box::leak(Box::new(ctx)));
        let desk = ctx.and_then(Desk::look_at).map(|desk| &*Box::leak(Box::new(desk)));
        Self { desk, ctx, explains, entry }
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
            Kind::Owner | Kind::Person | Kind::Unit | Kind::Entry => words::owners(desk, kind, typed),
            Kind::EntryField => self.entry_fields(desk, typed),
            Kind::EntryValue => self.entry_values(desk, typed),
            Kind::Cycle => words::cycles(desk, typed),
            Kind::Tag => words::tags(desk, typed),
            Kind::Revision => words::revisions(desk, typed),
            _ => Vec::new(),
        }
    }
    fn entry_fields(&self, desk: &ReadingDesk, typed: &str) -> Vec<Candidate> {
        let fields = self.entry.0.as_ref().map(|key| fields_of(desk.org(), key)).unwrap_or_default();
        let found = fields.iter().filter(|field| field.starts_with(typed));
        found.map(|field| Candidate::new(*field, None)).collect()
    }

    /// People lead, units are above; what is below the unit already cannot be above it.
    fn entry_values(&self, desk: &ReadingDesk, typed: &str) -> Vec<Candidate> {
        let kind = match self.entry.1.as_deref() {
            Some("lead") => Kind::Person,
            Some("unit" | "parent") => Kind::Unit,
            _ => return Vec::new(),
        };
        let below = |word: &str| {
            let (Some(key), Ok(word)) = (&self.entry.0, word.parse::<OwnerKey>()) else { return false };
            kind == Kind::Unit && desk.org().is_within(&word, key)
        };
        words::owners(desk, kind, typed).into_iter().filter(|candidate| !below(&candidate.word)).collect()
    }
}

/// What can be read from half a command line.
fn matches(typed: &[OsString]) -> Option<ArgMatches> {
    Cli::command().ignore_errors(true).try_get_matches_from(typed).ok()
}

/// What `okr org set` is about.
fn entry(matches: &ArgMatches) -> (Option<OwnerKey>, Option<String>) {
    let below = |matches: &'_ ArgMatches, name| matches.subcommand_matches(name).cloned();
    let Some(set) = below(matches, "org").and_then(|org| below(&org, "set")) else { return (None, None) };
    (set.get_one("entry").cloned(), set.get_one("entry_field").cloned())
}
