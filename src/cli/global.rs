//! Options that every command takes, and those that every reading command takes.

use std::ops::Deref;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The store's folder [env: OKR_STORE; default: okr.yaml or okrs/okr.yaml here or above]
    #[arg(long, global = true, value_name = "DIR")]
    pub store: Option<PathBuf>,
    /// The cycle that is meant [env: OKR_CYCLE; default: the one that holds today]
    #[arg(long, global = true, value_name = "ID")]
    pub cycle: Option<String>,
    /// Who you are: your key in org.yaml [env: OKR_ME; default: by your git user.email]
    #[arg(long, global = true, value_name = "KEY")]
    pub me: Option<String>,
    /// Speak English (en) or Chinese (zh) [default: by settings, then locale]
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "zh"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Colour,
    /// Read every file anew, and leave nothing behind for the next run
    #[arg(long, global = true)]
    pub no_cache: bool,
    /// Say nothing but data and errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// Which store is read, and as of when.
#[derive(Debug, Clone, Default, Args)]
pub struct Past {
    /// Read the store as it was in this commit, tag or branch, its date standing for today
    #[arg(long, value_name = "GIT_REV")]
    pub rev: Option<String>,
    /// Show everything as it was at the end of this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

#[derive(Debug, Clone, Default, Args)]
pub struct Reading {
    #[command(flatten)]
    pub past: Past,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub format: Format,
}

impl Deref for Reading {
    type Target = Past;

    fn deref(&self) -> &Past {
        &self.past
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
    Markdown,
    Html,
    Yaml,
}
