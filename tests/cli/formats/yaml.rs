//! Every reading command as YAML.

use insta::assert_snapshot;

use super::small;

#[test]
fn list() {
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
      forecast: null
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
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
        forecast:
          state: too-early
          days: 1
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
        forecast: null
        initiatives: []
    of: 1
    "#);
}

#[test]
fn show_renewing() {
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
    forecast: null
    course:
    - day: 2026-10-01
      progress: 0.0
      expected: 0.01087
    - day: 2026-10-08
      progress: 0.0
      expected: 0.086957
    - day: 2026-10-15
      progress: 0.0
      expected: 0.163043
    - day: 2026-10-20
      progress: 0.184211
      expected: 0.217391
    - day: 2026-10-22
      progress: 0.184211
      expected: 0.23913
    - day: 2026-10-29
      progress: 0.184211
      expected: 0.315217
    - day: 2026-11-05
      progress: 0.184211
      expected: 0.391304
    - day: 2026-11-12
      progress: 0.184211
      expected: 0.467391
    - day: 2026-11-15
      progress: 0.184211
      expected: 0.5
    - day: 2026-11-19
      progress: 0.184211
      expected: 0.543478
    - day: 2026-11-26
      progress: 0.184211
      expected: 0.619565
    - day: 2026-12-03
      progress: 0.184211
      expected: 0.695652
    - day: 2026-12-10
      progress: 0.184211
      expected: 0.771739
    - day: 2026-12-17
      progress: 0.184211
      expected: 0.847826
    - day: 2026-12-24
      progress: 0.184211
      expected: 0.923913
    - day: 2026-12-31
      progress: 0.184211
      expected: 1.0
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
      forecast:
        state: too-early
        days: 1
      course:
      - day: 2026-10-01
        progress: 0.0
        expected: 0.01087
      - day: 2026-10-08
        progress: 0.0
        expected: 0.086957
      - day: 2026-10-15
        progress: 0.0
        expected: 0.163043
      - day: 2026-10-20
        progress: 0.368421
        expected: 0.217391
      - day: 2026-10-22
        progress: 0.368421
        expected: 0.23913
      - day: 2026-10-29
        progress: 0.368421
        expected: 0.315217
      - day: 2026-11-05
        progress: 0.368421
        expected: 0.391304
      - day: 2026-11-12
        progress: 0.368421
        expected: 0.467391
      - day: 2026-11-15
        progress: 0.368421
        expected: 0.5
      - day: 2026-11-19
        progress: 0.368421
        expected: 0.543478
      - day: 2026-11-26
        progress: 0.368421
        expected: 0.619565
      - day: 2026-12-03
        progress: 0.368421
        expected: 0.695652
      - day: 2026-12-10
        progress: 0.368421
        expected: 0.771739
      - day: 2026-12-17
        progress: 0.368421
        expected: 0.847826
      - day: 2026-12-24
        progress: 0.368421
        expected: 0.923913
      - day: 2026-12-31
        progress: 0.368421
        expected: 1.0
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
      forecast: null
      course:
      - day: 2026-10-01
        progress: 0.0
        expected: 0.01087
      - day: 2026-10-08
        progress: 0.0
        expected: 0.086957
      - day: 2026-10-15
        progress: 0.0
        expected: 0.163043
      - day: 2026-10-20
        progress: 0.0
        expected: 0.217391
      - day: 2026-10-22
        progress: 0.0
        expected: 0.23913
      - day: 2026-10-29
        progress: 0.0
        expected: 0.315217
      - day: 2026-11-05
        progress: 0.0
        expected: 0.391304
      - day: 2026-11-12
        progress: 0.0
        expected: 0.467391
      - day: 2026-11-15
        progress: 0.0
        expected: 0.5
      - day: 2026-11-19
        progress: 0.0
        expected: 0.543478
      - day: 2026-11-26
        progress: 0.0
        expected: 0.619565
      - day: 2026-12-03
        progress: 0.0
        expected: 0.695652
      - day: 2026-12-10
        progress: 0.0
        expected: 0.771739
      - day: 2026-12-17
        progress: 0.0
        expected: 0.847826
      - day: 2026-12-24
        progress: 0.0
        expected: 0.923913
      - day: 2026-12-31
        progress: 0.0
        expected: 1.0
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
fn show_renewing_nps() {
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
    forecast: null
    course:
    - day: 2026-10-01
      progress: 0.0
      expected: 0.01087
    - day: 2026-10-08
      progress: 0.0
      expected: 0.086957
    - day: 2026-10-15
      progress: 0.0
      expected: 0.163043
    - day: 2026-10-20
      progress: 0.184211
      expected: 0.217391
    - day: 2026-10-22
      progress: 0.184211
      expected: 0.23913
    - day: 2026-10-29
      progress: 0.184211
      expected: 0.315217
    - day: 2026-11-05
      progress: 0.184211
      expected: 0.391304
    - day: 2026-11-12
      progress: 0.184211
      expected: 0.467391
    - day: 2026-11-15
      progress: 0.184211
      expected: 0.5
    - day: 2026-11-19
      progress: 0.184211
      expected: 0.543478
    - day: 2026-11-26
      progress: 0.184211
      expected: 0.619565
    - day: 2026-12-03
      progress: 0.184211
      expected: 0.695652
    - day: 2026-12-10
      progress: 0.184211
      expected: 0.771739
    - day: 2026-12-17
      progress: 0.184211
      expected: 0.847826
    - day: 2026-12-24
      progress: 0.184211
      expected: 0.923913
    - day: 2026-12-31
      progress: 0.184211
      expected: 1.0
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
      forecast:
        state: too-early
        days: 1
      course:
      - day: 2026-10-01
        progress: 0.0
        expected: 0.01087
      - day: 2026-10-08
        progress: 0.0
        expected: 0.086957
      - day: 2026-10-15
        progress: 0.0
        expected: 0.163043
      - day: 2026-10-20
        progress: 0.368421
        expected: 0.217391
      - day: 2026-10-22
        progress: 0.368421
        expected: 0.23913
      - day: 2026-10-29
        progress: 0.368421
        expected: 0.315217
      - day: 2026-11-05
        progress: 0.368421
        expected: 0.391304
      - day: 2026-11-12
        progress: 0.368421
        expected: 0.467391
      - day: 2026-11-15
        progress: 0.368421
        expected: 0.5
      - day: 2026-11-19
        progress: 0.368421
        expected: 0.543478
      - day: 2026-11-26
        progress: 0.368421
        expected: 0.619565
      - day: 2026-12-03
        progress: 0.368421
        expected: 0.695652
      - day: 2026-12-10
        progress: 0.368421
        expected: 0.771739
      - day: 2026-12-17
        progress: 0.368421
        expected: 0.847826
      - day: 2026-12-24
        progress: 0.368421
        expected: 0.923913
      - day: 2026-12-31
        progress: 0.368421
        expected: 1.0
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
fn tree() {
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
        forecast: null
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
          forecast:
            state: too-early
            days: 1
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
          forecast: null
          initiatives: []
          children: []
    objectives: 1
    of: 1
    "#);
}

#[test]
fn history_renewing() {
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
fn log() {
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
fn cycle_list() {
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
fn cycle_show() {
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
fn org_show() {
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
fn report_gap() {
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
        forecast: null
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
          forecast:
            state: too-early
            days: 1
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
          forecast: null
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
fn report_progress() {
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
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
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
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
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
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
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
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
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
      course:
      - day: 2026-10-04
        progress: 0.0
        expected: 0.043478
      - day: 2026-10-11
        progress: 0.0
        expected: 0.119565
      - day: 2026-10-18
        progress: 0.0
        expected: 0.195652
      - day: 2026-10-25
        progress: 0.184211
        expected: 0.271739
      - day: 2026-11-01
        progress: 0.184211
        expected: 0.347826
      - day: 2026-11-08
        progress: 0.184211
        expected: 0.423913
      - day: 2026-11-15
        progress: 0.184211
        expected: 0.5
    ");
}
