//! The dependencies are those that docs/dependencies.md explains, come from the registry, and have licences that deny.toml allows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_dependency_is_explained() {
    let page = read("docs/dependencies.md");
    let explained = |heading: &str| -> BTreeSet<String> {
        let part = page.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
        let rows = part.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        rows.filter(|name| !matches!(*name, "crate" | "---")).map(str::to_owned).collect()
    };
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let okrs = packages.iter().find(|package| text(package, "name") == "okrs").unwrap();
    let named = |dev: bool| -> BTreeSet<String> {
        let of = okrs["dependencies"].as_array().unwrap().iter();
        of.filter(|one| (text(one, "kind") == "dev") == dev)
            .map(|one| one["rename"].as_str().unwrap_or(text(one, "name")).to_owned())
            .collect()
    };
    assert_eq!(explained("## Named by okr"), named(false));
    assert_eq!(explained("## Only for tests"), named(true));
    assert!(page.contains(&format!("{} that it\nnames", named(false).len())), "{}", named(false).len());
    assert!(page.contains(&format!("`Cargo.lock` lists {}", packages.len())), "{}", packages.len());
}

#[test]
fn all_come_from_the_registry_with_licences_that_are_allowed() {
    let allowed = read("deny.toml");
    let is_allowed = |one: &str| allowed.contains(&format!("\"{}\"", one.split(" WITH ").next().unwrap_or(one)));
    for package in metadata()["packages"].as_array().unwrap() {
        let name = text(package, "name");
        if name == "okrs" {
            continue;
        }
        assert!(text(package, "source").starts_with("registry+"), "{name} is from {}", package["source"]);
        let licence = text(package, "license").replace('/', " OR ").replace(['(', ')'], "");
        // All of the parts joined by AND, each of which may have alternatives.
        let ok = licence.split(" AND ").all(|part| part.split(" OR ").any(|one| is_allowed(one.trim())));
        assert!(ok, "{name} is under {licence:?}");
    }
}
