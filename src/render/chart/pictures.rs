//! Charts as they look.

use chrono::NaiveDate;

use super::chart;
use crate::render::Look;
use crate::render::sample::at;
use crate::view::{Chart, ChartForecast, Role, Span};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// NPS rises from 31 to 50 points and is behind its plan.
fn behind() -> Chart {
    Chart {
        title: "NPS rises".into(),
        reference: Some(Span::reference("acme/renewing.nps")),
        first: day(10, 1),
        last: day(12, 31),
        today: day(11, 15),
        plan: vec![(day(10, 1), 0.0), (day(12, 31), 1.0)],
        reached: vec![
            (day(10, 1), 0.0),
            (day(10, 10), 0.05),
            (day(10, 20), 0.16),
            (day(10, 30), 0.26),
            (day(11, 10), 0.37),
        ],
        forecast: Some(ChartForecast { day: day(12, 31), low: 0.79, middle: 0.89, high: 0.97, today: 0.4 }),
        bottom: "31".into(),
        top: "50 points".into(),
        role: Role::Bad,
    }
}

/// A longer way, ahead of a plan of two parts, in Chinese, and beyond its target at the end.
fn ahead() -> Chart {
    Chart {
        title: "让每个客户都愿意续约\u{202e}\n\u{1b}[31m".into(),
        reference: None,
        plan: vec![(day(10, 1), 0.0), (day(11, 1), 0.2), (day(12, 31), 1.0)],
        reached: vec![
            (day(10, 1), 0.0),
            (day(10, 12), 0.35),
            (day(10, 13), 0.3),
            (day(11, 2), 0.55),
            (day(11, 15), 0.72),
        ],
        forecast: Some(ChartForecast { day: day(12, 31), low: 0.9, middle: 1.4, high: 1.9, today: 0.7 }),
        bottom: "零".into(),
        top: "一百个非常满意的客户".into(),
        role: Role::Good,
        ..behind()
    }
}

/// What is to be kept, fell below where it began, and nobody knows how it ends.
fn kept() -> Chart {
    Chart {
        title: "Uptime is kept".into(),
        reference: Some(Span::reference("up")),
        plan: vec![(day(10, 1), 1.0), (day(12, 31), 1.0)],
        reached: vec![
            (day(10, 5), 1.0),
            (day(10, 20), 0.4),
            (day(11, 1), -0.3),
            (day(11, 20), 0.2),
            (day(12, 10), 0.9),
        ],
        forecast: None,
        bottom: "0 %".into(),
        top: "100 %".into(),
        today: day(12, 28),
        role: Role::Warning,
        ..behind()
    }
}

