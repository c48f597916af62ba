//! `okr help`.

use clap::{Args as ClapArgs, Command};

use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::nearest;
use crate::cli::topics::{TOPICS, Topic};
use crate::cli::{help_page, localised};
use crate::language::{self, say};
use crate::{render, view};

/// Show help: of a command, or a longer text on the method, the figures, the files
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr help                  commands and topics
  okr help method           what OKRs are for, and how to use them
  okr help figures          every formula
  okr help report gap       the same as okr report gap --help")]
pub struct Args {
    /// A command, or method, tour, guide, figures, files, checks, json or merging
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let text = match args.words.as_slice() {
        [] => everything(ctx),
        words => match TOPICS.iter().find(|topic| matches!(words, [word] if topic.is(word))) {
            Some(topic) => render::text(&view::manual(topic.text()), &ctx.ui.look()),
            None => of_command(ctx, words)?,
        },
    };
    ctx.ui.show(&text)?;
    Ok(Exit::Done)
}

fn everything(ctx: &Context) -> String {
    let topic = |topic: &Topic| format!("  okr help {:<12} {}\n", topic.name, language::text(topic.about));
    let topics: String = TOPICS.iter().map(topic).collect();
    format!("{}\n{}\n{topics}", help_page::short(localised::command(), false, ctx.ui.width), say!("Longer texts:"))
}

/// The help of a command, as its `--help` gives it.
fn of_command(ctx: &Context, words: &[String]) -> Result<String, Failure> {
    let mut command = help_page::ready(localised::command());
    command.build();
    let mut found = &mut command;
    for word in words {
        let known: Vec<String> = found.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let name = found.get_name().to_owned();
        match known.contains(word) {
            true => found = found.find_subcommand_mut(word).ok_or_else(|| nothing(&name, word, &known))?,
            false => return Err(nothing(&name, word, &known)),
        }
    }
    Ok(help_page::page(&found.render_long_help(), ctx.ui.colour_out, ctx.ui.width))
}

fn nothing(command: &str, word: &str, known: &[String]) -> Failure {
    let topics = TOPICS.iter().map(|topic| topic.name).filter(|_| command == "okr");
    let near = nearest(word, known.iter().map(String::as_str).chain(topics));
    let failure = Failure::usage(say!("there is no help on {word}", word = format_args!("{word:?}")));
    match near {
        Some(near) => failure.hint(say!("did you mean {near}?", near)),
        None => failure.hint(say!("okr help lists commands and topics")),
    }
}

/// The commands that `okr help` knows, for whoever completes its words.
pub fn words() -> impl Iterator<Item = (String, String)> {
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let commands: Vec<(String, String)> =
        localised::command().get_subcommands().map(|one| (one.get_name().to_owned(), about(one))).collect();
    TOPICS.iter().map(|topic| (topic.name.to_owned(), language::text(topic.about).to_owned())).chain(commands)
}
