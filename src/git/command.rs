//! Calling `git` so that it reads the repository around a folder, and that one only.

use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};

use super::error::RevisionError;
use crate::language::{reason, say};

/// What points Git elsewhere than to the folder it is run in: hooks run us with these set for a repository of theirs.
const ELSEWHERE: &[&str] = &[
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// Git in a folder: it asks nothing, locks nothing, pages nothing, and says what it says in English.
pub fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("--no-pager").args(["-c", "core.fsmonitor=false"]).arg("-C").arg(folder).stdin(Stdio::null());
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    // A partial clone says what it lacks instead of asking a server for it.
    command.env("GIT_NO_LAZY_FETCH", "1");
    ELSEWHERE.iter().for_each(|name| {
        command.env_remove(name);
    });
    command
}

/// Runs Git to its end.
///
/// # Errors
/// When it cannot be started.
pub fn output(command: &mut Command) -> Result<Output, RevisionError> {
    command.output().map_err(not_started)
}

/// Why Git could not be started.
pub fn not_started(why: io::Error) -> RevisionError {
    match why.kind() {
        io::ErrorKind::NotFound => RevisionError::NoGit,
        _ => RevisionError::Git { why: reason(&why) },
    }
}

/// The first thing that Git complained of, without its own `fatal:`.
pub fn complaint(output: &Output) -> Option<String> {
    let text = String::from_utf8_lossy(&output.stderr);
    let mut lines = text.lines();
    lines.find_map(|line| line.strip_prefix("fatal: ").or_else(|| line.strip_prefix("error: "))).map(str::to_owned)
}

/// What is said of a command of Git that failed and did not complain.
pub fn failed(command: &str, status: ExitStatus) -> String {
    say!("{command} ended with {status}", command, status)
}
