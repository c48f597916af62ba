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

/// Columns of the sheet that `okr export csv` writes.
const OURS: &[&str] = &[
    "ref",
    "cycle",
    "objective_owner",
    "objective",
    "objective_kind",
    "objective_state",
    "objective_score",
    "key_result",
    "owner",
    "weight",
    "due",
    "metric",
    "value_unit",
    "baseline",
    "at_least",
    "value",
    "status",
    "score",
    "note",
    "updated_at",
    "milestones",
    "objective_description",
    "tags",
    "aligns_to",
    "cycle_start",
    "initiatives",
    "colour",
];

/// A cell of ours: what the columns of measures may hold, numbers, references, or made-up words.
fn cell_of_ours() -> impl Strategy<Value = String> {
    let known = ["change", "keep", "done", "milestones", "aligned", "open", "2026-Q4/w1q/w2q.w3q", "2026-Q4/w1q/w2q"];
    prop_oneof![
        4 => cell(),
        2 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => (0_u8..100).prop_map(|number| number.to_string()),
    ]
}

proptest! {
    #[test]
    fn no_word_of_our_own_sheet_is_lost(
        mut rows in prop::collection::vec(prop::collection::vec(cell_of_ours(), OURS.len()), 0..8),
    ) {
        // What is no reference stands in the way of the import, and nothing else of its row is told.
        rows.iter_mut().filter(|row| !row[0].contains('/')).for_each(|row| row[0].clear());
        let text = format!("{}\n{}", OURS.join(","), rows.iter().map(|row| row.join(",") + "\n").collect::<String>());
        let (draft, preset) = read(&text, &Options::default()).unwrap();
        prop_assert_eq!(preset.map(|preset| preset.name), Some("okr"));
        let kept = format!("{draft:?}");
        let words = rows.iter().flat_map(|row| &row[..OURS.len() - 1]);
        for word in words.filter(|word| word.starts_with('w')) {
            prop_assert!(kept.contains(word.as_str()), "{word} of\n{text}\n{draft:#?}");
        }
    }

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
