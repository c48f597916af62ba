//! The way through all key results that are asked about, and what is entered on it.

use super::asked::Asked;
use super::questions::{Entry, Questions};
use crate::cli::commands::update::Updating;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::prompt::Answer;
use crate::cli::record::Recorder;
use crate::language::say;
use crate::model::CheckIn;
use crate::render;
use crate::view::{self, Entered, Line};

/// A check-in of several key results while it is held.
pub struct Walk<'d> {
    desk: &'d Desk<'d>,
    stops: Vec<Stop>,
    objectives: Vec<Updating<'d>>,
}

/// A key result on the way.
struct Stop {
    asked: Asked,
    /// The objective that it is of, among those that are checked in.
    objective: usize,
    entry: Option<Entry>,
}

impl<'d> Walk<'d> {
    /// The way through these, in their order.
    ///
    /// # Errors
    /// When an objective cannot be read, or is finished by now.
    pub fn new(desk: &'d Desk<'d>, all: Vec<Asked>) -> Result<Self, Failure> {
        let mut objectives: Vec<Updating<'d>> = Vec::new();
        let mut stops = Vec::new();
        for asked in all {
            let known = objectives.iter().position(|one| one.record.reference == asked.objective);
            let objective = match known {
                Some(at) => at,
                None => {
                    objectives.push(Updating::open(desk, asked.objective.clone())?);
                    objectives.len() - 1
                }
            };
            stops.push(Stop { asked, objective, entry: None });
        }
        Ok(Self { desk, stops, objectives })
    }

    /// Asks, until everything was asked or somebody ends it. Whether there is something to record, and it is to be recorded.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn go(&mut self) -> Result<bool, Failure> {
        let mut at = 0;
        loop {
            while at < self.stops.len() {
                match self.ask(at)? {
                    Answer::Said(entry) => self.stops[at].entry = Some(entry),
                    Answer::Skip => self.stops[at].entry = None,
                    Answer::Back => {
                        at = at.saturating_sub(1);
                        continue;
                    }
                    Answer::Quit => break,
                }
                at += 1;
            }
            if self.stops.iter().all(|stop| stop.entry.is_none()) {
                return Ok(false);
            }
            match self.confirm()? {
                Answer::Said(yes) => return Ok(yes),
                Answer::Quit | Answer::Skip => return Ok(false),
                Answer::Back => at = at.min(self.stops.len() - 1),
            }
        }
    }

    fn ask(&self, at: usize) -> Result<Answer<Entry>, Failure> {
        let (stop, ui) = (&self.stops[at], &self.desk.ctx.ui);
        let (report, settings) = (&stop.asked.report, self.desk.settings());
        let name = self.desk.short(&report.reference);
        let place = (at + 1, self.stops.len());
        let about = view::asked(report, &name, place, self.desk.today(), settings.time_zone);
        ui.err_text(&format!("\n{}", render::text(&about, &ui.look_err())));
        Questions { ui, asked: &stop.asked, updating: &self.objectives[stop.objective] }.ask(stop.entry.as_ref())
    }

    fn confirm(&self) -> Result<Answer<bool>, Failure> {
        let ui = &self.desk.ctx.ui;
        let all: Vec<Entered> =
            self.stops.iter().filter_map(|stop| Some(self.entered(stop, stop.entry.as_ref()?))).collect();
        let question = match all.len() {
            1 => say!("Record this check-in?").to_owned(),
            several => say!("Record these {count} check-ins?", count = several),
        };
        ui.err_text(&format!("\n{}", render::text(&view::entered(all), &ui.look_err())));
        ui.ask_yes(&question, say!("Esc goes back, n drops them"))
    }

    fn entered<'s>(&self, stop: &Stop, entry: &'s Entry) -> Entered<'s> {
        let updating = &self.objectives[stop.objective];
        let told = |typed: &String| updating.told_as(&stop.asked.report.id, typed, updating.now()).ok();
        Entered {
            name: self.desk.short(&stop.asked.report.reference),
            change: entry.value.as_ref().and_then(told).map(|told| told.words).unwrap_or_default(),
            status: entry.status,
            confidence: entry.confidence,
            note: entry.note.as_deref(),
        }
    }

    /// Records what was entered, one append an objective, all or nothing. What to say of it.
    ///
    /// # Errors
    /// When a value does not fit any more, or a history cannot be written.
    pub fn record(mut self, mut recorder: Recorder) -> Result<Vec<Line>, Failure> {
        for stop in self.stops {
            let Some(entry) = stop.entry else { continue };
            let Entry { value, status, confidence, note } = entry;
            let said = CheckIn { status, confidence, note, ..CheckIn::default() };
            let id = Some(stop.asked.report.id);
            self.objectives[stop.objective].take(&mut recorder, id, value.as_deref(), &said, None)?;
        }
        recorder.write()?;
        Ok(self.objectives.into_iter().flat_map(Updating::after).collect())
    }
}
