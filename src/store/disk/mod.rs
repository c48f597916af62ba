//! Files as the disk has them: written whole or not at all, locked, synced, and swept up after those who were killed.

mod above;
mod append;
mod atomic;
mod lock;
mod temporary;
mod write_error;

pub use append::Appending;
pub use atomic::{create, create_executable, remove, remove_file, rename, replace};
pub use lock::{Lock, settled, tell_of_waiting};
pub use temporary::{Temporary, sweep};
pub use write_error::{WriteError, io_at};
