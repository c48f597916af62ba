//! Edits shown as what they change: lines taken away and lines put in.

use proptest::prelude::*;
use similar::{ChangeTag, TextDiff};

use super::*;

const KEYS: &[&str] = &["title", "description", "kind", "aligns_to", "weight", "tags", "key_results"];

const FILE: &str = "\
# comments are kept
title: Make renewing the obvious choice
description: |
  Renewals pay for everything else.
  让每个客户 🎉

aligns_to: [acme/become-the-default.share]   # the first is its place in the tree
weight: 1                         # in the roll-up

key_results:
  # the loudest voice
  - id: nps
    title: 'NPS rises'   # by survey
    metric: {from: 31, to: 50, unit: points}
    # asked every month
  # money
  - id: churn
    title: \"Churn falls\"
    metric: {from: 4.2, to: 2.0, unit: \"%\"}
    weight: 2

  # the end
";

fn path(text: &str) -> Vec<Step> {
    text.split('.').map(|part| part.parse().map_or_else(|_| Step::key(part), Step::Index)).collect()
}

/// The lines that changed, `-` before and `+` after.
fn diff(before: &str, after: Result<String, EditError>) -> String {
    let after = after.unwrap_or_else(|why| panic!("{why}"));
    let diff = TextDiff::from_lines(before, &after);
    let changed = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    changed
        .map(|change| format!("{}{}\n", change.tag(), change.value().trim_end_matches('\n').replace('\r', "␍")))
        .collect()
}

fn set(text: &str, at: &str, value: Yaml) -> String {
    diff(text, super::set(text, &path(at), &value, KEYS))
}

#[test]
fn a_scalar_is_replaced_and_its_comment_and_quotes_stay() {
    assert_eq!(
        set(FILE, "weight", Yaml::Literal("2.5".into())),
        "-weight: 1                         # in the roll-up\n+weight: 2.5                         # in the roll-up\n"
    );
    assert_eq!(
        set(FILE, "key_results.0.title", Yaml::text("NPS isn't low")),
        "-    title: 'NPS rises'   # by survey\n+    title: 'NPS isn''t low'   # by survey\n"
    );
    assert_eq!(
        set(FILE, "key_results.1.metric.to", Yaml::Literal("1.5".into())),
        "-    metric: {from: 4.2, to: 2.0, unit: \"%\"}\n+    metric: {from: 4.2, to: 1.5, unit: \"%\"}\n"
    );
    assert_eq!(set(FILE, "title", Yaml::text("no")), "-title: Make renewing the obvious choice\n+title: \"no\"\n");
    assert_eq!(set(FILE, "title", Yaml::text("让续约")), "-title: Make renewing the obvious choice\n+title: 让续约\n");
}

#[test]
fn a_block_scalar_is_rewritten_and_comes_and_goes() {
    assert_eq!(
        set(FILE, "description", Yaml::text("One\n\ntwo: 三\n")),
        "-  Renewals pay for everything else.\n-  让每个客户 🎉\n+  One\n \n+  two: 三\n".replace("\n \n", "\n+\n")
    );
    assert_eq!(
        set(FILE, "description", Yaml::text("short")),
        "-description: |\n-  Renewals pay for everything else.\n-  让每个客户 🎉\n+description: short\n"
    );
    assert_eq!(
        set(FILE, "weight", Yaml::text("a\nb")),
        "-weight: 1                         # in the roll-up\n+weight: |-                         # in the roll-up\n+  a\n+  b\n"
    );
}

#[test]
fn a_key_is_added_where_it_belongs() {
    assert_eq!(set(FILE, "kind", Yaml::text("committed")), "+kind: committed\n");
    assert!(
        super::set(FILE, &path("kind"), &Yaml::text("committed"), KEYS)
            .unwrap()
            .contains("🎉\nkind: committed\n\naligns_to")
    );
    assert_eq!(set(FILE, "key_results.0.weight", Yaml::Literal("2".into())), "+    weight: 2\n");
    assert_eq!(
        set(FILE, "key_results.0.metric.worst", Yaml::Literal("0".into())),
        "-    metric: {from: 31, to: 50, unit: points}\n+    metric: {from: 31, to: 50, unit: points, worst: 0}\n"
    );
    assert_eq!(set("title: a", "weight", Yaml::Literal("2".into())), "-title: a\n+title: a\n+weight: 2\n");
    assert_eq!(set("", "title", Yaml::text("a")), "+title: a\n");
    assert_eq!(set("{}\n", "title", Yaml::text("a")), "-{}\n+title: a\n");
    assert_eq!(set("# only\n", "title", Yaml::text("a")), "+title: a\n");
    assert_eq!(set("weight: 1\n", "title", Yaml::text("a")), "+title: a\n");
    assert_eq!(
        set("units:\n  a: {name: A}\n", "units.b", Yaml::Map(vec![("name".into(), Yaml::text("B"))])),
        "+  b: {name: B}\n"
    );
    assert_eq!(
        set("units: {}\n", "units.b", Yaml::Map(vec![("name".into(), Yaml::text("B"))])),
        "-units: {}\n+units:\n+  b: {name: B}\n"
    );
    assert_eq!(
        set("units: # all\n", "units.b", Yaml::Map(vec![("name".into(), Yaml::text("B"))])),
        "+  b: {name: B}\n"
    );
}

#[test]
fn an_item_is_appended_in_the_style_of_its_list() {
    let item = Yaml::Map(vec![
        ("id".into(), Yaml::text("up")),
        (
            "metric".into(),
            Yaml::Map(vec![("at_least".into(), Yaml::Literal("99.9".into())), ("unit".into(), Yaml::text("%"))]),
        ),
    ]);
    let push = |text: &str, at: &str, value: &Yaml| diff(text, super::push(text, &path(at), value, KEYS));
    assert_eq!(push(FILE, "key_results", &item), "+  - id: up\n+    metric: {at_least: 99.9, unit: \"%\"}\n");
    let flat = "key_results:\n- id: a\n  # about a\n# about nobody\n";
    assert_eq!(push(flat, "key_results", &item), "+- id: up\n+  metric: {at_least: 99.9, unit: \"%\"}\n");
    assert!(super::push(flat, &path("key_results"), &item, KEYS).unwrap().ends_with("unit: \"%\"}\n# about nobody\n"));
    assert_eq!(
        push("title: a\n", "key_results", &item),
        "+key_results:\n+  - id: up\n+    metric: {at_least: 99.9, unit: \"%\"}\n"
    );
    assert_eq!(
        push("key_results: []\n", "key_results", &item),
        "-key_results: []\n+key_results:\n+  - id: up\n+    metric: {at_least: 99.9, unit: \"%\"}\n"
    );
    assert_eq!(
        push(FILE, "aligns_to", &Yaml::text("acme/other")),
        "-aligns_to: [acme/become-the-default.share]   # the first is its place in the tree\n\
         +aligns_to: [acme/become-the-default.share, acme/other]   # the first is its place in the tree\n"
    );
    assert_eq!(push("tags:\n  - a\n", "tags", &Yaml::text("b")), "+  - b\n");
    assert_eq!(push("title: a\n", "tags", &Yaml::text("b")), "+tags: [b]\n");
    assert!(matches!(super::push("tags: a\n", &path("tags"), &Yaml::text("b"), KEYS), Err(EditError::NotASequence(_))));
}

#[test]
fn what_is_removed_takes_its_comment_along_and_no_other() {
    let remove = |text: &str, at: &str| diff(text, super::remove(text, &path(at)));
    assert_eq!(remove(FILE, "weight"), "-weight: 1                         # in the roll-up\n");
    assert_eq!(
        remove(FILE, "description"),
        "-description: |\n-  Renewals pay for everything else.\n-  让每个客户 🎉\n"
    );
    assert_eq!(
        remove(FILE, "key_results.1"),
        "-  # money\n-  - id: churn\n-    title: \"Churn falls\"\n-    metric: {from: 4.2, to: 2.0, unit: \"%\"}\n-    weight: 2\n"
    );
    assert_eq!(
        remove(FILE, "key_results.0"),
        "-  # the loudest voice\n-  - id: nps\n-    title: 'NPS rises'   # by survey\n-    metric: {from: 31, to: 50, unit: points}\n-    # asked every month\n"
    );
    // A comment above the first item alone may be about all of them.
    assert_eq!(remove("a:\n  # all\n  - x\n  - y\n", "a.0"), "-  - x\n");
    assert_eq!(remove("a: [x, y, z]\n", "a.1"), "-a: [x, y, z]\n+a: [x, z]\n");
    assert_eq!(remove("a: [x, y, z]\n", "a.2"), "-a: [x, y, z]\n+a: [x, y]\n");
    assert_eq!(remove("a: [x]\n", "a.0"), "-a: [x]\n+a: []\n");
    assert_eq!(remove("a:\n  - x\n", "a.0"), "-a:\n-  - x\n+a: []\n");
    assert_eq!(remove("k:\n  - id: a\n    w: 1\n", "k.0.id"), "-  - id: a\n-    w: 1\n+  - w: 1\n");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_survive() {
    let file = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    assert_eq!(set(&file, "kind", Yaml::text("committed")), "+kind: committed␍\n");
    assert_eq!(set(&file, "title", Yaml::text("b")), "-title: Make renewing the obvious choice␍\n+title: b␍\n");
    let item = Yaml::Map(vec![("id".into(), Yaml::text("up")), ("weight".into(), Yaml::Literal("1".into()))]);
    assert_eq!(diff(&file, super::push(&file, &path("key_results"), &item, KEYS)), "+  - id: up␍\n+    weight: 1␍\n");
}

#[test]
fn what_cannot_be_changed_safely_is_refused() {
    assert!(matches!(super::set("a: [", &path("a"), &Yaml::text("b"), KEYS), Err(EditError::Unparsable { .. })));
    assert!(matches!(
        super::set("a: &x 1\nb: *x\n", &path("a"), &Yaml::text("c"), KEYS),
        Err(EditError::Unfaithful(_))
    ));
    assert!(matches!(super::remove(FILE, &path("colour")), Err(EditError::NoSuchPath(_))));
    assert!(matches!(
        super::set("title: a\n", &path("title.x"), &Yaml::text("c"), KEYS),
        Err(EditError::NotAMapping(_))
    ));
}

#[test]
fn places_are_found_for_messages() {
    assert_eq!(locate(FILE, &path("key_results.1.metric")), Some(Span { line: 19, column: 5, len: 6 }));
    assert_eq!(Outline::of(FILE).find(&path("key_results.1.metric.to")), Some(Span { line: 19, column: 29, len: 3 }));
    assert_eq!(Outline::of(FILE).keys(&path("key_results.0")).len(), 3);
    assert_eq!(length(FILE, &path("key_results")), 2);
}

proptest! {
    /// Whatever text is put in comes back, and no other line changes.
    #[test]
    fn any_text_comes_back(text in "\\PC{0,40}|[ \\t\\n:#'\"a-z{}\\[\\],&*!|>%@`-]{0,40}", key in 0usize..4) {
        let at = ["title", "kind", "key_results.0.title", "key_results.1.note"][key];
        let edited = super::set(FILE, &path(at), &Yaml::text(text.clone()), KEYS).unwrap();
        let value: serde_yaml::Value = serde_yaml::from_str(&edited).unwrap();
        let read = path(at).iter().fold(&value, |value, step| match step {
            Step::Key(name) => &value[name.as_str()],
            Step::Index(at) => &value[*at],
        });
        prop_assert_eq!(read.as_str(), Some(text.as_str()));
        let comments = FILE.lines().filter(|line| line.trim_start().starts_with('#'));
        for comment in comments {
            prop_assert!(edited.lines().any(|line| line == comment), "{} is gone", comment);
        }
    }

    /// No text makes the editor panic.
    #[test]
    fn no_text_breaks_the_editor(text in "[a-c:\\-\\[\\]{}#&*|> \\n\"',?0-9]{0,60}") {
        let _ = super::set(&text, &path("a"), &Yaml::text("x"), KEYS);
        let _ = super::set(&text, &path("a.b"), &Yaml::text("x\ny"), KEYS);
        let _ = super::remove(&text, &path("a"));
        let _ = super::remove(&text, &path("a.0"));
        let _ = super::push(&text, &path("a"), &Yaml::text("x"), KEYS);
        let _ = locate(&text, &path("a.b.c"));
    }
}
