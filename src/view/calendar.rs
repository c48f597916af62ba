//! Days to keep in the words of a calendar.

use chrono::{DateTime, NaiveDate, Utc};

use crate::language::say;
use crate::report::{self, Occasion, OccasionKind};

/// A calendar of whole days.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub name: String,
    pub as_of: DateTime<Utc>,
    pub appointments: Vec<Appointment>,
}

/// A whole day.
#[derive(Debug, Clone)]
pub struct Appointment {
    /// The same for the same occasion in every export, whatever its day is by then.
    pub uid: String,
    pub day: NaiveDate,
    pub summary: String,
    pub description: String,
    /// What machines sort it by; never translated.
    pub category: &'static str,
}

/// A report as a calendar.
pub fn calendar(report: &report::Calendar) -> Agenda {
    let company = report.company.as_ref().map(ToString::to_string);
    let domain = company.as_ref().map_or("okr".to_owned(), |company| format!("{company}.okr"));
    Agenda {
        name: company.map_or("OKRs".to_owned(), |company| say!("OKRs of {company}", company)),
        as_of: report.as_of,
        appointments: report.occasions.iter().map(|occasion| appointment(occasion, &domain)).collect(),
    }
}

fn appointment(of: &Occasion, domain: &str) -> Appointment {
    let (name, summary, description, category) = match &of.what {
        OccasionKind::CheckIn { objective, title, key_results, overdue } => {
            let one = |(title, day): &(String, NaiveDate)| say!("{title} (by {day})", title, day);
            let all: Vec<String> = key_results.iter().map(one).collect();
            let summary = match overdue {
                true => say!("Check in, overdue: {title}", title),
                false => say!("Check in: {title}", title),
            };
            let objective = objective.to_string();
            let description = format!("{}\nokr checkin {objective}", all.join("\n"));
            (format!("check-in.{objective}"), summary, description, "check-in")
        }
        OccasionKind::Due { objective, id, title, key_result } => {
            let reference = format!("{objective}.{id}");
            let description = format!("{title}\nokr show {reference}");
            (format!("due.{reference}"), say!("Due: {key_result}", key_result), description, "due")
        }
        OccasionKind::Review { cycle } => (
            format!("review.{cycle}"),
            say!("Mid-cycle review of {cycle}", cycle),
            format!("{}\nokr review --cycle {cycle}", say!("There is still time to change course.")),
            "review",
        ),
        OccasionKind::End { cycle, open } => (
            format!("end.{cycle}"),
            say!("{cycle} ends", cycle),
            format!("{}\nokr report score --cycle {cycle}", to_be_ended(*open)),
            "end",
        ),
    };
    Appointment { uid: format!("{name}@{domain}"), day: of.day, summary, description, category }
}

/// What is to be done with the objectives that are open when their cycle ends.
fn to_be_ended(open: usize) -> String {
    match open {
        0 => say!("No objective is open.").to_owned(),
        1 => say!("1 objective is to be scored or carried on.").to_owned(),
        open => say!("{open} objectives are to be scored or carried on.", open),
    }
}
