//! The tables of `okr export tables` in DuckDB: both formats hold the same, and what DuckDB reads are the figures of the JSON.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, Utc};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A Python that has DuckDB: `$OKR_PYTHON`, else that of the folder in which `.ci/run` installs it.
#[expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test is told by its environment what it can use, and tells what it left out"
)]
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("OKR_PYTHON").map(PathBuf::from);
    let python = named.unwrap_or_else(|| root().join("target/duckdb/bin/python"));
    let has_duckdb = Command::new(&python).args(["-c", "import duckdb"]).output();
    if has_duckdb.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    assert!(std::env::var_os("OKR_CI").is_none(), "{} has no duckdb", python.display());
    eprintln!(
        "left out: no Python with DuckDB (python3 -m venv target/duckdb && target/duckdb/bin/pip install duckdb)"
    );
    None
}

fn okr(store: &Path, words: &[&str]) -> String {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("okr"))
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("OKR_NOW", "2026-11-15T12:00:00Z")
        .args(words)
        .arg("--store")
        .arg(store)
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A figure of a row and of the JSON, as texts that can be compared.
fn same(row: &Value, column: &str, json: &Value, what: &str) {
    let text = |value: &Value| match value {
        Value::Number(number) => format!("{:?}", number.as_f64().unwrap()),
        // Python prints moments in its own way.
        Value::String(text) => text.parse::<DateTime<Utc>>().map_or(text.clone(), |at| at.to_rfc3339()),
        other => other.to_string(),
    };
    assert_eq!(text(&row[column]), text(json), "{column} of {what}");
}

#[test]
fn duckdb_reads_the_figures_of_the_json() {
    let Some(python) = python() else { return };
    for example in ["acme", "gongsi", "solo"] {
        let store = root().join("examples").join(example).join("okrs");
        let folder = tempfile::tempdir().unwrap();
        let _ = okr(&store, &["export", "tables", folder.path().to_str().unwrap()]);
        let output = Command::new(&python).arg(root().join("tests/tables.py")).arg(folder.path()).output().unwrap();
        assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
        let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(compared(&store, &rows), rows.len(), "{example}");
    }
}

/// Compares every objective and key result of all cycles; how many they are.
fn compared(store: &Path, rows: &[Value]) -> usize {
    let cycles: Value = serde_json::from_str(&okr(store, &["cycle", "list", "--format", "json"])).unwrap();
    let ids = cycles["cycles"].as_array().unwrap().iter().map(|cycle| cycle["id"].as_str().unwrap());
    let mut count = 0;
    for cycle in ids {
        let list: Value = serde_json::from_str(&okr(store, &["list", "--cycle", cycle, "--format", "json"])).unwrap();
        for objective in list["objectives"].as_array().unwrap() {
            let whole = |row: &&Value| row["objective"] == objective["ref"] && row["key_result"].is_null();
            compare(rows.iter().find(whole).unwrap(), objective, &objective["forecast"]);
            same(rows.iter().find(whole).unwrap(), "missing", &objective["missing"], "an objective");
            let key_results = objective["key_results"].as_array().unwrap();
            for kr in key_results {
                let row = rows.iter().find(|row| row["key_result"] == kr["ref"]).unwrap();
                compare(row, kr, &kr["forecast"]);
                let what = kr["ref"].to_string();
                for name in ["gap", "check_ins", "stale_days", "updated_by"] {
                    same(row, name, &kr[name], &what);
                }
                same(row, "forecast_number", &kr["forecast"]["value"], &what);
                same(row, "target_on", &kr["forecast"]["target_on"], &what);
                same(row, "number", &if kr["value"].is_number() { kr["value"].clone() } else { Value::Null }, &what);
            }
            count += 1 + key_results.len();
        }
    }
    count
}

fn compare(row: &Value, json: &Value, forecast: &Value) {
    let what = json["ref"].to_string();
    for name in ["progress", "expected", "gap_to_plan", "pace", "status", "confidence", "score", "updated_at"] {
        same(row, name, &json[name], &what);
    }
    for (column, name) in [
        ("forecast_on", "on"),
        ("forecast_progress", "progress"),
        ("forecast_low", "progress_low"),
        ("forecast_high", "progress_high"),
    ] {
        same(row, column, &forecast[name], &what);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "OKR_DOCS=write writes the page anew")]
fn the_queries_of_the_page_print_what_stands_below_them() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let warehouse = folder.path().join("warehouse");
    let _ = okr(&root().join("examples/acme/okrs"), &["export", "tables", warehouse.to_str().unwrap()]);
    let path = root().join("docs/tables.md");
    let output = Command::new(&python)
        .arg(root().join("tests/queries.py"))
        .arg(&path)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (before, after) = (std::fs::read_to_string(&path).unwrap(), String::from_utf8(output.stdout).unwrap());
    if before != after && std::env::var("OKR_DOCS").is_ok_and(|word| word == "write") {
        std::fs::write(&path, &after).unwrap();
        return;
    }
    assert_eq!(before, after, "OKR_DOCS=write cargo test --test tables");
}
