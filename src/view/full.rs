//! All reports of a cycle as one document, and as the tables of it.

use crate::language::{count, say, text};
use crate::model::Zone;

use super::cell::{Role, Span, percent};
use super::document::{Block, Document, Line, Section, Tile};
use super::names::Names;
use super::{cadence, chart, gap, log, progress, review, score, sheet, tree, words};
use crate::report;

/// A full report as a document.
pub fn full(report: &report::Full, names: &Names, zone: Zone) -> Document {
    let mut document = Document::default();
    let mut title = words::cycle_title(&report.cycle, report.as_of);
    title.insert(0, vec![Span::strong(say!("OKRs"))]);
    document.push(Block::Title(title));
    if report.objectives.is_empty() {
        document.push(Block::Paragraph(vec![Span::plain(say!("No objectives here."))]));
        return document;
    }
    document.push(Block::Tiles(tiles(report)));
    let parts = [
        part("alignment", say!("Alignment"), false, aligned(report), body(tree(&report.tree, names))),
        part("progress", say!("Progress"), false, vec![], body(progress(&report.progress, names))),
        part("course", say!("Over time"), false, vec![], charts(report, names)),
        part("gap", say!("Gaps"), false, behind(report), without_objectives(gap(&report.gap, names))),
        part(
            "review",
            say!("Review"),
            true,
            reviewed(report),
            review::blocks(&report.review, names, zone, Some(MOST_REVIEWED)),
        ),
        part("score", say!("Scores"), true, score::summary(&report.score), scores(report, names)),
        part("cadence", say!("Cadence"), true, vec![], cadence::blocks(&report.cadence, names, zone)),
        part("activity", say!("Activity"), true, vec![], body(log(&report.activity, names, zone))),
    ];
    document.blocks.extend(parts.into_iter().filter(|part| !part.blocks.is_empty()).map(Block::Section));
    document
}

/// The tables of a full report by name, each with a sheet of its own.
pub fn full_tables(report: &report::Full, names: &Names, zone: Zone) -> Vec<(&'static str, Document)> {
    vec![
        ("gap", sheet::gap(&report.gap).into()),
        ("progress", sheet::progress(&report.progress, names).into()),
        ("review", sheet::review(&report.review).into()),
        ("score", sheet::score(&report.score).into()),
        ("check_ins", sheet::cadence(&report.cadence).into()),
        ("activity", log(&report.activity, names, zone)),
    ]
}

fn part(id: &str, title: &str, folded: bool, summary: Line, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title: title.to_owned(), summary, folded, blocks }
}

/// The gap report without the objectives, which stand in the progress report with the same figures.
fn without_objectives(document: Document) -> Vec<Block> {
    let mut blocks = body(document);
    let is_heading = |block: &Block| matches!(block, Block::Heading(heading) if heading == text(gap::OBJECTIVES));
    if let Some(at) = blocks.iter().position(is_heading) {
        blocks.drain(at..(at + 2).min(blocks.len()));
    }
    blocks
}

/// A report without its title, which the section has.
fn body(document: Document) -> Vec<Block> {
    document.blocks.into_iter().filter(|block| !matches!(block, Block::Title(_))).collect()
}

fn tile(label: &str, value: Span, detail: Line) -> Tile {
    Tile { label: label.to_owned(), value, detail }
}

fn tiles(report: &report::Full) -> Vec<Tile> {
    let total = &report.progress.total.total;
    let role = words::pace_role(total.pace);
    let progress = total.progress.map_or("–".to_owned(), |progress| percent(progress.ratio()));
    let expected = total.expected.map_or(vec![Span::dim(say!("not measured"))], |expected| {
        vec![Span::dim(say!("{plan} expected", plan = percent(expected.ratio())))]
    });
    let mut tiles = vec![tile(say!("progress"), Span::new(progress, role), expected)];
    let time = percent(report.cycle.elapsed.ratio());
    let days = words::day_of_cycle(&report.cycle);
    tiles.push(tile(say!("time gone"), Span::plain(time), vec![Span::dim(days)]));
    tiles.push(tile(say!("objectives"), Span::plain(total.objectives.to_string()), words::pace_counts(total)));
    let behind = &report.gap;
    let role = if behind.behind == 0 { Role::Good } else { Role::Warning };
    let of =
        vec![Span::dim(say!("of {key_results}", key_results = count!(behind.measured, "key result", "key results")))];
    tiles.push(tile(say!("behind the plan"), Span::new(behind.behind.to_string(), role), of));
    if let Some(week) = report.cadence.weeks.last()
        && let Some(share) = week.share
    {
        let stale = say!("{number} of {all} overdue", number = week.open - week.on_time, all = week.open);
        tiles.push(tile(say!("on time"), Span::plain(percent(share.ratio())), vec![Span::dim(stale)]));
    }
    if let Some(heading) = &report.heading_for {
        let of = say!("mean of {forecasts}", forecasts = count!(heading.objectives, "forecast", "forecasts"));
        tiles.push(tile(say!("heading for"), Span::plain(percent(heading.progress.ratio())), vec![Span::dim(of)]));
    }
    tiles
}

fn aligned(report: &report::Full) -> Line {
    vec![Span::dim(count!(report.tree.objectives, "objective", "objectives"))]
}

/// Scores come at the end: before anything is scored there is nothing to read.
fn scores(report: &report::Full, names: &Names) -> Vec<Block> {
    let any = report.score.objectives.iter().any(|row| row.objective.score.is_some());
    if any || report.as_of >= report.cycle.end { score::blocks(&report.score, names) } else { Vec::new() }
}

fn behind(report: &report::Full) -> Line {
    vec![Span::dim(say!("{number} of {all} behind the plan", number = report.gap.behind, all = report.gap.measured))]
}

fn reviewed(report: &report::Full) -> Line {
    vec![Span::dim(say!(
        "{number} of {all} open objectives reviewed",
        number = report.review.reviewed,
        all = report.review.open
    ))]
}

/// A picture of every objective that moved; of many only those that matter most are drawn, and that is said.
fn charts(report: &report::Full, names: &Names) -> Vec<Block> {
    let all = report.objectives.iter();
    let drawn = all.filter_map(|one| chart::objective(one, &report.cycle, report.as_of, names));
    let mut blocks: Vec<Block> = drawn.map(Block::Chart).collect();
    let left = blocks.len().saturating_sub(MOST_CHARTS);
    blocks.truncate(MOST_CHARTS);
    if left > 0 {
        let words =
            say!("{left} more objectives are not drawn: those of the highest levels, furthest behind, are.", left);
        blocks.push(Block::Paragraph(vec![Span::dim(words)]));
    }
    blocks
}

const MOST_CHARTS: usize = 120;

/// The objectives of a review sheet that one page holds.
const MOST_REVIEWED: usize = 400;
