//! Files that are taken in: of check-ins, of other tools.

use std::io::Read;
use std::path::Path;

use super::error::Failure;
use crate::store::layout;

/// The largest file that is taken in, in bytes.
const MAX_FILE: usize = 16 << 20;

/// The text of a file, or of standard input for `-`, without its byte order mark, and how messages call it.
///
/// # Errors
/// When it cannot be read, is too large, or no text.
pub fn read(file: &Path) -> Result<(String, String), Failure> {
    let is_stdin = file.as_os_str() == "-";
    let shown = if is_stdin { "standard input".to_owned() } else { file.to_string_lossy().into_owned() };
    let unreadable = |why: std::io::Error| Failure::usage(format!("{shown}: {why}"));
    let mut bytes = Vec::new();
    let mut take = |source: &mut dyn Read| source.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes);
    if is_stdin {
        take(&mut std::io::stdin().lock()).map_err(unreadable)?;
    } else {
        take(&mut std::fs::File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    }
    if bytes.len() > MAX_FILE {
        return Err(Failure::usage(format!("{shown} is larger than {}", layout::size(MAX_FILE))));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::usage(format!("{shown} is not UTF-8 text")).hint("save it as UTF-8; a spreadsheet as \"CSV UTF-8\"")
    })?;
    Ok((text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text), shown))
}
