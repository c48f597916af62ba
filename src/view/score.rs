//! The score report.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use super::words;
use crate::model::{Fraction, Progress, Scoring, rounded};
use crate::report::{self, BandRow, Flag, ScoreGroup, ScoreRow};

/// A score report as a document.
pub fn score(report: &report::ScoreReport, names: &Names) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![
        vec![Span::strong("Scores")],
        words::cycle_name(&report.cycle),
        vec![Span::plain(format!("as of {}", words::day(report.as_of, report.as_of.year())))],
        report.before.as_ref().map_or(vec![], |before| vec![Span::dim(format!("against {before}"))]),
    ]));
    document.blocks.extend(blocks(report, names));
    document.sheet = Some(Block::Table(sheet(report)));
    document
}

/// Its parts, for a longer document too.
pub fn blocks(report: &report::ScoreReport, names: &Names) -> Vec<Block> {
    if report.total.objectives == 0 && report.total.abandoned == 0 {
        return vec![Block::Paragraph(vec![Span::plain("No objectives here.")])];
    }
    let mut blocks = vec![Block::Paragraph(summary(report))];
    if report.total.distribution.is_some() {
        blocks.push(Block::Table(bands(report)));
        blocks.push(Block::Heading("Groups".to_owned()));
        blocks.push(Block::Table(groups(report)));
    }
    blocks.push(Block::Heading("Objectives".to_owned()));
    blocks.push(Block::Table(objectives(report, names)));
    if !report.flags.is_empty() {
        blocks.push(Block::Heading("To talk about".to_owned()));
        blocks.extend(report.flags.iter().map(|flag| Block::Paragraph(flag_line(flag, &report.scoring, names))));
    }
    blocks
}

/// `Mean 63 of 100 (median 70, spread 24, from 30 to 100), −4 against 2026-Q3. 3 of 14 are not scored.`
pub fn summary(report: &report::ScoreReport) -> Line {
    let total = &report.total;
    let show = |score: f64| report.scoring.show(score);
    let mut line = match &total.distribution {
        None => {
            vec![Span::plain("Nothing is scored yet; "), Span::reference("okr score REF --suggested"), Span::plain(".")]
        }
        Some(all) => vec![
            Span::plain("Mean "),
            Span::strong(show(rounded(all.mean, 1))),
            Span::plain(format!(" of {}", show(100.0))),
            Span::dim(format!(
                " (median {}, spread {}, from {} to {})",
                show(all.median),
                show(rounded(all.spread, 1)),
                show(all.lowest),
                show(all.highest)
            )),
        ],
    };
    if let (Some(change), Some(before)) = (total.change, &report.before) {
        line.extend([Span::plain(", "), change_span(change, &report.scoring), Span::dim(format!(" against {before}"))]);
    }
    if total.distribution.is_some() {
        line.push(Span::plain("."));
    }
    if total.unscored > 0 {
        let verb = if total.unscored == 1 { "is" } else { "are" };
        let words = format!(" {} of {} {verb} not scored.", total.unscored, total.objectives);
        line.push(Span::new(words, Role::Warning));
    }
    if total.abandoned > 0 {
        line.push(Span::dim(format!(" {} abandoned.", total.abandoned)));
    }
    line
}

fn change_span(change: f64, scoring: &Scoring) -> Span {
    let role = match change {
        change if change > 0.05 => Role::Good,
        change if change < -0.05 => Role::Bad,
        _ => Role::Dim,
    };
    let sign = if role == Role::Good { "+" } else { "" };
    Span::new(format!("{sign}{}", scoring.show(rounded(change, 1)).replacen('-', "−", 1)), role)
}

