//! An edit changes the lines that it must, and no others: unified diffs of hand-written files.

mod layouts;
mod lines;
mod refused;

use crate::world::World;

const FILE: &str = "okrs/2026-Q4/acme/renewing.yaml";

const COMMENTED: &str = "\
# Why we exist.
title: 'Make renewing obvious'   # said by the board
description: |
  Renewals pay for

  everything else.   # not a comment

# counts double
weight: 2.0


key_results:
  # what customers say
  - id: nps        # asked by mail
    title: \"NPS rises\"
    metric: {from: 31, to: 50, unit: points}   # per quarter

  # what customers do
  -   id: churn
      metric:
        from: 4.2  # in June
        to: 2.0
        unit: \"%\"
      title: Churn falls
# the end
";

fn world_with(text: &str) -> World {
    let world = World::company();
    world.write(FILE, text);
    world.write("okrs/2026-Q4/acme/other.yaml", "title: Other\n");
    world
}

fn commented() -> World {
    world_with(COMMENTED)
}

fn windows() -> World {
    world_with(&COMMENTED.replace('\n', "\r\n"))
}

fn unended() -> World {
    world_with(COMMENTED.trim_end_matches("# the end\n").trim_end())
}

fn chinese() -> World {
    world_with(
        "# 说明：每季度复盘\ntitle: 让每个客户都愿意续约  # 董事会\ndescription: >\n  续约养活一切。\n  其余免谈。\n\
         tags:\n- 留存\n\nkey_results:\n- id: nps  # 邮件调查\n  title: 净推荐值上升\n  metric: {from: 31, to: 50, unit: 分}\n\
         # 结束\n",
    )
}

fn flow() -> World {
    world_with(
        "{title: Make renewing obvious, key_results: [{id: nps, title: NPS, metric: done}, {id: up, title: Up, metric: {at_least: 99}}]}\n",
    )
}
