//! Whether somebody is known, without reading the whole organisation.

use super::layout;
use super::load::Store;
use crate::model::OwnerKey;

impl Store {
    /// Whether `org.yaml` has a line for this person where it is in the usual layout. Of a large company this takes a fraction of the
    /// time of reading who everybody is; where it is not sure, the answer is no.
    pub fn has_line_of(&self, person: &OwnerKey) -> bool {
        self.text(layout::ORG).is_ok_and(|text| has_line(&text, person.as_str()))
    }
}

fn has_line(text: &str, person: &str) -> bool {
    let mut lines = text.lines().skip_while(|line| line.trim_end() != "people:").skip(1);
    // The first line says how far all of them are indented.
    let is_entry = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let Some(first) = lines.clone().find(is_entry) else { return false };
    let indent = &first[..first.len() - first.trim_start_matches(' ').len()];
    let own = |line: &str| line.strip_prefix(indent)?.strip_prefix(person)?.strip_prefix(':').map(drop);
    let within = |line: &&str| !is_entry(line) || line.starts_with(' ');
    !indent.is_empty() && lines.by_ref().take_while(within).any(|line| own(line).is_some())
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
            assert_eq!(has_line(ORG, key), known, "{key}");
            assert_eq!(has_line(&ORG.replace('\n', "\r\n"), key), known, "{key}");
        }
        assert!(!has_line("people: {ana: {}}\n", "ana"));
        assert!(!has_line("people:\nana: {}\n", "ana"));
        assert!(!has_line("people:\n", "ana"));
    }
}
