use super::*;
use crate::model::{CheckIn, Event, EventId, Objective, Weight, What};

const YEAR_START: &str = "2026-10-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn record(spec: &str, check_ins: &[(NaiveDate, f64)]) -> Record {
    let kr = KeyResult {
        id: "kr1".parse().unwrap(),
        title: "x".into(),
        metric: Some(spec.parse().unwrap()),
        weight: Weight::ONE,
        owner: None,
        due: None,
        initiatives: vec![],
    };
    let event = |(at, (day, value)): (usize, &(NaiveDate, f64))| Event {
        id: EventId::from_bits(at as u64),
        at: day.and_hms_opt(9, 0, 0).unwrap().and_utc() + chrono::Duration::seconds(at as i64),
        by: "ana".into(),
        what: What::Update(CheckIn {
            key_result: Some("kr1".parse().unwrap()),
            value: Some(Reported::Number(Quantity::nearest(*value, 4).unwrap())),
            ..CheckIn::default()
        }),
    };
    Record {
        reference: crate::model::ObjectiveRef {
            cycle: "2026-Q4".parse().unwrap(),
            owner: "acme".parse().unwrap(),
            slug: "renewing".parse().unwrap(),
        },
        objective: Objective {
            title: "o".into(),
            description: None,
            kind: Default::default(),
            aligns_to: vec![],
            weight: Weight::ONE,
            tags: vec![],
            key_results: vec![kr],
        },
        events: check_ins.iter().enumerate().map(event).collect(),
    }
}

fn look(record: &Record, today: &str) -> Option<Outlook> {
    let moment = Moment::end_of(day(today), crate::model::Zone::UTC);
    forecast(&record.objective.key_results[0], day("2026-12-31"), record, &moment)
}

fn dated(all: &[(&str, f64)]) -> Vec<(NaiveDate, f64)> {
    all.iter().map(|(text, value)| (day(text), *value)).collect()
}

#[test]
fn a_worked_example_by_hand() {
    // Slopes between every two points: 2/10, 4/20, 6/31, 2/10, 4/21, 2/11; their median (6/31 + 2/10)/2 = 0.196774.
    // Days 0, 10, 20, 31: what is left is 32, 32.0323, 32.0645, 31.9; its median 32.0161.
    // December 31 is day 82: 32.0161 + 82 × 0.196774 = 48.1516.
    let record = record(
        "31 -> 50 points",
        &dated(&[("2026-10-10", 32.0), ("2026-10-20", 34.0), ("2026-10-30", 36.0), ("2026-11-10", 38.0)]),
    );
    let Some(Outlook::Projected(forecast)) = look(&record, "2026-11-15") else { panic!("no forecast") };
    assert_eq!(forecast.value.to_string(), "48.2");
    // Steps beside the line: 0.0323, 0.0323, −0.1645; squares by days 0.000104 + 0.000104 + 0.002460 = 0.002668, by 2 = 0.001334.
    // 51 days on, from 31 days: 51 + 51²/31 = 134.9; √(0.001334 × 134.9) = 0.4242, × 1.886 = 0.800.
    assert_eq!((forecast.low.to_string(), forecast.high.to_string()), ("47.4".into(), "49".into()));
    assert!(!forecast.makes_it());
    assert!((forecast.progress.ratio() - 17.2 / 19.0).abs() < 1e-9);
    // From November 15 (day 36: 39.1) it takes 55.4 days to 50.
    assert_eq!(forecast.target_on, Some(day("2027-01-10")));
    assert_eq!(forecast.days, 4);
}

#[test]
fn three_days_with_a_value_are_needed_and_the_last_of_a_day_counts() {
    let early = record("0 -> 10", &dated(&[("2026-10-10", 1.0), ("2026-10-10", 2.0), ("2026-10-20", 3.0)]));
    assert_eq!(look(&early, "2026-11-15"), Some(Outlook::TooEarly { days: 2 }));
    let enough = record(
        "0 -> 10",
        &dated(&[("2026-10-10", 9.0), ("2026-10-10", 1.0), ("2026-10-20", 2.0), ("2026-10-30", 3.0)]),
    );
    let Some(Outlook::Projected(forecast)) = look(&enough, "2026-11-15") else { panic!("no forecast") };
    assert_eq!(forecast.value.to_string(), "9.2");
    assert_eq!((forecast.low, forecast.high), (forecast.value, forecast.value));
    assert_eq!(look(&enough, "2026-12-31"), None);
    assert_eq!(look(&record("done", &[]), "2026-11-15"), None);
}

#[test]
fn one_wild_value_does_not_move_the_line_and_a_falling_metric_is_reached_from_above() {
    let wild = dated(&[
        ("2026-10-05", 4.2),
        ("2026-10-12", 4.0),
        ("2026-10-19", 40.0),
        ("2026-10-26", 3.6),
        ("2026-11-02", 3.4),
    ]);
    let Some(Outlook::Projected(forecast)) = look(&record("4.2 -> 2 %", &wild), "2026-11-03") else {
        panic!("no forecast")
    };
    assert!(forecast.value.as_f64() < 2.0, "{}", forecast.value);
    assert!(forecast.makes_it());
    assert!(forecast.target_on.unwrap() < day("2026-12-31"));
    assert!(forecast.progress_low.ratio() < forecast.progress_high.ratio());
}

