//! Where a key result that was typed without a colon was most likely to have it.

use super::amount::CURRENCIES;
use super::half_width::half_width;
use super::metric::Metric;

/// Title and measure of a line in which nothing parts them, if it ends in what is a measure of numbers or of several milestones.
pub fn parted(line: &str) -> Option<(&str, &str)> {
    let looks = half_width(line);
    let telling = ["->", "→", ">=", "<=", "≥", "≤", "从", "不", "至少", "milestones"];
    if !telling.iter().any(|sign| looks.contains(sign)) {
        return None;
    }
    let mut found = None;
    for (at, _) in line.char_indices().rev().filter(|(at, _)| may_begin(line, *at)) {
        let (title, measure) = line.split_at(at);
        match measure.parse::<Metric>() {
            Ok(Metric::Change(_)) => {
                // It begins with this word, if it stands there.
                let begin = title.trim_end().strip_suffix('从').map_or(at, str::len);
                return Some((line[..begin].trim(), line[begin..].trim()));
            }
            Ok(Metric::Milestones(steps)) if steps.steps().len() > 1 => found = Some((title.trim(), measure.trim())),
            // Of two limits the first one begins the measure.
            Ok(Metric::Keep(_)) => found = Some((title.trim(), measure.trim())),
            _ => {}
        }
    }
    found
}

/// Whether a measure may begin here: at its first word or sign, or at the whole of a number.
fn may_begin(line: &str, at: usize) -> bool {
    let half = |c: char| half_width(c.encode_utf8(&mut [0; 4])).chars().next();
    let first = line[at..].chars().next().and_then(half);
    let before = line[..at].chars().next_back().and_then(half);
    let of_number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '-' | '−' | '+') || CURRENCIES.contains(&c);
    match first {
        Some('从' | '不' | '至' | '<' | '>' | '≤' | '≥') => true,
        Some('m') => before.is_some_and(char::is_whitespace),
        Some(c) if of_number(c) => !before.is_some_and(|c| of_number(c) || c.is_ascii_alphabetic()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_and_a_measure_are_told_apart() {
        for (line, title, measure) in [
            ("NPS rises 31 -> 50 points", "NPS rises", "31 -> 50 points"),
            ("NPS 提升３１－＞５０分", "NPS 提升", "３１－＞５０分"),
            ("NPS 提升，从31到50分", "NPS 提升，", "从31到50分"),
            ("Top 10 customers stay 4.2 -> 2.0 %", "Top 10 customers stay", "4.2 -> 2.0 %"),
            ("Temperature -5 -> -18 °C", "Temperature", "-5 -> -18 °C"),
            ("Load >= 10 <= 20 users", "Load", ">= 10 <= 20 users"),
            ("可用率不低于 99.9 %", "可用率", "不低于 99.9 %"),
            ("Launch milestones design, beta", "Launch", "milestones design, beta"),
            ("31 -> 50", "", "31 -> 50"),
        ] {
            assert_eq!(parted(line), Some((title, measure)), "{line}");
        }
    }

    #[test]
    fn what_has_no_measure_is_not_parted() {
        for line in
            ["Ship it", "Answer 50 tickets", "不再返工", "Reach all milestones", "From A -> B", "Everything is done"]
        {
            assert_eq!(parted(line), None, "{line}");
        }
    }
}
