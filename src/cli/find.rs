//! Finding the store that is meant, and what Git knows of who is asking.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::error::Failure;
use crate::git;
use crate::store::{self, UserConfig};

/// The folder of the store that is meant, and the user's own settings.
///
/// # Errors
/// When there is none.
pub fn find_store(ctx: &Context) -> Result<(PathBuf, UserConfig), Failure> {
    let named = ctx.global.store.as_ref().or(ctx.env.store.as_ref());
    let config = || ctx.env.config.as_deref().map_or(Ok(UserConfig::default()), store::user_config);
    if let Some(folder) = named {
        return Ok((store::named(&ctx.env.folder.join(folder))?, config()?));
    }
    let config = config()?;
    if let Some(root) = store::upwards(&ctx.env.folder) {
        return Ok((root, config));
    }
    match &config.store {
        Some(folder) => Ok((store::named(folder)?, config)),
        None => Err(store::DiscoverError::Nowhere(ctx.env.folder.clone()).into()),
    }
}

/// How messages name the store's folder: relative to where one stands, if it is below or a little above.
pub fn shown_from(here: &Path, root: &Path) -> String {
    if let Ok(below) = root.strip_prefix(here) {
        return below.to_string_lossy().into_owned();
    }
    let above = here.ancestors().skip(1).take(6).enumerate().find_map(|(up, folder)| {
        let below = root.strip_prefix(folder).ok()?;
        Some(PathBuf::from("../".repeat(up + 1)).join(below))
    });
    above.unwrap_or_else(|| root.to_owned()).to_string_lossy().trim_end_matches('/').to_owned()
}

/// The address that Git signs commits in this folder with; none without Git.
pub fn git_email(folder: &Path) -> Option<String> {
    git::setting(folder, "user.email")
}
