//! Text and cells: what stands within a line.

use askama::Template;

use super::bar::Bar;
use super::spark::Spark;
use crate::model::Progress;
use crate::render::escape;
use crate::view::{Cell, Role, Span};

/// A text for the page: one line, with everything hidden made visible. The template escapes its markup.
pub fn shown(text: &str) -> String {
    escape::html(text).into_owned()
}

/// The class of a role.
pub fn class(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Strong | Role::Reference => "n",
        Role::Dim => "d",
        Role::Good => "g",
        Role::Warning => "w",
        Role::Bad => "x",
        Role::Done => "o",
    }
}

/// A run of spans on one line.
#[derive(Template, Default)]
#[template(path = "inline.html")]
pub struct Inline {
    marks: Vec<Mark>,
}

struct Mark {
    text: String,
    role: Role,
}

impl Mark {
    fn class(&self) -> &'static str {
        class(self.role)
    }

    /// The parts of a reference, between which a line may end, as it may after a slash.
    fn pieces(&self) -> impl Iterator<Item = &str> {
        self.text.split_inclusive('.')
    }
}

impl Inline {
    pub fn of(line: &[Span]) -> Self {
        let written = line.iter().filter(|span| !span.text.is_empty());
        Self { marks: written.map(|span| Mark { text: shown(&span.text), role: span.role }).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The text alone, blanks made one.
    pub fn text(&self) -> String {
        let text: String = self.marks.iter().map(|mark| mark.text.as_str()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The line within something that has the colour of a role already.
    fn within(mut self, role: Role) -> Self {
        for mark in self.marks.iter_mut().filter(|mark| mark.role == role) {
            mark.role = Role::Plain;
        }
        self
    }

    pub fn first_role(&self) -> Option<Role> {
        self.marks.first().map(|mark| mark.role)
    }
}

/// What a cell looks like.
#[derive(Template)]
#[template(path = "face.html")]
pub enum Face {
    Words(Inline),
    /// Words on a ground in the colour of what they say.
    Pill(&'static str, Inline),
    Bar(Bar),
    Spark(Spark),
}

impl Face {
    /// The face of a cell in a column of that name.
    pub fn of(cell: &Cell, column: &str) -> Self {
        match cell {
            Cell::Bar { progress, expected, role } => Face::Bar(Bar::of(*progress, *expected, *role)),
            Cell::Share { share, role } => Face::Bar(Bar::of(Some(Progress::new(*share)), None, *role)),
            Cell::Spark { points, role } => Face::Spark(Spark::of(points, *role)),
            other => {
                let line = Inline::of(&other.words());
                let role = line.first_role().unwrap_or_default();
                let said = column == "pace" && !other.is_missing() && !line.is_empty();
                if said { Face::Pill(class(role), line.within(role)) } else { Face::Words(line) }
            }
        }
    }

    /// What is read aloud or sorted by, in words.
    pub fn text(&self) -> String {
        match self {
            Face::Words(line) | Face::Pill(_, line) => line.text(),
            Face::Bar(_) | Face::Spark(_) => String::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Face::Words(line) if line.text().is_empty())
    }
}
