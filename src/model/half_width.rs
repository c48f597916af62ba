//! What Chinese keyboards type full-width, as everybody else types it: `５５％` is `55%`, `－＞` is `->`.

use std::borrow::Cow;

/// A text with the half-width forms of its full-width digits, letters and signs. Brackets, colons and marks that end a sentence
/// belong to the Chinese around them and stay.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| half(c) == c) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().map(half).collect()) }
}

/// How far the full-width forms stand from the half-width ones.
const APART: u32 = 0xFEE0;

fn half(c: char) -> char {
    match c {
        '（' | '）' | '！' | '？' | '：' | '；' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - APART).unwrap_or(c),
        '￥' => '¥',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_signs_become_half_width_and_chinese_stays() {
        for (typed, half) in [
            ("５５％", "55%"),
            ("３１ －＞ ５０ 分", "31 -> 50 分"),
            ("＞＝９９．９％", ">=99.9%"),
            ("１，２００ ｋｍ", "1,200 km"),
            ("￥５", "¥5"),
            ("分（满分）：好！", "分（满分）：好！"),
        ] {
            assert_eq!(half_width(typed), half);
        }
        assert!(matches!(half_width("31 → 50 分、好。"), Cow::Borrowed(_)));
    }
}
