//! A machine that is not as one hopes: environment, clock, terminal, streams, editor, Git.

use std::fs;
use std::process::Command;

use super::case::{Case, broken, case, write};

pub fn cases() -> Vec<Case> {
    let mut all = vec![
        case("no home", "list").without("HOME"),
        case("a home that is a file", "list").env("HOME", "/etc/passwd"),
        case("an empty path", "list --rev HEAD").env("PATH", "/nonexistent"),
        case("no path", "diff HEAD").without("PATH"),
        case("LANG=C", "show good.n").env("LANG", "C").env("LC_ALL", "C"),
        case("LANG=C and text of many scripts", "show ops")
            .env("LANG", "C")
            .env("LC_ALL", "C")
            .file("2026-Q4/acme/ops.yaml", "title: 续约 für café 🎉\n"),
        case("a language that is none", "list").env("LANG", "xx_YY.nonsense"),
        case("no terminal type", "list --color always").without("TERM"),
        case("a terminal type that is none", "list --color always").env("TERM", "nonsense"),
        case("a dumb terminal", "list --color always").env("TERM", "dumb"),
        case("no me", "update good.n 4").without("OKR_ME").may_write(),
        case("me a path", "update good.n 4").env("OKR_ME", "../ana"),
        case("me with an escape", "update good.n 4").env("OKR_ME", "\u{1b}[31mana"),
        case("a cycle that is none", "list").env("OKR_CYCLE", "../x"),
        case("a cycle that is not there", "list").env("OKR_CYCLE", "2020-Q1"),
        case("a store that is none", "list").env("OKR_STORE", "/nonexistent"),
        case("a clock before the last check-in", "update good.n 4").env("OKR_NOW", "2026-10-01").may_write(),
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
        // What it would say went nowhere, so that its code is told instead.
        case("everything closed", "list").shell("\"$@\" <&- >&- 2>&-; echo \"it ended with $?\" >&2"),
        case("everything closed, a bad value", "update good.n many")
            .shell("\"$@\" <&- >&- 2>&-; echo \"it ended with $?\" >&2"),
        case("everything closed, a good value", "update good.n 4")
            .shell("\"$@\" <&- >&- 2>&-; echo \"it ended with $?\" >&2")
            .may_write(),
        case("closed stderr", "update good.n many").shell("\"$@\" 2>&-; echo \"it ended with $?\" >&2"),
        case("a reader that goes away", "report full")
            .shell("mkfifo pipe; true <pipe & { \"$@\"; echo \"it ended with $?\" >&2; } >pipe; wait; rm pipe"),
        case("a reader of stderr that goes away", "update good.n many").shell(
            "mkfifo pipe; true <pipe & exec 3>&2; { \"$@\"; echo \"it ended with $?\" >&3; } 2>pipe; wait; rm pipe",
        ),
        case("a full stdout", "list").shell("\"$@\" >/dev/full"),
        case("a stdin of zero bytes", "update --from -").shell("head -c 1000000 /dev/zero | \"$@\""),
        case("an endless stdin", "update --from -").shell("yes | \"$@\""),
        case("an endless line on stdin", "update --from -").shell("tr '\\0' x </dev/zero | \"$@\""),
        case("an endless stdin of zero bytes", "update --from -").shell("\"$@\" </dev/zero"),
        case("a folder that is gone", "list").shell("mkdir gone; cd gone; rmdir ../gone; \"$@\""),
    ];
    for now in [
        "",
        "never",
        "2026-02-30",
        "2026-13-01",
        "10000-01-01",
        "12000-06-01",
        "12000-06-01T12:00:00Z",
        "+12000-06-01",
        "-5",
        "-0005-06-01",
        "-0005-06-01T12:00:00Z",
        "2026-11-15T25:00:00Z",
        "-1",
        "1760000000",
        "2026-11-15T12:00:00+99:00",
        "\u{1b}[31m",
    ] {
        // An empty one stands for none: then the day is the real one, which no answer may depend on.
        let line = if now.is_empty() { "org" } else { "list" };
        all.push(case(&format!("OKR_NOW={now:?}"), line).env("OKR_NOW", now));
    }
    for seed in ["x", "-1", "1e9", "99999999999999999999999999", "0x10"] {
        all.push(case(&format!("OKR_SEED={seed:?}"), "update good.n 4").env("OKR_SEED", seed));
    }
    for (name, config) in [
        ("a list", "- a\n"),
        ("an unknown key", "colour: red\n"),
        ("broken", "me: [\n"),
        ("a store that is not there", "store: /nonexistent\n"),
        ("me a path", "me: ../ana\n"),
        ("a bomb", "a: &a [x]\nb: &b [*a,*a]\nme: *b\n"),
        ("a key twice", "me: ana\nme: bo\n"),
    ] {
        let config = config.to_owned();
        let user = move |root: &std::path::Path| write(&root.join("home/.config/okr/config.yaml"), config.as_bytes());
        all.push(case(&format!("user's settings: {name}"), "update good.n many").without("OKR_ME").set_up(user));
    }
    for (name, bytes) in broken("me: ana\n") {
        let user = move |root: &std::path::Path| write(&root.join("home/.config/okr/config.yaml"), &bytes);
        all.push(case(&format!("user's settings: {name}"), "update good.n many").without("OKR_ME").set_up(user));
    }
    let folder = |root: &std::path::Path| fs::create_dir_all(root.join("home/.config/okr/config.yaml")).unwrap();
    all.push(case("user's settings: a folder", "update good.n many").without("OKR_ME").set_up(folder));
    for (name, day) in
        [("the store", "2020-01-01"), ("every calendar", "0001-01-01"), ("the first event", "2026-10-01")]
    {
        for line in ["list", "report gap", "show good", "tree", "history good"] {
            let line = format!("{line} --as-of {day}");
            all.push(case(&format!("--as-of before {name}: {line}"), &line));
        }
    }
    for (name, bytes) in broken("title: Formatted\n") {
        let given = move |root: &std::path::Path| write(&root.join("given"), &bytes);
        all.push(case(&format!("fmt -: {name}"), "fmt -").set_up(given.clone()).shell("\"$@\" <given"));
        for (file, line) in [
            ("base", "merge-file given good theirs"),
            ("ours", "merge-file base given theirs"),
            ("theirs", "merge-file base good given"),
        ] {
            let good = |root: &std::path::Path| {
                for name in ["good", "base", "theirs"] {
                    write(&root.join(name), format!("title: {name}\n").as_bytes());
                }
            };
            all.push(
                case(&format!("merge-file: {file} is {name}"), line)
                    .set_up(given.clone())
                    .set_up(good)
                    .may_change(if file == "ours" { "given" } else { "good" }),
            );
        }
    }
    // Lines of which none is as before on either side: the smallest difference of such texts takes the square of them.
    let sides = |root: &std::path::Path| {
        for (name, by) in [("base", 7919), ("ours", 104_729), ("theirs", 1_299_709)] {
            let lines: String = (1_u64..20_000).map(|line| format!("  {}\n", line * by % 1_000_003)).collect();
            write(&root.join(name), format!("title: a\ndescription: |\n{lines}").as_bytes());
        }
    };
    all.push(
        case("merge-file: 20,000 lines that are all others", "merge-file base ours theirs")
            .set_up(sides)
            .may_change("ours"),
    );
    for (name, editor) in [
        ("is not there", "/nonexistent/editor"),
        ("is nothing but blanks", "  "),
        ("fails", "false"),
        ("is killed", "kill -9 $$;"),
        ("stops itself by a signal", "kill -TERM $$;"),
        ("writes no UTF-8", "printf '## Went well\\n\\377\\376\\n' >"),
        ("writes zero bytes", "printf '## Went well\\n\\000\\n' >"),
        ("deletes the file", "rm"),
        ("makes a folder of the file", "f() { rm \"$1\"; mkdir \"$1\"; }; f"),
        ("makes a link of the file", "ln -sf /etc/passwd"),
        ("writes nothing", "true"),
        ("writes 100 MB", "head -c 100000000 /dev/zero >"),
        ("has blanks in its path and is not quoted", "/nonexistent/my editor"),
    ] {
        all.push(on_a_terminal(&format!("an editor that {name}"), editor).may_write_if(name == "writes zero bytes"));
    }
    all.push(
        on_a_terminal("an editor with blanks in its path", "'./home/my editor'")
            .set_up(|root| {
                let editor = root.join("home/my editor");
                write(&editor, b"#!/bin/sh\nprintf '## Went well\\nall\\n' >\"$1\"\n");
                assert!(Command::new("chmod").arg("+x").arg(editor).status().unwrap().success());
            })
            .may_write(),
    );
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

/// A review on a terminal, which is where an editor is opened; what it writes in is in a folder of its own.
fn on_a_terminal(name: &str, editor: &str) -> Case {
    case(name, "--color never review good").env("EDITOR", editor).shell(
        "export TMPDIR=$(mktemp -d); okr=$*; \
         said=$(script --quiet --return --echo never --command \"$okr\" /dev/null); code=$?; \
         printf '%s\\n' \"$said\" | tr -d '\\r' | sed \"s|$TMPDIR|TMP|; s|okr-review-[A-Za-z0-9]*|okr-review-x|\" >&2; \
         rm -r $TMPDIR; exit $code",
    )
}
