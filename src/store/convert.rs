//! From the shapes on disk to the model, collecting every problem with the path of the key that has it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::collector::{Collector, Way, key};
use super::edit::Step;
use super::schema::{
    RawCycle, RawKeyResult, RawMetric, RawMetricFields, RawMilestone, RawObjective, RawOrg, RawPerson, RawUnit,
};
use crate::language::{marked, say};
use crate::model::{
    Cycle, CycleId, Initiative, Keep, KeyResult, KeyResultId, Kind, Metric, MetricError, Milestone, Objective, Org,
    OwnerKey, Person, Problem, ReferenceQuery, Unit, Zone,
};

/// The most of anything that an objective or a key result has: key results, milestones, initiatives, links, tags. More than
/// a reader can take in is no goal, and what grows with the square of it stays small.
const MOST_ITEMS: usize = 500;
/// The most units and people of an organisation.
const MOST_UNITS: usize = 5_000;
const MOST_PEOPLE: usize = 20_000;

/// The instant of a day with a time, as people write it, in a zone.
pub fn local_instant(text: &str, zone: Zone) -> Option<DateTime<Utc>> {
    let formats = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
    let local = formats.into_iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
}

/// A text that says something: without the blanks around it.
fn said<T: AsRef<str> + for<'t> From<&'t str>>(text: Option<T>) -> Option<T> {
    let text = text?;
    match text.as_ref().trim() {
        "" => None,
        bare if bare.len() == text.as_ref().len() => Some(text),
        bare => Some(bare.into()),
    }
}

/// The objective that a file defines. With any problem found it is not to be used.
pub fn objective(raw: RawObjective, c: &mut Collector) -> Objective {
    let title = said(raw.title).unwrap_or_else(|| {
        c.missing("title", marked!("an objective"));
        String::new()
    });
    let kind = match raw.kind.as_deref() {
        None | Some("aspirational") => Kind::Aspirational,
        Some("committed") => Kind::Committed,
        Some(other) => {
            c.invalid("kind", say!("{word} is neither aspirational nor committed", word = format_args!("{other:?}")));
            Kind::Aspirational
        }
    };
    let aligns_to = c.bounded("aligns_to", raw.aligns_to.0, MOST_ITEMS, marked!("links"));
    let aligns_to = c.within([key("aligns_to")], |c| references(aligns_to, c));
    let tags = c.bounded("tags", raw.tags.0, MOST_ITEMS, marked!("tags"));
    let raw_key_results =
        c.bounded("key_results", raw.key_results.unwrap_or_default(), MOST_ITEMS, marked!("key results"));
    let mut key_results: Vec<KeyResult> = Vec::with_capacity(raw_key_results.len());
    for (at, raw) in raw_key_results.into_iter().enumerate() {
        let read = c.within([key("key_results"), Way::Index(at)], |c| {
            let read = key_result(raw, at, c);
            if key_results.iter().any(|earlier| earlier.id == read.id) {
                c.problem("id", Problem::TwinKeyResult { id: read.id.to_string() });
            }
            read
        });
        key_results.push(read);
    }
    let weight = c.weight(raw.weight);
    Objective { title, description: said(raw.description), kind, aligns_to, weight, tags, key_results }
}

fn references(raw: Vec<String>, c: &mut Collector) -> Vec<ReferenceQuery> {
    let mut all = Vec::with_capacity(raw.len());
    for (at, text) in raw.into_iter().enumerate() {
        match text.parse() {
            Ok(query) => all.push(query),
            Err(why) => {
                let why = say!("{text}: {why}", text = format_args!("{text:?}"), why);
                c.problem_at(Some(Step::Index(at)), Problem::Invalid { field: "aligns_to".into(), why });
            }
        }
    }
    all
}

fn key_result(raw: RawKeyResult, at: usize, c: &mut Collector) -> KeyResult {
    let id: Option<KeyResultId> = c.parse("id", raw.id.as_deref());
    // Where there is none the place in the list is the id. It stands in for a wrong one, which is reported, so that the rest of the
    // file is looked at too.
    let id = id.or_else(|| format!("kr{}", at + 1).parse().ok()).unwrap_or_else(|| unreachable!("kr{at} is a key"));
    let title = said(raw.title).unwrap_or_else(|| {
        c.missing("title", marked!("a key result"));
        String::new()
    });
    let metric = raw.metric.and_then(|raw| c.within([key("metric")], |c| metric(raw, c)));
    let initiatives = c.bounded("initiatives", raw.initiatives.unwrap_or_default(), MOST_ITEMS, marked!("initiatives"));
    let initiatives =
        initiatives.into_iter().map(|raw| Initiative { title: raw.title, link: raw.link, done: raw.done }).collect();
    let weight = c.weight(raw.weight);
    let owner = c.parse("owner", raw.owner.as_deref());
    let due = c.day("due", raw.due.as_deref());
    KeyResult { id, title, metric, weight, owner, due, initiatives }
}

/// Whether a value is a metric that measures something.
pub fn is_metric(value: &serde_yaml::Value) -> bool {
    let mut collector = Collector::default();
    let raw = serde_yaml::from_value::<RawMetric>(value.clone());
    raw.is_ok_and(|raw| metric(raw, &mut collector).is_some() && collector.found.is_empty())
}

