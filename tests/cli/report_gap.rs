//! `okr report gap`.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_worked_example_at_every_width() {
    let world = World::worked();
    assert_snapshot!(world.width(60).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                     DONE  TO PLAN  PACE
    acme/renewing.aud…  Audit pa…   0 %   −50 pp  ✗ off track
    acme/renewing.up    Uptime i…  50 %   −50 pp  ✗ off track
    acme/renewing.nps   NPS rises  37 %   −13 pp  ✗ says at risk
    acme/renewing.chu…  Churn fa…  50 %     0 pp  ✓ on track
    acme/renewing.lau…  Launch     67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                      DONE  TO PLAN  PACE
    acme/renewing  Make renewing…  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's
    largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.width(80).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                            NOW  TARGET  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit pas…  not yet    done   0 %   −50 pp  ✗ off track
    acme/renewing.up      Uptime is…    99.45  ≥ 99.9  50 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises        38      50  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn fal…      3.1     2.0  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch       2 of 3  3 of 3  67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                                    PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing t…  ████░┊░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap:
    acme/renewing.audit.
    ");
    assert_snapshot!(world.width(100).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.width(120).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                            START      NOW  TARGET      TO GO   PLAN  DONE  TO PLAN  PACE            CONF
    acme/renewing.audit   Audit passed        –  not yet    done          –   50 %   0 %   −50 pp  ✗ off track
    acme/renewing.up      Uptime is kept   99.0    99.45  ≥ 99.9     0.45 %  100 %  50 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises          31       38      50  12 points   50 %  37 %   −13 pp  ✗ says at risk  5/10
    acme/renewing.churn   Churn falls       4.2      3.1     2.0     −1.1 %   50 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch              –   2 of 3  3 of 3     1 step   50 %  67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                                                            PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ███████░░░┊░░░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
}

#[test]
fn a_team_at_every_width() {
    let world = World::team();
    assert_snapshot!(world.width(60).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                     DONE  TO PLAN  PACE
    acme/renewing.au…  Audit pa…    0 %   −50 pp  ✗ off track
    acme/renewing.up   Uptime i…   50 %   −50 pp  ✗ off track
    ana/tickets.day    Tickets…     0 %   −50 pp  ✗ off track
    bo/learn-rust.pr   Pull req…    0 %   −50 pp  ✗ off track
    eng/portal.beta    Beta cus…   60 %   −15 pp  ! at risk
    acme/renewing.nps  NPS rises   37 %   −13 pp  ✗ says at risk
    acme/renewing.ch…  Churn fa…   50 %     0 pp  ✓ on track
    ops/xuyue.shouci   首次响应…  100 %     0 pp  ✓ on track
    eng/portal.finish  Share of…   58 %    +8 pp  ✓ on track
    ops/xuyue.huifang  每月回访…   58 %    +8 pp  ✓ on track
    acme/renewing.la…  Launch      67 %   +17 pp  ✓ on track
    bo/learn-rust.bo…  Read the…  100 %   +50 pp  ★ done

    Objectives
    OBJECTIVE                      DONE  TO PLAN  PACE
    ana/tickets    Answer every…    0 %   −50 pp  ✗ off track
    acme/renewing  Make renewing…  40 %   −18 pp  ✗ says at risk
    eng/portal     Ship a renewa…  59 %    −4 pp  ! at risk
    bo/learn-rust  Learn to writ…  50 %     0 pp  ✓ on track
    ops/xuyue      让每个客户都…   79 %    +4 pp  ✓ on track

    Totals
    BY               OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company            1  58 %  40 %   −18 pp  ✗ off tra…
    level  departm…           2  69 %  69 %     0 pp  ✓ on track
    level  individ…           2  50 %  25 %   −25 pp  ✗ off tra…
    unit   Acme In…           1  58 %  40 %   −18 pp  ✗ off tra…
    unit   Enginee…           3  54 %  36 %   −18 pp  ✗ off tra…
    unit   客户成…            1  75 %  79 %    +4 pp  ✓ on track
    owner  Acme In…           1  58 %  40 %   −18 pp  ✗ off tra…
    owner  Enginee…           1  63 %  59 %    −4 pp  ! at risk
    owner  客户成…            1  75 %  79 %    +4 pp  ✓ on track
    owner  Ana Lima           1  50 %   0 %   −50 pp  ✗ off tra…
    owner  Bo Chen            1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4            5  59 %  46 %   −14 pp  ! at risk

    6 of 12 key results are behind the plan. The company's
    largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.width(100).okr("report gap"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                               NOW  TARGET   DONE  TO PLAN  PACE            FORECAST
    acme/renewing.audit   Audit passed   not yet    done    0 %   −50 pp  ✗ off track     –
    acme/renewing.up      Uptime is ke…    99.45  ≥ 99.9   50 %   −50 pp  ✗ off track     too early
    ana/tickets.day       Tickets answ…       70      95    0 %   −50 pp  ✗ off track     too early
    bo/learn-rust.pr      Pull request…        0       5    0 %   −50 pp  ✗ off track     too early
    eng/portal.beta       Beta custome…       15      25   60 %   −15 pp  ! at risk       too early
    acme/renewing.nps     NPS rises           38      50   37 %   −13 pp  ✗ says at risk  too early
    acme/renewing.churn   Churn falls        3.1     2.0   50 %     0 pp  ✓ on track      too early
    ops/xuyue.shouci      首次响应时间        28    ≤ 30  100 %     0 pp  ✓ on track      too early
    eng/portal.finish     Share of sta…       63      80   58 %    +8 pp  ✓ on track      100 (78–100) ✓
    ops/xuyue.huifang     每月回访的客…       70     120   58 %    +8 pp  ✓ on track      too early
    acme/renewing.launch  Launch          2 of 3  3 of 3   67 %   +17 pp  ✓ on track      –
    bo/learn-rust.book    Read the book     done    done  100 %   +50 pp  ★ done          –

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    ana/tickets    Answer every ticket within a day 👩🏽‍💻   ░░░░░┊░░░░  50 %   0 %   −50 pp  ✗ off track
    acme/renewing  Make renewing the obvious choice      ████░┊░░░░  58 %  40 %   −18 pp  ✗ says at risk
    eng/portal     Ship a renewal portal that people f…  ██████┊░░░  63 %  59 %    −4 pp  ! at risk
    bo/learn-rust  Learn to write Rust that lasts        █████┊░░░░  50 %  50 %     0 pp  ✓ on track
    ops/xuyue      让每个客户都愿意续约，并且主动推荐…   ███████┊░░  75 %  79 %    +4 pp  ✓ on track

    Totals
    BY                  OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company               1  58 %  40 %   −18 pp  ✗ off track
    level  department            2  69 %  69 %     0 pp  ✓ on track
    level  individual            2  50 %  25 %   −25 pp  ✗ off track
    unit   Acme Inc.             1  58 %  40 %   −18 pp  ✗ off track
    unit   Engineering           3  54 %  36 %   −18 pp  ✗ off track
    unit   客户成功部            1  75 %  79 %    +4 pp  ✓ on track
    owner  Acme Inc.             1  58 %  40 %   −18 pp  ✗ off track
    owner  Engineering           1  63 %  59 %    −4 pp  ! at risk
    owner  客户成功部            1  75 %  79 %    +4 pp  ✓ on track
    owner  Ana Lima              1  50 %   0 %   −50 pp  ✗ off track
    owner  Bo Chen               1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4               5  59 %  46 %   −14 pp  ! at risk

    6 of 12 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
}

#[test]
fn the_order_is_chosen() {
    let world = World::worked();
    assert_snapshot!(world.okr("report gap --sort progress"), @"
    Gap · 2026-Q4 · as of Nov 15 · least progress first

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --sort ref"), @"
    Gap · 2026-Q4 · as of Nov 15 · by reference

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --sort title"), @"
    Gap · 2026-Q4 · as of Nov 15 · by title

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --sort updated"), @"
    Gap · 2026-Q4 · as of Nov 15 · longest without a check-in first

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --sort status"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst status first

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
}

#[test]
fn grouped() {
    let world = World::team();
    assert_snapshot!(world.okr("report gap --by level"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    company
    1 objective, 40 % of 58 %, −18 pp

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track

    department
    2 objectives, 69 % of 69 %, 0 pp

    KEY RESULT                     NOW  TARGET         TO GO   DONE  TO PLAN  PACE        FORECAST
    eng/portal.beta    Beta cust…   15      25  10 customers   60 %   −15 pp  ! at risk   too early
    ops/xuyue.shouci   首次响应…    28    ≤ 30        0 分钟  100 %     0 pp  ✓ on track  too early
    eng/portal.finish  Share of…    63      80          17 %   58 %    +8 pp  ✓ on track  100 (78–100) ✓
    ops/xuyue.huifang  每月回访…    70     120         50 家   58 %    +8 pp  ✓ on track  too early

    individual
    2 objectives, 25 % of 50 %, −25 pp

    KEY RESULT                             START   NOW  TARGET  TO GO  PLAN   DONE  TO PLAN  PACE
    ana/tickets.day     Tickets answered…     70    70      95   25 %  50 %    0 %   −50 pp  ✗ off track
    bo/learn-rust.pr    Pull requests me…      0     0       5      5  50 %    0 %   −50 pp  ✗ off track
    bo/learn-rust.book  Read the book          –  done    done      –  50 %  100 %   +50 pp  ★ done

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    ana/tickets    Answer every ticket within a day 👩🏽‍💻   ░░░░░┊░░░░  50 %   0 %   −50 pp  ✗ off track
    acme/renewing  Make renewing the obvious choice      ████░┊░░░░  58 %  40 %   −18 pp  ✗ says at risk
    eng/portal     Ship a renewal portal that people f…  ██████┊░░░  63 %  59 %    −4 pp  ! at risk
    bo/learn-rust  Learn to write Rust that lasts        █████┊░░░░  50 %  50 %     0 pp  ✓ on track
    ops/xuyue      让每个客户都愿意续约，并且主动推荐…   ███████┊░░  75 %  79 %    +4 pp  ✓ on track

    Totals
    BY                  OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company               1  58 %  40 %   −18 pp  ✗ off track
    level  department            2  69 %  69 %     0 pp  ✓ on track
    level  individual            2  50 %  25 %   −25 pp  ✗ off track
    unit   Acme Inc.             1  58 %  40 %   −18 pp  ✗ off track
    unit   Engineering           3  54 %  36 %   −18 pp  ✗ off track
    unit   客户成功部            1  75 %  79 %    +4 pp  ✓ on track
    owner  Acme Inc.             1  58 %  40 %   −18 pp  ✗ off track
    owner  Engineering           1  63 %  59 %    −4 pp  ! at risk
    owner  客户成功部            1  75 %  79 %    +4 pp  ✓ on track
    owner  Ana Lima              1  50 %   0 %   −50 pp  ✗ off track
    owner  Bo Chen               1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4               5  59 %  46 %   −14 pp  ! at risk

    6 of 12 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --by unit --unit eng"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    Engineering
    3 objectives, 36 % of 54 %, −18 pp

    KEY RESULT                                  NOW  TARGET   DONE  TO PLAN  PACE         FORECAST
    ana/tickets.day     Tickets answered wit…    70      95    0 %   −50 pp  ✗ off track  too early
    bo/learn-rust.pr    Pull requests merged…     0       5    0 %   −50 pp  ✗ off track  too early
    eng/portal.beta     Beta customers           15      25   60 %   −15 pp  ! at risk    too early
    eng/portal.finish   Share of started ren…    63      80   58 %    +8 pp  ✓ on track   100 (78–100) ✓
    bo/learn-rust.book  Read the book          done    done  100 %   +50 pp  ★ done       –

    Objectives
    OBJECTIVE                                                           PLAN  DONE  TO PLAN  PACE
    ana/tickets    Answer every ticket within a day 👩🏽‍💻      ░░░░░┊░░░░  50 %   0 %   −50 pp  ✗ off track
    eng/portal     Ship a renewal portal that people fini…  ██████┊░░░  63 %  59 %    −4 pp  ! at risk
    bo/learn-rust  Learn to write Rust that lasts           █████┊░░░░  50 %  50 %     0 pp  ✓ on track

    Totals
    BY                  OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  department            1  63 %  59 %    −4 pp  ! at risk
    level  individual            2  50 %  25 %   −25 pp  ✗ off track
    owner  Engineering           1  63 %  59 %    −4 pp  ! at risk
    owner  Ana Lima              1  50 %   0 %   −50 pp  ✗ off track
    owner  Bo Chen               1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4               3  54 %  36 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The department's largest gap: eng/portal.beta.
    ");
    assert_snapshot!(world.okr("report gap --by objective --unit eng"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    Answer every ticket within a day 👩🏽‍💻
    1 objective, 0 % of 50 %, −50 pp

    KEY RESULT                               START  NOW  TARGET  TO GO  PLAN  DONE  TO PLAN  PACE
    ana/tickets.day  Tickets answered with…     70   70      95   25 %  50 %   0 %   −50 pp  ✗ off track

    Ship a renewal portal that people finish
    1 objective, 59 % of 63 %, −4 pp

    KEY RESULT                      NOW  TARGET         TO GO  DONE  TO PLAN  PACE        FORECAST
    eng/portal.beta    Beta custo…   15      25  10 customers  60 %   −15 pp  ! at risk   too early
    eng/portal.finish  Share of s…   63      80          17 %  58 %    +8 pp  ✓ on track  100 (78–100) ✓

    Learn to write Rust that lasts
    1 objective, 50 % of 50 %, 0 pp

    KEY RESULT                             START   NOW  TARGET  TO GO  PLAN   DONE  TO PLAN  PACE
    bo/learn-rust.pr    Pull requests me…      0     0       5      5  50 %    0 %   −50 pp  ✗ off track
    bo/learn-rust.book  Read the book          –  done    done      –  50 %  100 %   +50 pp  ★ done

    Objectives
    OBJECTIVE                                                           PLAN  DONE  TO PLAN  PACE
    ana/tickets    Answer every ticket within a day 👩🏽‍💻      ░░░░░┊░░░░  50 %   0 %   −50 pp  ✗ off track
    eng/portal     Ship a renewal portal that people fini…  ██████┊░░░  63 %  59 %    −4 pp  ! at risk
    bo/learn-rust  Learn to write Rust that lasts           █████┊░░░░  50 %  50 %     0 pp  ✓ on track

    Totals
    BY                  OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  department            1  63 %  59 %    −4 pp  ! at risk
    level  individual            2  50 %  25 %   −25 pp  ✗ off track
    owner  Engineering           1  63 %  59 %    −4 pp  ! at risk
    owner  Ana Lima              1  50 %   0 %   −50 pp  ✗ off track
    owner  Bo Chen               1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4               3  54 %  36 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The department's largest gap: eng/portal.beta.
    ");
}

#[test]
fn filtered() {
    let world = World::team();
    assert_snapshot!(world.okr("report gap --pace at-risk"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                      NOW  TARGET         TO GO  DONE  TO PLAN  PACE        FORECAST
    eng/portal.beta    Beta custo…   15      25  10 customers  60 %   −15 pp  ! at risk   too early
    eng/portal.finish  Share of s…   63      80          17 %  58 %    +8 pp  ✓ on track  100 (78–100) ✓

    Objectives
    OBJECTIVE                                                             PLAN  DONE  TO PLAN  PACE
    eng/portal  Ship a renewal portal that people finish  ████████┊░░░░░  63 %  59 %    −4 pp  ! at risk

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  department           1  63 %  59 %    −4 pp  ! at risk
    all    2026-Q4              1  63 %  59 %    −4 pp  ! at risk

    1 of 2 key results is behind the plan. The department's largest gap: eng/portal.beta.
    ");
    assert_snapshot!(world.okr("report gap --tag nothing"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    No objectives here.
    ");
}

#[test]
fn a_past_day() {
    let world = World::worked();
    assert_snapshot!(world.okr("report gap --as-of 2026-10-05"), @"
    Gap · 2026-Q4 · as of Oct 5 · worst first

    KEY RESULT                            START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed        –  not yet    done          –   0 %    −5 pp  · too early
    acme/renewing.churn   Churn falls       4.2      4.2     2.0     −2.2 %   0 %    −5 pp  · too early
    acme/renewing.launch  Launch              –   0 of 3  3 of 3    3 steps   0 %    −5 pp  · too early
    acme/renewing.nps     NPS rises          31       31      50  19 points   0 %    −5 pp  · too early
    acme/renewing.up      Uptime is kept   99.0        –  ≥ 99.9          –     –        –  –

    Objectives
    OBJECTIVE                                                           PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ┊░░░░░░░░░░░░░░░░   5 %   0 %    −5 pp  · too early

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1   5 %   0 %    −5 pp  · too early
    all    2026-Q4           1   5 %   0 %    −5 pp  · too early

    It is too early to say who is behind the plan. 1 not measured, and left out.
    ");
}

#[test]
fn it_fails_on_what_it_is_told_to() {
    let world = World::team();
    assert_snapshot!(world.okr("report gap --unit ops --fail-on off-track,at-risk,stale,unaligned,unscored"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                           START  NOW  TARGET   TO GO   PLAN   DONE  TO PLAN  PACE
    ops/xuyue.shouci   首次响应时间        120   28    ≤ 30  0 分钟  100 %  100 %     0 pp  ✓ on track
    ops/xuyue.huifang  每月回访的客户数      0   70     120   50 家   50 %   58 %    +8 pp  ✓ on track

    Objectives
    OBJECTIVE                                                            PLAN  DONE  TO PLAN  PACE
    ops/xuyue  让每个客户都愿意续约，并且主动推荐给朋友们  █████████┊░░  75 %  79 %    +4 pp  ✓ on track

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  department           1  75 %  79 %    +4 pp  ✓ on track
    all    2026-Q4              1  75 %  79 %    +4 pp  ✓ on track

    All 2 key results are on the plan or ahead of it.
    ");
    assert_snapshot!(world.okr("report gap --owner bo --fail-on off-track"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                             START   NOW  TARGET  TO GO  PLAN   DONE  TO PLAN  PACE
    bo/learn-rust.pr    Pull requests me…      0     0       5      5  50 %    0 %   −50 pp  ✗ off track
    bo/learn-rust.book  Read the book          –  done    done      –  50 %  100 %   +50 pp  ★ done

    Objectives
    OBJECTIVE                                                          PLAN  DONE  TO PLAN  PACE
    bo/learn-rust  Learn to write Rust that lasts  █████████┊░░░░░░░░  50 %  50 %     0 pp  ✓ on track

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  individual           1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4              1  50 %  50 %     0 pp  ✓ on track

    1 of 2 key results is behind the plan. The largest gap: bo/learn-rust.pr.
    ── stderr ──
    failed: 1 is off-track: bo/learn-rust.pr
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("report gap --owner eng --fail-on at-risk"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                      NOW  TARGET         TO GO  DONE  TO PLAN  PACE        FORECAST
    eng/portal.beta    Beta custo…   15      25  10 customers  60 %   −15 pp  ! at risk   too early
    eng/portal.finish  Share of s…   63      80          17 %  58 %    +8 pp  ✓ on track  100 (78–100) ✓

    Objectives
    OBJECTIVE                                                             PLAN  DONE  TO PLAN  PACE
    eng/portal  Ship a renewal portal that people finish  ████████┊░░░░░  63 %  59 %    −4 pp  ! at risk

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  department           1  63 %  59 %    −4 pp  ! at risk
    all    2026-Q4              1  63 %  59 %    −4 pp  ! at risk

    1 of 2 key results is behind the plan. The department's largest gap: eng/portal.beta.
    ── stderr ──
    failed: 2 are at-risk: eng/portal and eng/portal.beta
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("report gap --owner ana --fail-on stale"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                               START  NOW  TARGET  TO GO  PLAN  DONE  TO PLAN  PACE
    ana/tickets.day  Tickets answered with…     70   70      95   25 %  50 %   0 %   −50 pp  ✗ off track

    Objectives
    OBJECTIVE                                                           PLAN  DONE  TO PLAN  PACE
    ana/tickets  Answer every ticket within a day 👩🏽‍💻  ░░░░░░░░┊░░░░░░░  50 %   0 %   −50 pp  ✗ off track

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  individual           1  50 %   0 %   −50 pp  ✗ off track
    all    2026-Q4              1  50 %   0 %   −50 pp  ✗ off track

    1 of 1 key results is behind the plan. The largest gap: ana/tickets.day.
    ── stderr ──
    failed: 1 is stale: ana/tickets.day
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("report gap --owner bo --fail-on unaligned"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                             START   NOW  TARGET  TO GO  PLAN   DONE  TO PLAN  PACE
    bo/learn-rust.pr    Pull requests me…      0     0       5      5  50 %    0 %   −50 pp  ✗ off track
    bo/learn-rust.book  Read the book          –  done    done      –  50 %  100 %   +50 pp  ★ done

    Objectives
    OBJECTIVE                                                          PLAN  DONE  TO PLAN  PACE
    bo/learn-rust  Learn to write Rust that lasts  █████████┊░░░░░░░░  50 %  50 %     0 pp  ✓ on track

    Totals
    BY                 OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  individual           1  50 %  50 %     0 pp  ✓ on track
    all    2026-Q4              1  50 %  50 %     0 pp  ✓ on track

    1 of 2 key results is behind the plan. The largest gap: bo/learn-rust.pr.
    ── stderr ──
    failed: 1 is unaligned: bo/learn-rust
    ── exit 1 ──
    ");
    world.on("2027-01-09");
    assert_snapshot!(world.okr("--cycle 2026-Q4 report gap --owner ops --fail-on unscored"), @"
    Gap · 2026-Q4 · as of Jan 9 · worst first

    KEY RESULT                        START  NOW  TARGET   TO GO   PLAN   DONE  TO PLAN  PACE
    ops/xuyue.huifang  每月回访的客…      0   70     120   50 家  100 %   58 %   −42 pp  ✗ says on track
    ops/xuyue.shouci   首次响应时间     120   28    ≤ 30  0 分钟  100 %  100 %     0 pp  ★ done

    Objectives
    OBJECTIVE                                                      PLAN  DONE  TO PLAN  PACE
    ops/xuyue  让每个客户都愿意续约，并且主动推荐给…  ████████░┊  100 %  79 %   −21 pp  ! says on track

    Totals
    BY                 OBJECTIVES   PLAN  DONE  TO PLAN  PACE
    level  department           1  100 %  79 %   −21 pp  ! at risk
    all    2026-Q4              1  100 %  79 %   −21 pp  ! at risk

    1 of 2 key results is behind the plan. The department's largest gap: ops/xuyue.huifang.
    ── stderr ──
    failed: 1 is unscored: ops/xuyue
    ── exit 1 ──
    ");
    assert_snapshot!(world.okr("report gap --fail-on everything"), @"
    ── stderr ──
    error: invalid value 'everything' for '--fail-on <WHAT>'
      [possible values: off-track, at-risk, stale, unscored, unaligned]

    For more information, try '--help'.
    ── exit 2 ──
    ");
}

#[test]
fn all_findings_of_a_team() {
    let world = World::team();
    assert_snapshot!(world.okr("--quiet report gap --owner mei --fail-on off-track"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    No objectives here.
    ");
    assert_snapshot!(world.okr("report gap --owner acme --fail-on off-track,at-risk,stale"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first

    KEY RESULT                          START      NOW  TARGET      TO GO  DONE  TO PLAN  PACE
    acme/renewing.audit   Audit passed      –  not yet    done          –   0 %   −50 pp  ✗ off track
    acme/renewing.up      Uptime is k…   99.0    99.45  ≥ 99.9     0.45 %  50 %   −50 pp  ✗ off track
    acme/renewing.nps     NPS rises        31       38      50  12 points  37 %   −13 pp  ✗ says at risk
    acme/renewing.churn   Churn falls     4.2      3.1     2.0     −1.1 %  50 %     0 pp  ✓ on track
    acme/renewing.launch  Launch            –   2 of 3  3 of 3     1 step  67 %   +17 pp  ✓ on track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ── stderr ──
    failed: 4 are off-track: acme/renewing, acme/renewing.nps, acme/renewing.up and acme/renewing.audit
    failed: 2 are at-risk: acme/renewing and acme/renewing.nps
    failed: 1 is stale: acme/renewing.audit
    ── exit 1 ──
    ");
}

#[test]
fn what_changed_since_a_day_stands_beside_the_gap() {
    let world = World::worked();
    assert_snapshot!(world.okr("report gap --since 2026-11-09"), @"
    Gap · 2026-Q4 · as of Nov 15 · worst first · change since Nov 9

    KEY RESULT                             NOW  TARGET      TO GO  DONE  TO PLAN  CHANGE  PACE
    acme/renewing.audit   Audit pass…  not yet    done          –   0 %   −50 pp    0 pp  ✗ off track
    acme/renewing.up      Uptime is…     99.45  ≥ 99.9     0.45 %  50 %   −50 pp       –  ✗ off track
    acme/renewing.nps     NPS rises         38      50  12 points  37 %   −13 pp  +21 pp  ✗ says at risk
    acme/renewing.churn   Churn falls      3.1     2.0     −1.1 %  50 %     0 pp  +50 pp  ✓ on track
    acme/renewing.launch  Launch        2 of 3  3 of 3     1 step  67 %   +17 pp  +67 pp  ✓ on track

    Objectives
    OBJECTIVE                                                        PLAN  DONE  TO PLAN  PACE
    acme/renewing  Make renewing the obvious choice  ██████░░┊░░░░░  58 %  40 %   −18 pp  ✗ says at risk

    Totals
    BY              OBJECTIVES  PLAN  DONE  TO PLAN  PACE
    level  company           1  58 %  40 %   −18 pp  ✗ off track
    all    2026-Q4           1  58 %  40 %   −18 pp  ✗ off track

    3 of 5 key results are behind the plan. The company's largest gap: acme/renewing.audit.
    ");
    assert_snapshot!(world.okr("report gap --since tomorrow"), @r#"
    ── stderr ──
    error: --since "tomorrow" is neither a number of days nor a day
    hint: write 14 or 2026-10-31
    ── exit 2 ──
    "#);
}
