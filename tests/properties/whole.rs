//! A store that went through its JSON document is the same store, byte for byte.

use okrs::exchange::whole::{Whole, document};
use okrs::model::Zone;
use okrs::store::edit::{Yaml, document as definition};
use okrs::store::format::format;
use okrs::store::layout::Definition;
use okrs::store::{HistoryFile, Source, Store, to_line};
use proptest::prelude::*;

use super::config;
use super::files::{Files, HISTORY, OBJECTIVE};
use super::past::lines;
use super::text;
use super::written::{key_result, objective};

/// A text as people and programs lay it out: with comments, other line ends, blank lines, a mark of its byte order.
fn laid_out(text: String, how: u32, comment: &str) -> String {
    match how {
        0 => text,
        1 => format!("# {comment}\n{text}"),
        2 => text.replace('\n', "\r\n"),
        3 => format!("\u{feff}{text}"),
        _ => format!("{text}\n# {comment}\n"),
    }
}

/// A line as `okr` writes it: a history is never laid out anew.
fn as_written(line: &str) -> String {
    let history = HistoryFile::read(line.as_bytes(), Zone::UTC);
    history.items.iter().map(|item| to_line(item.read.as_ref().unwrap()).unwrap()).collect()
}

/// What the document of a store is read as.
fn read_back(files: &Files, strip: bool) -> Result<(String, Whole), TestCaseError> {
    let store = Store::new(files.clone());
    let cycles = store.cycle_ids();
    let mut written = Vec::new();
    let made = document(&store, &cycles, Zone::UTC).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
    made.write(&mut written).unwrap();
    let mut json = String::from_utf8(written).unwrap();
    if strip {
        // This value keeps the order of keys.
        let mut value: serde_yaml::Value = serde_json::from_str(&json).unwrap();
        for file in value["files"].as_sequence_mut().unwrap() {
            file.as_mapping_mut().unwrap().remove("yaml");
        }
        json = serde_json::to_string(&value).unwrap();
    }
    let whole = Whole::read(&json, "store.json").map_err(|why| TestCaseError::fail(format!("{why}\n{json}")))?;
    Ok((json, whole))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_file_comes_back(
        title in text(),
        description in text(),
        tags in prop::collection::vec(text(), 0..3),
        key_results in prop::collection::vec(key_result(), 0..4),
        events in lines(),
        how in (0_u32..5, 0_u32..5),
        comment in "[ -~]{0,20}",
    ) {
        let written = laid_out(objective(&title, &description, &tags, &key_results), how.0, &comment);
        let mut files = Files::with(OBJECTIVE, written.as_bytes());
        let history: String = events.iter().map(|(_, line)| line.as_str()).collect();
        files.0.insert(HISTORY, laid_out(history, how.1, &comment).into_bytes());
        let (json, whole) = read_back(&files, false)?;
        for (path, bytes) in &files.0 {
            prop_assert_eq!(whole.read(path, usize::MAX).unwrap(), bytes.clone(), "{}\n{}", path, json);
        }
        prop_assert_eq!(whole.files().count(), files.0.len());
    }

    /// Whatever a document became on its way, it is read or refused.
    #[test]
    fn no_document_is_more_than_refused(at in any::<prop::sample::Index>(), length in 0_usize..40, new in ".{0,12}") {
        let (json, _) = read_back(&Files::with(OBJECTIVE, b"title: A\n"), false)?;
        let (from, to) = (at.index(json.len()), (at.index(json.len()) + length).min(json.len()));
        let bytes = [&json.as_bytes()[..from], new.as_bytes(), &json.as_bytes()[to..]].concat();
        if let Ok(whole) = Whole::read(&String::from_utf8_lossy(&bytes), "store.json") {
            let store = Store::new(whole);
            drop(store.load_all(store.header()));
        }
    }

    /// The same without the texts: then `fmt` gives both the same layout, and no comment is there.
    #[test]
    fn data_alone_gives_every_file_as_it_is_laid_out(
        title in text(),
        description in text(),
        name in text(),
        key_results in prop::collection::vec(key_result(), 0..4),
        events in lines(),
    ) {
        let mut files = Files::with(OBJECTIVE, objective(&title, &description, &[], &key_results).as_bytes());
        let history: String = events.iter().map(|(_, line)| as_written(line)).collect();
        files.0.insert(HISTORY, history.into_bytes());
        let people = Yaml::Map(vec![("ana".to_owned(), Yaml::Map(vec![("name".to_owned(), Yaml::text(&name))]))]);
        files.0.insert("org.yaml", definition(&[("people".to_owned(), people)]).into_bytes());
        let (json, whole) = read_back(&files, true)?;
        for (path, kind) in [(OBJECTIVE, Definition::Objective), ("org.yaml", Definition::Org)] {
            let own = |bytes: Vec<u8>| format(&String::from_utf8(bytes).unwrap(), kind).unwrap();
            let (before, after) = (own(files.0[path].clone()), own(whole.read(path, usize::MAX).unwrap()));
            prop_assert_eq!(before, after, "{}", json);
        }
        prop_assert_eq!(whole.read(HISTORY, usize::MAX).unwrap(), files.0[HISTORY].clone());
    }
}
