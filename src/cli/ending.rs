//! What is over takes no changes, and says how to open it again.

use super::desk::Desk;
use super::error::Failure;
use crate::analysis::state;
use crate::language::say;
use crate::model::{CycleId, Lifecycle, Moment, ObjectiveRef, Record};

/// Whether an objective is open, completed or abandoned by now.
pub fn lifecycle(desk: &Desk, record: &Record) -> Lifecycle {
    let now = Moment::at(desk.ctx.now, desk.settings().time_zone);
    state(&record.objective, &record.events, &now).lifecycle
}

/// An objective that can still be worked on.
///
/// # Errors
/// When it cannot be read, or is completed or abandoned.
pub fn open_objective(desk: &Desk, objective: &ObjectiveRef) -> Result<Record, Failure> {
    let record = desk.record(objective)?;
    let lifecycle = lifecycle(desk, &record);
    if lifecycle.is_open() {
        return Ok(record);
    }
    let name = objective.in_cycle();
    let message = match lifecycle {
        Lifecycle::Completed(_) => say!("{name} is completed", name),
        Lifecycle::Abandoned(_) => say!("{name} is abandoned", name),
        Lifecycle::Open => say!("{name} is open", name),
    };
    Err(Failure::usage(message).hint(say!("okr reopen {name} opens it again", name)))
}

/// Refuses to change anything in a cycle that was closed.
///
/// # Errors
/// When it was.
pub fn cycle_is_open(desk: &Desk, id: &CycleId) -> Result<(), Failure> {
    let closed = desk.cycles().iter().find(|cycle| &cycle.id == id).and_then(|cycle| cycle.closed);
    match closed {
        None => Ok(()),
        Some(day) => Err(Failure::usage(say!("{id} was closed on {day}: nothing in it is changed any more", id, day))
            .hint(say!("okr cycle reopen {id} opens it again", id))),
    }
}