fn bands(report: &report::ScoreReport) -> Table {
    let columns = vec![
        Column::new("band", "").shrinks(12),
        Column::new("from", "FROM").right(),
        Column::new("bar", "").for_people(),
        Column::new("objectives", "OBJECTIVES").right(),
        Column::new("share", "SHARE").right(),
        Column::new("before", report.before.as_ref().map_or(String::new(), ToString::to_string)).right(),
    ];
    let last = report.bands.len().saturating_sub(1);
    let row = |(at, band): (usize, &BandRow)| {
        let role = match at {
            0 => Role::Bad,
            _ if at == last => Role::Done,
            1 => Role::Warning,
            _ => Role::Good,
        };
        let share = Progress::from(Fraction::new(band.share));
        vec![
            Cell::text(&band.name),
            number(Some(band.from), &report.scoring),
            Cell::Bar { progress: Some(share), expected: None, role },
            Cell::Count(band.objectives),
            Cell::Percent(Some(share)),
            if report.before.is_some() { Cell::Count(band.before) } else { Cell::text("") },
        ]
    };
    Table { columns, rows: report.bands.iter().enumerate().rev().map(row).collect() }
}

/// A score on the team's scale; machines read 0–100.
fn number(score: Option<f64>, scoring: &Scoring) -> Cell {
    score.map_or(Cell::Missing("not scored"), |score| Cell::Words {
        shown: vec![Span::plain(scoring.show(score))],
        raw: rounded(score, 4).to_string(),
    })
}

fn groups(report: &report::ScoreReport) -> Table {
    let columns = vec![
        Column::new("by", "BY"),
        Column::new("key", "").shrinks(14),
        Column::new("name", "").shrinks(12).spare(1),
        Column::new("objectives", "OBJECTIVES").right().goes(3),
        Column::new("unscored", "NOT SCORED").right().goes(2),
        Column::new("bar", "").for_people().goes(4),
        Column::new("mean", "MEAN").right(),
        Column::new("median", "MEDIAN").right().goes(5),
        Column::new("spread", "SPREAD").right().goes(6),
        Column::new("change", "CHANGE").right().goes(1),
    ];
    let row = |by: &str, group: &ScoreGroup| {
        let all = group.distribution;
        let mean = all.map(|all| Progress::new(all.mean / 100.0));
        let change = |change: f64| Cell::Words {
            shown: vec![change_span(change, &report.scoring)],
            raw: rounded(change, 4).to_string(),
        };
        vec![
            Cell::dim(by),
            Cell::text(&group.key),
            if group.name == group.key { Cell::text("") } else { Cell::dim(&group.name) },
            Cell::Count(group.objectives),
            Cell::Count(group.unscored),
            Cell::Bar { progress: mean, expected: None, role: Role::Plain },
            number(all.map(|all| rounded(all.mean, 1)), &report.scoring),
            number(all.map(|all| all.median), &report.scoring),
            number(all.map(|all| rounded(all.spread, 1)), &report.scoring),
            group.change.map_or(Cell::Missing("nothing before"), change),
        ]
    };
    let parts =
        [("level", &report.levels), ("unit", &report.units), ("owner", &report.owners), ("kind", &report.kinds)];
    let rows = parts.into_iter().flat_map(|(by, groups)| groups.iter().map(move |group| (by, group)));
    Table { columns, rows: rows.map(|(by, group)| row(by, group)).chain([row("all", &report.total)]).collect() }
}

fn objectives(report: &report::ScoreReport, names: &Names) -> Table {
    let columns = vec![
        Column::new("ref", "OBJECTIVE").shrinks(30),
        Column::new("title", "").shrinks(12),
        Column::new("kind", "KIND").goes(4),
        Column::new("progress", "DONE").right().goes(5),
        Column::new("suggested", "SUGGESTED").right().goes(1),
        Column::new("score", "SCORE").right(),
        Column::new("band", "BAND").goes(2),
        Column::new("by", "SCORED BY").goes(3),
    ];
    let row = |row: &ScoreRow| {
        let one = &row.objective;
        let state = if one.state.is_abandoned() { Some("abandoned") } else { None };
        let score = match one.score {
            Some(score) => Cell::Words {
                shown: vec![Span::strong(report.scoring.show(score))],
                raw: rounded(score, 4).to_string(),
            },
            None => Cell::Words { shown: vec![Span::dim(state.unwrap_or("–"))], raw: String::new() },
        };
        vec![
            Cell::short_reference(names.objective(&one.reference), &one.reference),
            Cell::text(&one.title),
            Cell::dim(one.kind.as_str()),
            Cell::Percent(one.progress),
            number(row.suggested.map(|score| score.get()), &report.scoring),
            score,
            Cell::maybe(row.band.clone()),
            givers(row, &report.scoring),
        ]
    };
    Table { columns, rows: report.objectives.iter().map(row).collect() }
}

