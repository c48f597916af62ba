//! A machine that is not as one hopes: environment, clock, terminal, streams, editor, Git.

use std::fs;
use std::process::Command;

use super::case::{Case, case, write};

pub fn cases() -> Vec<Case> {
    let mut all = vec![
        case("no home", "list").without("HOME"),
        case("a home that is a file", "list").env("HOME", "/etc/passwd"),
        case("an empty path", "list --rev HEAD").env("PATH", "/nonexistent"),
        case("no path", "diff HEAD").without("PATH"),
        case("LANG=C", "show good").env("LANG", "C").env("LC_ALL", "C"),
        case("a language that is none", "list").env("LANG", "xx_YY.nonsense"),
        case("no terminal type", "list --color always").without("TERM"),
        case("no me", "update good.n 4").without("OKR_ME"),
        case("me a path", "update good.n 4").env("OKR_ME", "../ana"),
        case("me with an escape", "update good.n 4").env("OKR_ME", "\u{1b}[31mana"),
        case("a cycle that is none", "list").env("OKR_CYCLE", "../x"),
        case("a cycle that is not there", "list").env("OKR_CYCLE", "2020-Q1"),
        case("a store that is none", "list").env("OKR_STORE", "/nonexistent"),
        case("a clock before the last check-in", "update good.n 4").env("OKR_NOW", "2026-10-01"),
        case("a clock before the cycle", "report gap").env("OKR_NOW", "2020-01-01"),
        case("a clock long after the cycle", "report gap").env("OKR_NOW", "9999-12-31T23:59:59Z"),
        case("a clock in the year 1", "list").env("OKR_NOW", "0001-01-01"),
        case("a terminal without width", "tree").env("COLUMNS", "0"),
        case("a terminal one column wide", "tree").env("COLUMNS", "1"),
        case("a terminal of a billion columns", "report gap").env("COLUMNS", "1000000000"),
        case("a terminal of -1 columns", "tree").env("COLUMNS", "-1"),
        case("a terminal of many columns", "tree").env("COLUMNS", "many"),
        case("closed stdout", "list").shell("\"$@\" >&-"),
        case("closed stdin", "update --from -").shell("\"$@\" <&-"),
        case("everything closed", "update good.n many").shell("\"$@\" <&- >&- 2>&1; echo $? >/dev/null; exit 0"),
        case("a reader that goes away", "report full").shell("\"$@\" | true"),
        case("a full stdout", "list").shell("\"$@\" >/dev/full"),
        case("a stdin of zero bytes", "update --from -").shell("head -c 1000000 /dev/zero | \"$@\""),
        case("an endless stdin", "update --from -").shell("yes | head -c 100000000 | \"$@\""),
        case("an endless line on stdin", "update --from -").shell("head -c 100000000 /dev/zero | tr '\\0' x | \"$@\""),
        case("a folder that is gone", "list").shell("mkdir gone; cd gone; rmdir ../gone; \"$@\""),
    ];
    for now in [
        "",
        "never",
        "2026-02-30",
        "2026-13-01",
        "10000-01-01",
        "2026-11-15T25:00:00Z",
        "-1",
        "1760000000",
        "2026-11-15T12:00:00+99:00",
        "\u{1b}[31m",
    ] {
        all.push(case(&format!("OKR_NOW={now:?}"), "list").env("OKR_NOW", now));
    }
    for seed in ["x", "-1", "1e9", "99999999999999999999999999", "0x10"] {
        all.push(case(&format!("OKR_SEED={seed:?}"), "update good.n 4").env("OKR_SEED", seed));
    }
    // The editor of `okr review REF` without texts is only asked for on a terminal.
    for (name, config) in [
        ("a list", "- a\n"),
        ("an unknown key", "colour: red\n"),
        ("broken", "me: [\n"),
        ("a store that is not there", "store: /nonexistent\n"),
        ("me a path", "me: ../ana\n"),
        ("a bomb", "a: &a [x]\nb: &b [*a,*a]\nme: *b\n"),
        ("broken UTF-8", "me: \u{fffd}\n"),
        ("a key twice", "me: ana\nme: bo\n"),
    ] {
        let config = config.to_owned();
        let user = move |root: &std::path::Path| write(&root.join("home/.config/okr/config.yaml"), config.as_bytes());
        all.push(case(&format!("user's settings: {name}"), "update good.n many").without("OKR_ME").set_up(user));
    }
    for (name, break_it) in [
        ("an empty .git", "mkdir .git"),
        ("a .git file that points nowhere", "echo 'gitdir: /nonexistent' > .git"),
        ("a .git file of words", "echo hello > .git"),
        ("a repository without commits", "git init -q"),
        ("a broken HEAD", "git init -q; echo nonsense > .git/HEAD"),
        ("a broken config", "git init -q; echo '[[[' > .git/config"),
        (
            "objects that are gone",
            "git init -q; git add -A; git -c user.name=a -c user.email=a@x commit -qm a; rm -r .git/objects/??",
        ),
        ("an index of zeros", "git init -q; head -c 1000 /dev/zero > .git/index"),
        ("a revision that is an option", "git init -q"),
    ] {
        for line in ["list --rev HEAD", "diff HEAD", "verify --base HEAD"] {
            let line = if name.ends_with("option") { line.replace("HEAD", "--output=pwned") } else { line.to_owned() };
            all.push(case(&format!("{name}: {line}"), &line).set_up(move |root| {
                let run =
                    Command::new("sh").args(["-c", break_it]).current_dir(root).env("HOME", root).output().unwrap();
                assert!(run.status.success());
                assert!(!fs::exists(root.join("pwned")).unwrap());
            }));
        }
    }
    all
}
