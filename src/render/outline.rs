//! Headings, paragraphs and lists as Markdown that programs read as well as people.

use super::escape;
use crate::view::{OutlineHeading, OutlineParagraph, Role, Span};

/// The Markdown of all headings.
pub fn outline(headings: &[OutlineHeading]) -> String {
    let mut blocks = Vec::new();
    headings.iter().for_each(|heading| put(heading, 1, &mut blocks));
    if blocks.is_empty() { String::new() } else { blocks.join("\n\n") + "\n" }
}

fn put(heading: &OutlineHeading, level: usize, blocks: &mut Vec<String>) {
    blocks.push(format!("{} {}", "#".repeat(level), line(&heading.title)));
    blocks.extend(heading.paragraphs.iter().map(|paragraph| match paragraph {
        OutlineParagraph::Line(spans) => line(spans),
        OutlineParagraph::Prose(prose) => prose.trim().lines().map(escape::markdown).collect::<Vec<_>>().join("\n"),
    }));
    let points = heading.points.iter().map(|point| {
        let task = |(done, title, link): &(bool, String, Option<String>)| {
            let mark = if *done { 'x' } else { ' ' };
            let link = link.as_ref().map(|link| format!(" {}", escape::markdown_code(link))).unwrap_or_default();
            format!("\n  - [{mark}] {}{link}", escape::markdown(title))
        };
        format!("- {}{}", line(&point.text), point.tasks.iter().map(task).collect::<String>())
    });
    let points: Vec<String> = points.collect();
    if !points.is_empty() {
        blocks.push(points.join("\n"));
    }
    heading.below.iter().for_each(|below| put(below, level + 1, blocks));
}

fn line(spans: &[Span]) -> String {
    let draw = |span: &Span| match span.role {
        Role::Reference => escape::markdown_code(&span.text),
        _ => {
            // The blanks around a piece are those between it and the next.
            let words = span.text.trim();
            let at = span.text.find(words).unwrap_or(0);
            format!("{}{}{}", &span.text[..at], escape::markdown(words), &span.text[at + words.len()..])
        }
    };
    spans.iter().map(draw).collect::<String>().trim().to_owned()
}
