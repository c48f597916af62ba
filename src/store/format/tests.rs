use super::*;

fn objective(text: &str) -> String {
    format(text, Definition::Objective).unwrap()
}

fn same(text: &str) {
    assert_eq!(objective(text), text);
}

#[test]
fn keys_come_in_order_and_values_in_the_style_of_okr() {
    let text = "key_results:\n- metric:\n     to: 50\n     from: 31\n  title: 'NPS rises'\n  id: \"nps\"\n\
                tags: \n    - a\n    - 'b: c'\ntitle:   \"Make renewing\"\ndescription: \"One\\ntwo\\n\"\n";
    assert_eq!(
        objective(text),
        "title: Make renewing\ndescription: |\n  One\n  two\ntags: [a, \"b: c\"]\nkey_results:\n  - id: nps\n    \
         title: NPS rises\n    metric: {from: 31, to: 50}\n"
    );
    same(
        "title: a\nkey_results:\n  - id: l\n    metric:\n      milestones:\n        - design\n        - beta: 2\n          due: 2026-11-01\n",
    );
}

#[test]
fn quotation_marks_stay_where_they_are_needed() {
    same(
        "title: \"yes\"\ndescription: \"2026\"\nkey_results:\n  - title: 10:30\n    due: 2026-11-30\n  - title: ~5 %\n",
    );
    assert_eq!(
        objective("title: '「青禾」'\nkey_results: [{due: '2026-11-30'}]\n"),
        "title: 「青禾」\nkey_results:\n  - due: 2026-11-30\n"
    );
}

#[test]
fn texts_keep_the_lines_they_were_broken_into() {
    same("title: a\ndescription: >-\n  long\n  words\n\n  and a paragraph\n");
    same("title: a\ndescription: |\n  ends in a line break  \n  of Markdown\n\n    - indented\n");
    assert_eq!(
        objective("title: a\ndescription: |4\n    one\n\n    two\n"),
        "title: a\ndescription: |\n  one\n\n  two\n"
    );
}

#[test]
fn a_long_paragraph_that_was_broken_into_lines_stays_so() {
    let broken = "title: a\ndescription:\n   Renewals pay for everything else, and whoever has to ask how to renew\n   \
                  has already begun to think about leaving. # why\n";
    let once = objective(broken);
    assert_eq!(
        once,
        "title: a\ndescription: >-  # why\n  Renewals pay for everything else, and whoever has to ask how to renew has already begun to\n  \
         think about leaving.\n"
    );
    same(&once);
    assert_eq!(objective("title:\n  short\n  enough\n"), "title: short enough\n");
}

#[test]
fn comments_go_where_what_they_are_about_goes() {
    let text = "# about the file\n\n# about tags\ntags: [a] # t\ntitle: b # the title\nkey_results:\n  # the first\n  - title: c\n    id: d\n    \
                # closes d\n  # the second\n  - id: e # beside e\n\n    # set off\n  - {id: f} # beside f\n  # closes the list\n# foot\n";
    assert_eq!(
        objective(text),
        "# about the file\n\ntitle: b  # the title\n\n# about tags\ntags: [a]  # t\nkey_results:\n  # the first\n  - id: d\n    title: c\n    \
         # closes d\n  # the second\n  - id: e  # beside e\n\n  # set off\n  - id: f  # beside f\n  # closes the list\n# foot\n"
    );
}

#[test]
fn what_has_comments_inside_stands_on_lines_of_its_own() {
    let text = "aligns_to: [\n  acme/a, # first\n  # then\n  acme/b ]  # all\nkey_results:\n  - metric: {from: 1, # start\n      to: 2}\n";
    assert_eq!(
        objective(text),
        "aligns_to:  # all\n  - acme/a  # first\n  # then\n  - acme/b\nkey_results:\n  - metric:\n      from: 1  # start\n      to: 2\n"
    );
    let odd = "title: # of what\n  a\nkey_results:\n  - # odd\n    # about the id\n    id: b\n";
    assert_eq!(objective(odd), "title: a  # of what\nkey_results:\n  # about the id\n  - id: b  # odd\n");
}

#[test]
fn comments_at_the_ends_of_neighbouring_lines_stand_below_each_other() {
    same("title: Make renewing obvious  # what\nkind: committed               # how sure\n\nweight: 2  # apart\n");
}

#[test]
fn blank_lines_that_part_sections_stay_and_others_go() {
    assert_eq!(
        objective("\n\n\ntitle: a\n\n\n\nkey_results:\n\n  - id: b\n\n    weight: 1\n\n  - id: c\n\n\n"),
        "title: a\n\nkey_results:\n  - id: b\n\n    weight: 1\n\n  - id: c\n"
    );
}

#[test]
fn units_and_people_have_a_line_each() {
    let text = "people:\n  ana:\n    unit: eng\n    name: Ana Lima of the renewals team in the northern region\n    email: ana.lima@northern.acme.example\n  bo:\ncompany: acme\nunits: {}\n";
    assert_eq!(
        format(text, Definition::Org).unwrap(),
        "company: acme\nunits: {}\npeople:\n  ana: {name: Ana Lima of the renewals team in the northern region, unit: eng, \
         email: ana.lima@northern.acme.example}\n  bo:\n"
    );
}

#[test]
fn settings_that_are_commented_out_stay_where_they_are() {
    let text = "# The settings.\nversion: 1\n# cadence: quarter   # or month\n# stale_after: 14\n";
    assert_eq!(format(text, Definition::Settings).unwrap(), text);
    assert_eq!(format("# only words\n\n\n   # more\n", Definition::Settings).unwrap(), "# only words\n\n# more\n");
    assert_eq!(format("", Definition::Settings).unwrap(), "");
}

#[test]
fn what_cannot_be_laid_out_anew_is_named() {
    let why = |text: &str| format(text, Definition::Objective).unwrap_err().to_string();
    assert_eq!(why("title: a\ntags: &x [a]\naligns_to: *x\n"), "line 2 has an anchor (&)");
    assert_eq!(why("title: !!str a\n"), "line 1 has a tag (!)");
    assert_eq!(why("%YAML 1.2\n---\ntitle: a\n"), "line 1 has a directive (%)");
    assert_eq!(why("? title\n: a\n"), "line 1 has a key behind a question mark");
    assert_eq!(why("title: a\n---\ntitle: b\n"), "line 2 has a second document");
    same("title: a\n");
    assert_eq!(objective("--- # head\ntitle: a\n"), "# head\ntitle: a\n");
}

#[test]
fn a_folded_text_in_which_nothing_stands_is_an_empty_one() {
    // Found by fuzzing: over two lines it could not be laid out again.
    assert_eq!(objective("title: a\ndescription: >\ntags: [x]\n"), "title: a\ndescription: \"\"\ntags: [x]\n");
}

#[test]
fn an_item_that_is_nothing_is_written_so_that_it_can_be_formatted_again() {
    let once = objective("tags:\n# why\n  - ~\n");
    assert_eq!(once, "tags:\n  # why\n  - null\n");
    same(&once);
}
