//! Which characters a reader cannot see, or which make a terminal or a reader see something else than is written.

use super::width::width;
use crate::view::is_invisible;

/// Whether a character is to be shown as an escape, where `before` and `after` are its neighbours.
///
/// Joiners and variation selectors are legitimate in the one place each that they were made for (an emoji sequence,
/// the scripts that shape their letters, a rare form of a Chinese character), and hide things anywhere else.
pub fn is_hidden(character: char, before: Option<char>, after: Option<char>) -> bool {
    match character {
        '\u{20}'..='\u{7e}' => false,
        '\u{200c}' => !joins_letters(before, after),
        '\u{200d}' => !joins_letters(before, after) && !joins_emoji(before, after),
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(is_ideograph),
        '\u{fe0e}' | '\u{fe0f}' => !before.is_some_and(|base| is_emoji(base) || is_keycap(base, after)),
        other => is_control(other) || is_invisible(other),
    }
}

/// The joiners, which join nothing any more where the text beside them was cut off.
pub const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// C0, DEL and C1 (among them the one-byte CSI), and the separators that end a line.
fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Arabic to Sinhala: scripts in which a joiner changes the shape of the letters beside it.
fn joins_letters(before: Option<char>, after: Option<char>) -> bool {
    let shapes = |letter: char| matches!(letter, '\u{600}'..='\u{dff}') && !is_invisible(letter);
    before.is_some_and(shapes) && after.is_some_and(shapes)
}

fn joins_emoji(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|base| is_emoji(base) || base == '\u{fe0f}') && after.is_some_and(is_emoji)
}

/// Whether a variation selector can make an emoji of it, which is when it then is two columns wide.
fn is_emoji(character: char) -> bool {
    let within = matches!(character, '©' | '®' | '\u{203c}'..='\u{3299}' | '\u{1f000}'..='\u{1faff}')
        && !is_ideograph(character);
    within && width(&String::from_iter([character, '\u{fe0f}'])) == 2
}

fn is_keycap(base: char, after: Option<char>) -> bool {
    matches!(base, '0'..='9' | '#' | '*') && after == Some('\u{20e3}')
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
