//! What stands behind a key result's title: how it went.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::titles::{measure, pattern};
use crate::exchange::import::measure::Measure;
use crate::exchange::import::numbers;

static PERCENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?P<number>[0-9]+(?:\.[0-9]+)?)\s?[%％]"));

/// A result in words as numbers, with the words if they say more: `70%`, `done`, `was in the 80s`. Of a key result whose
/// title has a measure in percent a percentage is a value, of any other a progress.
pub fn result(words: &str, title: &str) -> (Measure, Option<String>) {
    let own = measure(title);
    let mut found = Measure::default();
    let rest = if let Some(percent) = PERCENT.captures(words) {
        if own.as_ref().is_some_and(|metric| metric.unit() == Some("%")) {
            found.current = percent["number"].parse().ok();
        } else {
            found.progress = percent["number"].parse().ok();
        }
        &words[percent[0].len()..]
    } else if let (Some(metric), Ok((number, unit))) = (own, numbers::amount(words)) {
        if unit.is_some() && unit.as_deref() != metric.unit() {
            return (found, Some(words.to_owned()));
        }
        found.current = Some(number);
        ""
    } else if matches!(
        words.to_lowercase().trim_end_matches(['.', '!']),
        "done" | "complete" | "completed" | "achieved" | "yes" | "完成" | "已完成"
    ) {
        found.done = Some(true);
        ""
    } else {
        words
    };
    let says_more = rest.chars().any(char::is_alphanumeric);
    (found, says_more.then(|| words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_numbers_and_what_else_they_say() {
        let said = |words: &str, title: &str| {
            let (found, note) = result(words, title);
            (found.progress, found.current.map(|value| value.to_string()), found.done, note)
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(said("70%", "Ship"), (Some(70.0), None, None, None));
        assert_eq!(said("70%, two slipped", "Ship"), (Some(70.0), None, None, text("70%, two slipped")));
        assert_eq!(said("70%", "SLA from 60% to 80%"), (None, text("70"), None, None));
        assert_eq!(said("38", "NPS from 31 to 50"), (None, text("38"), None, None));
        assert_eq!(said("38 ms", "NPS from 31 to 50"), (None, None, None, text("38 ms")));
        assert_eq!(said("done", "Ship"), (None, None, Some(true), None));
        assert_eq!(said("was in the 80s", "Ship"), (None, None, None, text("was in the 80s")));
    }
}
