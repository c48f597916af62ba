//! `okr report score`: how everybody did, against the cycle before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{CycleInfo, ObjectiveReport, VERSION};
use super::filter::Filter;
use super::gap::parted;
use super::sort::By;
use crate::analysis::{Assessment, Distribution, Given, distribution, given, in_force, suggested};
use crate::model::{Cycle, CycleId, KeyResultId, Kind, OwnerKey, Reference, Score, Scoring};

#[derive(Debug, Serialize)]
pub struct ScoreReport {
    pub version: u32,
    pub as_of: NaiveDate,
    pub cycle: CycleInfo,
    /// The cycle that is compared with: the last one that ended before this began.
    pub before: Option<CycleId>,
    /// In what numbers people read and write scores; here all are 0–100.
    #[serde(skip)]
    pub scoring: Scoring,
    pub total: ScoreGroup,
    /// How many objectives reached each band and no higher one, from the lowest band.
    pub bands: Vec<BandRow>,
    pub levels: Vec<ScoreGroup>,
    pub units: Vec<ScoreGroup>,
    pub owners: Vec<ScoreGroup>,
    pub kinds: Vec<ScoreGroup>,
    pub flags: Vec<Flag>,
    /// The highest score first, what is not scored last.
    pub objectives: Vec<ScoreRow>,
}

/// The scores of a group of objectives.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreGroup {
    pub key: String,
    pub name: String,
    /// All that were not abandoned.
    pub objectives: usize,
    /// Not scored: left out of the mean, never counted as 0.
    pub unscored: usize,
    pub abandoned: usize,
    #[serde(flatten)]
    pub distribution: Option<Distribution>,
    /// The same group's mean in the cycle before.
    pub mean_before: Option<f64>,
    /// Points gained against it.
    pub change: Option<f64>,
}

/// One band of the distribution.
#[derive(Debug, Clone, Serialize)]
pub struct BandRow {
    pub name: String,
    pub from: f64,
    pub objectives: usize,
    /// Of all that are scored, 0–1.
    pub share: f64,
    /// In the cycle before.
    pub before: usize,
}

/// One objective's scores.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreRow {
    #[serde(flatten)]
    pub objective: ObjectiveReport,
    /// The band of the score in force.
    pub band: Option<String>,
    /// The mean by weight of its key results' scores; what is not scored counts with its suggestion.
    pub suggested: Option<Score>,
    /// Everybody's last score of the objective, oldest first.
    pub scores: Vec<Given>,
    pub key_result_scores: Vec<KeyResultScores>,
}

/// One key result's scores.
#[derive(Debug, Clone, Serialize)]
pub struct KeyResultScores {
    pub id: KeyResultId,
    /// Its clamped progress.
    pub suggested: Option<Score>,
    pub scores: Vec<Given>,
}

/// What the scores say about how goals were set.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "flag", rename_all = "kebab-case")]
pub enum Flag {
    /// All of several aspirational objectives of an owner, in this cycle and the one before, reached 100: they were safe.
    AspirationalAlwaysFull { owner: OwnerKey, name: String, objectives: usize },
    /// A committed objective that did not reach 100.
    CommittedMissed {
        #[serde(rename = "ref")]
        reference: Reference,
        title: String,
        score: Score,
    },
}

/// Fewer aspirational objectives than this are no pattern.
const PATTERN: usize = 2;

