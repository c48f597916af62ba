//! One random history: what is done on the branches, how they are merged, and what must hold then.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Output;

use serde_json::Value;

use crate::chance::Chance;
use crate::store::{ids, lines, objectives, values};
use crate::world::World;

/// What came of one history, or of many.
#[derive(Debug, Default)]
pub struct Outcome {
    pub commands: u64,
    pub events: u64,
    pub merges: u64,
    /// Of definitions, by what they were about: decided by taking ours.
    pub conflicts: BTreeMap<String, u64>,
    pub wrong: Vec<String>,
}

impl Outcome {
    pub fn add(&mut self, other: &Outcome) {
        self.commands += other.commands;
        self.events += other.events;
        self.merges += other.merges;
        for (what, count) in &other.conflicts {
            *self.conflicts.entry(what.clone()).or_default() += count;
        }
        self.wrong.extend(other.wrong.iter().cloned());
    }
}

struct History {
    world: World,
    chance: Chance,
    outcome: Outcome,
    /// The ids of the events of all commands that said that they were done.
    acknowledged: BTreeSet<String>,
    seed: u64,
    verbose: bool,
}

const PEOPLE: [&str; 3] = ["ana", "bo", "mei"];
const OWNERS: [&str; 5] = ["acme", "eng", "ops", "ana", "bo"];
const TITLES: [&str; 5] = ["Renew", "Ship the portal", "Answer tickets", "Hire", "Learn"];

/// Runs a history from beginning to end.
pub fn run(seed: u64, verbose: bool) -> Outcome {
    let mut history = History::begin(seed, verbose);
    let branches = history.work();
    history.merge(branches);
    history.check();
    history.outcome
}

impl History {
    fn begin(seed: u64, verbose: bool) -> Self {
        let mut chance = Chance::new(seed);
        let world = World::company();
        world.write("../home/.gitconfig", "[user]\n  name = Test\n  email = test@acme.example\n");
        if chance.once_in(3) {
            world.write("okrs/okr.yaml", "version: 1\nhistory: per-author\n");
        }
        world.git("init -q -b main");
        let _ = world.okr("hooks install");
        world.remove(".git/hooks/pre-commit");
        let acknowledged = BTreeSet::new();
        let mut history = Self { world, chance, outcome: Outcome::default(), acknowledged, seed, verbose };
        for title in &TITLES[..3] {
            history.create(title);
        }
        for _ in 0..history.chance.below(12) {
            history.command(None);
        }
        history.commit();
        history
    }

    /// What is done on two to four branches; their names.
    fn work(&mut self) -> Vec<String> {
        let branches: Vec<String> = (0..2 + self.chance.below(3)).map(|number| format!("b{number}")).collect();
        // Two branches that move one objective to two places are a question that only people can answer: one moves.
        let mover = self.chance.below(branches.len());
        for branch in &branches {
            self.world.git(&format!("branch {branch}"));
        }
        for (number, branch) in branches.iter().enumerate() {
            self.world.git(&format!("checkout -q {branch}"));
            for _ in 0..3 + self.chance.below(8) {
                self.command(Some(number == mover));
                if self.chance.once_in(2) {
                    self.commit();
                }
            }
            self.commit();
        }
        branches
    }

