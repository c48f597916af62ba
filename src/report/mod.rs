//! Reports: each a documented, serialisable struct and the pure function that makes it. What a report holds is raw
//! values; words and colours come later.

mod cadence;
mod calendar;
mod course;
mod cycles;
mod diff;
pub mod export;
mod figures;
mod filter;
mod find;
mod findings;
mod full;
mod gap;
mod history;
mod import;
mod list;
mod log;
mod org;
mod outline;
mod progress;
mod review;
mod score;
mod show;
mod sort;
mod status;
mod total_row;
mod tree;
mod verified;

pub use crate::analysis::{Forecast, Given, Outlook};
pub use cadence::{Cadence, PersonRow, Week, cadence, week_ends};
pub use calendar::{Calendar, Occasion, What as OccasionKind, calendar};
pub use course::{CourseRow, ObjectiveForecast};
pub use cycles::{CycleList, CycleRow, CycleShow, cycle_list, cycle_show};
pub use diff::{
    Change, Comment, CycleChange, Diff, DiffOptions, Ease, Fate, FieldChange, KeyResultChange, KeyResultFate, Measured,
    MemberChange, ObjectiveChange, Point, Presence, Sides, Summary, Unread, WORKING_TREE, diff,
};
pub use figures::{CycleInfo, KeyResultReport, ObjectiveReport, Shown, VERSION};
pub use filter::Filter;
pub use find::{Find, Finds, FoundPlace, Words, WordsError, find};
pub use findings::{Concern, FindingRow, Findings, Rule, RuleList, RuleRow, Severity, findings, rule_list};
pub use full::{Full, FullParts, full};
pub use gap::{Gap, GapOptions, Group, gap};
pub use history::{History, HistoryRow, history};
pub use import::{Imported, ImportedCycle, ImportedKeyResult, ImportedObjective, LeftOver, Skipped};
pub use list::{List, list};
pub use log::{Log, LogFilter, LogRow, log, mentions};
pub use org::{OrgNode, OrgReport, org};
pub use outline::{Outline, OutlineCycle, OutlineOwner, outline};
pub use progress::{Progress, ProgressRow, Trend, progress};
pub use review::{ConfidenceTrend, ReviewNote, ReviewRow, ReviewSheet, Risk, review};
pub use score::{BandRow, Flag, KeyResultScores, ScoreGroup, ScoreReport, ScoreRow, cycle_before, score};
pub use show::{Neighbour, Show, show};
pub use sort::{By, Sort};
pub use status::{Coming, DateRow, LATELY, Matter, MatterRow, Standing, StatusReport, status};
pub use total_row::TotalRow;
pub use tree::{Tree, TreeNode, TreeOptions, tree};
pub use verified::Verified;
