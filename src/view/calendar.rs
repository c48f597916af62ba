//! Days to keep in the words of a calendar.

use chrono::{DateTime, NaiveDate, Utc};

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
        name: company.map_or("OKRs".to_owned(), |company| format!("OKRs of {company}")),
        as_of: report.as_of,
        appointments: report.occasions.iter().map(|occasion| appointment(occasion, &domain)).collect(),
    }
}

fn appointment(of: &Occasion, domain: &str) -> Appointment {
    let (name, summary, description, category) = match &of.what {
        OccasionKind::CheckIn { objective, title, key_results, overdue } => {
            let one = |(title, day): &(String, NaiveDate)| format!("{title} (by {day})");
            let all: Vec<String> = key_results.iter().map(one).collect();
            let summary = match overdue {
                true => format!("Check in, overdue: {title}"),
                false => format!("Check in: {title}"),
            };
            let objective = objective.to_string();
            let description = format!("{}\nokr checkin {objective}", all.join("\n"));
            (format!("check-in.{objective}"), summary, description, "check-in")
        }
        OccasionKind::Due { objective, id, title, key_result } => {
            let reference = format!("{objective}.{id}");
            let description = format!("{title}\nokr show {reference}");
            (format!("due.{reference}"), format!("Due: {key_result}"), description, "due")
        }
        OccasionKind::Review { cycle } => (
            format!("review.{cycle}"),
            format!("Mid-cycle review of {cycle}"),
            format!("There is still time to change course.\nokr review --cycle {cycle}"),
            "review",
        ),
        OccasionKind::End { cycle, open } => (
            format!("end.{cycle}"),
            format!("{cycle} ends"),
            match open {
                0 => format!("No objective is open.\nokr report score --cycle {cycle}"),
                1 => format!("1 objective is to be scored or carried on.\nokr report score --cycle {cycle}"),
                open => format!("{open} objectives are to be scored or carried on.\nokr report score --cycle {cycle}"),
            },
            "end",
        ),
    };
    Appointment { uid: format!("{name}@{domain}"), day: of.day, summary, description, category }
}
