//! One event of a history file.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::words::{EVENT_ID, KEY, MOMENT, WORDS};
use crate::model::Reported;

/// A text that stays in the line it was read from where it can: most of an event is looked at and not kept.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'de> Visitor<'de> for Borrowing {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E: de::Error>(self, v: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(v)))
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(v.to_owned())))
            }
        }
        d.deserialize_str(Borrowing)
    }
}

impl JsonSchema for Text<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// A value as people report it, apart from the metric that it belongs to.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it says what an editor may accept; the reader has a type of its own")]
enum ReportedShape {
    Flag(bool),
    Number(f64),
    Word(String),
}

/// The keys that an event may have.
pub const EVENT_KEYS: &[&str] = &[
    "id",
    "at",
    "by",
    "event",
    "kr",
    "value",
    "status",
    "confidence",
    "text",
    "field",
    "from",
    "to",
    "score",
    "phase",
    "went_well",
    "stuck",
    "next",
    "of",
    "note",
];

/// What happened, on one line. A past line is never changed: okr retract takes it back.
///
/// It has every key that any event may have, in the order in which they are written.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = needs, extend("required" = ["at", "by"]))]
#[serde(deny_unknown_fields, default, expecting = "an event: a mapping with id, at, by and event")]
pub struct RawEvent<'a> {
    /// Ten random letters and digits: no two events share one. Left out by hand.
    #[schemars(regex(pattern = EVENT_ID), example = &"01jd8xyzab")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    /// When: a moment in UTC; by hand a day will do.
    #[schemars(regex(pattern = MOMENT), example = &"2026-10-12T09:00:00Z")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub at: Option<Text<'a>>,
    /// Who: a key of org.yaml.
    #[schemars(regex(pattern = WORDS), example = &"ana")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text<'a>>,
    /// What happened. Default: update.
    #[schemars(extend("enum" = ["create", "update", "comment", "edit", "retract", "score", "review", "complete", "abandon", "reopen", "carry"]))]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub event: Option<Text<'a>>,
    /// The key result that it is about, by its id.
    #[schemars(regex(pattern = KEY), example = &"nps")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub kr: Option<Text<'a>>,
    /// Where the key result stands: a number, done or open, a milestone's name, or none.
    #[schemars(with = "ReportedShape", example = 38)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Reported>,
    /// What the owner says of it.
    #[schemars(extend("enum" = ["on-track", "at-risk", "off-track", "done"]))]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub status: Option<Text<'a>>,
    /// How sure the owner is that the target will be reached, 1 to 10.
    #[schemars(range(min = 1, max = 10), example = 7)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<i64>,
    /// What a comment says; @key mentions a person.
    #[schemars(example = &"@bo can support help?")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text<'a>>,
    /// What was changed in the definition; of a key result as nps.metric.
    #[schemars(example = &"nps.metric")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub field: Option<Text<'a>>,
    /// What it was before; of a carry the objective that it was.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub from: Option<Text<'a>>,
    /// What it is since; of a carry the objective that it became.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub to: Option<Text<'a>>,
    /// 0 to 100, whatever the scale of the settings.
    #[schemars(range(min = 0, max = 100), example = 70)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Which review: mid or end.
    #[schemars(example = &"mid")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Text<'a>>,
    /// What went well.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub went_well: Option<Text<'a>>,
    /// What is stuck.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub stuck: Option<Text<'a>>,
    /// What comes next.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub next: Option<Text<'a>>,
    /// The id of the event that is taken back.
    #[schemars(regex(pattern = EVENT_ID), example = &"01jd8xyzab")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text<'a>>,
    /// Why, in a sentence.
    #[schemars(example = &"new onboarding")]
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
}

/// What each kind of event cannot be without.
fn needs(schema: &mut Schema) {
    let needs = |event: &str, keys: &[&str]| {
        let one_of: Vec<serde_json::Value> = keys.iter().map(|key| serde_json::json!({"required": [key]})).collect();
        serde_json::json!({
            "if": {"properties": {"event": {"const": event}}, "required": ["event"]},
            "then": {"anyOf": one_of},
        })
    };
    let all = [
        needs("comment", &["text", "note"]),
        needs("edit", &["field"]),
        needs("score", &["score"]),
        needs("retract", &["of"]),
    ];
    schema.insert("allOf".to_owned(), all.into());
}
