//! The command line: the only layer that knows the clock, the environment and the terminal.

mod commands;
mod completion;
mod context;
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
mod localised;
mod me;
mod mend;
mod open;
mod pager;
mod patch;
mod print;
mod progress;
mod prompt;
mod record;
mod since;
mod skim;
mod strangers;
mod topics;
mod ui;
mod verified;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use commands::Cli;
use context::Context;
use error::{Exit, Failure};

use crate::render;

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
        let exit = say(&ui, &Failure::fault(format!("okr stopped unexpectedly: {what}{place}")));
        context::end(exit);
    }));
    crate::store::tell_of_waiting(|path| {
        let who = format!("waiting for another program, which holds {}", path.display());
        ui::Ui::plain().err(&words::note(&who));
    });
    let exit = match Cli::try_parse_from(args) {
        Ok(cli) => run(cli),
        Err(why) => usage(&why),
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
    Cli::command()
}

/// The texts of help, as the catalogue of another language has them.
pub fn help_texts() -> Vec<String> {
    localised::texts()
}

fn usage(why: &clap::Error) -> Exit {
    let text = why.to_string();
    if render::escape::hides(&text) {
        // What was typed is in the message: without its colours, and harmless.
        let lines = text.lines().map(|line| render::escape::terminal(line).into_owned() + "\n");
        let _ = std::io::stderr().write_all(lines.collect::<String>().as_bytes());
        return Exit::Usage;
    }
    match why.print() {
        _ if why.use_stderr() => Exit::Usage,
        // A closed pipe is no reason to complain.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let _ = writeln!(std::io::stderr(), "error: {}", ui::unwritable(&error));
            Exit::Store
        }
        _ => Exit::Done,
    }
}

fn run(cli: Cli) -> Exit {
    let quiet = ui::Ui::plain();
    let ctx = match Context::new(cli.global) {
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
        ui.err(&[Span::new("error: ", Role::Bad), Span::plain(&why.message)]);
    }
    for hint in &why.hints {
        ui.err(&[Span::new("hint: ", Role::Reference), Span::plain(hint)]);
    }
    why.exit
}
