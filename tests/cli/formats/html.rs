//! Every reading command as a page.

use super::small;
use crate::stores::READING;
use crate::world::World;

#[test]
fn every_report_is_a_page_that_needs_nothing_else() {
    let world = World::team();
    for command in READING {
        let page = world.stdout(&format!("{command} --format html"));
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "okr {command}");
        assert_eq!(page.matches("<script").count(), 1, "okr {command}");
        // Addresses that people wrote are text.
        for fetched in ["src=", "href=\"http", "url(", "@import", "<link"] {
            assert!(!page.contains(fetched), "okr {command}: {fetched}");
        }
    }
}

#[test]
fn a_tree_has_its_figures_and_its_words() {
    let page = small().stdout("tree --format html");
    assert!(!page.contains("http://") && !page.contains("https://"));
    for there in ["<title>2026-Q4 · ", "Make renewing obvious | 续约", "<i>37 %</i>", "38 of 50 points"] {
        assert!(page.contains(there), "{there}");
    }
}

#[test]
fn what_people_write_is_text_on_a_page() {
    let world = small();
    let title = "<script>alert(1)</script> \u{202e}\"'";
    world.write(
        "okrs/2026-Q4/acme/evil.yaml",
        &format!("title: >-\n  {title}\nkey_results:\n  - {{id: a, title: </style>, metric: {{from: 1, to: 5, unit: <b>}}}}\n"),
    );
    for command in ["tree", "list", "report gap", "report review", "report score", "report full", "show evil"] {
        let page = world.stdout(&format!("{command} --format html"));
        assert_eq!((page.matches("<script").count(), page.matches("</style>").count()), (1, 1), "okr {command}");
        assert!(page.contains("&#60;script&#62;alert(1)&#60;/script&#62; \\u{202e}&#34;&#39;"), "okr {command}");
    }
}
