//! Where an export goes: to standard output, or into a file that is whole or not there.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::Failure;
use crate::cli::words;
use crate::language::say;
use crate::store::{Temporary, WriteError, sweep};
use crate::view::Span;

#[derive(Debug, Clone, Args)]
pub struct Output {
    /// Write into this file, whole or not at all, instead of to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    force: bool,
}

impl Output {
    /// Refuses a file that is there, before anything is read.
    ///
    /// # Errors
    /// When it is there and is not to be replaced, or is no file.
    pub fn free(&self, ctx: &Context) -> Result<(), Failure> {
        let Some(file) = &self.output else { return Ok(()) };
        match ctx.env.folder.join(file).symlink_metadata() {
            Ok(found) if !found.is_file() => {
                Err(Failure::usage(say!("{file} is not a regular file", file = file.display()))
                    .hint(say!("name another one")))
            }
            Ok(_) if !self.force => Err(Failure::usage(say!("{file} is there already", file = file.display()))
                .hint(say!("--force replaces it"))),
            _ => Ok(()),
        }
    }

    /// Writes the export to where it is to go.
    ///
    /// # Errors
    /// When it cannot be written; a file is then as it was.
    pub fn write(&self, ctx: &Context, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let Some(file) = &self.output else { return ctx.ui.pour(write) };
        let path = ctx.env.folder.join(file);
        let made = made(&path, write).and_then(|made| match self.force {
            true => made.replace(&path),
            false => made.create(&path),
        });
        path.parent().map(sweep);
        made.map_err(|why| named(ctx, why))?;
        ctx.ui.say(&[words::verb(say!("wrote")), Span::strong(file.display().to_string())]);
        Ok(())
    }
}

/// A file that is written and does not have its name yet.
///
/// # Errors
/// When it cannot be written; nothing is left behind.
pub fn made(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Temporary, WriteError> {
    Temporary::filled(path, |file| {
        let mut buffered = BufWriter::with_capacity(1 << 16, file);
        write(&mut buffered)?;
        buffered.flush()
    })
}

/// The failure to write a file, which is named from where one stands.
pub fn named(ctx: &Context, why: WriteError) -> Failure {
    why.at(|path| path.strip_prefix(&ctx.env.folder).ok().map(Path::to_owned)).into()
}
