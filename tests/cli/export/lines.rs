//! `okr export jsonl`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::world::World;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_says_first_what_it_is() {
    let world = World::worked();
    let _ = world.okr("align renewing --none");
    insta::assert_snapshot!(world.okr("export jsonl"), @r#"
{"type":"cycle","cycle":"2026-Q4","first_day":"2026-10-01","last_day":"2026-12-31","days":92}
{"type":"owner","owner":"acme","name":"Acme Inc.","what":"unit","level":"company"}
{"type":"owner","owner":"ana","name":"Ana Lima","what":"person","level":"individual","parent":"eng","email":"ana@acme.example"}
{"type":"owner","owner":"bo","name":"Bo Chen","what":"person","level":"individual","parent":"eng","email":"bo@acme.example"}
{"type":"owner","owner":"eng","name":"Engineering","what":"unit","level":"department","parent":"acme","lead":"ana"}
{"type":"owner","owner":"mei","name":"梅兰","what":"person","level":"individual","parent":"ops","email":"mei@acme.example"}
{"type":"owner","owner":"ops","name":"客户成功部","what":"unit","level":"department","parent":"acme","lead":"mei"}
{"type":"objective","objective":"2026-Q4/acme/renewing","cycle":"2026-Q4","owner":"acme","slug":"renewing","title":"Make renewing the obvious choice","description":"Renewals pay for everything else.","kind":"aspirational","level":"company","unit":"acme","weight":1,"state":"open"}
{"type":"key_result","key_result":"2026-Q4/acme/renewing.nps","objective":"2026-Q4/acme/renewing","id":"nps","position":1,"title":"NPS rises","owner":"acme","weight":2,"due":"2026-12-31","metric":"change","unit":"points","baseline":31,"target":50}
{"type":"key_result","key_result":"2026-Q4/acme/renewing.churn","objective":"2026-Q4/acme/renewing","id":"churn","position":2,"title":"Churn falls","owner":"acme","weight":1,"due":"2026-12-31","metric":"change","unit":"%","baseline":4.2,"target":2}
{"type":"key_result","key_result":"2026-Q4/acme/renewing.up","objective":"2026-Q4/acme/renewing","id":"up","position":3,"title":"Uptime is kept","owner":"acme","weight":1,"due":"2026-12-31","metric":"keep","unit":"%","at_least":99.9,"worst":99}
{"type":"key_result","key_result":"2026-Q4/acme/renewing.audit","objective":"2026-Q4/acme/renewing","id":"audit","position":4,"title":"Audit passed","owner":"acme","weight":1,"due":"2026-12-31","metric":"done"}
{"type":"key_result","key_result":"2026-Q4/acme/renewing.launch","objective":"2026-Q4/acme/renewing","id":"launch","position":5,"title":"Launch","owner":"acme","weight":1,"due":"2026-12-31","metric":"milestones"}
{"type":"milestone","key_result":"2026-Q4/acme/renewing.launch","position":1,"name":"design","weight":1}
{"type":"milestone","key_result":"2026-Q4/acme/renewing.launch","position":2,"name":"beta","weight":1}
{"type":"milestone","key_result":"2026-Q4/acme/renewing.launch","position":3,"name":"launch","weight":1}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a1","happened_at":"2026-10-01T09:00:00Z","day":"2026-10-01","author":"ana","what":"create","retracted":false}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a2","happened_at":"2026-10-20T09:00:00Z","day":"2026-10-20","author":"ana","what":"update","retracted":false,"key_result":"2026-Q4/acme/renewing.nps","value":"34","number":34,"progress":0.157895,"status":"on-track","confidence":7,"text":"first survey"}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a3","happened_at":"2026-11-10T09:00:00Z","day":"2026-11-10","author":"ana","what":"update","retracted":false,"key_result":"2026-Q4/acme/renewing.nps","value":"38","number":38,"progress":0.368421,"status":"at-risk","confidence":5}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a4","happened_at":"2026-11-10T09:00:00Z","day":"2026-11-10","author":"bo","what":"update","retracted":false,"key_result":"2026-Q4/acme/renewing.churn","value":"3.1","number":3.1,"progress":0.5,"status":"on-track"}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a5","happened_at":"2026-11-10T09:00:00Z","day":"2026-11-10","author":"bo","what":"update","retracted":false,"key_result":"2026-Q4/acme/renewing.up","value":"99.45","number":99.45,"progress":0.5}
{"type":"event","objective":"2026-Q4/acme/renewing","event":"a6","happened_at":"2026-11-10T09:00:00Z","day":"2026-11-10","author":"ana","what":"update","retracted":false,"key_result":"2026-Q4/acme/renewing.launch","value":"beta","progress":0.666667}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","progress":0.400585,"expected":0.583333,"gap_to_plan":-18.2749,"pace":"off-track","status":"at-risk","confidence":5,"missing":0,"updated_at":"2026-11-10T09:00:00Z"}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","key_result":"2026-Q4/acme/renewing.nps","value":"38","number":38,"progress":0.368421,"expected":0.5,"gap":12,"gap_to_plan":-13.1579,"pace":"off-track","status":"at-risk","confidence":5,"check_ins":2,"updated_at":"2026-11-10T09:00:00Z","updated_by":"ana"}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","key_result":"2026-Q4/acme/renewing.churn","value":"3.1","number":3.1,"progress":0.5,"expected":0.5,"gap":-1.1,"gap_to_plan":0,"pace":"on-track","status":"on-track","check_ins":1,"updated_at":"2026-11-10T09:00:00Z","updated_by":"bo"}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","key_result":"2026-Q4/acme/renewing.up","value":"99.45","number":99.45,"progress":0.5,"expected":1,"gap":0.45,"gap_to_plan":-50,"pace":"off-track","check_ins":1,"updated_at":"2026-11-10T09:00:00Z","updated_by":"bo"}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","key_result":"2026-Q4/acme/renewing.audit","value":"open","progress":0,"expected":0.5,"gap_to_plan":-50,"pace":"off-track","check_ins":0,"stale_days":46}
{"type":"figures","as_of":"2026-11-15","objective":"2026-Q4/acme/renewing","key_result":"2026-Q4/acme/renewing.launch","value":"beta","progress":0.666667,"expected":0.5,"gap":1,"gap_to_plan":16.6667,"pace":"on-track","check_ins":1,"updated_at":"2026-11-10T09:00:00Z","updated_by":"ana"}
"#);
}

/// What is referred to stands further above.
#[test]
fn every_reference_is_to_a_line_that_came_before() {
    let world = World::team();
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let keys = ["cycle", "owner", "objective", "key_result"];
    let text = world.out("export jsonl --all");
    let mut kinds = BTreeMap::new();
    for line in lines(&text) {
        let kind = line["type"].as_str().unwrap();
        *kinds.entry(kind.to_owned()).or_insert(0) += 1;
        if let Some(own) = keys.iter().find(|key| **key == kind) {
            known.entry(own).or_default().insert(line[own].as_str().unwrap().to_owned());
        }
        for key in keys.iter().filter(|key| **key != kind || kind == "cycle") {
            if let Some(name) = line[*key].as_str() {
                assert!(known[key].contains(name), "{line}");
            }
        }
    }
    insta::assert_debug_snapshot!(kinds, @r#"
{
    "alignment": 6,
    "cycle": 2,
    "event": 19,
    "figures": 19,
    "initiative": 2,
    "key_result": 13,
    "milestone": 3,
    "objective": 6,
    "owner": 6,
    "tag": 2,
}
"#);
}
