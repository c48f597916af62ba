//! Damages as people read them: `file:line:column: what`, the line with the place marked, and how to mend it.

use super::grammar::nearest;
use super::keys;
use crate::language::{list, say};
use crate::model::{Damage, Loss, Problem, Slip};
use crate::render::{self, Look};
use crate::store::layout;
use crate::view::{Role, Span};

/// A damage as lines for stderr.
pub fn drawn(damage: &Damage, look: &Look) -> String {
    let (message, hint) = words(damage);
    let head = match damage.loss {
        Loss::Detail => Span::new(say!("warning: "), Role::Warning),
        _ => Span::new(say!("error: "), Role::Bad),
    };
    let place = damage.place.as_ref().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let mut lines =
        vec![vec![head, Span::strong(format!("{}{place}", damage.file)), Span::plain(format!(": {message}"))]];
    if let Some(place) = damage.place.as_ref().filter(|place| !place.source.trim().is_empty()) {
        let number = place.line.to_string();
        let (source, before) = shortened(&place.source, place.before());
        let marked: String = source.chars().skip(before).take(place.length).collect();
        let marks = "^".repeat(render::columns(&render::escape::terminal(&marked)).clamp(1, 60));
        let pad = pad_to(&source, before);
        lines.push(vec![Span::dim(format!("  {number} | ")), Span::plain(source.clone())]);
        lines.push(vec![
            Span::dim(format!("  {} | ", " ".repeat(number.len()))),
            Span::plain(pad),
            Span::new(marks, Role::Bad),
        ]);
    }
    let loss = loss(damage.loss);
    lines.push(vec![Span::new(say!("hint: "), Role::Reference), Span::plain(format!("{hint}{loss}"))]);
    lines.iter().map(|line| render::message(line, look) + "\n").collect()
}

/// A long line cut around the place: what is shown, and where in it the place is.
fn shortened(source: &str, before: usize) -> (String, usize) {
    const WIDTH: usize = 96;
    let start = before.saturating_sub(WIDTH / 2);
    if start == 0 {
        return (source.chars().take(WIDTH).collect(), before);
    }
    let cut: String = source.chars().skip(start).take(WIDTH).collect();
    (format!("…{cut}"), before - start + 1)
}

/// Blanks as wide as the text before the place.
fn pad_to(source: &str, before: usize) -> String {
    let text: String = source.chars().take(before).collect();
    " ".repeat(render::width::width(&render::escape::terminal(&text)))
}

fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Objective => say!(" The objective is not shown until then."),
        Loss::Cycle => say!(" The cycle is not shown until then."),
        Loss::Defaults => say!(" Defaults stand in until then."),
        Loss::History => say!(" Its events do not count until then."),
        Loss::Event => say!(" The event does not count until then."),
        Loss::Detail => "",
    }
}

