//! OKR115: key results of an open objective have had no check-in for too long.

use crate::check::{Example, Look, Rule, Severity, Sight, Sink, Spot};
use crate::language::say;
use crate::model::Step;

pub const RULE: Rule = Rule {
    code: "OKR115",
    name: "stale-check-in",
    severity: Severity::Advice,
    what: "Key results of an open objective have had no check-in for too long.",
    why: "Goals die in silence. A check-in takes a minute, also if it only says that nothing moved: okr update REF.KR --note TEXT. The number of days is the setting stale_after.",
    bad: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-10-05T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 32}
"#,
        ),
    ]),
    good: Example::Files(&[
        (
            "2026-Q4/acme/renewing.yaml",
            "\
title: Make renewing the obvious choice
key_results:
  - {id: nps, title: NPS rises, metric: {from: 31, to: 50, unit: points}}
",
        ),
        (
            "2026-Q4/acme/renewing.history.yaml",
            r#"- {"id": "a1", "at": "2026-11-10T09:00:00Z", "by": "ana", "event": "update", "kr": "nps", "value": 36}
"#,
        ),
    ]),
    look: Look::LivingFigures(look),
};

fn look(sight: &Sight, sink: &mut Sink) {
    let key_results = sight.figures.key_results.iter();
    let stale: Vec<(&str, i64)> = key_results.filter_map(|kr| Some((kr.id.as_str(), kr.stale?))).collect();
    let Some((first, days)) = stale.iter().max_by_key(|(_, days)| *days) else { return };
    let names: Vec<&str> = stale.iter().map(|(id, _)| *id).collect();
    let key_results = names.join(say!(in "key results", ", "));
    let message = say!("no check-in for up to {days} days: {key_results}", days, key_results);
    let key_result = format!("{}.{first}", sight.figures.reference.in_cycle());
    let help = say!("okr update {key_result} VALUE, or --note TEXT alone", key_result);
    sink.add(Spot::objective(&sight.figures.reference, [Step::key("key_results")]), message, help);
}
