//! Every reading command in every format, on one small store.

use insta::assert_snapshot;
use serde_json::Value;

use crate::stores::READING;
use crate::world::World;

/// One objective with two key results, so that a whole document is still read.
fn small() -> World {
    let world = World::company();
    world.write(
        "okrs/2026-Q4/acme/renewing.yaml",
        "title: Make renewing obvious | 续约\ntags: [retention]\nkey_results:\n  - id: nps\n    title: NPS rises\n    \
         metric: {from: 31, to: 50, unit: points}\n  - id: audit\n    title: \"Audit, passed\"\n    metric: done\n",
    );
    world.write(
        "okrs/2026-Q4/acme/renewing.history.yaml",
        "- {\"id\": \"a2\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 38, \"status\": \"at-risk\", \"confidence\": 5, \"note\": \"first, \\\"survey\\\"\"}\n",
    );
    world
}

#[test]
fn list_as_json() {
    assert_snapshot!(small().okr("list --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "objectives": [
        {
          "ref": "2026-Q4/acme/renewing",
          "cycle": "2026-Q4",
          "owner": "acme",
          "owner_name": "Acme Inc.",
          "unit": "acme",
          "level": "company",
          "title": "Make renewing obvious | 续约",
          "description": null,
          "kind": "aspirational",
          "tags": [
            "retention"
          ],
          "weight": 1,
          "state": "open",
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "status": "at-risk",
          "disagrees": true,
          "confidence": 5,
          "score": null,
          "missing": 0,
          "aligns_to": [],
          "updated_at": "2026-10-20T09:00:00Z",
          "key_results": [
            {
              "ref": "2026-Q4/acme/renewing.nps",
              "id": "nps",
              "title": "NPS rises",
              "metric": {
                "type": "change",
                "from": 31,
                "to": 50,
                "unit": "points"
              },
              "owner": "acme",
              "weight": 1,
              "due": "2026-12-31",
              "value": 38,
              "progress": 0.368421,
              "expected": 0.5,
              "gap": 12,
              "gap_to_plan": -13.1579,
              "pace": "off-track",
              "status": "at-risk",
              "disagrees": true,
              "confidence": 5,
              "score": null,
              "note": "first, \"survey\"",
              "updated_at": "2026-10-20T09:00:00Z",
              "updated_by": "ana",
              "check_ins": 1,
              "stale_days": 26,
              "initiatives": []
            },
            {
              "ref": "2026-Q4/acme/renewing.audit",
              "id": "audit",
              "title": "Audit, passed",
              "metric": {
                "type": "done"
              },
              "owner": "acme",
              "weight": 1,
              "due": "2026-12-31",
              "value": false,
              "progress": 0.0,
              "expected": 0.5,
              "gap": null,
              "gap_to_plan": -50.0,
              "pace": "off-track",
              "status": null,
              "disagrees": false,
              "confidence": null,
              "score": null,
              "note": null,
              "updated_at": null,
              "updated_by": null,
              "check_ins": 0,
              "stale_days": 46,
              "initiatives": []
            }
          ]
        }
      ],
      "of": 1
    }
    "#);
}

