//! How many columns of a terminal a text takes, and how it is brought to a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::invisible::JOINERS;
use crate::view::Align;

/// What stands for the rest of a text that was cut.
pub const ELLIPSIS: &str = "…";

/// The columns that a text takes: 2 for `客`, for a flag and for a family of emoji, 0 for a combining accent.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The longest beginning that fits into so many columns; no grapheme is split, and a wide one that would stick out is
/// left out whole, and no joiner is left where nothing follows.
pub fn head(text: &str, columns: usize) -> &str {
    if text.is_ascii() {
        return &text[..text.len().min(columns)];
    }
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += width(grapheme);
        if taken > columns {
            return text[..at].trim_end_matches(JOINERS);
        }
    }
    text
}

/// The text, cut with an ellipsis where it is wider than so many columns. No blank is left before the ellipsis.
pub fn truncate(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_string();
    }
    if columns == 0 {
        return String::new();
    }
    format!("{}{ELLIPSIS}", head(text, columns - 1).trim_end())
}

/// The text with blanks to so many columns; a wider one stays as it is.
pub fn pad(text: &str, columns: usize, align: Align) -> String {
    let blanks = " ".repeat(columns.saturating_sub(width(text)));
    match align {
        Align::Left => format!("{text}{blanks}"),
        Align::Right => format!("{blanks}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_the_terminal_draws_it() {
        assert_eq!(width("NPS rises"), 9);
        assert_eq!(width("让客户续约"), 10);
        assert_eq!(width("👨‍👩‍👧‍👦"), 2);
        assert_eq!(width("🇨🇳🇩🇪"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("❤\u{fe0f}"), 2);
    }

    #[test]
    fn a_cut_text_never_exceeds_its_width_and_splits_no_grapheme() {
        assert_eq!(truncate("NPS rises", 9), "NPS rises");
        assert_eq!(truncate("NPS rises", 8), "NPS ris…");
        assert_eq!(truncate("NPS rises", 5), "NPS…");
        assert_eq!(truncate("让客户续约", 6), "让客…");
        assert_eq!(truncate("让客户续约", 5), "让客…");
        assert_eq!(truncate("👨‍👩‍👧‍👦 family", 3), "👨‍👩‍👧‍👦…");
        assert_eq!(truncate("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2), "…");
        assert_eq!(truncate("🇨🇳🇩🇪", 3), "🇨🇳…");
        assert_eq!(truncate("客", 1), "…");
        assert_eq!(truncate("客", 0), "");
        assert_eq!(truncate("بب\u{200d}بب", 3), "بب…");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(pad("客户", 6, Align::Left), "客户  ");
        assert_eq!(pad("客户", 6, Align::Right), "  客户");
        assert_eq!(pad("customer", 3, Align::Left), "customer");
    }
}
