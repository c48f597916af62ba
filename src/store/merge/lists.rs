//! Lists whose items have names: which item of one side is which of the other, and in what order they stand.

use super::Unmergeable;
use crate::store::edit::Yaml;

/// How the items of a list are told apart, and what may be merged within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Mappings, merged by key.
    Mappings,
    /// Steps in their order, each of them one value.
    Steps,
    /// Words.
    Words,
}

/// What the list under a key holds; `None` for a list that is one value.
pub fn named(key: &str) -> Option<Named> {
    match key {
        "key_results" | "initiatives" => Some(Named::Mappings),
        "milestones" => Some(Named::Steps),
        "tags" | "aligns_to" => Some(Named::Words),
        _ => None,
    }
}

/// The items of what may be a list, one word, or nothing.
pub fn items(value: Option<&Yaml>) -> Option<&[Yaml]> {
    match value {
        Some(Yaml::List(items)) => Some(items),
        None => Some(&[]),
        Some(Yaml::Literal(word)) if matches!(word.as_str(), "null" | "~") => Some(&[]),
        Some(one @ Yaml::Text(_)) => Some(std::slice::from_ref(one)),
        Some(_) => None,
    }
}

/// The items, words that are repeated only once.
pub fn once(kind: Named, items: &[Yaml]) -> Vec<Yaml> {
    let mut once: Vec<Yaml> = Vec::with_capacity(items.len());
    for item in items {
        if kind != Named::Words || !once.iter().any(|known| word(known) == word(item)) {
            once.push(item.clone());
        }
    }
    once
}

/// The name of an item in the list under a key; a key result without an id has none of its own.
fn name(key: &str, item: &Yaml) -> Option<String> {
    let field = |name: &str| match item {
        Yaml::Map(fields) => fields.iter().find(|(key, _)| key == name).and_then(|(_, value)| word(value)),
        _ => None,
    };
    match key {
        "key_results" => field("id"),
        "initiatives" => field("title"),
        "milestones" => match item {
            Yaml::Map(fields) => field("name").or_else(|| {
                fields.iter().map(|(key, _)| key).find(|key| !matches!(key.as_str(), "due" | "weight")).cloned()
            }),
            one => word(one),
        },
        _ => word(item),
    }
}

fn word(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Text(text) | Yaml::Literal(text) => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// The names of a list's items, if each has one of its own and no two share it.
pub fn explicit(key: &str, items: &[Yaml]) -> Option<Vec<String>> {
    let names: Vec<String> = items.iter().map(|item| name(key, item)).collect::<Option<_>>()?;
    let twins = names.iter().enumerate().any(|(at, name)| names[..at].contains(name));
    (!twins).then_some(names)
}

/// The names of the items of all three sides. Key results without an id are called by their place, where no side has
/// more or fewer of them.
///
/// # Errors
/// When the items of one side cannot be told apart.
pub fn names(key: &str, sides: [&[Yaml]; 3]) -> Result<[Vec<String>; 3], Unmergeable> {
    let [base, ours, theirs] = sides;
    let unnamed = || Unmergeable::Unnamed(key.to_owned());
    if let [Some(base), Some(ours), Some(theirs)] = sides.map(|items| explicit(key, items)) {
        return Ok([base, ours, theirs]);
    }
    if key != "key_results" || ours.len() != theirs.len() || base.len() != ours.len() {
        return Err(unnamed());
    }
    let placed = |items: &[Yaml]| -> Vec<String> {
        let name = |(at, item)| name(key, item).unwrap_or_else(|| format!("kr{}", at + 1));
        items.iter().enumerate().map(name).collect()
    };
    let names = sides.map(placed);
    let told_apart = |names: &Vec<String>| !names.iter().enumerate().any(|(at, name)| names[..at].contains(name));
    // An id that was given to one that had none makes it another one: nobody can tell which.
    if names.iter().all(told_apart) && names[0] == names[1] && names[0] == names[2] {
        Ok(names)
    } else {
        Err(unnamed())
    }
}

/// Where an item of this name stands in a list.
pub fn position(key: &str, items: &[Yaml], wanted: &str) -> Option<usize> {
    items.iter().enumerate().position(|(at, item)| match name(key, item) {
        Some(name) => name == wanted,
        None => key == "key_results" && wanted == format!("kr{}", at + 1),
    })
}

/// The names that a merge leaves, in their order: whoever moved items decides about it, ours if both did; what the other
/// side added stands behind what it stood behind there.
pub fn order(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    let kept = |side: &[String]| -> Vec<String> {
        side.iter()
            .filter(|name| base.contains(name) && ours.contains(name) && theirs.contains(name))
            .cloned()
            .collect()
    };
    let (before, here) = (kept(base), kept(ours));
    let (first, second) = if here == before { (theirs, ours) } else { (ours, theirs) };
    let stays = |name: &String| !base.contains(name) || (ours.contains(name) && theirs.contains(name));
    let mut order: Vec<String> = first.iter().filter(|name| stays(name)).cloned().collect();
    for (at, name) in second.iter().enumerate().filter(|(_, name)| stays(name)) {
        if order.contains(name) {
            continue;
        }
        let behind = second[..at].iter().rev().find_map(|before| order.iter().position(|other| other == before));
        order.insert(behind.map_or(0, |at| at + 1), name.clone());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order_of(base: &str, ours: &str, theirs: &str) -> String {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        order(&words(base), &words(ours), &words(theirs)).join(" ")
    }

    #[test]
    fn sets_keep_their_order() {
        assert_eq!(order_of("a", "a x", "a y"), "a x y");
        assert_eq!(order_of("a b", "a", "a b y"), "a y");
        assert_eq!(order_of("", "x1 x2", "y"), "x1 x2 y");
        assert_eq!(order_of("a b", "b a", "a b c"), "b c a");
        assert_eq!(order_of("a b c", "a x b c", "a b c y"), "a x b c y");
        assert_eq!(order_of("a", "a", "new a"), "new a");
        assert_eq!(order_of("a", "a x", "new a"), "new a x");
        assert_eq!(order_of("a b", "a b", "b a"), "b a");
        assert_eq!(order_of("a", "", ""), "");
    }
}
