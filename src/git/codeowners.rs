//! CODEOWNERS lines for a store: who of the organisation is to review a change of what. In these files the last line that
//! matches a path decides, so what is general comes first.

use std::collections::BTreeSet;

use crate::language::say;
use crate::model::{CycleId, HistoryLayout, Org, OwnerKey};
use crate::store::layout;

/// Before and behind the lines in a file that holds others too.
pub const BEGIN: &str = "# okr codeowners: begin";
pub const END: &str = "# okr codeowners: end";

/// The lines, and whom they cannot name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeOwners {
    pub lines: Vec<String>,
    /// People without an address that can be written there.
    pub nameless: BTreeSet<OwnerKey>,
}

/// Where a store is in its repository, as patterns begin.
struct Ground<'a> {
    /// Empty, or the folder with a `/` at its end.
    prefix: &'a str,
    cycles: &'a [CycleId],
}

/// The lines for a store in the folder `prefix` of its repository: empty, or with a `/` at its end.
pub fn codeowners(org: &Org, cycles: &[CycleId], history: HistoryLayout, prefix: &str) -> CodeOwners {
    let ground = Ground { prefix, cycles };
    let mut owners = CodeOwners { lines: Vec::new(), nameless: BTreeSet::new() };
    let top = org.company.clone().or_else(|| org.people.keys().next().filter(|_| org.people.len() == 1).cloned());
    match top {
        Some(top) => owners.add(org, &top, &ground.all(), "settings, organisation and cycles"),
        None => {
            owners.lines.push("# settings, organisation and cycles: no company in org.yaml, so nobody's".to_owned())
        }
    }
    for unit in units(org) {
        owners.add(org, unit, &ground.of(unit), "");
    }
    for person in org.people.keys() {
        owners.add(org, person, &ground.of(person), "");
    }
    if history == HistoryLayout::PerAuthor {
        owners.lines.push("# check-ins are theirs who make them, on whosever objective".to_owned());
        for person in org.people.keys() {
            owners.add(org, person, &ground.histories(person), "");
        }
    }
    owners
}

/// The company first, then its units.
fn units(org: &Org) -> Vec<&OwnerKey> {
    let mut units: Vec<&OwnerKey> = org.owners().filter(|key| !org.people.contains_key(*key)).collect();
    units.sort_by_cached_key(|unit| (org.lineage(unit).len(), *unit));
    units
}

impl CodeOwners {
    /// The lines of patterns that are an owner's, with the words for what they are.
    fn add(&mut self, org: &Org, owner: &OwnerKey, patterns: &[String], what: &str) {
        let what = if what.is_empty() { owner.to_string() } else { what.to_owned() };
        let mut whose: Vec<&OwnerKey> = Vec::new();
        if org.people.contains_key(owner) {
            whose.push(owner);
        }
        // Whoever leads the unit, or else the next one above.
        whose.extend(org.lineage(owner).into_iter().filter_map(|key| org.units.get(key)?.lead.as_ref()));
        let mut found = None;
        for person in whose {
            match org.people.get(person).and_then(|person| person.email.as_deref()).filter(|email| is_address(email)) {
                Some(address) => {
                    found = Some((person, address));
                    break;
                }
                None if self.nameless.insert(person.clone()) => self.lines.push(format!(
                    "# {person} has no address in org.yaml that can stand here: the next lead above has what is theirs"
                )),
                None => {}
            }
        }
        match found {
            Some((_, address)) => self.lines.extend(patterns.iter().map(|pattern| format!("{pattern} {address}"))),
            None if org.people.contains_key(owner) => self.lines.push(format!("# {what}: nor is there a lead above")),
            None => self.lines.push(format!("# {what}: {owner} has no lead in org.yaml, nor has a unit above it")),
        }
    }
}

/// Whether a text is an address that can stand in such a line.
fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() || c.is_alphanumeric();
    let (name, host) = text.split_once('@').unwrap_or_default();
    !name.is_empty() && !host.is_empty() && !text.contains(['#', '\\']) && text.chars().all(plain)
}