#[test]
fn what_never_was_below_zero_or_above_a_hundred_percent_is_not_projected_there() {
    let falling = dated(&[("2026-10-05", 30.0), ("2026-10-15", 20.0), ("2026-10-25", 11.0)]);
    let Some(Outlook::Projected(forecast)) = look(&record("37 -> 0 bugs", &falling), "2026-10-26") else {
        panic!("no forecast")
    };
    assert_eq!((forecast.value.to_string(), forecast.low.to_string()), ("0".into(), "0".into()));
    assert_eq!(forecast.progress.ratio(), 1.0);
    let rising = dated(&[("2026-10-05", 70.0), ("2026-10-15", 80.0), ("2026-10-25", 89.0)]);
    let Some(Outlook::Projected(forecast)) = look(&record("60 -> 95 %", &rising), "2026-10-26") else {
        panic!("no forecast")
    };
    assert_eq!((forecast.value.to_string(), forecast.high.to_string()), ("100".into(), "100".into()));
}

#[test]
fn a_line_that_is_at_the_target_already_reaches_it_today() {
    let early = dated(&[("2026-10-05", 3.0), ("2026-10-12", 6.0), ("2026-10-19", 9.0)]);
    let record = record("0 -> 10", &early);
    let on = |today: &str| match look(&record, today) {
        Some(Outlook::Projected(forecast)) => (forecast.target_on, forecast.progress_today.is_full()),
        other => panic!("{other:?}"),
    };
    assert_eq!(on("2026-10-19"), (Some(day("2026-10-22")), false));
    assert_eq!(on("2026-11-15"), (Some(day("2026-11-15")), true));
}

/// SplitMix64 with what a simulation needs of it.
struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.unit()).ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos()
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        let (limit, mut product, mut count) = ((-mean).exp(), self.unit(), 0.0);
        while product > limit {
            product *= self.unit();
            count += 1.0;
        }
        count
    }
}

/// What moves a simulated key result.
#[derive(Debug, Clone, Copy)]
enum Mover {
    /// Work that goes on with luck and bad luck: each day adds a part that stays.
    Walk,
    /// Things that are counted: customers, releases.
    Counts,
    /// A straight course that is measured with an error: a survey.
    Survey,
}

/// A quarter's check-ins, once a week or so until somewhere between 30 and 85 % of it, and where it ended.
fn simulated(mover: Mover, dice: &mut Dice) -> (Vec<(NaiveDate, f64)>, NaiveDate, f64) {
    let start = day(YEAR_START);
    let until = 92.0 * dice.between(0.3, 0.85);
    let (drift, noise) = (dice.between(0.0, 1.3), dice.between(0.1, 1.0));
    let mut check_ins = Vec::new();
    let (mut gone, mut value) = (0.0, 0.0);
    let mut step = |days: f64, gone: f64, dice: &mut Dice| {
        match mover {
            Mover::Walk => value += drift * days + noise * 3.0 * days.sqrt() * dice.normal(),
            Mover::Counts => value += dice.poisson((0.05 + drift * 0.25) * days),
            Mover::Survey => value = drift * gone + noise * 10.0 * dice.normal(),
        }
        value
    };
    loop {
        let days = dice.between(4.0, 10.0).round();
        if gone + days > until && check_ins.len() >= NEEDED {
            break;
        }
        gone += days;
        check_ins.push((start + Days::new(gone as u64), step(days, gone, dice)));
    }
    let today = check_ins.last().unwrap().0;
    (check_ins, today, step(91.0 - gone, 91.0, dice))
}

#[test]
fn four_in_five_simulated_key_results_end_inside_the_band() {
    let mut dice = Dice(20_261_123);
    let mut inside = [0, 0, 0];
    for at in 0..2_000 {
        let kind = at % 3;
        let (check_ins, today, end) = simulated([Mover::Walk, Mover::Counts, Mover::Survey][kind], &mut dice);
        let record = record("0 -> 100", &check_ins);
        let Some(Outlook::Projected(forecast)) = look(&record, &today.to_string()) else { panic!("no forecast") };
        inside[kind] += usize::from((forecast.low.as_f64()..=forecast.high.as_f64()).contains(&end));
    }
    let share = |count: usize| count as f64 / (2_000.0 / 3.0);
    let all = inside.iter().sum::<usize>() as f64 / 2_000.0;
    assert!((0.7..=0.9).contains(&all), "{all}: {:?}", inside.map(share));
    // What people do is where the band is made for; a survey's error looks like luck that stays, so its band is wide.
    assert!((0.7..=0.9).contains(&share(inside[0])), "{:?}", inside.map(share));
    assert!((0.7..=0.9).contains(&share(inside[1])), "{:?}", inside.map(share));
    assert!(share(inside[2]) >= 0.7, "{:?}", inside.map(share));
}
