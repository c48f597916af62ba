//! The walls: which layer may import which, how long a file may be, who may touch the world, and that no test is lost.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A layer, and those it may import besides `language`, in which all of them speak.
const LAYERS: &[(&str, &[&str])] = &[
    (SPOKEN, &[]),
    ("model", &[]),
    ("store", &["model"]),
    ("git", &["store", "check", "analysis", "model"]),
    ("exchange", &["store", "check", "analysis", "model"]),
    ("analysis", &["model"]),
    ("check", &["analysis", "model"]),
    ("report", &["check", "analysis", "model"]),
    ("view", &["report", "model"]),
    ("render", &["view"]),
    ("cli", &["render", "view", "report", "check", "analysis", "git", "exchange", "store", "model"]),
];

/// What all layers may import: all of them speak.
const SPOKEN: &str = "language";

/// Single names that a layer may take from one that is closed to it, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    // Values that stand in typed cells: the cell is the view's, its figure the model's.
    ("render", "model::Fraction"),
    ("render", "model::Pace"),
    ("render", "model::Progress"),
    ("render", "model::Quantity"),
    // Long tables are drawn at the same time.
    ("render", "model::map_few"),
];

const MOST_LINES: usize = 400;

struct File {
    path: String,
    /// The text without comments.
    code: String,
    lines: usize,
}

impl File {
    fn layer(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split_once('/').map(|(layer, _)| layer)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let code = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
        File { path, code, lines: text.lines().count() }
    };
    paths.into_iter().map(file).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// Every path of ours that a file names from the top, as `model::Cycle`: those of `use` lines with their braces opened.
fn imports(file: &File) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["crate::", "okrs::"] {
        for (at, _) in file.code.match_indices(start) {
            open(&file.code[at + start.len()..], "", &mut found);
        }
    }
    // `super::` that climbs out of a layer is an import of another one.
    let depth = file.path.split('/').count() - 2 + usize::from(!file.path.ends_with("/mod.rs"));
    assert!(!file.code.contains(&"super::".repeat(depth.max(1) + 1)), "{}: super:: leaves the layer", file.path);
    found
}

/// Reads `a::b` or `{a, b::{c, d}}` and adds each path.
fn open(text: &str, before: &str, found: &mut BTreeSet<String>) -> usize {
    if !text.starts_with('{') {
        let length =
            text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '#')).unwrap_or(text.len());
        let path = format!("{before}{}", text[..length].trim_end_matches(':'));
        if text[length..].starts_with('{') {
            return length + open(&text[length..], &format!("{before}{}", &text[..length]), found);
        }
        found.insert(path);
        return length;
    }
    let mut at = 1;
    loop {
        at += text[at..].find(|c: char| !c.is_whitespace() && c != ',').unwrap();
        if text[at..].starts_with('}') {
            return at + 1;
        }
        at += open(&text[at..], before, found);
        let rest = &text[at..];
        if !rest.starts_with([',', '}']) {
            // `name as other`, or a blank before the brace.
            at += rest.find([',', '}']).unwrap();
        }
    }
}

