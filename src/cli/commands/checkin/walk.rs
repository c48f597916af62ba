//! The way through all key results that are asked about, and what is entered on it.

use super::asked::Asked;
use super::questions::{Entry, Questions};
use crate::cli::commands::update::Updating;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::prompt::Answer;
use crate::cli::record::Recorder;
use crate::model::CheckIn;
use crate::render;
use crate::view::{self, Line, Role, Span};

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
        let entered: Vec<(&Stop, &Entry)> =
            self.stops.iter().filter_map(|stop| Some((stop, stop.entry.as_ref()?))).collect();
        ui.err_text("\n");
        for (stop, entry) in &entered {
            ui.err(&self.summary(stop, entry));
        }
        let question = match entered.len() {
            1 => "Record this check-in?".to_owned(),
            several => format!("Record these {several} check-ins?"),
        };
        ui.ask_yes(&question, "Esc goes back, n drops them")
    }

    /// `ana/renewing.nps  38 → 40 points (+2)  at risk  6/10  new onboarding is live`.
    fn summary(&self, stop: &Stop, entry: &Entry) -> Line {
        let updating = &self.objectives[stop.objective];
        let mut line = vec![Span::plain("  "), Span::reference(self.desk.short(&stop.asked.report.reference))];
        let mut add = |part: Line| {
            line.push(Span::plain("  "));
            line.extend(part);
        };
        let told = entry.value.as_ref().map(|typed| updating.told_as(&stop.asked.report.id, typed, updating.now()));
        if let Some(Ok(told)) = told {
            add(told.words);
        }
        entry.status.into_iter().for_each(|status| add(vec![view::signed_status(status)]));
        entry.confidence.into_iter().for_each(|level| add(vec![Span::dim(format!("{level}/10"))]));
        entry.note.iter().for_each(|note| add(vec![Span::new(note, Role::Plain)]));
        line
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
