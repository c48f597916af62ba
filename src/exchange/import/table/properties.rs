//! Whatever stands in the cells: no word of a column that is read is lost, and nothing stops the reader.

use proptest::prelude::*;

use super::{Options, TableError, read};

const HEADERS: &[&str] = &[
    "Title",
    "Objective",
    "Key Result",
    "Type",
    "Parent",
    "Description",
    "Owner",
    "Cycle",
    "Status",
    "Tags",
    "Note",
    "Key result 1 title",
    "Key result 2 title",
    "Start",
    "Target",
    "Weight",
    "Due",
];

/// A cell: nothing, a made-up word, or one that also stands in other rows.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<u16>().prop_map(|number| format!("w{number}q")),
        (0..4u8).prop_map(|number| format!("w{number}q"))
    ]
}

proptest! {
    #[test]
    fn no_word_is_lost(
        headers in prop::sample::subsequence(HEADERS, 1..HEADERS.len()),
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADERS.len()), 0..8),
    ) {
        let line = |cells: &[String]| cells[..headers.len()].join(",") + "\n";
        let text = format!("{}\n{}", headers.join(","), rows.iter().map(|row| line(row)).collect::<String>());
        match read(&text, &Options::default()) {
            Ok((draft, _)) => {
                let kept = format!("{draft:?}");
                for word in rows.iter().flat_map(|row| &row[..headers.len()]).filter(|word| !word.is_empty()) {
                    prop_assert!(kept.contains(word.as_str()), "{word} of\n{text}\n{draft:#?}");
                }
            }
            Err(why) => prop_assert!(matches!(why, TableError::NoTitle { .. }), "{why:?}"),
        }
    }
}
