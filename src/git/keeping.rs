//! How a store is kept in its repository.

use std::path::Path;

use super::command::{git, output};
use crate::check::Keeping;

/// How Git would merge a history file of a store, and where its remotes are. `None` where there is no Git or no repository.
pub fn keeping(root: &Path, history: &str) -> Option<Keeping> {
    let attributes = lines(root, &["check-attr", "-z", "merge", "eol", "--", history])?;
    // Path, attribute, value; for each attribute.
    let value = |name: &str| {
        let at = attributes.iter().skip(1).step_by(3).position(|attribute| attribute == name)?;
        attributes.get(3 * at + 2).cloned()
    };
    let urls = lines(root, &["config", "-z", "--get-regexp", r"^remote\..*\.url$"]).unwrap_or_default();
    let remotes = urls.iter().filter_map(|entry| entry.split_once('\n').map(|(_, url)| url.to_owned())).collect();
    let value = |name| value(name).unwrap_or_default();
    Some(Keeping { merge: value("merge"), eol: value("eol"), remotes, ..Keeping::default() })
}

/// Where a folder is below the top of its repository, with a `/` at the end unless it is the top; none outside of one.
pub fn prefix(root: &Path) -> Option<String> {
    let output = output(git(root).args(["rev-parse", "--show-prefix"])).ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim_end_matches('\n').to_owned())
}

/// A value of Git's configuration as it holds in a folder; none where it is not set, or empty.
pub fn setting(folder: &Path, name: &str) -> Option<String> {
    let values = lines(folder, &["config", "-z", "--get", name])?;
    values.first().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn lines(root: &Path, words: &[&str]) -> Option<Vec<String>> {
    let output = output(git(root).args(words)).ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.split('\0').filter(|line| !line.is_empty()).map(str::to_owned).collect())
}