    /// One command by somebody; `moves` says whether it may move things.
    fn command(&mut self, moves: Option<bool>) {
        let all = objectives(&self.world);
        let (objective, key_results) = self.chance.one(&all).clone();
        let key_result = (!key_results.is_empty()).then(|| self.chance.one(&key_results).clone());
        let number = self.chance.below(90);
        let line = match (self.chance.below(12), key_result) {
            (0, _) => {
                let title = *self.chance.one(&TITLES);
                return self.create(title);
            }
            (1 | 2, Some(kr)) => format!("kr edit {objective}.{kr} --metric '0 -> {} points'", 100 + number),
            (3, _) => format!("set {objective} title 'Title {}'", number % 5),
            (4, _) => format!("set {objective} tags t{},t{}", number % 4, number % 3),
            (5, _) => format!("comment {objective} 'Remark {number}'"),
            (6, Some(kr)) => format!("score {objective}.{kr} {number}"),
            (7, _) if moves == Some(true) => {
                format!("move {objective} --owner {}", self.chance.one(&OWNERS))
            }
            (8, _) => format!("kr add {objective} 'k{} = More: 0 -> 100 points'", number % 6),
            (_, Some(kr)) => format!("update {objective}.{kr} {number} --confidence {}", 1 + number % 10),
            (_, None) => format!("comment {objective} 'No key result'"),
        };
        self.okr(&line);
    }

    fn create(&mut self, title: &str) {
        let owner = *self.chance.one(&OWNERS);
        let target = 10 + self.chance.below(90);
        self.okr(&format!(
            "create '{title}' --owner {owner} --kr 'One: 0 -> {target} points' --kr 'Two: 0 -> 100 points'"
        ));
    }

    /// Runs a command; what it says is done is held against it.
    fn okr(&mut self, line: &str) {
        let before = ids(&lines(&self.world));
        let me = *self.chance.one(&PEOPLE);
        let said = self.world.me(Some(me)).okr(line).to_string();
        let after = lines(&self.world);
        let new: Vec<String> = ids(&after).difference(&before).cloned().collect();
        self.outcome.commands += 1;
        if self.verbose {
            println!("  {me}: okr {line}: {}", said.lines().next().unwrap_or_default());
        }
        let failed = said.contains("── exit");
        if failed != new.is_empty() && !said.contains("nothing was changed") {
            self.wrong(format!("okr {line} wrote {new:?} and said {said}"));
        }
        self.acknowledged.extend(new);
    }

    fn commit(&mut self) {
        self.world.git("add -A");
        if !self.world.git("status --porcelain").is_empty() {
            self.world.git("commit -q -m work");
        }
    }

    /// Merges all branches into main in random order, some of them into each other before.
    fn merge(&mut self, mut branches: Vec<String>) {
        if self.chance.once_in(2) {
            let into = self.chance.one(&branches).clone();
            let from = self.chance.one(&branches).clone();
            self.world.git(&format!("checkout -q {into}"));
            self.merge_one(&from);
        }
        self.chance.shuffle(&mut branches);
        self.world.git("checkout -q main");
        for branch in branches {
            self.merge_one(&branch);
        }
    }

    fn merge_one(&mut self, branch: &str) {
        let output = git(&self.world, &["merge", "--no-edit", branch]);
        self.outcome.merges += 1;
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        if self.verbose {
            println!("merge {branch}:\n{said}");
        }
        if output.status.success() {
            return;
        }
        for line in said.lines().filter(|line| line.starts_with("CONFLICT")) {
            let moved =
                line.strip_prefix("CONFLICT (modify/delete): ").and_then(|rest| rest.split(" deleted in ").next());
            if line.contains(".history.yaml") {
                self.wrong(format!("a history is in conflict: {line}"));
            } else if let Some(path) = moved {
                // One side moved a small objective and changed half of it: Git cannot see that. The move stands.
                self.world.git(&format!("rm -q {path}"));
                *self.outcome.conflicts.entry("moved and rewritten".to_owned()).or_default() += 1;
            } else if !line.starts_with("CONFLICT (content)") && !line.starts_with("CONFLICT (add/add)") {
                self.wrong(format!("Git cannot tell what stays: {line}"));
            }
        }
        for line in said.lines().filter_map(|line| line.strip_prefix("conflict: ")) {
            let what = line.split(": ").nth(1).unwrap_or_default();
            let what = what.split(" of ").next().unwrap_or_default().trim_end_matches(char::is_numeric);
            *self.outcome.conflicts.entry(what.to_owned()).or_default() += 1;
        }
        self.take_ours();
    }

