//! Links and pictures in running text, and the work that they lead to.

use super::text::Text;
use crate::model::Initiative;

/// A link or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: String,
    pub url: String,
    /// What a browser shows while it is pointed at; empty for most.
    pub title: String,
}

impl Link {
    /// Its words, and its title behind them.
    pub fn named(&self) -> String {
        with_title(&self.words, &self.title)
    }

    /// The work that is a link by itself.
    pub fn initiative(&self) -> Initiative {
        let named = self.named();
        Initiative { title: or_url(&named, &self.url), link: Some(self.url.clone()), done: false }
    }
}

/// A text as work, which leads to where its first link does; other links are work beside it.
pub fn initiatives(text: &Text, done: bool) -> impl Iterator<Item = Initiative> {
    let (first, others) = text.links.split_first().unzip();
    let words = first.map_or_else(|| text.words.clone(), |link| with_title(&text.words, &link.title));
    let url = first.map(|link| link.url.clone());
    let title = or_url(&words, url.as_deref().unwrap_or_default());
    let own = (!title.is_empty()).then_some(Initiative { title, link: url, done });
    own.into_iter().chain(others.unwrap_or_default().iter().map(Link::initiative))
}

fn with_title(words: &str, title: &str) -> String {
    match (words, title) {
        (words, "") => words.to_owned(),
        ("", title) => title.to_owned(),
        (words, title) => format!("{words} ({title})"),
    }
}

fn or_url(words: &str, url: &str) -> String {
    if words.is_empty() { url.to_owned() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::markdown::blocks::{Block, blocks};

    #[test]
    fn work_keeps_what_its_first_link_is_called() {
        let text = "- read [the plan](https://a.example \"all of it\") and ![](b.png \"a picture\")\n- [](https://c.example)\n";
        let found = blocks(text);
        let [Block::List(items)] = found.as_slice() else { panic!("{found:?}") };
        let all = items.iter().flat_map(|item| initiatives(&item.text, true));
        let told: Vec<String> =
            all.map(|one| format!("{} <{}> {}", one.title, one.link.unwrap_or_default(), one.done)).collect();
        assert_eq!(
            told,
            [
                "read the plan and (all of it) <https://a.example> true",
                "a picture <b.png> false",
                "https://c.example <https://c.example> true"
            ]
        );
    }
}
