//! What a command would change in a file, as a unified diff.

use std::time::Duration;

use super::context::Context;
use super::error::Failure;
use crate::language::say;
use crate::render;
use crate::view::{Role, Span};

/// After so long a patch is no longer made the shortest: thousands of lines that are all others come near that.
const MOST_TIME: Duration = Duration::from_millis(300);

/// The difference of two texts under their names.
pub fn unified(before: &str, after: &str, names: (&str, &str)) -> String {
    let diff = similar::TextDiff::configure().timeout(MOST_TIME).diff_lines(before, after);
    diff.unified_diff().context_radius(2).missing_newline_hint(true).header(names.0, names.1).to_string()
}

/// The difference between a file and what it is to be, as a patch on stdout; only the file's name where few words are
/// wanted.
///
/// # Errors
/// When stdout cannot be written to.
pub fn show(ctx: &Context, shown: &str, before: &str, after: &str) -> Result<(), Failure> {
    let look = ctx.ui.look();
    let line = |text: &str, role: Option<Role>| {
        let span = role.map_or_else(|| Span::plain(text), |role| Span::new(text, role));
        render::message(&[span], &look) + "\n"
    };
    if ctx.ui.quiet {
        return ctx.ui.out(&line(shown, None));
    }
    let names = (&*say!("{file} as it is", file = shown), &*say!("{file} formatted", file = shown));
    let text = unified(before, after, names);
    let drawn = text.split_terminator('\n').map(|text| {
        let role = match text.as_bytes().first() {
            Some(b'+') => Some(Role::Good),
            Some(b'-') => Some(Role::Bad),
            Some(b'@') => Some(Role::Reference),
            _ => None,
        };
        // A carriage return is what may be the whole difference.
        line(&text.replace('\r', "␍"), role)
    });
    ctx.ui.out(&drawn.collect::<String>())
}