    /// Ours stands in every definition: the comments that name theirs are removed.
    fn take_ours(&mut self) {
        for path in self.world.git("diff --name-only --diff-filter=U").lines() {
            let Ok(text) = std::fs::read_to_string(self.world.path(path)) else { continue };
            if serde_yaml::from_str::<serde_yaml::Value>(&text).is_err() {
                self.wrong(format!("{path} is not YAML in the middle of a conflict:\n{text}"));
            }
            let ours = text.lines().filter(|line| !line.trim_start().starts_with("# "));
            self.world.write(path, &ours.map(|line| format!("{line}\n")).collect::<String>());
        }
        self.world.git("add -A");
        self.world.git("commit -q --no-edit");
    }

    /// What must hold when all is merged.
    fn check(&mut self) {
        self.check_store();
        // What moved objectives left behind may be taken up, and nothing changes by it.
        let said = self.world.okr("history tidy").to_string();
        if said.contains("── exit") {
            self.wrong(format!("okr history tidy: {said}"));
        }
        self.check_store();
        let all = lines(&self.world);
        if all.len() != ids(&all).len() {
            self.wrong(format!("{} lines hold {} events", all.len(), ids(&all).len()));
        }
        self.outcome.events += all.len() as u64;
    }

    fn check_store(&mut self) {
        let all = lines(&self.world);
        let merged = ids(&all);
        let lost: Vec<_> = self.acknowledged.difference(&merged).collect();
        if !lost.is_empty() {
            self.wrong(format!("lost: {lost:?}"));
        }
        let log = self.json("log --format json");
        let logged: Vec<&str> =
            log["events"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect();
        let counted: BTreeSet<&str> = logged.iter().copied().collect();
        if logged.len() != counted.len() || counted != self.acknowledged.iter().map(String::as_str).collect() {
            self.wrong(format!("okr log shows {} of {} events", counted.len(), self.acknowledged.len()));
        }
        let known: BTreeSet<String> = objectives(&self.world).into_iter().map(|(objective, _)| objective).collect();
        let values = values(&all, &known);
        let gap = self.json("report gap --format json");
        let rows = gap["groups"].as_array().unwrap().iter().flat_map(|group| group["objectives"].as_array().unwrap());
        let mut shown = 0;
        for row in rows {
            let objective = row["ref"].as_str().unwrap().trim_start_matches("2026-Q4/").to_owned();
            for kr in row["key_results"].as_array().unwrap() {
                let id = kr["ref"].as_str().unwrap().rsplit('.').next().unwrap().to_owned();
                let wanted = values.get(&(objective.clone(), id.clone())).cloned().unwrap_or(0.into());
                shown += usize::from(values.contains_key(&(objective.clone(), id.clone())));
                if kr["value"] != wanted {
                    self.wrong(format!("{objective}.{id} is at {}, not {wanted}", kr["value"]));
                }
            }
        }
        if shown != values.len() {
            self.wrong(format!("{shown} of {} key results that were checked in are shown", values.len()));
        }
    }

    fn json(&mut self, line: &str) -> Value {
        let Output { stdout, stderr, status } = self.world.command().args(line.split_whitespace()).output().unwrap();
        let stderr = String::from_utf8_lossy(&stderr);
        if !status.success() || !stderr.is_empty() {
            self.wrong(format!("okr {line}: {status}\n{stderr}"));
        }
        serde_json::from_slice(&stdout).unwrap_or_default()
    }

    fn wrong(&mut self, what: String) {
        if self.verbose {
            println!("WRONG {what}");
        }
        self.outcome.wrong.push(format!("seed {}: {what}", self.seed));
    }
}

fn git(world: &World, arguments: &[&str]) -> Output {
    std::process::Command::new("git")
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("HOME", world.path("../home"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(arguments)
        .current_dir(world.path(""))
        .output()
        .unwrap()
}
