//! What a check found, with the line of the file and what is meant on it marked, as compilers draw it.

use annotate_snippets::renderer::{DecorStyle, Renderer};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Snippet};

use crate::language::say;
use crate::view::document::Place;
use crate::view::{Finding, Role, Span};

use super::width::width;
use super::wrap::wrapped;
use super::{Look, escape, line, roles};

/// A finding on the terminal.
pub fn text(finding: &Finding, look: &Look) -> String {
    let level = match finding.role {
        Role::Bad => Level::ERROR,
        Role::Warning => Level::WARNING,
        _ => Level::NOTE,
    };
    let level = level.with_name(finding.severity);
    let file = line::shown_text(&finding.file, look);
    let before = width(&format!("{}[{}]: ", finding.severity, finding.code));
    let title = level.primary_title(broken(&finding.message, look, before)).id(finding.code);
    let name = say!("help");
    let before = width(&format!("  = {name}: "));
    let help = Level::HELP.with_name(name).message(broken(&finding.help, look, before));
    let explained = format!("{} (okr check --explain {})", finding.name, finding.code);
    let rule = Level::NOTE.with_name(say!("rule")).message(explained);
    let group = match &finding.place {
        Some(place) => {
            let (source, mark) = marked(place, look);
            let snippet = Snippet::source(source).line_start(place.line).path(file).annotation(mark);
            Group::with_title(title).element(snippet)
        }
        None => Group::with_title(title).element(annotate_snippets::Origin::path(file)),
    };
    let drawn = renderer(look).render(&[group.element(help).element(rule)]);
    drawn.lines().fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

fn renderer(look: &Look) -> Renderer {
    let renderer = Renderer::plain().decor_style(DecorStyle::Ascii).term_width(look.columns());
    if !look.colour {
        return renderer;
    }
    renderer
        .error(roles::style(Role::Bad).bold())
        .warning(roles::style(Role::Warning).bold())
        .note(roles::style(Role::Reference).bold())
        .help(roles::style(Role::Good))
        .line_num(roles::style(Role::Dim))
        .context(roles::style(Role::Dim))
        .emphasis(roles::style(Role::Strong))
}

/// A sentence in lines as long as the terminal allows behind so many columns.
fn broken(sentence: &str, look: &Look, before: usize) -> String {
    let span = Span::plain(line::shown_text(sentence, look));
    let lines = wrapped(&[span], look.columns().saturating_sub(before).max(20));
    let text = |line: &Vec<Span>| line.iter().map(|span| span.text.as_str()).collect::<String>();
    lines.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// The line as it may be shown, and the piece of it that is meant.
fn marked<'a>(place: &Place, look: &Look) -> (String, Annotation<'a>) {
    let mut chars = place.source.chars();
    let mut piece = |count: usize| line::shown_text(&chars.by_ref().take(count).collect::<String>(), look);
    let (before, meant, after) = (piece(place.before()), piece(place.length), piece(usize::MAX));
    let (start, end) = (before.len(), before.len() + meant.len());
    (format!("{before}{meant}{after}"), AnnotationKind::Primary.span(start..end.max(start + 1)))
}

/// A finding as an item of a list: what, where, and what to do.
pub fn markdown(finding: &Finding) -> String {
    let sign = match finding.role {
        Role::Bad => "❌",
        Role::Warning => "⚠️",
        _ => "💡",
    };
    let place = match &finding.place {
        Some(place) => format!("{}:{}:{}", finding.file, place.line, place.column),
        None => finding.file.clone(),
    };
    let words = [&finding.message, &finding.help].map(|text| escape::markdown(text));
    let rule = format!("{} {}", finding.code, finding.name);
    format!(
        "- {sign} **{}** {}: {}\n  {}: {}",
        finding.severity,
        escape::markdown_code(&place),
        words[0],
        escape::markdown_code(&rule),
        words[1]
    )
}
