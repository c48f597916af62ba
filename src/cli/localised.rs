//! The command line's definition in the language that is spoken.

use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, Command, CommandFactory};

use super::commands::Cli;
use crate::language::{self, Language};

/// The definition of the command line, its help in the language that is spoken.
pub fn command() -> Command {
    match language::spoken() {
        Language::English => Cli::command(),
        Language::Chinese => with_texts(Cli::command(), &mut |text| language::pattern(text).unwrap_or(text).to_owned()),
    }
}

/// The texts of the command line's help, as the catalogue has them: paragraphs, headings, lines, and what stands beside the
/// commands of examples.
pub fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    with_texts(Cli::command(), &mut |text| {
        texts.push(text.to_owned());
        text.to_owned()
    });
    texts
}

/// The command with other texts in its help, and those below it.
fn with_texts(command: Command, say: &mut dyn FnMut(&str) -> String) -> Command {
    let mut command = command;
    if let Some(about) = command.get_about().map(plain) {
        command = command.about(paragraphs(&about, say));
    }
    if let Some(about) = command.get_long_about().map(plain) {
        command = command.long_about(paragraphs(&about, say));
    }
    if let Some(after) = command.get_after_help().map(plain) {
        command = command.after_help(lines(&after, say));
    }
    if let Some(after) = command.get_after_long_help().map(plain) {
        command = command.after_long_help(lines(&after, say));
    }
    command.mut_args(|arg| with_texts_of(arg, say)).mut_subcommands(|command| with_texts(command, say))
}

fn with_texts_of(arg: Arg, say: &mut dyn FnMut(&str) -> String) -> Arg {
    let mut arg = arg;
    if let Some(heading) = arg.get_help_heading().map(str::to_owned) {
        arg = arg.help_heading(say(&heading));
    }
    if let Some(help) = arg.get_help().map(plain) {
        arg = arg.help(paragraphs(&help, say));
    }
    if let Some(help) = arg.get_long_help().map(plain) {
        arg = arg.long_help(paragraphs(&help, say));
    }
    let values = arg.get_possible_values();
    if !values.iter().any(|value| value.get_help().is_some()) {
        return arg;
    }
    // The parser of such a value only lists what it takes; what it makes of it is for the parser without these texts.
    let values = values.into_iter().map(|value| match value.get_help().map(plain) {
        Some(help) => PossibleValue::new(value.get_name().to_owned()).help(say(&help)).hide(value.is_hide_set()),
        None => value,
    });
    let values: Vec<PossibleValue> = values.collect();
    arg.value_parser(values)
}

fn plain(text: &StyledStr) -> String {
    text.to_string()
}

fn paragraphs(text: &str, say: &mut dyn FnMut(&str) -> String) -> String {
    text.split("\n\n").map(say).collect::<Vec<_>>().join("\n\n")
}

/// What stands behind the commands of examples, and lines that are no examples.
fn lines(text: &str, say: &mut dyn FnMut(&str) -> String) -> String {
    let line = |line: &str| match line.strip_prefix("  ") {
        None if line.is_empty() => String::new(),
        None => say(line),
        Some(example) => match example.split_once("   ").filter(|(command, _)| !command.trim().is_empty()) {
            Some((command, remark)) => {
                let blanks = remark.len() - remark.trim_start().len() + 3;
                format!("  {command}{}{}", " ".repeat(blanks), say(remark.trim_start()))
            }
            None => line.to_owned(),
        },
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
