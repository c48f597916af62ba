//! The score report.

use chrono::Datelike;

use super::cell::{Cell, Role, Span};
use super::document::{Block, Column, Document, Line, Table};
use super::names::Names;
use super::words;
use crate::language::say;
use crate::model::{Band, Fraction, Kind, Progress, Scoring, rounded};
use crate::report::{self, BandRow, By, Flag, ScoreGroup, ScoreRow};

/// A score report as a document.
pub fn score(report: &report::ScoreReport, names: &Names) -> Document {
    let mut document = Document::default();
    document.push(Block::Title(vec![
        vec![Span::strong(say!("Scores"))],
        words::cycle_name(&report.cycle),
        vec![Span::plain(say!("as of {day}", day = words::day(report.as_of, report.as_of.year())))],
        report.before.as_ref().map_or(vec![], |before| vec![Span::dim(say!("against {before}", before))]),
    ]));
    document.blocks.extend(blocks(report, names));
    document
}

/// Its parts, for a longer document too.
pub fn blocks(report: &report::ScoreReport, names: &Names) -> Vec<Block> {
    if report.total.objectives == 0 && report.total.abandoned == 0 {
        return vec![Block::Paragraph(vec![Span::plain(say!("No objectives here."))])];
    }
    let mut blocks = vec![Block::Paragraph(summary(report))];
    if report.total.distribution.is_some() {
        blocks.push(Block::Table(bands(report)));
        blocks.push(Block::Heading(say!("Groups").to_owned()));
        blocks.push(Block::Table(groups(report)));
    }
    blocks.push(Block::Heading(say!("Objectives").to_owned()));
    blocks.push(Block::Table(objectives(report, names)));
    if !report.flags.is_empty() {
        blocks.push(Block::Heading(say!("To talk about").to_owned()));
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
            vec![
                Span::plain(say!("Nothing is scored yet; ")),
                Span::reference("okr score REF --suggested"),
                Span::plain(say!(".")),
            ]
        }
        Some(all) => vec![
            Span::plain(say!("Mean ")),
            Span::strong(show(rounded(all.mean, 1))),
            Span::plain(say!(" of {most}", most = show(100.0))),
            Span::dim(say!(
                " (median {median}, spread {spread}, from {lowest} to {highest})",
                median = show(all.median),
                spread = show(rounded(all.spread, 1)),
                lowest = show(all.lowest),
                highest = show(all.highest)
            )),
        ],
    };
    if let (Some(change), Some(before)) = (total.change, &report.before) {
        line.push(Span::plain(say!(", ")));
        line.extend([change_span(change, &report.scoring), Span::dim(say!(" against {before}", before))]);
    }
    if total.distribution.is_some() {
        line.push(Span::plain(say!(".")));
    }
    if total.unscored > 0 {
        let words = match total.unscored {
            1 => say!(" {number} of {all} is not scored.", number = 1, all = total.objectives),
            number => say!(" {number} of {all} are not scored.", number, all = total.objectives),
        };
        line.push(Span::new(words, Role::Warning));
    }
    if total.abandoned > 0 {
        line.push(Span::dim(say!(" {number} abandoned.", number = total.abandoned)));
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
        Column::new("from", say!("FROM")).right(),
        Column::new("bar", "").for_people(),
        Column::new("objectives", say!("OBJECTIVES")).right(),
        Column::new("share", say!("SHARE")).right(),
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
            Cell::text(Band::said_of(&band.name)),
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
pub(super) fn number(score: Option<f64>, scoring: &Scoring) -> Cell {
    score.map_or(Cell::Missing("not scored"), |score| Cell::Words {
        shown: vec![Span::plain(scoring.show(score))],
        raw: rounded(score, 4).to_string(),
    })
}

/// The key and the name of a group as people read them: levels and kinds have no key of their own.
fn called(by: &'static str, group: &ScoreGroup) -> (String, String) {
    let (key, name) = (group.key.as_str(), group.name.as_str());
    let one = |word: String| (word.clone(), word);
    match by {
        "level" => one(words::named(By::Level, key, name)),
        "unit" => (key.to_owned(), words::named(By::Unit, key, name)),
        "kind" if key == Kind::Committed.as_str() => one(words::kind(Kind::Committed).to_owned()),
        "kind" => one(words::kind(Kind::Aspirational).to_owned()),
        _ => (key.to_owned(), name.to_owned()),
    }
}

fn groups(report: &report::ScoreReport) -> Table {
    let columns = vec![
        Column::new("by", say!("BY")),
        Column::new("key", "").shrinks(14),
        Column::new("name", "").shrinks(12).spare(1),
        Column::new("objectives", say!("OBJECTIVES")).right().goes(3),
        Column::new("unscored", say!("NOT SCORED")).right().goes(2),
        Column::new("bar", "").for_people().goes(4),
        Column::new("mean", say!("MEAN")).right(),
        Column::new("median", say!("MEDIAN")).right().goes(5),
        Column::new("spread", say!("SPREAD")).right().goes(6),
        Column::new("change", say!("CHANGE")).right().goes(1),
    ];
    let row = |by: &'static str, group: &ScoreGroup| {
        let (key, name) = called(by, group);
        let name = if name == key { Cell::text("") } else { Cell::dim(name) };
        let all = group.distribution;
        let mean = all.map(|all| Progress::new(all.mean / 100.0));
        let change = |change: f64| Cell::Words {
            shown: vec![change_span(change, &report.scoring)],
            raw: rounded(change, 4).to_string(),
        };
        vec![
            Cell::dim(words::by(by)),
            Cell::Words { shown: vec![Span::plain(key)], raw: group.key.clone() },
            name,
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
        Column::new("ref", say!("OBJECTIVE")).shrinks(30),
        Column::new("title", "").shrinks(12),
        Column::new("kind", say!("KIND")).goes(4),
        Column::new("progress", say!("DONE")).right().goes(5),
        Column::new("suggested", say!("SUGGESTED")).right().goes(1),
        Column::new("score", say!("SCORE")).right(),
        Column::new("band", say!("BAND")).goes(2),
        Column::new("by", say!("SCORED BY")).goes(3),
    ];
    let row = |row: &ScoreRow| {
        let one = &row.objective;
        let state = if one.state.is_abandoned() { Some(say!("abandoned")) } else { None };
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
            Cell::Words { shown: vec![Span::dim(words::kind(one.kind))], raw: one.kind.as_str().to_owned() },
            Cell::Percent(one.progress),
            number(row.suggested.map(|score| score.get()), &report.scoring),
            score,
            Cell::maybe(row.band.as_deref().map(Band::said_of)),
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
            Span::plain(say!(
                ": all {objectives} aspirational objectives reached {most}. ",
                objectives,
                most = scoring.show(100.0)
            )),
            Span::dim(say!("Aim higher: what is sure to be reached is not aspirational.")),
        ],
        Flag::CommittedMissed { reference, title, score } => vec![
            Span::new("✗ ", Role::Bad),
            Span::reference(names.reference(reference)),
            Span::plain(say!("  {title}: committed, and scored {score}. ", title, score = scoring.show(score.get()))),
            Span::dim(say!("What was promised is to be reached whole.")),
        ],
    }
}
