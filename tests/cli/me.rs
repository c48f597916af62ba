//! Who is asking.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn an_option_goes_before_the_environment() {
    let world = World::worked();
    world.me(Some("bo"));
    assert_snapshot!(world.session(&["--me mei comment renewing one", "comment renewing two", "log renewing --format csv"]), @r#"
    $ okr --me mei comment renewing one
    commented on acme/renewing

    $ okr comment renewing two
    commented on acme/renewing

    $ okr log renewing --format csv
    at,by,ref,event,key_result,what,retracted,id
    2026-11-15T12:00:03Z,bo,2026-Q4/acme/renewing,comment,,two,false,3w0wj34vyn
    2026-11-15T12:00:02Z,mei,2026-Q4/acme/renewing,comment,,one,false,4qhqa6y8m5
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,launch,"launch 0 of 3 → beta, 2 of 3",false,a6
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,up,up 99.45 %,false,a5
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,churn,churn 4.2 → 3.1 % · on track,false,a4
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 34 → 38 points · at risk · 5/10,false,a3
    2026-10-20T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 31 → 34 points · on track · 7/10 · first survey,false,a2
    2026-10-01T09:00:00Z,ana,2026-Q4/acme/renewing,create,,,false,a1
    "#);
}

#[test]
fn the_users_settings_then_gits_address_then_the_only_person() {
    let world = World::worked();
    world.me(None).write("../home/.config/okr/config.yaml", "me: mei\n");
    assert_snapshot!(world.session(&[r#"comment renewing "by settings""#]), @r#"
    $ okr comment renewing "by settings"
    commented on acme/renewing
    "#);
    world.write("../home/.config/okr/config.yaml", "");
    world.write("../home/.gitconfig", "[user]\n  email = BO@acme.example\n");
    assert_snapshot!(world.session(&[r#"comment renewing "by git""#]), @r#"
    $ okr comment renewing "by git"
    commented on acme/renewing
    "#);
    world.write("okrs/org.yaml", "people:\n  zoe: {name: Zoe}\n");
    assert_snapshot!(world.session(&[r#"comment renewing "the only one""#, "log renewing --format csv"]), @r#"
    $ okr comment renewing "the only one"
    commented on renewing

    $ okr log renewing --format csv
    at,by,ref,event,key_result,what,retracted,id
    2026-11-15T12:00:04Z,zoe,2026-Q4/acme/renewing,comment,,the only one,false,s8j7j70dr4
    2026-11-15T12:00:03Z,bo,2026-Q4/acme/renewing,comment,,by git,false,zkcrc190sp
    2026-11-15T12:00:02Z,mei,2026-Q4/acme/renewing,comment,,by settings,false,ycyswsmnnb
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,launch,"launch 0 of 3 → beta, 2 of 3",false,a6
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,up,up 99.45 %,false,a5
    2026-11-10T09:00:00Z,bo,2026-Q4/acme/renewing,update,churn,churn 4.2 → 3.1 % · on track,false,a4
    2026-11-10T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 34 → 38 points · at risk · 5/10,false,a3
    2026-10-20T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,nps 31 → 34 points · on track · 7/10 · first survey,false,a2
    2026-10-01T09:00:00Z,ana,2026-Q4/acme/renewing,create,,,false,a1
    "#);
}

#[test]
fn when_nothing_tells_it_says_what_would() {
    let world = World::worked();
    world.me(None);
    assert_snapshot!(world.session(&["comment renewing hi"]), @"
    $ okr comment renewing hi
    ── stderr ──
    error: who are you? --me, $OKR_ME and your settings do not say
    hint: okr --me KEY …, or export OKR_ME=KEY
    hint: or set git config user.email to an address that org.yaml knows
    ── exit 2 ──
    ");
    world.write("../home/.gitconfig", "[user]\n  email = eve@acme.example\n");
    assert_snapshot!(world.session(&["comment renewing hi"]), @"
    $ okr comment renewing hi
    ── stderr ──
    error: who are you? --me, $OKR_ME and your settings do not say
    hint: okr --me KEY …, or export OKR_ME=KEY
    hint: or put your address in org.yaml: okr org add-person KEY --email eve@acme.example
    ── exit 2 ──
    ");
}

#[test]
fn a_bad_key_is_refused_and_an_unknown_person_is_let_in() {
    let world = World::worked();
    assert_snapshot!(world.session(&[r#"--me "Ana Lima" comment renewing hi"#, "--me zoe comment renewing hi"]), @r#"
    $ okr --me "Ana Lima" comment renewing hi
    ── stderr ──
    error: "Ana Lima" is no person: it holds 'A'; a–z, 0–9 and - are allowed
    ── exit 2 ──

    $ okr --me zoe comment renewing hi
    commented on acme/renewing
    "#);
}
