//! What may stand in an argument's place, by the name that its help gives the value.

use clap::Arg;

/// What completes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A reference to an objective.
    Objective,
    /// A reference to an objective or one of its key results.
    Reference,
    KeyResult,
    FileOrObjective,
    /// Whoever can own an objective.
    Owner,
    Person,
    /// A unit, or the company.
    Unit,
    Cycle,
    Tag,
    Rule,
    /// A branch, tag or remote branch.
    Revision,
    /// A field of an objective that can be set.
    Field,
    /// Whoever has a line in `org.yaml`.
    Entry,
    /// A field of the unit or person that was named before it.
    EntryField,
    /// A value for the field that was named before it.
    EntryValue,
    /// What people say of a key result.
    Status,
    /// What is computed of one.
    Pace,
    Score,
    /// What there is help on.
    Topic,
    File,
    Folder,
    /// What nobody can guess: titles, numbers, days, names that are yet to be given.
    Free,
}

impl Kind {
    /// The kind of the value of a command's argument; none where clap knows all values, or there is none.
    pub fn of(command: &str, arg: &Arg) -> Option<Self> {
        let takes = arg.get_action().takes_values();
        if !takes || !arg.get_possible_values().is_empty() {
            return None;
        }
        let id = arg.get_id().as_str();
        let shouted = id.to_uppercase();
        let name = arg.get_value_names().and_then(<[_]>::first).map_or(shouted.as_str(), |name| name.as_str());
        Some(match (name, id) {
            ("REF", "objective" | "objectives") => Self::Objective,
            ("REF" | "REF[.KR]" | "PARENT", _) => Self::Reference,
            ("REF.KR", _) => Self::KeyResult,
            ("FILE|REF", _) => Self::FileOrObjective,
            ("KEY", "owner" | "by") => Self::Owner,
            ("KEY", "me" | "lead" | "mentions") => Self::Person,
            ("KEY", "unit" | "parent") => Self::Unit,
            ("KEY", "entry") => Self::Entry,
            ("FIELD", "entry_field") => Self::EntryField,
            ("VALUE", "entry_value") => Self::EntryValue,
            // It is yet to be.
            ("ID", _) if command == "new" => Self::Free,
            ("CYCLE" | "ID", _) => Self::Cycle,
            ("TAG", _) => Self::Tag,
            ("RULE", _) => Self::Rule,
            ("GIT_REV" | "REV" | "STATE", _) => Self::Revision,
            ("FIELD", _) => Self::Field,
            ("STATUS", _) => Self::Status,
            ("PACE", _) => Self::Pace,
            ("SCORE", _) => Self::Score,
            ("TOPIC", _) => Self::Topic,
            ("FILE", _) => Self::File,
            ("DIR" | "FOLDER", _) => Self::Folder,
            _ => Self::Free,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory};

    use super::*;
    use crate::cli::commands::Cli;

    fn collect(command: &Command, found: &mut BTreeSet<String>) {
        let free = command.get_arguments().filter(|arg| Kind::of(command.get_name(), arg) == Some(Kind::Free));
        found.extend(free.map(|arg| arg.get_id().to_string()));
        command.get_subcommands().for_each(|command| collect(command, found));
    }

    #[test]
    fn whoever_adds_an_argument_says_here_that_nothing_completes_it() {
        let mut found = BTreeSet::new();
        collect(&Cli::command(), &mut found);
        let found: Vec<String> = found.into_iter().collect();
        insta::assert_snapshot!(found.join(" "), @"as_of at base columns company confidence delimiter depth description done due email end event id initiative key kr limit map marker_size metric name next note ours path since slug specs start stuck text theirs title value values weight went_well words");
    }
}
