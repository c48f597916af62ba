//! Help and manual pages in Chinese.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn help_is_broken_where_chinese_may_be() {
    let world = World::new();
    world.env("LANG", "zh_CN.UTF-8").width(60);
    assert_snapshot!(world.okr("comment -h"), @r#"
    评论目标

    用法：okr comment [OPTIONS] <REF> <TEXT>

    参数：
      <REF>   目标
      <TEXT>  评论的内容；@KEY 表示提及成员

    选项：
          --at <WHEN>  评论的时间，用于补记
      -h, --help       显示帮助

    全局选项：
          --store <DIR>   OKR 库的文件夹 [env: OKR_STORE；默认：
                          此处或上级的 okr.yaml 或
                          okrs/okr.yaml]
          --cycle <ID>    指定周期 [env: OKR_CYCLE；默认：今天所
                          处的周期]
          --me <KEY>      你是谁：你在 org.yaml 中的标识 [env:
                          OKR_ME；默认：由 Git 的 user.email 得
                          出]
          --lang <LANG>   使用英文（en）或中文（zh） [默认：先看
                          设置，再看区域设置]
          --color <WHEN>  何时使用颜色 [默认：auto]
          --no-cache      重新读取每个文件，也不为下次运行留下任
                          何内容
      -q, --quiet         只输出数据和错误

    示例：
      okr comment renewing "@ana can we ask support for the numbers?"
    "#);
}

#[test]
fn a_manual_page_has_its_headings_and_is_not_spread() {
    let page = World::new().okr("--lang zh man").to_string();
    assert_eq!(page.lines().filter(|line| line.starts_with(".SH")).count(), 8);
    for heading in [".SH 名称", ".SH 概要", ".SH 选项", ".SH 子命令"] {
        assert!(page.contains(heading), "{page}");
    }
    assert!(page.contains("\n.ad l\n") && page.contains("显示版本") && !page.contains("Print"), "{page}");
}