/// What is wrong, and how to mend it.
pub fn words(damage: &Damage) -> (String, String) {
    match &damage.problem {
        Problem::Unreadable(why) => {
            (say!("cannot be read: {why}", why), say!("look at the file's permissions.").into())
        }
        Problem::NotAFile => {
            (say!("it is not a regular file").into(), say!("put a regular file there; links are not followed.").into())
        }
        Problem::NotAFolder => (
            say!("it is a link, not a folder").into(),
            say!("put the folder itself there; links are not followed.").into(),
        ),
        Problem::TooLarge { limit } => (
            say!("it is larger than {size}", size = layout::size(*limit)),
            say!("no file of a store should be; is it the right one?").into(),
        ),
        Problem::NotText => (say!("this byte is not UTF-8 text").into(), say!("save the file as UTF-8.").into()),
        Problem::ConflictMarker => (
            say!("a merge was left unfinished here").into(),
            say!("decide between the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>.").into(),
        ),
        Problem::Undecided => (
            say!("a merge left this to be decided").into(),
            say!("what stands there is ours; change it if theirs is right, then remove the comment.").into(),
        ),
        Problem::Malformed { why, slip } => {
            let wide = damage.place.as_ref().is_some_and(|place| has_wide_signs(&place.source));
            let hint =
                if wide { say!("write : and , in half width: YAML knows no ： and ，.") } else { slip_hint(*slip) };
            (why.clone(), hint.to_owned())
        }
        Problem::UnknownKey { key, of, known } => {
            let near = nearest(key, known.iter().copied()).or_else(|| keys::meant(key, known.iter().copied()));
            let hint = match near {
                Some(near) => say!("did you mean {near}?", near),
                None => say!("remove the line.").to_owned(),
            };
            let known = known.join(say!(in "list", ", "));
            (
                say!(
                    "unknown key \"{key}\", not a key of {of}; known: {known}",
                    key,
                    of = crate::language::text(of),
                    known
                ),
                hint,
            )
        }
        Problem::MissingKey { key, of } => {
            (say!("{of} needs \"{key}\"", of = crate::language::text(of), key), say!("add a line with {key}: …", key))
        }
        Problem::DuplicateKey { key } => (say!("\"{key}\" is here twice", key), say!("keep one of the two.").into()),
        Problem::Invalid { field, why } => (say!("{field}: {why}", field, why), say!("correct the value.").into()),
        Problem::TwinKeyResult { id } => {
            (say!("two key results are called \"{id}\"", id), say!("give one of them another id.").into())
        }
        Problem::EndsBeforeStart => {
            (say!("the cycle ends before it starts").into(), say!("exchange the two dates, or correct one.").into())
        }
        Problem::TwinEvent { id } => (
            say!("two events share the id {id} and say different things", id),
            say!(
                "a past line was edited and merged with the old one; remove the wrong one, and correct values with okr \
                 retract."
            )
            .into(),
        ),
        Problem::TornLine => (
            say!("the last line is not finished: a write was cut off").into(),
            say!("the next check-in removes it; or remove it by hand.").into(),
        ),
        Problem::UnknownKeyResult { id } => (
            say!("there is no key result \"{id}\", so this check-in does not count", id),
            say!("correct the id, or take the check-in back with okr retract.").into(),
        ),
        Problem::GluedEvents => (
            say!("two events stand on one line: the line's end was lost between them").into(),
            say!("begin a new line before the second \"- {\".").into(),
        ),
        Problem::Unfitting { value, why } => (
            say!("the value {value} does not count: {why}", value, why),
            say!("take it back with okr retract, and check in again.").into(),
        ),
        Problem::Dangling { target, near } => {
            let hint = match near {
                Some(near) => say!("did you mean {near}?", near),
                None => say!("correct or remove it.").to_owned(),
            };
            (say!("it aligns to {target}, which is not there", target), hint)
        }
        Problem::Ambiguous { target, candidates } => (
            say!("it aligns to {target}, which could be {candidates}", target, candidates = list(candidates)),
            say!("write more of it.").into(),
        ),
        Problem::Circular { path } => (
            say!("the alignment goes in a circle: {way}", way = circle(path)),
            say!("this link is left out; remove the one that is wrong.").into(),
        ),
        Problem::BadName { why } => {
            (say!("the name cannot be an objective's: {why}", why), say!("rename the file.").into())
        }
        Problem::Orphan => (
            say!("a history without its objective").into(),
            say!("restore the objective's file, or remove this one.").into(),
        ),
        Problem::TooMany { what, most } => (
            say!("there are more than {most} {what}", most, what = crate::language::text(what)),
            say!("keep fewer; what is that large is several.").into(),
        ),
        Problem::More { count } => (
            say!("from here on are {count} more problems, which are not told", count),
            say!("mend those before it first.").into(),
        ),
    }
}

/// The way round, or its ends where it is long.
pub fn circle(path: &[String]) -> String {
    const ENDS: usize = 6;
    match path {
        [.., last] if path.len() > 2 * ENDS => {
            let more = path.len() - ENDS - 1;
            say!("{first} → … {more} more … → {last}", first = path[..ENDS].join(" → "), more, last)
        }
        path => path.join(" → "),
    }
}

/// Whether a line has a colon behind a key, or a comma within brackets, as Chinese keyboards write them.
fn has_wide_signs(line: &str) -> bool {
    let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let behind_a_key = line.match_indices('：').any(|(at, _)| line[..at].ends_with(is_key));
    behind_a_key || (line.contains('，') && line.contains(['{', '[']))
}

fn slip_hint(slip: Slip) -> &'static str {
    match slip {
        Slip::Text => say!("put the value in quotation marks."),
        Slip::Number => say!("write a number, without quotation marks, unit or thousands separator."),
        Slip::List => say!("write [one, two], or a line beginning with - for each."),
        Slip::Keys => say!("write lines of key: value, as title: …"),
        Slip::Mapping => say!("write lines of key: value."),
        Slip::Truth => say!("write true or false, a number or a text."),
        Slip::Glued => say!("put each on a line of its own."),
        Slip::SecondDocument => say!("remove the line of ---; each file holds one."),
        Slip::Unclosed => say!("close it on the line where it is opened."),
        Slip::Anchor => say!("put the value in quotation marks: a * at its beginning is a sign of YAML."),
        Slip::Tab => say!("indent with blanks, not with tabs."),
        Slip::Sign => say!("indent with blanks, and put values that begin with a sign in quotation marks."),
        Slip::Colon => say!("put the value in quotation marks: a colon followed by a blank ends it."),
        Slip::Dash => say!("indent the keys of an item alike."),
        Slip::Bracket => say!("close the bracket, or put a comma between the values."),
        Slip::Other => say!("correct the line."),
    }
}
