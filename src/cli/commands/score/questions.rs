//! The questions that score an objective: which one, each key result, the whole, and why.

use super::Judging;
use super::judging::{Given, Part};
use crate::analysis::{assess, given, in_force};
use crate::cli::commands::update::optional_text;
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::Failure;
use crate::cli::prompt::{Answer, Question, filled};
use crate::cli::words;
use crate::language::say;
use crate::model::{KeyResultId, Moment, ObjectiveRef, OwnerKey, Record, Score};
use crate::view::Span;

/// What was answered.
pub struct Answers {
    pub scores: Vec<Given>,
    pub note: Option<String>,
}

/// Which objective is to be scored: one of those that somebody acts for and that have no score yet. Nothing if there is none,
/// or none was chosen.
///
/// # Errors
/// When the cycle was closed, or the terminal is gone.
pub fn which(desk: &Desk, me: &OwnerKey) -> Result<Option<ObjectiveRef>, Failure> {
    let cycle = desk.cycle(desk.today())?;
    cycle_is_open(desk, &cycle.id)?;
    let snapshot = desk.load(&cycle.id);
    let now = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
    let mine = snapshot.of_cycle(&cycle.id).filter(|(_, record)| snapshot.org.acts_for(me, &record.reference.owner));
    let unscored = mine.filter(|(at, record)| {
        let given_up = !now.objectives[*at].counts();
        !given_up && in_force(&given(record, None, &snapshot.org, &now.moment)).is_none()
    });
    let unscored: Vec<_> = unscored.map(|(_, record)| record).collect();
    if unscored.is_empty() {
        desk.ctx.ui.say(&words::note(&say!("nothing of yours is without a score in {cycle}", cycle = &cycle.id)));
        return Ok(None);
    }
    let option = |record: &&Record| {
        let name = desk.short(&record.reference.clone().into());
        vec![Span::reference(name), Span::plain("  "), Span::plain(&record.objective.title)]
    };
    let options: Vec<Vec<Span>> = unscored.iter().map(option).collect();
    let help = say!("arrows and Enter choose, Esc ends");
    Ok(match desk.ctx.ui.ask_choice(say!("Which objective?"), &options, 0, help)? {
        Answer::Said(at) => unscored.get(at).map(|record| record.reference.clone()),
        _ => None,
    })
}

/// The scores of an objective, or of one key result of it, and `why`, if that is wanted; nothing if somebody ended it.
///
/// # Errors
/// When there is no such key result, or the terminal is gone.
pub fn ask(desk: &Desk, judging: &Judging, only: Option<&KeyResultId>, why: bool) -> Result<Option<Answers>, Failure> {
    only.map(|only| judging.known(only.clone())).transpose()?;
    let parts = judging.parts(only);
    let asking = Asking { desk, judging, parts: &parts };
    let mut given: Vec<Option<Score>> = vec![None; parts.len()];
    let mut at = 0;
    while at < parts.len() {
        match asking.score(at, &given)? {
            Answer::Said(score) => {
                given[at] = score;
                at += 1;
            }
            Answer::Back => at = at.saturating_sub(1),
            _ => return Ok(None),
        }
    }
    let scores = taken(&parts, &given);
    if scores.is_empty() {
        return Ok(None);
    }
    if !why {
        return Ok(Some(Answers { scores, note: None }));
    }
    let check = optional_text(say!("the note"));
    let question = Question { help: say!("Enter for nothing"), check: &check, ..Question::new(say!("Why?")) };
    Ok(match desk.ctx.ui.ask_text(&question)? {
        Answer::Said(typed) => Some(Answers { scores, note: filled(&typed) }),
        _ => None,
    })
}

/// The scores that were given so far.
fn taken(parts: &[Part], given: &[Option<Score>]) -> Vec<Given> {
    parts.iter().zip(given).filter_map(|(part, score)| Some((part.key_result.clone(), (*score)?))).collect()
}

struct Asking<'a> {
    desk: &'a Desk<'a>,
    judging: &'a Judging<'a>,
    parts: &'a [Part],
}

impl Asking<'_> {
    /// The score of a part. Its default is the one it has; else what the figures say, for the objective with what was given
    /// so far.
    fn score(&self, at: usize, given: &[Option<Score>]) -> Result<Answer<Option<Score>>, Failure> {
        let part = &self.parts[at];
        let suggested = match part.key_result {
            Some(_) => part.suggested,
            None => self.judging.whole(&taken(self.parts, given)),
        };
        let show = |score: Score| self.judging.settings().show(score.get());
        let name = part.key_result.as_ref().map_or(say!("the objective").to_owned(), ToString::to_string);
        self.desk.ctx.ui.err(&[Span::reference(name), Span::plain("  "), Span::plain(&part.title)]);
        let (low, high) = (self.judging.settings().show(0.0), self.judging.settings().show(100.0));
        let help = match suggested {
            Some(score) => {
                say!("{low} to {high}; the figures suggest {score}, - gives none", low, high, score = show(score))
            }
            None => say!("{low} to {high}; Enter gives none", low, high),
        };
        let read = |typed: &str| match typed.trim() {
            "" | "-" => Ok(None),
            typed => self.judging.number(typed).map(Some),
        };
        let question = Question {
            default: given[at].or(part.given).or(suggested).map(show),
            help: &help,
            check: &|typed| read(typed).map(|_| ()),
            ..Question::new(say!("Score"))
        };
        // What could not be read was not taken.
        Ok(self.desk.ctx.ui.ask_text(&question)?.map(|typed| read(&typed).unwrap_or_default()))
    }
}
