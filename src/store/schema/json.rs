//! The shapes of files as JSON Schemas, for editors: draft 7, which the YAML language server reads best.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::{RawCycle, RawEvent, RawObjective, RawOrg, RawSettings};

/// The kinds of files that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaKind {
    Settings,
    Org,
    Cycle,
    Objective,
    History,
}

impl SchemaKind {
    pub const ALL: [SchemaKind; 5] = [Self::Settings, Self::Org, Self::Cycle, Self::Objective, Self::History];

    /// Its name on the command line and on disk.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Org => "org",
            Self::Cycle => "cycle",
            Self::Objective => "objective",
            Self::History => "history",
        }
    }
}

/// The schema of a kind of file, made from the type that reads it.
pub fn json_schema(kind: SchemaKind) -> Value {
    let schema = match kind {
        SchemaKind::Settings => schema_of::<RawSettings>("okr.yaml"),
        SchemaKind::Org => schema_of::<RawOrg>("org.yaml"),
        SchemaKind::Cycle => schema_of::<RawCycle>("cycle.yaml"),
        SchemaKind::Objective => schema_of::<RawObjective>("An objective of okr"),
        SchemaKind::History => {
            let mut schema = schema_of::<Vec<RawEvent>>("A history of okr");
            let what = "What happened to an objective, one event a line. It only grows; okr writes it.";
            schema.insert("description".to_owned(), what.into());
            // A history without events is an empty file.
            schema.insert("type".to_owned(), vec!["array", "null"].into());
            schema
        }
    };
    schema.to_value()
}

fn schema_of<T: JsonSchema>(title: &str) -> Schema {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    settings.transforms.push(Box::new(Plain));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}

/// Leaves out what helps nobody in an editor: a key whose value is one piece is left out rather than left empty, and
/// formats of numbers are none of people's business.
#[derive(Debug, Clone)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        schema.remove("format");
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            let one_piece = |name: &Value| matches!(name.as_str(), Some("string" | "number" | "integer" | "boolean"));
            let many = types.iter().any(|name| matches!(name.as_str(), Some("array" | "object")));
            if !many && types.iter().any(one_piece) {
                types.retain(|name| name != "null");
            }
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        // What may be one of several things or nothing is one of several things.
        let null = serde_json::json!({"type": "null"});
        if let Some(Value::Array(either)) = schema.get("anyOf")
            && let [Value::Object(something), nothing] = either.as_slice()
            && *nothing == null
        {
            let something = something.clone();
            schema.remove("anyOf");
            something.into_iter().for_each(|(key, value)| drop(schema.insert(key, value)));
        }
        // Documentation comments are wrapped; hover texts wrap themselves.
        if let Some(Value::String(text)) = schema.get_mut("description") {
            *text = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        }
        transform_subschemas(self, schema);
    }
}
