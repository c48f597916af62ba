//! An objective while it is scored.

use crate::analysis::{Assessment, assess, given, has_judge, in_force, may_judge, suggested, suggested_after};
use crate::cli::desk::Desk;
use crate::cli::ending::cycle_is_open;
use crate::cli::error::Failure;
use crate::cli::objective_meant::no_key_result;
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::{list, pattern, say};
use crate::model::{KeyResultId, Moment, ObjectiveRef, Record, Score, ScoreError, Scoring, What, half_width};
use crate::view::Span;

/// An objective while it is scored.
pub struct Judging<'d> {
    desk: &'d Desk<'d>,
    record: Record,
    assessment: Assessment<'static>,
    at: usize,
}

/// Something that can be scored.
pub struct Part {
    /// None for the objective itself.
    pub key_result: Option<KeyResultId>,
    pub title: String,
    /// The score in force.
    pub given: Option<Score>,
    /// What the figures say of a key result; what they say of the objective follows from what is entered, see [`Judging::whole`].
    pub suggested: Option<Score>,
}

/// A score for a key result, or for the objective.
pub type Given = (Option<KeyResultId>, Score);

impl<'d> Judging<'d> {
    /// Reads the objective, with its cycle for what the figures suggest.
    ///
    /// # Errors
    /// When it cannot be read, or was abandoned, or its cycle was closed.
    pub fn open(desk: &'d Desk<'d>, objective: &ObjectiveRef) -> Result<Self, Failure> {
        cycle_is_open(desk, &objective.cycle)?;
        let record = desk.record(objective)?;
        let snapshot = desk.load(&objective.cycle);
        let assessment = assess(snapshot, Moment::at(desk.ctx.now, desk.settings().time_zone));
        let at =
            snapshot.find(objective).ok_or_else(|| Failure::store(say!("{file} cannot be read", file = objective)))?;
        let name = objective.in_cycle();
        if !assessment.objectives[at].counts() {
            return Err(Failure::usage(say!("{objective} is abandoned: it takes no score", objective = &name))
                .hint(say!("okr reopen {objective} takes that back", objective = &name)));
        }
        Ok(Self { desk, record, assessment, at })
    }

    /// What can be scored: each key result, or the one that is meant, and then the objective.
    pub fn parts(&self, only: Option<&KeyResultId>) -> Vec<Part> {
        let (org, moment) = (self.desk.org(), &self.assessment.moment);
        let key_results = self.record.objective.key_results.iter();
        let key_results = key_results.zip(&self.assessment.objectives[self.at].key_results).map(|(kr, own)| Part {
            key_result: Some(kr.id.clone()),
            title: kr.title.clone(),
            given: in_force(&given(&self.record, Some(&kr.id), org, moment)).map(|given| given.score),
            suggested: own.progress.map(Scoring::suggested),
        });
        let mut parts: Vec<Part> =
            key_results.filter(|part| only.is_none_or(|only| part.key_result.as_ref() == Some(only))).collect();
        parts.extend(only.is_none().then(|| Part {
            key_result: None,
            title: self.record.objective.title.clone(),
            given: in_force(&given(&self.record, None, org, moment)).map(|given| given.score),
            suggested: None,
        }));
        parts
    }

    /// What the figures suggest for the objective, with the scores of its key results that are given with it.
    pub fn whole(&self, entered: &[Given]) -> Option<Score> {
        let of = |id: &KeyResultId| entered.iter().find(|(kr, _)| kr.as_ref() == Some(id)).map(|(_, score)| *score);
        suggested_after(&self.assessment, self.at, of)
    }

    /// The scale and the bands.
    pub fn settings(&self) -> &Scoring {
        &self.desk.settings().scoring
    }

    /// A score as it was typed.
    ///
    /// # Errors
    /// When it is off the scale.
    pub fn number(&self, text: &str) -> Result<Score, Failure> {
        let number: f64 = half_width(text.trim()).parse().map_err(|_| {
            Failure::usage(say!("{text} is not a score", text = format_args!("{text:?}")))
                .hint(say!("a number from 0 to {highest}", highest = self.settings().show(100.0)))
        })?;
        self.settings().read(number).map_err(|why| {
            let failure = Failure::usage(say!("{value}: {why}", value = text, why));
            match why {
                ScoreError::OtherScale { given } => failure
                    .hint(say!("scores are 0 to 100 here: {score}?", score = crate::model::rounded(given * 100.0, 2)))
                    .hint(say!("for 0.0 to 1.0, put scoring: {scale: 1.0} into okr.yaml")),
                ScoreError::OutOfRange { .. } => failure,
            }
        })
    }

    /// Scores as they were typed.
    ///
    /// # Errors
    /// When one is none, or names no key result.
    pub fn typed(&self, kr: Option<KeyResultId>, values: &[String], reference: &str) -> Result<Vec<Given>, Failure> {
        match (kr, values) {
            (_, []) => Err(Failure::usage(say!("what is the score?"))
                .hint(say!("okr score {reference} SCORE, or --suggested for what the figures say", reference))),
            (Some(kr), [value]) => Ok(vec![(Some(self.known(kr)?), self.number(value)?)]),
            (None, [value]) if !value.contains('=') => Ok(vec![(None, self.number(value)?)]),
            (Some(_), _) => Err(Failure::usage(say!("one key result takes one score"))),
            (None, several) => several.iter().map(|value| self.pair(value)).collect(),
        }
    }

