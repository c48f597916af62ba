//! What an import creates, or would.

use super::cell::{Cell, Span};
use super::document::{Block, Column, Document, Line, Node, Tree};
use super::{metric_words, words};
use crate::language::{count, say, text};
use crate::model::{Metric, Quantity, Reported};
use crate::report::{Imported, ImportedKeyResult, ImportedObjective};

/// An import as a document.
pub fn imported(report: &Imported) -> Document {
    let mut document = Document::default();
    let mut title: Vec<Line> = vec![vec![Span::strong(&report.file)]];
    title.extend(report.preset.map(|name| vec![Span::plain(say!("a file of {name}", name))]));
    title.push(vec![Span::plain(import_counts(report))]);
    if let [cycle] = report.cycles().as_slice() {
        title.push(vec![Span::plain(say!("into ")), Span::reference(cycle.to_string())]);
    }
    if report.dry_run {
        title.push(vec![Span::dim(say!("nothing is changed"))]);
    }
    document.push(Block::Title(title));
    for cycle in &report.new_cycles {
        let days = words::days(cycle.start, cycle.end, 0);
        document.push(Block::Paragraph(vec![
            Span::plain(say!("new cycle ")),
            Span::reference(cycle.id.to_string()),
            Span::dim(format!(" ({days})")),
        ]));
    }
    if !report.objectives.is_empty() {
        // Where all goes into one cycle, its name stands above.
        let one = matches!(report.cycles().as_slice(), [_]);
        let roots = report.objectives.iter().map(|objective| self::objective(objective, one)).collect();
        document.push(Block::Tree(Tree { columns: columns(), roots }));
    }
    for skipped in &report.skipped {
        document.push(Block::Paragraph(vec![
            Span::dim(say!("line {number}: ", number = skipped.line)),
            Span::reference(skipped.reference.to_string()),
            Span::plain(say!(" is there already, and is left as it is")),
        ]));
    }
    document
}

/// `3 objectives, 14 key results, 9 check-ins, 2 scores`: what there is of each.
pub fn import_counts(report: &Imported) -> String {
    let mut all = vec![
        count!(report.objectives.len(), "objective", "objectives"),
        count!(report.key_results(), "key result", "key results"),
    ];
    all.extend((report.check_ins() > 0).then(|| count!(report.check_ins(), "check-in", "check-ins")));
    all.extend((report.scores() > 0).then(|| count!(report.scores(), "score", "scores")));
    all.join(say!(", "))
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("kind", "").for_machines(),
        Column::new("ref", "").shrinks(24),
        Column::new("measure", "").shrinks(12),
        Column::new("value", "").shrinks(8),
        Column::new("score", "").right().spare(5),
        Column::new("owner", "").goes(4),
        Column::new("aligns_to", "").goes(6),
        Column::new("line", "").right().goes(3),
    ]
}

fn objective(one: &ImportedObjective, in_one_cycle: bool) -> Node {
    let mut label = vec![Span::strong(&one.title)];
    if let Some(ended) = one.ended {
        label.push(Span::dim(format!(" ({})", text(ended))));
    }
    let links = one.aligns_to.join(", ");
    Node {
        label,
        cells: vec![
            Cell::text("objective"),
            Cell::short_reference(
                if in_one_cycle { one.reference.in_cycle() } else { one.reference.to_string() },
                &one.reference,
            ),
            Cell::text(""),
            one.status.map_or(Cell::text(""), |status| Cell::Status(Some(status))),
            one.score.map_or(Cell::text(""), |score| Cell::text(score.to_string())),
            Cell::Words { shown: Vec::new(), raw: one.owner.to_string() },
            if links.is_empty() {
                Cell::text("")
            } else {
                Cell::Words { shown: vec![Span::dim(format!("→ {links}"))], raw: links }
            },
            line(one.line),
        ],
        children: one.key_results.iter().map(key_result).collect(),
        folded: 0,
    }
}

fn key_result(kr: &ImportedKeyResult) -> Node {
    let mut label = vec![Span::plain(&kr.title)];
    if kr.dropped {
        label.push(Span::dim(say!(" (struck out)")));
    }
    Node {
        label,
        cells: vec![
            Cell::text("key result"),
            Cell::reference(kr.id.to_string()),
            kr.metric.as_ref().map_or(Cell::Missing("no measure"), |metric| Cell::dim(metric_words::metric(metric))),
            value(kr),
            kr.score.map_or(Cell::text(""), |score| Cell::text(score.to_string())),
            kr.owner.as_ref().map_or(Cell::text(""), |owner| Cell::text(owner.to_string())),
            Cell::text(""),
            line(kr.line),
        ],
        children: Vec::new(),
        folded: 0,
    }
}

fn line(number: usize) -> Cell {
    Cell::Words { shown: vec![Span::dim(say!("line {number}", number))], raw: number.to_string() }
}

/// The first value as its metric shows it.
fn value(kr: &ImportedKeyResult) -> Cell {
    let Some(value) = &kr.value else {
        return kr.status.map_or(Cell::text(""), |status| Cell::Status(Some(status)));
    };
    let raw = match value {
        Reported::Number(number) => Quantity::to_string(number),
        Reported::Flag(done) => done.to_string(),
        Reported::Word(word) => word.clone(),
    };
    let shown = |metric: &Metric| Some(metric_words::value(metric, &metric.read(value.borrowed()).ok()?));
    let metric = kr.metric.as_ref().filter(|metric| **metric != Metric::Done);
    let shown = metric.and_then(shown).unwrap_or_else(|| raw.clone());
    Cell::Words { shown: vec![Span::plain(shown)], raw }
}
