//! The questions about one key result: value, status, confidence, note.

use super::asked::Asked;
use crate::cli::commands::update::{Updating, text_within_bounds};
use crate::cli::error::Failure;
use crate::cli::prompt::{Answer, Question};
use crate::cli::ui::Ui;
use crate::model::{Confidence, KeyResultId, Metric, Status, typed_value};
use crate::view::{self, Role, Span};

/// What somebody enters about one key result.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// As typed.
    pub value: Option<String>,
    pub status: Option<Status>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
}

/// Where a question leads.
enum Turn {
    On,
    Back,
    Skip,
    Quit,
}

/// What became of a key result.
pub enum Next {
    Entered(Entry),
    Skipped,
    Back,
    Quit,
}

/// One key result while it is asked about.
pub struct Questions<'q, 'd> {
    pub ui: &'q Ui,
    pub asked: &'q Asked,
    pub updating: &'q Updating<'d>,
}

type Step<'q, 'd> = fn(&Questions<'q, 'd>, &mut Entry) -> Result<Turn, Failure>;

impl<'q, 'd> Questions<'q, 'd> {
    const STEPS: [Step<'q, 'd>; 4] = [Self::value, Self::status, Self::confidence, Self::note];

    /// Asks one after the other, from what was entered before.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask(&self, before: Option<&Entry>) -> Result<Next, Failure> {
        let mut entry = before.cloned().unwrap_or_default();
        let mut step = 0;
        while let Some(ask) = Self::STEPS.get(step) {
            match ask(self, &mut entry)? {
                Turn::On => step += 1,
                Turn::Back if step == 0 => return Ok(Next::Back),
                Turn::Back => step -= 1,
                Turn::Skip => return Ok(Next::Skipped),
                Turn::Quit => return Ok(Next::Quit),
            }
        }
        Ok(Next::Entered(entry))
    }

    fn id(&self) -> &KeyResultId {
        &self.asked.report.id
    }

    /// The metric, which whatever wants check-ins has.
    fn metric(&self) -> Option<&Metric> {
        self.asked.report.metric.as_ref()
    }

    fn value(&self, entry: &mut Entry) -> Result<Turn, Failure> {
        let report = &self.asked.report;
        let reading = self.metric().zip(report.reading.as_ref());
        let kept = reading.map(|(metric, reading)| typed_value(metric, reading));
        let steps: Vec<String> = match self.metric() {
            Some(Metric::Milestones(steps)) => steps.steps().iter().map(|step| step.name.clone()).collect(),
            Some(Metric::Done) => vec!["done".to_owned(), "open".to_owned()],
            _ => Vec::new(),
        };
        let now = self.updating.now();
        let check = |typed: &str| match self.command(typed) {
            Some(_) => Ok(()),
            None if typed.trim().is_empty() => Ok(()),
            None => self.updating.told_as(self.id(), typed, now).map(|_| ()),
        };
        let help = if kept.is_some() {
            "Enter keeps it, s skips, b goes back, q ends"
        } else {
            "Enter leaves it open, s skips, b goes back, q ends"
        };
        let question = Question {
            default: kept,
            begun: entry.value.clone(),
            help,
            offers: &steps,
            check: &check,
            ..Question::new("Value")
        };
        let typed = match self.ui.ask_text(&question)? {
            Answer::Said(typed) => typed,
            Answer::Back => return Ok(Turn::Back),
            Answer::Quit => return Ok(Turn::Quit),
        };
        if let Some(turn) = self.command(&typed) {
            return Ok(turn);
        }
        entry.value = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        Ok(Turn::On)
    }

    /// A word that is no value but says where to go. A milestone of that name is a value.
    fn command(&self, typed: &str) -> Option<Turn> {
        let typed = typed.trim();
        let turn = match typed {
            "s" | "skip" => Turn::Skip,
            "b" | "back" => Turn::Back,
            "q" | "quit" => Turn::Quit,
            _ => return None,
        };
        let is_step = matches!(self.metric(), Some(Metric::Milestones(steps)) if steps.steps().iter().any(|step| step.name == typed));
        (!is_step).then_some(turn)
    }

    /// The status, with the one marked that the figures suggest; too early for that, the last one.
    fn status(&self, entry: &mut Entry) -> Result<Turn, Failure> {
        let told = entry.value.as_ref().map(|typed| self.updating.told_as(self.id(), typed, self.updating.now()));
        let told = told.transpose()?;
        let with = told.as_ref().and_then(|told| self.updating.standing_with(self.id(), &told.reported));
        let standing = with.as_ref().unwrap_or(&self.asked.report);
        if let Some(told) = &told {
            let mut line = vec![Span::plain("  ")];
            line.extend(told.words.clone());
            line.push(Span::plain("  "));
            line.extend(view::figures_standing(standing));
            self.ui.err(&line);
        }
        let suggested = standing.pace.and_then(|pace| pace.suggests());
        let marked = entry.status.or(suggested).or(self.asked.report.status).unwrap_or(Status::OnTrack);
        let first = Status::ALL.iter().position(|status| *status == marked).unwrap_or_default();
        let option = |status: &Status| {
            let mut option = vec![view::signed_status(*status)];
            if suggested == Some(*status) {
                option.push(Span::new("  as the figures say", Role::Dim));
            }
            option
        };
        let options: Vec<Vec<Span>> = Status::ALL.iter().map(option).collect();
        let help = "arrows and Enter choose, Esc goes back";
        Ok(match self.ui.ask_choice("Status", &options, first, help)? {
            Answer::Said(at) => {
                entry.status = Status::ALL.get(at).copied();
                Turn::On
            }
            Answer::Back => Turn::Back,
            Answer::Quit => Turn::Quit,
        })
    }

    fn confidence(&self, entry: &mut Entry) -> Result<Turn, Failure> {
        let last = entry.confidence.or(self.asked.report.confidence);
        let read = |typed: &str| -> Result<Option<Confidence>, Failure> {
            match typed.trim() {
                "" => Ok(None),
                typed => typed
                    .parse()
                    .map(Some)
                    .map_err(|why: crate::model::ConfidenceError| Failure::usage(why.to_string())),
            }
        };
        let check = |typed: &str| read(typed).map(|_| ());
        let help = "1 hardly to 10 certain; Esc goes back";
        let question =
            Question { default: last.map(|last| last.to_string()), help, check: &check, ..Question::new("Confidence") };
        Ok(match self.ui.ask_text(&question)? {
            Answer::Said(typed) => {
                entry.confidence = read(&typed)?;
                Turn::On
            }
            Answer::Back => Turn::Back,
            Answer::Quit => Turn::Quit,
        })
    }

    fn note(&self, entry: &mut Entry) -> Result<Turn, Failure> {
        let check = |typed: &str| match typed.trim() {
            "" => Ok(()),
            typed => text_within_bounds("the note", typed).map(|_| ()),
        };
        let help = "what happened; Enter for nothing, Esc goes back";
        let question = Question { begun: entry.note.clone(), help, check: &check, ..Question::new("Note") };
        Ok(match self.ui.ask_text(&question)? {
            Answer::Said(typed) => {
                entry.note = Some(typed.trim().to_owned()).filter(|note| !note.is_empty());
                Turn::On
            }
            Answer::Back => Turn::Back,
            Answer::Quit => Turn::Quit,
        })
    }
}
