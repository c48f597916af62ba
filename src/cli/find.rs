//! Finding the store that is meant, and what Git knows of who is asking.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::error::Failure;
use crate::git;
use crate::language::say;
use crate::store::{self, UserConfig};

/// The folder of the store that is meant, and the user's own settings.
///
/// # Errors
/// When there is none.
pub fn find_store(ctx: &Context) -> Result<(PathBuf, UserConfig), Failure> {
    let named = ctx.global.store.as_ref().or(ctx.env.store.as_ref());
    if let Some(folder) = named {
        return Ok((store::named(&ctx.env.folder.join(folder))?, config(ctx)?));
    }
    let config = config(ctx)?;
    if let Some(root) = store::upwards(&ctx.env.folder) {
        return Ok((root, config));
    }
    match &config.store {
        Some(folder) => Ok((store::named(folder)?, config)),
        None => Err(store::DiscoverError::Nowhere(ctx.env.folder.clone()).into()),
    }
}

/// The user's own settings.
///
/// # Errors
/// When they cannot be read.
fn config(ctx: &Context) -> Result<UserConfig, Failure> {
    Ok(ctx.env.config.as_deref().map_or(Ok(UserConfig::default()), store::user_config)?)
}

/// Where a store is to be made: in the folder that is named, else in `okrs` here; none where there is one that is meant.
///
/// # Errors
/// When the user's own settings cannot be read, or a link stands there.
pub fn place_for_store(ctx: &Context) -> Result<Option<PathBuf>, Failure> {
    let (root, shown) = match ctx.global.store.as_ref().or(ctx.env.store.as_ref()) {
        Some(folder) => (ctx.env.folder.join(folder), folder.clone()),
        None if store::upwards(&ctx.env.folder).is_some() || config(ctx)?.store.is_some() => return Ok(None),
        None => (ctx.env.folder.join("okrs"), PathBuf::from("okrs")),
    };
    if store::named(&root).is_ok() {
        return Ok(None);
    }
    no_link(&root, &shown)?;
    Ok(Some(root))
}

/// Refuses to make a store where a link stands.
///
/// # Errors
/// When one does.
pub fn no_link(root: &Path, shown: &Path) -> Result<(), Failure> {
    if !root.is_symlink() {
        return Ok(());
    }
    let path = shown.display();
    Err(Failure::usage(say!("{path} is a link, and a store is made where nothing leads elsewhere", path))
        .hint(say!("name the folder itself")))
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

/// Whether Git may keep what is in a folder.
pub fn is_in_repository(folder: &Path) -> bool {
    folder.ancestors().any(|folder| folder.join(".git").exists())
}

/// The address that Git signs commits in this folder with; none without Git.
pub fn git_email(folder: &Path) -> Option<String> {
    git::setting(folder, "user.email")
}