impl Ground<'_> {
    /// Everything of the store. At the top of a repository that others share, only what is ours.
    fn all(&self) -> Vec<String> {
        if !self.prefix.is_empty() {
            return vec![format!("/{}", escaped(self.prefix))];
        }
        let files = [layout::SETTINGS, layout::ORG, layout::ATTRIBUTES].map(|file| format!("/{file}"));
        files.into_iter().chain(self.cycles.iter().map(|cycle| format!("/{cycle}/"))).collect()
    }

    /// The folders of an owner, in whatever cycle.
    fn of(&self, owner: &OwnerKey) -> Vec<String> {
        if !self.prefix.is_empty() {
            return vec![format!("/{}*/{owner}/", escaped(self.prefix))];
        }
        self.cycles.iter().map(|cycle| format!("/{cycle}/{owner}/")).collect()
    }

    /// The history files of a person.
    fn histories(&self, person: &OwnerKey) -> Vec<String> {
        let name = format!("*.{person}{}", layout::HISTORY);
        if !self.prefix.is_empty() {
            return vec![format!("/{}**/{name}", escaped(self.prefix))];
        }
        self.cycles.iter().map(|cycle| format!("/{cycle}/**/{name}")).collect()
    }
}

/// A path as a pattern that means it alone.
fn escaped(path: &str) -> String {
    let special = |c: char| matches!(c, ' ' | '#' | '[' | ']' | '*' | '?' | '\\' | '!');
    path.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// Why lines cannot be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BlockError {
    #[error("{}", say!("the mark \"{begin}\" has no \"{end}\" behind it", begin = BEGIN, end = END))]
    Open,
    #[error("{}", say!("the mark \"{begin}\" stands there twice", begin = BEGIN))]
    Twice,
}

/// The text of a file with the lines between their marks in it: in the place of those that are there, or at the end, where
/// they come after all that is more general. All the rest stays as it is.
///
/// # Errors
/// When the marks that are there do not belong together.
pub fn put_into(text: &str, owners: &CodeOwners) -> Result<String, BlockError> {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let block: String = block(owners).lines().flat_map(|line| [line, end]).collect();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let marks = |mark: &str| -> Vec<usize> {
        lines.iter().enumerate().filter(|(_, line)| line.starts_with(mark)).map(|(at, _)| at).collect()
    };
    let (begins, ends) = (marks(BEGIN), marks(END));
    match (begins.as_slice(), ends.as_slice()) {
        ([], []) => {
            let gap = match text {
                "" => String::new(),
                text if text.ends_with('\n') => end.to_owned(),
                _ => end.repeat(2),
            };
            Ok(format!("{text}{gap}{block}"))
        }
        ([begin], [stop]) if begin < stop => {
            Ok(format!("{}{block}{}", lines[..*begin].concat(), lines[stop + 1..].concat()))
        }
        ([_, _, ..], _) => Err(BlockError::Twice),
        _ => Err(BlockError::Open),
    }
}

/// The lines between their marks.
pub fn block(owners: &CodeOwners) -> String {
    let head = format!("{BEGIN} (from org.yaml; okr codeowners --write brings it up to date)");
    [head.as_str()]
        .into_iter()
        .chain(owners.lines.iter().map(String::as_str))
        .chain([END])
        .map(|line| format!("{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owners(line: &str) -> CodeOwners {
        CodeOwners { lines: vec![line.to_owned()], nameless: BTreeSet::new() }
    }

    #[test]
    fn the_block_is_put_in_and_the_rest_stays() {
        let first = put_into("* @team\r\n# last", &owners("/a x@y")).unwrap();
        assert!(first.starts_with("* @team\r\n# last\r\n\r\n# okr codeowners: begin") && first.contains("/a x@y\r\n"));
        let again = put_into(&format!("{first}/docs @writers\r\n"), &owners("/b x@y")).unwrap();
        assert!(
            again.contains("/b x@y\r\n") && !again.contains("/a x@y") && again.ends_with("end\r\n/docs @writers\r\n")
        );
        assert_eq!(put_into(&again, &owners("/b x@y")).unwrap(), again);
        assert_eq!(put_into(&format!("{BEGIN}\n/a x@y\n"), &owners("")), Err(BlockError::Open));
        assert_eq!(put_into(&format!("{END}\n{BEGIN}\n"), &owners("")), Err(BlockError::Open));
        assert_eq!(put_into(&format!("{BEGIN}\n{BEGIN}\n{END}\n"), &owners("")), Err(BlockError::Twice));
    }

    #[test]
    fn only_what_is_an_address_is_written() {
        for (text, is) in
            [("a@b.example", true), ("a b@c", false), ("a@b\n* @evil", false), ("a#@b", false), ("@b", false)]
        {
            assert_eq!(is_address(text), is, "{text}");
        }
        assert_eq!(escaped("our okrs #1 [x]/"), "our\\ okrs\\ \\#1\\ \\[x\\]/");
    }
}
