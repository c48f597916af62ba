//! What holds for every chart, whatever its figures are and however narrow the terminal is.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::chart;
use crate::render::width::width;
use crate::render::{Look, escape};
use crate::view::{Chart, ChartForecast, Role, Span};

fn day() -> impl Strategy<Value = NaiveDate> {
    let from = |days| NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + Days::new(days);
    prop_oneof![(0..92u64).prop_map(from), (0..4u64).prop_map(from), (0..4000u64).prop_map(from)]
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![3 => 0.0..1.0, 1 => -0.4..1.6, 1 => any::<f64>()]
}

fn points() -> impl Strategy<Value = Vec<(NaiveDate, f64)>> {
    prop::collection::vec((day(), value()), 0..8)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,9}",
        Just("一百个非常满意的客户".to_string()),
        ".{0,30}",
        Just("\u{202e}\u{1b}[1m\n".to_string())
    ]
}

fn forecast() -> impl Strategy<Value = ChartForecast> {
    (day(), value(), value(), value(), value()).prop_map(|(day, low, middle, high, today)| ChartForecast {
        day,
        low,
        middle,
        high,
        today,
    })
}

fn charts() -> impl Strategy<Value = Chart> {
    let days = (day(), day(), day());
    let texts = (words(), words(), words(), prop::option::of(words()));
    (days, points(), points(), prop::option::of(forecast()), texts).prop_map(
        |(days, plan, reached, forecast, texts)| {
            let ((first, last, today), (title, bottom, top, reference)) = (days, texts);
            let (reference, role) = (reference.map(Span::reference), Role::Warning);
            Chart { title, reference, first, last, today, plan, reached, forecast, bottom, top, role }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(one in charts(), columns in 1..140usize, ascii: bool) {
        let plain = Look { width: columns, colour: false, ascii };
        let picture = chart(&one, &plain);
        prop_assert_eq!(picture.is_empty(), columns < 30);
        for line in picture.lines() {
            prop_assert!(width(line) <= columns.min(100), "{columns}: {line:?}");
            prop_assert_eq!(line, line.trim_end());
        }
        prop_assert!(!escape::hides(&picture));
        let coloured = chart(&one, &Look { colour: true, ..plain });
        prop_assert_eq!(coloured.lines().count(), picture.lines().count());
    }

    #[test]
    fn the_picture_has_no_more_than_13_rows(one in charts(), columns in 30..140usize) {
        let texts = Chart { title: String::new(), reference: None, ..one };
        let picture = chart(&texts, &Look { width: columns, colour: false, ascii: false });
        // Its days, and at most five lines of what its lines mean.
        prop_assert!((12..=19).contains(&picture.lines().count()), "{picture}");
    }
}
