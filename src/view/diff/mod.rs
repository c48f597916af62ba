//! What changed between two states, as a document: what was made easier first, then every objective with its changes.

mod rows;
mod stat;
mod words;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::{Names, cell};
use crate::language::{count, say};
use crate::report::{Diff, Fate, ObjectiveChange, Point, Presence, WORKING_TREE};

pub use stat::diff_stat;

/// The changes as a document; of more than `most` objectives those that come first.
pub fn diff(report: &Diff, names: &Names, most: usize) -> Document {
    let mut document = Document::default();
    document.push(title(report));
    document.push(Block::Paragraph(words::summary(report)));
    not_compared(report, names, &mut document);
    let easier = rows::easier(report, names);
    if !easier.is_empty() {
        document.push(Block::Heading(say!("⚠ Asks for less than before").to_owned()));
        document.push(plain_table(["", "", "", ""], easier));
    }
    for objective in report.objectives.iter().take(most) {
        document.push(Block::Heading(heading(objective, names)));
        document.push(Block::Paragraph(standing(objective, names)));
        document.push(plain_table(["", "", "", ""], rows::of_objective(objective)));
    }
    and_more(report, most, &mut document);
    let frame = rows::of_frame(report);
    if !frame.is_empty() {
        document.push(Block::Heading(say!("Settings, organisation and cycles").to_owned()));
        document.push(plain_table(["", "", "", ""], frame));
    }
    document
}

/// `Diff · main → working tree · Nov 10 → Nov 15`.
fn title(report: &Diff) -> Block {
    let (before, after) = (&report.before, &report.after);
    let sides = if before.name.contains("...") {
        // Three dots name both sides: from where they parted to the second.
        vec![Span::strong(&before.name)]
    } else {
        vec![Span::strong(side(before)), Span::dim(" → "), Span::strong(side(after))]
    };
    let mut parts = vec![vec![Span::strong(say!("Diff"))], sides];
    parts.extend(words::days(report).map(|days| vec![Span::dim(days)]));
    parts.extend(report.cycle.as_ref().map(|cycle| vec![Span::plain(say!("only {cycle}", cycle))]));
    Block::Title(parts)
}

/// A side as it is told to people.
fn side(point: &Point) -> &str {
    if point.name == WORKING_TREE { say!("working tree") } else { &point.name }
}

fn heading(objective: &ObjectiveChange, names: &Names) -> String {
    format!("{} {} · {}", sign(objective.fate).text, names.objective(&objective.reference), objective.title)
}

/// What became of it, and its progress.
fn standing(objective: &ObjectiveChange, names: &Names) -> Line {
    let mut line = vec![words::fate(objective.fate)];
    if let Some(from) = &objective.moved_from {
        line.extend([Span::plain(say!(" from ")), Span::reference(names.objective(from))]);
    }
    let progress = words::progress(objective);
    if !progress.is_empty() {
        line.push(Span::dim(" · "));
        line.extend(progress);
    }
    line
}

/// The sign of what became of an objective, in its colour.
fn sign(fate: Fate) -> Span {
    match fate {
        Fate::New => Span::new("+", Role::Good),
        Fate::Removed => Span::new("−", Role::Bad),
        Fate::Moved => Span::new("→", Role::Plain),
        Fate::Changed => Span::new("·", Role::Dim),
    }
}

fn presence(presence: Presence) -> Span {
    match presence {
        Presence::Added => Span::new("+", Role::Good),
        Presence::Removed => Span::new("−", Role::Bad),
        Presence::Changed => Span::plain(" "),
    }
}

/// Sign, key result, what, and how it changed.
fn plain_table(titles: [&str; 4], rows: Vec<Vec<Cell>>) -> Block {
    let columns = vec![
        Column::new("sign", titles[0]),
        Column::new("key_result", titles[1]).shrinks(12),
        Column::new("what", titles[2]),
        Column::new("change", titles[3]).shrinks(20).wraps(),
    ];
    Block::Table(Table { columns, rows })
}

/// How many objectives are left out, and where they are.
fn and_more(report: &Diff, most: usize, document: &mut Document) {
    let hidden = report.objectives.len().saturating_sub(most);
    if hidden > 0 {
        let more = count!(hidden, "more objective", "more objectives");
        document.push(Block::Paragraph(vec![Span::dim(say!("and {more}; --all shows them", more))]));
    }
}

/// What could not be read on a side: first of all, since whoever reads on would take its silence for "no change".
fn not_compared(report: &Diff, names: &Names, document: &mut Document) {
    if !report.damaged.is_empty() {
        document.push(Block::Paragraph(vec![
            Span::new(say!("not compared: "), Role::Warning),
            Span::plain(say!("settings, organisation, cycles, and the objectives of damaged cycles, because of ")),
            Span::reference(report.damaged.join(say!(", "))),
        ]));
    }
    for one in &report.unread {
        let side = side(if one.side == "before" { &report.before } else { &report.after });
        document.push(Block::Paragraph(vec![
            Span::new(say!("not compared: "), Role::Warning),
            Span::reference(names.objective(&one.reference)),
            Span::plain(say!(", which is damaged in {side}", side)),
        ]));
    }
}

/// Progress before and after without what was gained.
fn plain_line(objective: &ObjectiveChange) -> Line {
    let mut line = words::progress(objective);
    line.truncate(2);
    line
}

/// A line of figures with commas between.
fn joined(parts: Vec<Line>, between: &str) -> Line {
    parts.join(&Span::dim(between))
}

fn points(gained: f64) -> String {
    cell::points_words(gained)
}
