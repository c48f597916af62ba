//! What machines read, and the exit, is the same in both languages.

use crate::world::World;

/// Commands that read, each with the formats for machines that it has.
const READING: [(&str, &[&str]); 32] = [
    ("", REPORT),
    ("status", REPORT),
    ("list", REPORT),
    ("list --open --mine", REPORT),
    ("show renewing", REPORT),
    ("show renewing.nps", REPORT),
    ("show shaky", REPORT),
    ("tree", REPORT),
    ("history renewing", REPORT),
    ("history shaky", REPORT),
    ("log", REPORT),
    ("find renew", REPORT),
    ("diff HEAD", REPORT),
    ("diff HEAD~1", REPORT),
    ("diff HEAD~1 --stat", REPORT),
    ("report gap", REPORT),
    ("report gap --since 2026-11-01", REPORT),
    ("report progress", REPORT),
    ("report cadence", REPORT),
    ("report review", REPORT),
    ("report score", REPORT),
    ("report full", REPORT),
    ("cycle list", REPORT),
    ("cycle show", REPORT),
    ("org", REPORT),
    ("check", CHECK),
    ("check --rules", REPORT),
    ("check --explain OKR101", REPORT),
    ("verify", CHECK),
    ("import markdown goals.md --dry-run", REPORT),
    ("import csv goals.csv --dry-run", REPORT),
    ("check --deny-warnings", CHECK),
];
const REPORT: &[&str] = &["json", "yaml", "csv"];
const CHECK: &[&str] = &["json", "yaml", "csv", "sarif"];

/// A store with something wrong, something changed, and texts in both languages.
fn world() -> World {
    let world = World::worked();
    let _ = world.git("init -q .");
    world.commit("first");
    let _ =
        world.okr("create 让客户愿意续约 --owner eng --slug shaky --kr \"calls: 0 -> 100 calls\" --align renewing.nps");
    let _ = world.okr("update shaky 24 --status on-track --note \"@ana 两人生病\"");
    let _ = world.okr("comment shaky \"怎么样\"");
    world.commit("second");
    let _ = world.okr("kr edit renewing.nps --metric \"31 -> 45 points\"");
    let _ = world.okr("score shaky 70");
    world.write("okrs/2026-Q4/ops/broken.yaml", "title: x\nkey_results: [a: b: c\n");
    world.write("okrs/2026-Q4/ops/odd.yaml", "title: Sell 30 licences\nwieght: 2\nkey_results:\n  - {title: a}\n");
    world.write("goals.md", "# 2026-Q4\n\n- O1: Delight everybody\n  - 10 calls => 70%\n  - whatever\n\nStray words\n");
    world.write("goals.csv", "objective,key result,target,odd\nDelight,Calls,10,z\n");
    world
}

#[test]
fn every_report_is_the_same_for_machines() {
    let world = world();
    for (command, formats) in READING {
        for format in formats {
            let of = |lang: &str| {
                let line = format!("{command} --format {format} --lang {lang}");
                world.stop_the_clock();
                let output = world.command().args(split(&line)).output().unwrap();
                (String::from_utf8(output.stdout).unwrap(), output.status.code())
            };
            let (english, chinese) = (of("en"), of("zh"));
            assert!(matches!(english.1, Some(0..=3)), "okr {command} --format {format}: {english:?}");
            assert!(english == chinese, "okr {command} --format {format}\n{}\n{}", english.0, chinese.0);
        }
    }
}

#[test]
fn what_is_exported_is_the_same() {
    let world = world();
    for what in ["csv", "jsonl", "json"] {
        assert_eq!(world.out(&format!("export {what} --lang zh")), world.out(&format!("export {what}")), "{what}");
    }
    let _ = world.okr("export tables en --lang en");
    let _ = world.okr("export tables zh --lang zh");
    for file in world.files("en") {
        assert_eq!(
            std::fs::read(world.path("en").join(&file)).unwrap(),
            std::fs::read(world.path("zh").join(&file)).unwrap()
        );
    }
}

#[test]
fn what_is_written_is_the_same() {
    let stores = ["en", "zh"].map(|lang| {
        let world = World::new();
        for line in [
            "init --company acme",
            "org add-unit eng --name 研发 --lead ana",
            "cycle new 2026-Q4",
            "create 让客户愿意续约 --owner eng --slug renew --kr \"calls: 0 -> 100 calls\"",
            "update renew 24 --status on-track --confidence 7 --note 很好",
            "kr add renew \"churn = 流失: 4.2 -> 2.0 %\"",
            "set renew weight 2",
            "comment renew 怎么样",
            "review renew --next 就这样",
            "score renew 70",
            "complete renew",
            "fmt",
        ] {
            let said = world.okr(&format!("--lang {lang} {line}")).to_string();
            assert!(!said.contains("exit"), "{line}: {said}");
        }
        let _ = world.okr(&format!("--lang {lang} init --company other --store other"));
        let files = |folder: &'static str| {
            let world = &world;
            let told = world.files(folder).into_iter().map(move |file| {
                // What `init` explains in its files is for people.
                let text: Vec<String> = world.read(&format!("{folder}/{file}")).lines().map(str::to_owned).collect();
                (file, text.into_iter().filter(|line| !line.starts_with('#')).collect::<Vec<_>>())
            });
            told.collect::<Vec<_>>()
        };
        (files("okrs"), files("other"))
    });
    assert_eq!(stores[0], stores[1]);
}

fn split(line: &str) -> Vec<&str> {
    line.split(' ').filter(|word| !word.is_empty()).collect()
}
