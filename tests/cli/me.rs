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
    ── stderr ──
    warning: this stands under the name of zoe, whom org.yaml does not know; okr org add-person zoe adds them
    "#);
}

#[test]
fn a_name_that_was_mistyped_is_said_once_and_what_was_told_is_written_all_the_same() {
    let world = World::worked();
    // By option, environment and settings; in one append, in a change of several files, and of what has an owner of that name.
    assert_snapshot!(world.session(&[
        "--me boo update renewing nps=40 churn=3",
        "--me zoe comment renewing hi",
        "--me boo set renewing weight 2",
        "--me boo set renewing weight 2",
        "--me boo update renewing.npss 41",
        "--me boo create \"Listen to everybody\" --kr \"Calls: 0 -> 9\"",
        "--me boo create \"Hear everybody\" --owner zoe --kr \"Calls: 0 -> 9 @zoe\"",
        "--me boo --quiet comment renewing again",
        "--me eng comment renewing \"a unit says nothing\"",
        "--me boo status",
    ]), @r#"
    $ okr --me boo update renewing nps=40 churn=3
    updated acme/renewing.nps  38 → 40 points (+2)  47 % of 50 % expected, at risk
    updated acme/renewing.churn  3.1 → 3.0 % (−0.1)  55 % of 50 % expected, on track
    ── stderr ──
    warning: this stands under the name of boo, whom org.yaml does not know; did you mean bo? If not, okr org add-person boo adds them

    $ okr --me zoe comment renewing hi
    commented on acme/renewing
    ── stderr ──
    warning: this stands under the name of zoe, whom org.yaml does not know; okr org add-person zoe adds them

    $ okr --me boo set renewing weight 2
    changed acme/renewing  weight: 2
    ── stderr ──
    warning: this stands under the name of boo, whom org.yaml does not know; did you mean bo? If not, okr org add-person boo adds them

    $ okr --me boo set renewing weight 2
    acme/renewing is so already; nothing was changed

    $ okr --me boo update renewing.npss 41
    ── stderr ──
    error: acme/renewing has no key result "npss"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──

    $ okr --me boo create "Listen to everybody" --kr "Calls: 0 -> 9"
    created boo/listen-everybody  Listen to everybody
    ── stderr ──
    warning: this stands under the name of boo, whom org.yaml does not know; did you mean bo? If not, okr org add-person boo adds them

    $ okr --me boo create "Hear everybody" --owner zoe --kr "Calls: 0 -> 9 @zoe"
    created zoe/hear-everybody  Hear everybody
    ── stderr ──
    warning: this stands under the name of boo, whom org.yaml does not know; did you mean bo? If not, okr org add-person boo adds them
    warning: org.yaml does not know zoe; okr org add-person zoe tells it

    $ okr --me boo --quiet comment renewing again

    $ okr --me eng comment renewing "a unit says nothing"
    commented on acme/renewing
    ── stderr ──
    warning: this stands under the name of eng, which is a unit in org.yaml; --me and $OKR_ME name a person

    $ okr --me boo status
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    boo · 1 objective, 0 % of 50 % expected: 1 off track

    behind  boo/listen-everybody  0 % of 50 %  ✗ off track  okr show boo/listen-everybody

    Next
    Nov 16  tomorrow    the middle of the cycle: review    okr report review
    Nov 28  in 13 days  a check-in of 1 key result is due  okr checkin
    Dec 31  in 46 days  the cycle ends: score              okr report score
    ── stderr ──
    warning: org.yaml does not know boo, who has objectives; okr org add-person boo tells it
    warning: org.yaml does not know zoe, who has objectives; okr org add-person zoe tells it
    "#);
    world.me(Some("meu"));
    assert_snapshot!(world.session(&["comment renewing two", "complete renewing --score 70"]), @"
    $ okr comment renewing two
    commented on acme/renewing
    ── stderr ──
    warning: this stands under the name of meu, whom org.yaml does not know; did you mean mei? If not, okr org add-person meu adds them

    $ okr complete renewing --score 70
    scored acme/renewing  70 of 100, a hard objective achieved; the figures suggest 44
    completed acme/renewing
    ── stderr ──
    warning: this stands under the name of meu, whom org.yaml does not know; did you mean mei? If not, okr org add-person meu adds them
    ");
    world.me(None).write("../home/.config/okr/config.yaml", "me: anna\n");
    assert_snapshot!(world.session(&["reopen renewing"]), @"
    $ okr reopen renewing
    reopened acme/renewing
    ── stderr ──
    warning: this stands under the name of anna, whom org.yaml does not know; did you mean ana? If not, okr org add-person anna adds them
    ");
}

#[test]
fn where_nobody_is_known_or_the_organisation_cannot_be_read_nobody_is_a_stranger() {
    let world = World::worked();
    world.write("okrs/org.yaml", "company: acme\npeople: {an: [}\n");
    assert_snapshot!(world.session(&["--me boo comment renewing one"]), @"
    $ okr --me boo comment renewing one
    commented on renewing
    ");
    world.write("okrs/org.yaml", "people:\n  ana: {name: Me}\n");
    assert_snapshot!(world.session(&["--me boo comment renewing two"]), @"
    $ okr --me boo comment renewing two
    commented on renewing
    ");
    world.write("okrs/org.yaml", "company: acme\n");
    assert_snapshot!(world.session(&["--me boo comment renewing three"]), @"
    $ okr --me boo comment renewing three
    commented on acme/renewing
    ");
    world.remove("okrs/org.yaml");
    assert_snapshot!(world.session(&["--me boo comment renewing four"]), @"
    $ okr --me boo comment renewing four
    commented on renewing
    ");
}
