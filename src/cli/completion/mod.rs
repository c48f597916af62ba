//! What a shell completes: commands and options from the command line's definition, and references, owners, cycles from the store.
//!
//! The shell calls the program with what is typed so far; the script that makes it do so is `clap_complete`'s.

mod candidate;
mod kind;
mod known;
mod references;
mod words;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::ValueCompleter;
use clap_complete::env::{EnvCompleter, Shells};
use clap_complete::{ArgValueCompleter, PathCompleter};

use super::context::COMPLETE;
use super::localised;
use candidate::{Candidate, is_harmless};
use kind::Kind;
use known::Known;

/// The name under which the program is called.
const NAME: &str = "okr";

/// The script that makes a shell ask `program`.
///
/// # Errors
/// When there is no such shell.
pub fn script(shell: &str, program: &Path) -> io::Result<String> {
    let mut script = Vec::new();
    completer(shell)?.write_registration(COMPLETE, NAME, NAME, &program.to_string_lossy(), &mut script)?;
    String::from_utf8(script).map_err(io::Error::other)
}

/// Answers a shell: what could stand where the cursor is, one word a line, in the shell's own way. Nothing that is wrong is worth
/// a word on a line that somebody is typing.
///
/// # Errors
/// When there is no such shell, or nothing at all to complete.
pub fn answer(shell: &str, args: &[OsString]) -> io::Result<()> {
    let completer = completer(shell)?;
    let typed: Vec<OsString> = args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    // The other two show words and nothing beside them.
    let known = Known::of(&typed, !matches!(completer.name(), "bash" | "elvish"));
    let folder = known.folder().map(Path::to_owned);
    let mut command = with_completers(localised::command(), &Arc::new(known));
    let mut answer = Vec::new();
    completer.write_complete(&mut command, typed, folder.as_deref(), &mut answer)?;
    io::stdout().write_all(&answer)
}

fn completer(shell: &str) -> io::Result<&'static dyn EnvCompleter> {
    const SHELLS: Shells<'static> = Shells::builtins();
    let found = SHELLS.0.iter().copied().find(|completer| completer.is(shell));
    found.ok_or_else(|| {
        io::Error::other(crate::language::say!(
            "there are no completions for {shell}",
            shell = format_args!("{shell:?}")
        ))
    })
}

/// The command line, each value of which knows what may stand there. It takes a while to tell, so only shells are told.
fn with_completers(command: Command, known: &Arc<Known>) -> Command {
    let name = command.get_name().to_owned();
    let command = command.mut_args(|arg| match Kind::of(&name, &arg) {
        Some(kind) => with_completer(arg, kind, known),
        None => arg,
    });
    command.mut_subcommands(|command| with_completers(command, known))
}

fn with_completer(arg: Arg, kind: Kind, known: &Arc<Known>) -> Arg {
    let paths = match kind {
        Kind::Free => return arg,
        Kind::File => Some(PathCompleter::file()),
        Kind::Folder => Some(PathCompleter::dir()),
        Kind::FileOrObjective => Some(PathCompleter::any()),
        _ => None,
    };
    let known = Arc::clone(known);
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let words = typed.to_str().map(|typed| known.candidates(kind, typed)).unwrap_or_default();
        let paths = paths.iter().flat_map(|paths| paths.complete(typed));
        words.into_iter().map(Candidate::for_shell).chain(paths).filter(is_harmless).collect::<Vec<_>>()
    }))
}
