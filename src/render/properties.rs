//! What holds for every document, whatever is written in it and however narrow the terminal is.

use proptest::prelude::*;

use crate::model::{Fraction, Pace, Progress};
use crate::view::{Align, Audience, Block, Cell, Column, Document, Line, Node, Role, Room, Span, Table, Tree};

use super::{Look, csv, escape, invisible, markdown, text, width};

/// Any text, and often one that is there to break things.
fn words() -> impl Strategy<Value = String> {
    let nasty = [
        "",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u{1b}[31m",
        "\u{9b}2J",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{200d}",
        "\u{fe0f}",
        "\u{feff}",
        "\u{e0041}",
        "\u{301}",
        "客户",
        "👨‍👩‍👧‍👦",
        "🇨🇳",
        "❤️",
        "1️⃣",
        "لا",
        "क्षि",
        "가",
        "a b",
        "|",
        "\u{7f}",
    ];
    let piece = prop_oneof![3 => prop::sample::select(nasty.to_vec()).prop_map(str::to_string), 1 => "\\PC{0,12}", 1 => ".{0,6}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![Role::Plain, Role::Dim, Role::Strong, Role::Good, Role::Bad, Role::Done, Role::Reference])
}

fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec((words(), role()).prop_map(|(text, role)| Span::new(text, role)), 0..4)
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        line().prop_map(|shown| Cell::Words { shown, raw: "raw".into() }),
        (words(), role()).prop_map(|(text, role)| Cell::Text(Span::new(text, role))),
        (-2.0..2.0, 0.0..1.0, role()).prop_map(|(progress, expected, role)| Cell::Bar {
            progress: Some(Progress::new(progress)),
            expected: Some(Fraction::new(expected)),
            role
        }),
        (prop::collection::vec(prop::option::of(-0.2..1.2), 0..20), role())
            .prop_map(|(points, role)| Cell::Spark { points, role }),
        (-0.2..1.2, role()).prop_map(|(share, role)| Cell::Share { share, role }),
        (-9.0..9.0).prop_map(|ratio| Cell::Percent(Some(Progress::new(ratio)))),
        Just(Cell::Pace(Some(Pace::OffTrack))),
        Just(Cell::Missing("none")),
    ]
}

fn column() -> impl Strategy<Value = Column> {
    let room = prop_oneof![
        Just(Room::Fixed),
        (0..20usize).prop_map(Room::Shrinks),
        (0..4u8).prop_map(Room::Goes),
        (0..4u8).prop_map(Room::Spare)
    ];
    let audience = prop::sample::select(vec![Audience::Everyone, Audience::People, Audience::Machines]);
    (words(), prop::sample::select(vec![Align::Left, Align::Right]), room, audience, any::<bool>())
        .prop_map(|(title, align, room, audience, wraps)| Column { name: "name", title, align, audience, room, wraps })
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = (line(), prop::collection::vec(cell(), 0..4), 0..20usize).prop_map(|(label, cells, folded)| Node {
        label,
        cells,
        children: vec![],
        folded,
    });
    leaf.prop_recursive(5, 12, 3, |below| {
        (line(), prop::collection::vec(cell(), 0..4), prop::collection::vec(below, 0..3))
            .prop_map(|(label, cells, children)| Node { label, cells, children, folded: 0 })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let columns = || prop::collection::vec(column(), 0..7);
    prop_oneof![
        prop::collection::vec(line(), 0..4).prop_map(Block::Title),
        words().prop_map(Block::Heading),
        line().prop_map(Block::Paragraph),
        words().prop_map(Block::Prose),
        prop::collection::vec((words(), line()), 0..3).prop_map(Block::Facts),
        (columns(), prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..4))
            .prop_map(|(columns, rows)| Block::Table(Table { columns, rows })),
        (columns(), prop::collection::vec(node(), 0..3))
            .prop_map(|(columns, roots)| Block::Tree(Tree { columns, roots })),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    prop::collection::vec(block(), 0..5).prop_map(|blocks| Document { blocks })
}

/// The text without the codes that roles put in, which are all of the form `ESC [ digits m`.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_string();
    parts
        .fold(first, |out, part| out + part.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('m').unwrap())
}

fn hidden(text: &str) -> Vec<char> {
    let characters: Vec<char> = text.chars().collect();
    let neighbour = |at: usize| characters.get(at).copied();
    let all = characters.iter().enumerate().filter(|(at, character)| {
        invisible::is_hidden(**character, at.checked_sub(1).and_then(neighbour), neighbour(at + 1))
    });
    all.map(|(_, character)| *character).filter(|character| *character != '\n').collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(document in document(), columns in 1..130usize, ascii: bool) {
        let plain = Look { width: columns, colour: false, ascii };
        let picture = text(&document, &plain);
        for line in picture.lines() {
            // What a CI system would obey has a blank within, however full its line is.
            let begins = usize::from(line.trim_start().starts_with(": :"));
            let room = columns.max(8) + begins + line.matches("## ").count();
            prop_assert!(width::width(line) <= room, "{columns}: {line:?}");
            prop_assert_eq!(line, line.trim_end());
        }
        prop_assert_eq!(hidden(&picture), Vec::<char>::new());
        let coloured = text(&document, &Look { colour: true, ..plain });
        // A line that begins with a colour is no command, and needs no blank within.
        prop_assert_eq!(escape::unobeyed(uncoloured(&coloured)), picture);
    }

    #[test]
    fn every_row_of_a_table_is_one_line_unless_it_wraps(rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..5), columns in prop::collection::vec(column(), 3)) {
        let count = rows.len();
        let wraps = columns.iter().any(|column| column.wraps);
        let table = Table { columns, rows };
        let picture = super::table::table(&table, &Look { width: 80, colour: true, ascii: false });
        let lines = picture.lines().count();
        prop_assert!(lines == count || lines == count + 1 || (wraps && lines > count), "{picture:?}");
    }

    #[test]
    fn every_format_takes_every_document(document in document()) {
        prop_assert_eq!(hidden(&markdown(&document)), Vec::<char>::new());
        let csv = csv(&document).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes());
        prop_assert!(reader.records().all(|record| record.is_ok()));
    }
}

/// A line that is full and begins as a command of a CI system.
#[test]
fn a_full_line_that_a_system_would_obey_is_disarmed_all_the_same() {
    let document = Document { blocks: vec![Block::Prose("seven77 ::error::".into())] };
    assert_eq!(text(&document, &Look { width: 9, colour: false, ascii: false }), "seven77\n: :error::\n");
}
