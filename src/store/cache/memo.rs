//! What is remembered of an owner's folder: the names in it, and what was made of each objective.

use borsh::{BorshDeserialize, BorshSerialize};
use compact_str::CompactString;

use super::stamp::Stamp;
use crate::model::Slug;

/// An objective's files as they were, and what was made of them.
#[derive(Debug, PartialEq, Eq)]
pub struct Memo<'m> {
    pub slug: Slug,
    /// The rest of each file's name, behind the slug; the definition first.
    pub files: Vec<(CompactString, Stamp)>,
    /// Nothing where it has to be read each time.
    pub packed: &'m [u8],
    /// All of this.
    pub bytes: &'m [u8],
}

/// The beginning of a folder's memo: what the folder was while these were the names in it; none if that is to be asked each time.
pub fn begin(folder: Option<Stamp>) -> Vec<u8> {
    borsh::to_vec(&folder).unwrap_or_default()
}

/// Adds an objective to a folder's memo.
pub fn add(memo: &mut Vec<u8>, slug: &Slug, files: &[(CompactString, Stamp)], packed: &[u8]) {
    let before = memo.len();
    if (slug, files, packed).serialize(memo).is_err() {
        memo.truncate(before);
    }
}

/// The stamp of a folder, and its objectives; none where this is no memo.
pub fn read(mut bytes: &[u8]) -> Option<(Option<Stamp>, Vec<Memo<'_>>)> {
    let from = &mut bytes;
    let folder = BorshDeserialize::deserialize(from).ok()?;
    let mut all = Vec::with_capacity(from.len() / 512);
    while !from.is_empty() {
        let whole = *from;
        let (slug, files) = BorshDeserialize::deserialize(from).ok()?;
        let length = u32::deserialize(from).ok()? as usize;
        let (packed, rest) = from.split_at_checked(length)?;
        *from = rest;
        let bytes = &whole[..whole.len() - rest.len()];
        all.push(Memo { slug, files, packed, bytes });
    }
    Some((folder, all))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_as_it_was_written_and_nothing_else_is() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let stamp = Stamp::of(&file.as_file().metadata().unwrap()).unwrap();
        let files = [(".yaml".into(), stamp), (".history.yaml".into(), stamp)];
        let all: [(Slug, &[u8]); 2] = [("a-goal".parse().unwrap(), b"what it came to"), ("b".parse().unwrap(), b"")];
        for folder in [None, Some(stamp)] {
            let mut bytes = begin(folder);
            all.iter().for_each(|(slug, packed)| add(&mut bytes, slug, &files, packed));
            let (known, found) = read(&bytes).unwrap();
            assert_eq!(known, folder);
            assert_eq!(found.iter().map(|memo| memo.bytes.len()).sum::<usize>(), bytes.len() - begin(folder).len());
            for (memo, (slug, packed)) in found.iter().zip(&all) {
                assert_eq!((&memo.slug, &memo.files[..], memo.packed), (slug, &files[..], *packed));
            }
            assert_eq!(found.len(), all.len());
            assert!(read(&bytes[..bytes.len() - 1]).is_none() && read(&[]).is_none());
        }
    }
}
