//! Counts, lists and guesses as people say them.

use std::fmt::Display;

/// `1 objective`, `2 objectives`; small numbers as words at the beginning of a sentence are not worth a table.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("{number} {one}") } else { format!("{number} {many}") }
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text in quotation marks.
pub fn quoted(text: &impl Display) -> String {
    format!("\"{text}\"")
}

/// The choice that a misspelt word most likely means.
pub fn nearest<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Jaro-Winkler sees no likeness in short words with two letters exchanged: nsp and nps.
    let likeness = |choice: &str| {
        let exchanged = choice.len() > 2 && choice.len() == word.len() && strsim::osa_distance(word, choice) == 1;
        strsim::jaro_winkler(word, choice).max(if exchanged { 0.8 } else { 0.0 })
    };
    let scored = choices.into_iter().map(|choice| (likeness(choice), choice));
    scored.filter(|(score, _)| *score > 0.75).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_well() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(count(1, "objective", "objectives"), "1 objective");
        assert_eq!(nearest("titel", ["title", "tags"]), Some("title"));
        assert_eq!(nearest("nsp", ["churn", "nps"]), Some("nps"));
        assert_eq!(nearest("colour", ["title", "tags"]), None);
    }
}
