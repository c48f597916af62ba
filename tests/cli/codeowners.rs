//! `okr codeowners`.

use std::process::Command;

use insta::assert_snapshot;

use crate::world::World;

/// The company with a lead of its own, a unit without one below eng, and two people more than have an address.
fn company() -> World {
    let world = World::company();
    world.write(
        "okrs/org.yaml",
        "company: acme\nunits:\n  acme: {name: Acme Inc., lead: mei}\n  eng: {name: Engineering, parent: acme, lead: ana}\n  \
         web: {name: Web, parent: eng}\n  ops: {name: Ops, parent: acme, lead: kim}\npeople:\n  \
         ana: {name: Ana Lima, unit: eng, email: ana@acme.example}\n  bo: {name: Bo Chen, unit: web, email: bo@acme.example}\n  \
         kim: {name: Kim, unit: ops}\n  mei: {name: 梅兰, unit: acme, email: mei@acme.example}\n",
    );
    world.git("init -q -b main");
    world
}

/// Whom the last matching line names for each of these files: each line is tried alone with Git, whose patterns these are.
fn owners(world: &World, text: &str, files: &[&str]) -> Vec<String> {
    let mut owners: Vec<String> = files.iter().map(|_| "nobody".to_owned()).collect();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let (pattern, owner) = line.rsplit_once(' ').unwrap();
        world.write("../patterns", &format!("{pattern}\n"));
        for (at, file) in files.iter().enumerate() {
            let matches = Command::new("git")
                .arg("-c")
                .arg(format!("core.excludesFile={}", world.path("../patterns").display()))
                .args(["check-ignore", "--quiet", "--no-index", "--", file])
                .current_dir(world.path(""))
                .env_clear()
                .env("PATH", "/usr/local/bin:/usr/bin:/bin")
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .status()
                .unwrap();
            if matches.success() {
                owner.clone_into(&mut owners[at]);
            }
        }
    }
    files.iter().zip(owners).map(|(file, owner)| format!("{file}: {}", owner.split('@').next().unwrap())).collect()
}

const FILES: [&str; 11] = [
    "okrs/okr.yaml",
    "okrs/.gitattributes",
    "okrs/2026-Q4/cycle.yaml",
    "okrs/2026-Q4/acme/renewing.yaml",
    "okrs/2026-Q4/eng/tickets.yaml",
    "okrs/2026-Q4/web/pages.yaml",
    "okrs/2026-Q4/ops/calls.bo.history.yaml",
    "okrs/2027-Q1/ana/typing.history.yaml",
    "okrs/2026-Q4/kim/typing.yaml",
    "src/eng/main.rs",
    "README.md",
];

