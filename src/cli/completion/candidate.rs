//! A word that could stand where the cursor is.

use clap_complete::CompletionCandidate;

use crate::render::escape;

/// A word, and what it stands for where a shell shows that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub word: String,
    pub help: Option<String>,
}

impl Candidate {
    pub fn new(word: impl Into<String>, help: Option<&str>) -> Self {
        // Nothing in a title may move a shell's screen, or end what it takes for a line.
        let help = help.map(|help| escape::terminal(help).into_owned());
        Self { word: word.into(), help }
    }

    /// As the shells' adapters take it.
    pub fn for_shell(self) -> CompletionCandidate {
        CompletionCandidate::new(self.word).help(self.help.map(Into::into))
    }
}

/// Whether a word may be put on somebody's command line: a file's name can hold what a terminal obeys.
pub fn is_harmless(candidate: &CompletionCandidate) -> bool {
    candidate.get_value().to_str().is_some_and(|word| !word.contains('\n') && !escape::hides(word))
}
