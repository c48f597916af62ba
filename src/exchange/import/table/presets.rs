//! Formats of other tools whose columns their makers document.

use super::fields::{Field, plain};
use crate::exchange::import::own;

/// The columns of one tool.
#[derive(Debug, PartialEq)]
pub struct Preset {
    pub name: &'static str,
    /// Headers that are all there in this tool's files, and together in no other's.
    telling: &'static [&'static str],
    columns: &'static [(&'static str, Field)],
}

/// The sheet of `okr export csv`, which has a reader of its own.
const OWN: Preset = Preset { name: "okr", telling: &[], columns: &[] };

/// Every preset. What a tool's other columns hold has no place in an objective, or follows from the rest.
pub const PRESETS: &[Preset] = &[
    OWN,
    Preset {
        name: "peoplebox",
        telling: &["Goal Title", "Goal Cycle", "Goal Type", "Owner Emails"],
        columns: &[
            ("Row ID", Field::Id),
            ("Goal ID", Field::Id),
            ("Parent Row IDs", Field::Parent),
            ("Parent Goal IDs", Field::Parent),
            ("Goal Title", Field::Title),
            ("Owner Emails", Field::Owner),
            ("Goal Type", Field::MeasureType),
            ("Start Date", Field::FirstDay),
            ("End Date", Field::LastDay),
            ("Description", Field::Description),
            ("Starting Value", Field::Start),
            ("Target Value", Field::Target),
            ("Current Value", Field::Current),
            ("Progress Status", Field::Status),
            ("Check-in Type", Field::RollUp),
            ("Tags", Field::Tags),
        ],
    },
    Preset {
        name: "betterworks",
        telling: &["name", "type", "progress", "owner_email", "categories"],
        columns: &[
            ("name", Field::Title),
            ("type", Field::Type),
            ("progress", Field::Progress),
            ("start_date", Field::FirstDay),
            ("end_date", Field::LastDay),
            ("owner_email", Field::Owner),
            ("categories", Field::Tags),
            ("description", Field::Description),
        ],
    },
    Preset {
        name: "peoplecues",
        telling: &["Objective Title", "Owner_Email_ID", "Metric_Name", "Metric_Type"],
        columns: &[
            ("Objective Title", Field::Objective),
            ("Owner_Email_ID", Field::Owner),
            ("Start_Date", Field::FirstDay),
            ("Due_Date", Field::LastDay),
            ("Description", Field::Description),
            ("Metric_Name", Field::KeyResult),
            ("Metric_Type", Field::MeasureType),
            ("Metric_Start_Value", Field::Start),
            ("Metric_Target_Value", Field::Target),
        ],
    },
    Preset {
        name: "engagedly",
        telling: &["Goal", "Goal Identifier", "Check-In Type", "Owner Email ID"],
        columns: &[
            ("Goal", Field::Title),
            ("Notes", Field::Description),
            ("Goal Identifier", Field::Id),
            ("Start Date", Field::FirstDay),
            ("End Date", Field::LastDay),
            ("Check-In Type", Field::MeasureType),
            ("Status", Field::Status),
            ("Owner Email ID", Field::Owner),
        ],
    },
    Preset {
        name: "culture-amp",
        telling: &["individual_emails", "due_at", "completion", "visibility"],
        columns: &[
            ("email", Field::Owner),
            ("individual_emails", Field::Owner),
            ("name", Field::Title),
            ("description", Field::Description),
            ("due_at", Field::LastDay),
            ("status", Field::Status),
            ("completion", Field::Completion),
        ],
    },
    Preset {
        name: "ally",
        telling: &["Row ID", "Title", "Parent", "Entity", "Time Period"],
        columns: &[
            ("Row ID", Field::Id),
            ("Title", Field::Title),
            ("Parent", Field::Parent),
            ("Entity", Field::Tags),
            ("Owner Email", Field::Owner),
            ("Time Period", Field::Cycle),
            ("Start Date", Field::FirstDay),
        ],
    },
];

impl Preset {
    /// The preset of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// The preset whose telling headers are all there.
    pub fn told_by(headers: &[String]) -> Option<&'static Self> {
        let there = |wanted: &str| headers.iter().any(|header| plain(header) == plain(wanted));
        PRESETS.iter().find(|preset| match preset.is_own() {
            true => own::is_sheet(headers),
            false => preset.telling.iter().all(|wanted| there(wanted)),
        })
    }

    /// Whether it is the sheet that `okr export csv` writes.
    pub fn is_own(&self) -> bool {
        self.name == OWN.name
    }

    /// What a header stands for in this tool's files.
    pub fn field(&self, header: &str) -> Option<Field> {
        self.columns.iter().find(|(name, _)| plain(name) == plain(header)).map(|(_, field)| *field)
    }
}
