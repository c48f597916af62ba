//! The sheets of what an objective or a key result has several of: milestones, initiatives, tags.

use super::sheet::{Column, Kind, Row, Value, column};
use super::{One, Rows, Sheet};
use crate::model::Metric;

pub const MILESTONES: Sheet = Sheet {
    name: "milestones",
    one: "milestone",
    about: "One row a step of a key result that is measured by milestones.",
    columns: MILESTONE,
    rows: Rows::Each(milestones),
};

pub const INITIATIVES: Sheet = Sheet {
    name: "initiatives",
    one: "initiative",
    about: "One row a piece of work that should move a key result.",
    columns: INITIATIVE,
    rows: Rows::Each(initiatives),
};

pub const TAGS: Sheet =
    Sheet { name: "tags", one: "tag", about: "One row a tag of an objective.", columns: TAG, rows: Rows::Each(tags) };

const MILESTONE: &[Column] = &[
    column("key_result", Kind::Text, "→ key_results"),
    column("position", Kind::Count, "from 1"),
    column("name", Kind::Text, ""),
    column("weight", Kind::Number, "how much it counts"),
    column("due", Kind::Day, "the day by which it is due"),
];

const INITIATIVE: &[Column] = &[
    column("key_result", Kind::Text, "→ key_results"),
    column("position", Kind::Count, "from 1"),
    column("title", Kind::Text, ""),
    column("link", Kind::Text, "where it is followed"),
    column("done", Kind::Flag, ""),
];

const TAG: &[Column] = &[column("objective", Kind::Text, "→ objectives"), column("tag", Kind::Text, "")];

fn milestones(one: &One) -> Vec<Row> {
    let with_steps = one.report.key_results.iter().filter_map(|kr| match &kr.metric {
        Some(Metric::Milestones(steps)) => Some((kr, steps)),
        _ => None,
    });
    with_steps
        .flat_map(|(kr, steps)| {
            steps.steps().iter().enumerate().map(|(at, step)| {
                vec![
                    Value::text(&kr.reference),
                    Value::count(at + 1),
                    Value::text(&step.name),
                    Value::weight(step.weight),
                    Value::maybe(step.due, Value::Day),
                ]
            })
        })
        .collect()
}

fn initiatives(one: &One) -> Vec<Row> {
    let all = one.report.key_results.iter();
    all.flat_map(|kr| {
        kr.initiatives.iter().enumerate().map(|(at, initiative)| {
            vec![
                Value::text(&kr.reference),
                Value::count(at + 1),
                Value::text(&initiative.title),
                Value::maybe_text(initiative.link.as_ref()),
                Value::Flag(initiative.done),
            ]
        })
    })
    .collect()
}

fn tags(one: &One) -> Vec<Row> {
    one.report.tags.iter().map(|tag| vec![Value::text(&one.report.reference), Value::text(tag)]).collect()
}