#[test]
fn show_renewing_as_json() {
    assert_snapshot!(small().okr("show renewing --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "ref": "2026-Q4/acme/renewing",
      "cycle": "2026-Q4",
      "owner": "acme",
      "owner_name": "Acme Inc.",
      "unit": "acme",
      "level": "company",
      "title": "Make renewing obvious | 续约",
      "description": null,
      "kind": "aspirational",
      "tags": [
        "retention"
      ],
      "weight": 1,
      "state": "open",
      "progress": 0.184211,
      "expected": 0.5,
      "gap_to_plan": -31.5789,
      "pace": "off-track",
      "status": "at-risk",
      "disagrees": true,
      "confidence": 5,
      "score": null,
      "missing": 0,
      "aligns_to": [],
      "updated_at": "2026-10-20T09:00:00Z",
      "key_results": [
        {
          "ref": "2026-Q4/acme/renewing.nps",
          "id": "nps",
          "title": "NPS rises",
          "metric": {
            "type": "change",
            "from": 31,
            "to": 50,
            "unit": "points"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": 38,
          "progress": 0.368421,
          "expected": 0.5,
          "gap": 12,
          "gap_to_plan": -13.1579,
          "pace": "off-track",
          "status": "at-risk",
          "disagrees": true,
          "confidence": 5,
          "score": null,
          "note": "first, \"survey\"",
          "updated_at": "2026-10-20T09:00:00Z",
          "updated_by": "ana",
          "check_ins": 1,
          "stale_days": 26,
          "initiatives": []
        },
        {
          "ref": "2026-Q4/acme/renewing.audit",
          "id": "audit",
          "title": "Audit, passed",
          "metric": {
            "type": "done"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": false,
          "progress": 0.0,
          "expected": 0.5,
          "gap": null,
          "gap_to_plan": -50.0,
          "pace": "off-track",
          "status": null,
          "disagrees": false,
          "confidence": null,
          "score": null,
          "note": null,
          "updated_at": null,
          "updated_by": null,
          "check_ins": 0,
          "stale_days": 46,
          "initiatives": []
        }
      ],
      "serves": [],
      "served_by": [],
      "recent": [
        {
          "id": "a2",
          "at": "2026-10-20T09:00:00Z",
          "by": "ana",
          "ref": "2026-Q4/acme/renewing",
          "key_result": "nps",
          "event": "update",
          "retracted": false,
          "before": 31,
          "after": 38,
          "change": 7,
          "status": "at-risk",
          "confidence": 5,
          "text": "first, \"survey\""
        }
      ]
    }
    "#);
}

#[test]
fn show_renewing_nps_as_json() {
    assert_snapshot!(small().okr("show renewing.nps --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "ref": "2026-Q4/acme/renewing",
      "cycle": "2026-Q4",
      "owner": "acme",
      "owner_name": "Acme Inc.",
      "unit": "acme",
      "level": "company",
      "title": "Make renewing obvious | 续约",
      "description": null,
      "kind": "aspirational",
      "tags": [
        "retention"
      ],
      "weight": 1,
      "state": "open",
      "progress": 0.184211,
      "expected": 0.5,
      "gap_to_plan": -31.5789,
      "pace": "off-track",
      "status": "at-risk",
      "disagrees": true,
      "confidence": 5,
      "score": null,
      "missing": 0,
      "aligns_to": [],
      "updated_at": "2026-10-20T09:00:00Z",
      "key_results": [
        {
          "ref": "2026-Q4/acme/renewing.nps",
          "id": "nps",
          "title": "NPS rises",
          "metric": {
            "type": "change",
            "from": 31,
            "to": 50,
            "unit": "points"
          },
          "owner": "acme",
          "weight": 1,
          "due": "2026-12-31",
          "value": 38,
          "progress": 0.368421,
          "expected": 0.5,
          "gap": 12,
          "gap_to_plan": -13.1579,
          "pace": "off-track",
          "status": "at-risk",
          "disagrees": true,
          "confidence": 5,
          "score": null,
          "note": "first, \"survey\"",
          "updated_at": "2026-10-20T09:00:00Z",
          "updated_by": "ana",
          "check_ins": 1,
          "stale_days": 26,
          "initiatives": []
        }
      ],
      "serves": [],
      "served_by": [],
      "recent": [
        {
          "id": "a2",
          "at": "2026-10-20T09:00:00Z",
          "by": "ana",
          "ref": "2026-Q4/acme/renewing",
          "key_result": "nps",
          "event": "update",
          "retracted": false,
          "before": 31,
          "after": 38,
          "change": 7,
          "status": "at-risk",
          "confidence": 5,
          "text": "first, \"survey\""
        }
      ]
    }
    "#);
}

#[test]
fn tree_as_json() {
    assert_snapshot!(small().okr("tree --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "roots": [
        {
          "node": "group",
          "total": {
            "key": "acme",
            "name": "Acme Inc.",
            "objectives": 1,
            "progress": 0.184211,
            "expected": 0.5,
            "gap_to_plan": -31.5789,
            "pace": "off-track",
            "missing": 0,
            "by_pace": {
              "off_track": 1,
              "at_risk": 0,
              "on_track": 0,
              "done": 0,
              "too_early": 0
            }
          },
          "children": [
            {
              "node": "objective",
              "ref": "2026-Q4/acme/renewing",
              "cycle": "2026-Q4",
              "owner": "acme",
              "owner_name": "Acme Inc.",
              "unit": "acme",
              "level": "company",
              "title": "Make renewing obvious | 续约",
              "description": null,
              "kind": "aspirational",
              "tags": [
                "retention"
              ],
              "weight": 1,
              "state": "open",
              "progress": 0.184211,
              "expected": 0.5,
              "gap_to_plan": -31.5789,
              "pace": "off-track",
              "status": "at-risk",
              "disagrees": true,
              "confidence": 5,
              "score": null,
              "missing": 0,
              "aligns_to": [],
              "updated_at": "2026-10-20T09:00:00Z",
              "key_results": [],
              "children": [
                {
                  "node": "key-result",
                  "ref": "2026-Q4/acme/renewing.nps",
                  "id": "nps",
                  "title": "NPS rises",
                  "metric": {
                    "type": "change",
                    "from": 31,
                    "to": 50,
                    "unit": "points"
                  },
                  "owner": "acme",
                  "weight": 1,
                  "due": "2026-12-31",
                  "value": 38,
                  "progress": 0.368421,
                  "expected": 0.5,
                  "gap": 12,
                  "gap_to_plan": -13.1579,
                  "pace": "off-track",
                  "status": "at-risk",
                  "disagrees": true,
                  "confidence": 5,
                  "score": null,
                  "note": "first, \"survey\"",
                  "updated_at": "2026-10-20T09:00:00Z",
                  "updated_by": "ana",
                  "check_ins": 1,
                  "stale_days": 26,
                  "initiatives": [],
                  "children": []
                },
                {
                  "node": "key-result",
                  "ref": "2026-Q4/acme/renewing.audit",
                  "id": "audit",
                  "title": "Audit, passed",
                  "metric": {
                    "type": "done"
                  },
                  "owner": "acme",
                  "weight": 1,
                  "due": "2026-12-31",
                  "value": false,
                  "progress": 0.0,
                  "expected": 0.5,
                  "gap": null,
                  "gap_to_plan": -50.0,
                  "pace": "off-track",
                  "status": null,
                  "disagrees": false,
                  "confidence": null,
                  "score": null,
                  "note": null,
                  "updated_at": null,
                  "updated_by": null,
                  "check_ins": 0,
                  "stale_days": 46,
                  "initiatives": [],
                  "children": []
                }
              ]
            }
          ]
        }
      ],
      "objectives": 1,
      "of": 1
    }
    "#);
}

#[test]
fn history_renewing_as_json() {
    assert_snapshot!(small().okr("history renewing --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "ref": "2026-Q4/acme/renewing",
      "title": "Make renewing obvious | 续约",
      "updates": [
        {
          "id": "a2",
          "at": "2026-10-20T09:00:00Z",
          "by": "ana",
          "key_result": "nps",
          "before": 31,
          "after": 38,
          "change": 7,
          "improved": true,
          "progress_before": 0.0,
          "progress_after": 0.368421,
          "status_before": null,
          "status": "at-risk",
          "confidence_before": null,
          "confidence": 5,
          "note": "first, \"survey\""
        }
      ]
    }
    "#);
}

#[test]
fn log_as_json() {
    assert_snapshot!(small().okr("log --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "events": [
        {
          "id": "a2",
          "at": "2026-10-20T09:00:00Z",
          "by": "ana",
          "ref": "2026-Q4/acme/renewing",
          "key_result": "nps",
          "event": "update",
          "retracted": false,
          "before": 31,
          "after": 38,
          "change": 7,
          "status": "at-risk",
          "confidence": 5,
          "text": "first, \"survey\""
        }
      ],
      "of": 1
    }
    "#);
}

#[test]
fn cycle_list_as_json() {
    assert_snapshot!(small().okr("cycle list --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycles": [
        {
          "id": "2026-Q4",
          "title": null,
          "start": "2026-10-01",
          "end": "2026-12-31",
          "closed": null,
          "days": 92,
          "day": 46,
          "elapsed": 0.5,
          "current": true,
          "total": {
            "key": "2026-Q4",
            "name": "2026-Q4",
            "objectives": 1,
            "progress": 0.184211,
            "expected": 0.5,
            "gap_to_plan": -31.5789,
            "pace": "off-track",
            "missing": 0,
            "by_pace": {
              "off_track": 1,
              "at_risk": 0,
              "on_track": 0,
              "done": 0,
              "too_early": 0
            }
          }
        }
      ]
    }
    "#);
}

#[test]
fn cycle_show_as_json() {
    assert_snapshot!(small().okr("cycle show --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "days_left": 46,
      "total": {
        "key": "2026-Q4",
        "name": "2026-Q4",
        "objectives": 1,
        "progress": 0.184211,
        "expected": 0.5,
        "gap_to_plan": -31.5789,
        "pace": "off-track",
        "missing": 0,
        "by_pace": {
          "off_track": 1,
          "at_risk": 0,
          "on_track": 0,
          "done": 0,
          "too_early": 0
        }
      },
      "levels": [
        {
          "key": "company",
          "name": "company",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          }
        }
      ],
      "key_results": {
        "all": 2,
        "off_track": 2,
        "at_risk": 0,
        "on_track": 0,
        "done": 0,
        "too_early": 0,
        "missing": 0,
        "stale": 2,
        "check_ins": 1
      }
    }
    "#);
}

#[test]
fn org_show_as_json() {
    assert_snapshot!(small().okr("org show --format json"), @r#"
    {
      "version": 1,
      "roots": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "level": "company",
          "lead": null,
          "email": null,
          "below": [
            {
              "key": "eng",
              "name": "Engineering",
              "level": "department",
              "lead": "ana",
              "email": null,
              "below": [
                {
                  "key": "ana",
                  "name": "Ana Lima",
                  "level": "individual",
                  "lead": null,
                  "email": "ana@acme.example",
                  "below": []
                },
                {
                  "key": "bo",
                  "name": "Bo Chen",
                  "level": "individual",
                  "lead": null,
                  "email": "bo@acme.example",
                  "below": []
                }
              ]
            },
            {
              "key": "ops",
              "name": "客户成功部",
              "level": "department",
              "lead": "mei",
              "email": null,
              "below": [
                {
                  "key": "mei",
                  "name": "梅兰",
                  "level": "individual",
                  "lead": null,
                  "email": "mei@acme.example",
                  "below": []
                }
              ]
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn report_gap_as_json() {
    assert_snapshot!(small().okr("report gap --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "groups": [
        {
          "key": null,
          "name": null,
          "total": {
            "key": "",
            "name": "",
            "objectives": 1,
            "progress": 0.184211,
            "expected": 0.5,
            "gap_to_plan": -31.5789,
            "pace": "off-track",
            "missing": 0,
            "by_pace": {
              "off_track": 1,
              "at_risk": 0,
              "on_track": 0,
              "done": 0,
              "too_early": 0
            }
          },
          "objectives": [
            {
              "ref": "2026-Q4/acme/renewing",
              "cycle": "2026-Q4",
              "owner": "acme",
              "owner_name": "Acme Inc.",
              "unit": "acme",
              "level": "company",
              "title": "Make renewing obvious | 续约",
              "description": null,
              "kind": "aspirational",
              "tags": [
                "retention"
              ],
              "weight": 1,
              "state": "open",
              "progress": 0.184211,
              "expected": 0.5,
              "gap_to_plan": -31.5789,
              "pace": "off-track",
              "status": "at-risk",
              "disagrees": true,
              "confidence": 5,
              "score": null,
              "missing": 0,
              "aligns_to": [],
              "updated_at": "2026-10-20T09:00:00Z",
              "key_results": [
                {
                  "ref": "2026-Q4/acme/renewing.nps",
                  "id": "nps",
                  "title": "NPS rises",
                  "metric": {
                    "type": "change",
                    "from": 31,
                    "to": 50,
                    "unit": "points"
                  },
                  "owner": "acme",
                  "weight": 1,
                  "due": "2026-12-31",
                  "value": 38,
                  "progress": 0.368421,
                  "expected": 0.5,
                  "gap": 12,
                  "gap_to_plan": -13.1579,
                  "pace": "off-track",
                  "status": "at-risk",
                  "disagrees": true,
                  "confidence": 5,
                  "score": null,
                  "note": "first, \"survey\"",
                  "updated_at": "2026-10-20T09:00:00Z",
                  "updated_by": "ana",
                  "check_ins": 1,
                  "stale_days": 26,
                  "initiatives": []
                },
                {
                  "ref": "2026-Q4/acme/renewing.audit",
                  "id": "audit",
                  "title": "Audit, passed",
                  "metric": {
                    "type": "done"
                  },
                  "owner": "acme",
                  "weight": 1,
                  "due": "2026-12-31",
                  "value": false,
                  "progress": 0.0,
                  "expected": 0.5,
                  "gap": null,
                  "gap_to_plan": -50.0,
                  "pace": "off-track",
                  "status": null,
                  "disagrees": false,
                  "confidence": null,
                  "score": null,
                  "note": null,
                  "updated_at": null,
                  "updated_by": null,
                  "check_ins": 0,
                  "stale_days": 46,
                  "initiatives": []
                }
              ]
            }
          ]
        }
      ],
      "total": {
        "key": "2026-Q4",
        "name": "2026-Q4",
        "objectives": 1,
        "progress": 0.184211,
        "expected": 0.5,
        "gap_to_plan": -31.5789,
        "pace": "off-track",
        "missing": 0,
        "by_pace": {
          "off_track": 1,
          "at_risk": 0,
          "on_track": 0,
          "done": 0,
          "too_early": 0
        }
      },
      "levels": [
        {
          "key": "company",
          "name": "company",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          }
        }
      ],
      "units": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          }
        }
      ],
      "owners": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          }
        }
      ],
      "behind": 2,
      "measured": 2,
      "missing": 0
    }
    "#);
}

#[test]
fn report_progress_as_json() {
    assert_snapshot!(small().okr("report progress --format json"), @r#"
    {
      "version": 1,
      "as_of": "2026-11-15",
      "since": "2026-11-08",
      "cycle": {
        "id": "2026-Q4",
        "title": null,
        "start": "2026-10-01",
        "end": "2026-12-31",
        "closed": null,
        "days": 92,
        "day": 46,
        "elapsed": 0.5
      },
      "total": {
        "key": "2026-Q4",
        "name": "all",
        "objectives": 1,
        "progress": 0.184211,
        "expected": 0.5,
        "gap_to_plan": -31.5789,
        "pace": "off-track",
        "missing": 0,
        "by_pace": {
          "off_track": 1,
          "at_risk": 0,
          "on_track": 0,
          "done": 0,
          "too_early": 0
        },
        "before": 0.184211,
        "change": 0.0,
        "trend": "losing"
      },
      "levels": [
        {
          "key": "company",
          "name": "company",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          },
          "before": 0.184211,
          "change": 0.0,
          "trend": "losing"
        }
      ],
      "units": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          },
          "before": 0.184211,
          "change": 0.0,
          "trend": "losing"
        }
      ],
      "owners": [
        {
          "key": "acme",
          "name": "Acme Inc.",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          },
          "before": 0.184211,
          "change": 0.0,
          "trend": "losing"
        }
      ],
      "objectives": [
        {
          "key": "acme/renewing",
          "name": "Make renewing obvious | 续约",
          "objectives": 1,
          "progress": 0.184211,
          "expected": 0.5,
          "gap_to_plan": -31.5789,
          "pace": "off-track",
          "missing": 0,
          "by_pace": {
            "off_track": 1,
            "at_risk": 0,
            "on_track": 0,
            "done": 0,
            "too_early": 0
          },
          "ref": "2026-Q4/acme/renewing",
          "owner": "acme",
          "before": 0.184211,
          "change": 0.0,
          "trend": "losing"
        }
      ]
    }
    "#);
}

