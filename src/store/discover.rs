//! Finding the store that somebody means.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::source::{ReadError, read_regular};
use super::{layout, text, words};
use crate::language::say;

/// The user's own settings: `okr/config.yaml` under the platform's folder for configuration.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserConfig {
    pub store: Option<PathBuf>,
    pub me: Option<String>,
    pub lang: Option<String>,
}

/// The largest file of a user's settings that is read, in bytes: it has three lines.
const MAX_CONFIG: usize = 64 << 10;

/// What `lang` may be.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// Why there is no store.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    #[error("{}", say!("{path} holds no okr.yaml", path = _0.display()))]
    NotAStore(PathBuf),
    #[error("{}", say!(
        "no store here: neither {path} nor any folder above it holds okr.yaml or okrs/okr.yaml",
        path = _0.display(),
    ))]
    Nowhere(PathBuf),
    #[error("{}", say!("{path}: {why}", path = path.display(), why))]
    Config { path: PathBuf, why: String },
}

/// Reads the user's settings; none are as empty ones.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn user_config(path: &Path) -> Result<UserConfig, DiscoverError> {
    let wrong = |why: String| DiscoverError::Config { path: path.to_owned(), why };
    let bytes = match read_regular(path, MAX_CONFIG) {
        Ok(bytes) => bytes,
        Err(ReadError::NotFound) => return Ok(UserConfig::default()),
        Err(why) => return Err(wrong(why.to_string())),
    };
    let text = String::from_utf8(bytes).map_err(|_| wrong(say!("it is not UTF-8 text").to_owned()))?;
    if text::too_deep(&text).is_some() {
        return Err(wrong(say!("it is nested too deeply").to_owned()));
    }
    let read = serde_yaml::from_str::<Option<UserConfig>>(&text);
    let config = read.map_err(|why| wrong(words::plain(&why.to_string()).0))?.unwrap_or_default();
    match &config.lang {
        Some(lang) if !LANGUAGES.contains(&lang.as_str()) => {
            Err(wrong(say!("lang: {lang} is neither en nor zh", lang = format_args!("{lang:?}"))))
        }
        _ => Ok(config),
    }
}

/// The language that a store's settings name, as far as they can be read: `lang` of `okr.yaml`.
pub fn lang(root: &Path) -> Option<String> {
    #[derive(Deserialize)]
    struct Spoken {
        lang: Option<String>,
    }
    let text = String::from_utf8(read_regular(&root.join(layout::SETTINGS), MAX_CONFIG).ok()?).ok()?;
    // Most settings name none, and need not be understood for that.
    if !text.contains("lang") || text::too_deep(&text).is_some() {
        return None;
    }
    serde_yaml::from_str::<Spoken>(&text).ok()?.lang
}

/// The folder of a store that somebody named.
///
/// # Errors
/// When it is none.
pub fn named(folder: &Path) -> Result<PathBuf, DiscoverError> {
    at(folder).ok_or_else(|| DiscoverError::NotAStore(folder.to_owned()))
}

/// The store of a working directory: the folder that holds `okr.yaml`, or whose `okrs/` does, from here upwards.
pub fn upwards(from: &Path) -> Option<PathBuf> {
    from.ancestors().find_map(at)
}

fn at(folder: &Path) -> Option<PathBuf> {
    let holds = |folder: &Path| folder.join(layout::SETTINGS).is_file();
    let below = folder.join("okrs");
    if holds(folder) {
        Some(folder.to_owned())
    } else if holds(&below) {
        Some(below)
    } else {
        None
    }
}
