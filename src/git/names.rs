//! The names that people give to revisions.

use std::path::Path;

use super::command::{git, output};

/// Branches, tags and remote branches around a folder, the latest first; none without Git.
pub fn revisions(folder: &Path) -> Vec<String> {
    let mut command = git(folder);
    command.args(["for-each-ref", "--format=%(refname:short)", "--sort=-creatordate"]);
    command.args(["refs/heads", "refs/tags", "refs/remotes"]);
    let Ok(output) = output(&mut command) else { return Vec::new() };
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}
