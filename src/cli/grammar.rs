//! What somebody who misspelt a word most likely meant.

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
    fn a_near_word_is_found_and_a_far_one_is_not() {
        assert_eq!(nearest("titel", ["title", "tags"]), Some("title"));
        assert_eq!(nearest("nsp", ["churn", "nps"]), Some("nps"));
        assert_eq!(nearest("colour", ["title", "tags"]), None);
    }
}
