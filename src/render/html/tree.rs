//! Trees: lists within lists that open and close, with their cells in columns.

use askama::Template;

use super::inline::{Face, Inline};
use super::table::classes;
use crate::render::width::width;
use crate::view::{Align, Audience, Cell, Column, Node, Room, Tree};

/// How many levels are open at first.
const OPEN: usize = 2;
/// From how many levels on a tree needs a wide page for its columns.
const DEEP: usize = 5;
/// The most room that words get to the right of the labels, in figures' widths.
const WIDEST: usize = 26;

/// A tree.
#[derive(Template)]
#[template(path = "tree.html")]
pub struct Branches {
    /// The widths of the columns, the label's first.
    widths: String,
    /// How each column stands, the label's being the first.
    classes: String,
    name: String,
    roots: Vec<Branch>,
}

/// A line of a tree with what hangs on it.
#[derive(Template)]
#[template(path = "branch.html")]
pub struct Branch {
    label: Inline,
    cells: Vec<Face>,
    children: Vec<Branch>,
    open: bool,
    folded: usize,
}

impl Branches {
    pub fn of(tree: &Tree, name: &str) -> Option<Self> {
        if tree.roots.is_empty() {
            return None;
        }
        let shown = |at: &usize| tree.columns[*at].audience != Audience::Machines;
        let columns: Vec<usize> = (0..tree.columns.len()).filter(shown).collect();
        let mut widest = vec![0; columns.len()];
        let roots: Vec<Branch> =
            tree.roots.iter().map(|root| branch(root, &tree.columns, &columns, 0, &mut widest)).collect();
        let mut widths = String::from("minmax(9rem,1fr)");
        for (width, at) in widest.iter().map(|width| (*width).min(WIDEST)).zip(&columns) {
            // Words give way where a deep tree has little room.
            let words = class(&tree.columns[*at]).contains(&"q");
            widths.push_str(&if words { format!(" minmax(6rem,{width}ch)") } else { format!(" {width}ch") });
        }
        let of = |(place, at): (usize, &usize)| (place, class(&tree.columns[*at]));
        let mut classes = classes((2..).zip(&columns).map(of));
        if tree.roots.iter().map(depth).max() >= Some(DEEP) {
            classes.push_str(" deep");
        }
        Some(Self { widths, classes, name: super::inline::shown(name), roots })
    }
}

fn branch(node: &Node, columns: &[Column], shown: &[usize], depth: usize, widest: &mut [usize]) -> Branch {
    let mut cells = Vec::with_capacity(shown.len());
    for (place, at) in shown.iter().enumerate() {
        let column = &columns[*at];
        let face = node.cells.get(*at).map_or(Face::Words(Inline::default()), |cell| face(cell, column));
        widest[place] = widest[place].max(room(&face));
        cells.push(face);
    }
    let children = node.children.iter().map(|child| branch(child, columns, shown, depth + 1, widest)).collect();
    Branch { label: Inline::of(&node.label), cells, children, open: depth < OPEN, folded: node.folded }
}

fn depth(node: &Node) -> usize {
    1 + node.children.iter().map(depth).max().unwrap_or(0)
}

/// What is missing is left out: a tree has no headings that a dash would answer.
fn face(cell: &Cell, column: &Column) -> Face {
    if cell.is_missing() && !matches!(cell, Cell::Bar { .. }) {
        return Face::Words(Inline::default());
    }
    Face::of(cell, column.name)
}

/// In widths of a figure.
fn room(face: &Face) -> usize {
    match face {
        Face::Words(line) => width(&line.text()),
        // In smaller letters, on a ground that is wider.
        Face::Pill(_, line) => width(&line.text()) * 7 / 8 + 3,
        Face::Bar(_) => 16,
        Face::Spark(_) => 9,
    }
}

/// `r` for figures, `p` for what is left out where there is little room, `q` for words that get a line of their own there.
fn class(column: &Column) -> Vec<&'static str> {
    match (column.align, column.room) {
        (Align::Right, Room::Spare(_)) => vec!["r", "p"],
        (Align::Right, _) => vec!["r"],
        (Align::Left, Room::Spare(_)) => vec!["p"],
        (Align::Left, _) if PICTURES.contains(&column.name) => Vec::new(),
        (Align::Left, _) => vec!["q"],
    }
}

/// The columns that stand on one line with the figures wherever there is room.
const PICTURES: &[&str] = &["bar", "spark", "trend", "pace", "status"];
