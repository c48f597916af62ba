//! How objectives and key results moved, and where they will end.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{KeyResultReport, ObjectiveReport};
use crate::analysis::{Course, CoursePoint, Mean, Outlook, Standings, mean};
use crate::model::{Fraction, Progress, Weight, rounded};

/// Progress and plan at the end of a day.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct CourseRow {
    pub day: NaiveDate,
    pub progress: Option<Progress>,
    pub expected: Option<Fraction>,
}

impl From<CoursePoint> for CourseRow {
    fn from(point: CoursePoint) -> Self {
        let CoursePoint { day, progress, expected } = point;
        Self { day, progress, expected }
    }
}

/// An objective's course as rows.
pub fn rows(course: &Course, objective: usize, key_result: Option<usize>) -> Vec<CourseRow> {
    course.of(objective, key_result).into_iter().map(CourseRow::from).collect()
}

/// The course of a group of objectives: on each day their mean by weight; what is given up by now is left out.
pub fn group_rows(now: &Standings, course: &Course, members: &[usize]) -> Vec<CourseRow> {
    let counted = members.iter().filter(|&&at| now.objectives[at].counts());
    let courses: Vec<(Weight, Vec<CoursePoint>)> =
        counted.map(|&at| (now.objectives[at].own.weight, course.of(at, None))).collect();
    let days = courses.first().map_or(0, |(_, points)| points.len());
    let row = |day: usize| {
        let parts = courses.iter().map(|(weight, points)| (*weight, points[day].progress, points[day].expected));
        let Mean { progress, expected, .. } = mean(parts);
        CourseRow { day: courses[0].1[day].day, progress, expected }
    };
    (0..days).map(row).collect()
}

impl ObjectiveReport {
    /// The same with the course of the objective and of each of its key results, as an assessment's index finds them.
    pub fn moved(mut self, course: &Course, at: usize) -> Self {
        self.course = rows(course, at, None);
        for (kr, report) in self.key_results.iter_mut().enumerate() {
            report.course = rows(course, at, Some(kr));
        }
        self
    }
}

impl ObjectiveReport {
    /// The same with what the objective and each of its key results gained since an earlier assessment.
    pub fn since(mut self, before: &Standings, at: usize) -> Self {
        let gained = |before: Option<Progress>, now: Option<Progress>| {
            Some(rounded((now?.ratio() - before?.ratio()) * 100.0, 4))
        };
        let figures = &before.objectives[at];
        self.change = gained(figures.progress, self.progress);
        for (kr, own) in self.key_results.iter_mut().zip(&figures.key_results) {
            kr.change = gained(own.progress, kr.progress);
        }
        self
    }
}

/// Where an objective will end: the mean by weight of its key results' projected progress, each within 0 and 1. A key
/// result without a forecast is taken to stay where it is, so that this errs to the low side. The band is the mean of the
/// worse ends and of the better ones: as if all had good or bad luck together.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ObjectiveForecast {
    /// The last due date of the key results that have a forecast.
    pub on: NaiveDate,
    pub progress: Progress,
    pub progress_low: Progress,
    pub progress_high: Progress,
    /// Key results that have a forecast.
    pub key_results: usize,
}

impl ObjectiveForecast {
    /// The forecast from key results; none where none of them has one.
    pub fn of(key_results: &[KeyResultReport]) -> Option<Self> {
        let forecast = |kr: &KeyResultReport| kr.forecast.as_ref().and_then(Outlook::forecast).cloned();
        let on = key_results.iter().filter_map(|kr| Some(forecast(kr)?.on)).max()?;
        let (mut weights, mut sums) = (0.0, [0.0; 3]);
        for kr in key_results {
            let ends = match (forecast(kr), kr.progress) {
                (Some(it), _) => [it.progress_low, it.progress, it.progress_high],
                (None, Some(progress)) => [progress; 3],
                (None, None) => continue,
            };
            weights += kr.weight.get();
            for (sum, end) in sums.iter_mut().zip(ends) {
                *sum += kr.weight.get() * end.clamped().ratio();
            }
        }
        let [low, middle, high] = sums.map(|sum| Progress::new(sum / weights));
        let counted = key_results.iter().filter(|kr| forecast(kr).is_some()).count();
        (weights > 0.0).then_some(Self {
            on,
            progress: middle,
            progress_low: low,
            progress_high: high,
            key_results: counted,
        })
    }
}
