//! Larger stores than the worked example, and ways of running commands that are not snapshots.

use crate::world::World;

/// Every reading command on the team's store, as typed.
pub const READING: &[&str] = &[
    "list",
    "list --sort gap",
    "show renewing",
    "show portal",
    "show xuyue",
    "show renewing.nps",
    "show portal.beta",
    "tree",
    "tree xuyue",
    "--cycle 2026 tree",
    "history renewing",
    "history portal",
    "history xuyue.huifang",
    "log",
    "log portal",
    "cycle list",
    "cycle show",
    "org show",
    "report gap",
    "report gap --by owner",
    "report gap --by objective",
    "report progress",
    "report progress --by level",
    "report progress --by owner",
    "report cadence",
    "report review",
    "report score",
    "report full",
    "check",
];

impl World {
    /// The worked example in the midst of a team: an objective of the year above it, a department's and people's below,
    /// in English and Chinese, with emoji; one of them aligned to nothing.
    pub fn team() -> Self {
        let world = Self::worked();
        let _ = world.okr("cycle new 2026");
        let renewing = world.read("okrs/2026-Q4/acme/renewing.yaml");
        world.write("okrs/2026-Q4/acme/renewing.yaml", &format!("aligns_to: [2026/acme/leader.share]\n{renewing}"));
        for (path, content) in TEAM {
            world.write(&format!("okrs/{path}"), content);
        }
        world
    }

    /// What a command prints on stdout; it must succeed and say nothing on stderr.
    pub fn stdout(&self, line: &str) -> String {
        let output = self.command().args(line.split_whitespace()).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && errors.is_empty(), "okr {line}: {:?}\n{errors}", output.status);
        String::from_utf8(output.stdout).unwrap()
    }
}

const TEAM: &[(&str, &str)] = &[
    (
        "2026/acme/leader.yaml",
        "title: Become the default for small teams 🚀\nkey_results:\n  - id: share\n    title: Market share\n    \
         metric: {from: 8, to: 15, unit: \"%\"}\n",
    ),
    (
        "2026-Q4/eng/portal.yaml",
        "title: Ship a renewal portal that people finish\naligns_to: [acme/renewing.churn, acme/renewing]\n\
         kind: committed\ntags: [retention, portal]\nkey_results:\n  - id: finish\n    \
         title: Share of started renewals that are finished without a call to support\n    \
         metric: {from: 40, to: 80, unit: \"%\"}\n    owner: bo\n  - id: beta\n    title: Beta customers\n    \
         metric: {from: 0, to: 25, unit: customers}\n    due: 2026-11-30\n    initiatives:\n      \
         - {title: Guided onboarding, link: https://example.com/issues/12, done: true}\n      - {title: In-app help}\n",
    ),
    (
        "2026-Q4/eng/portal.history.yaml",
        r#"- {"id": "p1", "at": "2026-10-01T10:00:00Z", "by": "ana", "event": "create"}
- {"id": "p2", "at": "2026-10-10T09:00:00Z", "by": "bo", "event": "update", "kr": "finish", "value": 44, "status": "on-track", "confidence": 6}
- {"id": "p3", "at": "2026-10-24T09:00:00Z", "by": "bo", "event": "update", "kr": "finish", "value": 52, "status": "on-track", "confidence": 7, "note": "shorter form"}
- {"id": "p4", "at": "2026-11-07T09:00:00Z", "by": "bo", "event": "update", "kr": "finish", "value": 63, "status": "on-track", "confidence": 8, "note": "guided onboarding is live 🎉"}
- {"id": "p5", "at": "2026-11-08T09:00:00Z", "by": "bo", "event": "update", "kr": "beta", "value": 30, "status": "on-track"}
- {"id": "p6", "at": "2026-11-08T10:00:00Z", "by": "mei", "event": "retract", "of": "p5", "note": "counted twice"}
- {"id": "p7", "at": "2026-11-08T11:00:00Z", "by": "bo", "event": "update", "kr": "beta", "value": 15, "status": "at-risk"}
- {"id": "p8", "at": "2026-11-13T11:00:00Z", "by": "mei", "event": "comment", "text": "@ana can we ask support?"}
"#,
    ),
    (
        "2026-Q4/ops/xuyue.yaml",
        "title: 让每个客户都愿意续约，并且主动推荐给朋友们\naligns_to: [acme/renewing.nps]\nkey_results:\n  - id: huifang\n    \
         title: 每月回访的客户数\n    metric: {from: 0, to: 120, unit: 家}\n  - id: shouci\n    title: 首次响应时间\n    \
         metric: {at_most: 30, worst: 120, unit: 分钟}\n",
    ),
    (
        "2026-Q4/ops/xuyue.history.yaml",
        r#"- {"id": "x1", "at": "2026-10-01T10:00:00Z", "by": "mei", "event": "create"}
- {"id": "x2", "at": "2026-11-12T10:00:00Z", "by": "mei", "event": "update", "kr": "huifang", "value": 70, "status": "on-track", "confidence": 8, "note": "客户反馈很好 👍🏽"}
- {"id": "x3", "at": "2026-11-12T10:05:00Z", "by": "mei", "event": "update", "kr": "shouci", "value": 28}
"#,
    ),
    (
        "2026-Q4/ana/tickets.yaml",
        "title: Answer every ticket within a day 👩🏽‍💻\naligns_to: [ops/xuyue, eng/portal.finish]\nkey_results:\n  - id: day\n    \
         title: Tickets answered within a day\n    metric: {from: 70, to: 95, unit: \"%\"}\n",
    ),
    (
        "2026-Q4/bo/learn-rust.yaml",
        "title: Learn to write Rust that lasts\nkey_results:\n  - id: book\n    title: Read the book\n    metric: done\n  \
         - id: pr\n    title: Pull requests merged upstream\n    metric: {from: 0, to: 5}\n",
    ),
    (
        "2026-Q4/bo/learn-rust.history.yaml",
        r#"- {"id": "r1", "at": "2026-10-01T10:00:00Z", "by": "bo", "event": "create"}
- {"id": "r2", "at": "2026-11-01T10:00:00Z", "by": "bo", "event": "update", "kr": "book", "value": "done", "status": "done"}
"#,
    ),
];
