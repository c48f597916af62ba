//! Names on disk: the only file that knows which path holds what.

use crate::model::{CycleId, KeyError, ObjectiveRef, OwnerKey, Slug};

pub const SETTINGS: &str = "okr.yaml";
pub const ORG: &str = "org.yaml";
pub const ATTRIBUTES: &str = ".gitattributes";
/// The folder of the schemas for editors; its name can be no cycle's.
pub const SCHEMAS: &str = ".schemas";
/// What a command left to be finished, in a store that is in no Git repository.
pub const JOURNAL: &str = ".okr-change";
const CYCLE: &str = "cycle.yaml";
pub const YAML: &str = ".yaml";
/// How the name of every history file ends.
pub const HISTORY: &str = ".history.yaml";

/// The largest definition file that is read, in bytes.
pub const MAX_DEFINITION: usize = 256 << 10;
/// The largest organisation that is read, in bytes: ten thousand people fit.
pub const MAX_ORG: usize = 1 << 20;
/// The largest history file that is read, in bytes.
pub const MAX_HISTORY: usize = 16 << 20;

/// A limit on the size of files, all of which are whole numbers of KiB or MiB, in words.
pub fn size(bytes: usize) -> String {
    if bytes < 1 << 20 { format!("{} KiB", bytes >> 10) } else { format!("{} MiB", bytes >> 20) }
}

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

/// The kinds of files that define something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Definition {
    Settings,
    Org,
    Cycle,
    Objective,
}

/// What a file of the store defines, by its path; `None` for histories and what is not the store's.
pub fn definition(path: &str) -> Option<Definition> {
    let mut names = path.split('/');
    match (names.next()?, names.next(), names.next(), names.next()) {
        (SETTINGS, None, ..) => Some(Definition::Settings),
        (ORG, None, ..) => Some(Definition::Org),
        (cycle, Some(CYCLE), None, _) => cycle.parse::<CycleId>().ok().map(|_| Definition::Cycle),
        (cycle, Some(owner), Some(name), None) => {
            let (Ok(_), Ok(_), FileKind::Objective(_)) =
                (cycle.parse::<CycleId>(), owner.parse::<OwnerKey>(), classify(name))
            else {
                return None;
            };
            Some(Definition::Objective)
        }
        _ => None,
    }
}

/// How many bytes of a file are read at most, by its path.
pub fn most_bytes(path: &str) -> usize {
    match path {
        ORG => MAX_ORG,
        path if is_history(path) => MAX_HISTORY,
        _ => MAX_DEFINITION,
    }
}

/// Whether a file of this path below the store is one that commands write.
pub fn is_ours(path: &str) -> bool {
    let is_objective = path.split('/').count() == 3 && objective_of(path).is_some();
    path == ATTRIBUTES || definition(path).is_some() || is_objective
}

/// Whether a file of this path is a history: an objective's, or one author's of it.
pub fn is_history(path: &str) -> bool {
    matches!(classify(path.rsplit('/').next().unwrap_or_default()), FileKind::History { .. })
}

/// A cycle's own file.
pub fn cycle_file(cycle: &CycleId) -> String {
    format!("{cycle}/{CYCLE}")
}

/// The folder of an owner's objectives in a cycle.
pub fn owner_folder(cycle: &CycleId, owner: &OwnerKey) -> String {
    format!("{cycle}/{owner}")
}

/// The schema of a kind of file, within their folder.
pub fn schema_name(kind: &str) -> String {
    format!("{kind}.json")
}

/// An objective's definition.
pub fn objective_file(objective: &ObjectiveRef) -> String {
    // Every reading of an objective begins with this: a format takes four times as long.
    let ObjectiveRef { cycle, owner, slug } = objective;
    [cycle.as_str(), "/", owner.as_str(), "/", slug.as_str(), YAML].concat()
}

/// An objective's history: the common file, or that of one author.
pub fn history_file(objective: &ObjectiveRef, author: Option<&OwnerKey>) -> String {
    match author {
        None => format!("{objective}{HISTORY}"),
        Some(author) => format!("{objective}.{author}{HISTORY}"),
    }
}

/// The objective whose file, definition or history, stands at a path below the store.
pub fn objective_of(path: &str) -> Option<ObjectiveRef> {
    let mut parts = path.split('/');
    let (cycle, owner, name) = (parts.next()?, parts.next()?, parts.next()?);
    let slug = match classify(name) {
        FileKind::Objective(slug) | FileKind::History { slug, .. } => slug,
        FileKind::Misnamed(_) | FileKind::Foreign => return None,
    };
    Some(ObjectiveRef { cycle: cycle.parse().ok()?, owner: owner.parse().ok()?, slug })
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
    fn definitions_are_known_by_their_path() {
        assert_eq!(definition("okr.yaml"), Some(Definition::Settings));
        assert_eq!(definition("org.yaml"), Some(Definition::Org));
        assert_eq!(definition("2026-Q4/cycle.yaml"), Some(Definition::Cycle));
        assert_eq!(definition("2026-Q4/acme/renewing.yaml"), Some(Definition::Objective));
        for other in
            ["2026-Q4/acme/renewing.history.yaml", "2026-Q4/notes.yaml", ".schemas/org.json", "a/b/c/d.yaml", ""]
        {
            assert_eq!(definition(other), None, "{other}");
        }
    }

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
