//! The editor of YAML: after an edit the file says just what was asked for, and all the rest of it as before, with every
//! comment; or it is refused.

use okrs::store::edit::{Step, Yaml, push, remove, set};
use serde_yaml::Value;

const KEYS: [&str; 8] = ["title", "key_results", "metric", "weight", "tags", "id", "aligns_to", "中文 key"];
const ORDER: [&str; 4] = ["title", "weight", "tags", "key_results"];

/// The first bytes choose what is done, up to a zero; the rest is the file.
pub fn run(data: &[u8]) {
    let Some(end) = data.iter().position(|byte| *byte == 0) else { return };
    let (mut choices, Ok(text)) = (data[..end].iter().copied(), std::str::from_utf8(&data[end + 1..])) else { return };
    let mut next = || usize::from(choices.next().unwrap_or(1));
    let what = next();
    let path: Vec<Step> = (0..1 + next() % 4).map(|_| step(next())).collect();
    let value = value(&mut next, 0);
    let edited = match what % 3 {
        0 => set(text, &path, &value, &ORDER),
        1 => remove(text, &path),
        _ => push(text, &path, &value, &ORDER),
    };
    let Ok(after) = edited else { return };
    let (before, after) = (read(text), (read(&after), after));
    let (Some(before), (Some(now), after)) = (before, after) else { panic!("what was edited reads") };
    match what % 3 {
        0 => assert!(same(at(&now, &path), Some(&value.value())), "{after}"),
        1 => {}
        _ => assert!(
            same(at(&now, &path).and_then(Value::as_sequence).and_then(|list| list.last()), Some(&value.value())),
            "{after}"
        ),
    }
    others(&before, &now, &path);
    for comment in comments(text) {
        // What stands above or behind what was removed or replaced goes with it.
        assert!(what % 3 != 2 || after.contains(comment), "{comment:?} is gone from {after}");
    }
}

fn step(choice: usize) -> Step {
    if choice % 3 == 2 { Step::Index(choice / 3 % 4) } else { Step::key(KEYS[choice / 3 % KEYS.len()]) }
}

fn value(next: &mut impl FnMut() -> usize, depth: usize) -> Yaml {
    match next() % if depth > 2 { 4 } else { 6 } {
        0 => Yaml::Literal("42".to_owned()),
        1 => Yaml::text(
            ["yes", "2026-02-29", "a: b # c", " - x", "two\nlines\n", "", "\u{1b}é中\u{feff}", "'\""][next() % 8],
        ),
        2 => Yaml::text((0..next() % 12).filter_map(|_| char::from_u32(next() as u32)).collect::<String>()),
        3 => Yaml::Literal("true".to_owned()),
        4 => Yaml::List((0..next() % 3).map(|_| value(next, depth + 1)).collect()),
        _ => Yaml::Map(
            (0..1 + next() % 2).map(|at| (KEYS[at + next() % 6].to_owned(), value(next, depth + 1))).collect(),
        ),
    }
}

fn read(text: &str) -> Option<Value> {
    serde_yaml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

fn at<'v>(value: &'v Value, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.as_mapping()?.get(key.as_str()),
        Step::Index(at) => value.as_sequence()?.get(*at),
    })
}

/// Equal, where nothing, an empty list and an empty mapping are the same.
fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    let empty = |value: Option<&Value>| match value {
        None | Some(Value::Null) => true,
        Some(Value::Sequence(list)) => list.is_empty(),
        Some(Value::Mapping(map)) => map.is_empty(),
        _ => false,
    };
    match (a, b) {
        (a, b) if empty(a) && empty(b) => true,
        (Some(Value::Sequence(a)), Some(Value::Sequence(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(Some(a), Some(b)))
        }
        (Some(Value::Mapping(a)), Some(Value::Mapping(b))) => {
            a.iter().all(|(key, value)| same(Some(value), b.get(key)))
                && b.iter().all(|(key, value)| same(a.get(key), Some(value)))
        }
        (a, b) => a == b,
    }
}

/// Every key beside the path says what it said before.
fn others(before: &Value, after: &Value, path: &[Step]) {
    let Some((first, rest)) = path.split_first() else { return };
    match (first, before, after) {
        (Step::Key(own), Value::Mapping(before), Value::Mapping(after)) => {
            for (key, value) in before.iter().filter(|(key, _)| key.as_str() != Some(own.as_str())) {
                assert!(same(Some(value), after.get(key)), "{key:?} was {value:?}");
            }
            if let (Some(before), Some(after)) = (before.get(own.as_str()), after.get(own.as_str())) {
                others(before, after, rest);
            }
        }
        (Step::Index(own), Value::Sequence(before), Value::Sequence(after)) if before.len() == after.len() => {
            for (at, value) in before.iter().enumerate().filter(|(at, _)| at != own) {
                assert!(same(Some(value), after.get(at)), "item {at} was {value:?}");
            }
            if let (Some(before), Some(after)) = (before.get(*own), after.get(*own)) {
                others(before, after, rest);
            }
        }
        _ => {}
    }
}

/// Lines that are nothing but a comment, in a file in which nothing else can hold such a line.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    let plain = !text.contains(['|', '>', '"', '\'']);
    // A carriage return ends a line of YAML as a line feed does.
    text.split(['\n', '\r']).map(str::trim).filter(move |line| plain && line.starts_with("# "))
}
