//! The longer texts of `okr help`: pages of the documentation, as they are in the repository.

/// A page that can be asked for.
pub struct Topic {
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    /// Markdown.
    pub text: &'static str,
}

pub const TOPICS: [Topic; 8] = [
    Topic {
        name: "method",
        about: "what OKRs are for, and how to use them",
        text: include_str!("../../docs/method.md"),
    },
    Topic {
        name: "tour",
        about: "from nothing to the first merged check-in",
        text: include_str!("../../docs/tour.md"),
    },
    Topic { name: "guide", about: "a quarter with okr, command by command", text: include_str!("../../docs/guide.md") },
    Topic { name: "figures", about: "every formula, with worked numbers", text: include_str!("../../docs/figures.md") },
    Topic { name: "files", about: "every file and key of a store", text: include_str!("../../docs/files.md") },
    Topic { name: "checks", about: "the rules of okr check", text: include_str!("../../docs/checks.md") },
    Topic { name: "json", about: "what machines read", text: include_str!("../../docs/json.md") },
    Topic { name: "merging", about: "how check-ins and goals merge", text: include_str!("../../docs/merging.md") },
];
