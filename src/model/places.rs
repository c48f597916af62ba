//! Key results found by their ids, as often as a history names them.

use super::objective::{KeyResult, Objective};

/// The key results of an objective by their ids.
pub struct KeyResultPlaces<'o> {
    all: &'o [KeyResult],
    /// Of each id: its first seven bytes and, in the highest, its length.
    tags: Vec<u64>,
}

/// So long an id is all in its tag.
const WHOLE: usize = 7;

impl<'o> KeyResultPlaces<'o> {
    pub fn of(objective: &'o Objective) -> Self {
        let all = &objective.key_results;
        Self { all, tags: all.iter().map(|kr| tag(kr.id.as_str())).collect() }
    }

    /// The place of a key result in the definition.
    pub fn get(&self, id: &str) -> Option<usize> {
        let sought = tag(id);
        let at = self.tags.iter().position(|tag| *tag == sought)?;
        // Others may begin alike.
        if id.len() <= WHOLE { Some(at) } else { self.all.iter().position(|kr| kr.id.as_str() == id) }
    }
}

fn tag(id: &str) -> u64 {
    let bytes = id.bytes().take(WHOLE).rev();
    bytes.fold(0, |tag, byte| tag << 8 | u64::from(byte)) | (id.len() as u64) << 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_apart_however_long_they_are() {
        let ids =
            ["a", "ab", "kr1", "kr2", "renewal", "renewals", "renewals-of-old-customers", "renewals-of-new-customers"];
        let key_results = ids.iter().map(|id| KeyResult {
            id: id.parse().unwrap(),
            title: String::new(),
            metric: None,
            weight: Default::default(),
            owner: None,
            due: None,
            initiatives: vec![],
        });
        let objective = Objective {
            title: String::new(),
            description: None,
            kind: Default::default(),
            aligns_to: vec![],
            weight: Default::default(),
            tags: vec![],
            key_results: key_results.collect(),
        };
        let places = KeyResultPlaces::of(&objective);
        for (at, id) in ids.iter().enumerate() {
            assert_eq!((places.get(id), objective.place_of(id)), (Some(at), Some(at)), "{id}");
        }
        for id in ["", "b", "kr3", "renewa", "renewal-", "renewals-of-any-customers", "renewals-of-new-customers-"] {
            assert_eq!((places.get(id), objective.place_of(id)), (None, None), "{id}");
        }
    }
}
