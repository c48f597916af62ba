//! How Git names what a file holds, so that a file on disk is compared with one in a commit without reading the latter.

use sha1::{Digest, Sha1};
use sha2::Sha256;

/// The hash of a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ObjectFormat {
    #[default]
    Sha1,
    Sha256,
}

impl ObjectFormat {
    /// The one in which an object's whole name is written.
    pub fn of_name(name: &str) -> Self {
        if name.len() > 40 { Self::Sha256 } else { Self::Sha1 }
    }

    /// What `git hash-object --no-filters` says of a file that holds these bytes.
    pub fn name(self, bytes: &[u8]) -> String {
        match self {
            Self::Sha1 => named::<Sha1>(bytes),
            Self::Sha256 => named::<Sha256>(bytes),
        }
    }
}

fn named<H: Digest>(bytes: &[u8]) -> String {
    let mut hash = H::new();
    hash.update(format!("blob {}\0", bytes.len()));
    hash.update(bytes);
    let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
    hash.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_git() {
        // git hash-object --stdin, in a repository of each kind
        assert_eq!(ObjectFormat::Sha1.name(b"hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
        let long = ObjectFormat::Sha256.name(b"hello\n");
        assert_eq!(long, "2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4");
        assert_eq!(ObjectFormat::of_name(&long), ObjectFormat::Sha256);
    }
}
