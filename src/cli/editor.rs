//! Text that people write in their editor.

use std::io::Write;
use std::process::{Command, ExitStatus};

use tempfile::TempPath;

use super::error::Failure;
use crate::language::{reason, say};

/// What was written, and the file that still holds it until this is dropped.
pub struct Written {
    pub text: String,
    path: TempPath,
}

impl Written {
    /// The failure with a hint where the text is: what somebody wrote is never thrown away for something else's fault.
    #[must_use]
    pub fn kept(self, failure: Failure) -> Failure {
        match self.path.keep() {
            Ok(path) => failure.hint(say!("what you wrote is in {path}", path = path.display())),
            Err(_) => failure,
        }
    }
}

/// Opens an editor on a text, and waits until it is closed.
///
/// # Errors
/// When the file cannot be made or read, or the editor cannot be run or says that it failed.
pub fn edit(editor: &str, name: &str, text: &str) -> Result<Written, Failure> {
    let failed =
        |why: std::io::Error| Failure::store(say!("cannot make a file to write in: {why}", why = reason(&why)));
    let prefix = format!("okr-{name}-");
    let mut file = tempfile::Builder::new().prefix(&prefix).suffix(".md").tempfile().map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.flush()).map_err(failed)?;
    // Closed, as other systems let nobody else write to an open file.
    let path = file.into_temp_path();
    let name = || format!("{editor:?}");
    let status = run(editor, &path)
        .map_err(|why| Failure::usage(say!("the editor {name} cannot be run: {why}", name = name(), why)))?;
    if !status.success() {
        let message = say!("the editor {name} failed ({status}); nothing was recorded", name = name(), status);
        return Err(Failure::usage(message).hint(say!("$VISUAL or $EDITOR names it")));
    }
    let bytes =
        std::fs::read(&path).map_err(|why| Failure::store(say!("what was written cannot be read: {why}", why)))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Written { text, path }),
        Err(_) => {
            Err(Written { text: String::new(), path }.kept(Failure::store(say!("what was written is not UTF-8"))))
        }
    }
}

/// As Git does it: the shell takes apart what stands in the variable, and the file's name follows it untouched.
#[cfg(unix)]
fn run(editor: &str, path: &TempPath) -> std::io::Result<ExitStatus> {
    Command::new("sh").args(["-c", &format!("{editor} \"$@\""), editor]).arg(&**path).status()
}

#[cfg(not(unix))]
fn run(editor: &str, path: &TempPath) -> std::io::Result<ExitStatus> {
    let mut words = editor.split_whitespace();
    Command::new(words.next().unwrap_or(editor)).args(words).arg(&**path).status()
}
