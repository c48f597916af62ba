//! `okr update --from`: many check-ins, all or none.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::Args;
use super::rows::{Row, is_said, rows};
use super::updating::Updating;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::input;
use crate::cli::record::Recorder;
use crate::language::{count, say};
use crate::model::{CheckIn, KeyResultId, ObjectiveRef};
use crate::view::{Role, Span};

/// After so many rows that cannot be taken the rest is not looked at.
const MOST_WRONG: usize = 100;

pub fn run(desk: &Desk, args: &Args, file: &Path) -> Result<Exit, Failure> {
    let (text, shown) = input::read(file)?;
    let rows = rows(&text, &shown)?;
    let recorder = Recorder::new(desk, args.at.as_deref())?;
    let mut batch = Batch { desk, args, recorder, open: BTreeMap::new(), found: HashMap::new() };
    let total = rows.len();
    let taken = rows.into_iter().map(|(line, row)| (line, row.and_then(|row| batch.take(&row))));
    let wrong: Vec<(u64, Failure)> =
        taken.filter_map(|(line, taken)| Some((line, taken.err()?))).take(MOST_WRONG).collect();
    if !wrong.is_empty() {
        return Err(refused(desk, &shown, &wrong, total));
    }
    if total == 0 {
        desk.ctx.ui.done(&[Span::plain(say!("{file} holds no check-ins; nothing was changed", file = shown))])?;
        return Ok(Exit::Done);
    }
    batch.recorder.write()?;
    for line in batch.open.into_values().flat_map(Updating::after) {
        desk.ctx.ui.done(&line)?;
    }
    Ok(Exit::Done)
}

/// Says what is wrong with each row.
fn refused(desk: &Desk, shown: &str, wrong: &[(u64, Failure)], total: usize) -> Failure {
    for (line, why) in wrong {
        let hints: String = why.hints.iter().map(|hint| say!(" ({hint})", hint)).collect();
        let said = format!("{shown}:{line}: {}{hints}", why.message);
        desk.ctx.ui.err(&[Span::new(say!("error: "), Role::Bad), Span::plain(said)]);
    }
    let bad = count!(wrong.len(), "row", "rows");
    let failure = Failure::usage(say!("{rows} of {total} cannot be taken; none was", rows = bad, total));
    match wrong.len() == MOST_WRONG && wrong.len() < total {
        true => failure.hint(say!("mend these first: what comes after them was not looked at")),
        false => failure,
    }
}

/// The check-ins of a file on their way into histories.
struct Batch<'d> {
    desk: &'d Desk<'d>,
    args: &'d Args,
    recorder: Recorder<'d>,
    open: BTreeMap<ObjectiveRef, Updating<'d>>,
    /// What references mean: looking one up lists folders.
    found: HashMap<String, (ObjectiveRef, Option<KeyResultId>)>,
}

impl Batch<'_> {
    fn take(&mut self, row: &Row) -> Result<(), Failure> {
        let (objective, mut id) = match self.found.get(&row.reference) {
            Some(known) => known.clone(),
            None => self.found.entry(row.reference.clone()).or_insert(self.desk.find(&row.reference)?).clone(),
        };
        let updating = match self.open.entry(objective.clone()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(Updating::open(self.desk, objective.clone())?),
        };
        let value = row.words();
        if let (None, Some(_), [only]) = (&id, &value, updating.record.objective.key_results.as_slice()) {
            id = Some(only.id.clone());
        }
        if id.is_none() && value.is_some() {
            return Err(Failure::usage(say!(
                "{objective} is an objective of several key results",
                objective = &row.reference
            ))
            .hint(say!("write objective.kr")));
        }
        let own = row.said()?;
        let said = CheckIn {
            status: own.status.or(self.args.status),
            confidence: own.confidence.or(self.args.confidence),
            note: own.note.or_else(|| self.args.note.clone()),
            ..CheckIn::default()
        };
        if value.is_none() && said == CheckIn::default() {
            return Err(Failure::usage(say!("it says nothing: no value, status, confidence or note")));
        }
        updating.take(&mut self.recorder, id, value.as_deref(), &said, row.at.as_deref().filter(is_said))
    }
}
