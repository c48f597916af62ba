//! Values, references, keys, numbers and days as people type them: no text makes one panic, and what is understood reads the
//! same when it is printed.

use okrs::model::{
    CycleId, KeyResultId, KeyResultSpec, OwnerKey, Quantity, ReferenceQuery, Slug, day_of, read_value, slug_of,
};
use okrs::store::local_instant;

const METRICS: [&str; 6] =
    ["a: 31 -> 50 points", "b: >= 99.9 %", "c: <= 300 ms worst 900", "d: done", "e: milestones one, two", "f: aligned"];

pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(number) = text.parse::<Quantity>() {
        assert_eq!(number.to_string().parse(), Ok(number));
        assert!(number.as_f64().is_finite());
    }
    if let Ok(query) = text.parse::<ReferenceQuery>() {
        assert_eq!(query.to_string().parse(), Ok(query));
    }
    keys(text);
    if let Some(slug) = slug_of(text) {
        assert_eq!(slug.as_str().parse(), Ok(slug));
    }
    if let Some(day) = day_of(text) {
        assert_eq!(day_of(&day.to_string()), Some(day));
    }
    let _ = local_instant(text, "America/Sao_Paulo".parse::<okrs::model::Zone>().unwrap_or(okrs::model::Zone::UTC));
    for spec in METRICS {
        let Ok(spec) = spec.parse::<KeyResultSpec>() else { panic!("{spec} is a key result") };
        let now = spec.metric.start();
        match read_value(text, &spec.metric, now.as_ref()) {
            Ok(reported) => {
                let Ok(reading) = spec.metric.read(reported.borrowed()) else { panic!("{text:?} fits {spec:?}") };
                assert!(!f64::is_nan(reading.progress().ratio()), "{text:?} of {spec:?}");
            }
            Err(why) => assert!(!format!("{why}").is_empty()),
        }
    }
}

fn keys(text: &str) {
    macro_rules! same {
        ($($kind:ty),*) => {$(
            if let Ok(key) = text.parse::<$kind>() {
                assert_eq!(key.as_str(), text, "a key is what was typed");
            }
        )*};
    }
    same!(CycleId, OwnerKey, Slug, KeyResultId);
}
