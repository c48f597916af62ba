//! The shapes of files on disk: private to the store, apart from the model's types, so that either may change alone.

mod cycle;
mod event;
mod forms;
mod json;
mod keyed;
mod list;
mod metric;
mod objective;
mod org;
mod settings;
mod words;

pub use cycle::{CYCLE_KEYS, RawCycle};
pub use event::{EVENT_KEYS, RawEvent, Text};
pub use json::{SchemaKind, json_schema};
pub use list::OneOrMany;
pub use metric::{METRIC_KEYS, RawMetric, RawMetricFields, RawMilestone};
pub use objective::{INITIATIVE_KEYS, KEY_RESULT_KEYS, OBJECTIVE_KEYS, RawInitiative, RawKeyResult, RawObjective};
pub use org::{ORG_KEYS, PERSON_KEYS, RawOrg, RawPerson, RawUnit, UNIT_KEYS};
pub use settings::{PACE_KEYS, RawPace, RawScoring, RawSettings, SCORING_KEYS, SETTINGS_KEYS};

/// The keys of every kind of mapping.
pub const KEYS: &[&[&str]] = &[
    OBJECTIVE_KEYS,
    KEY_RESULT_KEYS,
    INITIATIVE_KEYS,
    METRIC_KEYS,
    CYCLE_KEYS,
    ORG_KEYS,
    UNIT_KEYS,
    PERSON_KEYS,
    SETTINGS_KEYS,
    PACE_KEYS,
    SCORING_KEYS,
    EVENT_KEYS,
];