/// `ana`, or where several people scored, `ana 70 · bo 40`, the one that counts first.
fn givers(row: &ScoreRow, scoring: &Scoring) -> Cell {
    let Some(counts) = row.scores.iter().find(|given| given.counts) else { return Cell::text("") };
    let mut shown = vec![Span::plain(&counts.by)];
    if row.scores.len() > 1 {
        shown.push(Span::plain(format!(" {}", scoring.show(counts.score.get()))));
        let others = row.scores.iter().filter(|given| !given.counts);
        let others = others.map(|given| format!(" · {} {}", given.by, scoring.show(given.score.get())));
        shown.extend(others.map(Span::dim));
    }
    Cell::Words { shown, raw: counts.by.clone() }
}

fn flag_line(flag: &Flag, scoring: &Scoring, names: &Names) -> Line {
    match flag {
        Flag::AspirationalAlwaysFull { owner, name, objectives } => vec![
            Span::new("! ", Role::Warning),
            Span::strong(name),
            Span::dim(format!(" ({owner})")),
            Span::plain(format!(": all {objectives} aspirational objectives reached {}. ", scoring.show(100.0))),
            Span::dim("Aim higher: what is sure to be reached is not aspirational."),
        ],
        Flag::CommittedMissed { reference, title, score } => vec![
            Span::new("✗ ", Role::Bad),
            Span::reference(names.reference(reference)),
            Span::plain(format!("  {title}: committed, and scored {}. ", scoring.show(score.get()))),
            Span::dim("What was promised is to be reached whole."),
        ],
    }
}

/// One row a score, of objectives and key results, for machines.
fn sheet(report: &report::ScoreReport) -> Table {
    let names = [
        "ref",
        "title",
        "owner",
        "unit",
        "level",
        "kind",
        "state",
        "progress",
        "suggested",
        "score",
        "band",
        "by",
        "at",
        "counts",
    ];
    let mut rows = Vec::new();
    for row in &report.objectives {
        let one = &row.objective;
        let whose = |reference: String, title: &str| {
            vec![
                Cell::text(reference),
                Cell::text(title),
                Cell::text(one.owner.to_string()),
                Cell::maybe(one.unit.as_ref().map(ToString::to_string)),
                Cell::text(one.level.as_str()),
                Cell::text(one.kind.as_str()),
                Cell::text(one.state.as_str()),
            ]
        };
        let mut push = |reference: String,
                        title: &str,
                        progress: Option<Progress>,
                        suggested: Option<f64>,
                        scores: &[report::Given]| {
            let figures = |given: Option<&report::Given>| {
                let score = given.map(|given| given.score);
                let band = score.and_then(|score| report.scoring.band(score));
                vec![
                    Cell::Percent(progress),
                    number(suggested, &report.scoring),
                    number(score.map(|score| score.get()), &report.scoring),
                    Cell::maybe(band.map(|band| band.name.clone())),
                    Cell::maybe(given.map(|given| given.by.clone())),
                    Cell::maybe(given.map(|given| given.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))),
                    Cell::text(given.is_some_and(|given| given.counts).to_string()),
                ]
            };
            let given: Vec<Option<&report::Given>> =
                if scores.is_empty() { vec![None] } else { scores.iter().map(Some).collect() };
            for given in given {
                rows.push([whose(reference.clone(), title), figures(given)].concat());
            }
        };
        push(one.reference.to_string(), &one.title, one.progress, row.suggested.map(|score| score.get()), &row.scores);
        for (kr, scores) in one.key_results.iter().zip(&row.key_result_scores) {
            let suggested = scores.suggested.map(|score| score.get());
            push(kr.reference.to_string(), &kr.title, kr.progress, suggested, &scores.scores);
        }
    }
    Table { rows, columns: names.into_iter().map(|name| Column::new(name, "")).collect() }
}
