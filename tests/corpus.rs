//! The rules that read titles, measured on titles that were judged by somebody who did not know the rules: how many of
//! their warnings are right (precision), and how much of what is wrong they find (recall).
//!
//! `dev.yaml` was looked at while the rules were written, `held-out.yaml` never: its figures are the ones to believe.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    objective: Option<String>,
    key_result: Option<String>,
    metric: Option<String>,
    lang: String,
    #[serde(default)]
    labels: Vec<String>,
    #[allow(dead_code, reason = "for those who read the corpus")]
    why: Option<String>,
}

/// Whose label stands for which rule, of objectives and of key results.
const RULES: &[(&str, bool, &str)] = &[
    ("names-a-number", true, "OKR101"),
    ("is-a-task", true, "OKR102"),
    ("is-business-as-usual", true, "OKR103"),
    ("is-vague-label", true, "OKR104"),
    ("is-a-placeholder", true, "OKR105"),
    ("is-two-objectives", true, "OKR106"),
    ("is-a-placeholder", false, "OKR105"),
    ("is-a-task", false, "OKR107"),
    ("title-disagrees-with-metric", false, "OKR109"),
    ("is-vague", false, "OKR123"),
];

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A metric of the corpus as it stands in a file.
fn metric(text: &str) -> String {
    let number = |text: &str| text.trim().to_owned();
    let target =
        text.rsplit_once("->").map_or_else(|| text.trim_start_matches([' ', '>', '<', '=']), |(_, to)| to).trim();
    let (head, unit) = target.split_once(' ').unwrap_or((target, ""));
    let unit = if unit.is_empty() { String::new() } else { format!(", unit: {}", quoted(unit)) };
    if text == "done" {
        text.to_owned()
    } else if let Some(steps) = text.strip_prefix("milestones ") {
        format!(
            "{{milestones: [{}]}}",
            steps.split([',', '，']).map(|step| quoted(step.trim())).collect::<Vec<_>>().join(", ")
        )
    } else if let Some((from, _)) = text.split_once("->") {
        format!("{{from: {}, to: {head}{unit}}}", number(from))
    } else if text.starts_with(">=") {
        format!("{{at_least: {head}{unit}}}")
    } else {
        format!("{{at_most: {head}{unit}}}")
    }
}

/// What the rules find in each entry of a corpus, by the real binary: the codes by the entry's number.
fn found(entries: &[Entry]) -> BTreeMap<usize, BTreeSet<String>> {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
        fs::write(path, text).unwrap();
    };
    write("okr.yaml", "version: 1\n");
    write("2026-Q4/cycle.yaml", "start: 2026-10-01\nend: 2026-12-31\n");
    for (at, entry) in entries.iter().enumerate() {
        let title = entry.objective.as_deref().unwrap_or("Customers stay with us");
        let kr = entry.key_result.as_ref().map(|title| {
            let metric = metric(entry.metric.as_deref().unwrap());
            format!("key_results:\n  - {{id: kr, title: {}, metric: {metric}}}\n", quoted(title))
        });
        write(&format!("2026-Q4/me/o-{at}.yaml"), &format!("title: {}\n{}", quoted(title), kr.unwrap_or_default()));
    }
    let only: BTreeSet<&str> = RULES.iter().map(|(.., code)| *code).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_okr"))
        .args(["--store", "."])
        .args(["check", "--format", "json", "--only"])
        .arg(only.into_iter().collect::<Vec<_>>().join(","))
        .env("OKR_NOW", "2026-11-15")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut codes: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        let code = finding["code"].as_str().unwrap();
        let number = finding["objective"].as_str().unwrap().rsplit_once("o-").unwrap().1;
        assert!(finding["severity"] != "error", "{finding}");
        codes.entry(number.parse().unwrap()).or_default().insert(code.to_owned());
    }
    codes
}

/// The score of each rule, and what went wrong, a line each.
fn measure(name: &str) -> (BTreeMap<&'static str, Score>, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
    let entries: Vec<Entry> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let found = found(&entries);
    let mut scores: BTreeMap<&'static str, Score> = RULES.iter().map(|(.., code)| (*code, Score::default())).collect();
    let mut mistakes = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let title = entry.objective.as_ref().or(entry.key_result.as_ref()).unwrap();
        let is = |objective: &bool| *objective == entry.objective.is_some();
        let wanted: BTreeSet<&str> = RULES
            .iter()
            .filter(|(label, objective, _)| is(objective) && entry.labels.iter().any(|own| own == label))
            .map(|(.., code)| *code)
            .collect();
        assert_eq!(wanted.len(), entry.labels.len(), "{title}: {:?}", entry.labels);
        let got = found.get(&at).cloned().unwrap_or_default();
        for (code, score) in &mut scores {
            match (wanted.contains(code), got.contains(*code)) {
                (true, true) => score.right += 1,
                (true, false) => {
                    score.missed += 1;
                    mistakes.push(format!("{code} misses ({}) {title} | {:?}", entry.lang, entry.metric));
                }
                (false, true) => {
                    score.wrong += 1;
                    mistakes.push(format!("{code} WRONG  ({}) {title} | {:?}", entry.lang, entry.metric));
                }
                (false, false) => {}
            }
        }
    }
    (scores, mistakes)
}

fn table(scores: &BTreeMap<&'static str, Score>) -> String {
    let line = |code: &str, score: Score| {
        let Score { right, wrong, missed } = score;
        format!(
            "| {code} | {right} | {wrong} | {missed} | {:.0} % | {:.0} % |",
            100.0 * score.precision(),
            100.0 * score.recall()
        )
    };
    let sum = scores.values().fold(Score::default(), |sum, one| Score {
        right: sum.right + one.right,
        wrong: sum.wrong + one.wrong,
        missed: sum.missed + one.missed,
    });
    let lines = scores.iter().map(|(code, score)| line(code, *score)).chain([line("all", sum)]);
    lines.collect::<Vec<_>>().join("\n")
}

/// The figures stand in the documentation as they are measured.
#[test]
fn titles_that_others_judged_are_read_as_the_documentation_says() {
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md")).unwrap();
    let (dev, mistakes) = measure("dev.yaml");
    let (held_out, _) = measure("held-out.yaml");
    for scores in [&dev, &held_out] {
        let table = table(scores);
        // What was mistaken is told of the titles that one may look at only.
        assert!(docs.contains(&table), "docs/checks.md lacks\n{table}\n{}", mistakes.join("\n"));
    }
    let sum = |pick: fn(&Score) -> usize| held_out.values().map(pick).sum::<usize>();
    let all = Score { right: sum(|one| one.right), wrong: sum(|one| one.wrong), missed: sum(|one| one.missed) };
    assert!(all.precision() > 0.95, "a wrong warning costs more than a missed one: {:.2}", all.precision());
    assert!(all.recall() > 0.75, "{:.2}", all.recall());
}
