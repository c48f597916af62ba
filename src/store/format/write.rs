//! A file's values and comments as lines.

use unicode_width::UnicodeWidthStr;

use super::order::Room;
use super::tree::{Entries, Entry, File, Note, Value};
use crate::store::edit::Yaml;
use crate::store::shape::Shape;

/// The whole text.
pub fn text(file: &File, shape: &Shape) -> String {
    let mut lines = Lines::default();
    lines.notes(&file.head, 0);
    let mut first = true;
    for entry in &file.entries.all {
        let blank = first && file.blank && !lines.0.is_empty();
        lines.notes_after(blank, &entry.above, 0);
        lines.blank((blank && entry.above.is_empty()) || entry.blank);
        let name = entry.key.as_ref().and_then(Yaml::as_text).unwrap_or_default();
        lines.entry(entry, 0, "", shape.room(name));
        first = false;
    }
    lines.closing(&file.entries.below, 0);
    lines.joined()
}

struct Line {
    text: String,
    beside: Option<String>,
    /// Whether it is a comment that closes what stands above it.
    closing: bool,
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn push(&mut self, text: String, beside: Option<&str>) {
        self.0.push(Line { text, beside: beside.map(str::to_owned), closing: false });
    }

    /// A blank line if there is to be one; never at the top, and never two.
    fn blank(&mut self, wanted: bool) {
        if wanted && self.0.last().is_some_and(|line| !line.text.is_empty()) {
            self.push(String::new(), None);
        }
    }

    fn notes(&mut self, notes: &[Note], indent: usize) {
        self.notes_after(false, notes, indent);
    }

    fn notes_after(&mut self, mut blank: bool, notes: &[Note], indent: usize) {
        for note in notes {
            self.blank(blank || note.blank);
            self.push(format!("{}{}", " ".repeat(indent), note.text), None);
            blank = false;
        }
    }

    fn closing(&mut self, notes: &[Note], indent: usize) {
        let from = self.0.len();
        self.notes(notes, indent);
        self.0[from..].iter_mut().for_each(|line| line.closing = !line.text.is_empty());
    }

    /// A key with its value, or an item of a list. `lead` is what stands before it on its line.
    fn entry(&mut self, entry: &Entry, indent: usize, lead: &str, room: Room) {
        let beside = entry.beside.as_deref();
        let key = entry.key.as_ref().map(|key| key.inline(false).unwrap_or_default() + ":");
        let start = match &key {
            Some(key) => format!("{lead}{key}"),
            None => format!("{lead}-"),
        };
        match &entry.value {
            Value::Folded { header, lines, .. } => {
                self.push(format!("{start} {header}"), beside);
                self.block(lines.iter().map(String::as_str), indent + 2);
            }
            Value::Map(entries) if entry.key.is_none() && !entries.all.is_empty() => {
                self.fields(entries, indent, &format!("{start} "), beside);
            }
            Value::Map(entries) | Value::List(entries) if is_block(&entry.value, room) => {
                self.push(start, beside);
                self.children(entries, indent + 2, room == Room::Register);
            }
            // A dash alone has no place at which comments could be found again.
            value if key.is_none() && value.yaml() == Yaml::Literal(String::new()) => {
                self.push(format!("{start} null"), beside)
            }
            value => {
                let written = value.yaml().after_key(indent + 2, "");
                let mut lines = written.split('\n');
                self.push(format!("{start}{}", lines.next().unwrap_or_default()), beside);
                lines.for_each(|line| self.push(line.to_owned(), None));
            }
        }
    }

