//! Files that show what a rule means.

/// Files of a store. What a store needs besides stands already: settings, the company acme with the unit eng and the people
/// ana and bo, and the cycle 2026-Q4; today is 2026-11-15.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// What the objective acme/renewing is, in 2026-Q4.
    Objective(&'static str),
    /// Files by their path below the store, with what they hold.
    Files(&'static [(&'static str, &'static str)]),
}

impl Example {
    /// The files by their path below the store.
    pub fn files(&self) -> Vec<(&'static str, &'static str)> {
        match self {
            Example::Objective(text) => vec![("2026-Q4/acme/renewing.yaml", text)],
            Example::Files(files) => files.to_vec(),
        }
    }
}
