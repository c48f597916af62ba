//! What a command would change in a file, as a unified diff.

use super::context::Context;
use super::error::Failure;
use crate::render;
use crate::view::{Role, Span};

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
    let diff = similar::TextDiff::from_lines(before, after);
    let header = (format!("{shown} as it is"), format!("{shown} formatted"));
    let text =
        diff.unified_diff().context_radius(2).missing_newline_hint(true).header(&header.0, &header.1).to_string();
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
