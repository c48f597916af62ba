//! Which score counts, and what several scores come to.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::assessment::Assessment;
use super::timeline::live;
use crate::model::{KeyResultId, Moment, Org, OwnerKey, Record, Score, Scoring, Weight, What};

/// A score that somebody gave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Given {
    pub by: String,
    pub at: DateTime<Utc>,
    /// 0–100.
    pub score: Score,
    pub note: Option<String>,
    /// Whether it is the one in force.
    pub counts: bool,
}

/// The last score of everybody who scored an objective, or one of its key results, oldest first. The last one by the owner
/// or a lead of the owner's units counts; where none of them has scored, the last one of all.
pub fn given(record: &Record, key_result: Option<&KeyResultId>, org: &Org, moment: &Moment) -> Vec<Given> {
    let mut all: Vec<Given> = Vec::new();
    for event in live(&record.events, moment) {
        let What::Score { key_result: of, score, note } = &event.what else { continue };
        let Ok(score) = Score::new(*score) else { continue };
        if of.as_ref() != key_result {
            continue;
        }
        all.retain(|other| other.by != event.by.as_str());
        all.push(Given { by: event.by.to_string(), at: event.at, score, note: note.clone(), counts: false });
    }
    let owner = key_result.and_then(|id| record.objective.key_result(id)?.owner.as_ref());
    let owners = [Some(&record.reference.owner), owner];
    let judge = |given: &Given| owners.iter().flatten().any(|owner| may_judge(&given.by, owner, org));
    let in_force = all.iter().rposition(judge).or(all.len().checked_sub(1));
    if let Some(at) = in_force {
        all[at].counts = true;
    }
    all
}

/// The score in force.
pub fn in_force(given: &[Given]) -> Option<&Given> {
    given.iter().find(|given| given.counts)
}

/// The score that its figures suggest for an objective: the mean by weight of its key results' scores in force, each
/// without one counting with its clamped progress; without key results, its own clamped progress. `None` where nothing
/// can be measured.
pub fn suggested(assessment: &Assessment, at: usize) -> Option<Score> {
    suggested_after(assessment, at, |_| None)
}

/// The same once these scores of key results were given too: each counts before the one in force.
pub fn suggested_after(
    assessment: &Assessment,
    at: usize,
    entered: impl Fn(&KeyResultId) -> Option<Score>,
) -> Option<Score> {
    let (record, figures) = (&assessment.snapshot.objectives[at], &assessment.objectives[at]);
    let parts = record.objective.key_results.iter().zip(&figures.key_results).filter_map(|(kr, own)| {
        let given = || given(record, Some(&kr.id), &assessment.snapshot.org, &assessment.moment);
        let score = entered(&kr.id).or_else(|| in_force(&given()).map(|given| given.score));
        Some((kr.weight, score.or_else(|| own.progress.map(Scoring::suggested))?))
    });
    let alone = || figures.progress.filter(|_| record.objective.key_results.is_empty()).map(Scoring::suggested);
    mean_score(parts).or_else(alone)
}

/// The mean by weight of key results' scores, as a whole number; none of none.
fn mean_score(parts: impl Iterator<Item = (Weight, Score)>) -> Option<Score> {
    let add = |(weights, sum): (f64, f64), (weight, score): (Weight, Score)| {
        (weights + weight.get(), sum + weight.get() * score.get())
    };
    let (weights, sum) = parts.fold((0.0, 0.0), add);
    if weights > 0.0 { Score::new((sum / weights).round()).ok() } else { None }
}

/// Whether a person is the owner, or leads the owner's unit or one above it.
pub fn may_judge(person: &str, owner: &OwnerKey, org: &Org) -> bool {
    if owner.as_str() == person {
        return true;
    }
    let mut unit = org.unit_of(owner);
    // Units may stand in a circle in a damaged file: no organisation is as deep as it is large.
    for _ in 0..=org.units.len() {
        let Some(found) = unit.and_then(|key| org.units.get(key)) else { return false };
        if found.lead.as_ref().is_some_and(|lead| lead.as_str() == person) {
            return true;
        }
        unit = found.parent.as_ref();
    }
    false
}

/// Whether there is anybody whose score would count before all others': a person who owns it, or a lead above.
pub fn has_judge(owner: &OwnerKey, org: &Org) -> bool {
    org.people.contains_key(owner)
        || org.lineage(owner).into_iter().any(|key| org.units.get(key).is_some_and(|unit| unit.lead.is_some()))
}

/// What many scores come to: how many, mean, median, and spread.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Distribution {
    pub scored: usize,
    /// 0–100, as all here.
    pub mean: f64,
    pub median: f64,
    /// The population's standard deviation: √(Σ (score − mean)² / n).
    pub spread: f64,
    pub lowest: f64,
    pub highest: f64,
}

/// The distribution of scores; none of none.
pub fn distribution(scores: &[f64]) -> Option<Distribution> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
    let count = sorted.len();
    let mean = sorted.iter().sum::<f64>() / count as f64;
    let upper = sorted[count / 2];
    let median = if count.is_multiple_of(2) { sorted[count / 2 - 1].midpoint(upper) } else { upper };
    let variance = sorted.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / count as f64;
    let round = |number: f64| crate::model::rounded(number, 4);
    Some(Distribution {
        scored: count,
        mean: round(mean),
        median: round(median),
        spread: round(variance.sqrt()),
        lowest,
        highest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_by_hand() {
        // Mean (30 + 70 + 70 + 100) / 4 = 67.5; squares 1406.25 + 6.25 + 6.25 + 1056.25 = 2475, by 4 = 618.75.
        let all = distribution(&[70.0, 30.0, 100.0, 70.0]).unwrap();
        assert_eq!((all.mean, all.median, all.spread), (67.5, 70.0, 24.8747));
        assert_eq!((all.lowest, all.highest, all.scored), (30.0, 100.0, 4));
        assert_eq!(distribution(&[40.0, 60.0]).unwrap().median, 50.0);
        assert_eq!(distribution(&[]), None);
    }
}
