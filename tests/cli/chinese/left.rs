//! No English is left: whatever a command says in a store whose texts are Chinese, no three English words stand in a row, but
//! in what is typed and what stands in files.

use regex::Regex;

use crate::world::World;

/// Commands one after the other, what goes well and what does not.
const LINES: &[&str] = &[
    "tree",
    "init --company 公司 --me li",
    "init --company gongsi --name 一家公司 --me li",
    "init --company gongsi",
    "org add-unit yanfa --name 研发 --lead li",
    "org add-unit yanfa",
    "org add-person wang --name 王芳 --unit yanfa --email wang@gongsi.example",
    "org add-person wang --unit nowhere",
    "org set yanfa lead wang",
    "org set yanfa lead wangg",
    "org set yanfa lead meiyou",
    "org set yanfa parent yanfa",
    "org set gongsi parent yanfa",
    "org set yanfa leed wang",
    "org set yanfa color 红",
    "org set wang parent yanfa",
    "org set yanfaa lead wang",
    "org set li email wang@gongsi.example",
    "org set li unit 研发",
    "org set li unit \"\"",
    "org set li name 李四",
    "org",
    "cycle new 2026-Q4 --title 第四季度",
    "cycle new 2026-Q4",
    "cycle new soon",
    "cycle new a --start 2026-12-01 --end 2026-11-01",
    "status",
    "create 让续约成为理所当然的选择 --owner gongsi --slug renew --description 说明 --tag 留存 --kr \"nps = 净推荐值上升: 31 -> 50 分 weight 2\" --kr \"churn = 流失下降: 4.2 -> 2.0 %\" --kr \"up = 可用率: >= 99.9 % worst 99\" --kr \"audit = 通过审计: done\" --kr \"launch = 发布: milestones 设计, 测试, 上线\"",
    "create",
    "create 让续约成为理所当然的选择 --owner nobody",
    "create 让续约成为理所当然的选择 --owner gongsi --slug renew",
    "create 提升 --kr \"a: 1 -> 1\"",
    "create 提升 --kr \"a\"",
    "create 提升 --kr \"a: 1,5 -> 2\"",
    "create 让每个客户都愿意留下 --owner yanfa --slug stay --align renew.nps --kr \"calls = 回访: 0 -> 100 次\"",
    "create 睡个好觉 --owner wang --slug sleep --committed --kr \"pages = 夜间告警: 12 -> 2 次 @wang due 2026-12-01\"",
    "update renew.nps 38 --status on-track --confidence 7 --note 新引导上线了",
    "update renew nps=40 churn=3.1 up=99.45 launch=测试",
    "update renew",
    "update renew.nps many",
    "update renew.nps 40 --at 2027-01-01",
    "update renew.nps 40 --at soon",
    "update renew.nps 40 --confidence 11",
    "update renew.nps 40 --status fine",
    "update renew.audit 5",
    "update renew.launch 什么",
    "update rnew.nps 40",
    "update renew.npss 40",
    "update stay 24 --status at-risk --note \"@li 两人生病\"",
    "comment renew \"@wang 数字能拿到吗\"",
    "comment renew \"\"",
    "checkin",
    "status",
    "status --all",
    "list",
    "list --owner nobody",
    "list --unit nowhere",
    "list --pace quick",
    "list --as-of 2026-10-10",
    "list --as-of never",
    "list --rev HEAD",
    "list --cycle 2020-Q1",
    "show renew",
    "show renew.nps",
    "show renew.audit",
    "show renew.launch",
    "show renew.up",
    "show sleep",
    "tree",
    "tree --depth 1",
    "tree renew.nps",
    "tree nothing",
    "history renew",
    "history renew.nps",
    "log",
    "log --since 0",
    "log --event nonsense",
    "find 续约",
    "find 没有",
    "cycle list",
    "cycle show",
    "report gap",
    "report gap --by owner",
    "report gap --since 7",
    "report gap --fail-on off-track",
    "report gap --fail-on nonsense",
    "report progress",
    "report progress --since 7",
    "report cadence",
    "report review",
    "report score",
    "report full",
    "report full --format markdown",
    "check",
    "check --all",
    "check --explain OKR101",
    "check --explain OKR999",
    "check --only nonsense",
    "check --rules",
    "check --format github",
    "kr add renew \"more = 更多: 1 -> 2 个\"",
    "kr add renew \"more = 更多: 1 -> 2 个\"",
    "kr edit renew.more --metric \"1 -> 3 个\" --note 太容易",
    "kr edit renew.more --initiative 做事",
    "kr edit renew.nps --metric done",
    "kr edit renew.launch --metric done --force",
    "kr edit renew.launch --metric \"milestones 设计, 测试, 上线\"",
    "kr remove renew.more --force",
    "kr remove renew.nps",
    "kr remove renew.none",
    "set renew title 让续约毫不费力",
    "set renew titel 无",
    "set renew weight heavy",
    "align stay renew.churn",
    "align stay renew",
    "align stay --none",
    "align renew stay",
    "align stay stay",
    "retract renew.nps --note 算错了",
    "retract renew zzzz",
    "move sleep --slug rest",
    "move rest --owner nobody",
    "move rest --slug rest",
    "review renew --went-well 很好 --stuck 没有 --next 继续",
    "review",
    "score renew 70 --note 还行",
    "score renew 170",
    "score renew.nps 30",
    "complete renew --score 70",
    "complete renew",
    "show renew",
    "abandon rest --note 不做了",
    "reopen rest",
    "reopen rest",
    "remove rest",
    "remove rest --force",
    "cycle new 2027-Q1",
    "carry stay --to 2027-Q1",
    "carry stay --to 2029-Q1",
    "cycle close",
    "cycle close --force",
    "update renew.nps 41",
    "cycle reopen 2026-Q4",
    "cycle reopen 2026-Q4",
    "report score",
    "fmt",
    "fmt --check",
    "fmt nothing.yaml",
    "schema",
    "schema nonsense",
    "schema --write",
    "codeowners",
    "codeowners --write",
    "hooks show",
    "hooks install",
    "hooks remove",
    "history split --dry-run",
    "history split",
    "history join",
    "history tidy",
    "export csv --output okrs.csv",
    "export csv --columns nonsense",
    "export markdown",
    "export ics --all",
    "export tables tables",
    "export json --output store.json",
    "import json store.json",
    "import csv goals.csv --dry-run",
    "import csv goals.csv",
    "import csv nothing.csv",
    "import markdown goals.md --dry-run",
    "import markdown goals.md",
    "import yaml goals.yaml --dry-run",
    "diff HEAD",
    "verify --base main",
    "completions nonsense",
    "help nonsense",
    "nonsense",
    "tree --nonsense",
    "update",
    "--store nowhere tree",
    "--me nobody comment renew 好",
];

