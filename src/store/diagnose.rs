//! Where in a file a problem is: only ever run on files that have one.

use super::edit::{self, Span, Step};
use super::schema::{
    CYCLE_KEYS, INITIATIVE_KEYS, KEY_RESULT_KEYS, METRIC_KEYS, OBJECTIVE_KEYS, ORG_KEYS, PACE_KEYS, PERSON_KEYS,
    SCORING_KEYS, SETTINGS_KEYS, UNIT_KEYS,
};
use super::{text, words};
use crate::model::{Damage, Loss, Place, Problem};

/// What a kind of file may hold: the keys of a mapping, and the mappings below them.
pub struct Shape {
    of: &'static str,
    keys: &'static [&'static str],
    below: &'static [(Below, &'static Shape)],
}

enum Below {
    /// The mapping under a key.
    Key(&'static str),
    /// Every item of the list under a key.
    Items(&'static str),
    /// Every mapping under whatever key stands in the mapping under this one.
    Values(&'static str),
}

const INITIATIVE: Shape = Shape { of: "an initiative", keys: INITIATIVE_KEYS, below: &[] };
const METRIC: Shape = Shape { of: "a metric", keys: METRIC_KEYS, below: &[] };
const KEY_RESULT: Shape = Shape {
    of: "a key result",
    keys: KEY_RESULT_KEYS,
    below: &[(Below::Key("metric"), &METRIC), (Below::Items("initiatives"), &INITIATIVE)],
};
const UNIT: Shape = Shape { of: "a unit", keys: UNIT_KEYS, below: &[] };
const PERSON: Shape = Shape { of: "a person", keys: PERSON_KEYS, below: &[] };
const PACE: Shape = Shape { of: "pace", keys: PACE_KEYS, below: &[] };
const SCORING: Shape = Shape { of: "scoring", keys: SCORING_KEYS, below: &[] };

pub const OBJECTIVE: Shape =
    Shape { of: "an objective", keys: OBJECTIVE_KEYS, below: &[(Below::Items("key_results"), &KEY_RESULT)] };
pub const CYCLE: Shape = Shape { of: "a cycle", keys: CYCLE_KEYS, below: &[] };
pub const ORG: Shape = Shape {
    of: "the organisation",
    keys: ORG_KEYS,
    below: &[(Below::Values("units"), &UNIT), (Below::Values("people"), &PERSON)],
};
pub const SETTINGS: Shape = Shape {
    of: "the settings",
    keys: SETTINGS_KEYS,
    below: &[(Below::Key("pace"), &PACE), (Below::Key("scoring"), &SCORING)],
};

/// A file with a problem.
pub struct Patient<'a> {
    pub file: String,
    pub text: &'a str,
    pub loss: Loss,
}

impl Patient<'_> {
    /// The damage at the key or item to which a path leads.
    pub fn at_path(&self, path: &[Step], problem: Problem) -> Damage {
        // What is wrong with a value is shown at the value, unless it is spread over lines.
        let value = matches!(problem, Problem::Invalid { .. } | Problem::Unfitting { .. });
        let span = if value { edit::locate_value(self.text, path) } else { None };
        let span = span.or_else(|| edit::locate(self.text, path));
        self.damage(Some(span.unwrap_or(Span { line: 1, column: 1, len: 1 })), problem)
    }

    /// The reader's place; the last line where that is beyond the end, and where it gives none the line of `---` that
    /// begins a second document.
    fn within(&self, at: Option<Span>) -> Span {
        let lines = self.text.lines().count().max(1);
        match at {
            Some(at) if at.line <= lines => at,
            Some(_) => Span { line: lines, column: 1, len: 1 },
            None => {
                let second = self.text.lines().skip(1).position(|line| line.starts_with("---"));
                Span { line: second.map_or(1, |at| at + 2), column: 1, len: 1 }
            }
        }
    }

    fn damage(&self, span: Option<Span>, problem: Problem) -> Damage {
        let place = span.map(|span| Place {
            line: span.line,
            column: span.column,
            length: span.len.max(1),
            source: text::line(self.text, span.line).into_owned(),
        });
        Damage { file: self.file.clone(), place: place.map(Box::new), problem, loss: self.loss }
    }

    /// All that keeps a file from being read: every unknown or repeated key, else what the YAML reader says.
    pub fn unread(&self, shape: &Shape, why: &serde_yaml::Error) -> Vec<Damage> {
        let mut found = Vec::new();
        self.walk(shape, &mut Vec::new(), &mut found);
        if found.is_empty() {
            let at = why.location().map(|at| Span { line: at.line(), column: at.column(), len: 1 });
            found.push(self.damage(Some(self.within(at)), Problem::Malformed(words::plain(&why.to_string()))));
        }
        found
    }

    fn walk(&self, shape: &Shape, path: &mut Vec<Step>, found: &mut Vec<Damage>) {
        let keys = edit::keys(self.text, path);
        for (at, (key, span)) in keys.iter().enumerate() {
            if keys[..at].iter().any(|(earlier, _)| earlier == key) {
                found.push(self.damage(Some(*span), Problem::DuplicateKey { key: key.clone() }));
            } else if !shape.keys.contains(&key.as_str()) {
                let problem = Problem::UnknownKey { key: key.clone(), of: shape.of, known: shape.keys };
                found.push(self.damage(Some(*span), problem));
            }
        }
        for (below, shape) in shape.below {
            let depth = path.len();
            match below {
                Below::Key(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    self.walk(shape, path, found);
                }
                Below::Items(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    for index in 0..edit::length(self.text, path) {
                        path.push(Step::Index(index));
                        self.walk(shape, path, found);
                        path.pop();
                    }
                }
                Below::Values(name) => {
                    path.push(Step::Key((*name).to_owned()));
                    let keys = edit::keys(self.text, path);
                    for (at, (key, span)) in keys.iter().enumerate() {
                        if keys[..at].iter().any(|(earlier, _)| earlier == key) {
                            found.push(self.damage(Some(*span), Problem::DuplicateKey { key: key.clone() }));
                        }
                    }
                    for (key, _) in keys {
                        path.push(Step::Key(key));
                        self.walk(shape, path, found);
                        path.pop();
                    }
                }
            }
            path.truncate(depth);
        }
    }
}

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
