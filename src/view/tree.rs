//! The alignment tree.

use super::cell::{Cell, Role, Span, pace_words, raw_moment};
use super::document::{Block, Column, Document, Line, Node, Tree};
use super::names::Names;
use super::{metric_words, words};
use crate::language::say;
use crate::model::Pace;
use crate::report::{self, KeyResultReport, ObjectiveReport, TotalRow, TreeNode};

/// A tree as a document.
pub fn tree(report: &report::Tree, names: &Names) -> Document {
    let mut document = Document::default();
    let mut title = words::cycle_title(&report.cycle, report.as_of);
    title.push(vec![Span::dim(say!("┊ = where the plan is"))]);
    document.push(Block::Title(title));
    if report.objectives == 0 {
        document.push(Block::Paragraph(words::no_objectives(report.of, &report.cycle, report.as_of)));
        return document;
    }
    let roots = report.roots.iter().map(|root| node(root, names, None)).collect();
    document.push(Block::Tree(Tree { columns: columns(), roots }));
    document
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("kind", "").for_machines(),
        Column::new("ref", "").shrinks(18),
        Column::new("owner", "").for_machines(),
        Column::new("value", "").for_machines(),
        Column::new("bar", "").for_people().goes(2),
        Column::new("progress", "").right(),
        Column::new("expected", "").for_machines(),
        Column::new("gap_to_plan", "").right().spare(6),
        Column::new("pace", ""),
        Column::new("status", "").for_machines(),
        Column::new("confidence", "").right().spare(8),
        Column::new("updated", "").for_machines(),
    ]
}

/// How wide the ids of an objective's key results are written, so that their values stand below each other; at the root
/// of a subtree the reference is written whole.
type IdWidth = Option<usize>;

fn node(node: &TreeNode, names: &Names, width: IdWidth) -> Node {
    let children =
        |width: IdWidth| -> Vec<Node> { node.children().iter().map(|child| self::node(child, names, width)).collect() };
    match node {
        TreeNode::Group { total, .. } => Node {
            label: vec![Span::strong(&total.name)],
            cells: group("group", total),
            children: children(None),
            folded: 0,
        },
        TreeNode::Unaligned { total, .. } => Node {
            label: vec![Span::new(say!("not aligned"), Role::Warning)],
            cells: group("unaligned", total),
            children: children(None),
            folded: 0,
        },
        TreeNode::NotHere { reference, total, .. } => {
            let mut cells = group("not-here", total);
            cells[1] = Cell::Words { shown: Vec::new(), raw: reference.to_string() };
            cells[8] = Cell::Words { shown: vec![Span::dim(say!("not here"))], raw: cells[8].raw() };
            let label = vec![Span::dim("→ "), Span::reference(names.reference(reference))];
            Node { label, cells, children: children(None), folded: 0 }
        }
        TreeNode::Objective { report, folded, .. } => Node {
            label: label(report),
            cells: objective(report, names),
            children: children(Some(id_width(node))),
            folded: *folded,
        },
        TreeNode::KeyResult { report, folded, .. } => Node {
            label: vec![Span::plain(&report.title)],
            cells: key_result(report, width, names),
            children: children(width),
            folded: *folded,
        },
        TreeNode::Link { reference, title, progress, pace } => {
            let mut cells = vec![Cell::text("link"), Cell::short_reference(names.reference(reference), reference)];
            cells.push(Cell::text(reference.objective.owner.to_string()));
            cells.extend([Cell::text(""), Cell::text(""), Cell::Percent(*progress)]);
            cells.extend([Cell::text(""), Cell::text("")]);
            cells.push(Cell::Pace(*pace));
            cells.extend([Cell::text(""), Cell::text(""), Cell::text("")]);
            Node { label: vec![Span::dim("↗ "), Span::dim(title)], cells, children: Vec::new(), folded: 0 }
        }
    }
}

