//! What a command did to a folder, as a unified diff.

use std::collections::BTreeMap;

/// What changed between two states of a folder. A file that was only moved, or moved and appended to, is told so. A
/// carriage return is shown as ␍.
pub fn diff(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let mut shown = String::new();
    let mut left: BTreeMap<&String, &String> = before.iter().filter(|(name, _)| !after.contains_key(*name)).collect();
    let mut changed = Vec::new();
    for (name, new) in after {
        let old = before.get_key_value(name).or_else(|| {
            let moved = left.iter().find(|(_, old)| !old.is_empty() && new.starts_with(old.as_str()));
            moved.map(|(name, old)| (*name, *old))
        });
        if let Some((old_name, _)) = old.filter(|(old_name, _)| *old_name != name) {
            shown.push_str(&format!("moved {old_name} → {name}\n"));
            left.remove(old_name);
        }
        changed.push((old.map(|(name, text)| (name.as_str(), text.as_str())), Some((name.as_str(), new.as_str()))));
    }
    changed.extend(left.into_iter().map(|(name, old)| (Some((name.as_str(), old.as_str())), None)));
    changed.sort_by_key(|(old, new)| new.or(*old).map(|(name, _)| name));
    for (old, new) in changed {
        let part = |file: Option<(&str, &str)>| {
            file.map_or(("(none)".to_owned(), String::new()), |(name, text)| (name.to_owned(), text.replace('\r', "␍")))
        };
        let ((old_name, old), (new_name, new)) = (part(old), part(new));
        if old != new {
            let diff = similar::TextDiff::from_lines(&old, &new);
            shown.push_str(&diff.unified_diff().context_radius(2).header(&old_name, &new_name).to_string());
        }
    }
    shown
}