#[test]
fn list_as_yaml() {
    assert_snapshot!(small().okr("list --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    objectives:
    - ref: 2026-Q4/acme/renewing
      cycle: 2026-Q4
      owner: acme
      owner_name: Acme Inc.
      unit: acme
      level: company
      title: Make renewing obvious | 续约
      description: null
      kind: aspirational
      tags:
      - retention
      weight: 1
      state: open
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      status: at-risk
      disagrees: true
      confidence: 5
      score: null
      missing: 0
      aligns_to: []
      updated_at: 2026-10-20T09:00:00Z
      key_results:
      - ref: 2026-Q4/acme/renewing.nps
        id: nps
        title: NPS rises
        metric:
          type: change
          from: 31
          to: 50
          unit: points
        owner: acme
        weight: 1
        due: 2026-12-31
        value: 38
        progress: 0.368421
        expected: 0.5
        gap: 12
        gap_to_plan: -13.1579
        pace: off-track
        status: at-risk
        disagrees: true
        confidence: 5
        score: null
        note: first, "survey"
        updated_at: 2026-10-20T09:00:00Z
        updated_by: ana
        check_ins: 1
        stale_days: 26
        initiatives: []
      - ref: 2026-Q4/acme/renewing.audit
        id: audit
        title: Audit, passed
        metric:
          type: done
        owner: acme
        weight: 1
        due: 2026-12-31
        value: false
        progress: 0.0
        expected: 0.5
        gap: null
        gap_to_plan: -50.0
        pace: off-track
        status: null
        disagrees: false
        confidence: null
        score: null
        note: null
        updated_at: null
        updated_by: null
        check_ins: 0
        stale_days: 46
        initiatives: []
    of: 1
    "#);
}

#[test]
fn show_renewing_as_yaml() {
    assert_snapshot!(small().okr("show renewing --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    ref: 2026-Q4/acme/renewing
    cycle: 2026-Q4
    owner: acme
    owner_name: Acme Inc.
    unit: acme
    level: company
    title: Make renewing obvious | 续约
    description: null
    kind: aspirational
    tags:
    - retention
    weight: 1
    state: open
    progress: 0.184211
    expected: 0.5
    gap_to_plan: -31.5789
    pace: off-track
    status: at-risk
    disagrees: true
    confidence: 5
    score: null
    missing: 0
    aligns_to: []
    updated_at: 2026-10-20T09:00:00Z
    key_results:
    - ref: 2026-Q4/acme/renewing.nps
      id: nps
      title: NPS rises
      metric:
        type: change
        from: 31
        to: 50
        unit: points
      owner: acme
      weight: 1
      due: 2026-12-31
      value: 38
      progress: 0.368421
      expected: 0.5
      gap: 12
      gap_to_plan: -13.1579
      pace: off-track
      status: at-risk
      disagrees: true
      confidence: 5
      score: null
      note: first, "survey"
      updated_at: 2026-10-20T09:00:00Z
      updated_by: ana
      check_ins: 1
      stale_days: 26
      initiatives: []
    - ref: 2026-Q4/acme/renewing.audit
      id: audit
      title: Audit, passed
      metric:
        type: done
      owner: acme
      weight: 1
      due: 2026-12-31
      value: false
      progress: 0.0
      expected: 0.5
      gap: null
      gap_to_plan: -50.0
      pace: off-track
      status: null
      disagrees: false
      confidence: null
      score: null
      note: null
      updated_at: null
      updated_by: null
      check_ins: 0
      stale_days: 46
      initiatives: []
    serves: []
    served_by: []
    recent:
    - id: a2
      at: 2026-10-20T09:00:00Z
      by: ana
      ref: 2026-Q4/acme/renewing
      key_result: nps
      event: update
      retracted: false
      before: 31
      after: 38
      change: 7
      status: at-risk
      confidence: 5
      text: first, "survey"
    "#);
}

#[test]
fn show_renewing_nps_as_yaml() {
    assert_snapshot!(small().okr("show renewing.nps --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    ref: 2026-Q4/acme/renewing
    cycle: 2026-Q4
    owner: acme
    owner_name: Acme Inc.
    unit: acme
    level: company
    title: Make renewing obvious | 续约
    description: null
    kind: aspirational
    tags:
    - retention
    weight: 1
    state: open
    progress: 0.184211
    expected: 0.5
    gap_to_plan: -31.5789
    pace: off-track
    status: at-risk
    disagrees: true
    confidence: 5
    score: null
    missing: 0
    aligns_to: []
    updated_at: 2026-10-20T09:00:00Z
    key_results:
    - ref: 2026-Q4/acme/renewing.nps
      id: nps
      title: NPS rises
      metric:
        type: change
        from: 31
        to: 50
        unit: points
      owner: acme
      weight: 1
      due: 2026-12-31
      value: 38
      progress: 0.368421
      expected: 0.5
      gap: 12
      gap_to_plan: -13.1579
      pace: off-track
      status: at-risk
      disagrees: true
      confidence: 5
      score: null
      note: first, "survey"
      updated_at: 2026-10-20T09:00:00Z
      updated_by: ana
      check_ins: 1
      stale_days: 26
      initiatives: []
    serves: []
    served_by: []
    recent:
    - id: a2
      at: 2026-10-20T09:00:00Z
      by: ana
      ref: 2026-Q4/acme/renewing
      key_result: nps
      event: update
      retracted: false
      before: 31
      after: 38
      change: 7
      status: at-risk
      confidence: 5
      text: first, "survey"
    "#);
}

#[test]
fn tree_as_yaml() {
    assert_snapshot!(small().okr("tree --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    roots:
    - node: group
      total:
        key: acme
        name: Acme Inc.
        objectives: 1
        progress: 0.184211
        expected: 0.5
        gap_to_plan: -31.5789
        pace: off-track
        missing: 0
        by_pace:
          off_track: 1
          at_risk: 0
          on_track: 0
          done: 0
          too_early: 0
      children:
      - node: objective
        ref: 2026-Q4/acme/renewing
        cycle: 2026-Q4
        owner: acme
        owner_name: Acme Inc.
        unit: acme
        level: company
        title: Make renewing obvious | 续约
        description: null
        kind: aspirational
        tags:
        - retention
        weight: 1
        state: open
        progress: 0.184211
        expected: 0.5
        gap_to_plan: -31.5789
        pace: off-track
        status: at-risk
        disagrees: true
        confidence: 5
        score: null
        missing: 0
        aligns_to: []
        updated_at: 2026-10-20T09:00:00Z
        key_results: []
        children:
        - node: key-result
          ref: 2026-Q4/acme/renewing.nps
          id: nps
          title: NPS rises
          metric:
            type: change
            from: 31
            to: 50
            unit: points
          owner: acme
          weight: 1
          due: 2026-12-31
          value: 38
          progress: 0.368421
          expected: 0.5
          gap: 12
          gap_to_plan: -13.1579
          pace: off-track
          status: at-risk
          disagrees: true
          confidence: 5
          score: null
          note: first, "survey"
          updated_at: 2026-10-20T09:00:00Z
          updated_by: ana
          check_ins: 1
          stale_days: 26
          initiatives: []
          children: []
        - node: key-result
          ref: 2026-Q4/acme/renewing.audit
          id: audit
          title: Audit, passed
          metric:
            type: done
          owner: acme
          weight: 1
          due: 2026-12-31
          value: false
          progress: 0.0
          expected: 0.5
          gap: null
          gap_to_plan: -50.0
          pace: off-track
          status: null
          disagrees: false
          confidence: null
          score: null
          note: null
          updated_at: null
          updated_by: null
          check_ins: 0
          stale_days: 46
          initiatives: []
          children: []
    objectives: 1
    of: 1
    "#);
}

#[test]
fn history_renewing_as_yaml() {
    assert_snapshot!(small().okr("history renewing --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    ref: 2026-Q4/acme/renewing
    title: Make renewing obvious | 续约
    updates:
    - id: a2
      at: 2026-10-20T09:00:00Z
      by: ana
      key_result: nps
      before: 31
      after: 38
      change: 7
      improved: true
      progress_before: 0.0
      progress_after: 0.368421
      status_before: null
      status: at-risk
      confidence_before: null
      confidence: 5
      note: first, "survey"
    "#);
}

#[test]
fn log_as_yaml() {
    assert_snapshot!(small().okr("log --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    events:
    - id: a2
      at: 2026-10-20T09:00:00Z
      by: ana
      ref: 2026-Q4/acme/renewing
      key_result: nps
      event: update
      retracted: false
      before: 31
      after: 38
      change: 7
      status: at-risk
      confidence: 5
      text: first, "survey"
    of: 1
    "#);
}

#[test]
fn cycle_list_as_yaml() {
    assert_snapshot!(small().okr("cycle list --format yaml"), @"
    version: 1
    as_of: 2026-11-15
    cycles:
    - id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
      current: true
      total:
        key: 2026-Q4
        name: 2026-Q4
        objectives: 1
        progress: 0.184211
        expected: 0.5
        gap_to_plan: -31.5789
        pace: off-track
        missing: 0
        by_pace:
          off_track: 1
          at_risk: 0
          on_track: 0
          done: 0
          too_early: 0
    ");
}

#[test]
fn cycle_show_as_yaml() {
    assert_snapshot!(small().okr("cycle show --format yaml"), @"
    version: 1
    as_of: 2026-11-15
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    days_left: 46
    total:
      key: 2026-Q4
      name: 2026-Q4
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    levels:
    - key: company
      name: company
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    key_results:
      all: 2
      off_track: 2
      at_risk: 0
      on_track: 0
      done: 0
      too_early: 0
      missing: 0
      stale: 2
      check_ins: 1
    ");
}

#[test]
fn org_show_as_yaml() {
    assert_snapshot!(small().okr("org show --format yaml"), @"
    version: 1
    roots:
    - key: acme
      name: Acme Inc.
      level: company
      lead: null
      email: null
      below:
      - key: eng
        name: Engineering
        level: department
        lead: ana
        email: null
        below:
        - key: ana
          name: Ana Lima
          level: individual
          lead: null
          email: ana@acme.example
          below: []
        - key: bo
          name: Bo Chen
          level: individual
          lead: null
          email: bo@acme.example
          below: []
      - key: ops
        name: 客户成功部
        level: department
        lead: mei
        email: null
        below:
        - key: mei
          name: 梅兰
          level: individual
          lead: null
          email: mei@acme.example
          below: []
    ");
}

#[test]
fn report_gap_as_yaml() {
    assert_snapshot!(small().okr("report gap --format yaml"), @r#"
    version: 1
    as_of: 2026-11-15
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    groups:
    - key: null
      name: null
      total:
        key: ''
        name: ''
        objectives: 1
        progress: 0.184211
        expected: 0.5
        gap_to_plan: -31.5789
        pace: off-track
        missing: 0
        by_pace:
          off_track: 1
          at_risk: 0
          on_track: 0
          done: 0
          too_early: 0
      objectives:
      - ref: 2026-Q4/acme/renewing
        cycle: 2026-Q4
        owner: acme
        owner_name: Acme Inc.
        unit: acme
        level: company
        title: Make renewing obvious | 续约
        description: null
        kind: aspirational
        tags:
        - retention
        weight: 1
        state: open
        progress: 0.184211
        expected: 0.5
        gap_to_plan: -31.5789
        pace: off-track
        status: at-risk
        disagrees: true
        confidence: 5
        score: null
        missing: 0
        aligns_to: []
        updated_at: 2026-10-20T09:00:00Z
        key_results:
        - ref: 2026-Q4/acme/renewing.nps
          id: nps
          title: NPS rises
          metric:
            type: change
            from: 31
            to: 50
            unit: points
          owner: acme
          weight: 1
          due: 2026-12-31
          value: 38
          progress: 0.368421
          expected: 0.5
          gap: 12
          gap_to_plan: -13.1579
          pace: off-track
          status: at-risk
          disagrees: true
          confidence: 5
          score: null
          note: first, "survey"
          updated_at: 2026-10-20T09:00:00Z
          updated_by: ana
          check_ins: 1
          stale_days: 26
          initiatives: []
        - ref: 2026-Q4/acme/renewing.audit
          id: audit
          title: Audit, passed
          metric:
            type: done
          owner: acme
          weight: 1
          due: 2026-12-31
          value: false
          progress: 0.0
          expected: 0.5
          gap: null
          gap_to_plan: -50.0
          pace: off-track
          status: null
          disagrees: false
          confidence: null
          score: null
          note: null
          updated_at: null
          updated_by: null
          check_ins: 0
          stale_days: 46
          initiatives: []
    total:
      key: 2026-Q4
      name: 2026-Q4
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    levels:
    - key: company
      name: company
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    units:
    - key: acme
      name: Acme Inc.
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    owners:
    - key: acme
      name: Acme Inc.
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
    behind: 2
    measured: 2
    missing: 0
    "#);
}

#[test]
fn report_progress_as_yaml() {
    assert_snapshot!(small().okr("report progress --format yaml"), @"
    version: 1
    as_of: 2026-11-15
    since: 2026-11-08
    cycle:
      id: 2026-Q4
      title: null
      start: 2026-10-01
      end: 2026-12-31
      closed: null
      days: 92
      day: 46
      elapsed: 0.5
    total:
      key: 2026-Q4
      name: all
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
      before: 0.184211
      change: 0.0
      trend: losing
    levels:
    - key: company
      name: company
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
      before: 0.184211
      change: 0.0
      trend: losing
    units:
    - key: acme
      name: Acme Inc.
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
      before: 0.184211
      change: 0.0
      trend: losing
    owners:
    - key: acme
      name: Acme Inc.
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
      before: 0.184211
      change: 0.0
      trend: losing
    objectives:
    - key: acme/renewing
      name: Make renewing obvious | 续约
      objectives: 1
      progress: 0.184211
      expected: 0.5
      gap_to_plan: -31.5789
      pace: off-track
      missing: 0
      by_pace:
        off_track: 1
        at_risk: 0
        on_track: 0
        done: 0
        too_early: 0
      ref: 2026-Q4/acme/renewing
      owner: acme
      before: 0.184211
      change: 0.0
      trend: losing
    ");
}

#[test]
fn list_as_csv() {
    assert_snapshot!(small().okr("list --format csv"), @"
    ref,title,cycle,owner,level,kind,state,key_results,progress,expected,gap_to_plan,pace,status,confidence,updated
    2026-Q4/acme/renewing,Make renewing obvious | 续约,2026-Q4,acme,company,aspirational,open,2,0.184211,0.5,-31.5789,off-track,at-risk,5,2026-10-20T09:00:00Z
    ");
}

#[test]
fn show_renewing_as_csv() {
    assert_snapshot!(small().okr("show renewing --format csv"), @r#"
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,2026-10-20T09:00:00Z,ana
    2026-Q4/acme/renewing.audit,audit,"Audit, passed",,false,0,0.5,,-50,off-track,,,,
    "#);
}

#[test]
fn show_renewing_nps_as_csv() {
    assert_snapshot!(small().okr("show renewing.nps --format csv"), @"
    ref,id,title,unit,value,progress,expected,gap,gap_to_plan,pace,status,confidence,updated_at,updated_by
    2026-Q4/acme/renewing.nps,nps,NPS rises,points,38,0.368421,0.5,12,-13.1579,off-track,at-risk,5,2026-10-20T09:00:00Z,ana
    ");
}

#[test]
fn tree_as_csv() {
    assert_snapshot!(small().okr("tree --format csv"), @r#"
    depth,title,kind,ref,owner,value,progress,expected,gap_to_plan,pace,status,confidence,updated
    0,Acme Inc.,group,,acme,,0.184211,0.5,-31.5789,off-track,,,
    1,Make renewing obvious | 续约,objective,2026-Q4/acme/renewing,acme,,0.184211,0.5,-31.5789,off-track,at-risk,5,2026-10-20T09:00:00Z
    2,NPS rises,key_result,2026-Q4/acme/renewing.nps,acme,38 of 50 points,0.368421,0.5,-13.1579,off-track,at-risk,5,2026-10-20T09:00:00Z
    2,"Audit, passed",key_result,2026-Q4/acme/renewing.audit,acme,not yet,0,0.5,-50,off-track,,,
    "#);
}

#[test]
fn history_renewing_as_csv() {
    assert_snapshot!(small().okr("history renewing --format csv"), @r#"
    at,by,key_result,before,after,change,progress_before,progress_after,status,confidence,note,metric_before,metric_after,id
    2026-10-20T09:00:00Z,ana,nps,31,38,7,0,0.368421,at-risk,5,"first, ""survey""",,,a2
    "#);
}

#[test]
fn log_as_csv() {
    assert_snapshot!(small().okr("log --format csv"), @r#"
    at,by,ref,event,key_result,what,retracted,id
    2026-10-20T09:00:00Z,ana,2026-Q4/acme/renewing,update,nps,"nps 31 → 38 points · at risk · 5/10 · first, ""survey""",false,a2
    "#);
}

#[test]
fn cycle_list_as_csv() {
    assert_snapshot!(small().okr("cycle list --format csv"), @"
    current,id,title,start,end,state,objectives,progress,expected,gap_to_plan,pace
    true,2026-Q4,,2026-10-01,2026-12-31,day 46 of 92,1,0.184211,0.5,-31.5789,off-track
    ");
}

#[test]
fn cycle_show_as_csv() {
    assert_snapshot!(small().okr("cycle show --format csv"), @"
    level,objectives,progress,expected,gap_to_plan,off_track,at_risk,on_track,done,pace
    company,1,0.184211,0.5,-31.5789,1,0,0,0,off-track
    ");
}

#[test]
fn org_show_as_csv() {
    assert_snapshot!(small().okr("org show --format csv"), @"
    depth,title,key,level,lead,email
    0,Acme Inc.,acme,company,,
    1,Engineering,eng,department,ana,
    2,Ana Lima,ana,individual,,ana@acme.example
    2,Bo Chen,bo,individual,,bo@acme.example
    1,客户成功部,ops,department,mei,
    2,梅兰,mei,individual,,mei@acme.example
    ");
}

#[test]
fn report_gap_as_csv() {
    assert_snapshot!(small().okr("report gap --format csv"), @r#"
    kind,ref,cycle,owner,unit,level,title,unit_of_measure,start,value,target,gap,expected,progress,gap_to_plan,pace,status,confidence,updated_at
    objective,2026-Q4/acme/renewing,2026-Q4,acme,acme,company,Make renewing obvious | 续约,,,,,,0.5,0.184211,-31.5789,off-track,at-risk,5,2026-10-20T09:00:00Z
    key_result,2026-Q4/acme/renewing.audit,2026-Q4,acme,acme,company,"Audit, passed",,,false,done,,0.5,0,-50,off-track,,,
    key_result,2026-Q4/acme/renewing.nps,2026-Q4,acme,acme,company,NPS rises,points,31,38,50,12,0.5,0.368421,-13.1579,off-track,at-risk,5,2026-10-20T09:00:00Z
    "#);
}

#[test]
fn report_progress_as_csv() {
    assert_snapshot!(small().okr("report progress --format csv"), @"
    by,key,name,objectives,expected,progress,before,gap_to_plan,change,trend,pace
    cycle,2026-Q4,all,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    level,company,company,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    unit,acme,Acme Inc.,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    owner,acme,Acme Inc.,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    objective,2026-Q4/acme/renewing,Make renewing obvious | 续约,1,0.5,0.184211,0.184211,-31.5789,0,losing,off-track
    ");
}

#[test]
fn list_as_markdown() {
    assert_snapshot!(small().okr("list --format markdown"), @r"
    ## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    | OBJECTIVE |  | OWNER | KRS | DONE | PLAN | PACE | CONF | LAST CHECK-IN |
    | :-- | :-- | :-- | --: | --: | --: | :-- | --: | :-- |
    | `acme/renewing` | Make renewing obvious \| 续约 | Acme Inc. | 2 | 18 % | 50 % | ✗ says at risk | 5 | Oct 20 09:00 |
    ");
}

#[test]
fn show_renewing_as_markdown() {
    assert_snapshot!(small().okr("show renewing --format markdown"), @r#"
    ## Make renewing obvious \| 续约 · `acme/renewing`

    - **owner**: Acme Inc. (acme, company)
    - **cycle**: 2026-Q4 (Oct 1 – Dec 31)
    - **progress**: 18 % of 50 % expected, −32 pp ✗ off track, but people say at risk
    - **confidence**: 5 of 10
    - **tags**: retention

    | KR |  | NOW | DONE | PLAN | PACE | CONF | LAST CHECK-IN |
    | :-- | :-- | :-- | --: | --: | :-- | --: | :-- |
    | `nps` | NPS rises | 38 of 50 points | 37 % | 50 % | ✗ says at risk | 5 | Oct 20 (26 days) |
    | `audit` | Audit, passed | not yet | 0 % | 50 % | ✗ off track |  | never (46 days) |

    ### Lately

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn show_renewing_nps_as_markdown() {
    assert_snapshot!(small().okr("show renewing.nps --format markdown"), @r#"
    ## NPS rises · `acme/renewing.nps`

    - **objective**: `acme/renewing` Make renewing obvious \| 续约
    - **measure**: 31 → 50 points
    - **now**: **38 of 50 points**
    - **to go**: 12 points
    - **progress**: 37 % of 50 % expected, −13 pp ✗ off track, but people say at risk
    - **due**: Dec 31
    - **owner**: acme
    - **confidence**: 5 of 10
    - **last check-in**: Oct 20 09:00 by ana 26 days without one
    - **last note**: first, "survey"

    ### Lately

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn tree_as_markdown() {
    assert_snapshot!(small().okr("tree --format markdown"), @r"
    ## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    - Acme Inc. · 18 % · −32 pp · ✗ off track
      - **Make renewing obvious \| 续约** · `acme/renewing` · 18 % · −32 pp · ✗ says at risk · 5/10
        - NPS rises · nps 38 of 50 points · 37 % · −13 pp · ✗ says at risk · 5/10
        - Audit, passed · audit not yet · 0 % · −50 pp · ✗ off track
    ");
}

#[test]
fn history_renewing_as_markdown() {
    assert_snapshot!(small().okr("history renewing --format markdown"), @r#"
    ## Make renewing obvious \| 续约 · `acme/renewing`

    | WHEN | WHO | KR | BEFORE | AFTER | CHANGE | PROGRESS | STATUS | CONF | NOTE | EVENT |
    | :-- | :-- | :-- | --: | --: | :-- | --: | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | nps | 31 | **38** | +7 | 0 → 37 % | at risk | 5 | first, "survey" | a2 |
    "#);
}

#[test]
fn log_as_markdown() {
    assert_snapshot!(small().okr("log --format markdown"), @r#"
    ## Activity · 2026-Q4 · 1 event

    | WHEN | WHO | OBJECTIVE | WHAT | EVENT |
    | :-- | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | `acme/renewing` | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn cycle_list_as_markdown() {
    assert_snapshot!(small().okr("cycle list --format markdown"), @"
    ## Cycles · 1 cycle

    |  | CYCLE | START | END | STATE | OBJECTIVES | DONE | PLAN | PACE |
    | :-- | :-- | :-- | :-- | :-- | --: | --: | --: | :-- |
    | ▶ | `2026-Q4` | Oct 1 | Dec 31 | day 46 of 92 | 1 | 18 % | 50 % | ✗ off track |
    ");
}

#[test]
fn cycle_show_as_markdown() {
    assert_snapshot!(small().okr("cycle show --format markdown"), @"
    ## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone

    - **left**: 46 days
    - **progress**: 18 % of 50 % expected, −32 pp
    - **objectives**: 1: 1 off track
    - **key results**: 2: 2 off track; 2 stale
    - **check-ins**: 1

    | LEVEL | OBJECTIVES | DONE | PLAN | TO PLAN | PACE |
    | :-- | --: | --: | --: | --: | :-- |
    | company | 1 | 18 % | 50 % | −32 pp | ✗ off track |
    ");
}

#[test]
fn org_show_as_markdown() {
    assert_snapshot!(small().okr("org show --format markdown"), @r"
    - Acme Inc. · `acme` · company
      - **Engineering** · `eng` · department · led by ana
        - Ana Lima · `ana` · individual · ana\@acme.example
        - Bo Chen · `bo` · individual · bo\@acme.example
      - **客户成功部** · `ops` · department · led by mei
        - 梅兰 · `mei` · individual · mei\@acme.example
    ");
}

#[test]
fn report_gap_as_markdown() {
    assert_snapshot!(small().okr("report gap --format markdown"), @r"
    ## Gap · 2026-Q4 · as of Nov 15 · worst first

    | KEY RESULT |  | START | NOW | TARGET | TO GO | PLAN | DONE | TO PLAN | PACE | CONF |
    | :-- | :-- | --: | --: | --: | --: | --: | --: | --: | :-- | --: |
    | `acme/renewing.audit` | Audit, passed | – | **not yet** | done | – | 50 % | 0 % | −50 pp | ✗ off track |  |
    | `acme/renewing.nps` | NPS rises | 31 | **38** | 50 | 12 points | 50 % | 37 % | −13 pp | ✗ says at risk | 5/10 |

    ### Objectives

    | OBJECTIVE |  | PLAN | DONE | TO PLAN | PACE |
    | :-- | :-- | --: | --: | --: | :-- |
    | `acme/renewing` | Make renewing obvious \| 续约 | 50 % | 18 % | −32 pp | ✗ says at risk |

    ### Totals

    | BY |  | OBJECTIVES | PLAN | DONE | TO PLAN | PACE |
    | :-- | :-- | --: | --: | --: | --: | :-- |
    | level | company | 1 | 50 % | 18 % | −32 pp | ✗ off track |
    | all | 2026-Q4 | 1 | 50 % | 18 % | −32 pp | ✗ off track |

    2 of 2 key results are behind the plan. The company's largest gap: `acme/renewing.audit`.
    ");
}

#[test]
fn report_progress_as_markdown() {
    assert_snapshot!(small().okr("report progress --format markdown"), @r"
    ## Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

    |  |  |  | OBJECTIVES | PLAN | DONE | TO PLAN | CHANGE |  | PACE |
    | :-- | :-- | :-- | --: | --: | --: | --: | --: | :-- | :-- |
    | cycle |  | **all** | 1 | 50 % | 18 % | −32 pp | 0 pp | ↘ losing | ✗ off track |
    | objective | `acme/renewing` | Make renewing obvious \| 续约 | 1 | 50 % | 18 % | −32 pp | 0 pp | ↘ losing | ✗ off track |

    1 off track
    ");
}

#[test]
fn json_and_yaml_say_the_same_and_csv_has_equal_rows() {
    let world = World::team();
    for command in READING {
        let json: Value = serde_json::from_str(&world.stdout(&format!("{command} --format json"))).unwrap();
        assert_eq!(json["version"], 1, "okr {command}");
        let yaml: Value = serde_yaml::from_str(&world.stdout(&format!("{command} --format yaml"))).unwrap();
        assert_eq!(json, yaml, "okr {command}");
        let text = world.stdout(&format!("{command} --format csv"));
        // The reader is strict: a row of another length is an error.
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        assert!(csv.headers().unwrap().iter().all(|name| !name.is_empty()), "okr {command}");
        assert!(csv.records().map(Result::unwrap).count() > 0, "okr {command}");
    }
}

#[test]
fn every_percentage_of_a_table_is_in_the_json() {
    let world = World::team();
    world.width(140);
    for command in READING {
        let json: Value = serde_json::from_str(&world.stdout(&format!("{command} --format json"))).unwrap();
        let mut numbers = Vec::new();
        collect(&json, &mut numbers);
        for figure in percentages(&world.stdout(command)) {
            let there = numbers.iter().any(|n| (n - figure).abs() <= 0.5001 || (n * 100.0 - figure).abs() <= 0.5001);
            assert!(there, "okr {command} shows {figure}, which its JSON lacks");
        }
    }
}

fn collect(json: &Value, numbers: &mut Vec<f64>) {
    match json {
        Value::Number(number) => numbers.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, numbers)),
        Value::Object(fields) => fields.values().for_each(|item| collect(item, numbers)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The numbers before `%` and `pp`.
fn percentages(text: &str) -> Vec<f64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let before = words.windows(2).filter(|pair| pair[1].starts_with('%') || pair[1].starts_with("pp"));
    before.filter_map(|pair| pair[0].replace('−', "-").trim_start_matches(['+', '≥', '(']).parse().ok()).collect()
}
