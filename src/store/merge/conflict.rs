//! What both sides changed differently: in words, and as a comment that keeps the file readable until somebody chooses.
//! The words are said in the language of whoever reads them; the comment stands in the file for everybody, in English.

use std::fmt::Display;

use super::apply;
use super::change::Part;
use super::compare::{alike, same_or_absent};
use crate::language::{filled, marked, say, text};
use crate::store::edit::{self, Outline, Yaml, quoted};

/// How every comment of a conflict begins; [`crate::store::text`] finds them by it.
pub const MARK: &str = "# CONFLICT ";
/// How its first line ends.
pub const CHOOSE: &str = "; choose, then remove ";

/// One thing to be decided by a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    path: Vec<Part>,
    difference: Difference,
}

/// How the two sides differ.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    Values {
        ours: Option<Yaml>,
        theirs: Option<Yaml>,
        before: Option<Yaml>,
        unit: Option<Yaml>,
    },
    /// We removed what they changed.
    RemovedHere {
        theirs: Yaml,
        before: Yaml,
    },
    /// They removed what we changed.
    RemovedThere,
    /// Both added something of this name.
    Twins {
        theirs: Yaml,
    },
}

impl Conflict {
    pub fn new(path: &[Part], difference: Difference) -> Self {
        Self { path: path.to_vec(), difference }
    }

    /// The same with the unit of its values.
    #[must_use]
    pub fn with_unit(mut self, of: Option<&Yaml>) -> Self {
        let measured = matches!(self.path.last(), Some(Part::Key(name)) if name != "unit" && name != "milestones");
        if let Difference::Values { unit, .. } = &mut self.difference
            && measured
        {
            *unit = of.cloned();
        }
        self
    }

    /// In one line: `target of nps: ours 50 points, theirs 60 points, before 45 points`. Long texts are cut; the comment
    /// has them whole.
    pub fn words(&self) -> String {
        let field = subject(&self.path, Tongue::Said);
        match &self.difference {
            Difference::Values { ours, theirs, before, unit } => {
                let value = |value: &Option<Yaml>| cut(value_words(value.as_ref(), unit.as_ref(), Tongue::Said));
                let (ours, theirs, before) = (value(ours), value(theirs), value(before));
                say!("{field}: ours {ours}, theirs {theirs}, before {before}", field, ours, theirs, before)
            }
            Difference::RemovedHere { theirs, before } => {
                let changes = cut(changes(before, theirs, Tongue::Said));
                say!("{field}: ours removed it, theirs changed {changes}", field, changes)
            }
            Difference::RemovedThere => say!("{field}: ours changed it, theirs removed it", field),
            Difference::Twins { theirs } => {
                let theirs = cut(value_words(Some(theirs), None, Tongue::Said));
                say!("{field}: both added one of this name, theirs {theirs}", field, theirs)
            }
        }
    }

    /// The lines of the comment, without indent.
    fn comment(&self) -> Vec<String> {
        let subject = subject(&self.path, Tongue::Written);
        let one = |what: String| vec![format!("{MARK}{subject}: {what}{CHOOSE}this line")];
        match &self.difference {
            Difference::Values { ours, theirs, before, unit } => {
                let value = |value: &Option<Yaml>| value_words(value.as_ref(), unit.as_ref(), Tongue::Written);
                let here = if ours.is_none() { ", here none" } else { "" };
                one(format!("theirs {}, before {}{here}", value(theirs), value(before)))
            }
            Difference::RemovedHere { theirs, before } => {
                one(format!("ours removed it, theirs changed {}", changes(before, theirs, Tongue::Written)))
            }
            Difference::RemovedThere => one("theirs removed it, ours changed it".to_owned()),
            Difference::Twins { theirs } => {
                let mut lines =
                    vec![format!("{MARK}{subject}: theirs added this one of the same name{CHOOSE}these lines")];
                let item = format!("-{}", theirs.item(0));
                lines.extend(item.lines().map(|line| format!("#   {line}").trim_end().to_owned()));
                lines
            }
        }
    }
}

