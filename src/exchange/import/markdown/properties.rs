//! Whatever lines a document is made of: no word of it is lost, and nothing stops the reader.

use proptest::prelude::*;

use super::read;

const BEFORE: &[&str] = &[
    "",
    "",
    "# ",
    "## ",
    "### ",
    "- ",
    "- ",
    "* ",
    "1. ",
    "- [x] ",
    "- [ ] ",
    "> ",
    "O1: ",
    "KR1: ",
    "Objective: ",
    "**Objective 2:** ",
    "- KR: ",
    "- O: ",
    "- CEO: ",
    "VPE KR: ",
    "### 1. CEO: ",
    "- [P0] ",
    "- [TEAM] ",
    "| ",
    "Owner: ",
    "- Support: ",
    "[a]: ",
    "<!-- ",
    "```\n",
    "---\n",
    "## 2026 Q3\n",
    "## 2026 Q3 ",
    "- VPE ",
    "## Acme\n\n`acme`, company ",
    "### Grow\n\n`acme/grow`, aspirational, ",
    "- `csat` CSAT rises: 31 → 50, now 42 (58 %) ",
    "### Key Results\n",
    "- VPE\n  - ",
    "    ",
    "- # ",
    "<div> ",
    "| a | b |\n| --- | --- |\n| ",
];
const AROUND: &[(&str, &str)] = &[
    ("", ""),
    ("", ""),
    ("**", "**"),
    ("~~", "~~"),
    ("`", "`"),
    ("_", "_"),
    ("[", "](https://e.example)"),
    ("[", "](#there)"),
    ("[x](https://e.example/", ")"),
    ("[x](https://e.example \"", "\")"),
    ("![", "](p.png)"),
    ("![](p.png '", "')"),
    ("<b>", "</b>"),
    ("@", ""),
    ("(@", ")"),
    ("=> ", ""),
    ("=> 70% ", ""),
    ("[", "][a]"),
    ("\\", ""),
];
const BEHIND: &[&str] = &[
    "",
    "",
    "",
    ":",
    " => 70%",
    " => done",
    " (score: 0.7)",
    " (0.7)",
    " - @ana",
    " from 1 to 2 days",
    " -->",
    "\n```",
    " |",
    "  ",
];

fn line() -> impl Strategy<Value = String> {
    let words = prop::collection::vec((0..AROUND.len(), any::<u16>()), 1..4);
    (0..4usize, 0..BEFORE.len(), words, 0..BEHIND.len(), 1..3usize).prop_map(|(indent, before, words, behind, ends)| {
        let words: Vec<String> = words
            .into_iter()
            .map(|(around, number)| format!("{}w{number}q{}", AROUND[around].0, AROUND[around].1))
            .collect();
        let end = "\n".repeat(ends);
        format!("{}{}{}{}{end}", "  ".repeat(indent), BEFORE[before], words.join(" "), BEHIND[behind])
    })
}

/// The made-up words of a text.
fn made_up(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| word.starts_with('w') && word.ends_with('q') && word.len() > 2).collect()
}

/// What `okr export markdown` begins with.
const EXPORTED: &str = "# 2026-Q4\n\n2026-10-01 to 2026-12-31, as of 2026-11-15\n\n## Acme\n\n`acme`, company\n\n\
    ### Grow\n\n`acme/grow`, aspirational, 19 %\n\n- `nps` NPS rises: 31 → 50, now 42 (58 %)\n";

proptest! {
    #[test]
    fn no_word_is_lost(lines in prop::collection::vec(line(), 1..14)) {
        let text = lines.concat();
        let draft = read(&text, &|_| false);
        let kept = format!("{draft:?}");
        for word in made_up(&text) {
            prop_assert!(kept.contains(word), "{word} of\n{text}\n{draft:#?}");
        }
    }

    /// Of lines that were added to an outline of ours.
    #[test]
    fn no_word_is_lost_in_what_was_exported(lines in prop::collection::vec(line(), 1..14)) {
        let text = format!("{EXPORTED}{}", lines.concat());
        let draft = read(&text, &|_| false);
        prop_assert!(draft.objectives.iter().any(|one| one.slug.is_some()), "{text}");
        let kept = format!("{draft:?}");
        for word in made_up(&text) {
            prop_assert!(kept.contains(word), "{word} of\n{text}\n{draft:#?}");
        }
    }

    #[test]
    fn any_text_is_read(text in "[-#*>~`|\\[\\]()@:=0-9OKR \n\tab目标]{0,200}") {
        read(&text, &|_| true);
    }
}
