//! `--fail-on`: a report as a gate.

use clap::ValueEnum;

use crate::analysis::Standings;
use crate::cli::context::Context;
use crate::cli::error::Exit;
use crate::language::{list, say};
use crate::model::{Level, Pace, Status};

/// What a report can fail on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// An objective or key result that is off track, by its figures or by what people say
    OffTrack,
    /// One that is at risk
    AtRisk,
    /// A key result without a check-in for too long
    Stale,
    /// An objective of an ended cycle without a score
    Unscored,
    /// An objective below company level that aligns to nothing
    Unaligned,
}

/// Says what was found among the open objectives at these indices, and gives the exit code for it.
pub fn gate(ctx: &Context, standings: &Standings, selected: &[usize], wanted: &[FailOn], exit: Exit) -> Exit {
    let mut found = false;
    for what in wanted {
        let names = find(standings, selected, *what);
        if names.is_empty() {
            continue;
        }
        found = true;
        let shown: Vec<&str> = names.iter().take(8).map(String::as_str).collect();
        let listed = match names.len() > shown.len() {
            true => say!("{names}, …", names = list(&shown)),
            false => list(&shown),
        };
        let word = what.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let line = match names.len() {
            1 => say!("1 is {what}: {name}", what = word, name = listed),
            count => say!("{count} are {what}: {names}", count, what = word, names = listed),
        };
        ctx.ui.err(&[crate::view::Span::new(say!("failed: "), crate::view::Role::Bad), crate::view::Span::plain(line)]);
    }
    if found && exit == Exit::Done { Exit::Findings } else { exit }
}

fn find(standings: &Standings, selected: &[usize], what: FailOn) -> Vec<String> {
    let mut names = Vec::new();
    for &at in selected {
        let figures = &standings.objectives[at];
        let name = figures.reference.in_cycle();
        let ended =
            standings.header.cycle(&figures.reference.cycle).is_some_and(|cycle| cycle.end < standings.moment.day);
        if what == FailOn::Unscored && ended && figures.counts() && !figures.own.is_scored {
            names.push(name.clone());
        }
        if !figures.is_open() {
            continue;
        }
        let is = |pace: Option<Pace>, status: Option<Status>, p: Pace, s: Status| pace == Some(p) || status == Some(s);
        let stands = |pace, status| match what {
            FailOn::OffTrack => is(pace, status, Pace::OffTrack, Status::OffTrack),
            FailOn::AtRisk => is(pace, status, Pace::AtRisk, Status::AtRisk),
            FailOn::Stale | FailOn::Unscored | FailOn::Unaligned => false,
        };
        if stands(figures.pace, figures.status) {
            names.push(name.clone());
        }
        for own in &figures.key_results {
            if stands(own.pace, own.status) || (what == FailOn::Stale && own.stale.is_some()) {
                names.push(format!("{name}.{}", own.id));
            }
        }
        let below = standings.header.org.level(&figures.reference.owner) != Level::Company;
        let company = standings.header.org.company.is_some();
        if what == FailOn::Unaligned
            && company
            && below
            && standings.alignment.up[at].is_empty()
            && standings.alignment.not_here(at).next().is_none()
        {
            names.push(name);
        }
    }
    names
}
