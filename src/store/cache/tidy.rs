//! Keeping the cache's folder small, and to oneself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::stamp::Stamp;

/// What was not written for so long, in nanoseconds, is of a store that nobody looks at, or comes back the next time somebody does.
const OLDEST: i64 = 30 * 24 * 60 * 60 * 1_000_000_000;

/// All caches together are no larger than this, in bytes.
const MOST: u64 = 1 << 30;

/// Makes a store's folder, which nobody else may look into.
pub fn folder(folder: &Path) -> Option<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).ok()
}

/// Removes the oldest files of all stores' caches until the rest is neither too old nor too large. The newest is what `now` is.
pub fn tidy(root: &Path) {
    let mut files = files(root).unwrap_or_default();
    files.sort_by_key(|file| std::cmp::Reverse(file.written));
    let Some(now) = files.first().map(|file| file.written) else { return };
    let mut sum = 0;
    for file in files {
        sum += file.size;
        if sum > MOST || now.saturating_sub(file.written) > OLDEST {
            remove(&file.path);
        }
    }
}

struct Cached {
    path: PathBuf,
    size: u64,
    written: i64,
}

/// Two levels deep there is nothing but files of the cache.
fn files(root: &Path) -> io::Result<Vec<Cached>> {
    let mut files = Vec::new();
    for folder in fs::read_dir(root)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let metadata = file.metadata()?;
            if let Some(stamp) = Stamp::of(&metadata).filter(|_| metadata.is_file()) {
                files.push(Cached { path: file.path(), size: metadata.len(), written: stamp.modified() });
            }
        }
    }
    Ok(files)
}

#[expect(clippy::disallowed_methods, reason = "the cache is no part of a store, and nothing is lost with it")]
fn remove(path: &Path) {
    // Somebody else may have done so just now.
    let _ = fs::remove_file(path);
    let _ = path.parent().map(fs::remove_dir);
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{File, FileTimes};
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_nobody_wrote_for_a_month_goes_with_its_folder() {
        let root = tempfile::tempdir().unwrap();
        let [old, new] = ["a/2025-Q1.figures", "b/2026-Q4.figures"].map(|path| root.path().join(path));
        for path in [&old, &new] {
            folder(path.parent().unwrap()).unwrap();
            #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
            File::create(path).unwrap();
        }
        let written = new.metadata().unwrap().modified().unwrap();
        let put_back = |days: u64| {
            let times = FileTimes::new().set_modified(written - Duration::from_secs(days * 24 * 60 * 60));
            File::options().write(true).open(&old).unwrap().set_times(times).unwrap();
            tidy(root.path());
        };
        put_back(29);
        assert!(old.exists() && new.exists());
        put_back(31);
        assert!(!old.exists() && !old.parent().unwrap().exists() && new.exists());
    }
}
