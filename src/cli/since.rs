//! Why it cannot be told what came after a revision, with the commands that fetch what is missing.

use super::error::Failure;
use crate::git::{RangeError, RevisionError};
use crate::language::say;

/// The failure, with what to type; `base` is the revision as it was named.
pub fn failure(why: RangeError, base: &str) -> Failure {
    match why {
        RangeError::Revision(RevisionError::Unknown { rev, shallow }) if rev == base => {
            let failure = Failure::usage(say!("Git knows no commit \"{rev}\"", rev));
            if shallow { fetch(failure, base) } else { failure.hint(bring(base, "")) }
        }
        RangeError::Revision(why) => why.into(),
        RangeError::Apart { shallow: false, .. } => Failure::usage(why.to_string())
            .hint(say!("name a revision that this one came from; git log --oneline shows them")),
        RangeError::Apart { shallow: true, .. } => {
            fetch(Failure::usage(say!("{why}, as far as this shallow clone reaches", why)), base)
        }
        RangeError::Unread { .. } => Failure::store(why.to_string()),
        RangeError::Lacks { .. } => Failure::store(why.to_string()).hint(say!(
            "it was made with --filter, and nothing is fetched unasked: git fetch --refetch --no-filter --no-tags origin"
        )),
        RangeError::Cut => fetch(Failure::usage(why.to_string()), base),
    }
}

/// What to do where a clone is shallow.
fn fetch(failure: Failure, base: &str) -> Failure {
    failure.hint(bring(base, "--unshallow ")).hint(say!(
        "in GitHub Actions, actions/checkout with fetch-depth: 0 does that; in GitLab CI, the variable GIT_DEPTH: 0"
    ))
}

/// The command that brings a branch of the remote, and under which name it is then known.
fn bring(base: &str, option: &str) -> String {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    let is_commit = base.len() >= 7 && base.bytes().all(|b| b.is_ascii_hexdigit());
    let is_branch = plain(base) && !base.starts_with('-') && !base.contains("..") && !is_commit;
    let fetch = format!("git fetch --no-tags {option}origin");
    let of_branch = |branch: &str| format!("{fetch} {branch}:refs/remotes/origin/{branch}");
    match base.strip_prefix("origin/") {
        _ if (!is_branch || base == "HEAD") && option.is_empty() => {
            say!("git log --oneline shows what there is; {command} brings what is missing", command = fetch)
        }
        _ if !is_branch || base == "HEAD" => say!("{command} brings what is missing", command = fetch),
        Some(branch) => say!("{command} brings what is missing", command = of_branch(branch)),
        None => {
            let command = of_branch(base);
            say!("{command} brings what is missing, then say {name}", command, name = format_args!("origin/{base}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bring;

    #[test]
    fn the_command_names_the_branch_as_the_remote_does() {
        let line = "git fetch --no-tags origin main:refs/remotes/origin/main brings what is missing";
        assert_eq!(bring("origin/main", ""), line);
        assert_eq!(bring("main", ""), format!("{line}, then say origin/main"));
        assert_eq!(bring("HEAD^1", "--unshallow "), "git fetch --no-tags --unshallow origin brings what is missing");
        let looks = "git log --oneline shows what there is; git fetch --no-tags origin brings what is missing";
        assert_eq!(bring("a1b2c3d4", ""), looks);
        assert_eq!(bring("-x; rm", ""), looks);
    }
}