/// In which language a text or a pattern is put.
#[derive(Debug, Clone, Copy)]
enum Tongue {
    /// As it is told to people.
    Said,
    /// As it is written into the file.
    Written,
}

impl Tongue {
    fn put(self, english: &'static str) -> &'static str {
        match self {
            Self::Said => text(english),
            Self::Written => english,
        }
    }

    fn start(self) -> &'static str {
        match self {
            Self::Said => say!(in "metric", "start"),
            Self::Written => "start",
        }
    }
}

/// What a path leads to, in the words of the field.
fn subject(path: &[Part], tongue: Tongue) -> String {
    let Some((last, above)) = path.split_last() else { return tongue.put(marked!("the file")).to_owned() };
    let named = |pattern, name: &String| filled(tongue.put(pattern), &[("name", name)]);
    let own = match (last, above.last()) {
        (Part::Item(name), Some(Part::Key(list))) => return item_words(list, name, tongue),
        (Part::Item(name), _) => name.clone(),
        (Part::Key(name), Some(Part::Key(above))) if above == "units" => return named(marked!("unit {name}"), name),
        (Part::Key(name), Some(Part::Key(above))) if above == "people" => return named(marked!("person {name}"), name),
        (Part::Key(name), _) => match name.as_str() {
            "to" => tongue.put(marked!("target")),
            "from" => tongue.start(),
            "at_least" => tongue.put(marked!("lower limit")),
            "at_most" => tongue.put(marked!("upper limit")),
            "aligns_to" => tongue.put(marked!("first alignment")),
            "due" => tongue.put(marked!("due date")),
            other => other,
        }
        .to_owned(),
    };
    let of =
        above.iter().enumerate().rev().find_map(|(at, part)| match (part, at.checked_sub(1).map(|up| &above[up])) {
            (Part::Item(name), Some(Part::Key(list))) if list == "key_results" => Some(name.clone()),
            (Part::Item(name), Some(Part::Key(list))) => Some(item_words(list, name, tongue)),
            (Part::Key(name), Some(Part::Key(list))) if list == "units" || list == "people" => Some(name.clone()),
            (Part::Key(name), None) if above.len() == 1 => Some(name.clone()),
            _ => None,
        });
    match of {
        Some(of) => filled(tongue.put(marked!("{own} of {of}")), &[("own", &own), ("of", &of)]),
        None => own,
    }
}

fn item_words(list: &str, name: &str, tongue: Tongue) -> String {
    let kind = match list {
        "key_results" => tongue.put(marked!("key result")),
        "initiatives" => tongue.put(marked!("initiative")),
        "milestones" => tongue.put(marked!("milestone")),
        other => other,
    };
    format!("{kind} {}", text_words(name))
}

fn value_words(value: Option<&Yaml>, unit: Option<&Yaml>, tongue: Tongue) -> String {
    match (value, unit) {
        (None, _) => tongue.put(marked!("none")).to_owned(),
        (Some(Yaml::Text(text)), _) => text_words(text),
        (Some(Yaml::Literal(number)), Some(Yaml::Text(unit) | Yaml::Literal(unit))) => {
            format!("{number} {}", text_words(unit))
        }
        (Some(value), _) => value.inline(true).unwrap_or_default(),
    }
}

/// The longest value that a message shows, in characters.
const LONGEST: usize = 100;

fn cut(text: String) -> String {
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST).collect::<String>() + "…" }
}

/// A word as it is, anything longer or stranger within quotation marks.
fn text_words(text: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '%');
    if !text.is_empty() && text.chars().all(word) { text.to_owned() } else { quoted(text) }
}

/// What was changed within a mapping: `target to 60, before 50; owner to bo, before none`.
fn changes(before: &Yaml, after: &Yaml, tongue: Tongue) -> String {
    let mut found = Vec::new();
    differing(&mut Vec::new(), before, after, tongue, &mut found);
    found.join(tongue.put(marked!(", ")))
}

