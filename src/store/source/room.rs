//! Room for what files hold: tens of thousands are read one after the other, each into the room that one before had.

use std::cell::RefCell;
use std::ops::Deref;

/// What a file holds. Its room is given on when nobody looks at it any more.
#[derive(Debug)]
pub struct Room(Vec<u8>);

/// So much room is kept for the next files of a thread, at most: in pieces, and in bytes of each.
const MOST: (usize, usize) = (4, 1 << 18);

thread_local! {
    static SPARE: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

impl Room {
    /// Room that was given on, with nothing in it.
    pub fn spare() -> Vec<u8> {
        SPARE.try_with(|spare| spare.borrow_mut().pop()).ok().flatten().unwrap_or_default()
    }
}

impl From<Vec<u8>> for Room {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Deref for Room {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0);
        bytes.clear();
        // A thread that ends takes nothing any more.
        let _ = SPARE.try_with(|spare| {
            let mut spare = spare.borrow_mut();
            if spare.len() < MOST.0 && bytes.capacity() <= MOST.1 {
                spare.push(bytes);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_given_on_empty_and_never_without_end() {
        let first: Vec<Room> = (0..9).map(|_| vec![7; 100].into()).collect();
        assert_eq!(first[8].len(), 100);
        drop(first);
        drop(Room::from(vec![7; 1 << 20]));
        let again: Vec<Vec<u8>> = (0..9).map(|_| Room::spare()).collect();
        assert!(again.iter().all(Vec::is_empty));
        assert_eq!(again.iter().filter(|room| room.capacity() >= 100).count(), MOST.0);
    }
}
