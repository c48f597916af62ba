//! The longer texts of `okr help`: pages of the documentation, as they are in the repository.

use crate::language::{self, Language, marked};

/// A page that can be asked for.
pub struct Topic {
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    /// Markdown, in English and in Chinese.
    texts: [&'static str; 2],
}

impl Topic {
    /// Whether a word that was typed is its name, or its page's title in either language.
    pub fn is(&self, word: &str) -> bool {
        let titles =
            self.texts.iter().filter_map(|text| text.lines().next()?.strip_prefix("# ")?.split([':', '：']).next());
        self.name == word || titles.into_iter().any(|title| title.eq_ignore_ascii_case(word))
    }

    /// The page in the language that is spoken.
    pub fn text(&self) -> &'static str {
        match language::spoken() {
            Language::English => self.texts[0],
            Language::Chinese => self.texts[1],
        }
    }
}

/// A page of the documentation in both languages.
macro_rules! page {
    ($name:literal) => {
        [include_str!(concat!("../../docs/", $name, ".md")), include_str!(concat!("../../docs/zh/", $name, ".md"))]
    };
}

pub const TOPICS: [Topic; 8] = [
    Topic { name: "method", about: marked!("what OKRs are for, and how to use them"), texts: page!("method") },
    Topic { name: "tour", about: marked!("from nothing to the first merged check-in"), texts: page!("tour") },
    Topic { name: "guide", about: marked!("a quarter with okr, command by command"), texts: page!("guide") },
    Topic { name: "figures", about: marked!("every formula, with worked numbers"), texts: page!("figures") },
    Topic { name: "files", about: marked!("every file and key of a store"), texts: page!("files") },
    Topic { name: "checks", about: marked!("the rules of okr check"), texts: page!("checks") },
    Topic { name: "json", about: marked!("what machines read"), texts: page!("json") },
    Topic { name: "merging", about: marked!("how check-ins and goals merge"), texts: page!("merging") },
];
