//! `okr history`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn one_key_result_before_and_after() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  NOTE
    Nov 10 09:00  ana      34     38  +4      –
    Oct 20 09:00  ana      31     34  +3      first survey
    ");
    assert_snapshot!(world.width(80).okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE  STATUS              NOTE
    Nov 10 09:00  ana      34     38  +4      on track → at risk  –
    Oct 20 09:00  ana      31     34  +3      on track            first survey
    ");
    assert_snapshot!(world.width(100).okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2
    ");
    assert_snapshot!(world.width(120).okr("history renewing.nps"), @"
    NPS rises · acme/renewing.nps · 31 → 50 points

    WHEN          WHO  BEFORE  AFTER  CHANGE   PROGRESS  STATUS              CONF   NOTE          EVENT
    Nov 10 09:00  ana      34     38  +4      16 → 37 %  on track → at risk  7 → 5  –             a3
    Oct 20 09:00  ana      31     34  +3       0 → 16 %  on track            7      first survey  a2
    ");
}

#[test]
fn all_of_an_objective() {
    let world = World::team();
    assert_snapshot!(world.okr("history renewing"), @"
    Make renewing the obvious choice · acme/renewing

    WHEN          WHO  KR      BEFORE  AFTER  CHANGE    PROGRESS  STATUS              NOTE
    Nov 10 09:00  ana  launch    none   beta  reached   0 → 67 %  –                   –
    Nov 10 09:00  bo   up           –  99.45  –             50 %  –                   –
    Nov 10 09:00  bo   churn      4.2    3.1  −1.1      0 → 50 %  on track            –
    Nov 10 09:00  ana  nps         34     38  +4       16 → 37 %  on track → at risk  –
    Oct 20 09:00  ana  nps         31     34  +3        0 → 16 %  on track            first survey
    ");
    assert_snapshot!(world.okr("history portal"), @"
    Ship a renewal portal that people finish · eng/portal

    WHEN          WHO  KR      BEFORE  AFTER  CHANGE   PROGRESS  STATUS    CONF   NOTE
    Nov  8 11:00  bo   beta         0     15  +15      0 → 60 %  at risk   –      –
    Nov  7 09:00  bo   finish      52     63  +11     30 → 58 %  on track  7 → 8  guided onboarding is
                                                                                  live 🎉
    Oct 24 09:00  bo   finish      44     52  +8      10 → 30 %  on track  6 → 7  shorter form
    Oct 10 09:00  bo   finish      40     44  +4       0 → 10 %  on track  6      –
    ");
    assert_snapshot!(world.width(120).okr("history portal"), @"
    Ship a renewal portal that people finish · eng/portal

    WHEN          WHO  KR      BEFORE  AFTER  CHANGE   PROGRESS  STATUS    CONF   NOTE                          EVENT
    Nov  8 11:00  bo   beta         0     15  +15      0 → 60 %  at risk   –      –                             p7
    Nov  7 09:00  bo   finish      52     63  +11     30 → 58 %  on track  7 → 8  guided onboarding is live 🎉  p4
    Oct 24 09:00  bo   finish      44     52  +8      10 → 30 %  on track  6 → 7  shorter form                  p3
    Oct 10 09:00  bo   finish      40     44  +4       0 → 10 %  on track  6      –                             p2
    ");
    assert_snapshot!(world.width(60).okr("history xuyue"), @"
    让每个客户都愿意续约，并且主动推荐给朋友们 · ops/xuyue

    WHEN          WHO  KR       BEFORE  AFTER  CHANGE  NOTE
    Nov 12 10:05  mei  shouci        –     28  –       –
    Nov 12 10:00  mei  huifang       0     70  +70     客户反馈
                                                       很好 👍🏽
    ");
}

#[test]
fn nothing_yet() {
    let world = World::team();
    assert_snapshot!(world.okr("history tickets"), @"
    Answer every ticket within a day 👩🏽‍💻 · ana/tickets

    No check-in yet. The first one: okr update ana/tickets …
    ");
    assert_snapshot!(world.okr("history renewing.audit"), @"
    Audit passed · acme/renewing.audit · done or not

    No check-in yet. The first one: okr update acme/renewing.audit …
    ");
    assert_snapshot!(world.okr("history renewing.nsp"), @r#"
    ── stderr ──
    error: acme/renewing has no key result "nsp"
    hint: did you mean nps? It has nps, churn, up, audit and launch
    ── exit 2 ──
    "#);
}

#[test]
fn a_past_day() {
    let world = World::team();
    assert_snapshot!(world.okr("history renewing --as-of 2026-10-31"), @"
    Make renewing the obvious choice · acme/renewing

    WHEN          WHO  KR   BEFORE  AFTER  CHANGE  PROGRESS  STATUS    CONF  NOTE          EVENT
    Oct 20 09:00  ana  nps      31     34  +3      0 → 16 %  on track  7     first survey  a2
    ");
}
