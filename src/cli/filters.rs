//! The options that choose objectives, in every listing.

use clap::{Args, ValueEnum};

use super::desk::ReadingDesk;
use super::error::Failure;
use crate::language::say;
use crate::model::{Kind, Level, Moment, OwnerKey, Pace, Status, day_of};
use crate::report::{By, Filter, Sort};

#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Which objectives")]
pub struct Filters {
    /// Of this owner (repeat for several)
    #[arg(long, value_name = "KEY")]
    pub owner: Vec<OwnerKey>,
    /// Of this unit and all below it
    #[arg(long, value_name = "KEY")]
    pub unit: Vec<OwnerKey>,
    /// Of this level
    #[arg(long, value_name = "LEVEL")]
    pub level: Vec<LevelArg>,
    /// Reported as on-track, at-risk, off-track or done
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    pub status: Vec<Status>,
    /// Computed as on-track, at-risk, off-track, done or too-early
    #[arg(long, value_name = "PACE", value_delimiter = ',')]
    pub pace: Vec<Pace>,
    /// With this tag (repeat to ask for all of several)
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Of this kind
    #[arg(long, value_name = "KIND")]
    pub kind: Option<KindArg>,
    /// Mine: owned by me, or with a key result that is
    #[arg(long)]
    pub mine: bool,
    /// Neither completed nor abandoned
    #[arg(long)]
    pub open: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LevelArg {
    Company,
    Department,
    Individual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    Aspirational,
    Committed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortArg {
    /// The gap to plan, worst first
    Gap,
    /// Least progress first
    Progress,
    /// By reference
    Ref,
    /// By title
    Title,
    /// The longest without a check-in first
    Updated,
    /// What people report, worst first
    Status,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ByArg {
    Objective,
    Owner,
    Unit,
    Level,
}

impl From<SortArg> for Sort {
    fn from(sort: SortArg) -> Self {
        match sort {
            SortArg::Gap => Sort::Gap,
            SortArg::Progress => Sort::Progress,
            SortArg::Ref => Sort::Ref,
            SortArg::Title => Sort::Title,
            SortArg::Updated => Sort::Updated,
            SortArg::Status => Sort::Status,
        }
    }
}

impl From<ByArg> for By {
    fn from(by: ByArg) -> Self {
        match by {
            ByArg::Objective => By::Objective,
            ByArg::Owner => By::Owner,
            ByArg::Unit => By::Unit,
            ByArg::Level => By::Level,
        }
    }
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Aspirational => Kind::Aspirational,
            KindArg::Committed => Kind::Committed,
        }
    }
}

impl Filters {
    /// The filter that was asked for.
    ///
    /// # Errors
    /// When an owner or unit is nowhere to be found, or `--mine` is asked by nobody.
    pub fn filter(&self, desk: &ReadingDesk) -> Result<Filter, Failure> {
        for unit in &self.unit {
            let org = desk.org();
            if !org.knows(unit) {
                let near = super::grammar::nearest(unit.as_str(), org.units.keys().map(OwnerKey::as_str));
                let hint = match near {
                    Some(near) => say!("did you mean {near}?", near),
                    None => say!("okr org shows the units").to_owned(),
                };
                return Err(Failure::usage(say!("org.yaml has no unit \"{unit}\"", unit)).hint(hint));
            }
        }
        self.owner.iter().try_for_each(|owner| desk.known_owner(owner))?;
        let levels = self.level.iter().map(|level| match level {
            LevelArg::Company => Level::Company,
            LevelArg::Department => Level::Department,
            LevelArg::Individual => Level::Individual,
        });
        Ok(Filter {
            owners: self.owner.clone(),
            units: self.unit.clone(),
            levels: levels.collect(),
            statuses: self.status.clone(),
            paces: self.pace.clone(),
            tags: self.tag.clone(),
            kind: self.kind.map(Kind::from),
            mine: if self.mine { Some(desk.me()?) } else { None },
            open: self.open,
        })
    }
}

/// The end of the day that `--since` means: so many days before a moment, or a day.
///
/// # Errors
/// When it is neither, or after the moment.
pub fn since(text: &str, moment: &Moment) -> Result<Moment, Failure> {
    let days = text.trim_end_matches('d').parse::<u64>().ok().filter(|days| *days <= 36_600);
    let day = || day_of(text).map(|day| Moment::end_of(day, moment.zone));
    let since = days.map(|days| moment.days_before(days)).or_else(day);
    let since = since.ok_or_else(|| {
        let text = format_args!("{text:?}");
        Failure::usage(say!("--since {text} is neither a number of days nor a day", text))
            .hint(say!("write 14 or 2026-10-31"))
    })?;
    if since.day > moment.day {
        return Err(Failure::usage(say!("--since {day} is after {end}", day = since.day, end = moment.day)));
    }
    Ok(since)
}
