//! Titles, and the names that are made from them.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn slugs_come_from_titles_in_any_script() {
    let world = World::company();
    assert_snapshot!(world.session(&[r#"create "让每个客户都愿意续约""#, r#"create "Élargir l’équipe à São Paulo""#, r#"create "让 NPS 翻倍""#, r#"create "CON""#, r#"create "Élargir l’équipe à São Paulo""#, r#"create "Anything" --slug my-own"#, r#"create "Other" --slug my-own"#, r#"create "!!!""#, r#"create "🎉""#, r#"create "🎉" --slug party"#, r#"create "X" --slug "My Slug""#, r#"create "  ""#, r#"create """#]), @r#"
    $ okr create "让每个客户都愿意续约"
    created ana/rang-mei-ge-ke-hu-du  让每个客户都愿意续约
    ── stderr ──
    hint: how will you know? okr kr add ana/rang-mei-ge-ke-hu-du "TITLE: FROM -> TO UNIT"

    $ okr create "Élargir l’équipe à São Paulo"
    created ana/elargir-lequipe-sao  Élargir l’équipe à São Paulo
    ── stderr ──
    hint: how will you know? okr kr add ana/elargir-lequipe-sao "TITLE: FROM -> TO UNIT"

    $ okr create "让 NPS 翻倍"
    created ana/rang-nps-fan-bei  让 NPS 翻倍
    ── stderr ──
    hint: how will you know? okr kr add ana/rang-nps-fan-bei "TITLE: FROM -> TO UNIT"

    $ okr create "CON"
    created ana/con-1  CON
    ── stderr ──
    hint: how will you know? okr kr add ana/con-1 "TITLE: FROM -> TO UNIT"

    $ okr create "Élargir l’équipe à São Paulo"
    created ana/elargir-lequipe-sao-2  Élargir l’équipe à São Paulo
    ── stderr ──
    hint: how will you know? okr kr add ana/elargir-lequipe-sao-2 "TITLE: FROM -> TO UNIT"

    $ okr create "Anything" --slug my-own
    created ana/my-own  Anything
    ── stderr ──
    hint: how will you know? okr kr add ana/my-own "TITLE: FROM -> TO UNIT"

    $ okr create "Other" --slug my-own
    ── stderr ──
    error: there is an objective ana/my-own already
    hint: give it another --slug
    ── exit 2 ──

    $ okr create "!!!"
    ── stderr ──
    error: no name can be made from this title
    hint: give it one with --slug: a–z, 0–9 and -
    ── exit 2 ──

    $ okr create "🎉"
    created ana/tada  🎉
    ── stderr ──
    hint: how will you know? okr kr add ana/tada "TITLE: FROM -> TO UNIT"

    $ okr create "🎉" --slug party
    created ana/party  🎉
    ── stderr ──
    hint: how will you know? okr kr add ana/party "TITLE: FROM -> TO UNIT"

    $ okr create "X" --slug "My Slug"
    ── stderr ──
    error: invalid value 'My Slug' for '--slug <SLUG>': it holds 'M'; a–z, 0–9 and - are allowed

    For more information, try '--help'.
    ── exit 2 ──

    $ okr create "  "
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──

    $ okr create ""
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──
    "#);
    assert_snapshot!(world.files("okrs/2026-Q4").join("\n"), @"
    ana/con-1.history.yaml
    ana/con-1.yaml
    ana/elargir-lequipe-sao-2.history.yaml
    ana/elargir-lequipe-sao-2.yaml
    ana/elargir-lequipe-sao.history.yaml
    ana/elargir-lequipe-sao.yaml
    ana/my-own.history.yaml
    ana/my-own.yaml
    ana/party.history.yaml
    ana/party.yaml
    ana/rang-mei-ge-ke-hu-du.history.yaml
    ana/rang-mei-ge-ke-hu-du.yaml
    ana/rang-nps-fan-bei.history.yaml
    ana/rang-nps-fan-bei.yaml
    ana/tada.history.yaml
    ana/tada.yaml
    cycle.yaml
    ");
}

#[test]
fn titles_that_yaml_would_misread_are_quoted() {
    let world = World::company();
    assert_snapshot!(world.edit(r#"create "yes: no # maybe" --kr "42: 1 -> 2" --slug a"#), @r#"
    created ana/a  yes: no # maybe
    --- (none)
    +++ 2026-Q4/ana/a.history.yaml
    @@ -0,0 +1 @@
    +- {"id": "kr2eaa8vpz", "at": "2026-11-15T12:00:02Z", "by": "ana", "event": "create"}
    --- (none)
    +++ 2026-Q4/ana/a.yaml
    @@ -0,0 +1,5 @@
    +title: "yes: no # maybe"
    +key_results:
    +  - id: kr1
    +    title: "42"
    +    metric: {from: 1, to: 2}
    "#);
    assert_snapshot!(world.edit(r#"create "- @ana's \ plan" --slug b --description "two: lines""#), @"
    ── stderr ──
    error: unexpected argument '- ' found

      tip: to pass '- ' as a value, use '-- - '

    Usage: okr create [OPTIONS] [TITLE]

    For more information, try '--help'.
    ── exit 2 ──
    ");
    assert_snapshot!(world.session(&["list --format csv"]), @"
    $ okr list --format csv
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/ana/a,yes: no # maybe,2026-Q4,ana,individual,aspirational,open,1,0,0.5,-50,off-track,,,
    ");
}