/// The scores of a cycle, and of the one before if it was read.
pub fn score(now: &Assessment, cycle: &Cycle, before: Option<(&Assessment, &Cycle)>, filter: &Filter) -> ScoreReport {
    let scoring = now.snapshot.settings.scoring.clone();
    let selected = filter.select(now, &cycle.id);
    let earlier = before.map(|(assessment, cycle)| (assessment, filter.select(assessment, &cycle.id)));
    let group = |by: Grouping| groups(now, &selected, earlier.as_ref().map(|(a, s)| (*a, s.as_slice())), by);
    let mut objectives: Vec<ScoreRow> = selected.iter().map(|&at| row(now, at)).collect();
    objectives.sort_by(|a, b| {
        let score = |row: &ScoreRow| row.objective.score.unwrap_or(-1.0);
        score(b).total_cmp(&score(a)).then_with(|| a.objective.reference.cmp(&b.objective.reference))
    });
    let old = earlier.as_ref().map_or(Vec::new(), |(assessment, selected)| scores(assessment, selected));
    ScoreReport {
        version: VERSION,
        as_of: now.moment.day,
        cycle: CycleInfo::of(cycle, &now.moment),
        before: before.map(|(_, cycle)| cycle.id.clone()),
        total: ScoreGroup::of(cycle.id.as_str(), cycle.id.as_str(), now, &selected).against(distribution(&old)),
        bands: bands(&scores(now, &selected), &old, &scoring),
        levels: group(Grouping::By(By::Level)),
        units: group(Grouping::By(By::Unit)),
        owners: group(Grouping::By(By::Owner)),
        kinds: group(Grouping::Kind),
        flags: flags(now, &selected, earlier.as_ref().map(|(a, s)| (*a, s.as_slice()))),
        objectives,
        scoring,
    }
}

/// The cycle to compare with: of those that ended before this one began, the last; of several, the one that is most alike
/// in length.
pub fn cycle_before<'a>(cycles: &'a [Cycle], cycle: &Cycle) -> Option<&'a Cycle> {
    let unlike = |other: &Cycle| (other.days() - cycle.days()).abs();
    let ended = cycles.iter().filter(|other| other.end < cycle.start && unlike(other) * 2 <= cycle.days());
    ended.max_by_key(|other| (other.end, -unlike(other)))
}

/// The scores in force of the objectives at these indices that count.
fn scores(assessment: &Assessment, selected: &[usize]) -> Vec<f64> {
    let counted = selected.iter().filter(|&&at| assessment.objectives[at].counts());
    counted.filter_map(|&at| Some(score_of(assessment, at)?.score.get())).collect()
}

/// The score in force of an objective.
pub(super) fn score_of(assessment: &Assessment, at: usize) -> Option<Given> {
    let record = &assessment.snapshot.objectives[at];
    in_force(&given(record, None, &assessment.snapshot.org, &assessment.moment)).cloned()
}

#[derive(Clone, Copy)]
enum Grouping {
    By(By),
    Kind,
}

type Parts = BTreeMap<(usize, String, String), Vec<usize>>;

fn parts(assessment: &Assessment, selected: &[usize], by: Grouping) -> Parts {
    match by {
        Grouping::By(by) => {
            let parts = parted(assessment, selected, by).into_iter();
            parts
                .map(|((level, key, name), members)| ((level as usize, key.into_owned(), name.into_owned()), members))
                .collect()
        }
        Grouping::Kind => {
            let mut parts = Parts::new();
            for &at in selected {
                let kind = assessment.snapshot.objectives[at].objective.kind;
                let key = (usize::from(kind == Kind::Committed), kind.as_str().to_owned(), kind.as_str().to_owned());
                parts.entry(key).or_default().push(at);
            }
            parts
        }
    }
}

fn groups(
    now: &Assessment,
    selected: &[usize],
    before: Option<(&Assessment, &[usize])>,
    by: Grouping,
) -> Vec<ScoreGroup> {
    let old: BTreeMap<String, Vec<usize>> = before.map_or_else(BTreeMap::new, |(assessment, selected)| {
        parts(assessment, selected, by).into_iter().map(|((_, key, _), members)| (key, members)).collect()
    });
    let group = |((_, key, name), members): ((usize, String, String), Vec<usize>)| {
        let before = before.zip(old.get(&key)).map(|((assessment, _), members)| scores(assessment, members));
        ScoreGroup::of(&key, &name, now, &members).against(before.and_then(|scores| distribution(&scores)))
    };
    parts(now, selected, by).into_iter().map(group).collect()
}

