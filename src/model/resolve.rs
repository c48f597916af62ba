//! From a reference as typed to the one objective that it means.

use super::key::{OwnerKey, Slug};
use super::reference::ReferenceQuery;

/// The names of one objective within a cycle.
pub type Name<'a> = (&'a OwnerKey, &'a Slug);

/// What a query means among the objectives of its cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution<'a> {
    One(Name<'a>),
    /// Several begin with it.
    Several(Vec<Name<'a>>),
    /// None does; the nearest by spelling, best first.
    Nothing(Vec<Name<'a>>),
}

/// Finds what `query` means among `names`: an objective named exactly so comes before one that only begins so.
pub fn resolve<'a>(query: &ReferenceQuery, names: impl IntoIterator<Item = Name<'a>>) -> Resolution<'a> {
    let names: Vec<Name<'a>> = names.into_iter().collect();
    let of_owner = |(owner, _): &Name| query.owner.as_ref().is_none_or(|wanted| wanted == *owner);
    let exact = |(_, slug): &Name| *slug == &query.objective;
    let begins = |(_, slug): &Name| slug.as_str().starts_with(query.objective.as_str());
    for matches in [&exact as &dyn Fn(&Name) -> bool, &begins] {
        let mut found: Vec<Name<'a>> = names.iter().copied().filter(|name| of_owner(name) && matches(name)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Resolution::One(*one),
            _ => {
                found.sort();
                return Resolution::Several(found);
            }
        }
    }
    Resolution::Nothing(nearest(query, &names))
}

/// The candidates that a typing error could have meant: those close by spelling, at most three.
fn nearest<'a>(query: &ReferenceQuery, names: &[Name<'a>]) -> Vec<Name<'a>> {
    let closeness = |(owner, slug): &Name| {
        let slug_only = strsim::jaro_winkler(query.objective.as_str(), slug.as_str());
        match &query.owner {
            Some(wanted) if wanted != *owner => slug_only * strsim::jaro_winkler(wanted.as_str(), owner.as_str()),
            _ => slug_only,
        }
    };
    let mut close: Vec<(f64, Name<'a>)> =
        names.iter().map(|name| (closeness(name), *name)).filter(|(score, _)| *score > 0.8).collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    close.into_iter().take(3).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<(OwnerKey, Slug)> {
        [("acme", "renewing"), ("eng", "renewals-portal"), ("eng", "tickets"), ("ops", "tickets"), ("eng", "renew")]
            .iter()
            .map(|(owner, slug)| (owner.parse().unwrap(), slug.parse().unwrap()))
            .collect()
    }

    fn found(query: &str) -> String {
        let names = names();
        let show = |(owner, slug): &Name| format!("{owner}/{slug}");
        match resolve(&query.parse().unwrap(), names.iter().map(|(o, s)| (o, s))) {
            Resolution::One(name) => show(&name),
            Resolution::Several(all) => format!("several: {}", all.iter().map(show).collect::<Vec<_>>().join(" ")),
            Resolution::Nothing(near) => format!("nothing: {}", near.iter().map(show).collect::<Vec<_>>().join(" ")),
        }
    }

    #[test]
    fn a_unique_prefix_is_enough_and_the_exact_name_wins() {
        assert_eq!(found("renewi"), "acme/renewing");
        assert_eq!(found("renew"), "eng/renew");
        assert_eq!(found("rene"), "several: acme/renewing eng/renew eng/renewals-portal");
        assert_eq!(found("tickets"), "several: eng/tickets ops/tickets");
        assert_eq!(found("ops/t"), "ops/tickets");
        assert_eq!(found("tikcets"), "nothing: eng/tickets ops/tickets");
        assert_eq!(found("zzz"), "nothing: ");
    }
}
