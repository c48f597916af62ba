//! The worked figures of the issue, and how days are counted.

use serde_json::Value;

use crate::world::World;

fn json(world: &World, command: &str) -> Value {
    serde_json::from_str(&world.stdout(&format!("{command} --format json"))).unwrap()
}

/// The key results of an objective in a gap report, by id.
fn key_result<'a>(gap: &'a Value, id: &str) -> &'a Value {
    let objectives = gap["groups"].as_array().unwrap().iter().flat_map(|group| group["objectives"].as_array().unwrap());
    let mut all = objectives.flat_map(|objective| objective["key_results"].as_array().unwrap());
    all.find(|kr| kr["id"] == id).unwrap()
}

/// Progress and expected in per cent and the gap to plan in points, to one decimal, and the pace.
fn figures(of: &Value) -> (f64, f64, f64, &str) {
    let tenth = |number: f64| (number * 10.0).round() / 10.0;
    let field = |name: &str| of[name].as_f64().unwrap();
    let (progress, expected) = (field("progress") * 100.0, field("expected") * 100.0);
    (tenth(progress), tenth(expected), tenth(field("gap_to_plan")), of["pace"].as_str().unwrap())
}

#[test]
fn the_worked_figures_come_out_of_the_gap_report() {
    let gap = json(&World::worked(), "report gap --as-of 2026-11-15");
    assert_eq!((&gap["cycle"]["days"], &gap["cycle"]["day"]), (&92.into(), &46.into()));
    assert_eq!(gap["cycle"]["elapsed"], 0.5);
    let expected = [
        ("nps", (36.8, 50.0, -13.2, "off-track"), 12.into(), 38.into()),
        ("churn", (50.0, 50.0, 0.0, "on-track"), Value::from(-1.1), Value::from(3.1)),
        ("up", (50.0, 100.0, -50.0, "off-track"), Value::from(0.45), Value::from(99.45)),
        ("audit", (0.0, 50.0, -50.0, "off-track"), Value::Null, false.into()),
        ("launch", (66.7, 50.0, 16.7, "on-track"), 1.into(), "beta".into()),
    ];
    for (id, shown, to_go, value) in expected {
        let kr = key_result(&gap, id);
        assert_eq!(figures(kr), shown, "{id}");
        assert_eq!(kr["gap"], to_go, "{id}");
        assert_eq!(kr["value"], value, "{id}");
    }
    let objective = &gap["groups"][0]["objectives"][0];
    assert_eq!(figures(objective), (40.1, 58.3, -18.3, "off-track"));
    assert_eq!(figures(&gap["total"]), (40.1, 58.3, -18.3, "off-track"));
}

#[test]
fn show_says_the_same() {
    let world = World::worked();
    let mut show = json(&world, "show renewing --as-of 2026-11-15");
    assert_eq!(figures(&show), (40.1, 58.3, -18.3, "off-track"));
    let course = show["course"].as_array().unwrap().clone();
    assert_eq!(course.iter().find(|row| row["day"] == "2026-11-15").unwrap()["progress"], show["progress"]);
    for kr in show["key_results"].as_array_mut().unwrap() {
        let course = kr.as_object_mut().unwrap().remove("course").unwrap();
        assert_eq!(course.as_array().unwrap().last().unwrap()["expected"], 1.0, "the plan ends at 100 %");
    }
    let gap = json(&world, "report gap --as-of 2026-11-15");
    assert_eq!(show["key_results"], gap["groups"][0]["objectives"][0]["key_results"]);
    assert_eq!(show["status"], "at-risk", "the worst that people say");
}

#[test]
fn a_day_counts_when_it_ends() {
    let world = World::worked();
    let day = |day: &str| {
        let show = json(&world, &format!("show renewing.nps --as-of {day}"));
        let kr = &show["key_results"][0];
        (kr["value"].as_f64().unwrap(), kr["expected"].as_f64().unwrap(), kr["pace"].as_str().map(str::to_owned))
    };
    let pace = |name: &str| Some(name.to_owned());
    assert_eq!(day("2026-09-30"), (31.0, 0.0, pace("too-early")));
    assert_eq!(day("2026-10-01"), (31.0, 0.01087, pace("too-early")), "the first day counts itself");
    assert_eq!(day("2026-10-09"), (31.0, 0.097826, pace("too-early")), "9 of 92 days are within the first tenth");
    assert_eq!(day("2026-10-10"), (31.0, 0.108696, pace("off-track")));
    assert_eq!(day("2026-10-19").0, 31.0);
    assert_eq!(day("2026-10-20").0, 34.0, "a check-in of that day is in force at its end");
    assert_eq!(day("2026-11-09").0, 34.0);
    assert_eq!(day("2026-11-10").0, 38.0);
    assert_eq!(day("2026-12-31").1, 1.0, "the last day is within");
    assert_eq!(day("2027-02-01").1, 1.0);
}

#[test]
fn a_due_date_of_its_own_shortens_the_plan() {
    let world = World::worked();
    let file = world.read("okrs/2026-Q4/acme/renewing.yaml");
    world.write("okrs/2026-Q4/acme/renewing.yaml", &file.replace("    weight: 2\n", "    due: 2026-11-30\n"));
    let show = json(&world, "show renewing.nps --as-of 2026-11-15");
    assert_eq!(show["key_results"][0]["expected"], 0.754098, "46 of the 61 days to November 30");
}

#[test]
fn days_are_those_of_the_stores_time_zone() {
    let world = World::worked();
    world.write("okrs/okr.yaml", "version: 1\ntime_zone: Asia/Shanghai\n");
    world.write(
        "okrs/2026-Q4/acme/renewing.history.yaml",
        "- {\"id\": \"a1\", \"at\": \"2026-10-20T17:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 40}\n",
    );
    let value =
        |day: &str| json(&world, &format!("show renewing.nps --as-of {day}"))["key_results"][0]["value"].clone();
    assert_eq!(value("2026-10-20"), 31, "it is already the 21st in Shanghai");
    assert_eq!(value("2026-10-21"), 40);
}
