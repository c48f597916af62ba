//! The past does not change, and histories come together in any order.

use okrs::analysis::assess;
use okrs::model::{Moment, Snapshot};
use proptest::prelude::*;

use super::config;
use super::files::{Files, HISTORY};

/// One line of a history, on one of few days, with one of few ids, so that much meets.
fn line() -> impl Strategy<Value = (u32, String)> {
    let what = prop_oneof![
        (prop::sample::select(vec!["a", "b"]), 0_u32..600)
            .prop_map(|(kr, value)| format!("\"event\": \"update\", \"kr\": \"{kr}\", \"value\": {value}")),
        Just("\"event\": \"update\", \"kr\": \"c\", \"value\": \"done\"".to_owned()),
        Just("\"event\": \"update\", \"kr\": \"d\", \"value\": \"one\"".to_owned()),
        (1_u32..=10).prop_map(|level| format!(
            "\"event\": \"update\", \"kr\": \"a\", \"status\": \"at-risk\", \"confidence\": {level}"
        )),
        (0_u32..=100).prop_map(|score| format!("\"event\": \"score\", \"score\": {score}")),
        prop::sample::select(vec!["complete", "abandon", "reopen"]).prop_map(|event| format!("\"event\": \"{event}\"")),
        (0_usize..14).prop_map(|of| format!("\"event\": \"retract\", \"of\": \"?{of}\"")),
        Just("\"event\": \"comment\", \"text\": \"x\"".to_owned()),
    ];
    (0_u32..90, 0_u32..40, what).prop_map(|(day, id, what)| {
        let at = format!("2026-{:02}-{:02}T09:00:00Z", 10 + day / 30, 1 + day % 30);
        // The same id says the same: two contents of one id are damage, and told as such.
        (day, format!("- {{\"id\": \"e{id}-{day}-{}\", \"at\": \"{at}\", \"by\": \"ana\", {what}}}\n", what.len()))
    })
}

/// Lines, of which retractions name the id of one that is there. Edits are kept out: an earlier day is worked out with the
/// definitions of today, so that there is nothing an edit event could change.
pub fn lines() -> impl Strategy<Value = Vec<(u32, String)>> {
    prop::collection::vec(line(), 0..14).prop_map(|mut lines| {
        let id = |line: &str| line.split('"').nth(3).unwrap_or_default().to_owned();
        let ids: Vec<String> = lines.iter().map(|(_, line)| id(line)).collect();
        for (_, line) in &mut lines {
            if let Some((before, rest)) = line.clone().split_once("\"?") {
                let (number, after) = rest.split_once('"').unwrap();
                let of = &ids[number.parse::<usize>().unwrap() % ids.len()];
                *line = format!("{before}\"{of}\"{after}");
            }
        }
        lines
    })
}

fn read(lines: &[(u32, String)]) -> Snapshot {
    let text: String = lines.iter().map(|(_, line)| line.as_str()).collect();
    Files::with(HISTORY, text.as_bytes()).read()
}

/// Every figure at the end of a day, in words.
fn figures(snapshot: &Snapshot, day: u32) -> String {
    let day = format!("2026-{:02}-{:02}", 10 + day / 30, 1 + day % 30).parse().unwrap();
    let assessment = assess(snapshot, Moment::end_of(day, snapshot.settings.time_zone));
    format!("{:?}", assessment.objectives)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn two_histories_say_the_same_in_either_order_and_however_often(ours in lines(), theirs in lines(), day in 0_u32..90) {
        let one = read(&[ours.clone(), theirs.clone()].concat());
        let other = read(&[theirs.clone(), ours.clone(), theirs].concat());
        prop_assert_eq!(&one.objectives[0].events, &other.objectives[0].events);
        prop_assert_eq!(figures(&one, day), figures(&other, day));
    }

    #[test]
    fn what_happens_later_changes_nothing_of_an_earlier_day(all in lines(), day in 0_u32..90) {
        let until: Vec<_> = all.iter().filter(|(at, _)| *at <= day).cloned().collect();
        prop_assert_eq!(figures(&read(&all), day), figures(&read(&until), day));
    }
}