/// Files with what can be wrong in them.
const DAMAGED: &[(&str, &str)] = &[
    ("okrs/2026-Q4/yanfa/a.yaml", "title: [未闭合\n"),
    ("okrs/2026-Q4/yanfa/b.yaml", "titel: 标题\n"),
    (
        "okrs/2026-Q4/yanfa/c.yaml",
        "title: 标题\nkey_results:\n  - {id: a, title: 甲, metric: {from: 1, to: 1}}\n  - {id: a, title: 乙, metric: {from: x}}\n",
    ),
    ("okrs/2026-Q4/yanfa/d.yaml", "title: 标题\ntitle: 标题\nweight: -1\nkind: 什么\n"),
    ("okrs/2026-Q4/yanfa/e.yaml", "- 一\n"),
    ("okrs/2026-Q4/yanfa/f.yaml", "title: 标题\n<<<<<<< ours\nweight: 1\n=======\nweight: 2\n>>>>>>> theirs\n"),
    (
        "okrs/2026-Q4/yanfa/g.yaml",
        "title: 标题\naligns_to: [nobody/nothing]\nkey_results:\n  - {id: a, title: 甲, metric: {milestones: []}}\n",
    ),
    (
        "okrs/2026-Q4/yanfa/g.history.yaml",
        "- {\"id\": \"a1\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"nobody\", \"event\": \"update\", \"kr\": \"b\", \"value\": 3}\n- {\"id\": \"a1\"\n- {\"id\": \"a2\", \"at\": \"soon\", \"by\": \"li\", \"event\": \"dance\"}\n",
    ),
    ("okrs/2026-Q5/cycle.yaml", "start: 2026-10-01\nend: 2026-09-31\n"),
    ("okrs/2026-Q4/Yan Fa/h.yaml", "title: 标题\n"),
];

#[test]
fn no_english_sentence_is_left() {
    let world = World::new();
    world.me(Some("li")).env("LANG", "zh_CN.UTF-8");
    world.write("goals.csv", "目标,关键结果,起始值,目标值,奇怪\n让人安心,告警减少,12,2,甲\n,没有数字,,,乙\n");
    world.write("goals.md", "# 2026-Q4\n\n- O1: 让人安心\n  - 告警从 12 降到 2 => 70%\n  - 别的\n\n零散的话\n");
    world.write(
        "goals.yaml",
        "objectives:\n  - title: 让人安心\n    colour: 蓝\n    krs:\n      - {title: 告警, from: 12, to: 2}\n",
    );
    let _ = world.git("init -q -b main .");
    let mut left = Vec::new();
    for (at, line) in LINES.iter().enumerate() {
        left.extend(english(line, &world.okr(line).to_string()));
        if at == 43 {
            world.commit("起点");
        }
    }
    for (file, text) in DAMAGED {
        world.write(file, text);
    }
    for line in [
        "check --all",
        "tree",
        "list",
        "show g",
        "show c",
        "log",
        "history g",
        "fmt",
        "update g.a 3",
        "kr add c 丙",
        "cycle close",
        "diff HEAD",
    ] {
        left.extend(english(line, &world.okr(line).to_string()));
    }
    assert!(left.is_empty(), "{} lines\n{}", left.len(), left.join("\n"));
}

/// The lines with English in them, without what is typed or stands in files.
fn english(command: &str, said: &str) -> Vec<String> {
    let typed = r#"okr [a-z].*|git [a-z].*|"[^"]*"|`[^`]*`|<[^>]*>|── stderr ──|── exit \d ──"#;
    // Comments of CODEOWNERS, examples of titles, what histories hold in English, what the system says.
    let written = r"^# .*|^  title: .*|done or not|carried over from";
    let typed = Regex::new(&format!("{typed}|{written}")).unwrap();
    let words = Regex::new(r"(^|[^\w./-])[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}").unwrap();
    let is_left = |line: &&str| words.is_match(&typed.replace_all(line, ""));
    said.lines().filter(is_left).map(|line| format!("okr {command}: {line}")).collect()
}
