//! The command line: the only layer that knows the clock, the environment and the terminal.

mod commands;
mod completion;
mod context;
mod cycle_meant;
mod damage;
mod definition;
mod desk;
mod editor;
mod ending;
mod error;
mod faults;
mod filters;
mod find;
mod findings;
mod global;
mod grammar;
mod help_page;
mod input;
mod kept;
mod keys;
mod localised;
mod me;
mod mend;
mod objective_meant;
mod open;
mod pager;
mod patch;
mod print;
mod progress;
mod prompt;
mod record;
mod since;
mod skim;
mod spoken;
mod strangers;
mod topics;
mod ui;
mod unknown_cycle;
mod usage;
mod verified;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use commands::Cli;
use context::{Context, Environment};
use error::{Exit, Failure};

use crate::language::{self, Language, say};

/// Runs one command and tells how it went.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    if asks_for_version(&args) && tell_version().is_ok() {
        return ExitCode::from(Exit::Done as u8);
    }
    if let Some(shell) = context::asking_shell() {
        return ExitCode::from(completion::answer(&shell, &args).map_or(Exit::Usage, |()| Exit::Done) as u8);
    }
    context::outlive_file_size_limits();
    std::panic::set_hook(Box::new(|panic| {
        // Whatever happens, what is printed is one plain message; the process then ends with the code for a fault.
        let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        let ui = ui::Ui::plain();
        let what = panic.payload_as_str().unwrap_or("no message");
        let exit = say(&ui, &Failure::fault(say!("okr stopped unexpectedly: {what}{place}", what, place)));
        context::end(exit);
    }));
    crate::store::tell_of_waiting(|path| {
        let who = say!("waiting for another program, which holds {path}", path = path.display());
        ui::Ui::plain().err(&words::note(&who));
    });
    let env = Environment::read();
    if let Ok(env) = &env {
        language::speak(spoken::chosen(&args, env));
    }
    let exit = match Cli::of(&args) {
        Ok(cli) => run(cli, env),
        // What is wrong, or the help, is told by the whole definition.
        Err(_) => match Cli::try_parse_from(&args) {
            Ok(cli) => run(cli, env),
            Err(why) => usage::say(&why, &args),
        },
    };
    ExitCode::from(exit as u8)
}

/// Whether nothing but the version is wanted: scripts ask for it before anything else, and need not wait for all commands to
/// be told to the reader of arguments.
fn asks_for_version(args: &[OsString]) -> bool {
    matches!(args, [_, flag] if flag == "--version" || flag == "-V")
}

fn tell_version() -> std::io::Result<()> {
    writeln!(std::io::stdout(), "okr {}", env!("CARGO_PKG_VERSION"))
}

/// The command line's definition, for documentation and completions.
pub fn command() -> clap::Command {
    localised::command()
}

/// The texts of help, as the catalogue of another language has them.
pub fn help_texts() -> Vec<String> {
    localised::texts()
}

fn run(cli: Cli, env: Result<Environment, Failure>) -> Exit {
    if let Some(language) = cli.global.lang.as_deref().and_then(Language::of_name) {
        language::speak(language);
    }
    let quiet = ui::Ui::plain();
    let ctx = match env.and_then(|env| Context::new(cli.global, env)) {
        Ok(ctx) => ctx,
        Err(why) => return say(&quiet, &why),
    };
    if ctx.ui.watched {
        let begun = ctx.begun;
        crate::store::tell_of_reading(move |read| progress::tell(begun.elapsed(), read));
    }
    let exit = commands::run(&ctx, cli.command).unwrap_or_else(|why| say(&ctx.ui, &why));
    progress::clear();
    exit
}

fn say(ui: &ui::Ui, why: &Failure) -> Exit {
    use crate::view::{Role, Span};
    if !why.message.is_empty() {
        ui.err(&[Span::new(say!("error: "), Role::Bad), Span::plain(&why.message)]);
    }
    for hint in &why.hints {
        ui.err(&[Span::new(say!("hint: "), Role::Reference), Span::plain(hint)]);
    }
    why.exit
}
