//! Texts that exports say in the language that is spoken, read in either.

use crate::language::chinese;

/// A text with `{placeholders}` in English and in Chinese.
pub struct Phrase([Option<&'static str>; 2]);

impl Phrase {
    /// The phrase that the catalogue knows by this English text; what tells its meaning (`done [metric]`) is not said.
    pub fn of(english: &'static str) -> Self {
        let said = english.strip_suffix(']').and_then(|text| text.rsplit_once(" [")).map_or(english, |(said, _)| said);
        Self([Some(said), chinese(english)])
    }

    /// What stands for the placeholders of these names, if a text is this phrase.
    pub fn read<'t, const N: usize>(&self, text: &'t str, names: [&str; N]) -> Option<[&'t str; N]> {
        self.forms().find_map(|form| {
            let values = filling(form, text)?;
            let mut found = [""; N];
            for (place, name) in found.iter_mut().zip(names) {
                *place = values.iter().find(|(known, _)| *known == name)?.1;
            }
            Some(found)
        })
    }

    /// Whether a text is this phrase, word by word.
    pub fn is(&self, text: &str) -> bool {
        self.forms().any(|form| form == text)
    }

    /// What follows the phrase at the beginning of a text.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.forms().find_map(|form| text.strip_prefix(form.trim_end())).map(str::trim_start)
    }

    /// The phrase in each language.
    pub fn forms(&self) -> impl Iterator<Item = &'static str> {
        self.0.into_iter().flatten()
    }
}

/// What a text has where a form has placeholders.
fn filling<'f, 't>(form: &'f str, text: &'t str) -> Option<Vec<(&'f str, &'t str)>> {
    let mut pieces = form.split('{');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut values = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some((name, literal)) = pieces.next().and_then(|piece| piece.split_once('}')) {
        let end = match (literal, pieces.peek()) {
            (literal, None) => rest.strip_suffix(literal)?.len(),
            (literal, Some(_)) => rest.find(literal)?,
        };
        values.push((name, &rest[..end]));
        rest = rest.get(end + literal.len()..)?;
    }
    rest.is_empty().then_some(values)
}

/// The parts of a text between the commas that exports write, in either language.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，']).map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_read_in_both_languages() {
        let dates = Phrase::of("{start} to {end}, as of {as_of}");
        for text in ["2026-10-01 to 2026-12-31, as of 2026-11-15", "2026-10-01 至 2026-12-31，截至 2026-11-15"] {
            assert_eq!(dates.read(text, ["end", "start"]), Some(["2026-12-31", "2026-10-01"]), "{text}");
        }
        assert_eq!(dates.read("from now to then", ["start"]), None);
        let done = Phrase::of("done [metric]");
        assert!(done.is("done") && done.is("完成") && !done.is("done [metric]"));
        let steps = Phrase::of("{name}, {reached} of {all}");
        assert_eq!(steps.read("beta, 2 of 3", ["name", "reached"]), Some(["beta", "2"]));
        assert_eq!(Phrase::of("tagged ").strip("标签 a"), Some("a"));
    }
}
