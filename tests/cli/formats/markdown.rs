//! Every reading command as Markdown.

use insta::assert_snapshot;

use super::small;

#[test]
fn list() {
    assert_snapshot!(small().okr("list --format markdown"), @r"
    ## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · 1 objective

    | OBJECTIVE |  | OWNER | KRS |  | DONE | PLAN | PACE | CONF | LAST CHECK-IN |
    | :-- | :-- | :-- | --: | :-- | --: | --: | :-- | --: | :-- |
    | `acme/renewing` | Make renewing obvious \| 续约 | Acme Inc. | 2 | ▁▁▁▂▂▂▂ | 18 % | 50 % | ✗ says at risk | 5 | Oct 20 09:00 |
    ");
}

#[test]
fn show_renewing() {
    assert_snapshot!(small().okr("show renewing --format markdown"), @r#"
    ## Make renewing obvious \| 续约 · `acme/renewing`

    - **owner**: Acme Inc. (acme, company)
    - **cycle**: 2026-Q4 (Oct 1 – Dec 31)
    - **progress**: 18 % of 50 % expected, −32 pp ✗ off track, but people say at risk
    - **confidence**: 5 of 10
    - **tags**: retention

    **Make renewing obvious \| 续约** `acme/renewing`

    ```text
    100 % ┤                                                                 ⡀⡀⠄⠂
          │                                                          ⡀⡀⠄⠄⠂⠁⠁
          │                                                   ⡀⡀⠄⠄⠂⠁⠁
          │                                            ⡀⡀⠄⠄⠂⠂⠁
          │                                      ⡀⠄⠄⠂⠂⠁
     50 % ┤                               ⡀⠄⠄○⠂⠁⠁
          │                        ⡀⡀⠄⠂⠂⠁⠁   │
          │                 ⡀⡀⠄⠂⠂⠁⠁          │
          │          ⡀⡀⠄⠄┏━━━━━━━━━━━━━━━━━━━●
          │   ⡀⡀⠄⠄⠂⠁⠁    ┃
      0 % └━━━━━━━━━━━━━━┛───────────────────┬──────────────────────────────────
           Oct 1                       today, Nov 15                      Dec 31
    ━● reached 18 %   ⠄⠄○ plan 50 %
    ```

    | KR |  | NOW | DONE | PLAN | PACE | FORECAST | CONF | LAST CHECK-IN |
    | :-- | :-- | :-- | --: | --: | :-- | :-- | --: | :-- |
    | `nps` | NPS rises | 38 of 50 points | 37 % | 50 % | ✗ says at risk | too early | 5 | Oct 20 (26 days) |
    | `audit` | Audit, passed | not yet | 0 % | 50 % | ✗ off track | – |  | never (46 days) |

    ### Lately

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn show_renewing_nps() {
    assert_snapshot!(small().okr("show renewing.nps --format markdown"), @r#"
    ## NPS rises · `acme/renewing.nps`

    - **objective**: `acme/renewing` Make renewing obvious \| 续约
    - **measure**: 31 → 50 points
    - **now**: **38 of 50 points**
    - **to go**: 12 points
    - **progress**: 37 % of 50 % expected, −13 pp ✗ off track, but people say at risk
    - **due**: Dec 31
    - **forecast**: too early: check-ins on 1 day so far, 3 are needed
    - **owner**: acme
    - **confidence**: 5 of 10
    - **last check-in**: Oct 20 09:00 by ana 26 days without one
    - **last note**: first, "survey"

    **NPS rises** `acme/renewing.nps`

    ```text
    50 points  100 % ┤                                                       ⡀⠄⠂
                     │                                                 ⡀⠄⠄⠂⠁⠁
                     │                                           ⡀⡀⠄⠂⠁⠁
                     │                                     ⡀⡀⠄⠂⠂⠁
                     │                                ⡀⠄⠂⠂⠁
                50 % ┤                          ⡀⠄○⠂⠁⠁
                     │            ┏━━━━━━━━━━━━━━━●
                     │            ┃ ⡀⡀⠄⠂⠂⠁
                     │         ⡀⠄⠂┃⠁
                     │   ⡀⠄⠄⠂⠁⠁   ┃
           31    0 % └━━━━━━━━━━━━┛───────────────┬─────────────────────────────
                      Oct 1                 today, Nov 15                 Dec 31
    ━● reached 37 %   ⠄⠄○ plan 50 %
    ```

    ### Lately

    |  |  |  |  |
    | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn tree() {
    assert_snapshot!(small().okr("tree --format markdown"), @r"
    ## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92, 50 % of the time is gone · ┊ = where the plan is

    - Acme Inc. · 18 % · −32 pp · ✗ off track
      - **Make renewing obvious \| 续约** · `acme/renewing` · 18 % · −32 pp · ✗ says at risk · 5/10
        - NPS rises · nps 38 of 50 points · 37 % · −13 pp · ✗ says at risk · 5/10
        - Audit, passed · audit not yet · 0 % · −50 pp · ✗ off track
    ");
}

#[test]
fn history_renewing() {
    assert_snapshot!(small().okr("history renewing --format markdown"), @r#"
    ## Make renewing obvious \| 续约 · `acme/renewing`

    | WHEN | WHO | KR | BEFORE | AFTER | CHANGE | PROGRESS | STATUS | CONF | NOTE | EVENT |
    | :-- | :-- | :-- | --: | --: | :-- | --: | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | nps | 31 | **38** | +7 | 0 → 37 % | at risk | 5 | first, "survey" | a2 |
    "#);
}

#[test]
fn log() {
    assert_snapshot!(small().okr("log --format markdown"), @r#"
    ## Activity · 2026-Q4 · 1 event

    | WHEN | WHO | OBJECTIVE | WHAT | EVENT |
    | :-- | :-- | :-- | :-- | :-- |
    | Oct 20 09:00 | ana | `acme/renewing` | updated nps 31 → **38 points** · at risk · 5/10 · first, "survey" | a2 |
    "#);
}

#[test]
fn cycle_list() {
    assert_snapshot!(small().okr("cycle list --format markdown"), @"
    ## Cycles · 1 cycle

    |  | CYCLE | START | END | STATE | OBJECTIVES | DONE | PLAN | PACE |
    | :-- | :-- | :-- | :-- | :-- | --: | --: | --: | :-- |
    | ▶ | `2026-Q4` | Oct 1 | Dec 31 | day 46 of 92 | 1 | 18 % | 50 % | ✗ off track |
    ");
}

#[test]
fn cycle_show() {
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
fn org_show() {
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
fn report_gap() {
    assert_snapshot!(small().okr("report gap --format markdown"), @r"
    ## Gap · 2026-Q4 · as of Nov 15 · worst first

    | KEY RESULT |  | START | NOW | TARGET | TO GO | PLAN | DONE | TO PLAN | PACE | FORECAST | CONF |
    | :-- | :-- | --: | --: | --: | --: | --: | --: | --: | :-- | :-- | --: |
    | `acme/renewing.audit` | Audit, passed | – | **not yet** | done | – | 50 % | 0 % | −50 pp | ✗ off track | – |  |
    | `acme/renewing.nps` | NPS rises | 31 | **38** | 50 | 12 points | 50 % | 37 % | −13 pp | ✗ says at risk | too early | 5/10 |

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
fn report_progress() {
    assert_snapshot!(small().okr("report progress --format markdown"), @r"
    ## Progress · 2026-Q4 · as of Nov 15 · change since Nov 8

    |  |  |  | OBJECTIVES | PLAN | DONE | TO PLAN | CHANGE |  |  | PACE |
    | :-- | :-- | :-- | --: | --: | --: | --: | --: | :-- | :-- | :-- |
    | cycle |  | **all** | 1 | 50 % | 18 % | −32 pp | 0 pp | ▁▁▁▂▂▂▂ | ↘ losing | ✗ off track |
    | objective | `acme/renewing` | Make renewing obvious \| 续约 | 1 | 50 % | 18 % | −32 pp | 0 pp | ▁▁▁▂▂▂▂ | ↘ losing | ✗ off track |

    1 off track
    ");
}