fn differing(path: &mut Vec<Part>, before: &Yaml, after: &Yaml, tongue: Tongue, found: &mut Vec<String>) {
    let value = |value: Option<&Yaml>| value_words(value, None, tongue);
    let (Yaml::Map(old), Yaml::Map(new)) = (before, after) else {
        let values: [(&str, &dyn Display); 2] = [("after", &value(Some(after))), ("before", &value(Some(before)))];
        found.push(filled(tongue.put(marked!("it to {after}, before {before}")), &values));
        return;
    };
    let get = |fields: &[(String, Yaml)], name: &str| -> Option<Yaml> {
        fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    };
    let gone = old.iter().filter(|(key, _)| !new.iter().any(|(other, _)| other == key));
    for (key, _) in new.iter().chain(gone) {
        let (was, is) = (get(old, key), get(new, key));
        if same_or_absent(was.as_ref(), is.as_ref()) {
            continue;
        }
        path.push(Part::Key(key.clone()));
        match (&was, &is) {
            (Some(was @ Yaml::Map(_)), Some(is @ Yaml::Map(_))) => differing(path, was, is, tongue, found),
            _ => {
                let field = subject(&path[path.len() - 1..], tongue);
                let (after, before) = (value(is.as_ref()), value(was.as_ref()));
                let values: [(&str, &dyn Display); 3] = [("field", &field), ("after", &after), ("before", &before)];
                found.push(filled(tongue.put(marked!("{field} to {after} (before {before})")), &values));
            }
        }
        path.pop();
    }
}

/// The text with a comment for every conflict, directly above the line that it is about; all at its head where they cannot
/// stand there. `None` if that cannot be done without changing what the text says.
pub fn marked(text: &str, conflicts: &[Conflict]) -> Option<String> {
    if conflicts.is_empty() {
        return Some(text.to_owned());
    }
    let before = edit::tree(text).ok()?;
    let outline = Outline::of(text);
    let mut comments: Vec<(usize, Vec<String>)> = conflicts
        .iter()
        .rev()
        .map(|conflict| (line_of(&outline, &before, &conflict.path), conflict.comment()))
        .collect();
    comments.sort_by_key(|(line, _)| *line);
    let says = |text: &String| edit::tree(text).is_ok_and(|tree| alike(&tree, &before));
    let in_place = with_comments(text, &comments);
    Some(in_place).filter(says).or_else(|| {
        comments.iter_mut().for_each(|(line, _)| *line = 1);
        Some(with_comments(text, &comments)).filter(says)
    })
}

/// The line on which a value stands, or what is nearest above it, from 1.
fn line_of(outline: &Outline, tree: &Yaml, path: &[Part]) -> usize {
    let known = (1..=path.len()).rev().find(|depth| apply::at(tree, &path[..*depth]).is_some());
    let steps = known.and_then(|depth| apply::steps(tree, &path[..depth]));
    steps.and_then(|steps| outline.locate(&steps)).map_or(1, |span| span.line)
}

/// The text with each comment above its line, indented alike. They are in the order of their lines.
fn with_comments(text: &str, comments: &[(usize, Vec<String>)]) -> String {
    let mut out = String::with_capacity(text.len() + 100 * comments.len());
    let mut rest = comments.iter().peekable();
    for (at, old) in text.split_inclusive('\n').enumerate() {
        let indent = &old[..old.len() - old.trim_start_matches(' ').len()];
        while let Some((_, comment)) = rest.next_if(|(line, _)| *line == at + 1) {
            comment.iter().for_each(|new| out.extend([indent, new, "\n"]));
        }
        out.push_str(old);
    }
    rest.flat_map(|(_, comment)| comment).for_each(|new| out.extend([new.as_str(), "\n"]));
    out
}
