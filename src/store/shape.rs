//! What each kind of file may hold: its keys in their order, and the mappings below them.

use super::schema::{
    CYCLE_KEYS, INITIATIVE_KEYS, KEY_RESULT_KEYS, METRIC_KEYS, OBJECTIVE_KEYS, ORG_KEYS, PACE_KEYS, PERSON_KEYS,
    SCORING_KEYS, SETTINGS_KEYS, UNIT_KEYS,
};

use crate::language::marked;

/// What a kind of file may hold: the keys of a mapping, and the mappings below them.
#[derive(Debug)]
pub struct Shape {
    pub of: &'static str,
    /// In the order in which they are written.
    pub keys: &'static [&'static str],
    pub below: &'static [(Below, &'static Shape)],
}

#[derive(Debug)]
pub enum Below {
    /// The mapping under a key.
    Key(&'static str),
    /// Every item of the list under a key.
    Items(&'static str),
    /// Every mapping under whatever key stands in the mapping under this one.
    Values(&'static str),
}

const INITIATIVE: Shape = Shape { of: marked!("an initiative"), keys: INITIATIVE_KEYS, below: &[] };
const METRIC: Shape = Shape { of: marked!("a metric"), keys: METRIC_KEYS, below: &[] };
const KEY_RESULT: Shape = Shape {
    of: marked!("a key result"),
    keys: KEY_RESULT_KEYS,
    below: &[(Below::Key("metric"), &METRIC), (Below::Items("initiatives"), &INITIATIVE)],
};
const UNIT: Shape = Shape { of: marked!("a unit"), keys: UNIT_KEYS, below: &[] };
const PERSON: Shape = Shape { of: marked!("a person"), keys: PERSON_KEYS, below: &[] };
const PACE: Shape = Shape { of: "pace", keys: PACE_KEYS, below: &[] };
const SCORING: Shape = Shape { of: "scoring", keys: SCORING_KEYS, below: &[] };

pub const OBJECTIVE: Shape =
    Shape { of: marked!("an objective"), keys: OBJECTIVE_KEYS, below: &[(Below::Items("key_results"), &KEY_RESULT)] };
pub const CYCLE: Shape = Shape { of: marked!("a cycle"), keys: CYCLE_KEYS, below: &[] };
pub const ORG: Shape = Shape {
    of: marked!("the organisation"),
    keys: ORG_KEYS,
    below: &[(Below::Values("units"), &UNIT), (Below::Values("people"), &PERSON)],
};
pub const SETTINGS: Shape = Shape {
    of: marked!("the settings"),
    keys: SETTINGS_KEYS,
    below: &[(Below::Key("pace"), &PACE), (Below::Key("scoring"), &SCORING)],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_name_just_the_keys_that_the_readers_know() {
        let known = |shape: &Shape, error: String| {
            for key in shape.keys {
                assert!(error.contains(&format!("`{key}`")), "{} lacks {key}: {error}", shape.of);
            }
            assert_eq!(error.matches('`').count() / 2, shape.keys.len() + 1, "{}: {error}", shape.of);
        };
        use super::super::schema::*;
        let error = |result: Result<(), serde_yaml::Error>| result.unwrap_err().to_string();
        known(&OBJECTIVE, error(serde_yaml::from_str::<RawObjective>("zz: 1").map(drop)));
        known(&KEY_RESULT, error(serde_yaml::from_str::<RawKeyResult>("zz: 1").map(drop)));
        known(&METRIC, error(serde_yaml::from_str::<RawMetricFields>("zz: 1").map(drop)));
        known(&CYCLE, error(serde_yaml::from_str::<RawCycle>("zz: 1").map(drop)));
        known(&ORG, error(serde_yaml::from_str::<RawOrg>("zz: 1").map(drop)));
        known(&UNIT, error(serde_yaml::from_str::<RawUnit>("zz: 1").map(drop)));
        known(&PERSON, error(serde_yaml::from_str::<RawPerson>("zz: 1").map(drop)));
        let event = Shape { of: "an event", keys: EVENT_KEYS, below: &[] };
        known(&event, error(serde_yaml::from_str::<RawEvent>("zz: 1").map(drop)));
        known(&SETTINGS, error(serde_yaml::from_str::<RawSettings>("zz: 1").map(drop)));
    }
}
