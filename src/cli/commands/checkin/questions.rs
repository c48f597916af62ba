//! The questions about one key result: value, status, confidence, note.

use super::asked::Asked;
use crate::cli::commands::update::{Updating, optional_text};
use crate::cli::error::Failure;
use crate::cli::prompt::{Answer, Offer, Question, Step, filled, in_turn};
use crate::cli::ui::Ui;
use crate::language::say;
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

/// The value of milestones of which none is reached.
const NO_STEP: &str = "none";

/// One key result while it is asked about.
pub struct Questions<'q, 'd> {
    pub ui: &'q Ui,
    pub asked: &'q Asked,
    pub updating: &'q Updating<'d>,
}

impl Questions<'_, '_> {
    /// Asks one after the other, from what was entered before.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask(&self, before: Option<&Entry>) -> Result<Answer<Entry>, Failure> {
        let mut entry = before.cloned().unwrap_or_default();
        let steps: [Step<Entry>; 4] =
            [&|entry| self.value(entry), &|entry| self.status(entry), &|entry| self.confidence(entry), &|entry| {
                self.note(entry)
            }];
        Ok(in_turn(&mut entry, &steps)?.map(|()| entry))
    }

    fn id(&self) -> &KeyResultId {
        &self.asked.report.id
    }

    /// The metric, which whatever wants check-ins has.
    fn metric(&self) -> Option<&Metric> {
        self.asked.report.metric.as_ref()
    }

    fn value(&self, entry: &mut Entry) -> Result<Answer<()>, Failure> {
        let report = &self.asked.report;
        let reading = self.metric().zip(report.reading.as_ref());
        let kept = reading.map(|(metric, reading)| self.spoken(typed_value(metric, reading)));
        let steps: Vec<Offer> = match self.metric() {
            Some(Metric::Milestones(steps)) => steps.steps().iter().map(|step| Offer::new(&step.name, "")).collect(),
            Some(Metric::Done) => vec![Offer::new("done", ""), Offer::new("open", "")],
            _ => Vec::new(),
        };
        let now = self.updating.now();
        let check = |typed: &str| match self.command(typed) {
            Some(_) => Ok(()),
            None if typed.trim().is_empty() => Ok(()),
            None => self.updating.told_as(self.id(), self.meant(typed), now).map(|_| ()),
        };
        let help = if kept.is_some() {
            say!("Enter keeps it, s skips, b goes back, q ends")
        } else {
            say!("Enter leaves it open, s skips, b goes back, q ends")
        };
        let question = Question {
            default: kept,
            begun: entry.value.clone().map(|typed| self.spoken(typed)),
            help,
            offers: &steps,
            check: &check,
            ..Question::new(say!("Value"))
        };
        Ok(match self.ui.ask_text(&question)? {
            Answer::Said(typed) => match self.command(&typed) {
                Some(elsewhere) => elsewhere,
                None => {
                    entry.value = filled(self.meant(&typed));
                    Answer::Said(())
                }
            },
            elsewhere => elsewhere.map(|_| ()),
        })
    }

    /// A value as it is asked for: where no milestone is reached, that is said in the language of the question.
    fn spoken(&self, value: String) -> String {
        if value == NO_STEP && !self.is_step(say!("none")) { say!("none").to_owned() } else { value }
    }

    /// The value that is meant by what [`Questions::spoken`] says.
    fn meant<'t>(&self, typed: &'t str) -> &'t str {
        let of_steps = matches!(self.metric(), Some(Metric::Milestones(_)));
        if of_steps && typed.trim() == say!("none") && !self.is_step(typed.trim()) { NO_STEP } else { typed }
    }

    fn is_step(&self, word: &str) -> bool {
        matches!(self.metric(), Some(Metric::Milestones(steps)) if steps.steps().iter().any(|step| step.name == word))
    }

    /// A word that is no value but says where to go. A milestone of that name is a value.
    fn command(&self, typed: &str) -> Option<Answer<()>> {
        let typed = typed.trim();
        let turn = match typed {
            "s" | "skip" => Answer::Skip,
            "b" | "back" => Answer::Back,
            "q" | "quit" => Answer::Quit,
            _ => return None,
        };
        (!self.is_step(typed)).then_some(turn)
    }

    /// The status, with the one marked that the figures suggest; too early for that, the last one.
    fn status(&self, entry: &mut Entry) -> Result<Answer<()>, Failure> {
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
        // Who keeps the value keeps what was said of it, unless something else is chosen.
        let last = self.asked.report.status;
        let kept = if told.as_ref().is_none_or(|told| told.is_kept) { last } else { None };
        let marked = entry.status.or(kept).or(suggested).or(last).unwrap_or(Status::OnTrack);
        let first = Status::ALL.iter().position(|status| *status == marked).unwrap_or_default();
        let option = |status: &Status| {
            let mut option = vec![view::signed_status(*status)];
            if suggested == Some(*status) {
                option.push(Span::new(say!("  as the figures say"), Role::Dim));
            }
            option
        };
        let options: Vec<Vec<Span>> = Status::ALL.iter().map(option).collect();
        let help = say!("arrows and Enter choose, Esc goes back");
        let chosen = self.ui.ask_choice(say!("Status"), &options, first, help)?;
        Ok(chosen.map(|at| entry.status = Status::ALL.get(at).copied()))
    }

    fn confidence(&self, entry: &mut Entry) -> Result<Answer<()>, Failure> {
        let last = entry.confidence.or(self.asked.report.confidence);
        let read = |typed: &str| -> Result<Option<Confidence>, Failure> {
            let level = filled(typed).map(|typed| typed.parse::<Confidence>()).transpose();
            level.map_err(|why| Failure::usage(why.to_string()))
        };
        let check = |typed: &str| read(typed).map(|_| ());
        let help = say!("1 hardly to 10 certain; Esc goes back");
        let question = Question {
            default: last.map(|last| last.to_string()),
            help,
            check: &check,
            ..Question::new(say!("Confidence"))
        };
        Ok(self.ui.ask_text(&question)?.map(|typed| entry.confidence = read(&typed).unwrap_or_default()))
    }

    fn note(&self, entry: &mut Entry) -> Result<Answer<()>, Failure> {
        let help = say!("what happened; Enter for nothing, Esc goes back");
        let question = Question {
            begun: entry.note.clone(),
            help,
            check: &optional_text(say!("the note")),
            ..Question::new(say!("Note"))
        };
        Ok(self.ui.ask_text(&question)?.map(|typed| entry.note = filled(&typed)))
    }
}
