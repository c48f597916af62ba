//! Their changes, made to a tree and to a text.

use super::change::{Change, Part};
use super::lists;
use crate::store::edit::{self, EditError, Step, Yaml};
use crate::store::schema::{KEY_RESULT_KEYS, METRIC_KEYS, OBJECTIVE_KEYS};

/// The tree with the changes made.
pub fn to_tree(ours: &Yaml, changes: &[Change]) -> Option<Yaml> {
    let mut tree = ours.clone();
    for change in changes {
        match change {
            Change::Set(path, value) => set(&mut tree, path, value)?,
            Change::Push(path, value) => push(&mut tree, path, value)?,
            Change::Remove(path) => remove(&mut tree, path)?,
        }
    }
    Some(tree)
}

/// The text with the changes made; those that are there already are left as they stand.
///
/// # Errors
/// When a change cannot be made faithfully.
pub fn to_text(text: &str, changes: &[Change]) -> Result<String, EditError> {
    let mut text = text.to_owned();
    for change in changes {
        let tree = edit::tree(&text)?;
        match change {
            Change::Set(path, value) => {
                let steps = steps(&tree, path).ok_or_else(|| EditError::NoSuchPath(format!("{path:?}")))?;
                if !at(&tree, path).is_some_and(|known| super::compare::same(known, value)) {
                    text = edit::set(&text, &steps, value, order(path))?;
                }
            }
            Change::Push(path, value) => {
                let steps = steps(&tree, path).ok_or_else(|| EditError::NoSuchPath(format!("{path:?}")))?;
                let known = lists::items(at(&tree, path)).unwrap_or_default();
                if !known.iter().any(|item| super::compare::same(item, value)) {
                    text = edit::push(&text, &steps, value, order(path))?;
                }
            }
            Change::Remove(path) => {
                if at(&tree, path).is_some()
                    && let Some(steps) = steps(&tree, path)
                {
                    text = edit::remove(&text, &steps)?;
                }
            }
        }
    }
    Ok(text)
}

/// The order in which new keys stand beside those at a path.
fn order(path: &[Part]) -> &'static [&'static str] {
    match path {
        [.., Part::Key(metric), Part::Key(_)] if metric == "metric" => METRIC_KEYS,
        [.., Part::Key(list), Part::Item(_), Part::Key(_)] if list == "key_results" => KEY_RESULT_KEYS,
        [Part::Key(_)] => OBJECTIVE_KEYS,
        _ => &[],
    }
}

/// The path with its items by place. Its last part need not be there.
pub fn steps(tree: &Yaml, path: &[Part]) -> Option<Vec<Step>> {
    let mut steps = Vec::with_capacity(path.len());
    for (depth, part) in path.iter().enumerate() {
        steps.push(match part {
            Part::Key(name) => Step::key(name),
            Part::Item(name) => Step::Index(place(tree, &path[..depth], name)?),
        });
    }
    Some(steps)
}

fn place(tree: &Yaml, list: &[Part], name: &str) -> Option<usize> {
    let Some(Part::Key(key)) = list.last() else { return None };
    lists::position(key, lists::items(at(tree, list))?, name)
}

/// The value at a path.
pub fn at<'t>(tree: &'t Yaml, path: &[Part]) -> Option<&'t Yaml> {
    let mut value = tree;
    for (depth, part) in path.iter().enumerate() {
        value = match (value, part) {
            (Yaml::Map(fields), Part::Key(name)) => &fields.iter().find(|(key, _)| key == name)?.1,
            (Yaml::List(items), Part::Item(name)) => items.get(place(tree, &path[..depth], name)?)?,
            _ => return None,
        };
    }
    Some(value)
}

fn at_mut<'t>(tree: &'t mut Yaml, steps: &[Step]) -> Option<&'t mut Yaml> {
    let mut value = tree;
    for step in steps {
        value = match (value, step) {
            (Yaml::Map(fields), Step::Key(name)) => &mut fields.iter_mut().find(|(key, _)| key == name)?.1,
            (Yaml::List(items), Step::Index(at)) => items.get_mut(*at)?,
            _ => return None,
        };
    }
    Some(value)
}

fn set(tree: &mut Yaml, path: &[Part], value: &Yaml) -> Option<()> {
    let steps = steps(tree, path)?;
    let (last, above) = steps.split_last()?;
    match (at_mut(tree, above)?, last) {
        (Yaml::Map(fields), Step::Key(name)) => match fields.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => *old = value.clone(),
            None => fields.push((name.clone(), value.clone())),
        },
        (Yaml::List(items), Step::Index(at)) => *items.get_mut(*at)? = value.clone(),
        _ => return None,
    }
    Some(())
}

fn push(tree: &mut Yaml, path: &[Part], value: &Yaml) -> Option<()> {
    let steps = steps(tree, path)?;
    match at_mut(tree, &steps) {
        Some(Yaml::List(items)) => items.push(value.clone()),
        _ => set(tree, path, &Yaml::List(vec![value.clone()]))?,
    }
    Some(())
}

fn remove(tree: &mut Yaml, path: &[Part]) -> Option<()> {
    let steps = steps(tree, path)?;
    let (last, above) = steps.split_last()?;
    match (at_mut(tree, above)?, last) {
        (Yaml::Map(fields), Step::Key(name)) => fields.retain(|(key, _)| key != name),
        (Yaml::List(items), Step::Index(at)) => {
            items.remove(*at);
        }
        _ => return None,
    }
    Some(())
}