    /// The lines of a text.
    fn block<'t>(&mut self, lines: impl Iterator<Item = &'t str>, indent: usize) {
        for line in lines {
            let pad = if line.is_empty() { 0 } else { indent };
            self.push(format!("{}{line}", " ".repeat(pad)), None);
        }
    }

    /// The entries of a mapping or a list on lines of their own.
    fn children(&mut self, entries: &Entries, indent: usize, register: bool) {
        let pad = " ".repeat(indent);
        for (at, entry) in entries.all.iter().enumerate() {
            let above = hoisted(entry);
            for (number, note) in above.iter().enumerate() {
                self.blank(note.blank && (at > 0 || number > 0));
                self.push(format!("{pad}{}", note.text), None);
            }
            self.blank(entry.blank && (at > 0 || !above.is_empty()));
            if register && !entry.value.commented() {
                let key = entry.key.as_ref().and_then(|key| key.inline(false)).unwrap_or_default();
                let value = entry.value.yaml().inline(!matches!(entry.value, Value::Scalar(_))).unwrap_or_default();
                let gap = if value.is_empty() { "" } else { " " };
                self.push(format!("{pad}{key}:{gap}{value}"), entry.beside.as_deref());
            } else {
                self.entry(entry, indent, &pad, Room::Fit);
            }
        }
        self.closing(&entries.below, indent);
    }

    /// The entries of a mapping that is an item: the first one stands behind the dash.
    fn fields(&mut self, entries: &Entries, indent: usize, lead: &str, beside: Option<&str>) {
        let pad = " ".repeat(indent + 2);
        for (at, entry) in entries.all.iter().enumerate() {
            if at == 0 {
                let from = self.0.len();
                self.entry(entry, indent + 2, lead, Room::Fit);
                if let Some(line) = self.0.get_mut(from).filter(|line| line.beside.is_none()) {
                    line.beside = beside.map(str::to_owned);
                }
                continue;
            }
            self.notes(&entry.above, indent + 2);
            self.blank(entry.blank);
            self.entry(entry, indent + 2, &pad, Room::Fit);
        }
        self.closing(&entries.below, indent + 2);
    }

    /// A comment behind a blank line, directly above something else, would be read as being about that.
    fn attach_closing(&mut self) {
        for at in (1..self.0.len()).rev() {
            if !self.0[at].closing || !self.0[at - 1].text.is_empty() {
                continue;
            }
            let behind = self.0[at..].iter().find(|line| !line.text.trim_start().starts_with('#'));
            if behind.is_some_and(|line| !line.text.is_empty()) {
                self.0.remove(at - 1);
            }
        }
    }

    /// The text, with the comments at the ends of neighbouring lines below each other.
    fn joined(mut self) -> String {
        self.attach_closing();
        let mut at = 0;
        while at < self.0.len() {
            let run = self.0[at..].iter().take_while(|line| line.beside.is_some()).count();
            align(&mut self.0[at..at + run]);
            at += run.max(1);
        }
        self.0.iter().map(|line| format!("{}\n", line.text)).collect()
    }
}

/// How far apart the ends of neighbouring lines may be for their comments to stand below each other.
const RAGGED: usize = 40;

fn align(lines: &mut [Line]) {
    let widths = || lines.iter().map(|line| line.text.width());
    let (widest, narrowest) = (widths().max().unwrap_or(0), widths().min().unwrap_or(0));
    for line in lines {
        let pad = if widest - narrowest > RAGGED { 0 } else { widest - line.text.width() };
        let comment = line.beside.take().unwrap_or_default();
        line.text.push_str(&format!("{}  {comment}", " ".repeat(pad)));
    }
}

/// The comments above an item: its own, and what cannot stand between its dash and its first key.
fn hoisted(entry: &Entry) -> Vec<Note> {
    let mut above = entry.above.clone();
    if let (None, Value::Map(entries)) = (&entry.key, &entry.value)
        && let Some(first) = entries.all.first()
    {
        if first.beside.is_some() {
            above.extend(entry.beside.iter().map(|text| Note { blank: false, text: text.clone() }));
        }
        above.extend(first.above.iter().cloned());
    }
    above
}

fn is_block(value: &Value, room: Room) -> bool {
    let empty = matches!(value, Value::Map(entries) | Value::List(entries) if entries.all.is_empty());
    let wanted = room == Room::Register && matches!(value, Value::Map(_));
    value.commented() || (!empty && (wanted || value.yaml().is_block()))
}
