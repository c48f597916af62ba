//! Other layouts and line ends.

use insta::assert_snapshot;

use super::{chinese, flow, unended, windows};

#[test]
fn windows_line_ends_stay() {
    let world = windows();
    assert_snapshot!(world.rewrite(r#"set renewing title "Renew""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,4 +1,4 @@
     # Why we exist.␍
    -title: 'Make renewing obvious'   # said by the board␍
    +title: 'Renew'   # said by the board␍
     description: |␍
       Renewals pay for␍
    ");
    assert_snapshot!(world.rewrite(r#"set renewing tags "a,b""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -8,4 +8,5 @@
     # counts double␍
     weight: 2.0␍
    +tags: [a, b]␍
     ␍
     ␍
    ");
    assert_snapshot!(world.rewrite(r#"set renewing description "One line""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,8 +1,5 @@
     # Why we exist.␍
     title: 'Renew'   # said by the board␍
    -description: |␍
    -  Renewals pay for␍
    -␍
    -  everything else.   # not a comment␍
    +description: One line␍
     ␍
     # counts double␍
    ");
    assert_snapshot!(world.rewrite(r#"kr add renewing "audit = Audit passed: done""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -21,3 +21,6 @@
             unit: "%"␍
           title: Churn falls␍
    +  - id: audit␍
    +    title: Audit passed␍
    +    metric: done␍
     # the end␍
    "#);
    assert_snapshot!(world.rewrite("kr edit renewing.nps --due 2026-11-30"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -13,4 +13,5 @@
         title: "NPS rises"␍
         metric: {from: 31, to: 50, unit: points}   # per quarter␍
    +    due: 2026-11-30␍
     ␍
       # what customers do␍
    "#);
    assert_snapshot!(world.rewrite("kr remove renewing.churn"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -15,11 +15,4 @@
         due: 2026-11-30␍
     ␍
    -  # what customers do␍
    -  -   id: churn␍
    -      metric:␍
    -        from: 4.2  # in June␍
    -        to: 2.0␍
    -        unit: "%"␍
    -      title: Churn falls␍
       - id: audit␍
         title: Audit passed␍
    "#);
    assert_snapshot!(world.rewrite(r#"set renewing weight """#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -3,6 +3,4 @@
     description: One line␍
     ␍
    -# counts double␍
    -weight: 2.0␍
     tags: [a, b]␍
     ␍
    ");
}

#[test]
fn a_file_without_a_final_newline_gets_none() {
    let world = unended();
    assert_snapshot!(world.rewrite(r#"kr edit renewing.churn --title "Churn drops""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -22,3 +22,3 @@
             to: 2.0
             unit: "%"
    -      title: Churn falls
    \ No newline at end of file
    +      title: Churn drops
    \ No newline at end of file
    "#);
    assert_snapshot!(world.rewrite("kr edit renewing.churn --due 2026-11-30"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -22,3 +22,4 @@
             to: 2.0
             unit: "%"
    -      title: Churn drops
    \ No newline at end of file
    +      title: Churn drops
    +      due: 2026-11-30
    \ No newline at end of file
    "#);
    assert_snapshot!(world.rewrite(r#"kr add renewing "audit = Audit passed: done""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -23,3 +23,6 @@
             unit: "%"
           title: Churn drops
    -      due: 2026-11-30
    \ No newline at end of file
    +      due: 2026-11-30
    +  - id: audit
    +    title: Audit passed
    +    metric: done
    \ No newline at end of file
    "#);
}

#[test]
fn chinese_text_and_lists_that_are_not_indented() {
    let world = chinese();
    assert_snapshot!(world.rewrite(r#"set renewing title "让客户：续约""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,4 +1,4 @@
     # 说明：每季度复盘
    -title: 让每个客户都愿意续约  # 董事会
    +title: 让客户：续约  # 董事会
     description: >
       续约养活一切。
    ");
    assert_snapshot!(world.rewrite(r#"set renewing description "一行""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,7 +1,5 @@
     # 说明：每季度复盘
     title: 让客户：续约  # 董事会
    -description: >
    -  续约养活一切。
    -  其余免谈。
    +description: 一行
     tags:
     - 留存
    ");
    assert_snapshot!(world.rewrite(r#"kr add renewing "续 = 坏: done""#), @r#"
    ── stderr ──
    error: "续" is no id of a key result: it holds '续'; a–z, 0–9 and - are allowed
    hint: a key result is [ID =] TITLE: MEASURE; without ID = it is called kr1, kr2, …
    ── exit 2 ──
    "#);
    assert_snapshot!(world.rewrite(r#"kr add renewing "xu = 续约：80% → 95%""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -9,3 +9,6 @@
       title: 净推荐值上升
       metric: {from: 31, to: 50, unit: 分}
    +- id: xu
    +  title: 续约
    +  metric: {from: 80, to: 95, unit: "%"}
     # 结束
    "#);
    assert_snapshot!(world.rewrite(r#"kr edit renewing.nps --title "净推荐值：上升" --initiative "客户访谈""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -7,6 +7,8 @@
     key_results:
     - id: nps  # 邮件调查
    -  title: 净推荐值上升
    +  title: 净推荐值：上升
       metric: {from: 31, to: 50, unit: 分}
    +  initiatives:
    +    - title: 客户访谈
     - id: xu
       title: 续约
    ");
    assert_snapshot!(world.rewrite(r#"set renewing tags "客户，留存""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -2,6 +2,5 @@
     title: 让客户：续约  # 董事会
     description: 一行
    -tags:
    -- 留存
    +tags: [客户, 留存]
     
     key_results:
    ");
}

#[test]
fn a_file_of_one_flow_mapping() {
    let world = flow();
    assert_snapshot!(world.rewrite("set renewing title Renew"), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1 +1 @@
    -{title: Make renewing obvious, key_results: [{id: nps, title: NPS, metric: done}, {id: up, title: Up, metric: {at_least: 99}}]}
    +{title: Renew, key_results: [{id: nps, title: NPS, metric: done}, {id: up, title: Up, metric: {at_least: 99}}]}
    ");
    assert_snapshot!(world.rewrite("kr edit renewing.nps --due 2026-11-30"), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1 +1 @@
    -{title: Renew, key_results: [{id: nps, title: NPS, metric: done}, {id: up, title: Up, metric: {at_least: 99}}]}
    +{title: Renew, key_results: [{id: nps, title: NPS, metric: done, due: 2026-11-30}, {id: up, title: Up, metric: {at_least: 99}}]}
    ");
    assert_snapshot!(world.rewrite(r#"kr add renewing "audit = Audit: done""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1 +1 @@
    -{title: Renew, key_results: [{id: nps, title: NPS, metric: done, due: 2026-11-30}, {id: up, title: Up, metric: {at_least: 99}}]}
    +{title: Renew, key_results: [{id: nps, title: NPS, metric: done, due: 2026-11-30}, {id: up, title: Up, metric: {at_least: 99}}, {id: audit, title: Audit, metric: done}]}
    ");
    assert_snapshot!(world.rewrite("kr remove renewing.nps"), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1 +1 @@
    -{title: Renew, key_results: [{id: nps, title: NPS, metric: done, due: 2026-11-30}, {id: up, title: Up, metric: {at_least: 99}}, {id: audit, title: Audit, metric: done}]}
    +{title: Renew, key_results: [{id: up, title: Up, metric: {at_least: 99}}, {id: audit, title: Audit, metric: done}]}
    ");
    assert_snapshot!(world.rewrite(r#"set renewing tags "a""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1 +1 @@
    -{title: Renew, key_results: [{id: up, title: Up, metric: {at_least: 99}}, {id: audit, title: Audit, metric: done}]}
    +{title: Renew, tags: [a], key_results: [{id: up, title: Up, metric: {at_least: 99}}, {id: audit, title: Audit, metric: done}]}
    ");
}
