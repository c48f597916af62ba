//! A place without a store: what a store is compared with that was not there yet.

use std::io;

use super::source::{Entry, ReadError, Source};

/// A source that holds nothing, under the name by which messages would call it.
#[derive(Debug, Clone)]
pub struct Nothing(pub String);

impl Source for Nothing {
    fn list(&self, _folder: &str) -> io::Result<Vec<Entry>> {
        Ok(Vec::new())
    }

    fn read(&self, _path: &str, _limit: usize) -> Result<Vec<u8>, ReadError> {
        Err(ReadError::NotFound)
    }

    fn has(&self, _path: &str) -> bool {
        false
    }

    fn shown(&self, path: &str) -> String {
        format!("{}:{path}", self.0)
    }
}
