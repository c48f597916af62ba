//! What a role looks like on a terminal. Colours are the terminal's own sixteen, so that every theme stays readable.

use anstyle::{AnsiColor, Effects, Style};

use crate::view::Role;

/// The role's style.
pub fn style(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Dim => Style::new().effects(Effects::DIMMED),
        Role::Strong => Style::new().effects(Effects::BOLD),
        Role::Good => AnsiColor::Green.on_default(),
        Role::Warning => AnsiColor::Yellow.on_default(),
        Role::Bad => AnsiColor::Red.on_default(),
        // Not another green: finished is another thing than going well. Plain blue is too dark on black.
        Role::Done => AnsiColor::BrightBlue.on_default(),
        Role::Reference => AnsiColor::Cyan.on_default(),
    }
}

/// Appends the text in its role's style, or as it is without colour.
pub fn paint(out: &mut String, text: &str, role: Role, colour: bool) {
    if !colour || role == Role::Plain || text.is_empty() {
        out.push_str(text);
        return;
    }
    let style = style(role);
    out.push_str(&format!("{style}{text}{style:#}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(role: Role, colour: bool) -> String {
        let mut out = String::new();
        paint(&mut out, "x", role, colour);
        out
    }

    #[test]
    fn a_role_is_a_colour_only_where_colour_is_wanted() {
        assert_eq!(painted(Role::Good, true), "\u{1b}[32mx\u{1b}[0m");
        assert_eq!(painted(Role::Bad, true), "\u{1b}[31mx\u{1b}[0m");
        assert_eq!(painted(Role::Dim, true), "\u{1b}[2mx\u{1b}[0m");
        assert_eq!(painted(Role::Strong, true), "\u{1b}[1mx\u{1b}[0m");
        assert_eq!(painted(Role::Plain, true), "x");
        assert_eq!(painted(Role::Good, false), "x");
    }
}