impl ScoreGroup {
    fn of(key: &str, name: &str, now: &Assessment, members: &[usize]) -> Self {
        let counted = members.iter().filter(|&&at| now.objectives[at].counts()).count();
        let scores = scores(now, members);
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            objectives: counted,
            unscored: counted - scores.len(),
            abandoned: members.len() - counted,
            distribution: distribution(&scores),
            mean_before: None,
            change: None,
        }
    }

    fn against(mut self, before: Option<Distribution>) -> Self {
        self.mean_before = before.map(|before| before.mean);
        let change = self.distribution.zip(before).map(|(now, before)| now.mean - before.mean);
        self.change = change.map(|change| crate::model::rounded(change, 4));
        self
    }
}

fn bands(now: &[f64], before: &[f64], scoring: &Scoring) -> Vec<BandRow> {
    let within = |scores: &[f64], at: usize| {
        scores
            .iter()
            .filter(|score| Score::new(**score).ok().and_then(|score| scoring.band_at(score)) == Some(at))
            .count()
    };
    let row = |(at, band): (usize, &crate::model::Band)| BandRow {
        name: band.name.clone(),
        from: band.from,
        objectives: within(now, at),
        share: if now.is_empty() { 0.0 } else { crate::model::rounded(within(now, at) as f64 / now.len() as f64, 6) },
        before: within(before, at),
    };
    scoring.bands.iter().enumerate().map(row).collect()
}

fn row(now: &Assessment, at: usize) -> ScoreRow {
    let record = &now.snapshot.objectives[at];
    let (org, moment) = (&now.snapshot.org, &now.moment);
    let objective = ObjectiveReport::of(now, at);
    let key_results = record.objective.key_results.iter().zip(&now.objectives[at].key_results);
    let key_result_scores = key_results.map(|(kr, own)| KeyResultScores {
        id: kr.id.clone(),
        suggested: own.progress.map(Scoring::suggested),
        scores: given(record, Some(&kr.id), org, moment),
    });
    let score = objective.score.and_then(|score| Score::new(score).ok());
    ScoreRow {
        band: score.and_then(|score| Some(now.snapshot.settings.scoring.band(score)?.name.clone())),
        suggested: suggested(now, at),
        scores: given(record, None, org, moment),
        key_result_scores: key_result_scores.collect(),
        objective,
    }
}

fn flags(now: &Assessment, selected: &[usize], before: Option<(&Assessment, &[usize])>) -> Vec<Flag> {
    let mut aims: BTreeMap<&OwnerKey, Vec<f64>> = BTreeMap::new();
    let mut missed = Vec::new();
    let all = selected.iter().map(|&at| (now, at, true));
    let old =
        before.into_iter().flat_map(|(assessment, selected)| selected.iter().map(move |&at| (assessment, at, false)));
    for (assessment, at, is_now) in all.chain(old) {
        let Some(given) = score_of(assessment, at).filter(|_| assessment.objectives[at].counts()) else { continue };
        let record = &assessment.snapshot.objectives[at];
        match record.objective.kind {
            Kind::Aspirational => aims.entry(&record.reference.owner).or_default().push(given.score.get()),
            Kind::Committed if is_now && given.score.get() < FULL => missed.push(Flag::CommittedMissed {
                reference: record.reference.clone().into(),
                title: record.objective.title.clone(),
                score: given.score,
            }),
            Kind::Committed => {}
        }
    }
    let here = |owner: &OwnerKey| selected.iter().any(|&at| &now.snapshot.objectives[at].reference.owner == owner);
    let safe = aims
        .into_iter()
        .filter(|(owner, scores)| scores.len() >= PATTERN && scores.iter().all(|score| *score >= FULL) && here(owner));
    let name = |owner: &OwnerKey| now.snapshot.org.name(owner).to_owned();
    let safe = safe.map(|(owner, scores)| Flag::AspirationalAlwaysFull {
        owner: owner.clone(),
        name: name(owner),
        objectives: scores.len(),
    });
    safe.chain(missed).collect()
}

/// The whole score.
const FULL: f64 = 100.0 - crate::model::EPSILON;
