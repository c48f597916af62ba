//! The merge of definitions: no three texts make it panic; what is merged reads; what only one side changed is as that side has
//! it; and a side that changed nothing changes nothing.

use okrs::store::merge::merge;
use serde_yaml::Value;

/// Three texts, with a zero byte between them.
pub fn run(data: &[u8]) {
    let mut texts = data.splitn(3, |byte| *byte == 0).map(std::str::from_utf8);
    let (Some(Ok(base)), Some(Ok(ours)), Some(Ok(theirs))) = (texts.next(), texts.next(), texts.next()) else { return };
    same(base, ours, ours, ours);
    same(base, base, theirs, theirs);
    same(base, ours, base, ours);
    if base == ours || base == theirs || ours == theirs {
        return;
    }
    let Ok(merged) = merge(base, ours, theirs) else { return };
    let Some(Value::Mapping(now)) = read(&merged.text) else {
        panic!("what was merged does not read: {}", merged.text)
    };
    if !merged.conflicts.is_empty() {
        return;
    }
    let (Some(Value::Mapping(base)), Some(Value::Mapping(ours)), Some(Value::Mapping(theirs))) =
        (read(base), read(ours), read(theirs))
    else {
        return;
    };
    // Fields that hold one thing; lists are merged item by item.
    let simple = |value: Option<&Value>| value.is_none_or(|value| !value.is_sequence() && !value.is_mapping());
    // A key that looks like a number is a text to okr, and may be written as one.
    let keys = base.keys().chain(ours.keys()).chain(theirs.keys()).filter(|key| key.is_string());
    for key in keys {
        let (base, ours, theirs, now) = (base.get(key), ours.get(key), theirs.get(key), now.get(key));
        if [base, ours, theirs].into_iter().all(simple) {
            let wanted = if alike(ours, base) { theirs } else { ours };
            assert!(alike(now, wanted), "{key:?}: {base:?}, {ours:?} and {theirs:?} gave {now:?}");
        }
    }
}

fn same(base: &str, ours: &str, theirs: &str, wanted: &str) {
    if let Ok(merged) = merge(base, ours, theirs) {
        assert_eq!((merged.text.as_str(), merged.conflicts.len()), (wanted, 0));
    }
}

/// What a text says; one in which nothing stands says an empty mapping.
fn read(text: &str) -> Option<Value> {
    match serde_yaml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()? {
        Value::Null => Some(Value::Mapping(serde_yaml::Mapping::new())),
        value => Some(value),
    }
}

/// Equal, where nothing and no value are the same, and so are a whole number with a fraction and without.
fn alike(a: Option<&Value>, b: Option<&Value>) -> bool {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    let nothing = |value: Option<&Value>| value.is_none_or(Value::is_null);
    a == b || (nothing(a) && nothing(b)) || (number(a).is_some() && number(a) == number(b))
}
