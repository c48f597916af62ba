//! `okr check --fix`.

use insta::assert_snapshot;

use crate::world::World;

const EVENT: &str = "- {\"id\": \"a1\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"ana\", \"event\": \"comment\", \"text\": \"on our way\"}";

#[test]
fn what_can_be_mended_in_one_way_is_mended() {
    let world = World::company();
    world.write(
        "okrs/2026-Q4/acme/renewing.yaml",
        "# kept\ntitle: Make renewing the obvious choice\ntags: [a, b, a, b] # and this\n",
    );
    let second = EVENT.replace("a1", "a2");
    world.write("okrs/2026-Q4/acme/renewing.history.yaml", &format!("{EVENT}{second}\n"));
    world.write("okrs/2026-Q4/eng/quick.yaml", "title: Nobody waits for a build\naligns_to: [acme/renewing]\n");
    world.write("okrs/2026-Q4/eng/quick.history.yaml", &format!("{EVENT}\n- {{\"id\": \"a2\", \"at\": \"2026-1"));
    world.write("okrs/.gitattributes", "*.history.yaml merge=union text eol=lf\n*.yaml merge=text\n");
    let _ = world.git("init --quiet");
    let only = "--only OKR014,OKR015,OKR028,OKR030";
    assert_snapshot!(world.okr(&format!("check {only} --format csv")), @r#"
    code,name,severity,message,help,file,line,column,objective,fixable
    OKR015,glued-events,error,two events stand on one line: the line's end was lost between them,"begin a new line before the second ""- {"".",okrs/2026-Q4/acme/renewing.history.yaml,1,1,2026-Q4/acme/renewing,true
    OKR014,torn-line,error,the last line is not finished: a write was cut off,the next check-in removes it; or remove it by hand.,okrs/2026-Q4/eng/quick.history.yaml,2,1,2026-Q4/eng/quick,true
    OKR028,histories-merge-by-line,warning,"histories should be merged with merge=union; here it is ""text""",okr check --fix adds the line that they need: *.history.yaml merge=union text eol=lf,okrs/.gitattributes,,,,true
    OKR030,said-twice,warning,a stands in tags twice,take one of them out,okrs/2026-Q4/acme/renewing.yaml,3,14,2026-Q4/acme/renewing,true
    OKR030,said-twice,warning,b stands in tags twice,take one of them out,okrs/2026-Q4/acme/renewing.yaml,3,17,2026-Q4/acme/renewing,true
    ── exit 1 ──
    "#);
    assert_snapshot!(world.edit(&format!("check --fix {only}")), @r#"
    mended okrs/.gitattributes: it ends with *.history.yaml merge=union text eol=lf
    mended okrs/2026-Q4/acme/renewing.yaml: took out tags[3]
    mended okrs/2026-Q4/acme/renewing.yaml: took out tags[2]
    mended okrs/2026-Q4/eng/quick.history.yaml: cut off the unfinished line "- {\"id\": \"a2\", \"at\": \"2026-1"
    mended okrs/2026-Q4/acme/renewing.history.yaml: each event stands on a line of its own
    ✓ nothing found in 2 objectives in 1 cycle
    --- .gitattributes
    +++ .gitattributes
    @@ -1,2 +1,3 @@
    -*.history.yaml merge=union text eol=lf
     *.yaml merge=text
    +*.yaml merge=okr
    +*.history.yaml merge=union text eol=lf
    --- 2026-Q4/acme/renewing.history.yaml
    +++ 2026-Q4/acme/renewing.history.yaml
    @@ -1 +1,2 @@
    -- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
    +- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
    +- {"id": "a2", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,3 +1,3 @@
     # kept
     title: Make renewing the obvious choice
    -tags: [a, b, a, b] # and this
    +tags: [a, b] # and this
    --- 2026-Q4/eng/quick.history.yaml
    +++ 2026-Q4/eng/quick.history.yaml
    @@ -1,2 +1 @@
     - {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "comment", "text": "on our way"}
    -- {"id": "a2", "at": "2026-1
    \ No newline at end of file
    "#);
    assert_snapshot!(world.edit(&format!("check --fix {only}")), @"✓ nothing found in 2 objectives in 1 cycle");
}

#[test]
fn what_could_be_meant_in_several_ways_is_left_alone() {
    let world = World::company();
    world.write("okrs/2026-Q4/acme/renewing.yaml", "titel: Make renewing the obvious choice\n");
    assert_snapshot!(world.edit("check --fix"), @r#"
    error[OKR005]: unknown key "titel", not a key of an objective; known: title, description, kind,
                   aligns_to, weight, tags, key_results
     --> okrs/2026-Q4/acme/renewing.yaml:1:1
      |
    1 | titel: Make renewing the obvious choice
      | ^^^^^
      |
      = help: did you mean title?
      = rule: unknown-key (okr check --explain OKR005)

    1 error in 0 objectives in 1 cycle
    ── exit 1 ──
    "#);
    assert_snapshot!(world.okr("check --fix --rev HEAD"), @"
    ── stderr ──
    error: the argument '--fix' cannot be used with '--rev <GIT_REV>'

    Usage: okr check --fix

    For more information, try '--help'.
    ── exit 2 ──
    ");
}
