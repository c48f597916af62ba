//! What is wrong with how the program was called, and the help that was asked for by an option.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::context;
use super::error::Exit;
use super::{help_page, localised, ui};
use crate::language::{self, Language, list, say};
use crate::render;

/// Says what is wrong, or shows the help.
pub fn say(why: &clap::Error, args: &[OsString]) -> Exit {
    let said = match language::spoken() {
        Language::English => say_in_english(why),
        Language::Chinese => say_otherwise(why, args),
    };
    match said {
        _ if why.use_stderr() => Exit::Usage,
        // A closed pipe is no reason to complain.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "{}{}", say!("error: "), ui::unwritable(&error));
            Exit::Store
        }
        _ => Exit::Done,
    }
}

fn say_in_english(why: &clap::Error) -> io::Result<()> {
    let text = why.to_string();
    if render::escape::hides(&text) || render::escape::unobeyed(text.clone()) != text {
        // What was typed is in the message: without its colours, and harmless.
        return io::stderr().write_all(harmless(&text).as_bytes());
    }
    why.print()
}

fn harmless(text: &str) -> String {
    render::escape::unobeyed(text.lines().map(|line| render::escape::terminal(line).into_owned() + "\n").collect())
}

fn say_otherwise(why: &clap::Error, args: &[OsString]) -> io::Result<()> {
    let ui = context::ui_at_least();
    if why.use_stderr() && why.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return io::stderr().write_all(harmless(&told(why)).as_bytes());
    }
    // The same again, of a definition whose help is in the language that is spoken.
    let again = help_page::ready(localised::command()).try_get_matches_from(args);
    let drawn = again.err().map_or_else(|| why.render(), |why| why.render());
    let page = help_page::page(&drawn, if why.use_stderr() { ui.colour_err } else { ui.colour_out }, ui.width);
    if why.use_stderr() { io::stderr().write_all(page.as_bytes()) } else { io::stdout().write_all(page.as_bytes()) }
}

/// The message with its tips, as `clap` lays it out.
fn told(why: &clap::Error) -> String {
    let mut text = format!("{}{}\n", say!("error: "), sentence(why));
    if let Some(values) = texts(why, ContextKind::ValidValue) {
        text += &format!("  {}\n", say!("[possible values: {values}]", values = values.join(", ")));
    }
    if let Some(commands) = texts(why, ContextKind::ValidSubcommand) {
        text += &format!("  {}\n", say!("[subcommands: {commands}]", commands = commands.join(", ")));
    }
    for tip in tips(why) {
        text += &format!("\n  {}{tip}\n", say!("hint: "));
    }
    if let Some(ContextValue::StyledStr(usage)) = why.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
        text += &format!("\n{}{usage}\n", say!("Usage:"));
    }
    text + "\n" + say!("For more information, try '--help'.") + "\n"
}

/// The texts that belong to an error, if there are any.
fn texts(why: &clap::Error, kind: ContextKind) -> Option<Vec<String>> {
    match why.get(kind)? {
        ContextValue::String(text) => Some(vec![text.clone()]),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.clone()),
        ContextValue::StyledStrs(texts) => Some(texts.iter().map(ToString::to_string).collect()),
        _ => None,
    }
}

fn tips(why: &clap::Error) -> Vec<String> {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().filter_map(|kind| texts(why, kind));
    let near = near.map(|names| say!("did you mean {names}?", names = names.join(", ")));
    // The only one that comes ready made: an argument that begins with a hyphen.
    let escape = texts(why, ContextKind::Suggested).unwrap_or_default();
    let escape = escape.into_iter().filter_map(|tip| {
        let typed = tip.rsplit_once("use '")?.1.trim_end_matches('\'').to_owned();
        Some(say!("to pass it as a value, use '{typed}'", typed))
    });
    near.chain(escape).collect()
}

/// Why a value is none: those of the standard library know English only.
fn reason(why: &(dyn std::error::Error + 'static)) -> String {
    if why.is::<std::num::ParseIntError>() {
        say!("it is not a whole number").to_owned()
    } else if why.is::<std::num::ParseFloatError>() {
        say!("it is not a number").to_owned()
    } else {
        why.to_string()
    }
}

fn sentence(why: &clap::Error) -> String {
    let one = |kind| texts(why, kind).map(|texts| list(&texts)).unwrap_or_default();
    let (argument, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    let number = |kind| match why.get(kind) {
        Some(ContextValue::Number(number)) => *number,
        _ => 0,
    };
    let given = number(ContextKind::ActualNumValues);
    match why.kind() {
        ErrorKind::UnknownArgument => say!("unexpected argument '{argument}' found", argument),
        ErrorKind::InvalidSubcommand => {
            say!("unrecognized subcommand '{command}'", command = one(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            say!("a value is required for '{argument}' but none was supplied", argument)
        }
        ErrorKind::InvalidValue => say!("invalid value '{value}' for '{argument}'", value, argument),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(why).map(reason).unwrap_or_default();
            say!("invalid value '{value}' for '{argument}': {reason}", value, argument, reason)
        }
        ErrorKind::MissingRequiredArgument => say!("these arguments are missing: {argument}", argument),
        ErrorKind::MissingSubcommand => {
            say!(
                "'{command}' requires a subcommand but one was not provided",
                command = one(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg);
            if other == argument || other.is_empty() {
                say!("the argument '{argument}' cannot be used multiple times", argument)
            } else {
                say!("the argument '{argument}' cannot be used with {other}", argument, other)
            }
        }
        ErrorKind::TooManyValues => {
            say!("unexpected value '{value}' for '{argument}' found; no more were expected", value, argument)
        }
        ErrorKind::TooFewValues => {
            let least = number(ContextKind::MinValues);
            say!("'{argument}' takes at least {least} values; {given} given", argument, least, given)
        }
        ErrorKind::WrongNumberOfValues => {
            let wanted = number(ContextKind::ExpectedNumValues);
            say!("'{argument}' takes {wanted} values; {given} given", argument, wanted, given)
        }
        ErrorKind::NoEquals => say!("equal sign is needed when assigning values to '{argument}'", argument),
        ErrorKind::InvalidUtf8 => say!("an argument is not UTF-8").to_owned(),
        // All that a command line of ours can be wrong about stands above.
        _ => why.to_string(),
    }
}
