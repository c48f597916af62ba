//! Edits of hand-written files, shown as what they change: `set`, `kr`, `align`.

use insta::assert_snapshot;
use similar::TextDiff;

use crate::world::World;

const FILE: &str = "okrs/2026-Q4/eng/xuyue.yaml";

const TEXT: &str = "\
# 我们自己写的
title: '让每个客户都愿意续约'   # 年会上定的
aligns_to:
- acme/renewing.nps   # 第一个决定它在树上的位置
description: |
  续约是一切。

  每一次回访都算数 🎉
key_results:
# 最要紧的
- id: huifang
  title: 回访
  metric: {from: 0, to: 100, unit: 次}   # 电话和上门

# 其次
- id: manyi
  title: 满意度
  metric:
    at_least: 90
    unit: \"%\"
tags: [续约]
";

fn world(text: &str) -> World {
    let world = World::worked();
    world.write(FILE, text);
    world.write("okrs/2026-Q4/eng/xuyue.history.yaml", "");
    world
}

/// What a command changes in the file, as a unified diff without context.
fn change(world: &World, line: &str) -> String {
    let before = world.read(FILE);
    let said = world.okr(line);
    let after = world.read(FILE);
    let diff = TextDiff::from_lines(&before, &after).unified_diff().context_radius(0).to_string();
    format!("{said}{}", diff.replace('\r', "␍"))
}

