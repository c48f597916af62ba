use crate::analysis::assess;
use crate::model::{Moment, Snapshot, Zone};

use super::*;

fn sheets() -> impl Iterator<Item = &'static Sheet> {
    SHEETS.iter().chain(std::iter::once(&FLAT))
}

#[test]
fn names_are_those_of_plain_identifiers_and_occur_once() {
    for sheet in sheets() {
        let names: BTreeSet<&str> = sheet.columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), sheet.columns.len(), "{}", sheet.name);
        for name in names.into_iter().chain([sheet.name, sheet.one]) {
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
        }
    }
    assert_eq!(SHEETS.iter().map(|sheet| sheet.name).collect::<BTreeSet<_>>().len(), SHEETS.len());
}

#[test]
fn an_empty_store_has_no_rows() {
    let snapshot = Snapshot::default();
    let assessment = assess(&snapshot, Moment::end_of("2026-11-15".parse().unwrap(), Zone::UTC));
    let extent = Extent::new(&assessment, [], &Filter::default());
    assert!(sheets().all(|sheet| sheet.batches(&extent).flatten().next().is_none()));
}
