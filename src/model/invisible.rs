//! Which characters nobody sees.

/// Whether a character shows nothing and has no business in a title or a note: marks that turn the direction of text, blanks of
/// no width, fillers, interlinear and musical controls, tags (Unicode 17: `Default_Ignorable_Code_Point` and `Bidi_Control`,
/// with the fillers that fonts leave blank). Joiners and variation selectors are not among them: emoji and some scripts need
/// them in their places.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1345f}' | '\u{16fe4}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::is_invisible;

    #[test]
    fn what_hides_is_known_and_what_emoji_need_is_not() {
        for hidden in ['\u{202e}', '\u{200b}', '\u{e0041}', '\u{3164}', '\u{ad}', '\u{1d159}'] {
            assert!(is_invisible(hidden), "{:x}", u32::from(hidden));
        }
        for seen in ['a', '客', '\u{200d}', '\u{fe0f}', '\u{e0101}', 'é', '😀'] {
            assert!(!is_invisible(seen), "{seen}");
        }
    }
}
