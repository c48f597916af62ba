//! What holds of every event, whatever it says.

use std::collections::BTreeSet;

use crate::model::Zone;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::read::read_items;
use super::{fold, to_line};
use crate::model::{CheckIn, Confidence, Edit, Event, EventId, KeyResultId, Reported, Status, What};

/// Any text, with more of what terminals, YAML and JSON take for more than text.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~]{0,12}",
        Just("\u{1b}[31m\u{202e}\u{7f}\u{85}\u{2028}\u{feff}\0".to_owned()),
        Just("\n- {\"id\": \"x\"}\n# : 中文 🎉\t\\\"'".to_owned()),
    ];
    prop::collection::vec(piece, 0..3).prop_map(|pieces| pieces.concat())
}

fn note() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

fn id() -> impl Strategy<Value = EventId> {
    any::<u64>().prop_map(EventId::from_bits)
}

fn key_result() -> impl Strategy<Value = Option<KeyResultId>> {
    prop::option::of("[a-z][a-z0-9-]{0,8}".prop_filter_map("reserved", |text| text.parse().ok()))
}

fn value() -> impl Strategy<Value = Reported> {
    let number = (-999_999_999_i64..=999_999_999, 0_u32..=999_999);
    prop_oneof![
        number
            .prop_filter_map("a number", |(whole, part)| format!("{whole}.{part:06}").parse().ok())
            .prop_map(Reported::Number),
        text().prop_map(Reported::Word),
        any::<bool>().prop_map(Reported::Flag),
    ]
}

/// Scores as people give them: JSON readers need not keep the last bit of a number with more than 15 digits.
fn score() -> impl Strategy<Value = f64> {
    (0_u32..=10_000).prop_map(|hundredths| f64::from(hundredths) / 100.0)
}

fn check_in() -> impl Strategy<Value = CheckIn> {
    let status =
        prop::option::of(prop::sample::select(vec![Status::Done, Status::OnTrack, Status::AtRisk, Status::OffTrack]));
    let confidence = prop::option::of((1_i64..=10).prop_filter_map("a level", |level| Confidence::new(level).ok()));
    (key_result(), prop::option::of(value()), status, confidence, note()).prop_map(
        |(key_result, value, status, confidence, note)| CheckIn { key_result, value, status, confidence, note },
    )
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        Just(What::Create),
        check_in().prop_map(What::Update),
        text().prop_map(|text| What::Comment { text }),
        (text(), note(), note(), note()).prop_map(|(field, from, to, why)| What::Edit(Edit {
            field,
            from,
            to,
            note: why
        })),
        (key_result(), score(), note()).prop_map(|(key_result, score, note)| What::Score { key_result, score, note }),
        (note(), note(), note(), note()).prop_map(|(phase, went_well, stuck, next)| What::Review {
            phase,
            went_well,
            stuck,
            next
        }),
        note().prop_map(|note| What::Complete { note }),
        note().prop_map(|note| What::Abandon { note }),
        note().prop_map(|note| What::Reopen { note }),
        (note(), note()).prop_map(|(from, to)| What::Carry { from, to }),
        (id(), note()).prop_map(|(of, note)| What::Retract { of, note }),
    ]
}

/// Moments to the millisecond, from 1970 to 2199.
fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..7_258_118_400_000).prop_filter_map("a moment", DateTime::from_timestamp_millis)
}

fn event() -> impl Strategy<Value = Event> {
    let by = "[a-z][a-z0-9-]{0,8}";
    (id(), moment(), by, what()).prop_map(|(id, at, by, what)| Event { id, at, by: by.as_str().into(), what })
}

/// Few ids and few moments, so that events meet: the same one twice, one id with two contents, one instant for two.
fn crowded() -> impl Strategy<Value = Event> {
    (0_u64..6, 0_i64..3, 0_u8..2).prop_map(|(id, second, say)| Event {
        id: EventId::from_bits(id),
        at: DateTime::from_timestamp(second, 0).unwrap_or_default(),
        by: "ana".into(),
        what: What::Comment { text: say.to_string() },
    })
}

fn folded(events: &[Event]) -> (Vec<Event>, BTreeSet<EventId>) {
    let (events, twins) = fold(events.iter().cloned().enumerate().map(|(place, event)| (event, place)).collect());
    (events.into_iter().map(|(event, _)| event).collect(), twins.into_iter().map(|(event, _)| event.id).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_event_that_is_written_is_read_as_it_was(event in event()) {
        let line = to_line(&event).unwrap();
        let items = read_items(&line, Zone::UTC);
        prop_assert_eq!(items.len(), 1, "{}", line);
        prop_assert_eq!(items[0].read.as_ref(), Ok(&event));
    }

    #[test]
    fn yaml_reads_an_event_as_json_does(event in event()) {
        // A comment behind it is YAML and no JSON.
        let line = to_line(&event).unwrap().replace("}\n", "} # by hand\n");
        let items = read_items(&line, Zone::UTC);
        prop_assert_eq!(items.len(), 1, "{}", line);
        prop_assert_eq!(items[0].read.as_ref(), Ok(&event));
    }

    #[test]
    fn a_line_holds_nothing_that_ends_it_or_moves_a_terminal(event in event()) {
        let line = to_line(&event).unwrap();
        prop_assert_eq!(line.matches('\n').count(), 1);
        prop_assert!(!line.trim_end_matches('\n').chars().any(char::is_control), "{:?}", line);
    }

    #[test]
    fn two_histories_make_one_in_either_order(ours in prop::collection::vec(crowded(), 0..12), theirs in prop::collection::vec(crowded(), 0..12)) {
        let union = [ours.clone(), theirs.clone()].concat();
        let other: Vec<Event> = theirs.into_iter().chain(ours).rev().collect();
        let (events, twins) = folded(&union);
        prop_assert_eq!(&folded(&other), &(events.clone(), twins.clone()));
        prop_assert!(events.is_sorted_by(|a, b| a.order() < b.order()));
        prop_assert!(events.iter().all(|event| !twins.contains(&event.id)));
        // What was folded once folds to itself.
        prop_assert_eq!(folded(&events), (events, BTreeSet::new()));
    }
}
