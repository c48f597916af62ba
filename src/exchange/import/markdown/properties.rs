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
    ("![", "](p.png)"),
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

    #[test]
    fn any_text_is_read(text in "[-#*>~`|\\[\\]()@:=0-9OKR \n\tab目标]{0,200}") {
        read(&text, &|_| true);
    }
}