    /// `nps=70`.
    fn pair(&self, text: &str) -> Result<Given, Failure> {
        let pair = text.split_once('=').and_then(|(kr, value)| Some((kr.trim().parse().ok()?, value)));
        let (kr, value) =
            pair.ok_or_else(|| Failure::usage(say!("{text} is not KR=SCORE", text = format_args!("{text:?}"))))?;
        Ok((Some(self.known(kr)?), self.number(value)?))
    }

    /// A key result that is there.
    ///
    /// # Errors
    /// When it is not.
    pub fn known(&self, kr: KeyResultId) -> Result<KeyResultId, Failure> {
        let key_results = &self.record.objective.key_results;
        match self.record.objective.key_result(&kr) {
            Some(_) => Ok(kr),
            None => Err(no_key_result(&self.record.reference, &kr, key_results.iter().map(|kr| &kr.id))),
        }
    }

    /// What the figures suggest: for one key result; or for every one that has no score yet, and for the objective.
    ///
    /// # Errors
    /// When nothing can be measured.
    pub fn suggested(&self, only: Option<&KeyResultId>) -> Result<Vec<Given>, Failure> {
        let (org, moment) = (self.desk.org(), &self.assessment.moment);
        if let Some(id) = only {
            self.known(id.clone())?;
        }
        let mut all = Vec::new();
        let mut missing = Vec::new();
        let key_results = self.record.objective.key_results.iter();
        for (kr, own) in key_results.zip(&self.assessment.objectives[self.at].key_results) {
            let scored = in_force(&given(&self.record, Some(&kr.id), org, moment)).is_some();
            if only.map_or(scored, |only| only != &kr.id) {
                continue;
            }
            match own.progress {
                Some(progress) => all.push((Some(kr.id.clone()), Scoring::suggested(progress))),
                None => missing.push(kr.id.to_string()),
            }
        }
        if !missing.is_empty() {
            self.desk.ctx.ui.warning(&match missing.as_slice() {
                [key_result] => say!("{key_result} has no progress to suggest a score from", key_result),
                _ => say!("{key_results} have no progress to suggest a score from", key_results = list(&missing)),
            });
        }
        if only.is_none() {
            all.extend(suggested(&self.assessment, self.at).map(|score| (None, score)));
        }
        if all.is_empty() {
            let name = self.record.reference.in_cycle();
            return Err(Failure::usage(say!("the figures of {objective} suggest no score", objective = &name))
                .hint(say!("okr score {objective} SCORE gives one", objective = &name)));
        }
        Ok(all)
    }

    /// Notes the scores, and tells what to say of them once they are written.
    ///
    /// # Errors
    /// When there is no id to be had.
    pub fn give(
        &self,
        recorder: &mut Recorder,
        scores: &[Given],
        note: Option<&str>,
    ) -> Result<Vec<Vec<Span>>, Failure> {
        let mut lines = Vec::new();
        for (key_result, score) in scores {
            let what =
                What::Score { key_result: key_result.clone(), score: score.get(), note: note.map(str::to_owned) };
            recorder.note(&self.record.reference, what)?;
            lines.push(self.line(key_result.as_ref(), *score, scores));
        }
        self.warn_bystander(recorder, scores);
        Ok(lines)
    }

    /// `scored acme/renewing.nps  70 of 100, a hard objective achieved; the figures suggest 37`.
    fn line(&self, key_result: Option<&KeyResultId>, score: Score, all: &[Given]) -> Vec<Span> {
        let reference = &self.record.reference;
        let whole = key_result.map_or_else(|| reference.clone().into(), |kr| reference.key_result(kr));
        let scoring = self.settings();
        let mut line = vec![
            words::verb(say!("scored")),
            Span::reference(self.desk.short(&whole)),
            Span::plain("  "),
            Span::strong(scoring.show(score.get())),
            Span::plain(say!(" of {highest}", highest = scoring.show(100.0))),
        ];
        line.extend(
            scoring
                .band(score)
                .map(|band| Span::plain(say!(", {band}", band = pattern(&band.name).unwrap_or(&band.name)))),
        );
        let figures = match key_result {
            None => self.whole(all),
            Some(id) => {
                let at = self.record.objective.key_results.iter().position(|kr| &kr.id == id);
                let progress = at.and_then(|at| self.assessment.objectives[self.at].key_results[at].progress);
                progress.map(Scoring::suggested)
            }
        };
        let other = figures.filter(|figures| (figures.get() - score.get()).abs() >= 0.5);
        line.extend(
            other.map(|other| Span::dim(say!("; the figures suggest {score}", score = scoring.show(other.get())))),
        );
        line
    }

    /// Says so where the score of whoever gives it will not count as soon as the owner has scored.
    fn warn_bystander(&self, recorder: &Recorder, scores: &[Given]) {
        let owner = &self.record.reference.owner;
        let judges = |id: &Option<KeyResultId>| {
            let own = id.as_ref().and_then(|id| self.record.objective.key_result(id)?.owner.as_ref());
            let org = self.desk.org();
            let owners = || [Some(owner), own].into_iter().flatten();
            let nobody_else = !owners().any(|owner| has_judge(owner, org));
            nobody_else || owners().any(|owner| may_judge(recorder.me.as_str(), owner, org))
        };
        if !scores.iter().all(|(id, _)| judges(id)) {
            self.desk.ctx.ui.say(&words::note(&say!(
                "you are neither {owner} nor a lead above: your score is kept and shown, theirs counts",
                owner
            )));
        }
    }
}
