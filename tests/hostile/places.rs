//! Files and folders that are not what they should be: links, pipes, folders in place of files, names that collide.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::case::{Case, case, write};

fn link(case: Case, target: &'static str, at: &'static str) -> Case {
    case.set_up(move |root| {
        let at = root.join("okrs").join(at);
        let _ = fs::remove_file(&at);
        let _ = fs::remove_dir_all(&at);
        symlink(target, at).unwrap();
    })
}

/// Somebody else's store-like folder outside, with a file of every kind.
fn outside(root: &Path) {
    for (path, text) in [
        ("outside/okr.yaml", "version: 1\n"),
        ("outside/org.yaml", "company: acme\n"),
        ("outside/cycle.yaml", "start: 2026-10-01\nend: 2026-12-31\n"),
        ("outside/good.yaml", "title: Outside\nkey_results:\n  - {id: n, title: N, metric: {from: 0, to: 10}}\n"),
        ("outside/good.history.yaml", ""),
        ("outside/.gitattributes", ""),
    ] {
        write(&root.join(path), text.as_bytes());
    }
}

/// Every command that writes to the objective or around it.
const WRITING: [&str; 16] = [
    "update good.n 4",
    "comment good word",
    "review good --mid --went-well all",
    "score good 70",
    "complete good --score 70",
    "abandon good",
    "kr add good more:done",
    "kr edit good.n --title Other",
    "kr remove good.n --force",
    "set good title Other",
    "align good --none",
    "move good --slug moved",
    "move good --owner eng",
    "remove good --force",
    "create New --owner acme",
    "history split",
];

fn make(at: &'static str, program: &'static str) -> impl Fn(&Path) + Send + Sync {
    move |root| {
        let at = root.join("okrs").join(at);
        let _ = fs::remove_file(&at);
        assert!(Command::new(program).arg(&at).status().unwrap().success());
    }
}

pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (what, target, at) in [
        ("an objective", "../../../outside/good.yaml", "2026-Q4/acme/good.yaml"),
        ("a history", "../../../outside/good.history.yaml", "2026-Q4/acme/good.history.yaml"),
        ("an owner's folder", "../../outside", "2026-Q4/acme"),
        ("a cycle", "../outside", "2026-Q4"),
    ] {
        for line in WRITING {
            // Where the link says nothing about what is written, nothing is refused.
            let harmless = (what == "an objective" || what == "a history") && line.starts_with("create");
            if !harmless {
                all.push(
                    link(case(&format!("{what} is a link out of the store: {line}"), line).set_up(outside), target, at)
                        .may_write_if(what == "a cycle" && line == "history split"),
                );
            }
        }
    }
    for (what, target, at, line) in [
        ("settings are a link", "../outside/okr.yaml", "okr.yaml", "history split"),
        ("the organisation is a link", "../outside/org.yaml", "org.yaml", "org add-person bo"),
        ("attributes are a link", "../outside/.gitattributes", ".gitattributes", "check --fix"),
        ("an objective is a link to itself", "good.yaml", "2026-Q4/acme/good.yaml", "show good"),
        ("an owner's folder is a link to itself", "acme", "2026-Q4/acme", "show acme/good"),
        ("a cycle is a link to its own parent", "..", "2026-Q4/acme/loop", "check"),
        ("a link to nothing", "nowhere.yaml", "2026-Q4/acme/good.yaml", "show good"),
        ("a link to a device", "/dev/zero", "2026-Q4/acme/good.yaml", "show good"),
        ("a history that is a link to a device", "/dev/zero", "2026-Q4/acme/good.history.yaml", "history good"),
        ("a link to a password file", "/etc/passwd", "2026-Q4/acme/good.yaml", "show good"),
        ("formatting a link", "../../../outside/good.yaml", "2026-Q4/acme/good.yaml", "fmt"),
    ] {
        all.push(link(case(what, line).set_up(outside), target, at));
    }
    for (what, at, program, line) in [
        ("a pipe for an objective", "2026-Q4/acme/good.yaml", "mkfifo", "show good"),
        ("a pipe for a history", "2026-Q4/acme/good.history.yaml", "mkfifo", "history good"),
        ("a check-in to a pipe", "2026-Q4/acme/good.history.yaml", "mkfifo", "update good.n 4"),
        ("a pipe for the settings", "okr.yaml", "mkfifo", "list"),
        ("a change under settings that are a pipe", "okr.yaml", "mkfifo", "set good title Other"),
        ("a pipe for the organisation", "org.yaml", "mkfifo", "org"),
        ("a pipe for a cycle", "2026-Q4/cycle.yaml", "mkfifo", "list"),
        ("a folder for an objective", "2026-Q4/acme/good.yaml", "mkdir", "show good"),
        ("a folder for a history", "2026-Q4/acme/good.history.yaml", "mkdir", "history good"),
        ("a check-in to a folder", "2026-Q4/acme/good.history.yaml", "mkdir", "update good.n 4"),
        ("a folder for the settings", "okr.yaml", "mkdir", "list"),
        ("a folder for the organisation", "org.yaml", "mkdir", "org"),
        ("a folder for a cycle's file", "2026-Q4/cycle.yaml", "mkdir", "list"),
        ("a folder for the attributes", ".gitattributes", "mkdir", "check"),
        ("moving a pipe", "2026-Q4/acme/good.yaml", "mkfifo", "move good --slug other"),
        ("removing a pipe", "2026-Q4/acme/good.history.yaml", "mkfifo", "remove good --force"),
    ] {
        all.push(case(what, line).set_up(make(at, program)));
    }
    for (what, at) in [
        ("okr.yaml", "okr.yaml"),
        ("org.yaml", "org.yaml"),
        ("cycle.yaml", "2026-Q4/cycle.yaml"),
        ("objective", "2026-Q4/acme/good.yaml"),
        ("store", ""),
        ("cycle's folder", "2026-Q4"),
        ("owner's folder", "2026-Q4/acme"),
    ] {
        for line in ["list", "show good", "check", "update good.n 4", "set good title Other"] {
            all.push(case(&format!("an unreadable {what}: {line}"), line).unreadable(at));
        }
    }
    for line in ["list", "check", "update good.n 4"] {
        let hidden = case(&format!("an unreadable folder that is no owner's: {line}"), line);
        all.push(hidden.file("2026-Q4/secret/x.yaml", "title: X\n").unreadable("2026-Q4/secret"));
    }
    let hides = |name: &str, words: &str| {
        case(name, words).env("OKR_ME", "ana").set_up(|root| write(&root.join("okrs/in.csv"), b"ref,value\ngood.n,4\n"))
    };
    all.push(hides("an unreadable batch", "update --from okrs/in.csv").unreadable("in.csv"));
    for line in ["list", "show good", "check", "set good title Other", "cycle close"] {
        let replaced = |name: &str, at: &'static str| {
            case(&format!("{name}: {line}"), line).set_up(move |root| {
                let at = root.join("okrs").join(at);
                let _ = fs::remove_dir_all(&at);
                write(&at, b"title: No folder\n");
            })
        };
        all.push(replaced("a file for a cycle", "2026-Q4"));
        all.push(replaced("a file for an owner", "2026-Q4/acme").may_write_if(line == "cycle close"));
    }
    let file_for_owner = |line: &str| case(&format!("a file for a new owner: {line}"), line).file("2026-Q4/eng", "x");
    all.push(file_for_owner("create New --owner eng"));
    all.push(file_for_owner("move good --owner eng"));
    all.push(case("a file for a new cycle", "cycle new 2027-Q1").file("2027-Q1", "x"));
    all.push(case("a file for the schemas' folder", "schema --write").file(".schemas", "x"));
    all.push(case("a folder for the journal", "list").file(".okr-change/x", "x"));
    all.push(case("a folder for the journal of a change", "set good title Other").file(".okr-change/x", "x"));
    all.push(
        case("an empty folder for the journal of a change", "set good title Other")
            .set_up(make(".okr-change", "mkdir")),
    );
    for line in ["list", "show good", "check", "update good.n 4", "set good title Other", "fmt"] {
        let two = case(&format!("a link loop of two: {line}"), line);
        all.push(link(link(two, "b.yaml", "2026-Q4/acme/good.yaml"), "good.yaml", "2026-Q4/acme/b.yaml"));
    }
    for line in ["list", "show good", "set good title Other", "create New --owner eng"] {
        let two = case(&format!("a link loop of two folders: {line}"), line);
        all.push(link(link(two, "ops", "2026-Q4/eng"), "eng", "2026-Q4/ops").may_write_if(line.starts_with("set")));
    }
    let file = "title: Named\n";
    for line in ["list", "check", "show good", "show GOOD", "update good.n 4", "fmt --check"] {
        let beside =
            case(&format!("names that differ in capitals: {line}"), line).may_write_if(line.starts_with("update"));
        all.push(beside.file("2026-Q4/acme/Good.yaml", file));
        let both =
            case(&format!("names in NFC and NFD side by side: {line}"), line).may_write_if(line.starts_with("update"));
        all.push(both.file("2026-Q4/acme/caf\u{e9}.yaml", file).file("2026-Q4/acme/cafe\u{301}.yaml", file));
    }
    for line in [
        "create New --owner acme --slug GOOD",
        "create New --owner acme --slug Good",
        "move good --slug GOOD",
        "create New --owner acme --slug caf\u{e9}",
        "create New --owner acme --slug cafe\u{301}",
    ] {
        all.push(case(line, line));
    }
    for (what, path) in [
        ("capitals", "2026-Q4/acme/Good.yaml"),
        ("blanks", "2026-Q4/acme/go od.yaml"),
        ("a reserved name", "2026-Q4/acme/aux.yaml"),
        ("an accent in NFC", "2026-Q4/acme/caf\u{e9}.yaml"),
        ("an accent in NFD", "2026-Q4/acme/cafe\u{301}.yaml"),
        ("Chinese", "2026-Q4/acme/续约.yaml"),
        ("a dash in front", "2026-Q4/acme/-x.yaml"),
        ("61 letters", &format!("2026-Q4/acme/{}.yaml", "a".repeat(61))),
        ("an escape", "2026-Q4/acme/a\u{1b}[2Jb.yaml"),
        ("a line end", "2026-Q4/acme/a\nb.yaml"),
        ("text turned around", "2026-Q4/acme/a\u{202e}b.yaml"),
        ("a zero-width blank", "2026-Q4/acme/a\u{200b}b.yaml"),
        ("two dots", "2026-Q4/acme/a..yaml"),
        ("capitals in an owner", "2026-Q4/ACME/good.yaml"),
        ("another ending", "2026-Q4/acme/other.yml"),
    ] {
        all.push(case(&format!("a file's name with {what}"), "list").file(path, file));
    }
    all.push(case("a journal that nobody of us wrote", "list").file(".okr-change", journal("../../.bashrc")));
    all.push(case("a journal that came with a copy", "list").file(".okr-change", journal("2026-Q4/acme/new.yaml")));
    all.push(case("a journal of 100 MB", "list").set_up(|root| {
        let path = root.join("okrs/.okr-change");
        write(&path, b"{");
        std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(100 << 20).unwrap();
    }));
    all.push(case("a journal that is no JSON", "set good title Other").file(".okr-change", "hello\n"));
    all.push(
        case("a journal of another version", "set good title Other")
            .file(".okr-change", "{\"version\": 9, \"what\": \"x\", \"at\": \"y\", \"steps\": []}"),
    );
    all.push(link(
        case("a journal that is a link", "set good title Other").set_up(outside),
        "../outside/okr.yaml",
        ".okr-change",
    ));
    all.push(case("a journal that is a pipe", "list").set_up(make(".okr-change", "mkfifo")));
    all.push(case("a journal through a link", "list").set_up(|root| {
        symlink("../../outside", root.join("okrs/2026-Q4/out")).unwrap();
        outside(root);
        write(&root.join("okrs/.okr-change"), journal("2026-Q4/out/new.yaml").as_bytes());
    }));
    all
}

/// What somebody put into a store, as if a command had been cut short in it.
fn journal(path: &str) -> String {
    let step = format!("{{\"do\": \"create\", \"path\": \"{path}\", \"text\": \"x\"}}");
    let store = "{\"folder\": \"/elsewhere\", \"inode\": 1}";
    format!("{{\"version\": 2, \"what\": \"x\", \"at\": \"y\", \"store\": {store}, \"parts\": [[{step}]]}}")
}
