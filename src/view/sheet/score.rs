//! The score report.

use super::cells::{moment, table};
use crate::model::Progress;
use crate::report::{Given, ScoreReport};
use crate::view::cell::Cell;
use crate::view::document::Table;
use crate::view::score::number;

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "ref", "title", "owner", "unit", "level", "kind", "state", "progress", "suggested", "score", "band", "by", "at",
    "counts",
];

/// One row a score, of objectives and key results.
pub fn score(report: &ScoreReport) -> Table {
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
        let mut push =
            |reference: String, title: &str, progress: Option<Progress>, suggested: Option<f64>, scores: &[Given]| {
                let figures = |given: Option<&Given>| {
                    let score = given.map(|given| given.score);
                    let band = score.and_then(|score| report.scoring.band(score));
                    vec![
                        Cell::Percent(progress),
                        number(suggested, &report.scoring),
                        number(score.map(|score| score.get()), &report.scoring),
                        Cell::maybe(band.map(|band| band.said())),
                        Cell::maybe(given.map(|given| given.by.clone())),
                        moment(given.map(|given| given.at)),
                        Cell::text(given.is_some_and(|given| given.counts).to_string()),
                    ]
                };
                let given: Vec<Option<&Given>> =
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
    table(NAMES, rows)
}
