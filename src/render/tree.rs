//! A tree on the terminal: branches by ptree, columns to the right by the grid.

use std::borrow::Cow;
use std::io;

use ptree::print_config::{ASCII_CHARS_TICK, IndentChars, StyleWhen, UTF_CHARS};
use ptree::{PrintConfig, Style, TreeItem};

use crate::view::{Audience, Line, Node, Span, Tree};

use super::cell::Drawn;
use super::grid::{self, Head, Lines};
use super::{Look, line};

/// The labels with their branches shrink to this before columns go, in a tree that is not deep.
const LABELS: usize = 22;
/// What is left of the deepest label beside its branches before columns go: words say more than a bar.
const WORDS: usize = 10;
/// The columns that ptree draws a level.
const BRANCH: usize = 3;

/// The tree's lines, each ending in a newline; an empty line sets roots apart that have something below them.
pub fn tree(tree: &Tree, look: &Look) -> String {
    if tree.roots.is_empty() {
        return String::new();
    }
    let shown: Vec<usize> =
        (0..tree.columns.len()).filter(|at| tree.columns[*at].audience != Audience::Machines).collect();
    let heads = shown.iter().map(|at| Head::of(&tree.columns[*at], look).on_one_line());
    let labels = LABELS.max(tree.roots.iter().map(depth).max().unwrap_or(0) * BRANCH + WORDS);
    let heads: Vec<Head> = std::iter::once(Head::unnamed(labels)).chain(heads).collect();
    let (rows, starts) = rows(&tree.roots, &shown, look);
    let Lines { head, rows } = grid::lines(&heads, &rows, look);
    let mut out = head.map(|head| head + "\n").unwrap_or_default();
    let mut starts = starts.into_iter().peekable();
    for (at, line) in rows.iter().enumerate() {
        out.push_str(if starts.next_if_eq(&at).is_some() { "\n" } else { "" });
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// How many levels there are below a node.
fn depth(node: &Node) -> usize {
    node.children.iter().map(|child| 1 + depth(child)).max().unwrap_or(0)
}

/// The rows of all roots, and those before which an empty line stands.
fn rows(roots: &[Node], shown: &[usize], look: &Look) -> (Vec<Vec<Drawn>>, Vec<usize>) {
    let mut rows = Vec::new();
    let mut starts = Vec::new();
    for (at, root) in roots.iter().enumerate() {
        let above = at.checked_sub(1).map(|above| &roots[above]);
        if above.is_some_and(|above| !above.children.is_empty() || !root.children.is_empty()) {
            starts.push(rows.len());
        }
        push_rows(root, shown, &mut branches(root, look).into_iter(), look, &mut rows);
    }
    (rows, starts)
}

/// Appends a row for the node and for each below it, in the order in which ptree draws them.
fn push_rows(
    node: &Node,
    shown: &[usize],
    branches: &mut impl Iterator<Item = String>,
    look: &Look,
    rows: &mut Vec<Vec<Drawn>>,
) {
    let mut label = vec![Span::dim(branches.next().unwrap_or_default())];
    label.extend(line::shown(&node.label, look));
    line::trim_end(&mut label);
    let cells = shown.iter().filter_map(|at| node.cells.get(*at)).map(|cell| Drawn::of(cell, look));
    rows.push(std::iter::once(Drawn::words(line::joined(label), folded(node, look))).chain(cells).collect());
    for child in &node.children {
        push_rows(child, shown, branches, look, rows);
    }
}

/// ` (+12)`, which stays when the label before it is cut.
fn folded(node: &Node, look: &Look) -> Line {
    if node.folded == 0 {
        return Line::new();
    }
    line::shown(&[Span::dim(format!(" (+{})", node.folded))], look)
}

/// What stands before each label, in preorder: ptree draws the tree with labels of nothing.
fn branches(root: &Node, look: &Look) -> Vec<String> {
    let characters: IndentChars = if look.ascii { ASCII_CHARS_TICK.into() } else { UTF_CHARS.into() };
    let plain = Style::default();
    let config = PrintConfig {
        characters,
        styled: StyleWhen::Never,
        branch: plain.clone(),
        leaf: plain,
        ..PrintConfig::default()
    };
    let mut drawn = Vec::new();
    // Writing to memory cannot fail.
    let _ = ptree::write_tree_with(&Branch(root), &mut drawn, &config);
    String::from_utf8_lossy(&drawn).lines().map(str::to_string).collect()
}

/// A node as ptree wants it.
#[derive(Clone, Copy)]
struct Branch<'a>(&'a Node);

impl TreeItem for Branch<'_> {
    type Child = Self;

    fn write_self<W: io::Write>(&self, _: &mut W, _: &Style) -> io::Result<()> {
        Ok(())
    }

    fn children(&self) -> Cow<'_, [Self]> {
        self.0.children.iter().map(Branch).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::at;

    fn node(label: &str, children: Vec<Node>, folded: usize) -> Node {
        Node { label: vec![Span::plain(label)], cells: vec![], children, folded }
    }

    fn drawn(roots: Vec<Node>, look: Look) -> String {
        tree(&Tree { columns: vec![], roots }, &look)
    }

    #[test]
    fn roots_with_something_below_stand_apart() {
        let roots = || {
            vec![
                node("a", vec![], 0),
                node("b", vec![], 0),
                node("c", vec![node("d", vec![], 0)], 0),
                node("e", vec![], 2),
            ]
        };
        assert_eq!(drawn(roots(), at(80)), "a\nb\n\nc\n└─ d\n\ne (+2)\n");
        assert_eq!(drawn(roots(), Look { ascii: true, ..at(80) }), "a\nb\n\nc\n`- d\n\ne (+2)\n");
        assert_eq!(drawn(vec![], at(80)), "");
    }

    #[test]
    fn a_deep_branch_is_cut_rather_than_wrapped() {
        let deep = (0..20).fold(node("leaf", vec![], 12), |below, _| node("客户", vec![below], 0));
        let picture = drawn(vec![deep], at(20));
        assert!(picture.ends_with(" (+12)\n"), "{picture}");
        assert!(picture.lines().all(|line| crate::render::width::width(line) <= 20));
    }
}
