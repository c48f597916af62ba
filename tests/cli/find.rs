//! `okr find`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn every_word_must_occur_in_an_objective_and_every_place_is_shown() {
    let world = World::team();
    assert_snapshot!(world.width(80).okr("find nps SURVEY"), @"
    “nps” “SURVEY” · 1 objective · 2 places

    OBJECTIVE      WHERE     KR   WHEN          WHO  TEXT
    acme/renewing  title     nps                     NPS rises
                   check-in  nps  Oct 20 09:00  ana  first survey
    ");
    assert_snapshot!(world.okr("find '续约'"), @"
    “续约” · 1 objective · 1 place

    OBJECTIVE  WHERE  TEXT
    ops/xuyue  title  让每个客户都愿意续约，并且主动推荐给朋友们
    ");
    assert_snapshot!(world.okr("find 'first survey' churn"), @"
    “first survey” “churn” · 1 objective · 2 places

    OBJECTIVE      WHERE     KR     WHEN          WHO  TEXT
    acme/renewing  title     churn                     Churn falls
                   check-in  nps    Oct 20 09:00  ana  first survey
    ");
    assert_snapshot!(world.okr("find nps zebra"), @"
    “nps” “zebra” · 0 objectives · 0 places

    Nobody wrote that here.
    ");
}

#[test]
fn all_cycles_are_searched_unless_one_is_named() {
    let world = World::team();
    let _ = world.okr("cycle new 2026-Q3");
    let _ = world.okr("--cycle 2026-Q3 create 'Keep the share' --owner acme --description 'A long story. The market share of small teams, which is told\nin more lines than one, and goes on and on until nobody reads it any more; the share is what counts, in the end, and so it goes.'");
    assert_snapshot!(world.okr("find share"), @"
    “share” · 3 objectives · 4 places

    OBJECTIVE                WHERE        KR      TEXT
    eng/portal               title        finish  Share of started renewals that are finished without a
                                                  call to support
    2026-Q3/acme/keep-share  title                Keep the share
                             description          A long story. The market share of small teams, which
                                                  is told in more lines than one, and goes on and on
                                                  until nobody reads it any more; the share…
    2026/acme/leader         title        share   Market share
    ");
    assert_snapshot!(world.okr("--cycle 2026-Q3 find share"), @"
    “share” · 1 objective · 2 places

    OBJECTIVE        WHERE        TEXT
    acme/keep-share  title        Keep the share
                     description  A long story. The market share of small teams, which is told in more
                                  lines than one, and goes on and on until nobody reads it any more; the
                                  share…
    ");
    assert_snapshot!(world.okr("find share --owner ana"), @"
    “share” · 0 objectives · 0 places

    Nobody wrote that here.
    ");
}

#[test]
fn what_was_taken_back_or_not_yet_written_is_not_found() {
    let world = World::worked();
    let _ = world.okr("comment renewing 'a zebra'");
    assert_eq!(world.out("find zebra").lines().count(), 4);
    assert_eq!(world.out("find zebra --as-of 2026-11-14").lines().count(), 3);
    let event = world.out("log -n 1 --format csv").lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    let _ = world.okr(&format!("retract renewing {event}"));
    assert_eq!(world.out("find zebra").lines().count(), 3);
}

#[test]
fn machines_get_whole_texts() {
    let world = World::worked();
    assert_snapshot!(world.okr("find survey --format csv"), @"
    ref,place,key_result,at,by,text
    2026-Q4/acme/renewing,check-in,nps,2026-10-20T09:00:00Z,ana,first survey
    ");
    assert_snapshot!(world.okr("find survey --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "words": [
        "survey"
      ],
      "objectives": [
        {
          "ref": "2026-Q4/acme/renewing",
          "cycle": "2026-Q4",
          "owner": "acme",
          "title": "Make renewing the obvious choice",
          "state": "open",
          "places": [
            {
              "place": "update",
              "key_result": "nps",
              "at": "2026-10-20T09:00:00Z",
              "by": "ana",
              "text": "first survey"
            }
          ]
        }
      ]
    }
    "#);
    assert_snapshot!(world.okr("find ' '"), @"
    ── stderr ──
    error: there is no word to look for
    ── exit 2 ──
    ");
}