#[test]
fn behind_its_plan_at_80_columns() {
    insta::assert_snapshot!(chart(&behind(), &at(80)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                    ⡀⠄⠂
                     │                                              ⡀⡀⠄⠂⠁⠁╌╌╌ 89 %
                     │                                         ⡀⠄⠄⠂⠁░╌╌╌╌╌░░░
                     │                                    ⡀⠄⠂⠂⠁╌╌╌╌╌╌░░░░░
                     │                              ⡀⡀⠄⠂⠁⠁╌╌╌╌╌░░░░
                50 % ┤                         ⡀⠄○⠂⠁╌╌╌╌╌╌░░
                     │                   ⡀⡀⠄⠂⠁┏━━●╌╌░
                     │              ⡀⠄⠄┏━━━━━━┛
                     │         ⡀⠄┏━━━━━┛
                     │   ⡀⡀┏━━━━━┛
           31    0 % └━━━━━┛─────────────────────┬───────────────────────────
                      Oct 1                today, Nov 15               Dec 31
    ━● reached 37 %   ⠄⠄○ plan 49 %   ╌░ forecast 89 % on Dec 31 (79–97 %)
    ");
}

#[test]
fn behind_its_plan_at_120_columns() {
    insta::assert_snapshot!(chart(&behind(), &at(120)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                                                       ⡀⡀⠄⠂
                     │                                                               ⡀⡀⠄⠄⠂⠂⠁⠁╌╌╌╌ 89 %
                     │                                                        ⡀⡀⠄⠄⠂⠂⠁░╌╌╌╌╌╌╌░░░░
                     │                                                 ⡀⠄⠄⠂⠂⠁⠁╌╌╌╌╌╌╌╌░░░░░░░
                     │                                         ⡀⡀⠄⠄⠂⠂⠁⠁╌╌╌╌╌╌╌░░░░░
                50 % ┤                                  ⡀⡀⠄○⠂⠁⠁╌╌╌╌╌╌╌╌░░░
                     │                          ⡀⡀⠄⠄⠂⠂⠁┏━━━●╌╌╌░
                     │                   ⡀⡀⠄⠄⠂┏━━━━━━━━┛
                     │            ⡀⠄⠄┏━━━━━━━━┛
                     │    ⡀⡀⠄┏━━━━━━━┛
           31    0 % └━━━━━━━┛─────────────────────────────┬─────────────────────────────────────
                      Oct 1                          today, Nov 15                         Dec 31
    ━● reached 37 %   ⠄⠄○ plan 49 %   ╌░ forecast 89 % on Dec 31 (79–97 %)
    ");
}

#[test]
fn behind_its_plan_at_60_columns() {
    insta::assert_snapshot!(chart(&behind(), &at(60)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                 ⡀⠂
                     │                             ⡀⠄⠂⠁╌╌ 89 %
                     │                          ⡀⠄⠂░╌╌╌░░
                     │                       ⠄⠂⠁╌╌╌╌░░░
                     │                   ⡀⠄⠂⠁╌╌╌░░
                50 % ┤                ⡀○⠁╌╌╌╌░
                     │            ⡀⠄⠂┏━●╌░
                     │         ⡀⠄┏━━━┛
                     │      ⠄┏━━━┛
                     │  ⡀┏━━━┛
           31    0 % └━━━┛─────────────┬─────────────────
                      Oct 1      today, Nov 15     Dec 31
    ━● reached 37 %   ⠄⠄○ plan 49 %
    ╌░ forecast 89 % on Dec 31 (79–97 %)
    ");
}

#[test]
fn behind_its_plan_at_40_columns() {
    insta::assert_snapshot!(chart(&behind(), &at(40)), @"
    NPS rises  acme/renewing.nps
    50 points ┤                    ⡀⠂
              │                  ⡀⠂░╌ 89 %
              │                ⡀⠂╌╌╌░
              │              ⡀⠂╌╌░░
              │            ⡀⠂╌╌░░
              ┤          ○⠂╌╌░
              │        ⠄┏●╌
              │      ⠄┏━┛
              │    ┏━━┛
              │  ┏━┛
           31 └━━┛───────┬───────────
               Oct 1  Nov 15   Dec 31
    ━● reached 37 %   ⠄⠄○ plan 49 %
    ╌░ forecast 89 % on Dec 31 (79–97 %)
    ");
}

#[test]
fn behind_its_plan_in_ascii() {
    insta::assert_snapshot!(chart(&behind(), &Look { ascii: true, ..at(80) }), @"
    NPS rises  acme/renewing.nps
    50 points  100 % +                                                    ..'
                     |                                              ...'''--- 89 %
                     |                                         ...'':-----:::
                     |                                    ..'''------:::::
                     |                              ...'''-----::::
                50 % +                         ..o''------::
                     |                   ...''***@--:
                     |              ...********
                     |         ..*******
                     |   ..*******
           31    0 % +******_____________________|___________________________
                      Oct 1                today, Nov 15               Dec 31
    *@ reached 37 %   ..o plan 49 %   -: forecast 89 % on Dec 31 (79-97 %)
    ");
}

#[test]
fn in_colour() {
    insta::assert_snapshot!(chart(&behind(), &Look { colour: true, ..at(40) }).replace('\u{1b}', "␛"), @"
    ␛[1mNPS rises␛[0m  ␛[36macme/renewing.nps␛[0m
    50 points ␛[2m┤␛[0m                    ␛[2m⡀⠂␛[0m
              ␛[2m│␛[0m                  ␛[2m⡀⠂░␛[0m␛[31m╌ 89 %␛[0m
              ␛[2m│␛[0m                ␛[2m⡀⠂␛[0m␛[31m╌╌╌␛[0m␛[2m░␛[0m
              ␛[2m│␛[0m              ␛[2m⡀⠂␛[0m␛[31m╌╌␛[0m␛[2m░░␛[0m
              ␛[2m│␛[0m            ␛[2m⡀⠂␛[0m␛[31m╌╌␛[0m␛[2m░░␛[0m
              ␛[2m┤␛[0m          ␛[1m○␛[0m␛[2m⠂␛[0m␛[31m╌╌␛[0m␛[2m░␛[0m
              ␛[2m│␛[0m        ␛[2m⠄␛[0m␛[31m┏●╌␛[0m
              ␛[2m│␛[0m      ␛[2m⠄␛[0m␛[31m┏━┛␛[0m
              ␛[2m│␛[0m    ␛[31m┏━━┛␛[0m
              ␛[2m│␛[0m  ␛[31m┏━┛␛[0m
           31 ␛[2m└␛[0m␛[31m━━┛␛[0m␛[2m───────┬───────────␛[0m
               ␛[2mOct 1␛[0m  ␛[1mNov 15␛[0m   ␛[2mDec 31␛[0m
    ␛[31m━●␛[0m reached 37 %   ⠄⠄○ plan 49 %
    ␛[31m╌░␛[0m forecast 89 % on Dec 31 (79–97 %)
    ");
}

#[test]
fn ahead_of_its_plan_at_80_columns() {
    insta::assert_snapshot!(chart(&ahead(), &at(80)), @r"
    让每个客户都愿意续约\u{202e}⏎\u{1b}[31m
                           │                               ░░░░░░╌╌╌▲▲▲▲▲▲▲▲▲ 140 %
    一百个非常满意…  100 % ┤                             ░░░░╌╌╌╌░░░░░░░░░░⡀⠂
                           │                           ░░░╌╌╌░░░░░░░░░░⡀⠄⠂⠁░░
                           │                         ░╌╌╌╌░░░░░░░░░⡀⠄⠂⠁
                           │                        ●╌░░░░     ⡀⠄⠂⠁
                           │                 ┏━━━━━━┛      ⡀⠄⠂⠁
                      50 % ┤                 ┃      │  ⡀⠄⠂⠁
                           │                 ┃     ⡀○⠂⠁
                           │      ┏━━━━━━━━━━┛ ⡀⠄⠂⠁
                           │      ┃      ⡀⡀⠄⠄⠂⠁
                           │     ⡀┃⠄⠄⠂⠂⠁⠁
                 零    0 % └━━━━━━┛─────────────────┬────────────────────────
                            Oct 1             today, Nov 15            Dec 31
    ━● reached 72 %   ⠄⠄○ plan 39 %   ╌░ forecast 140 % on Dec 31 (90–190 %)
    ");
}

#[test]
fn ahead_of_its_plan_in_ascii_at_40_columns() {
    insta::assert_snapshot!(chart(&ahead(), &Look { ascii: true, ..at(40) }), @r"
    让每个客户都愿意续约\u{202e}\n\u{1b}[31m
              |              ::--^^^^ 140 %
    一百个非~ +             :--:::::'
              |            :-:::::.':
              |           --::::.'
              |          @::  .'
              |       ****   .
              +       *  | .'
              |       *  o'
              |   ***** '
              |   *  ..'
              |  .*''
           零 +****______|___________
               Oct 1  Nov 15   Dec 31
    *@ reached 72 %   ..o plan 39 %
    -: forecast 140 % on Dec 31 (90-190 %)
    ");
}

#[test]
fn below_where_it_began_without_a_forecast() {
    insta::assert_snapshot!(chart(&kept(), &at(60)), @"
    Uptime is kept  up
    100 % ┤⠂⠂━━━━━━━━━┓⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂○⠂⠂
          │           ┃                            ┏━━━━━━━━━●
          │           ┃                            ┃
          │           ┃                            ┃
          │           ┃                            ┃
     50 % ┤           ┃                            ┃
          │           ┗━━━━━━┓                     ┃
          │                  ┃                     ┃
          │                  ┃          ┏━━━━━━━━━━┛
          │                  ┃          ┃
      0 % ┼──────────────────┃──────────┃────────────────────┬──
          │                  ▼▼▼▼▼▼▼▼▼▼▼┛
           Oct 1                                   today, Dec 28
    ━● reached 90 %   ⠄⠄○ plan 100 %
    ");
}

#[test]
fn a_cycle_that_is_over_and_one_that_began() {
    let over = Chart { today: NaiveDate::from_ymd_opt(2027, 1, 5).unwrap(), forecast: None, ..behind() };
    insta::assert_snapshot!(chart(&over, &at(60)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                       ⡀⠄○
                     │                                   ⡀⠄⠂⠁  │
                     │                               ⡀⠄⠂⠁      │
                     │                           ⡀⠄⠂⠁          │
                     │                       ⡀⠄⠂⠁              │
                50 % ┤                   ⡀⠄⠂⠁                  │
                     │               ⡀⠄⠂┏━━━━━━━━━━━━━━━━━━━━━━●
                     │           ⡀⠄┏━━━━┛
                     │       ⡀⠄┏━━━┛
                     │   ⡀┏━━━━┛
           31    0 % └━━━━┛─────────────────────────────────────
                      Oct 1                               Dec 31
    ━● reached 37 %   ⠄⠄○ plan 100 %
    ");
    let begun = Chart { today: day(10, 1), reached: vec![(day(10, 1), 0.0)], forecast: None, ..behind() };
    insta::assert_snapshot!(chart(&begun, &at(60)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤                                       ⡀⠄⠂
                     │                                   ⡀⠄⠂⠁
                     │                               ⡀⠄⠂⠁
                     │                           ⡀⠄⠂⠁
                     │                       ⡀⠄⠂⠁
                50 % ┤                   ⡀⠄⠂⠁
                     │               ⡀⠄⠂⠁
                     │           ⡀⠄⠂⠁
                     │       ⡀⠄⠂⠁
                     │   ⡀⠄⠂⠁
           31    0 % └●⠂⠁───────────────────────────────────────
                      today, Oct 1                        Dec 31
    ━● reached 0 %   ⠄⠄○ plan 0 %
    ");
}

#[test]
fn two_years_and_no_room() {
    let long = Chart { last: NaiveDate::from_ymd_opt(2027, 9, 30).unwrap(), ..behind() };
    insta::assert_snapshot!(chart(&long, &at(80)), @"
    NPS rises  acme/renewing.nps
    50 points  100 % ┤             ⡀░
                     │            ⠄░╌ 89 %
                     │           ⠂╌╌░
                     │         ⡀⠁╌░░
                     │        ⠄░╌░
                50 % ┤       ○╌╌
                     │     ⡀┏●
                     │    ┏━┛
                     │   ┏┛
                     │ ┏━┛
           31    0 % └━┛─────┬───────────────────────────────────────────────
                      today, Nov 15 2026                          Sep 30 2027
    ━● reached 37 %   ⠄⠄○ plan 49 %   ╌░ forecast 89 % on Dec 31 (79–97 %)
    ");
    assert_eq!(chart(&behind(), &at(29)), "");
    assert_ne!(chart(&behind(), &at(30)), "");
}
