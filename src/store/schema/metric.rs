//! A key result's `metric`: a word, or a mapping.

use std::fmt;

use compact_str::CompactString;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::language::say;
use crate::model::Quantity;

/// The keys of a metric.
pub const METRIC_KEYS: &[&str] = &["from", "to", "at_least", "at_most", "worst", "unit", "milestones"];

#[derive(Debug)]
pub enum RawMetric {
    /// `done` or `aligned`.
    Word(String),
    Fields(RawMetricFields),
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a mapping with the keys of a metric")]
pub struct RawMetricFields {
    /// Where it stands at the beginning.
    #[schemars(with = "f64", example = 31)]
    pub from: Option<Quantity>,
    /// Where it is to stand at the end. It may be below from: a metric may fall.
    #[schemars(with = "f64", example = 50)]
    pub to: Option<Quantity>,
    /// A level that is kept: never below this.
    #[schemars(with = "f64", example = 99.9)]
    pub at_least: Option<Quantity>,
    /// A level that is kept: never above this. With at_least it is to stay between the two.
    #[schemars(with = "f64", example = 300)]
    pub at_most: Option<Quantity>,
    /// The value at which a level counts 0. Without it a level is kept or not.
    #[schemars(with = "f64", example = 99)]
    pub worst: Option<Quantity>,
    /// What is counted.
    #[schemars(with = "Option<String>", example = &"points", example = &"%")]
    pub unit: Option<CompactString>,
    /// Steps in their order: a name, {name: weight}, or either with a day: {beta: 2, due: 2026-11-30}.
    #[schemars(length(min = 1), example = ["design", "beta", "launch"])]
    pub milestones: Option<Vec<RawMilestone>>,
}

impl<'de> Deserialize<'de> for RawMetric {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawMetric;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`done`, `aligned` or a mapping such as {from: 31, to: 50, unit: points}")
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<RawMetric, E> {
                Ok(RawMetric::Word(v.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawMetric, A::Error> {
                RawMetricFields::deserialize(MapAccessDeserializer::new(map)).map(RawMetric::Fields)
            }
        }
        d.deserialize_any(Either)
    }
}

/// `design`, `{design: 2}`, `{design: 2, due: 2026-11-01}` or `{name: design, weight: 2, due: 2026-11-01}`.
#[derive(Debug)]
pub struct RawMilestone {
    pub name: String,
    pub weight: Option<f64>,
    pub due: Option<String>,
}

impl<'de> Deserialize<'de> for RawMilestone {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Step;
        impl<'de> Visitor<'de> for Step {
            type Value = RawMilestone;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a milestone's name, or {name: weight}, with `due` if it has a date")
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<RawMilestone, E> {
                Ok(RawMilestone { name: v.to_owned(), weight: None, due: None })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawMilestone, A::Error> {
                let (mut name, mut weight, mut due) = (None, None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "due" => due = Some(map.next_value()?),
                        "name" => name = Some(map.next_value()?),
                        "weight" => weight = map.next_value()?,
                        _ if name.is_none() => {
                            weight = map.next_value()?;
                            name = Some(key);
                        }
                        other => {
                            let name = format_args!("{other:?}");
                            return Err(de::Error::custom(say!("a milestone has one name, not {name} too", name)));
                        }
                    }
                }
                let name = name.ok_or_else(|| de::Error::custom(say!("a milestone has no name")))?;
                Ok(RawMilestone { name, weight, due })
            }
        }
        d.deserialize_any(Step)
    }
}
