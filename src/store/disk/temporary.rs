//! Files that stand beside those they will replace. Who writes one holds a lock on it, so that one without a holder is known
//! for what a killed command left.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::above;
use super::lock::{open_regular, same_file};
use super::write_error::{WriteError, io_at};

const PREFIX: &str = ".okr-";
const SUFFIX: &str = ".tmp";

/// New content for a file, synced, under a name of its own. It goes when it is dropped.
pub struct Temporary(NamedTempFile);

impl Temporary {
    /// Writes it into the folder of the file that it is for, which is made if need be.
    ///
    /// # Errors
    /// When the system refuses; nothing is left behind.
    pub fn beside(path: &Path, content: &[u8], permissions: Option<Permissions>) -> Result<Self, WriteError> {
        Self::filled(path, |mut file| {
            file.write_all(content)?;
            permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))
        })
    }

    /// The same with what is written bit by bit.
    ///
    /// # Errors
    /// As for [`Temporary::beside`].
    pub fn filled(path: &Path, fill: impl FnOnce(&File) -> io::Result<()>) -> Result<Self, WriteError> {
        above::make(path)?;
        let write = || -> io::Result<NamedTempFile> {
            let (file, name) = locked(path.parent().unwrap_or(path))?.into_parts();
            fill(&file)?;
            file.sync_all()?;
            Ok(NamedTempFile::from_parts(file, name))
        };
        write().map(Self).map_err(io_at(path))
    }

    /// Lets whoever may read it run it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn executable(self, path: &Path) -> Result<Self, WriteError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = self.0.as_file();
            let mode = file.metadata().map_err(io_at(path))?.permissions().mode();
            let permissions = Permissions::from_mode(mode | (mode & 0o444) >> 2);
            file.set_permissions(permissions).and_then(|()| file.sync_all()).map_err(io_at(path))?;
        }
        #[cfg(not(unix))]
        let _ = path;
        Ok(self)
    }

    /// Gives it the name that it is for, whatever had it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn replace(self, path: &Path) -> Result<(), WriteError> {
        self.0.persist(path).map(drop).map_err(|refused| io_at(path)(refused.error))?;
        above::sync(path)
    }

    /// Gives it the name that it is for, unless something has it.
    ///
    /// # Errors
    /// When something has it, or the system refuses.
    pub fn create(self, path: &Path) -> Result<(), WriteError> {
        self.0.persist_noclobber(path).map(drop).map_err(|refused| match refused.error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
            _ => io_at(path)(refused.error),
        })?;
        above::sync(path)
    }
}

/// A new file that this process holds. One that is swept away before it is held is made again.
fn locked(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    loop {
        let new = |path: &Path| OpenOptions::new().read(true).write(true).create_new(true).open(path);
        let (file, name) = builder.make_in(folder, new)?.into_parts();
        file.lock()?;
        if same_file(&file, &name)? {
            return Ok(NamedTempFile::from_parts(file, name));
        }
    }
}

/// Removes what killed commands left in a folder. That it cannot is no failure of what is being done.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if !ours {
            continue;
        }
        let Ok(file) = open_regular(&entry.path(), OpenOptions::new().read(true)) else { continue };
        // The lock is kept until it is gone.
        if file.try_lock().is_ok() {
            #[expect(clippy::disallowed_methods, reason = "nothing is lost with what nobody holds")]
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_holds_is_swept_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let names = || {
            let mut names: Vec<String> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        };
        let alive = Temporary::beside(&folder.path().join("a.yaml"), b"title: A\n", None).unwrap();
        let alive_name = names().remove(0);
        let left = Temporary::beside(&folder.path().join("b.yaml"), b"title: B\n", None).unwrap();
        // As a kill leaves it: closed, and not removed.
        drop(left.0.keep().unwrap());
        for (name, content) in [(".okr-empty.tmp", ""), ("x.tmp", "mine"), (".okr-notes.md", "mine")] {
            fs::write(folder.path().join(name), content).unwrap();
        }
        assert_eq!(names().len(), 5);
        sweep(folder.path());
        let mut expected = vec![".okr-notes.md", "x.tmp", alive_name.as_str()];
        expected.sort_unstable();
        assert_eq!(names(), expected);
        alive.create(&folder.path().join("a.yaml")).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.yaml")).unwrap(), "title: A\n");
    }
}
