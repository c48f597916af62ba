//! Files that are handed to a command, or its standard input.

use std::io::Read;
use std::path::Path;

use super::error::Failure;
use crate::store::layout;

/// How messages name a file that was handed over.
pub fn shown(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// The text of a file, or of standard input for `-`, without its byte order mark.
///
/// # Errors
/// When it cannot be read, is larger than `most` bytes, or no text.
pub fn text(file: &Path, shown: &str, most: usize) -> Result<String, Failure> {
    let unreadable = |why: std::io::Error| Failure::usage(format!("{shown}: {why}"));
    let mut bytes = Vec::new();
    let mut take = |source: &mut dyn Read| source.take(most as u64 + 1).read_to_end(&mut bytes);
    if file.as_os_str() == "-" {
        take(&mut std::io::stdin().lock()).map_err(unreadable)?;
    } else {
        take(&mut std::fs::File::open(file).map_err(unreadable)?).map_err(unreadable)?;
    }
    if bytes.len() > most {
        return Err(Failure::usage(format!("{shown} is larger than {}", layout::size(most))));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{shown} is not UTF-8 text")))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