#[test]
fn units_people_and_the_store_have_their_owners() {
    let world = company();
    assert_snapshot!(world.okr("codeowners"), @"
    # okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    /okrs/ mei@acme.example
    /okrs/*/acme/ mei@acme.example
    /okrs/*/eng/ ana@acme.example
    # kim has no address in org.yaml that can stand here: the next lead above has what is theirs
    /okrs/*/ops/ mei@acme.example
    /okrs/*/web/ ana@acme.example
    /okrs/*/ana/ ana@acme.example
    /okrs/*/bo/ bo@acme.example
    /okrs/*/kim/ mei@acme.example
    /okrs/*/mei/ mei@acme.example
    # okr codeowners: end
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    ");
    let text = world.okr("codeowners --quiet").to_string();
    assert_snapshot!(owners(&world, &text, &FILES).join("\n"), @"
    okrs/okr.yaml: mei
    okrs/.gitattributes: mei
    okrs/2026-Q4/cycle.yaml: mei
    okrs/2026-Q4/acme/renewing.yaml: mei
    okrs/2026-Q4/eng/tickets.yaml: ana
    okrs/2026-Q4/web/pages.yaml: ana
    okrs/2026-Q4/ops/calls.bo.history.yaml: mei
    okrs/2027-Q1/ana/typing.history.yaml: ana
    okrs/2026-Q4/kim/typing.yaml: mei
    src/eng/main.rs: nobody
    README.md: nobody
    ");
    world.write("okrs/okr.yaml", "version: 1\nhistory: per-author\n");
    let text = world.okr("codeowners --quiet").to_string();
    assert_snapshot!(text, @"
    # okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    /okrs/ mei@acme.example
    /okrs/*/acme/ mei@acme.example
    /okrs/*/eng/ ana@acme.example
    # kim has no address in org.yaml that can stand here: the next lead above has what is theirs
    /okrs/*/ops/ mei@acme.example
    /okrs/*/web/ ana@acme.example
    /okrs/*/ana/ ana@acme.example
    /okrs/*/bo/ bo@acme.example
    /okrs/*/kim/ mei@acme.example
    /okrs/*/mei/ mei@acme.example
    # check-ins are theirs who make them, on whosever objective
    /okrs/**/*.ana.history.yaml ana@acme.example
    /okrs/**/*.bo.history.yaml bo@acme.example
    /okrs/**/*.kim.history.yaml mei@acme.example
    /okrs/**/*.mei.history.yaml mei@acme.example
    # okr codeowners: end
    ");
    assert_snapshot!(owners(&world, &text, &FILES).join("\n"), @"
    okrs/okr.yaml: mei
    okrs/.gitattributes: mei
    okrs/2026-Q4/cycle.yaml: mei
    okrs/2026-Q4/acme/renewing.yaml: mei
    okrs/2026-Q4/eng/tickets.yaml: ana
    okrs/2026-Q4/web/pages.yaml: ana
    okrs/2026-Q4/ops/calls.bo.history.yaml: bo
    okrs/2027-Q1/ana/typing.history.yaml: ana
    okrs/2026-Q4/kim/typing.yaml: mei
    src/eng/main.rs: nobody
    README.md: nobody
    ");
}

#[test]
fn a_store_at_the_top_claims_nothing_else() {
    let world = company();
    let _ = world.git("config core.quotepath false");
    let _ = std::fs::remove_dir_all(world.path(".git"));
    world.inside("okrs");
    let said = world.okr("codeowners --quiet").to_string();
    assert_snapshot!(said, @"
    # okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    /okr.yaml mei@acme.example
    /org.yaml mei@acme.example
    /.gitattributes mei@acme.example
    /2026-Q4/ mei@acme.example
    /2026-Q4/acme/ mei@acme.example
    /2026-Q4/eng/ ana@acme.example
    # kim has no address in org.yaml that can stand here: the next lead above has what is theirs
    /2026-Q4/ops/ mei@acme.example
    /2026-Q4/web/ ana@acme.example
    /2026-Q4/ana/ ana@acme.example
    /2026-Q4/bo/ bo@acme.example
    /2026-Q4/kim/ mei@acme.example
    /2026-Q4/mei/ mei@acme.example
    # okr codeowners: end
    ");
    // The same without a repository and with the store as one.
    let _ = world.git("init -q okrs");
    assert_eq!(world.okr("codeowners --quiet").to_string(), said);
}

#[test]
fn a_folder_with_signs_is_meant_alone() {
    let world = company();
    let folder = "our okrs [new] #1";
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    std::fs::rename(world.path("okrs"), world.path(folder)).unwrap();
    world.inside(folder);
    let text = world.okr("codeowners --quiet").to_string();
    assert!(text.contains("/our\\ okrs\\ \\[new\\]\\ \\#1/*/eng/ ana@acme.example\n"), "{text}");
    let eng = format!("{folder}/2026-Q4/eng/tickets.yaml");
    let files = [eng.as_str(), "our okrs n #1/2026-Q4/eng/tickets.yaml", "our"];
    assert_snapshot!(owners(&world, &text, &files).join("\n"), @"
    our okrs [new] #1/2026-Q4/eng/tickets.yaml: ana
    our okrs n #1/2026-Q4/eng/tickets.yaml: nobody
    our: nobody
    ");
}

#[test]
fn the_lines_are_put_in_and_kept_up_to_date() {
    let world = company();
    world.write(".github/CODEOWNERS", "# ours\n* @acme/all\n");
    assert_snapshot!(world.session(&["codeowners --check", "codeowners --write", "codeowners --check", "codeowners --write"]), @"
    $ okr codeowners --check
    --- .github/CODEOWNERS
    +++ okr codeowners
    @@ -1,2 +1,15 @@
     # ours
     * @acme/all
    +
    +# okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    +/okrs/ mei@acme.example
    +/okrs/*/acme/ mei@acme.example
    +/okrs/*/eng/ ana@acme.example
    +# kim has no address in org.yaml that can stand here: the next lead above has what is theirs
    +/okrs/*/ops/ mei@acme.example
    +/okrs/*/web/ ana@acme.example
    +/okrs/*/ana/ ana@acme.example
    +/okrs/*/bo/ bo@acme.example
    +/okrs/*/kim/ mei@acme.example
    +/okrs/*/mei/ mei@acme.example
    +# okr codeowners: end
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    hint: okr codeowners --write brings it up to date
    ── exit 1 ──

    $ okr codeowners --write
    changed .github/CODEOWNERS
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim

    $ okr codeowners --check
    .github/CODEOWNERS is up to date
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim

    $ okr codeowners --write
    .github/CODEOWNERS is up to date already
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    ");
    world.write(".github/CODEOWNERS", &(world.read(".github/CODEOWNERS") + "/docs/ @acme/writers\n"));
    let org = world.read("okrs/org.yaml");
    world.write("okrs/org.yaml", &org.replace("bo@acme.example", "bo.chen@acme.example"));
    assert_snapshot!(world.inside("okrs").session(&["codeowners --check", "codeowners --write"]), @"
    $ okr codeowners --check
    --- ../.github/CODEOWNERS
    +++ okr codeowners
    @@ -10,5 +10,5 @@
     /okrs/*/web/ ana@acme.example
     /okrs/*/ana/ ana@acme.example
    -/okrs/*/bo/ bo@acme.example
    +/okrs/*/bo/ bo.chen@acme.example
     /okrs/*/kim/ mei@acme.example
     /okrs/*/mei/ mei@acme.example
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    hint: okr codeowners --write brings it up to date
    ── exit 1 ──

    $ okr codeowners --write
    changed ../.github/CODEOWNERS
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    ");
    assert!(world.read(".github/CODEOWNERS").ends_with("# okr codeowners: end\n/docs/ @acme/writers\n"));
    world.write("OWNERS", "# okr codeowners: begin\n");
    assert_snapshot!(world.inside("").session(&["codeowners --check OWNERS", "codeowners --write new/CODEOWNERS"]), @r##"
    $ okr codeowners --check OWNERS
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    error: OWNERS: the mark "# okr codeowners: begin" has no "# okr codeowners: end" behind it
    hint: remove these marks and what stands between them
    ── exit 2 ──

    $ okr codeowners --write new/CODEOWNERS
    created new/CODEOWNERS
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: kim
    "##);
}

#[test]
fn a_store_for_one_person_is_theirs() {
    let world = World::new();
    let _ = world.okr("init --solo");
    world.write("okrs/org.yaml", "people:\n  ana: {name: Ana, email: ana@acme.example}\n");
    world.git("init -q");
    assert_snapshot!(world.okr("codeowners"), @"
    # okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    /okrs/ ana@acme.example
    /okrs/*/ana/ ana@acme.example
    # okr codeowners: end
    ");
    world.write(
        "okrs/org.yaml",
        "people:\n  ana: {name: Ana, email: \"ana@x * @evil\"}\n  bo: {email: \"bo@x\\n* @evil\"}\n",
    );
    assert_snapshot!(world.okr("codeowners"), @"
    # okr codeowners: begin (from org.yaml; okr codeowners --write brings it up to date)
    # settings, organisation and cycles: no company in org.yaml, so nobody's
    # ana has no address in org.yaml that can stand here: the next lead above has what is theirs
    # ana: nor is there a lead above
    # bo has no address in org.yaml that can stand here: the next lead above has what is theirs
    # bo: nor is there a lead above
    # okr codeowners: end
    ── stderr ──
    warning: no address in org.yaml that can stand there, and so not named: ana and bo
    ");
}
