//! Cycles that are none, and alignment that leads nowhere.

use super::case::{Case, broken, case, typed};

fn cycle(name: &str, text: &str) -> Case {
    case(&format!("cycle.yaml: {name}"), "list").file("2026-Q4/cycle.yaml", text)
}

pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (name, text) in [
        ("a list", "- 1\n"),
        ("a word", "now\n"),
        ("ends before it starts", "start: 2026-12-31\nend: 2026-10-01\n"),
        ("an impossible day", "start: 2026-02-30\nend: 2026-12-31\n"),
        ("month 0", "start: 2026-00-01\nend: 2026-12-31\n"),
        ("no leap day", "start: 2027-02-29\nend: 2027-12-31\n"),
        ("the year 10000", "start: 2026-10-01\nend: 10000-01-01\n"),
        ("the year 0", "start: 0000-01-01\nend: 2026-12-31\n"),
        ("8,000 years", "start: 1000-01-01\nend: 9999-12-31\n"),
        ("a time", "start: 2026-10-01T00:00:00Z\nend: 2026-12-31\n"),
        ("a number", "start: 20261001\nend: 20261231\n"),
        ("a list of days", "start: [2026-10-01]\nend: 2026-12-31\n"),
        ("a word for a day", "start: soon\nend: later\n"),
        ("only a start", "start: 2026-10-01\n"),
        ("an unknown key", "start: 2026-10-01\nend: 2026-12-31\ncolour: red\n"),
        ("a start twice", "start: 2026-10-01\nstart: 2026-10-02\nend: 2026-12-31\n"),
        ("closed yes", "start: 2026-10-01\nend: 2026-12-31\nclosed: yes\n"),
        ("marks of a merge", "<<<<<<< a\nstart: 2026-10-01\n=======\nstart: 2026-10-02\n>>>>>>> b\nend: 2026-12-31\n"),
        ("a tab", "start:\t2026-10-01\n\tend: 2026-12-31\n"),
        ("a title that is a list", "start: 2026-10-01\nend: 2026-12-31\ntitle: [a]\n"),
    ] {
        all.push(cycle(name, text));
    }
    for (name, bytes) in broken("start: 2026-10-01\nend: 2026-12-31\n") {
        all.push(case(&format!("cycle.yaml: {name}"), "list").file("2026-Q4/cycle.yaml", bytes));
    }
    for (name, line) in [
        ("a path for a cycle", "cycle new ../2027"),
        ("an absolute path for a cycle", "cycle new /tmp/x --start 2027-01-01 --end 2027-03-31"),
        ("a reserved name for a cycle", "cycle new con --start 2027-01-01 --end 2027-03-31"),
        ("dots for a cycle", "cycle new .. --start 2027-01-01 --end 2027-03-31"),
        ("a dot file for a cycle", "cycle new .git --start 2027-01-01 --end 2027-03-31"),
        ("a cycle without days", "cycle new sprint"),
        ("quarter 5", "cycle new 2027-Q5"),
        ("month 13", "cycle new 2027-13"),
        ("week 54", "cycle new 2027-W54"),
        ("half 3", "cycle new 2027-H3"),
        ("the year 99999", "cycle new 99999"),
        ("the year 0000", "cycle new 0000"),
        ("a cycle that is there", "cycle new 2026-Q4"),
        ("a cycle that is there but for capitals", "cycle new 2026-q4 --start 2027-01-01 --end 2027-03-31"),
        ("a cycle that ends before it starts", "cycle new x --start 2027-03-31 --end 2027-01-01"),
        ("a cycle from an impossible day", "cycle new x --start 2027-02-30 --end 2027-03-31"),
        (
            "a cycle of 61 letters",
            "cycle new aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --start 2027-01-01 --end 2027-03-31",
        ),
        ("a cycle closed unscored", "cycle close"),
        ("a cycle that is not there closed", "cycle close 2020-Q1"),
        ("a cycle that is open reopened", "cycle reopen 2026-Q4"),
        ("a cycle that is not there", "--cycle 2020-Q1 list"),
        ("a path as cycle", "--cycle ../../etc list"),
    ] {
        all.push(case(name, line));
    }
    all.push(typed(
        "a cycle in NFD",
        &["cycle", "new", "e\u{301}te\u{301}", "--start", "2027-01-01", "--end", "2027-03-31"],
    ));
    all.push(typed("an empty cycle", &["cycle", "new", ""]));
    let objective = |text: &str| format!("title: Aligned\n{text}\n");
    for line in ["tree", "report gap", "check", "show acme/a", "list", "report full"] {
        all.push(
            case(&format!("a circle of two: {line}"), line)
                .file("2026-Q4/acme/a.yaml", objective("aligns_to: [acme/b]"))
                .file("2026-Q4/acme/b.yaml", objective("aligns_to: [acme/a]")),
        );
        all.push(
            case(&format!("a circle through a key result: {line}"), line)
                .file(
                    "2026-Q4/acme/a.yaml",
                    "title: A\naligns_to: [acme/b.k]\nkey_results:\n  - {id: k, title: K, metric: aligned}\n",
                )
                .file(
                    "2026-Q4/acme/b.yaml",
                    "title: B\naligns_to: [acme/a.k]\nkey_results:\n  - {id: k, title: K, metric: aligned}\n",
                ),
        );
        let blended = case(&format!("a circle of two that is blended: {line}"), line)
            .file("okr.yaml", "version: 1\nrollup: blended\n");
        all.push(
            blended
                .file("2026-Q4/acme/a.yaml", objective("aligns_to: [acme/b]"))
                .file("2026-Q4/acme/b.yaml", objective("aligns_to: [acme/a]")),
        );
    }
    let chain = |case: Case, count: usize| {
        (0..count).fold(case, |case, at| {
            case.file(
                &format!("2026-Q4/acme/c{at}.yaml"),
                objective(&format!("aligns_to: [acme/c{}]", (at + 1) % count)),
            )
        })
    };
    for line in ["tree", "report gap", "check", "show acme/c0"] {
        all.push(chain(case(&format!("a circle of 300: {line}"), line), 300));
    }
    all.push(
        case("an ambiguous parent", "tree")
            .file("2026-Q4/acme/one.yaml", objective("aligns_to: [goo]"))
            .file("2026-Q4/eng/good.yaml", objective(""))
            .file("2026-Q4/eng/two.yaml", objective("aligns_to: [good]")),
    );
    all.push(case("align to itself", "align good acme/good"));
    all.push(case("align to what is not there", "align good acme/nowhere"));
    all.push(case("align to a path", "align good ../../etc/passwd"));
    all
}
