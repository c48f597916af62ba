//! Files that are handed to a command, or its standard input.

use std::io::Read;
use std::path::Path;

use super::error::Failure;
use crate::language::{reason, say};
use crate::store::layout;

/// The largest file of check-ins, or of another tool, that is read, in bytes.
const LARGEST: usize = 16 << 20;

/// How messages name a file that was handed over.
pub fn shown(file: &Path) -> String {
    if file.as_os_str() == "-" { say!("standard input").to_owned() } else { file.display().to_string() }
}

/// The text of a file, or of standard input for `-`, and how messages call it.
///
/// # Errors
/// As for [`text`].
pub fn read(file: &Path) -> Result<(String, String), Failure> {
    let shown = shown(file);
    Ok((text(file, &shown, LARGEST)?, shown))
}

/// The text of a file, or of standard input for `-`, without its byte order mark.
///
/// # Errors
/// When it cannot be read, is larger than `most` bytes, or no text.
pub fn text(file: &Path, shown: &str, most: usize) -> Result<String, Failure> {
    let unreadable = |why: std::io::Error| Failure::usage(say!("{file}: {why}", file = shown, why = reason(&why)));
    let mut bytes = Vec::new();
    let mut take = |source: &mut dyn Read| source.take(most as u64 + 1).read_to_end(&mut bytes);
    if file.as_os_str() == "-" {
        take(&mut std::io::stdin().lock()).map_err(unreadable)?;
    } else {
        take(&mut std::fs::File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    }
    within(bytes.len(), shown, most)?;
    let text = String::from_utf8(bytes).map_err(|why| {
        let failure = Failure::usage(say!("{file} is not UTF-8 text", file = shown));
        match likely_encoding(why.as_bytes()) {
            Some(encoding) => failure
                .hint(say!("it is most likely {encoding}: iconv -f {encoding} -t UTF-8 makes UTF-8 of it", encoding)),
            None => failure.hint(say!("save it as UTF-8; a spreadsheet as \"CSV UTF-8\"")),
        }
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The encoding that a text which is not UTF-8 is most likely in: UTF-16 by its mark, GBK where nearly all that is not ASCII comes
/// in pairs which can be Chinese characters.
fn likely_encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some("UTF-16");
    }
    let (mut pairs, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (..=0x7f, _) => at += 1,
            // Characters in everyday use. Of Latin 1 such a pair is two accented letters in a row, which is rare.
            (0xb0..=0xf7 | 0xa1..=0xa3, Some(0xa1..=0xfe)) => (pairs, at) = (pairs + 1, at + 2),
            _ => return None,
        }
    }
    (pairs > 1).then_some("GBK")
}

/// Refuses what is too large for a file of another tool.
///
/// # Errors
/// When it is.
pub fn of_a_tool(text: &str, shown: &str) -> Result<(), Failure> {
    within(text.len(), shown, LARGEST)
}

fn within(size: usize, shown: &str, most: usize) -> Result<(), Failure> {
    if size > most {
        return Err(Failure::usage(say!("{file} is larger than {size}", file = shown, size = layout::size(most))));
    }
    Ok(())
}
