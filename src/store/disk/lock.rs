//! Locks on files and folders of the store: the system's, which go with their holder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::write_error::{WriteError, io_at};

/// How long one waits without a word, and how long a reader waits at all.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often within that time a lock is asked for where one does not wait in the system's queue.
const ASKED: u32 = 500;

/// Who says that a lock is waited for.
static TOLD: OnceLock<fn(&Path)> = OnceLock::new();

/// Names who is told when a lock is waited for longer than a second: a holder may be stopped, or ask somebody something.
pub fn tell_of_waiting(told: fn(&Path)) {
    // Whoever came first goes on.
    let _ = TOLD.set(told);
}

/// Opens a regular file that is there: no link is followed, and a pipe in its place makes nobody wait.
pub(super) fn open_regular(path: &Path, options: &mut OpenOptions) -> Result<File, WriteError> {
    // It may go between the two calls.
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => WriteError::Gone(path.to_owned()),
        _ => WriteError::Io { path: path.to_owned(), source },
    };
    let metadata = fs::symlink_metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(WriteError::NotAFile(path.to_owned()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    options.open(path).map_err(failed)
}

/// Holds others off until it is dropped. A holder that dies lets go by dying.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Lock {
    /// Waits for a lock on a file; on the one that took its place, if it was replaced while we waited.
    ///
    /// # Errors
    /// When the file cannot be opened or locked.
    pub fn on(path: &Path) -> Result<Self, WriteError> {
        loop {
            let file = open_regular(path, OpenOptions::new().read(true))?;
            wait(&file, path)?;
            if same_file(&file, path).map_err(io_at(path))? {
                return Ok(Self { file });
            }
        }
    }

    /// Waits for the lock of a store: that on its folder, which no edit, merge or checkout puts another one in the place of.
    ///
    /// # Errors
    /// When it cannot be opened or locked.
    pub fn on_store(root: &Path) -> Result<Self, WriteError> {
        let file = open_store(root)?;
        wait(&file, root)?;
        Ok(Self { file })
    }

    /// The same for somebody who only reads: nothing, if it takes longer than a second.
    ///
    /// # Errors
    /// As for [`Lock::on_store`].
    pub fn on_store_soon(root: &Path) -> Result<Option<Self>, WriteError> {
        let file = open_store(root)?;
        let held = soon(|| file.try_lock()).map_err(io_at(root))?;
        Ok(held.then_some(Self { file }))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file lets go as well; an error here has nobody to tell.
        let _ = self.file.unlock();
    }
}

/// Holds off those who write to a file, if they let go within a second. They do, unless they are stopped.
pub fn settled(file: &File) -> io::Result<()> {
    soon(|| file.try_lock_shared()).map(drop)
}

#[cfg(unix)]
fn open_store(root: &Path) -> Result<File, WriteError> {
    File::open(root).map_err(io_at(root))
}

/// Folders are not locked everywhere; the settings are in every store.
#[cfg(not(unix))]
fn open_store(root: &Path) -> Result<File, WriteError> {
    let settings = root.join(crate::store::layout::SETTINGS);
    File::open(&settings).map_err(io_at(&settings))
}

/// Waits for a lock as long as it takes; after a second somebody is told.
pub(super) fn wait(file: &File, path: &Path) -> Result<(), WriteError> {
    match file.try_lock() {
        Ok(()) => return Ok(()),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(why)) => return Err(io_at(path)(why)),
    }
    let Some(told) = TOLD.get() else { return file.lock().map_err(io_at(path)) };
    thread::scope(|scope| {
        // Whoever waits in the system's own queue is not overtaken; the word comes from beside.
        let (done, waiting) = channel::<()>();
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                told(path);
            }
        });
        let locked = file.lock().map_err(io_at(path));
        drop(done);
        locked
    })
}

/// Asks again and again for a second. Whether it was had.
fn soon(mut ask: impl FnMut() -> Result<(), TryLockError>) -> io::Result<bool> {
    for _ in 0..ASKED {
        match ask() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) => thread::sleep(PATIENCE / ASKED),
            Err(TryLockError::Error(why)) => return Err(why),
        }
    }
    Ok(false)
}

#[cfg(unix)]
pub(super) fn same_file(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
pub(super) fn same_file(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
