//! `--output`: a file that is whole or not there.

use crate::world::World;

#[test]
fn a_file_is_written_once_and_over_another_only_with_force() {
    let world = World::worked();
    insta::assert_snapshot!(world.session(&[
        "export csv --columns ref,value --output out/okrs.csv",
        "export csv --columns ref --output out/okrs.csv",
        "export csv --columns ref --output out/okrs.csv --force",
        "export csv --output out",
        "export csv --force",
        "export json --output okrs/2026-Q4/acme/renewing.yaml",
    ]), @r"
$ okr export csv --columns ref,value --output out/okrs.csv
── stderr ──
wrote out/okrs.csv

$ okr export csv --columns ref --output out/okrs.csv
── stderr ──
error: out/okrs.csv is there already
hint: --force replaces it
── exit 2 ──

$ okr export csv --columns ref --output out/okrs.csv --force
── stderr ──
wrote out/okrs.csv

$ okr export csv --output out
── stderr ──
error: out is not a regular file
hint: name another one
── exit 2 ──

$ okr export csv --force
── stderr ──
error: the following required arguments were not provided:
  --output <FILE>

Usage: okr export csv --output <FILE> --force

For more information, try '--help'.
── exit 2 ──

$ okr export json --output okrs/2026-Q4/acme/renewing.yaml
── stderr ──
error: okrs/2026-Q4/acme/renewing.yaml is there already
hint: --force replaces it
── exit 2 ──
");
    assert_eq!(world.read("out/okrs.csv").lines().next(), Some("ref"));
    assert_eq!(world.files("out"), ["okrs.csv"]);
}

#[test]
fn nothing_is_left_behind_where_nothing_can_be_written() {
    let world = World::worked();
    world.write("file", "mine");
    insta::assert_snapshot!(world.okr("export jsonl --output file/okrs.jsonl"), @r"
── stderr ──
error: file is no folder; nothing was changed
hint: links are never followed when writing; put a folder there
── exit 3 ──
");
    assert_eq!(world.read("file"), "mine");
}
