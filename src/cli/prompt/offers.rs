//! What is offered to somebody who types an answer: words, each with what it stands for, found by any part of either.

use inquire::autocompletion::Replacement;
use inquire::{Autocomplete, CustomUserError};

use crate::render::{self, Look};
use crate::view::Span;

/// A word that may be the answer, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub word: String,
    /// A name or a title; empty where the word says it all.
    pub about: String,
}

impl Offer {
    pub fn new(word: impl Into<String>, about: impl Into<String>) -> Self {
        Self { word: word.into(), about: about.into() }
    }
}

/// So many are looked through with the arrows; who wants another types more of it.
const MOST_SHOWN: usize = 100;

/// Offers as they stand on a screen.
pub struct Offered {
    all: Vec<Drawn>,
}

struct Drawn {
    word: String,
    about: String,
    /// `eng  Engineering`, in one line.
    line: String,
    /// What a typed text is looked for in.
    sought: String,
}

impl Offered {
    pub fn new(offers: &[Offer], look: &Look) -> Self {
        let draw = |offer: &Offer| {
            let word = render::message(&[Span::plain(&offer.word)], look);
            let about = if offer.about.is_empty() { String::new() } else { format!("  {}", offer.about) };
            let whole = format!("{}{about}", offer.word);
            let cut = render::message_cut(&[Span::plain(&whole)], look);
            // The word is what is taken, so it stands there whole.
            let line = if cut.starts_with(&word) { cut } else { word.clone() };
            Drawn { word, about: offer.about.clone(), line, sought: whole.to_lowercase() }
        };
        Self { all: offers.iter().map(draw).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What a text is found in: first the words that begin with it.
    fn matching(&self, typed: &str) -> Vec<&Drawn> {
        let typed = typed.trim().to_lowercase();
        let mut found: Vec<&Drawn> = self.all.iter().filter(|offer| offer.sought.contains(&typed)).collect();
        found.sort_by_key(|offer| !offer.sought.starts_with(&typed));
        found.truncate(MOST_SHOWN);
        found
    }

    /// What a text that cannot be taken may be meant for: the first few words that begin with it, else those in which it is found.
    pub fn like(&self, typed: &str, most: usize) -> Vec<&str> {
        let found = self.matching(typed);
        let begins = |offer: &&Drawn| offer.sought.starts_with(&typed.trim().to_lowercase());
        let any_begins = found.first().is_some_and(begins);
        let found = found.into_iter().take_while(|offer| !any_begins || begins(offer));
        found.take(most).map(|offer| offer.word.as_str()).collect()
    }

    /// The word of the line that was chosen, or of the one name or title that was typed in full; what was typed, if it is neither.
    pub fn meant<'t>(&'t self, answer: &'t str) -> &'t str {
        let chosen = self.all.iter().find(|offer| offer.line == answer || offer.word == answer);
        let named = || {
            let mut named = self.all.iter().filter(|offer| !offer.about.is_empty() && offer.about == answer.trim());
            named.next().filter(|_| named.next().is_none())
        };
        chosen.or_else(named).map_or(answer, |offer| &offer.word)
    }
}

/// What completes a text while it is typed.
#[derive(Clone, Copy)]
pub struct Typing<'o>(pub &'o Offered);

impl Autocomplete for Typing<'_> {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(self.0.matching(typed).into_iter().map(|offer| offer.line.clone()).collect())
    }

    /// The word that is marked, or the only one that there is.
    fn get_completion(&mut self, typed: &str, marked: Option<String>) -> Result<Replacement, CustomUserError> {
        Ok(match (marked, &self.0.matching(typed)[..]) {
            (Some(line), _) => Some(self.0.meant(&line).to_owned()),
            (None, [only]) => Some(only.word.clone()),
            (None, _) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered() -> Offered {
        let offers = [
            Offer::new("acme", "Acme Inc."),
            Offer::new("eng", "Engineering and all that is built by it"),
            Offer::new("ops", "客户成功部"),
            Offer::new("s", ""),
        ];
        Offered::new(&offers, &Look { width: 20, colour: false, ascii: false })
    }

    #[test]
    fn a_part_of_word_or_name_finds_it_in_any_script() {
        let offered = offered();
        assert_eq!(offered.like("功", 9), ["ops"]);
        assert_eq!(offered.like(" ENGINEER", 9), ["eng"]);
        assert_eq!(offered.like("e", 9), ["eng"]);
        assert_eq!(offered.like("c", 9), ["acme"]);
        assert_eq!(offered.matching("e").iter().map(|offer| &offer.word).collect::<Vec<_>>(), ["eng", "acme"]);
        assert_eq!(offered.like("", 2), ["acme", "eng"]);
        assert_eq!(offered.like("zz", 9), Vec::<&str>::new());
    }

    #[test]
    fn a_line_is_cut_and_completes_to_its_word() {
        let offered = offered();
        let mut typing = Typing(&offered);
        assert_eq!(typing.get_suggestions("eng").unwrap(), ["eng  Engineering an…"]);
        assert_eq!(typing.get_completion("eng", Some("eng  Engineering an…".into())).unwrap().as_deref(), Some("eng"));
        assert_eq!(typing.get_completion("客户", None).unwrap().as_deref(), Some("ops"));
        assert_eq!(typing.get_completion("e", None).unwrap(), None);
        assert_eq!((offered.meant("ops  客户成功部"), offered.meant("other")), ("ops", "other"));
        assert_eq!((offered.meant("客户成功部"), offered.meant("客户")), ("ops", "客户"));
    }
}
