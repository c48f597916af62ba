//! What Chinese keyboards type, and what a Chinese screen answers.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_key_result_is_typed_as_a_keyboard_makes_it() {
    let world = World::company();
    world.env("LANG", "zh_CN.UTF-8");
    let mut terminal = world.at_terminal("create --owner bo --slug huifu");
    terminal.answer("目标", "不让任何人等答复").answer("关键结果 1", "等待时间：31变5分").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? 目标 不让任何人等答复
    # "31变5分" 不是指标
      提示：写作：31 -> 50 分、>= 99.9 % worst 99、<= 2 小时、done、aligned、milest…
    ? 关键结果 1 等待时间：31变5分
    [例如 NPS 提升: 31 -> 50 分；可用率: >= 99.9 %；没有更多则直接按 Enter]
    "#);
    terminal.press(&"\x7f".repeat(5)).enter("从 31 降到 5 分");
    terminal.answer("关键结果 2", "续约率提升８０％－＞９５％").see("# ");
    assert_snapshot!(terminal.screen(), @r#"
    ? 目标 不让任何人等答复
    ? 关键结果 1 等待时间：从 31 降到 5 分
    # "续约率提升" 和 "８０％－＞９５％" 之间缺少冒号
      提示：写成 "续约率提升: ８０％－＞９５％"
    ? 关键结果 2 续约率提升８０％－＞９５％
    [例如 NPS 提升: 31 -> 50 分；可用率: >= 99.9 %；没有更多则直接按 Enter]
    "#);
    terminal.press(&"\x7f".repeat(8)).enter("：８０％－＞９５％");
    terminal.answer("关键结果 3", "上线：milestones 设计，公测、发布").answer("关键结果 4", "");
    assert_snapshot!(terminal.end(), @"
    ? 目标 不让任何人等答复
    ? 关键结果 1 等待时间：从 31 降到 5 分
    ? 关键结果 2 续约率提升：８０％－＞９５％
    ? 关键结果 3 上线：milestones 设计，公测、发布
    ? 关键结果 4
    已创建 bo/huifu  不让任何人等答复
    ");
    assert_snapshot!(world.read("okrs/2026-Q4/bo/huifu.yaml"), @r#"
    title: 不让任何人等答复
    key_results:
      - id: kr1
        title: 等待时间
        metric: {from: 31, to: 5, unit: 分}
      - id: kr2
        title: 续约率提升
        metric: {from: 80, to: 95, unit: "%"}
      - id: kr3
        title: 上线
        metric: {milestones: [设计, 公测, 发布]}
    "#);
    assert_snapshot!(world.session(&["update huifu.kr2 ８５％", "update huifu.kr1 －３", "update huifu.kr1 １，２００"]), @r#"
    $ okr update huifu.kr2 ８５％
    已更新 bo/huifu.kr2  80 → 85 % (+5)  33 % / 预期 50 %，偏离

    $ okr update huifu.kr1 －３
    已更新 bo/huifu.kr1  31 → 28 分 (−3)  12 % / 预期 50 %，偏离

    $ okr update huifu.kr1 １，２００
    ── stderr ──
    错误："1,200" 可能是 1200，也可能是 1.2
    提示：写成 1200 或 1.2k；或者 1.2
    ── exit 2 ──
    "#);
}

#[test]
fn no_milestone_yet_is_said_in_chinese() {
    let world = World::company();
    world.env("LANG", "zh_CN.UTF-8");
    let _ = world.okr("create 上线 --owner ana --slug shangxian --kr 'a = 上线: milestones 设计, 发布'");
    let _ = world.okr("update shangxian.a none");
    let mut terminal = world.at_terminal("checkin");
    terminal.answer("值 (无)", "").answer("风险状态", "").answer("信心", "").answer("备注", "").answer("记录", "");
    assert_snapshot!(terminal.end(), @"
    1 / 1 · 上线 · ana/shangxian.a

    指标    设计，发布
    当前值  0 / 2 · 0 % / 预期 50 %  ✗ 偏离
    上次    11月15日，今天
    ? 值 无
      0 / 2 → 0 / 2  0 % / 预期 50 %  ✗ 偏离
    ? 风险状态 ✗ 偏离  数据建议
    ? 信心
    ? 备注

    ana/shangxian.a  0 / 2 → 0 / 2  ✗ 偏离
    ? 记录这次更新？ 是
    已更新 ana/shangxian.a  0 / 2 → 0 / 2  0 % / 预期 50 %，偏离
    ");
    assert!(world.read("okrs/2026-Q4/ana/shangxian.history.yaml").matches("\"value\": \"none\"").count() == 2);
}

#[test]
fn a_confidence_and_a_score_are_typed_so_too() {
    let world = World::worked();
    world.env("LANG", "zh_CN.UTF-8");
    assert_snapshot!(world.session(&["update renewing.nps ４０ --confidence ７", "score renewing.nps ７０"]), @"
    $ okr update renewing.nps ４０ --confidence ７
    已更新 acme/renewing.nps  38 → 40 points (+2)  47 % / 预期 50 %，有风险

    $ okr score renewing.nps ７０
    已评分 acme/renewing.nps  70（满分 100），达成了有难度的目标；数据建议 47
    ");
}
