//! The organisation.

use super::cell::{Cell, Span};
use super::document::{Block, Column, Document, Node, Tree};
use super::words;
use crate::language::say;
use crate::model::Level;
use crate::report::{OrgNode, OrgReport};

/// The organisation as a document.
pub fn org(report: &OrgReport) -> Document {
    let mut document = Document::default();
    if report.roots.is_empty() {
        document.push(Block::Paragraph(vec![
            Span::plain(say!("Nobody is in org.yaml yet. ")),
            Span::reference("okr org add-person KEY --name NAME"),
        ]));
        return document;
    }
    let columns = vec![
        Column::new("key", "").shrinks(8),
        Column::new("level", ""),
        Column::new("lead", "").goes(3),
        Column::new("email", "").shrinks(10),
    ];
    document.push(Block::Tree(Tree { columns, roots: report.roots.iter().map(node).collect() }));
    document
}

fn node(one: &OrgNode) -> Node {
    let name = one.name.clone().unwrap_or_else(|| one.key.to_string());
    let label = if one.level == Level::Individual { Span::plain(name) } else { Span::strong(name) };
    let lead = one
        .lead
        .as_ref()
        .map(|lead| Cell::Words { shown: vec![Span::dim(say!("led by {lead}", lead))], raw: lead.to_string() });
    Node {
        label: vec![label],
        cells: vec![
            Cell::reference(one.key.to_string()),
            Cell::Words { shown: vec![Span::dim(words::level(one.level))], raw: one.level.as_str().to_owned() },
            lead.unwrap_or(Cell::text("")),
            one.email.as_ref().map_or(Cell::text(""), Cell::dim),
        ],
        children: one.below.iter().map(node).collect(),
        folded: 0,
    }
}
