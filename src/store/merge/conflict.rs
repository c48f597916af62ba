//! What both sides changed differently: in words, and as a comment that keeps the file readable until somebody chooses.

use super::apply::{self, Part};
use super::compare::{alike, same_or_absent};
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
        let subject = subject(&self.path);
        match &self.difference {
            Difference::Values { ours, theirs, before, unit } => {
                let say = |value: &Option<Yaml>| cut(value_words(value.as_ref(), unit.as_ref()));
                format!("{subject}: ours {}, theirs {}, before {}", say(ours), say(theirs), say(before))
            }
            Difference::RemovedHere { theirs, before } => {
                format!("{subject}: ours removed it, theirs changed {}", cut(changes(before, theirs)))
            }
            Difference::RemovedThere => format!("{subject}: ours changed it, theirs removed it"),
            Difference::Twins { theirs } => {
                format!("{subject}: both added one of this name, theirs {}", cut(value_words(Some(theirs), None)))
            }
        }
    }

    /// The lines of the comment, without indent.
    fn comment(&self) -> Vec<String> {
        let subject = subject(&self.path);
        let one = |what: String| vec![format!("{MARK}{subject}: {what}{CHOOSE}this line")];
        match &self.difference {
            Difference::Values { ours, theirs, before, unit } => {
                let say = |value: &Option<Yaml>| value_words(value.as_ref(), unit.as_ref());
                let here = if ours.is_none() { ", here none" } else { "" };
                one(format!("theirs {}, before {}{here}", say(theirs), say(before)))
            }
            Difference::RemovedHere { theirs, before } => {
                one(format!("ours removed it, theirs changed {}", changes(before, theirs)))
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

/// What a path leads to, in the words of the field.
fn subject(path: &[Part]) -> String {
    let Some((last, above)) = path.split_last() else { return "the file".to_owned() };
    let own = match (last, above.last()) {
        (Part::Item(name), Some(Part::Key(list))) => return item_words(list, name),
        (Part::Item(name), _) => name.clone(),
        (Part::Key(name), Some(Part::Key(above))) if above == "units" => return format!("unit {name}"),
        (Part::Key(name), Some(Part::Key(above))) if above == "people" => return format!("person {name}"),
        (Part::Key(name), _) => match name.as_str() {
            "to" => "target",
            "from" => "start",
            "at_least" => "lower limit",
            "at_most" => "upper limit",
            "aligns_to" => "first alignment",
            "due" => "due date",
            other => other,
        }
        .to_owned(),
    };
    let of =
        above.iter().enumerate().rev().find_map(|(at, part)| match (part, at.checked_sub(1).map(|up| &above[up])) {
            (Part::Item(name), Some(Part::Key(list))) if list == "key_results" => Some(name.clone()),
            (Part::Item(name), Some(Part::Key(list))) => Some(item_words(list, name)),
            (Part::Key(name), Some(Part::Key(list))) if list == "units" || list == "people" => Some(name.clone()),
            (Part::Key(name), None) if above.len() == 1 => Some(name.clone()),
            _ => None,
        });
    of.map_or(own.clone(), |of| format!("{own} of {of}"))
}

fn item_words(list: &str, name: &str) -> String {
    let kind = match list {
        "key_results" => "key result",
        "initiatives" => "initiative",
        "milestones" => "milestone",
        other => other,
    };
    format!("{kind} {}", text_words(name))
}

fn value_words(value: Option<&Yaml>, unit: Option<&Yaml>) -> String {
    match (value, unit) {
        (None, _) => "none".to_owned(),
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
fn changes(before: &Yaml, after: &Yaml) -> String {
    let mut found = Vec::new();
    differing(&mut Vec::new(), before, after, &mut found);
    found.join(", ")
}

fn differing(path: &mut Vec<Part>, before: &Yaml, after: &Yaml, found: &mut Vec<String>) {
    let (Yaml::Map(old), Yaml::Map(new)) = (before, after) else {
        found.push(format!("it to {}, before {}", value_words(Some(after), None), value_words(Some(before), None)));
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
            (Some(was @ Yaml::Map(_)), Some(is @ Yaml::Map(_))) => differing(path, was, is, found),
            _ => {
                let name = subject(&path[path.len() - 1..]);
                found.push(format!(
                    "{name} to {} (before {})",
                    value_words(is.as_ref(), None),
                    value_words(was.as_ref(), None)
                ));
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
