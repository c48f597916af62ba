//! The set-ups for CI in `examples/ci`: their shell parts are run in scratch repositories with real branches.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on stops, and writes down what it saw"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use regex::Regex;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A script of `examples/ci` in a folder, with this `okr`, on a day.
fn script(name: &str, words: &[&str], folder: &Path, day: &str) -> Output {
    let okr = Path::new(env!("CARGO_BIN_EXE_okr")).parent().unwrap();
    Command::new("sh")
        .arg(root().join("examples/ci").join(name))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", okr.display()))
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("OKR_NOW", day)
        .env("COLUMNS", "96")
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A copy of the example company's store.
fn acme() -> (tempfile::TempDir, PathBuf) {
    let world = tempfile::tempdir().unwrap();
    let copied = Command::new("cp").arg("-r").arg(root().join("examples/acme")).arg(world.path()).status().unwrap();
    assert!(copied.success());
    let folder = world.path().join("acme");
    (world, folder)
}

#[test]
fn the_story_goes_as_it_is_told() {
    let world = tempfile::tempdir().unwrap();
    let output = script("story.sh", &[], world.path(), "2026-10-05");
    let said = text(&output);
    assert!(output.status.success(), "{said}");
    // Names of commits follow from all that init writes, which is not what the story is about.
    let commits = Regex::new(r"\([0-9a-f]{7}\)").unwrap();
    let said = format!("{}\n", commits.replace_all(&said, "(1a2b3c4)").trim());
    let path = root().join("examples/ci/story.txt");
    if std::env::var("OKR_DOCS").is_ok_and(|word| word == "write") {
        fs::write(&path, &said).unwrap();
    }
    let told = fs::read_to_string(&path).unwrap();
    assert!(said == told, "OKR_DOCS=write cargo test --test ci tells it anew\n{said}");
}

#[test]
fn reports_are_published_as_pages_that_need_nothing_else() {
    let (_world, folder) = acme();
    let output = script("publish.sh", &["public"], &folder, "2026-11-15");
    assert!(output.status.success(), "{}", text(&output));
    assert_eq!(text(&output), "2026-Q3.html\n2026-Q4.html\n2026.html\nindex.html\n");
    for page in ["index.html", "2026-Q3.html"] {
        let page = fs::read_to_string(folder.join("public").join(page)).unwrap();
        assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    }
}

#[test]
fn the_last_cycle_that_ended_is_summed_up() {
    let (_world, folder) = acme();
    let output = script("quarterly.sh", &["2026-10-03"], &folder, "2026-10-03");
    let said = text(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.starts_with("## Scores · 2026-Q3"), "{said}");
    assert!(said.contains("## Review"), "{said}");
    let output = script("quarterly.sh", &["2020-01-01"], &folder, "2020-01-01");
    assert_eq!(text(&output), "no cycle has ended before 2020-01-01\n");
}

#[test]
fn every_set_up_can_be_read_and_names_scripts_that_are_there() {
    let scripts = Regex::new(r"examples/ci/([a-z]+\.sh)").unwrap();
    for name in
        ["action.yml", ".pre-commit-hooks.yaml", "examples/ci/github/okr.yml", "examples/ci/gitlab/.gitlab-ci.yml"]
    {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let _: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        for script in scripts.captures_iter(&text) {
            assert!(root().join("examples/ci").join(&script[1]).is_file(), "{name}: {}", &script[0]);
        }
    }
}
