//! The forms of a metric and of a milestone as a schema: their readers are written by hand, and so is this. The keys come
//! from the type.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::words::{DAY, WORDS};
use super::{RawMetric, RawMetricFields, RawMilestone};

/// A metric's keys in one of the forms that may stand together.
fn form(all: &Schema, what: &str, keys: &[&str], needs: serde_json::Value) -> Schema {
    let known = all.get("properties").and_then(|known| known.as_object());
    let properties: serde_json::Map<String, serde_json::Value> =
        keys.iter().filter_map(|key| Some(((*key).to_owned(), known?.get(*key)?.clone()))).collect();
    let mut schema = json_schema!({
        "description": what, "type": "object", "properties": properties, "additionalProperties": false,
    });
    if let serde_json::Value::Object(needs) = needs {
        needs.into_iter().for_each(|(key, value)| drop(schema.insert(key, value)));
    }
    schema
}

impl JsonSchema for RawMetric {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Metric".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let all = RawMetricFields::json_schema(generator);
        let change = form(
            &all,
            "Rises or falls from a baseline to a target.",
            &["from", "to", "unit"],
            serde_json::json!({"required": ["from", "to"]}),
        );
        let keep = form(
            &all,
            "Keeps a level.",
            &["at_least", "at_most", "worst", "unit"],
            serde_json::json!({"anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}]}),
        );
        let steps = form(
            &all,
            "Reaches named steps, one after the other.",
            &["milestones", "unit"],
            serde_json::json!({"required": ["milestones"]}),
        );
        json_schema!({
            "anyOf": [
                {"description": "done: it happens or not. aligned: as far as the objectives that align to it.", "enum": ["done", "aligned"]},
                change, keep, steps,
            ],
            "examples": [{"from": 31, "to": 50, "unit": "points"}, {"at_least": 99.9, "unit": "%"}, {"milestones": ["design", "beta"]}, "done"],
        })
    }
}

impl JsonSchema for RawMilestone {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Milestone".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        let weight = serde_json::json!({"description": "How much it counts. Default: 1.", "type": ["number", "null"], "minimum": 0, "maximum": 1000});
        let due = serde_json::json!({"description": "The day by which it is due.", "type": "string", "pattern": DAY});
        let name = serde_json::json!({"description": "What is reached.", "type": "string", "pattern": WORDS});
        json_schema!({
            "anyOf": [
                name,
                {
                    "description": "A step with a weight or a day.",
                    "type": "object", "required": ["name"], "additionalProperties": false,
                    "properties": {"name": name, "weight": weight, "due": due},
                },
                {
                    "description": "A step's name with its weight.",
                    "type": "object",
                    "minProperties": 1,
                    "if": {"required": ["due"]},
                    "then": {"minProperties": 2, "maxProperties": 2},
                    "else": {"maxProperties": 1},
                    "properties": {"due": due, "name": false, "weight": false},
                    "additionalProperties": weight,
                },
            ],
        })
    }
}
