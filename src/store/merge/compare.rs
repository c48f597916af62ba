//! When two values say the same.

use super::lists;
use crate::store::edit::Yaml;

/// Whether two values say the same, whatever way they are spelled: `2` and `2.0`, `'a'` and `a`.
pub fn same(a: &Yaml, b: &Yaml) -> bool {
    within(a, b, None, false)
}

/// The same for what may be absent.
pub fn same_or_absent(a: Option<&Yaml>, b: Option<&Yaml>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => same(a, b),
        _ => false,
    }
}

/// Whether two files say the same. Key results, initiatives and tags may stand in any order.
pub fn alike(a: &Yaml, b: &Yaml) -> bool {
    within(a, b, None, true)
}

fn within(a: &Yaml, b: &Yaml, list: Option<&str>, unordered: bool) -> bool {
    match (a, b) {
        (Yaml::Map(a), Yaml::Map(b)) => {
            let find = |name: &str| b.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            let equal = |(key, value): &(String, Yaml)| {
                find(key).is_some_and(|other| within(value, other, Some(key.as_str()), unordered))
            };
            // A list that nothing is left in is as good as none.
            let says = |fields: &[(String, Yaml)]| fields.iter().filter(|(_, value)| !is_empty_list(value)).count();
            says(a) == says(b) && a.iter().filter(|(_, value)| !is_empty_list(value)).all(equal)
        }
        (Yaml::List(a), Yaml::List(b)) if a.len() == b.len() => {
            let named = list.filter(|name| unordered && matches!(*name, "key_results" | "initiatives" | "tags"));
            match named.and_then(|name| Some((lists::explicit(name, a)?, lists::explicit(name, b)?))) {
                Some((ours, theirs)) => a.iter().zip(&ours).all(|(item, name)| {
                    theirs
                        .iter()
                        .position(|other| other == name)
                        .is_some_and(|at| within(item, &b[at], None, unordered))
                }),
                None => a.iter().zip(b).all(|(a, b)| within(a, b, None, unordered)),
            }
        }
        (Yaml::Literal(_) | Yaml::Text(_), Yaml::Literal(_) | Yaml::Text(_)) => {
            let (a, b) = (a.value(), b.value());
            a == b || a.as_f64().is_some_and(|number| b.as_f64() == Some(number))
        }
        _ => false,
    }
}

fn is_empty_list(value: &Yaml) -> bool {
    matches!(value, Yaml::List(items) if items.is_empty())
}
