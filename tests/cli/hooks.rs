//! `okr hooks`: the merge driver and the pre-commit hook, with real Git.

use std::process::Command;

use insta::assert_snapshot;

use crate::world::World;

/// The company's store in a repository, by somebody whose `okr` is the one in $PATH.
fn repository() -> World {
    let world = World::company();
    world.write("../home/.gitconfig", "[user]\n  name = Test\n  email = test@acme.example\n");
    world.git("init -q -b main");
    let okr = assert_cmd::cargo::cargo_bin!("okr").parent().unwrap().to_string_lossy().into_owned();
    world.env("PATH", &format!("{okr}:/usr/local/bin:/usr/bin:/bin"));
    world
}

#[test]
fn what_is_set_up_is_said_and_undone() {
    let world = repository();
    assert_snapshot!(world.session(&["hooks show", "hooks install", "hooks install", "hooks show"]), @"
    $ okr hooks show
    ✗ merge driver  not set: Git merges definitions by lines
    ✓ attributes    merge is okr for definitions, union for histories
    ✗ pre-commit    no .git/hooks/pre-commit
    ── stderr ──
    hint: okr hooks install sets up what is not there

    $ okr hooks install
    set merge.okr.driver in Git's settings: definitions are merged by key (calls okr)
    made .git/hooks/pre-commit: okr check and okr verify before a commit that touches okrs
    ── stderr ──
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install

    $ okr hooks install
    hooks are installed already; nothing was changed

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✓ pre-commit    .git/hooks/pre-commit looks at okrs
    ");
    assert_snapshot!(world.git("config --get-regexp ^merge"), @"
    merge.okr.driver okr merge-file %O %A %B %P %L || { code=$?; test $code -lt 126 && exit $code; git merge-file -L ours -L before -L theirs --marker-size=%L %A %O %B; }
    merge.okr.name OKR definitions, merged by key
    ");
    assert_snapshot!(world.read(".git/hooks/pre-commit"), @r#"
    #!/bin/sh
    # >>> okr hooks install >>>
    # Looks at OKRs before they are committed. okr hooks remove takes these lines away.
    okr_check() {
        test -f "$1/okr.yaml" || return 0
        git diff --cached --quiet --no-ext-diff -- "$1" && return 0
        command -v okr >/dev/null || { echo "okr is not found: the OKRs in $1 were not checked" >&2; return 0; }
        okr --store "$1" check --quiet || return 1
        git rev-parse --quiet --verify HEAD >/dev/null || return 0
        okr --store "$1" verify --base HEAD --quiet
    }
    okr_check okrs || exit 1
    # <<< okr hooks install <<<
    "#);
    assert_snapshot!(world.session(&["hooks remove", "hooks remove"]), @"
    $ okr hooks remove
    removed merge.okr.driver from Git's settings
    removed .git/hooks/pre-commit

    $ okr hooks remove
    no hooks of okr are installed; nothing was changed
    ");
    assert!(!world.path(".git/hooks/pre-commit").exists());
    assert_eq!(world.git("config --get-regexp ^core.bare"), "core.bare false\n");
}

#[test]
fn attributes_in_the_wrong_order_are_mended() {
    let world = repository();
    world.write("okrs/.gitattributes", "*.png binary\n*.history.yaml merge=union text eol=lf\n*.yaml merge=okr\n");
    assert_eq!(world.git("check-attr merge okrs/a.history.yaml"), "okrs/a.history.yaml: merge: okr\n");
    assert_snapshot!(world.edit("hooks install"), @"
    set merge.okr.driver in Git's settings: definitions are merged by key (calls okr)
    moved *.yaml merge=okr up in okrs/.gitattributes: behind the line for histories it would have hidden it
    made .git/hooks/pre-commit: okr check and okr verify before a commit that touches okrs
    ── stderr ──
    hint: commit okrs/.gitattributes: it works for everybody, and does nothing where the driver is not set
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install
    --- .gitattributes
    +++ .gitattributes
    @@ -1,3 +1,3 @@
     *.png binary
    +*.yaml merge=okr
     *.history.yaml merge=union text eol=lf
    -*.yaml merge=okr
    ");
    assert_eq!(world.git("check-attr merge okrs/a.history.yaml"), "okrs/a.history.yaml: merge: union\n");
    world.write("okrs/2026-Q4/acme/.gitattributes", "* merge=binary\n");
    world.write("okrs/.gitattributes", "*.yaml merge=okr\n*.history.yaml merge=union text eol=lf\n*.yaml merge=text\n");
    assert_snapshot!(world.session(&["hooks install", "hooks show"]), @"
    $ okr hooks install
    hooks are installed already; nothing was changed
    ── stderr ──
    warning: another rule has the last word about definitions: merge is text, not okr
    hint: look for merge= in okrs/.gitattributes and .git/info/attributes, behind the lines of okr
    warning: another rule has the last word about histories: merge is text, not union
    hint: look for merge= in okrs/.gitattributes and .git/info/attributes, behind the lines of okr

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✗ attributes    merge is text for definitions, text for histories
    ✓ pre-commit    .git/hooks/pre-commit looks at okrs
    ── stderr ──
    hint: okr hooks install sets up what is not there
    ");
}

#[test]
fn a_hook_that_is_there_is_never_changed() {
    let world = repository();
    world.write(".git/hooks/pre-commit", "#!/bin/sh\nmake test\n");
    assert_snapshot!(world.session(&["hooks install", "hooks show", "hooks remove"]), @"
    $ okr hooks install
    set merge.okr.driver in Git's settings: definitions are merged by key (calls okr)
    ── stderr ──
    warning: .git/hooks/pre-commit is somebody else's hook; it was not changed
    hint: add this line to it: okr --store okrs check --quiet && okr --store okrs verify --base HEAD --quiet || exit 1
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✗ pre-commit    .git/hooks/pre-commit is your own, and does not call okr
    ── stderr ──
    hint: okr hooks install sets up what is not there

    $ okr hooks remove
    removed merge.okr.driver from Git's settings
    ");
    assert_eq!(world.read(".git/hooks/pre-commit"), "#!/bin/sh\nmake test\n");
    world.write(
        ".git/hooks/pre-commit",
        "#!/bin/sh\nokr --store okrs check --quiet && okr --store okrs verify --base HEAD --quiet || exit 1\n",
    );
    assert_snapshot!(world.session(&["hooks install", "hooks show"]), @"
    $ okr hooks install
    set merge.okr.driver in Git's settings: definitions are merged by key (calls okr)
    ── stderr ──
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✓ pre-commit    .git/hooks/pre-commit, your own, calls okr
    ");
}

#[test]
fn lines_that_were_added_to_our_hook_stay() {
    let world = repository();
    let _ = world.okr("hooks install");
    let hook = world.read(".git/hooks/pre-commit");
    world.write(".git/hooks/pre-commit", &format!("{hook}make test\n"));
    let _ = world.okr("init --solo more");
    assert_snapshot!(world.session(&["--store more hooks install", "hooks show", "--store more hooks show"]), @"
    $ okr --store more hooks install
    changed .git/hooks/pre-commit: okr check and okr verify before a commit that touches more
    ── stderr ──
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✓ pre-commit    .git/hooks/pre-commit looks at okrs

    $ okr --store more hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✓ pre-commit    .git/hooks/pre-commit looks at more
    ");
    assert_snapshot!(world.read(".git/hooks/pre-commit").lines().filter(|line| line.starts_with("okr_check ") || line.starts_with("make")).collect::<Vec<_>>().join("\n"), @"
    okr_check okrs || exit 1
    okr_check more || exit 1
    make test
    ");
    assert_snapshot!(world.okr("hooks remove"), @"
    removed merge.okr.driver from Git's settings
    removed the lines of okr from .git/hooks/pre-commit
    ");
    assert_eq!(world.read(".git/hooks/pre-commit"), "#!/bin/sh\nmake test\n");
}

#[test]
fn hooks_go_where_git_looks_for_them() {
    let world = repository();
    world.git("config core.hooksPath .githooks");
    assert_snapshot!(world.okr("hooks install"), @"
    set merge.okr.driver in Git's settings: definitions are merged by key (calls okr)
    made .githooks/pre-commit: okr check and okr verify before a commit that touches okrs
    ── stderr ──
    hint: okr hooks remove undoes it; every clone needs its own okr hooks install
    ");
    // Those of all repositories of a user are nobody's to change.
    world.git("config core.hooksPath ../home/hooks");
    assert_snapshot!(world.session(&["hooks install", "hooks show"]), @"
    $ okr hooks install
    hooks are installed already; nothing was changed
    ── stderr ──
    warning: ../home/hooks/pre-commit is the hook of all your repositories (core.hooksPath); it was not changed
    hint: add this line to it: okr --store okrs check --quiet && okr --store okrs verify --base HEAD --quiet || exit 1

    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✗ pre-commit    no ../home/hooks/pre-commit
    ── stderr ──
    hint: okr hooks install sets up what is not there
    ");
    assert!(!world.path("../home/hooks").exists());
}

#[test]
fn a_second_working_tree_shares_driver_and_hook() {
    let world = repository();
    world.git("add -A");
    world.git("commit -q -m begin");
    world.git("worktree add -q ../second");
    let _ = world.okr("hooks install");
    world.inside("../second");
    assert_snapshot!(world.session(&["hooks show", "hooks install"]), @"
    $ okr hooks show
    ✓ merge driver  Git calls okr for definitions
    ✓ attributes    merge is okr for definitions, union for histories
    ✓ pre-commit    <world>/work/.git/hooks/pre-commit looks at okrs

    $ okr hooks install
    hooks are installed already; nothing was changed
    ");
}

#[test]
fn without_a_repository_there_is_nothing_to_set_up() {
    let world = World::company();
    assert_snapshot!(world.session(&["hooks install", "hooks show"]), @"
    $ okr hooks install
    ── stderr ──
    error: <world>/work/okrs is in no Git repository
    hint: git init makes one; hooks are a repository's
    ── exit 2 ──

    $ okr hooks show
    ── stderr ──
    error: <world>/work/okrs is in no Git repository
    hint: git init makes one; hooks are a repository's
    ── exit 2 ──
    ");
}

/// Runs the hook as Git would, with an `okr` that writes down how it is called and fails where it is told to.
fn hook(world: &World, fails: &str) -> String {
    world.write("bin/okr", &format!("#!/bin/sh\necho \"okr $*\"\ncase \"$*\" in *'{fails}'*) exit 1;; esac\n"));
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", world.path("bin").display()))
            .env("HOME", world.path("../home"))
            .current_dir(world.path(""))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        format!("{said}exit {}\n", output.status.code().unwrap())
    };
    run("chmod", &["+x", "bin/okr"]);
    run("sh", &[".git/hooks/pre-commit"])
}

#[test]
fn the_hook_looks_at_commits_that_touch_the_store() {
    let world = repository();
    let _ = world.okr("hooks install");
    assert_snapshot!(hook(&world, "nothing fails"), @"exit 0");
    world.git("add okrs");
    assert_snapshot!(hook(&world, "nothing fails"), @"
    okr --store okrs check --quiet
    exit 0
    ");
    assert_snapshot!(hook(&world, "check"), @"
    okr --store okrs check --quiet
    exit 1
    ");
    world.git("commit -q --no-verify -m begin");
    world.write("README", "hello\n");
    world.git("add README");
    assert_snapshot!(hook(&world, "nothing fails"), @"exit 0");
    world.write("okrs/okr.yaml", "version: 1\nlang: en\n");
    world.git("add okrs");
    assert_snapshot!(hook(&world, "nothing fails"), @"
    okr --store okrs check --quiet
    okr --store okrs verify --base HEAD --quiet
    exit 0
    ");
    assert_snapshot!(hook(&world, "verify"), @"
    okr --store okrs check --quiet
    okr --store okrs verify --base HEAD --quiet
    exit 1
    ");
}
