//! `--stat`: one line an objective, and how many of what.

use super::{and_more, not_compared, plain_line, sign, title, words};
use crate::language::say;
use crate::report::{Change, Diff, KeyResultFate, ObjectiveChange};
use crate::view::Names;
use crate::view::cell::{Cell, Role, Span};
use crate::view::document::{Block, Column, Document, Table};
use crate::view::words::change_cell;

/// How much changed, as a document; of more than `most` objectives those that come first.
pub fn diff_stat(report: &Diff, names: &Names, most: usize) -> Document {
    let mut document = Document::default();
    document.push(title(report));
    let columns = vec![
        Column::new("sign", ""),
        Column::new("ref", say!("OBJECTIVE")).shrinks(28),
        Column::new("title", "").shrinks(12),
        Column::new("definition", say!("DEFINED")).right(),
        Column::new("easier", say!("EASIER")).right(),
        Column::new("check_ins", say!("CHECK-INS")).right(),
        Column::new("other", say!("OTHER")).right().goes(3),
        Column::new("progress", say!("PROGRESS")).right(),
        Column::new("gained", say!("GAINED")).right(),
    ];
    let rows = report.objectives.iter().take(most).map(|objective| row(objective, names)).collect();
    document.push(Block::Table(Table { columns, rows }));
    and_more(report, most, &mut document);
    document.push(Block::Paragraph(words::summary(report)));
    not_compared(report, names, &mut document);
    document
}

fn row(objective: &ObjectiveChange, names: &Names) -> Vec<Cell> {
    let (mut defined, mut check_ins, mut other) = (0, 0, 0);
    for change in objective.all_changes() {
        match change {
            Change::CheckIns { count, .. } => check_ins += count,
            Change::Value(_) | Change::Status { .. } | Change::Confidence { .. } => {}
            Change::Comments { count, .. } | Change::Reviews { count, .. } | Change::Retracted { count, .. } => {
                other += count;
            }
            Change::Gone { count } => other += count,
            Change::Score { .. } | Change::State { .. } | Change::Carried { .. } => other += 1,
            _ => defined += 1,
        }
    }
    defined += objective.key_results.iter().filter(|kr| kr.fate != KeyResultFate::Changed).count();
    let easier = objective.all_changes().filter(|change| change.ease() == Some(crate::report::Ease::Easier)).count();
    let counted = |count: usize| if count == 0 { Cell::text("") } else { Cell::Count(count) };
    vec![
        Cell::Words { shown: vec![sign(objective.fate)], raw: String::new() },
        Cell::short_reference(names.objective(&objective.reference), &objective.reference),
        Cell::text(&objective.title),
        counted(defined),
        if easier == 0 {
            Cell::text("")
        } else {
            Cell::Words { shown: vec![Span::new(format!("▼ {easier}"), Role::Warning)], raw: easier.to_string() }
        },
        counted(check_ins),
        counted(other),
        Cell::Words { shown: plain_line(objective), raw: String::new() },
        change_cell(objective.gained),
    ]
}
