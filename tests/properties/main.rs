//! What holds of every store: written then read is the same, figures stay within their parts, the past does not change, and the
//! order in which histories come together says nothing. `PROPTEST_CASES` sets how many are tried.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "../../fuzz/src/files.rs"]
mod files;

mod figures;
mod past;
mod whole;
mod written;

use proptest::prelude::*;

/// Settings of all properties here: no file of failed cases, as each becomes a test of its own.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// Any text of one line that is not blank, with more of what YAML takes for more than text.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~]{1,12}",
        prop::sample::select(vec![
            "no",
            "~",
            "null",
            "2026-11-30",
            "1e5",
            "0x1F",
            ": ",
            " #",
            "- ",
            "'",
            "\"",
            "\\",
            "{a: b}",
            "[x]",
            "&a",
            "*a",
            "!t",
            "%",
            "@",
            "`",
            "|",
            ">",
            "?",
            "<<",
            "=",
            "---",
            "中文：",
            "🎉",
            "\t",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\u{202e}",
            "\u{1b}[0m",
            "\u{ffff}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..4)
        .prop_map(|pieces| pieces.concat().replace(['\n', '\r'], " "))
        .prop_filter("blank", |text| !text.trim().is_empty() && text.trim() == text)
}

/// A number as people measure with.
fn number() -> impl Strategy<Value = String> {
    (-1_000_000_i64..1_000_000, 0_u32..1000).prop_map(|(whole, part)| format!("{whole}.{part:03}"))
}