#[test]
fn only_the_lines_that_must_change_do() {
    let world = world(TEXT);
    assert_snapshot!(change(&world, "set xuyue title 让续约成为习惯"), @"
    changed eng/xuyue  title: 让每个客户都愿意续约  ⇒  让续约成为习惯
    @@ -2 +2 @@
    -title: '让每个客户都愿意续约'   # 年会上定的
    +title: '让续约成为习惯'   # 年会上定的
    ");
    assert_snapshot!(change(&world, "set xuyue kind committed"), @"
    changed eng/xuyue  kind: committed
    @@ -8,0 +9 @@
    +kind: committed
    ");
    assert_snapshot!(change(&world, "set xuyue weight 2 --note 'it matters more'"), @"
    changed eng/xuyue  weight: 2
    @@ -9,0 +10 @@
    +weight: 2
    ");
    assert_snapshot!(change(&world, "set xuyue description short"), @"
    changed eng/xuyue  description: 续约是一切。⏎⏎每一次回访都算数 🎉  ⇒  short
    @@ -5,4 +5 @@
    -description: |
    -  续约是一切。
    -
    -  每一次回访都算数 🎉
    +description: short
    ");
    assert_snapshot!(change(&world, "set xuyue tags '续约, 客户'"), @"
    changed eng/xuyue  tags: 续约  ⇒  续约, 客户
    @@ -20 +20 @@
    -tags: [续约]
    +tags: [续约, 客户]
    ");
    assert_snapshot!(change(&world, "set xuyue kind ''"), @"
    changed eng/xuyue  kind: committed  ⇒  removed
    @@ -6 +5,0 @@
    -kind: committed
    ");
    assert_snapshot!(change(&world, "kr add xuyue 'nps = NPS: 31 -> 50 分 @mei'"), @"
    added eng/xuyue.nps  NPS: 31 → 50 分
    @@ -18,0 +19,4 @@
    +- id: nps
    +  title: NPS
    +  metric: {from: 31, to: 50, unit: 分}
    +  owner: mei
    ");
    assert_snapshot!(change(&world, "kr edit xuyue.huifang --metric '0 -> 120 次' --weight 2 --due 2026-11-30 --owner bo"), @"
    changed eng/xuyue.huifang  metric: 0 → 100 次  ⇒  0 → 120 次
    changed eng/xuyue.huifang  weight: 1  ⇒  2
    changed eng/xuyue.huifang  owner: bo
    changed eng/xuyue.huifang  due: 2026-11-30
    @@ -11 +11,4 @@
    -  metric: {from: 0, to: 100, unit: 次}   # 电话和上门
    +  metric: {from: 0, to: 120, unit: 次}   # 电话和上门
    +  weight: 2
    +  owner: bo
    +  due: 2026-11-30
    ");
    assert_snapshot!(change(&world, "kr edit xuyue.manyi --initiative '上门走访'"), @"
    changed eng/xuyue.manyi  initiatives: 上门走访
    @@ -21,0 +22,2 @@
    +  initiatives:
    +    - title: 上门走访
    ");
    assert_snapshot!(change(&world, "kr edit xuyue.manyi --done '上门走访'"), @"
    changed eng/xuyue.manyi  initiatives: 上门走访  ⇒  上门走访 (done)
    @@ -23,0 +24 @@
    +      done: true
    ");
    assert_snapshot!(change(&world, "kr remove xuyue.manyi"), @r#"
    removed eng/xuyue.manyi  满意度
    @@ -16,9 +15,0 @@
    -# 其次
    -- id: manyi
    -  title: 满意度
    -  metric:
    -    at_least: 90
    -    unit: "%"
    -  initiatives:
    -    - title: 上门走访
    -      done: true
    "#);
    assert_snapshot!(change(&world, "align xuyue renewing.churn --add"), @"
    aligned eng/xuyue to acme/renewing.nps, acme/renewing.churn
    @@ -4,0 +5 @@
    +- acme/renewing.churn
    ");
    assert_snapshot!(change(&world, "align xuyue renewing"), @"
    aligned eng/xuyue to acme/renewing
    @@ -3,3 +3 @@
    -aligns_to:
    -- acme/renewing.nps   # 第一个决定它在树上的位置
    -- acme/renewing.churn
    +aligns_to: [acme/renewing]
    ");
    assert_snapshot!(change(&world, "align xuyue --none"), @"
    aligned eng/xuyue to nothing
    @@ -3 +2,0 @@
    -aligns_to: [acme/renewing]
    ");
    assert_snapshot!(world.okr("log xuyue --format csv"), @r#"
    at,by,ref,event,key_result,what,retracted,id
    2026-11-15T12:00:15Z,ana,2026-Q4/eng/xuyue,edit,,aligns_to: acme/renewing ⇒ –,false,npzbadkfh3
    2026-11-15T12:00:14Z,ana,2026-Q4/eng/xuyue,edit,,"aligns_to: acme/renewing.nps, acme/renewing.churn ⇒ acme/renewing",false,cw55s84t7p
    2026-11-15T12:00:13Z,ana,2026-Q4/eng/xuyue,edit,,"aligns_to: acme/renewing.nps ⇒ acme/renewing.nps, acme/renewing.churn",false,nmrpcj7vvr
    2026-11-15T12:00:12Z,ana,2026-Q4/eng/xuyue,edit,,manyi: 满意度 ⇒ –,false,j5m1c66tkb
    2026-11-15T12:00:11Z,ana,2026-Q4/eng/xuyue,edit,,manyi.initiatives: 上门走访 ⇒ 上门走访 (done),false,f30s8asffp
    2026-11-15T12:00:10Z,ana,2026-Q4/eng/xuyue,edit,,manyi.initiatives: 上门走访,false,7dbz33yvps
    2026-11-15T12:00:09Z,ana,2026-Q4/eng/xuyue,edit,,huifang.due: 2026-11-30,false,rav34y7c1c
    2026-11-15T12:00:09Z,ana,2026-Q4/eng/xuyue,edit,,huifang.owner: bo,false,hd2tpbrj9t
    2026-11-15T12:00:09Z,ana,2026-Q4/eng/xuyue,edit,,huifang.weight: 1 ⇒ 2,false,hmwbhdys5a
    2026-11-15T12:00:09Z,ana,2026-Q4/eng/xuyue,edit,,huifang.metric: 0 → 100 次 ⇒ 0 → 120 次,false,z96dhs21fz
    2026-11-15T12:00:08Z,ana,2026-Q4/eng/xuyue,edit,,nps: NPS: 31 → 50 分,false,jxvw92nhwb
    2026-11-15T12:00:07Z,ana,2026-Q4/eng/xuyue,edit,,kind: committed ⇒ –,false,aa379xzsf1
    2026-11-15T12:00:06Z,ana,2026-Q4/eng/xuyue,edit,,"tags: 续约 ⇒ 续约, 客户",false,3dgzwd33eb
    2026-11-15T12:00:05Z,ana,2026-Q4/eng/xuyue,edit,,"description: 续约是一切。

    每一次回访都算数 🎉 ⇒ short",false,gcgjm6dhnd
    2026-11-15T12:00:04Z,ana,2026-Q4/eng/xuyue,edit,,weight: 2 · it matters more,false,d0fa0nj4db
    2026-11-15T12:00:03Z,ana,2026-Q4/eng/xuyue,edit,,kind: committed,false,k5kytzzd74
    2026-11-15T12:00:02Z,ana,2026-Q4/eng/xuyue,edit,,title: 让每个客户都愿意续约 ⇒ 让续约成为习惯,false,ka8rnnxhcb
    "#);
}

#[test]
fn windows_line_ends_and_a_missing_last_one_survive() {
    let world = world(&TEXT.replace('\n', "\r\n"));
    assert_snapshot!(change(&world, "set xuyue kind committed"), @"
    changed eng/xuyue  kind: committed
    @@ -8,0 +9 @@
    +kind: committed␍
    ");
    assert_snapshot!(change(&world, "kr add xuyue 'nps = NPS: 31 -> 50 分'"), @"
    added eng/xuyue.nps  NPS: 31 → 50 分
    @@ -21,0 +22,3 @@
    +- id: nps␍
    +  title: NPS␍
    +  metric: {from: 31, to: 50, unit: 分}␍
    ");
    world.write(FILE, "title: a\nkey_results: [{id: x, title: X, metric: done}]");
    assert_snapshot!(change(&world, "set xuyue weight 3"), @"
    changed eng/xuyue  weight: 3
    @@ -1,0 +2 @@
    +weight: 3
    ");
    assert_snapshot!(change(&world, "kr add xuyue 'y = Y: done'"), @r#"
    added eng/xuyue.y  Y: done or not
    @@ -3 +3 @@
    -key_results: [{id: x, title: X, metric: done}]
    \ No newline at end of file
    +key_results: [{id: x, title: X, metric: done}, {id: "y", title: "Y", metric: done}]
    \ No newline at end of file
    "#);
}

#[test]
fn what_is_so_already_or_makes_no_sense_changes_nothing() {
    let world = world(TEXT);
    assert_snapshot!(change(&world, "set xuyue tags 续约"), @"eng/xuyue is so already; nothing was changed");
    assert_snapshot!(change(&world, "set xuyue titel x"), @r#"
    ── stderr ──
    error: an objective has no field "titel"
    hint: did you mean title?
    ── exit 2 ──
    "#);
    assert_snapshot!(change(&world, "set xuyue title ''"), @"
    ── stderr ──
    error: an objective needs a title
    ── exit 2 ──
    ");
    assert_snapshot!(change(&world, "set xuyue weight -1"), @r#"
    ── stderr ──
    error: "-1": a weight is a number from 0 to 1000
    ── exit 2 ──
    "#);
    assert_snapshot!(change(&world, "set xuyue key_results x"), @"
    ── stderr ──
    error: key results have commands of their own
    hint: okr kr add, okr kr edit, okr kr remove
    ── exit 2 ──
    ");
    assert_snapshot!(change(&world, "kr edit xuyue.huifang --metric '5 -> 5'"), @"
    ── stderr ──
    error: start and target are both 5: there is nothing to change
    hint: measures: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N [UNIT] [worst M], done, milestones a, b, c, aligned
    ── exit 2 ──
    ");
    assert_snapshot!(change(&world, "kr edit xuyue.huifan --weight 2"), @r#"
    ── stderr ──
    error: eng/xuyue has no key result "huifan"
    hint: did you mean huifang? It has huifang and manyi
    ── exit 2 ──
    "#);
    assert_snapshot!(change(&world, "align xuyue xuyue"), @"
    ── stderr ──
    error: that would go in a circle: eng/xuyue → eng/xuyue
    hint: nothing was changed
    ── exit 2 ──
    ");
    let _ = world.okr("create Above --owner acme --slug above --align xuyue --kr 'x: done'");
    assert_snapshot!(change(&world, "align xuyue above"), @"
    ── stderr ──
    error: that would go in a circle: eng/xuyue → acme/above → eng/xuyue
    hint: nothing was changed
    ── exit 2 ──
    ");
}

#[test]
fn a_key_result_with_check_ins_is_not_removed_by_accident() {
    let world = World::worked();
    assert_snapshot!(world.okr("kr remove renewing.nps"), @"
    ── stderr ──
    error: renewing.nps has 2 check-ins
    hint: --force removes it all the same; its check-ins stay in the history
    ── exit 2 ──
    ");
    assert_snapshot!(world.okr("kr remove renewing.audit"), @"removed acme/renewing.audit  Audit passed");
    assert_snapshot!(world.okr("kr remove renewing.nps --force"), @"removed acme/renewing.nps  NPS rises");
    assert_snapshot!(world.okr("list"), @"
    2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    OBJECTIVE                                        OWNER                   DONE  PLAN  PACE
    acme/renewing  Make renewing the obvious choice  Acme Inc.  ██████░┊░░░  56 %  67 %  ! says on track
    ");
}
