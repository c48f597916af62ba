//! Whether somebody is known, without reading the whole organisation.

use std::io::BufRead;

use super::layout;
use super::load::Store;
use crate::model::OwnerKey;

impl Store {
    /// Whether `org.yaml` has a line for this person where it is in the usual layout. Of a large company this takes a fraction of the
    /// time of reading who everybody is; where it is not sure, the answer is no.
    pub fn has_line_of(&self, person: &OwnerKey) -> bool {
        let org = self.source().begin(layout::ORG, layout::MAX_ORG);
        org.is_ok_and(|org| has_line(org, person.as_str()))
    }
}

/// Whether there is a line of that person's among those below `people:`, which are all indented as the first of them is. Nothing
/// behind it is read.
fn has_line(org: impl BufRead, person: &str) -> bool {
    let mut lines = org.lines().map_while(Result::ok);
    if !lines.by_ref().any(|line| line.trim_end() == "people:") {
        return false;
    }
    let mut indent = None;
    for line in lines {
        let text = line.trim_start_matches(' ');
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        let own = line.len() - text.len();
        if own == 0 {
            break;
        }
        let is_entry = own == *indent.get_or_insert(own);
        if is_entry && text.strip_prefix(person).is_some_and(|rest| rest.starts_with(':')) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORG: &str = "company: acme\nunits:\n  eng: {lead: bo}\npeople:   \n\n  # all\n  ana: {name: Ana, unit: eng}\n  bo:\n    name: Bo\n\
                       # gone: {}\nnotes:\n  zoe: {}\n";

    #[test]
    fn a_person_has_a_line_below_people_and_nothing_else_is_taken_for_one() {
        for (key, known) in [
            ("ana", true),
            ("bo", true),
            ("an", false),
            ("eng", false),
            ("name", false),
            ("gone", false),
            ("zoe", false),
        ] {
            assert_eq!(has_line(ORG.as_bytes(), key), known, "{key}");
            assert_eq!(has_line(ORG.replace('\n', "\r\n").as_bytes(), key), known, "{key}");
        }
        assert!(!has_line("people: {ana: {}}\n".as_bytes(), "ana"));
        assert!(!has_line("people:\nana: {}\n".as_bytes(), "ana"));
        assert!(!has_line("people:\n".as_bytes(), "ana"));
    }
}
