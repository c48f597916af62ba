//! `okr export ics`.

use crate::world::World;

/// Lines joined and ended as a reader sees them.
fn read(text: &str) -> String {
    assert!(text.ends_with("\r\n") && text.split("\r\n").all(|line| line.len() <= 75));
    text.replace("\r\n ", "").replace("\r\n", "\n")
}

/// `day what`, one a line.
fn days(text: &str) -> Vec<String> {
    let text = read(text);
    let values =
        |name: &str| text.lines().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect::<Vec<_>>();
    values("DTSTART;VALUE=DATE:")
        .into_iter()
        .zip(values("SUMMARY:"))
        .map(|(day, what)| format!("{day} {what}"))
        .collect()
}

#[test]
fn check_ins_reviews_due_days_and_the_end() {
    let world = World::worked();
    world.write("okrs/2026-Q4/eng/calm.yaml", "title: Sleep, at last\nkey_results:\n  - {id: pages, title: Fewer pages, metric: {from: 12, to: 2}, due: 2026-11-30}\n");
    insta::assert_snapshot!(read(&world.out("export ics")), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//okr//okr//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    X-WR-CALNAME:OKRs of acme
    BEGIN:VEVENT
    UID:check-in.2026-Q4/acme/renewing@acme.okr
    DTSTAMP:20261115T000000Z
    DTSTART;VALUE=DATE:20261115
    DTEND;VALUE=DATE:20261116
    SUMMARY:Check in\, overdue: Make renewing the obvious choice
    DESCRIPTION:Audit passed (by 2026-10-14)\nNPS rises (by 2026-11-24)\nChurn falls (by 2026-11-24)\nUptime is kept (by 2026-11-24)\nLaunch (by 2026-11-24)\nokr checkin 2026-Q4/acme/renewing
    CATEGORIES:check-in
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:check-in.2026-Q4/eng/calm@acme.okr
    DTSTAMP:20261115T000000Z
    DTSTART;VALUE=DATE:20261115
    DTEND;VALUE=DATE:20261116
    SUMMARY:Check in\, overdue: Sleep\, at last
    DESCRIPTION:Fewer pages (by 2026-10-14)\nokr checkin 2026-Q4/eng/calm
    CATEGORIES:check-in
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:review.2026-Q4@acme.okr
    DTSTAMP:20261115T000000Z
    DTSTART;VALUE=DATE:20261116
    DTEND;VALUE=DATE:20261117
    SUMMARY:Mid-cycle review of 2026-Q4
    DESCRIPTION:There is still time to change course.\nokr review --cycle 2026-Q4
    CATEGORIES:review
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:due.2026-Q4/eng/calm.pages@acme.okr
    DTSTAMP:20261115T000000Z
    DTSTART;VALUE=DATE:20261130
    DTEND;VALUE=DATE:20261201
    SUMMARY:Due: Fewer pages
    DESCRIPTION:Sleep\, at last\nokr show 2026-Q4/eng/calm.pages
    CATEGORIES:due
    TRANSP:TRANSPARENT
    END:VEVENT
    BEGIN:VEVENT
    UID:end.2026-Q4@acme.okr
    DTSTAMP:20261115T000000Z
    DTSTART;VALUE=DATE:20261231
    DTEND;VALUE=DATE:20270101
    SUMMARY:2026-Q4 ends
    DESCRIPTION:2 objectives are to be scored or carried on.\nokr report score --cycle 2026-Q4
    CATEGORIES:end
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    "#);
    assert_eq!(world.out("export ics"), world.out("export ics"), "the same day gives the same bytes");
}

#[test]
fn a_check_in_moves_its_day_and_keeps_its_name() {
    let world = World::worked();
    let of = |text: String| days(&text).into_iter().filter(|day| day.contains("Check in")).collect::<Vec<_>>();
    assert_eq!(of(world.out("export ics")), ["20261115 Check in\\, overdue: Make renewing the obvious choice"]);
    let _ = world.okr("update renewing.audit open");
    assert_eq!(of(world.out("export ics")), ["20261124 Check in: Make renewing the obvious choice"]);
    let _ = world.okr("complete renewing --score 70");
    assert_eq!(of(world.out("export ics")), Vec::<String>::new());
}

#[test]
fn of_a_closed_cycle_only_the_end_is_kept() {
    let world = World::worked();
    let _ = world.okr("cycle close --force");
    let calendar = world.out("export ics");
    assert_eq!(days(&calendar), ["20261231 2026-Q4 ends"]);
    assert!(calendar.contains("DESCRIPTION:No objective is open."), "{calendar}");
}

#[test]
fn a_year_that_holds_quarters_is_not_reviewed_in_its_middle() {
    let world = World::worked();
    let _ = world.okr("cycle new 2026");
    assert_eq!(
        days(&world.out("export ics --all --owner mei")),
        ["20261116 Mid-cycle review of 2026-Q4", "20261231 2026 ends", "20261231 2026-Q4 ends"]
    );
}
