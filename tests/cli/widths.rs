//! No line is wider than the terminal, whatever is in it.

use unicode_width::UnicodeWidthStr;

use crate::stores::READING;
use crate::world::World;

#[test]
fn no_line_is_wider_than_the_terminal() {
    let world = World::team();
    for width in [60, 61, 66, 72, 79, 80, 81, 90, 99, 100, 110, 120, 133, 140] {
        world.width(width);
        for command in READING {
            for line in world.stdout(command).lines() {
                assert!(line.width() <= width, "okr {command} at {width}: {} columns\n{line}", line.width());
            }
        }
    }
}

#[test]
fn colour_changes_no_width_and_no_word() {
    let world = World::team();
    for command in READING {
        let (plain, coloured) = (world.stdout(command), world.stdout(&format!("--color always {command}")));
        assert!(coloured.contains('\u{1b}'), "okr {command}");
        assert_eq!(without_colour(&coloured), plain, "okr {command}");
        assert!(!plain.contains('\u{1b}'), "okr {command}");
    }
}

/// The text without `ESC [ … m`.
fn without_colour(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    out + rest
}