#[test]
fn no_layer_imports_what_it_may_not() {
    let mut wrong = Vec::new();
    for file in files("src") {
        let Some(layer) = file.layer() else { continue };
        let (_, allowed) =
            LAYERS.iter().find(|(name, _)| *name == layer).unwrap_or_else(|| panic!("{layer} is not in the table"));
        for import in imports(&file) {
            let other = import.split("::").next().unwrap();
            let excepted = EXCEPTIONS.contains(&(layer, import.as_str()));
            if other != layer && other != SPOKEN && !allowed.contains(&other) && !excepted {
                wrong.push(format!("{}: {layer} may not import {import}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_above_and_the_overview_in_lib_know_every_layer() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let folders = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap().path());
    for folder in folders.filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "{name} is not in the table");
        assert!(lib.contains(&format!("//! | [`{name}`]")), "src/lib.rs does not describe {name}");
    }
}

#[test]
fn every_exception_is_needed() {
    let files = files("src");
    for (layer, name) in EXCEPTIONS {
        let needed = files.iter().filter(|file| file.layer() == Some(layer)).any(|file| imports(file).contains(*name));
        assert!(needed, "{layer} no longer imports {name}");
    }
}

#[test]
fn no_file_is_too_long() {
    let long = files("src").into_iter().chain(files("tests")).filter(|file| file.lines > MOST_LINES);
    let long: Vec<String> = long.map(|file| format!("{}: {} lines", file.path, file.lines)).collect();
    // Snapshots make tests long without making them harder to read.
    let long: Vec<String> = long.into_iter().filter(|file| !file.starts_with("tests/cli/")).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn only_the_context_touches_the_world() {
    const WORLD: &[&str] = &[
        "std::env",
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
        "println!",
        "print!(",
        "eprint",
        "dbg!",
        "process::exit",
    ];
    let mut wrong = Vec::new();
    for file in files("src") {
        let main = |name: &str| file.path == "src/main.rs" && name == "std::env";
        if file.path == "src/cli/context.rs" {
            continue;
        }
        wrong.extend(
            WORLD
                .iter()
                .filter(|name| file.code.contains(**name) && !main(name))
                .map(|name| format!("{} uses {name}", file.path)),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Git is started with what keeps a repository's settings from running anything; the editor and the pager are what the user
/// chose.
#[test]
fn programs_are_started_in_three_places() {
    const STARTERS: &[&str] = &["src/git/command.rs", "src/cli/editor.rs", "src/cli/pager.rs"];
    for file in files("src").iter().filter(|file| !STARTERS.contains(&file.path.as_str())) {
        assert!(!file.code.contains("Command::new("), "{} starts a program", file.path);
    }
}

#[test]
fn no_template_marks_a_text_as_safe() {
    let folder = root().join("src/render/html/templates");
    let templates: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(templates.len() > 5);
    for path in templates {
        let text = fs::read_to_string(&path).unwrap().replace(' ', "");
        for trust in ["|safe", "autoescape", "escape("] {
            assert!(!text.contains(trust), "{} has {trust}", path.display());
        }
    }
}

#[test]
fn every_reading_command_reads_revisions_too() {
    // A diff opens two stores, each in its own way.
    let readers = files("src/cli/commands").into_iter().filter(|file| file.path != "src/cli/commands/diff/mod.rs");
    for file in readers
        .filter(|file| ["cli::global::Reading", "cli::global::Past"].iter().any(|one| imports(file).contains(*one)))
    {
        assert!(file.code.contains("Desk::open_for("), "{}: Desk::open_for makes --rev work", file.path);
        assert!(!file.code.contains("Desk::open("), "{}: Desk::open does not know --rev", file.path);
    }
}

#[test]
fn no_room_is_called_after_nothing() {
    const NAMES: &[&str] = &["utils", "util", "common", "helpers", "helper", "misc"];
    for file in files("src").into_iter().chain(files("tests")) {
        let named = file.path.split(['/', '.']).any(|part| NAMES.contains(&part));
        assert!(!named, "{}", file.path);
    }
}

#[test]
fn every_test_file_runs() {
    for file in files("tests/cli") {
        let path = file.path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
        let (folder, name) = path.rsplit_once('/').unwrap();
        let runner = if folder == "tests/cli" { "main.rs" } else { "mod.rs" };
        let declared = fs::read_to_string(root().join(folder).join(runner)).unwrap();
        let lines = [format!("mod {name};"), format!("mod r#{name};")];
        let declared = name == "main" || declared.lines().any(|line| lines.iter().any(|wanted| wanted == line));
        assert!(declared, "{} is not declared in {folder}/{runner}", file.path);
    }
}

#[test]
fn every_command_explains_itself_with_examples() {
    for file in files("src/cli/commands") {
        if file.path.ends_with("/mod.rs") && !file.code.contains("pub fn run") {
            continue;
        }
        let text = fs::read_to_string(root().join(&file.path)).unwrap();
        let command = text.contains("pub struct Args") && !text.contains("Subcommand");
        assert!(!command || text.contains("Example"), "{}: its help has no examples", file.path);
    }
}