fn metric(raw: RawMetric, c: &mut Collector) -> Option<Metric> {
    let fields = match raw {
        RawMetric::Word(word) if word == "done" => return Some(Metric::Done),
        RawMetric::Word(word) if word == "aligned" => return Some(Metric::Aligned),
        RawMetric::Word(word) => {
            let word = format_args!("{word:?}");
            wrong_metric(c, say!("{word} is no measure; the words are done and aligned", word));
            return None;
        }
        RawMetric::Fields(fields) => fields,
    };
    let made = match fields {
        RawMetricFields {
            milestones: Some(steps),
            from: None,
            to: None,
            at_least: None,
            at_most: None,
            worst: None,
            ..
        } => {
            let steps = c.bounded("milestones", steps, MOST_ITEMS, marked!("milestones"));
            let steps = steps.into_iter().enumerate().map(|(at, raw)| milestone(raw, at, c)).collect();
            Metric::milestones(steps)
        }
        RawMetricFields {
            from: Some(from),
            to: Some(to),
            at_least: None,
            at_most: None,
            worst: None,
            milestones: None,
            unit,
        } => Metric::change(from, to, said(unit)),
        RawMetricFields { from: None, to: None, milestones: None, at_least, at_most, worst, unit }
            if at_least.is_some() || at_most.is_some() =>
        {
            Metric::keep(Keep { at_least, at_most, worst, unit: said(unit) })
        }
        RawMetricFields { from: Some(_), to: None, .. } => {
            c.missing("to", marked!("a metric"));
            return None;
        }
        RawMetricFields { from: None, to: Some(_), .. } => {
            c.missing("from", marked!("a metric"));
            return None;
        }
        _ => {
            wrong_metric(
                c,
                say!("a metric is {from, to}, {at_least and/or at_most}, {milestones}, done or aligned").to_owned(),
            );
            return None;
        }
    };
    made.map_err(|why: MetricError| wrong_metric(c, why.to_string())).ok()
}

fn wrong_metric(c: &mut Collector, why: String) {
    c.problem_at(None, Problem::Invalid { field: "metric".into(), why });
}

fn milestone(raw: RawMilestone, at: usize, c: &mut Collector) -> Milestone {
    c.within([key("milestones"), Way::Index(at)], |c| Milestone {
        weight: c.weight(raw.weight),
        due: c.day("due", raw.due.as_deref()),
        name: raw.name.trim().to_owned(),
    })
}

/// A cycle's dates; those of its name stand in for missing ones.
pub fn cycle(id: &CycleId, raw: RawCycle, named: Option<(NaiveDate, NaiveDate)>, c: &mut Collector) -> Option<Cycle> {
    let start = c.day("start", raw.start.as_deref()).or(named.map(|(start, _)| start).filter(|_| raw.start.is_none()));
    let end = c.day("end", raw.end.as_deref()).or(named.map(|(_, end)| end).filter(|_| raw.end.is_none()));
    let closed = c.day("closed", raw.closed.as_deref());
    if start.is_none() && raw.start.is_none() {
        c.missing("start", marked!("a cycle"));
    }
    if end.is_none() && raw.end.is_none() {
        c.missing("end", marked!("a cycle"));
    }
    let (start, end) = (start?, end?);
    if end < start {
        c.problem("end", Problem::EndsBeforeStart);
        return None;
    }
    Some(Cycle { id: id.clone(), title: said(raw.title), start, end, closed })
}

/// The organisation; what is wrong in it is left out.
pub fn org(raw: RawOrg, c: &mut Collector) -> Org {
    let mut org = Org { company: c.parse("company", raw.company.as_deref()), ..Org::default() };
    let units = c.bounded("units", raw.units.into_iter().flatten().collect(), MOST_UNITS, marked!("units"));
    for (name, raw) in units {
        let read = c
            .within([key("units")], |c| (c.parse(&name, Some(&name)), c.within([key(name.clone())], |c| unit(raw, c))));
        if let (Some(key), unit) = read {
            org.units.insert(key, unit);
        }
    }
    let people = c.bounded("people", raw.people.into_iter().flatten().collect(), MOST_PEOPLE, marked!("people"));
    for (name, raw) in people {
        let read = c.within([key("people")], |c| {
            let key: Option<OwnerKey> = c.parse(&name, Some(&name));
            if key.as_ref().is_some_and(|key| org.units.contains_key(key)) {
                c.invalid(&name, say!("it is the key of a unit too: each key is one folder in a cycle"));
            }
            (key, c.within([Way::Key(name.clone().into())], |c| person(raw, c)))
        });
        if let (Some(key), person) = read {
            org.people.insert(key, person);
        }
    }
    org
}

fn unit(raw: Option<RawUnit>, c: &mut Collector) -> Unit {
    let raw = raw.unwrap_or_default();
    Unit {
        parent: c.parse("parent", raw.parent.as_deref()),
        lead: c.parse("lead", raw.lead.as_deref()),
        name: said(raw.name),
    }
}

fn person(raw: Option<RawPerson>, c: &mut Collector) -> Person {
    let raw = raw.unwrap_or_default();
    Person { unit: c.parse("unit", raw.unit.as_deref()), name: said(raw.name), email: said(raw.email) }
}
