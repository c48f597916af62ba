//! A commented file, edit by edit.

use insta::assert_snapshot;

use super::commented;

#[test]
fn a_scalar_is_replaced() {
    let world = commented();
    assert_snapshot!(world.rewrite(r#"set renewing title "Renew: now""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,4 +1,4 @@
     # Why we exist.
    -title: 'Make renewing obvious'   # said by the board
    +title: 'Renew: now'   # said by the board
     description: |
       Renewals pay for
    ");
    assert_snapshot!(world.rewrite("set renewing weight 3"), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -7,5 +7,5 @@
     
     # counts double
    -weight: 2.0
    +weight: 3
    ");
    assert_snapshot!(world.rewrite(r#"kr edit renewing.nps --title "NPS soars""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -13,5 +13,5 @@
       # what customers say
       - id: nps        # asked by mail
    -    title: "NPS rises"
    +    title: "NPS soars"
         metric: {from: 31, to: 50, unit: points}   # per quarter
    "#);
    assert_snapshot!(world.rewrite("kr edit renewing.churn --weight 2"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -23,3 +23,4 @@
             unit: "%"
           title: Churn falls
    +      weight: 2
     # the end
    "#);
}

#[test]
fn keys_are_added() {
    let world = commented();
    assert_snapshot!(world.rewrite(r#"set renewing tags "a,b""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -8,4 +8,5 @@
     # counts double
     weight: 2.0
    +tags: [a, b]
    ");
    assert_snapshot!(world.rewrite("kr edit renewing.nps --due 2026-11-30"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -16,4 +16,5 @@
         title: "NPS rises"
         metric: {from: 31, to: 50, unit: points}   # per quarter
    +    due: 2026-11-30
     
       # what customers do
    "#);
    assert_snapshot!(world.rewrite("kr edit renewing.churn --owner bo --due 2026-12-01"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -25,3 +25,5 @@
             unit: "%"
           title: Churn falls
    +      owner: bo
    +      due: 2026-12-01
     # the end
    "#);
    assert_snapshot!(world.rewrite("align renewing other"), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -5,4 +5,5 @@
     
       everything else.   # not a comment
    +aligns_to: [acme/other]
     
     # counts double
    ");
}

#[test]
fn keys_are_removed() {
    let world = commented();
    assert_snapshot!(world.rewrite(r#"set renewing weight """#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -6,6 +6,4 @@
       everything else.   # not a comment
     
    -# counts double
    -weight: 2.0
    ");
    assert_snapshot!(world.rewrite(r#"set renewing description """#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,8 +1,4 @@
     # Why we exist.
     title: 'Make renewing obvious'   # said by the board
    -description: |
    -  Renewals pay for
    -
    -  everything else.   # not a comment
    ");
    assert_snapshot!(world.rewrite("kr remove renewing.nps"), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -5,8 +5,4 @@
     
     key_results:
    -  # what customers say
    -  - id: nps        # asked by mail
    -    title: "NPS rises"
    -    metric: {from: 31, to: 50, unit: points}   # per quarter
     
       # what customers do
    "#);
}

#[test]
fn items_are_appended() {
    let world = commented();
    assert_snapshot!(world.rewrite(r#"kr add renewing "audit = Audit passed: done""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -23,3 +23,6 @@
             unit: "%"
           title: Churn falls
    +  - id: audit
    +    title: Audit passed
    +    metric: done
     # the end
    "#);
    assert_snapshot!(world.rewrite(r#"kr edit renewing.nps --initiative "Guided onboarding""#), @r#"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -15,4 +15,6 @@
         title: "NPS rises"
         metric: {from: 31, to: 50, unit: points}   # per quarter
    +    initiatives:
    +      - title: Guided onboarding
     
       # what customers do
    "#);
}

#[test]
fn a_block_scalar_is_rewritten() {
    let world = commented();
    assert_snapshot!(world.rewrite(r#"set renewing description "One line""#), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,8 +1,5 @@
     # Why we exist.
     title: 'Make renewing obvious'   # said by the board
    -description: |
    -  Renewals pay for
    -
    -  everything else.   # not a comment
    +description: One line
     
     # counts double
    ");
}

#[test]
fn a_description_of_several_lines_is_written_as_a_block() {
    let world = commented();
    assert_snapshot!(world.rewrite("set renewing description \"One\nTwo: 2\n\n  three # no comment\""), @"
    --- 2026-Q4/acme/renewing.yaml
    +++ 2026-Q4/acme/renewing.yaml
    @@ -1,8 +1,9 @@
     # Why we exist.
     title: 'Make renewing obvious'   # said by the board
    -description: |
    -  Renewals pay for
    +description: |-
    +  One
    +  Two: 2
     
    -  everything else.   # not a comment
    +    three # no comment
     
     # counts double
    ");
}
