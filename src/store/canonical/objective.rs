//! An objective's file: a key a line, key results as a list of such lines, mappings and lists within on one line.

use super::line::Line;
use super::{Clean, number, scalar};
use crate::store::schema::{
    OneOrMany, RawInitiative, RawKeyResult, RawMetric, RawMetricFields, RawMilestone, RawObjective,
};

/// The objective of a clean text.
pub fn objective(text: Clean) -> Option<RawObjective> {
    let mut raw = RawObjective::default();
    let mut seen = Seen::default();
    // The list of initiatives that the lines further in belong to.
    let mut listing = false;
    for line in text.lines() {
        let indent = line.bytes().take_while(|&byte| byte == b' ').count();
        let words = &line[indent..];
        // A comment or an empty line says nothing: no text here goes over several lines.
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        match (indent, &mut raw.key_results) {
            (0, _) => top(&mut raw, words, &mut seen)?,
            (2, Some(all)) => {
                all.push(RawKeyResult::default());
                listing = below(all.last_mut()?, words.strip_prefix("- ")?)?;
            }
            (4, Some(all)) => listing = below(all.last_mut()?, words)?,
            (6 | 8, Some(all)) if listing => initiative(all.last_mut()?.initiatives.as_mut()?, indent, words)?,
            _ => return None,
        }
    }
    // A key with nothing behind it is not an empty list.
    let listed = |raw: &RawKeyResult| raw.initiatives.as_ref().is_none_or(|all| !all.is_empty());
    raw.key_results.as_ref().is_none_or(|all| !all.is_empty() && all.iter().all(listed)).then_some(raw)
}

/// The keys that have a value which says nothing when it is empty.
#[derive(Default)]
struct Seen {
    aligns_to: bool,
    tags: bool,
}

fn top(raw: &mut RawObjective, line: &str, seen: &mut Seen) -> Option<()> {
    // What stands below the key results would end their list.
    if raw.key_results.is_some() {
        return None;
    }
    if line == "key_results:" {
        raw.key_results = Some(Vec::new());
        return Some(());
    }
    let (key, value) = scalar::entry(line)?;
    match key {
        "title" => once(&mut raw.title, scalar::text(value)?.to_owned()),
        "description" => once(&mut raw.description, scalar::text(value)?.to_owned()),
        "kind" => once(&mut raw.kind, scalar::text(value)?.to_owned()),
        "weight" => once(&mut raw.weight, number::float(value)?),
        "aligns_to" => list(&mut raw.aligns_to, value, &mut seen.aligns_to),
        "tags" => list(&mut raw.tags, value, &mut seen.tags),
        _ => None,
    }
}

/// A key of a key result; whether a list of initiatives follows.
fn below(raw: &mut RawKeyResult, line: &str) -> Option<bool> {
    if line == "initiatives:" {
        return once(&mut raw.initiatives, Vec::new()).map(|()| true);
    }
    let (key, value) = scalar::entry(line)?;
    let read = match key {
        "id" => once(&mut raw.id, scalar::text(value)?.into()),
        "title" => once(&mut raw.title, scalar::text(value)?.to_owned()),
        "metric" => once(&mut raw.metric, metric(value)?),
        "weight" => once(&mut raw.weight, number::float(value)?),
        "owner" => once(&mut raw.owner, scalar::text(value)?.to_owned()),
        "due" => once(&mut raw.due, day(value)?.to_owned()),
        _ => None,
    };
    read.map(|()| false)
}

/// `- title: …`, and below it a link and whether it is done.
fn initiative(all: &mut Vec<RawInitiative>, indent: usize, line: &str) -> Option<()> {
    if indent == 6 {
        let title = scalar::text(line.strip_prefix("- title: ")?)?.to_owned();
        all.push(RawInitiative { title, link: None, done: false });
        return Some(());
    }
    let last = all.last_mut()?;
    match scalar::entry(line)? {
        ("link", value) => once(&mut last.link, scalar::text(value)?.to_owned()),
        ("done", "true") if !last.done => {
            last.done = true;
            Some(())
        }
        _ => None,
    }
}

fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

/// `[one, other]`
fn names(line: &mut Line) -> Option<Vec<String>> {
    let mut all = Vec::new();
    line.eat("[")?;
    loop {
        all.push(scalar::item(line)?.to_owned());
        if line.eat(", ").is_none() {
            break;
        }
    }
    line.eat("]").map(|()| all)
}

fn list(place: &mut OneOrMany<String>, value: &str, seen: &mut bool) -> Option<()> {
    let mut line = Line(value);
    place.0 = names(&mut line)?;
    let ends = line.rest().is_empty() && !*seen;
    *seen = true;
    ends.then_some(())
}

/// A step by its name, which is no truth value.
fn milestone(name: String) -> Option<RawMilestone> {
    let flag = ["true", "false"].iter().any(|flag| name.eq_ignore_ascii_case(flag));
    (!flag).then_some(RawMilestone { name, weight: None, due: None })
}

/// A word, or `{from: 31, to: 50, unit: points}`.
fn metric(value: &str) -> Option<RawMetric> {
    let mut line = Line(value);
    if line.eat("{").is_none() {
        return matches!(value, "done" | "aligned").then(|| RawMetric::Word(value.to_owned()));
    }
    let mut fields = RawMetricFields::default();
    loop {
        let place = match scalar::key(&mut line)? {
            "from" => &mut fields.from,
            "to" => &mut fields.to,
            "at_least" => &mut fields.at_least,
            "at_most" => &mut fields.at_most,
            "worst" => &mut fields.worst,
            "unit" => {
                once(&mut fields.unit, scalar::item(&mut line)?.into())?;
                match line.eat(", ") {
                    Some(()) => continue,
                    None => break,
                }
            }
            "milestones" => {
                let steps: Option<Vec<_>> = names(&mut line)?.into_iter().map(milestone).collect();
                once(&mut fields.milestones, steps?)?;
                match line.eat(", ") {
                    Some(()) => continue,
                    None => break,
                }
            }
            _ => return None,
        };
        once(place, line.number()?.quantity()?)?;
        if line.eat(", ").is_none() {
            break;
        }
    }
    (line.rest() == "}").then_some(RawMetric::Fields(fields))
}

/// A day as it is written, which no reader takes for anything but a text.
fn day(text: &str) -> Option<&str> {
    let digits = |at: usize, byte: u8| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    (text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| digits(at, byte))).then_some(text)
}
