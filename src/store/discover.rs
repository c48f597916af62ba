//! Finding the store that somebody means.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::layout;

/// The user's own settings: `okr/config.yaml` under the platform's folder for configuration.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserConfig {
    pub store: Option<PathBuf>,
    pub me: Option<String>,
    pub lang: Option<String>,
}

/// Why there is no store.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    #[error("{path} holds no okr.yaml", path = .0.display())]
    NotAStore(PathBuf),
    #[error("no store here: neither {path} nor any folder above it holds okr.yaml or okrs/okr.yaml", path = .0.display())]
    Nowhere(PathBuf),
    #[error("{path}: {why}", path = path.display())]
    Config { path: PathBuf, why: String },
}

/// Reads the user's settings; none are as empty ones.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn user_config(path: &Path) -> Result<UserConfig, DiscoverError> {
    let wrong = |why: String| DiscoverError::Config { path: path.to_owned(), why };
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(serde_yaml::from_str::<Option<UserConfig>>(&text)
            .map_err(|why| wrong(why.to_string()))?
            .unwrap_or_default()),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(UserConfig::default()),
        Err(why) => Err(wrong(why.to_string())),
    }
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
