//! OKR029: the merge button of this Git host would conflict.

use crate::check::{Definition, Example, Keeping, Look, Rule, Severity, Sink, Spot};
use crate::language::say;
use crate::model::{HistoryLayout, Step};

pub const RULE: Rule = Rule {
    code: "OKR029",
    name: "host-ignores-union",
    severity: Severity::Advice,
    what: "The repository's remote is a Git host whose merge button does not know merge=union, and people share history files.",
    why: "Two people's check-ins on one objective then conflict in the browser, and somebody has to merge on their own machine. \
          With history: per-author each person has a file of their own and nothing conflicts. okr history split changes a \
          store without losing an event.",
    bad: Example::Files(&[(".git/config", "[remote \"origin\"]\n\turl = git@github.com:acme/goals.git\n")]),
    good: Example::Files(&[
        (".git/config", "[remote \"origin\"]\n\turl = git@github.com:acme/goals.git\n"),
        ("okr.yaml", "history: per-author\n"),
    ]),
    look: Look::Keeping(look),
};

/// Hosts that merge in bare repositories, where an attribute in the tree does not count.
const HOSTS: &[&str] =
    &["github", "gitlab", "bitbucket", "gitee", "gitea", "forgejo", "codeberg", "dev.azure.com", "visualstudio.com"];

fn look(keeping: &Keeping, sink: &mut Sink) {
    if keeping.history == HistoryLayout::PerAuthor || keeping.people < 2 {
        return;
    }
    let named = |remote: &String| HOSTS.iter().find(|host| host_of(remote).is_some_and(|name| name.contains(**host)));
    let Some(host) = keeping.remotes.iter().find_map(named) else { return };
    let path = vec![Step::key("history")];
    let spot = Spot::Value { of: Definition::Settings, path, words: None };
    let message = say!("merging on {host} ignores merge=union, so two people's check-ins would conflict there", host);
    sink.add(spot, message, say!("okr history split gives each person a history file of their own"));
}

/// The host in an address of a remote: `git@HOST:path`, `https://HOST/path`; none in a path on disk.
fn host_of(remote: &str) -> Option<String> {
    let after = remote.split_once("://").map(|(_, rest)| rest);
    let rest = match after {
        Some(rest) => rest,
        None if remote.contains('@') || (remote.contains(':') && !remote.starts_with(['/', '.'])) => remote,
        None => return None,
    };
    let end = rest.find(['/', ':']).filter(|_| !rest.contains('@')).or_else(|| {
        let at = rest.find('@')?;
        rest[at..].find(['/', ':']).map(|end| at + end)
    });
    let authority = &rest[..end.unwrap_or(rest.len())];
    let host = authority.rsplit('@').next()?;
    (!host.is_empty()).then(|| host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn the_host_is_read_out_of_every_form_of_address() {
        for (remote, host) in [
            ("git@github.com:acme/goals.git", Some("github.com")),
            ("https://user:word@gitlab.acme.example/okr/goals", Some("gitlab.acme.example")),
            ("ssh://git@gitee.com:22/acme/goals", Some("gitee.com")),
            ("github.com:acme/goals", Some("github.com")),
            ("/srv/git/github/goals.git", None),
            ("../goals", None),
        ] {
            assert_eq!(host_of(remote).as_deref(), host, "{remote}");
        }
    }
}
