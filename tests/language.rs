//! The catalogues: every text that is said has its Chinese, with the same placeholders, and no other text is in them.
//! `OKR_KEYS=FILE cargo test --test language` writes those that are missing into a file, to be filled in.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot go on stops")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A text that is said, in English, and where.
type Said = BTreeMap<String, String>;

#[test]
fn every_text_is_in_the_catalogue_and_nothing_else_is() {
    let said = said();
    let known: BTreeSet<&str> = okrs::language::catalogue().map(|(english, _)| english).collect();
    let missing: Vec<String> = said
        .iter()
        .filter(|(text, _)| !known.contains(text.as_str()))
        .map(|(text, place)| format!("{text:?}: \"\" # {place}"))
        .collect();
    // The names of columns are for machines, and said where a column has no title.
    let columns = columns();
    let is_column = |text: &str| text.strip_suffix(" [column]").is_some_and(|name| columns.contains(name));
    let unused: Vec<&&str> = known.iter().filter(|text| !said.contains_key(**text) && !is_column(text)).collect();
    if let Ok(file) = std::env::var("OKR_KEYS") {
        fs::write(file, missing.join("\n") + "\n").unwrap();
    }
    assert!(
        missing.is_empty() && unused.is_empty(),
        "not in locales/zh-CN:\n{}\n\nin locales/zh-CN, but said nowhere:\n{unused:#?}",
        missing.join("\n")
    );
}

#[test]
fn placeholders_are_the_same_in_both_languages() {
    for (english, chinese) in okrs::language::catalogue() {
        // What is chosen by a context has it at its end.
        assert_eq!(placeholders(english), placeholders(chinese), "{english:?}: {chinese:?}");
        assert!(!chinese.trim().is_empty() || english.trim().is_empty(), "{english:?} is not translated");
    }
}

#[test]
fn chinese_has_its_own_punctuation() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut wrong = Vec::new();
    for (english, chinese) in okrs::language::catalogue() {
        let letters: Vec<char> = chinese.chars().collect();
        let halved = letters.windows(2).any(|two| is_han(two[0]) && matches!(two[1], ',' | ';' | '?' | '!' | '('));
        let glued = letters.windows(2).any(|two| {
            (is_han(two[0]) && two[1].is_ascii_alphanumeric()) || (two[0].is_ascii_alphanumeric() && is_han(two[1]))
        });
        // How dates are written is no text of its own.
        if (halved || glued || letters.contains(&'您')) && !english.starts_with('%') {
            wrong.push(format!("{english:?}: {chinese:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names of a text's placeholders. What stands in braces besides is YAML, in a text without any.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let pieces = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    pieces.map(|(name, _)| name).filter(is_name).collect()
}

/// All that is said: in the sources by `say!`, `count!` and `marked!`, in the rules, and in the help.
fn said() -> Said {
    let mut said = Said::new();
    for (place, tokens) in sources() {
        look_through(tokens, &place, &mut said);
    }
    for rule in okrs::check::RULES {
        for text in [rule.what, rule.why] {
            said.insert(text.to_owned(), rule.name.to_owned());
        }
    }
    said.extend(okrs::cli::help_texts().into_iter().map(|text| (text, "help".to_owned())));
    said
}

/// The sources without their tests, and the code within templates, as tokens.
fn sources() -> Vec<(String, TokenStream)> {
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let tokens = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let place = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
        let code = match path.extension().is_some_and(|extension| extension == "html") {
            true => text.split("{{").skip(1).map(|code| code.split("}}").next().unwrap()).collect::<Vec<_>>().join(";"),
            false => text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned(),
        };
        let tokens = code.parse().unwrap_or_else(|why| panic!("{place}: {why}"));
        (place, tokens)
    };
    paths.into_iter().map(tokens).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_test = path.ends_with("tests.rs") || path.ends_with("properties.rs");
        if path.is_dir() {
            collect(&path, paths);
        } else if !is_test && path.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
            paths.push(path);
        }
    }
}

/// The names of all columns of all tables: `Column::new("name", …)`.
fn columns() -> BTreeSet<String> {
    fn named(tokens: TokenStream, found: &mut BTreeSet<String>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for two in tokens.windows(2) {
            if let [TokenTree::Ident(new), TokenTree::Group(group)] = two
                && *new == "new"
            {
                found.extend(group.stream().into_iter().find_map(literal));
            }
        }
        for token in tokens {
            if let TokenTree::Group(group) = token {
                named(group.stream(), found);
            }
        }
    }
    let mut found = BTreeSet::new();
    sources().into_iter().for_each(|(_, tokens)| named(tokens, &mut found));
    found
}

fn look_through(tokens: TokenStream, place: &str, said: &mut Said) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for three in tokens.windows(3) {
        if let [TokenTree::Ident(name), TokenTree::Punct(sign), TokenTree::Group(group)] = three
            && sign.as_char() == '!'
            && group.delimiter() == Delimiter::Parenthesis
            && let Some(text) = text_of(&name.to_string(), group)
        {
            said.insert(text, place.to_owned());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            look_through(group.stream(), place, said);
        }
    }
}

/// The catalogue's key of what a macro says, if it is one that does.
fn text_of(name: &str, arguments: &Group) -> Option<String> {
    let literals: Vec<String> = arguments.stream().into_iter().filter_map(literal).collect();
    let tokens: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let within = matches!(tokens.first(), Some(TokenTree::Ident(word)) if *word == "in");
    match name {
        "say" if within => Some(format!("{} [{}]", literals.get(1)?, literals.first()?)),
        "say" | "marked" => literals.first().cloned(),
        "count" => Some(format!("{{count}} {}", literals.last()?)),
        _ => None,
    }
}

fn literal(token: TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|text| text.value())
}
