//! Pages in a real browser: they load without an error, the script sorts, and the figures are those of the JSON.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(clippy::disallowed_macros, reason = "what is skipped is said")]
#![expect(clippy::disallowed_methods, reason = "a page needs a file that a browser opens")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// What `okr` says of an example, halfway through its quarter.
fn okr(example: &str, words: &[&str], format: &str) -> String {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example).join("okrs");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("okr"));
    command.env_clear().env("HOME", "/nonexistent").env("OKR_NOW", "2026-11-15T12:00:00Z");
    command.args(["--cycle", "2026-Q4", "--store"]).arg(store).args(words).args(["--format", format]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The page as a browser understood it, or nothing where there is no browser.
fn loaded(page: &str) -> Option<String> {
    let (dom, errors) = opened(page)?;
    // Whatever a page says on its console, be it an error of its script or a breach of its policy.
    assert!(!errors.contains("CONSOLE"), "{errors}");
    Some(dom)
}

/// The page as a browser understood it, and what the browser said of it.
fn opened(page: &str) -> Option<(String, String)> {
    let runs = |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|said| said.status.success());
    let Some(browser) = BROWSERS.iter().find(runs) else {
        assert!(std::env::var_os("OKR_CI").is_none(), "none of {BROWSERS:?} is here");
        eprintln!("skipped: none of {BROWSERS:?} is here");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, page).unwrap();
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Some((String::from_utf8(output.stdout).unwrap(), errors))
}

/// What stands between a mark and the next end of a row.
fn row<'a>(dom: &'a str, mark: &str) -> &'a str {
    let (_, rest) = dom.split_once(mark).unwrap_or_else(|| panic!("{mark} is not on the page"));
    rest.split_once("</tr>").unwrap().0
}

#[test]
fn a_gap_report_in_a_browser_has_the_figures_of_its_json() {
    // The second one speaks Chinese, by its settings.
    for (example, pace) in [("acme", "PACE"), ("gongsi", "节奏")] {
        let Some(dom) = loaded(&okr(example, &["report", "gap"], "html")) else { return };
        let json: Value = serde_json::from_str(&okr(example, &["report", "gap"], "json")).unwrap();
        let mut seen = 0;
        let objectives = json["groups"].as_array().unwrap().iter().flat_map(|group| group["objectives"].as_array());
        for kr in objectives.flatten().flat_map(|objective| objective["key_results"].as_array().unwrap()) {
            let row = row(&dom, &format!("<td>{}</td>", kr["title"].as_str().unwrap()));
            for figure in ["progress", "expected"] {
                if let Some(ratio) = kr[figure].as_f64() {
                    let value = (ratio * 1e6).round() / 1e6;
                    assert!(row.contains(&format!("data-v=\"{value}\"")), "{figure} {value} of {kr}:\n{row}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 20, "{example}: only {seen} figures");
        // Made by the script, which the page's policy lets run.
        assert!(dom.contains(&format!("<button>{pace}</button>")));
    }
}

#[test]
fn the_full_report_in_a_browser_has_the_figures_of_its_json() {
    let json: Value = serde_json::from_str(&okr("acme", &["report", "full"], "json")).unwrap();
    let Some(dom) = loaded(&okr("acme", &["report", "full"], "html")) else { return };
    let percent = |value: &Value| format!("{} %", (value.as_f64().unwrap() * 100.0).round());
    let total = &json["progress"]["total"];
    for figure in [&total["progress"], &json["heading_for"]["progress"], &json["cycle"]["elapsed"]] {
        assert!(dom.contains(&percent(figure)), "{figure}");
    }
    let objectives = json["objectives"].as_array().unwrap();
    for one in objectives {
        let title = one["title"].as_str().unwrap();
        assert!(dom.matches(title).count() >= 3, "{title} is in the tree, in the progress and over time");
        if let (Some(_), Some(progress)) = (one["forecast"].as_object(), one["progress"].as_f64()) {
            let reached = format!("reached {} %", (progress * 100.0).round());
            assert!(dom.contains(&reached), "{title}: {reached}");
            assert!(dom.contains(&format!("forecast {}", percent(&one["forecast"]["progress"]))), "{title}");
        }
    }
    for part in ["alignment", "progress", "course", "gap", "review", "cadence", "activity"] {
        assert!(dom.contains(&format!("id=\"{part}\"")), "{part}");
    }
}

#[test]
fn a_tree_in_a_browser_has_every_title_and_progress_of_its_json() {
    let Some(dom) = loaded(&okr("gongsi", &["tree"], "html")) else { return };
    let json: Value = serde_json::from_str(&okr("gongsi", &["tree"], "json")).unwrap();
    let mut nodes: Vec<&Value> = json["roots"].as_array().unwrap().iter().collect();
    let mut seen = 0;
    while let Some(node) = nodes.pop() {
        nodes.extend(node["children"].as_array().into_iter().flatten());
        nodes.extend(node["key_results"].as_array().into_iter().flatten());
        let title = node["title"].as_str().or(node["report"]["title"].as_str());
        if let Some(title) = title {
            assert!(dom.contains(title), "{title}");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} titles in {json}");
}

#[test]
fn no_script_runs_but_our_own() {
    let page = okr("acme", &["list"], "html");
    let smuggled = page.replace("<main", "<script>document.title = 'smuggled'</script><main");
    let Some((dom, errors)) = opened(&smuggled) else { return };
    assert!(!dom.contains("<title>smuggled"));
    assert!(errors.contains("Content Security Policy"), "{errors}");
}

#[test]
fn a_table_is_sorted_by_values_not_by_words() {
    let page = okr("acme", &["report", "gap"], "html");
    let (head, rest) = page.split_once("<meta http-equiv").unwrap();
    let open = format!("{head}{}", rest.split_once('>').unwrap().1);
    // DONE is the eighth column of the first table; the second click turns it round.
    for (clicks, wanted, ordered) in [(1, "ascending", true), (2, "descending", false)] {
        let click = "document.querySelectorAll('th button')[7].click();".repeat(clicks);
        let Some(dom) = loaded(&open.replace("</body>", &format!("<script>{click}</script></body>"))) else { return };
        assert!(dom.contains(&format!("aria-sort=\"{wanted}\"><button>DONE")));
        let body = dom.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0;
        let done = |row: &str| {
            let cell = row.split("<td").nth(7)?;
            cell.split_once("data-v=\"")?.1.split_once('"')?.0.parse::<f64>().ok()
        };
        let values: Vec<f64> = body.split("<tr>").filter_map(done).collect();
        assert!(values.len() > 20, "{values:?}");
        assert!(values.is_sorted_by(|a, b| if ordered { a <= b } else { a >= b }), "{values:?}");
    }
}
