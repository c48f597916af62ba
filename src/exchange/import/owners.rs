//! Owners as they are written elsewhere, as keys of this store.

use crate::model::{MAX_KEY, Org, OwnerKey};

/// The key of an owner that is written as a key, a name, a handle or an address: one that `org.yaml` knows by any of these,
/// else one that is made from it. None where no key can be made.
pub fn owner_key(written: &str, org: &Org) -> Option<OwnerKey> {
    let written = written.trim().trim_start_matches('@').trim();
    let same = |key: &&OwnerKey| {
        key.as_str().eq_ignore_ascii_case(written) || org.name(key).to_lowercase() == written.to_lowercase()
    };
    let known = org.owners().find(same).or_else(|| org.person_by_email(written));
    known.cloned().or_else(|| made(written))
}

/// A key from the letters and digits of a name; of an address what stands before the `@`.
fn made(written: &str) -> Option<OwnerKey> {
    let name = written.split_once('@').map_or(written, |(name, _)| name);
    let plain: String = deunicode::deunicode(name).to_ascii_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let key: String = words.join("-").chars().take(MAX_KEY - 2).collect();
    let key = key.trim_end_matches('-');
    key.parse().or_else(|_| format!("{key}-1").parse()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Person;

    #[test]
    fn the_known_are_found_and_the_others_get_a_key() {
        let mut org = Org::default();
        let ana =
            Person { name: Some("Ana Lima".into()), email: Some("lima@acme.example".into()), ..Person::default() };
        org.people.insert("ana".parse().unwrap(), ana);
        let key = |text: &str| owner_key(text, &org).map(|key| key.to_string());
        for known in ["ana", "ANA", "@ana", "ana lima", "Lima@acme.example"] {
            assert_eq!(key(known).as_deref(), Some("ana"), "{known}");
        }
        assert_eq!(key("bo.chen@acme.example").as_deref(), Some("bo-chen"));
        assert_eq!(key("VP Engineering").as_deref(), Some("vp-engineering"));
        assert_eq!(key("客户成功部").as_deref(), Some("ke-hu-cheng-gong-bu"));
        assert_eq!(key("con").as_deref(), Some("con-1"));
        assert_eq!(key("!!!"), None);
    }
}