fn id_width(node: &TreeNode) -> usize {
    let id = |child: &TreeNode| match child {
        TreeNode::KeyResult { report, .. } => report.id.as_str().len(),
        _ => 0,
    };
    node.children().iter().map(id).max().unwrap_or(0)
}

fn label(report: &ObjectiveReport) -> Line {
    let mut line = vec![Span::strong(&report.title)];
    if !report.state.is_open() {
        line.push(Span::dim(format!(" ({})", words::state(&report.state))));
    }
    line
}

fn group(kind: &str, total: &TotalRow) -> Vec<Cell> {
    vec![
        Cell::text(kind),
        Cell::text(""),
        Cell::text(&total.key),
        Cell::text(""),
        words::bar(total.progress, total.expected, total.pace),
        Cell::Percent(total.progress),
        words::expected_cell(total.expected),
        words::gap_cell(total.gap_to_plan, total.pace),
        Cell::Pace(total.pace),
        Cell::text(""),
        Cell::text(""),
        Cell::text(""),
    ]
}

fn confidence(confidence: Option<crate::model::Confidence>) -> Cell {
    match confidence {
        Some(level) => Cell::Words { shown: vec![Span::dim(format!("{level}/10"))], raw: level.to_string() },
        None => Cell::text(""),
    }
}

fn instant(at: Option<chrono::DateTime<chrono::Utc>>) -> Cell {
    Cell::text(at.map(raw_moment).unwrap_or_default())
}

fn objective(report: &ObjectiveReport, names: &Names) -> Vec<Cell> {
    vec![
        Cell::text("objective"),
        Cell::short_reference(names.objective(&report.reference), &report.reference),
        Cell::text(report.owner.to_string()),
        Cell::text(""),
        words::bar(report.progress, report.expected, report.pace),
        Cell::Percent(report.progress),
        words::expected_cell(report.expected),
        words::gap_cell(report.gap_to_plan, report.pace),
        pace_or_silence(report.pace, report.status, report.disagrees, report.updated_at.is_some()),
        Cell::Status(report.status),
        confidence(report.confidence),
        instant(report.updated_at),
    ]
}

/// The pace; where it is behind and nobody ever checked in, that is what there is to say.
fn pace_or_silence(pace: Option<Pace>, status: Option<crate::model::Status>, disagrees: bool, heard: bool) -> Cell {
    match pace {
        Some(pace @ (Pace::OffTrack | Pace::AtRisk)) if !heard => {
            let role = pace_words(pace).role;
            let sign: String = pace_words(pace).text.chars().take(1).collect();
            Cell::Words { shown: vec![Span::new(say!("{sign} no check-in yet", sign), role)], raw: pace.to_string() }
        }
        pace => words::pace_cell(pace, status, disagrees),
    }
}

fn key_result(report: &KeyResultReport, width: IdWidth, names: &Names) -> Vec<Cell> {
    let value = report.metric.as_ref().map(|metric| metric_words::value_of_target(metric, report.reading.as_ref()));
    let value = value.unwrap_or_else(|| say!("no measure").to_owned());
    // Below its objective its id is enough to be read; machines and the root of a subtree want it all.
    let shown = match width {
        Some(width) => format!("{:width$}", report.id),
        None => names.reference(&report.reference),
    };
    let shown = vec![Span::new(format!("{shown}  "), Role::Dim), Span::plain(&value)];
    vec![
        Cell::text("key_result"),
        Cell::Words { shown, raw: report.reference.to_string() },
        Cell::text(report.owner.to_string()),
        Cell::text(value),
        words::bar(report.progress, report.expected, report.pace),
        Cell::Percent(report.progress),
        words::expected_cell(report.expected),
        words::gap_cell(report.gap_to_plan, report.pace),
        words::pace_cell(report.pace, report.status, report.disagrees),
        Cell::Status(report.status),
        confidence(report.confidence),
        instant(report.updated_at),
    ]
}
