//! What a check found, and what its rules mean.

use super::cell::{Cell, Role, Span};
use super::document::{Block, Code, Column, Document, Finding, Line, Table};
use crate::language::{count, say, text};
use crate::report::{FindingRow, Findings, Rule, Severity};

/// How findings are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Laid {
    /// One below the other, so many at most, with what they come to at the end, where one looks on a terminal.
    Lines(usize),
    /// A page that begins with its title and what they come to.
    Page,
}

/// The findings of a check as a document.
pub fn findings(report: &Findings, laid: Laid) -> Document {
    laid_out(say!("Check"), report, laid, summary(report))
}

/// Findings of a command of that name, with what they come to.
pub(super) fn laid_out(name: &str, report: &Findings, laid: Laid, summary: Line) -> Document {
    let mut document = Document::default();
    let most = match laid {
        Laid::Lines(most) => most,
        Laid::Page => usize::MAX,
    };
    if laid == Laid::Page {
        let day = vec![Span::dim(report.as_of.to_string())];
        document.push(Block::Title(vec![vec![Span::strong(name)], day]));
        document.push(Block::Paragraph(summary.clone()));
    }
    for row in report.findings.iter().take(most) {
        document.push(Block::Finding(Box::new(finding(row))));
    }
    let hidden = report.findings.get(most..).unwrap_or_default();
    if !hidden.is_empty() {
        document.push(Block::Paragraph(more(hidden)));
    }
    if laid != Laid::Page {
        document.push(Block::Paragraph(summary));
    }
    document
}

fn finding(row: &FindingRow) -> Finding {
    Finding {
        code: row.code,
        name: row.name,
        severity: severity(row.severity),
        role: role(row.severity),
        message: row.message.clone(),
        help: row.help.clone(),
        file: row.file.clone(),
        place: row.place.clone(),
        what: text(row.rule.what),
        why: text(row.rule.why),
    }
}

/// How serious something is, as people say it.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => say!("error"),
        Severity::Warning => say!("warning"),
        Severity::Advice => say!("advice"),
    }
}

fn role(severity: Severity) -> Role {
    match severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Warning,
        Severity::Advice => Role::Reference,
    }
}

/// `and 12 more: 9 stale-check-in, 3 unaligned; --all shows them`.
fn more(hidden: &[FindingRow]) -> Line {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for row in hidden {
        match counts.iter_mut().find(|(name, _)| *name == row.name) {
            Some((_, count)) => *count += 1,
            None => counts.push((row.name, 1)),
        }
    }
    let names: Vec<String> = counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
    vec![Span::dim(say!(
        "and {number} more: {names}; --all shows them",
        number = hidden.len(),
        names = names.join(say!(", "))
    ))]
}

/// `1 error, 2 warnings in 128 objectives in 3 cycles`.
pub(super) fn summary(report: &Findings) -> Line {
    let mut parts: Line = Vec::new();
    let counts = [
        (report.errors, count!(report.errors, "error", "errors"), Role::Bad),
        (report.warnings, count!(report.warnings, "warning", "warnings"), Role::Warning),
        (report.advice, count!(report.advice, "piece of advice", "pieces of advice"), Role::Strong),
    ];
    for (_, words, role) in counts.into_iter().filter(|(count, ..)| *count > 0) {
        if !parts.is_empty() {
            parts.push(Span::plain(say!(", ")));
        }
        parts.push(Span::new(words, role));
    }
    if parts.is_empty() {
        parts.push(Span::new(say!("✓ nothing found"), Role::Good));
    }
    parts.push(Span::dim(say!(" in {what}", what = report.looked_at)));
    let fixable = report.findings.iter().filter(|row| row.fixable).count();
    if fixable > 0 {
        parts.push(Span::dim(say!("; okr check --fix mends {fixable} of them", fixable)));
    }
    parts
}

/// All rules, as a table.
pub fn rules(rules: &[&'static Rule]) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![vec![Span::plain(say!("Rules"))], vec![Span::plain(rules.len().to_string())]]));
    let columns = vec![
        Column::new("code", say!("CODE")),
        Column::new("name", say!("NAME")),
        Column::new("severity", say!("UNLESS SET")),
        Column::new("what", say!("WHAT IT FINDS")).shrinks(24).wraps(),
    ];
    let row = |rule: &&Rule| {
        vec![
            Cell::text(rule.code),
            Cell::Words { shown: vec![Span::strong(rule.name)], raw: rule.name.to_owned() },
            Cell::Words {
                shown: vec![Span::new(severity(rule.severity), role(rule.severity))],
                raw: rule.severity.as_str().to_owned(),
            },
            Cell::text(text(rule.what)),
        ]
    };
    document.push(Block::Table(Table { columns, rows: rules.iter().map(row).collect() }));
    document
}

/// What a rule means: what, why, and an example of each side.
pub fn explained(rule: &'static Rule) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![
        vec![Span::strong(rule.code)],
        vec![Span::plain(rule.name)],
        vec![Span::new(severity(rule.severity), role(rule.severity))],
    ]));
    document.push(Block::Paragraph(vec![Span::plain(text(rule.what))]));
    document.push(Block::Paragraph(vec![Span::plain(text(rule.why))]));
    for (heading, example) in [(say!("It finds something in"), rule.bad), (say!("and nothing in"), rule.good)] {
        document.push(Block::Heading(heading.to_owned()));
        for (file, lines) in example.files() {
            document.push(Block::Code(Code { caption: file.to_owned(), text: lines.to_owned() }));
        }
    }
    let set = if rule.is_settable() {
        say!(
            "In okr.yaml, checks: {{{rule}: allow}} switches it off; advise, warn and deny set how serious it is. ",
            rule = rule.name
        ) + &say!("A comment \"# okr: allow {rule}\" on the line or above it allows it there.", rule = rule.code)
    } else {
        say!("It is always an error: what it finds cannot be read.").to_owned()
    };
    document.push(Block::Paragraph(vec![Span::dim(set)]));
    document
}
