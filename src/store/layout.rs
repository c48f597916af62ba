//! Names on disk: the only file that knows which path holds what.

use crate::model::{CycleId, KeyError, ObjectiveRef, OwnerKey, Slug};

pub const SETTINGS: &str = "okr.yaml";
pub const ORG: &str = "org.yaml";
pub const ATTRIBUTES: &str = ".gitattributes";
const CYCLE: &str = "cycle.yaml";
const YAML: &str = ".yaml";
pub const HISTORY: &str = ".history.yaml";

/// The largest definition file that is read, in bytes.
pub const MAX_DEFINITION: usize = 1 << 20;
/// The largest history file that is read, in bytes.
pub const MAX_HISTORY: usize = 64 << 20;

/// What a file in an owner's folder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    Objective(Slug),
    History {
        slug: Slug,
        /// The person whose check-ins it holds, where histories are kept per author.
        author: Option<OwnerKey>,
    },
    /// A YAML file whose name cannot be an objective's.
    Misnamed(KeyError),
    /// Nothing of ours.
    Foreign,
}

/// A cycle's own file.
pub fn cycle_file(cycle: &CycleId) -> String {
    format!("{cycle}/{CYCLE}")
}

/// The folder of an owner's objectives in a cycle.
pub fn owner_folder(cycle: &CycleId, owner: &OwnerKey) -> String {
    format!("{cycle}/{owner}")
}

/// An objective's definition.
pub fn objective_file(objective: &ObjectiveRef) -> String {
    format!("{objective}{YAML}")
}

/// An objective's history: the common file, or that of one author.
pub fn history_file(objective: &ObjectiveRef, author: Option<&OwnerKey>) -> String {
    match author {
        None => format!("{objective}{HISTORY}"),
        Some(author) => format!("{objective}.{author}{HISTORY}"),
    }
}

/// What a file of this name in an owner's folder is.
pub fn classify(name: &str) -> FileKind {
    if name.starts_with('.') {
        return FileKind::Foreign;
    }
    if let Some(stem) = name.strip_suffix(HISTORY) {
        let (slug, author) = match stem.split_once('.') {
            Some((slug, author)) => (slug, Some(author)),
            None => (stem, None),
        };
        return match (slug.parse(), author.map(str::parse).transpose()) {
            (Ok(slug), Ok(author)) => FileKind::History { slug, author },
            (Err(why), _) | (_, Err(why)) => FileKind::Misnamed(why),
        };
    }
    match name.strip_suffix(YAML).map(str::parse) {
        Some(Ok(slug)) => FileKind::Objective(slug),
        Some(Err(why)) => FileKind::Misnamed(why),
        None => FileKind::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        assert_eq!(classify("renewing.yaml"), FileKind::Objective("renewing".parse().unwrap()));
        let history = |author: Option<&str>| FileKind::History {
            slug: "renewing".parse().unwrap(),
            author: author.map(|text| text.parse().unwrap()),
        };
        assert_eq!(classify("renewing.history.yaml"), history(None));
        assert_eq!(classify("renewing.ana.history.yaml"), history(Some("ana")));
        assert_eq!(classify("notes.md"), FileKind::Foreign);
        assert_eq!(classify(".hidden.yaml"), FileKind::Foreign);
        assert!(matches!(classify("Renewing.yaml"), FileKind::Misnamed(_)));
    }
}
