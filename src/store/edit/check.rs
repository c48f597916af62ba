//! The check behind every edit: the new text must read as the old one with the one change made.

use serde_yaml::Value;

use super::{EditError, Step, Yaml, shown};

/// What an edit was to do.
pub enum Change<'a> {
    Set(&'a Yaml),
    Remove,
    Push(&'a Yaml),
}

/// The new text, if it is faithful.
pub fn checked(before: &str, after: String, path: &[Step], change: &Change) -> Result<String, EditError> {
    let unfaithful = || EditError::Unfaithful(shown(path));
    let mut wanted = read(before).ok_or_else(unfaithful)?;
    apply(&mut wanted, path, change).ok_or_else(unfaithful)?;
    let got = read(&after).ok_or_else(unfaithful)?;
    if same(&got, &wanted) { Ok(after) } else { Err(unfaithful()) }
}

fn read(text: &str) -> Option<Value> {
    serde_yaml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

/// Equal, where an empty mapping, an empty list and nothing are the same: an edit may leave any of them behind.
fn same(a: &Value, b: &Value) -> bool {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Mapping(map) => map.is_empty(),
        Value::Sequence(list) => list.is_empty(),
        _ => false,
    };
    match (a, b) {
        (a, b) if empty(a) && empty(b) => true,
        (Value::Mapping(a), Value::Mapping(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
        }
        (Value::Sequence(a), Value::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (a, b) => a == b,
    }
}

fn apply(root: &mut Value, path: &[Step], change: &Change) -> Option<()> {
    let (last, above) = path.split_last()?;
    let mut parent = root;
    for step in above {
        parent = match step {
            Step::Key(name) => parent.as_mapping_mut()?.get_mut(name.as_str())?,
            Step::Index(at) => parent.as_sequence_mut()?.get_mut(*at)?,
        };
    }
    if parent.is_null() {
        *parent = Value::Mapping(serde_yaml::Mapping::new());
    }
    match (last, change) {
        (Step::Key(name), Change::Set(value)) => {
            parent.as_mapping_mut()?.insert(Value::String(name.clone()), value.value());
        }
        (Step::Index(at), Change::Set(value)) => *parent.as_sequence_mut()?.get_mut(*at)? = value.value(),
        (Step::Key(name), Change::Remove) => {
            parent.as_mapping_mut()?.shift_remove(name.as_str())?;
        }
        (Step::Index(at), Change::Remove) => {
            let list = parent.as_sequence_mut()?;
            (*at < list.len()).then(|| list.remove(*at))?;
        }
        (Step::Key(name), Change::Push(value)) => {
            parent.as_mapping_mut()?.get_mut(name.as_str())?.as_sequence_mut()?.push(value.value());
        }
        (Step::Index(_), Change::Push(_)) => return None,
    }
    Some(())
}
