//! Slugs from titles, in any script.

use std::str::FromStr;

use super::key::{MAX_KEY, Slug};

/// Words that say nothing about which objective it is.
const FILLERS: [&str; 24] = [
    "a", "an", "the", "to", "of", "for", "and", "or", "in", "on", "at", "by", "with", "our", "we", "is", "are", "be",
    "that", "it", "its", "from", "into", "every",
];

/// How many words, and about how many characters, a made slug has: enough to be told apart, short enough to be typed.
const WORDS: usize = 3;
const SYLLABLES: usize = 6;
const LENGTH: usize = 30;

/// The slug of a title: its first telling words, transliterated (Chinese becomes pinyin), joined by hyphens.
/// `None` where nothing in the title can be written so.
pub fn slug_of(title: &str) -> Option<Slug> {
    let words = words(title);
    let telling: Vec<&Word> = words.iter().filter(|word| !FILLERS.contains(&word.text.as_str())).collect();
    let chosen = if telling.is_empty() { words.iter().collect() } else { telling };
    let latin = chosen.iter().filter(|word| !word.syllable).count();
    let limit = if latin > 0 && latin == chosen.len() { WORDS } else { SYLLABLES };
    let mut slug = String::new();
    for word in chosen.into_iter().take(limit) {
        if !slug.is_empty() && slug.len() + word.text.len() >= LENGTH {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.text.chars().take(MAX_KEY - 1 - slug.len().min(MAX_KEY - 1)));
    }
    Slug::from_str(&slug).or_else(|_| Slug::from_str(&format!("{slug}-1"))).ok()
}

/// The slug with a number behind it, for a title whose slug is taken.
pub fn numbered(slug: &Slug, number: usize) -> Option<Slug> {
    let tail = format!("-{number}");
    let head: String = slug.as_str().chars().take(MAX_KEY - tail.len()).collect();
    Slug::from_str(&(head + &tail)).ok()
}

struct Word {
    text: String,
    /// One character of a script that has no spaces between words.
    syllable: bool,
}

fn words(title: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for c in title.chars() {
        let written = deunicode::deunicode_char(c).unwrap_or("");
        let plain: String =
            written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        let apostrophe = matches!(c, '\'' | '’');
        if !plain.is_empty() && is_ideograph(c) {
            words.push(Word { text: plain, syllable: true });
            open = false;
        } else if !plain.is_empty() {
            match words.last_mut() {
                Some(word) if open => word.text.push_str(&plain),
                _ => words.push(Word { text: plain, syllable: false }),
            }
            open = true;
        } else if !apostrophe {
            open = false;
        }
    }
    words
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(title: &str) -> String {
        slug_of(title).map(|slug| slug.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_slug_is_what_one_would_type() {
        assert_eq!(slug("Make renewing the obvious choice"), "make-renewing-obvious");
        assert_eq!(slug("Élargir l’équipe à São Paulo"), "elargir-lequipe-sao");
        assert_eq!(slug("让每个客户都愿意续约"), "rang-mei-ge-ke-hu-du");
        assert_eq!(slug("让 NPS 翻倍"), "rang-nps-fan-bei");
        assert_eq!(slug("To be or not"), "not");
        assert_eq!(slug("The"), "the");
        assert_eq!(slug("CON"), "con-1");
        assert_eq!(slug("!!!"), "");
        assert!(slug(&"x".repeat(200)).len() <= MAX_KEY);
    }

    #[test]
    fn a_taken_slug_gets_a_number_and_stays_short_enough() {
        let long: Slug = "a".repeat(60).parse().unwrap();
        assert_eq!(numbered(&long, 12).unwrap().as_str().len(), 60);
    }
}
