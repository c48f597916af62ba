//! Merges shown as what comes out.

use insta::assert_snapshot;

use super::*;

const BASE: &str = "\
# comments are kept
title: Make renewing the obvious choice
aligns_to: [acme/default]   # its place in the tree
tags: [retention, product]

key_results:
  # the loudest voice
  - id: nps
    title: NPS rises   # by survey
    metric: {from: 31, to: 50, unit: points}
    weight: 2
  - id: churn
    title: Churn falls
    metric: {from: 4.2, to: 2.0, unit: \"%\"}
";

fn with(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// What the merge says, and the lines in which it differs from ours.
fn shown(ours: &str, theirs: &str) -> String {
    over(BASE, ours, theirs)
}

fn over(base: &str, ours: &str, theirs: &str) -> String {
    let merged = match merge(base, ours, theirs) {
        Ok(merged) => merged,
        Err(why) => return format!("unmergeable: {why}"),
    };
    let mut said: String = merged.conflicts.iter().map(|conflict| conflict.words() + "\n").collect();
    let diff = similar::TextDiff::from_lines(ours, &merged.text);
    for change in diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal) {
        said.push_str(&format!("{}{}\n", change.tag(), change.value().trim_end_matches('\n').replace('\r', "␍")));
    }
    said
}

#[test]
fn two_fields_of_one_mapping_on_one_line_are_no_conflict() {
    let ours = with(&[("to: 50", "to: 55")]);
    let theirs = with(&[("unit: points", "unit: pts"), ("weight: 2", "weight: 3 # louder")]);
    assert_snapshot!(shown(&ours, &theirs), @"
    -    metric: {from: 31, to: 55, unit: points}
    -    weight: 2
    +    metric: {from: 31, to: 55, unit: pts}
    +    weight: 3
    ");
}

#[test]
fn key_results_added_at_one_place_on_both_sides_are_both_there_with_their_comments() {
    let ours =
        format!("{BASE}  # ours\n  - id: up\n    title: Uptime is kept # always\n    metric: {{at_least: 99.9}}\n");
    let theirs = format!("{BASE}  # theirs\n  - id: calls\n    title: Fewer calls\n    metric: done\n");
    assert_snapshot!(shown(&ours, &theirs), @"
    +  # theirs
    +  - id: calls
    +    title: Fewer calls
    +    metric: done
    ");
}

#[test]
fn a_tag_taken_away_and_one_added_are_no_conflict() {
    assert_snapshot!(shown(&with(&[("[retention, product]", "[product]")]), &with(&[("[retention, product]", "[retention, product, q4]")])), @"
    -tags: [product]
    +tags: [product, q4]
    ");
    assert_snapshot!(shown(&with(&[("tags: [retention, product]\n", "")]), &with(&[("[retention, product]", "[retention, product, q4]")])), @"+tags: [q4]");
}

#[test]
fn a_tag_that_stands_twice_is_one() {
    let tags = |tags: &str| with(&[("[retention, product]", tags)]);
    let base = tags("[a, a]");
    assert_snapshot!(over(&base, &tags("[a, a, b]"), &tags("[c]")), @"
    -tags: [a, a, b]
    +tags: [b, c]
    ");
    assert_snapshot!(over(&base, &tags("[b, b]"), &tags("[a, c]")), @"
    -tags: [b, b]
    +tags: [b, c]
    ");
}

#[test]
fn a_target_that_both_changed_is_a_conflict_and_the_file_stays_yaml() {
    let ours = with(&[("to: 50", "to: 55"), ("# comments are kept", "# ours is kept")]);
    let theirs = with(&[("to: 50", "to: 60"), ("title: Churn falls", "title: Churn falls fast # theirs is kept")]);
    assert_snapshot!(shown(&ours, &theirs), @"
    target of nps: ours 55 points, theirs 60 points, before 50 points
    +    # CONFLICT target of nps: theirs 60 points, before 50 points; choose, then remove this line
    -    title: Churn falls
    +    title: Churn falls fast # theirs is kept
    ");
}

#[test]
fn titles_descriptions_and_removed_fields_are_told_in_words() {
    let ours = with(&[("Make renewing the obvious choice", "Renew # now"), ("    weight: 2\n", "")]);
    let theirs =
        with(&[("Make renewing the obvious choice", "\"Renew: 'yes'\\n\\e[31m\""), ("weight: 2", "weight: 5")]);
    assert_snapshot!(shown(&ours, &theirs), @r#"
    title: ours Renew, theirs "Renew: 'yes'\n\x1b[31m", before "Make renewing the obvious choice"
    weight of nps: ours none, theirs 5, before 2
    +# CONFLICT title: theirs "Renew: 'yes'\n\x1b[31m", before "Make renewing the obvious choice"; choose, then remove this line
    +  # CONFLICT weight of nps: theirs 5, before 2, here none; choose, then remove this line
    "#);
}

#[test]
fn a_long_text_is_cut_in_messages_and_whole_in_the_file() {
    let long = |letter: &str| format!("description: {}\ntitle: Make", letter.repeat(300));
    let merged = merge(BASE, &with(&[("title: Make", &long("o"))]), &with(&[("title: Make", &long("t"))])).unwrap();
    assert!(merged.conflicts[0].words().chars().count() < 260);
    assert!(merged.text.contains(&"t".repeat(300)));
}

#[test]
fn an_edit_against_a_removal_is_a_conflict_and_nothing_is_lost() {
    let removed = BASE.split("  - id: churn").next().unwrap().to_owned();
    let edited = with(&[("to: 2.0", "to: 1.5"), ("title: Churn falls", "title: Churn falls\n    owner: bo")]);
    assert_snapshot!(shown(&removed, &edited), @r#"
    key result churn: ours removed it, theirs changed owner to bo (before none), target to 1.5 (before 2.0)
    +  # CONFLICT key result churn: ours removed it, theirs changed owner to bo (before none), target to 1.5 (before 2.0); choose, then remove this line
    +  - id: churn
    +    title: Churn falls
    +    owner: bo
    +    metric: {from: 4.2, to: 1.5, unit: "%"}
    "#);
    assert_snapshot!(shown(&edited, &removed), @"
    key result churn: ours changed it, theirs removed it
    +  # CONFLICT key result churn: theirs removed it, ours changed it; choose, then remove this line
    ");
    assert_snapshot!(shown(&removed, &with(&[("to: 50", "to: 51")])), @"
    -    metric: {from: 31, to: 50, unit: points}
    +    metric: {from: 31, to: 51, unit: points}
    ");
}

#[test]
fn two_key_results_of_one_id_stay_readable() {
    let ours = format!("{BASE}  - id: kr1\n    title: Ours\n    metric: done\n");
    let theirs = format!("{BASE}  - id: kr1\n    title: Theirs\n    metric: {{from: 0, to: 9}}\n");
    assert_snapshot!(shown(&ours, &theirs), @"
    key result kr1: both added one of this name, theirs {id: kr1, title: Theirs, metric: {from: 0, to: 9}}
    +  # CONFLICT key result kr1: theirs added this one of the same name; choose, then remove these lines
    +  #   - id: kr1
    +  #     title: Theirs
    +  #     metric: {from: 0, to: 9}
    ");
    let same = format!("{BASE}  - id: kr1\n    title: Ours\n    metric: {{from: 0, to: 9}}\n");
    assert_snapshot!(shown(&ours, &same), @"
    metric of kr1: ours done, theirs {from: 0, to: 9}, before none
    +    # CONFLICT metric of kr1: theirs {from: 0, to: 9}, before none; choose, then remove this line
    ");
    assert_snapshot!(shown(&ours, &ours), @"");
}

#[test]
fn milestones_and_initiatives_go_by_name() {
    let base = "title: a\nkey_results:\n  - id: a\n    title: A\n    metric: {milestones: [design, beta, launch]}\n    initiatives:\n      - {title: One, done: false}\n";
    let ours = base.replace("beta,", "{beta: 2},").replace(
        "      - {title: One, done: false}\n",
        "      - {title: One, done: false, link: x}\n      - {title: Two}\n",
    );
    let theirs =
        base.replace("design,", "design, alpha,").replace("done: false}\n", "done: true}\n      - {title: Three}\n");
    assert_snapshot!(over(base, &ours, &theirs), @"
    -    metric: {milestones: [design, {beta: 2}, launch]}
    +    metric: {milestones: [design, alpha, {beta: 2}, launch]}
    -      - {title: One, done: false, link: x}
    +      - {title: One, done: true, link: x}
    +      - title: Three
    ");
    let both = base.replace("beta,", "{beta: 3, due: 2026-11-01},");
    assert_snapshot!(over(base, &ours, &both), @"
    milestone beta: ours {beta: 2}, theirs {beta: 3, due: 2026-11-01}, before beta
    +    # CONFLICT milestone beta: theirs {beta: 3, due: 2026-11-01}, before beta; choose, then remove this line
    ");
}

#[test]
fn alignment_keeps_its_order_and_two_new_places_in_the_tree_are_a_question() {
    let aligned = |to: &str| with(&[("[acme/default]", to)]);
    assert_snapshot!(shown(&aligned("[acme/default, a]"), &aligned("[new, acme/default]")), @"
    -aligns_to: [acme/default, a]   # its place in the tree
    +aligns_to: [new, acme/default, a]   # its place in the tree
    ");
    assert_snapshot!(shown(&aligned("[ours]"), &aligned("[theirs]")), @"
    first alignment: ours ours, theirs theirs, before acme/default
    -aligns_to: [ours]   # its place in the tree
    +# CONFLICT first alignment: theirs theirs, before acme/default; choose, then remove this line
    +aligns_to: [ours, theirs]   # its place in the tree
    ");
}

#[test]
fn a_side_that_was_laid_out_anew_merges_still() {
    let ours = "title: Make renewing the obvious choice\naligns_to:\n- acme/default\ntags:\n- retention\n- product\nkey_results:\n- id: nps\n  title: NPS rises\n  metric:\n    from: 31\n    to: 50\n    unit: points\n  weight: 2\n- id: churn\n  title: 'Churn falls'\n  metric:\n    from: 4.2\n    to: 2\n    unit: '%'\n";
    let theirs = format!(
        "{}  - id: new\n    title: New # theirs\n    metric: done\n",
        with(&[("to: 50", "to: 60"), ("product]", "product, q4]")])
    );
    assert_snapshot!(shown(ours, &theirs), @"
    +- q4
    -    to: 50
    +    to: 60
    +- id: new
    +  title: New
    +  metric: done
    ");
}

#[test]
fn line_ends_and_the_byte_order_mark_are_kept() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let theirs = with(&[("weight: 2", "weight: 3")]);
    assert_snapshot!(shown(&crlf(&with(&[("to: 50", "to: 55")])), &theirs), @"
    -    weight: 2␍
    +    weight: 3␍
    ");
    let all = over(&crlf(BASE), &crlf(&with(&[("to: 50", "to: 55")])), &crlf(&theirs));
    assert_snapshot!(all, @"
    -    weight: 2␍
    +    weight: 3␍
    ");
    let marked = format!("\u{feff}{}", with(&[("to: 50", "to: 55")]));
    assert!(merge(BASE, &marked, &theirs).unwrap().text.starts_with("\u{feff}# comments"));
    // They alone turned the file into CRLF: that is a change as well.
    assert!(
        merge(BASE, &with(&[("to: 50", "to: 55")]), &crlf(&theirs)).unwrap().text.contains("to: 55, unit: points}\r\n")
    );
}

#[test]
fn what_cannot_be_merged_by_key_says_why() {
    assert_snapshot!(shown(&with(&[("title:", "title: [")]), &with(&[("to: 50", "to: 55")])), @"unmergeable: our version: line 3: it is not YAML: illegal placement of ':' indicator");
    assert_snapshot!(shown(&with(&[("tags:", "<<<<<<< ours\ntags:")]), &with(&[("to: 50", "to: 55")])), @"unmergeable: our version: line 5: it is not YAML: simple key expect ':'");
    assert_snapshot!(shown(&with(&[("id: churn", "id: nps")]), &with(&[("to: 50", "to: 55")])), @"unmergeable: key_results has items that cannot be told apart by name");
    assert_snapshot!(shown(&with(&[("[retention, product]", "&x [retention]")]), &with(&[("to: 50", "to: 55")])), @"unmergeable: our version: line 4 is written in a way that cannot be changed safely; change it by hand");
    assert_snapshot!(shown(&with(&[("title: Make", "---\ntitle: Make"), ("key_results", "---\nkey_results")]), &with(&[("to: 50", "to: 55")])), @"unmergeable: our version: line 1: it is not YAML: deserializing from YAML containing more than one document is not supported");
}

#[test]
fn organisation_settings_and_cycles_merge_by_key_too() {
    let base = "company: acme\nunits:\n  acme: {name: Acme}\npeople:\n  ana: {name: Ana, unit: acme}\n";
    let ours =
        "company: acme\nunits:\n  acme: {name: Acme Inc.}\npeople:\n  ana: {name: Ana, unit: acme}\n  bo: {name: Bo}\n";
    let theirs =
        "company: acme\nunits:\n  acme: {name: Acme, lead: ana}\npeople:\n  ana: {name: Ana, unit: acme}\n  mei:\n";
    assert_snapshot!(over(base, ours, theirs), @"
    -  acme: {name: Acme Inc.}
    +  acme: {name: Acme Inc., lead: ana}
    +  mei: null
    ");
    assert_snapshot!(over(base, ours, &base.replace("name: Acme}", "name: ACME}").replace("  ana: {name: Ana, unit: acme}\n", "  ana: {name: Ana}\n")), @r#"
    name of acme: ours "Acme Inc.", theirs ACME, before Acme
    +  # CONFLICT name of acme: theirs ACME, before Acme; choose, then remove this line
    -  ana: {name: Ana, unit: acme}
    +  ana: {name: Ana}
    "#);
    assert_snapshot!(over("version: 1\n# history: per-objective\n", "version: 1\nlang: zh\npace: {on_track: 0.9}\n", "version: 1\npace: {at_risk: 0.7}\nstale_after: 7\n"), @"
    -pace: {on_track: 0.9}
    +pace: {on_track: 0.9, at_risk: 0.7}
    +stale_after: 7
    ");
}

#[test]
fn a_metric_that_would_measure_nothing_is_taken_whole() {
    let ours = with(&[("{from: 31, to: 50, unit: points}", "{from: 50, to: 70, unit: points}")]);
    assert_snapshot!(shown(&ours, &with(&[("to: 50", "to: 50.5"), ("from: 31", "from: 30")])), @"
    start of nps: ours 50 points, theirs 30 points, before 31 points
    target of nps: ours 70 points, theirs 50.5 points, before 50 points
    +    # CONFLICT target of nps: theirs 50.5 points, before 50 points; choose, then remove this line
    +    # CONFLICT start of nps: theirs 30 points, before 31 points; choose, then remove this line
    ");
    let base = "title: a\nkey_results:\n  - id: a\n    title: A\n    metric: {from: 1, to: 5}\n";
    assert_snapshot!(over(base, &base.replace("from: 1", "from: 9"), &base.replace("to: 5", "to: 9")), @"
    metric of a: ours {from: 9, to: 5}, theirs {from: 1, to: 9}, before {from: 1, to: 5}
    +    # CONFLICT metric of a: theirs {from: 1, to: 9}, before {from: 1, to: 5}; choose, then remove this line
    ");
    assert_snapshot!(over(base, &base.replace("{from: 1, to: 5}", "done"), &base.replace("to: 5", "to: 9")), @"
    metric of a: ours done, theirs {from: 1, to: 9}, before {from: 1, to: 5}
    +    # CONFLICT metric of a: theirs {from: 1, to: 9}, before {from: 1, to: 5}; choose, then remove this line
    ");
}

#[test]
fn both_created_the_file() {
    assert_snapshot!(over("", "title: Ours\ntags: [a]\n", "title: Theirs\ntags: [b]\nkey_results:\n  - id: a\n    title: A\n"), @"
    title: ours Ours, theirs Theirs, before none
    +# CONFLICT title: theirs Theirs, before none; choose, then remove this line
    -tags: [a]
    +tags: [a, b]
    +key_results:
    +  - id: a
    +    title: A
    ");
}

#[test]
fn too_many_changes_of_a_large_file_are_left_to_a_merge_of_lines() {
    let side = |title: &str, weight: u32| {
        let one = |at: u32| format!("  - id: k{at}\n    title: {title} {}\n    weight: {weight}\n", "y".repeat(300));
        format!("title: a\nkey_results:\n{}", (0..190).map(one).collect::<String>())
    };
    let merged = merge(&side("x", 1), &side("ours", 1), &side("x", 2));
    assert_eq!(merged, Err(Unmergeable::TooMuch));
}
