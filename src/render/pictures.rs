//! Whole pages as they look, at the widths that terminals have.

use super::sample::{at, gap, page, tree};
use super::{Look, text};

/// What a terminal would obey, as a visible sign.
fn codes(text: String) -> String {
    text.replace('\u{1b}', "␛")
}

#[test]
fn a_tree_at_60_columns() {
    insta::assert_snapshot!(text(&tree(), &at(60)), @r#"
2026-Q4 · Oct 1 – Dec 31 · day 46 of 92
┊ = where the plan is

Acme Inc.                      ████░┊░░░░  40 %
└─ Make renewing the obvious…  ████░┊░░░░  40 %  ✗ off track
   ├─ NPS rises                ████░┊░░░░  37 %  ✗ off track
   │  └─ 让每个客户都愿意续…   ░░░░░┊░░░░   0 %  ✗ off track
   │     └─ Answer ever… (+3)  ░░░░░┊░░░░   0 %  ✗ off track
   ├─ Churn falls              █████┊░░░░  50 %  ✓ on track
   ├─ Uptime is kept           █████░░░░┊  50 %  ✗ off track
   ├─ Audit⏎passed \u{1b}[31…  ░░░░░┊░░░░   0 %  ✗ off track
   └─ Launch                   █████┊█░░░  67 %  ✓ on track
"#);
}

#[test]
fn a_tree_at_80_columns() {
    insta::assert_snapshot!(text(&tree(), &at(80)), @r#"
2026-Q4 · Oct 1 – Dec 31 · day 46 of 92 · ┊ = where the plan is

Acme Inc.                                          ████░┊░░░░  40 %
└─ Make renewing the obvious choi…  acme/renewing  ████░┊░░░░  40 %  ✗ off track
   ├─ NPS rises                     nps            ████░┊░░░░  37 %  ✗ off track
   │  └─ 让每个客户都愿意续约 🇨🇳    eng/xuyue      ░░░░░┊░░░░   0 %  ✗ off track
   │     └─ Answer every tic… (+3)  ana/tickets    ░░░░░┊░░░░   0 %  ✗ off track
   ├─ Churn falls                   churn          █████┊░░░░  50 %  ✓ on track
   ├─ Uptime is kept                up             █████░░░░┊  50 %  ✗ off track
   ├─ Audit⏎passed \u{1b}[31m\u{2…  audit          ░░░░░┊░░░░   0 %  ✗ off track
   └─ Launch                        launch         █████┊█░░░  67 %  ✓ on track
"#);
}

#[test]
fn a_tree_at_100_columns() {
    insta::assert_snapshot!(text(&tree(), &at(100)), @r#"
2026-Q4 · Oct 1 – Dec 31 · day 46 of 92 · ┊ = where the plan is

Acme Inc.                                                              ████░┊░░░░  40 %
└─ Make renewing the obvious choice  acme/renewing                     ████░┊░░░░  40 %  ✗ off track
   ├─ NPS rises                      nps            38 of 50 points    ████░┊░░░░  37 %  ✗ off track
   │  └─ 让每个客户都愿意续约 🇨🇳     eng/xuyue                         ░░░░░┊░░░░   0 %  ✗ off track
   │     └─ Answer every tick… (+3)  ana/tickets                       ░░░░░┊░░░░   0 %  ✗ off track
   ├─ Churn falls                    churn          3.1 of 2.0 %       █████┊░░░░  50 %  ✓ on track
   ├─ Uptime is kept                 up             99.45 of ≥ 99.9 %  █████░░░░┊  50 %  ✗ off track
   ├─ Audit⏎passed \u{1b}[31m\u{20…  audit          not yet            ░░░░░┊░░░░   0 %  ✗ off track
   └─ Launch                         launch         beta, 2 of 3       █████┊█░░░  67 %  ✓ on track
"#);
}

#[test]
fn a_tree_at_120_columns() {
    insta::assert_snapshot!(text(&tree(), &at(120)), @r#"
2026-Q4 · Oct 1 – Dec 31 · day 46 of 92 · ┊ = where the plan is

Acme Inc.                                                                            ██████░░░┊░░░░░░  40 %
└─ Make renewing the obvious choice                acme/renewing                     ██████░░░┊░░░░░░  40 %  ✗ off track
   ├─ NPS rises                                    nps            38 of 50 points    ██████░░┊░░░░░░░  37 %  ✗ off track
   │  └─ 让每个客户都愿意续约 🇨🇳                   eng/xuyue                         ░░░░░░░░┊░░░░░░░   0 %  ✗ off track
   │     └─ Answer every ticket within a day (+3)  ana/tickets                       ░░░░░░░░┊░░░░░░░   0 %  ✗ off track
   ├─ Churn falls                                  churn          3.1 of 2.0 %       ████████┊░░░░░░░  50 %  ✓ on track
   ├─ Uptime is kept                               up             99.45 of ≥ 99.9 %  ████████░░░░░░░┊  50 %  ✗ off track
   ├─ Audit⏎passed \u{1b}[31m\u{202e}              audit          not yet            ░░░░░░░░┊░░░░░░░   0 %  ✗ off track
   └─ Launch                                       launch         beta, 2 of 3       ████████┊██░░░░░  67 %  ✓ on track
"#);
}

#[test]
fn a_tree_in_ascii() {
    insta::assert_snapshot!(text(&tree(), &Look { ascii: true, ..at(80) }), @r#"
2026-Q4 - Oct 1 - Dec 31 - day 46 of 92 - | = where the plan is

Acme Inc.                                          ####-|----  40 %
`- Make renewing the obvious choi~  acme/renewing  ####-|----  40 %  x off track
   |- NPS rises                     nps            ####-|----  37 %  x off track
   |  `- 让每个客户都愿意续约 🇨🇳    eng/xuyue      -----|----   0 %  x off track
   |     `- Answer every tic~ (+3)  ana/tickets    -----|----   0 %  x off track
   |- Churn falls                   churn          #####|----  50 %  + on track
   |- Uptime is kept                up             #####----|  50 %  x off track
   |- Audit\npassed \u{1b}[31m\u{~  audit          -----|----   0 %  x off track
   `- Launch                        launch         #####|#---  67 %  + on track
"#);
}

#[test]
fn a_tree_in_colour() {
    insta::assert_snapshot!(codes(text(&tree(), &Look { colour: true, ..at(60) })), @r#"
␛[1m2026-Q4␛[0m␛[2m · ␛[0mOct 1 – Dec 31␛[2m · ␛[0mday 46 of 92
␛[2m┊ = where the plan is␛[0m

␛[1mAcme Inc.␛[0m                      ████␛[2m░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m  40 %
␛[2m└─ ␛[0mMake renewing the obvious…  ␛[31m████␛[0m␛[2m░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m  40 %  ␛[31m✗ off track␛[0m
␛[2m   ├─ ␛[0mNPS rises                ␛[31m████␛[0m␛[2m░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m  37 %  ␛[31m✗ off track␛[0m
␛[2m   │  └─ ␛[0m让每个客户都愿意续…   ␛[2m░░░░░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m   0 %  ␛[31m✗ off track␛[0m
␛[2m   │     └─ ␛[0mAnswer ever…␛[2m (+3)␛[0m  ␛[2m░░░░░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m   0 %  ␛[31m✗ off track␛[0m
␛[2m   ├─ ␛[0mChurn falls              ␛[32m█████␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m  50 %  ␛[32m✓ on track␛[0m
␛[2m   ├─ ␛[0mUptime is kept           ␛[31m█████␛[0m␛[2m░░░░␛[0m␛[1m┊␛[0m  50 %  ␛[31m✗ off track␛[0m
␛[2m   ├─ ␛[0mAudit⏎passed \u{1b}[31…  ␛[2m░░░░░␛[0m␛[1m┊␛[0m␛[2m░░░░␛[0m   0 %  ␛[31m✗ off track␛[0m
␛[2m   └─ ␛[0mLaunch                   ␛[32m█████␛[0m␛[1m┊␛[0m␛[32m█␛[0m␛[2m░░░␛[0m  67 %  ␛[32m✓ on track␛[0m
"#);
}

#[test]
fn a_table_at_60_columns() {
    insta::assert_snapshot!(text(&gap(), &at(60)), @r#"
Gap · 2026-Q4 · as of Nov 15 · worst first

KEY RESULT                             TO PLAN  PACE
renewing.audit  Audit passed            −50 pp  ✗ off track
renewing.up     Uptime is kept          −50 pp  ✗ off track
renewing.nps    NPS rises | 客户净推…   −13 pp  ! at risk
renewing.churn  Churn falls               0 pp  ✓ on track
renewing.beta   =Launch, 2 of 3 👨‍👩‍👧‍👦      +50 pp  ★ done

Company  40 % of 58 %  −18 pp
Department  0 % of 50 %  −50 pp
Individual  0 % of 50 %  −50 pp
"#);
}

#[test]
fn a_table_at_80_columns() {
    insta::assert_snapshot!(text(&gap(), &at(80)), @r#"
Gap · 2026-Q4 · as of Nov 15 · worst first

KEY RESULT                          NOW  TARGET      TO GO  TO PLAN  PACE
renewing.audit  Audit passed          –       –          –   −50 pp  ✗ off track
renewing.up     Uptime is kept    99.45   99.90     0.45 %   −50 pp  ✗ off track
renewing.nps    NPS rises | 客…      38      50  12 points   −13 pp  ! at risk
renewing.churn  Churn falls         3.1     2.0     −1.1 %     0 pp  ✓ on track
renewing.beta   =Launch, 2 of 3…      3       3          0   +50 pp  ★ done

Company  40 % of 58 %  −18 pp     Department  0 % of 50 %  −50 pp
Individual  0 % of 50 %  −50 pp
"#);
}

#[test]
fn a_table_at_100_columns() {
    insta::assert_snapshot!(text(&gap(), &at(100)), @r#"
Gap · 2026-Q4 · as of Nov 15 · worst first

KEY RESULT                       START    NOW  TARGET      TO GO   PLAN    NOW  TO PLAN  PACE
renewing.audit  Audit passed         –      –       –          –   50 %    0 %   −50 pp  ✗ off track
renewing.up     Uptime is kept   99.00  99.45   99.90     0.45 %  100 %   50 %   −50 pp  ✗ off track
renewing.nps    NPS rises | 客…     31     38      50  12 points   50 %   37 %   −13 pp  ! at risk
renewing.churn  Churn falls        4.2    3.1     2.0     −1.1 %   50 %   50 %     0 pp  ✓ on track
renewing.beta   =Launch, 2 of…       0      3       3          0   50 %  100 %   +50 pp  ★ done

Company  40 % of 58 %  −18 pp     Department  0 % of 50 %  −50 pp
Individual  0 % of 50 %  −50 pp
"#);
}

#[test]
fn a_table_at_120_columns() {
    insta::assert_snapshot!(text(&gap(), &at(120)), @r#"
Gap · 2026-Q4 · as of Nov 15 · worst first

KEY RESULT                                    START    NOW  TARGET      TO GO   PLAN    NOW  TO PLAN  PACE
renewing.audit  Audit passed                      –      –       –          –   50 %    0 %   −50 pp  ✗ off track
renewing.up     Uptime is kept                99.00  99.45   99.90     0.45 %  100 %   50 %   −50 pp  ✗ off track
renewing.nps    NPS rises | 客户净推荐值上升     31     38      50  12 points   50 %   37 %   −13 pp  ! at risk
renewing.churn  Churn falls                     4.2    3.1     2.0     −1.1 %   50 %   50 %     0 pp  ✓ on track
renewing.beta   =Launch, 2 of 3 👨‍👩‍👧‍👦                0      3       3          0   50 %  100 %   +50 pp  ★ done

Company  40 % of 58 %  −18 pp     Department  0 % of 50 %  −50 pp     Individual  0 % of 50 %  −50 pp
"#);
}

#[test]
fn a_table_in_colour() {
    insta::assert_snapshot!(codes(text(&gap(), &Look { colour: true, ..at(60) })), @r#"
␛[1mGap␛[0m␛[2m · ␛[0m2026-Q4␛[2m · ␛[0mas of Nov 15␛[2m · ␛[0m␛[2mworst first␛[0m

␛[2mKEY RESULT␛[0m                             ␛[2mTO PLAN␛[0m  ␛[2mPACE␛[0m
␛[36mrenewing.audit␛[0m  Audit passed            ␛[31m−50 pp␛[0m  ␛[31m✗ off track␛[0m
␛[36mrenewing.up␛[0m     Uptime is kept          ␛[31m−50 pp␛[0m  ␛[31m✗ off track␛[0m
␛[36mrenewing.nps␛[0m    NPS rises | 客户净推…   ␛[31m−13 pp␛[0m  ␛[33m! at risk␛[0m
␛[36mrenewing.churn␛[0m  Churn falls               ␛[32m0 pp␛[0m  ␛[32m✓ on track␛[0m
␛[36mrenewing.beta␛[0m   =Launch, 2 of 3 👨‍👩‍👧‍👦      ␛[32m+50 pp␛[0m  ␛[94m★ done␛[0m

Company  40 % of 58 %  −18 pp
Department  0 % of 50 %  −50 pp
Individual  0 % of 50 %  −50 pp
"#);
}

#[test]
fn a_table_at_30_columns() {
    insta::assert_snapshot!(text(&gap(), &at(30)), @r#"
Gap · 2026-Q4 · as of Nov 15
worst first

KEY RESULT                 TO…
renewing.audit  Audit p…  −50…
renewing.up     Uptime…   −50…
renewing.nps    NPS ris…  −13…
renewing.churn  Churn f…  0 pp
renewing.beta   =Launch…  +50…

Company  40 % of 58 %  −18 pp
Department  0 % of 50 %  −50
pp     Individual  0 % of 50 %
−50 pp
"#);
}

#[test]
fn a_page_at_40_columns() {
    insta::assert_snapshot!(text(&page(), &at(40)), @r#"
acme/renewing
Make renewing the obvious choice
2026-Q4

What it is for
Renewals pay for everything else.

续约的客户为其他一切买单，所以每一次续约
都很重要，而且越早越好。

owner      Acme Inc.
aligns to  acme/default.share and what
           it rests on

The largest gap: renewing.audit. 2 of 5
are behind.
"#);
}
