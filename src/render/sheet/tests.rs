use crate::view::{SheetColumn, SheetKind, SheetRow, SheetValue};

use super::*;

const COLUMNS: &[SheetColumn] = &[
    SheetColumn { name: "title", kind: SheetKind::Text, about: "" },
    SheetColumn { name: "day", kind: SheetKind::Day, about: "" },
    SheetColumn { name: "at", kind: SheetKind::Moment, about: "" },
    SheetColumn { name: "number", kind: SheetKind::Number, about: "" },
    SheetColumn { name: "figure", kind: SheetKind::Number, about: "" },
    SheetColumn { name: "count", kind: SheetKind::Count, about: "" },
    SheetColumn { name: "done", kind: SheetKind::Flag, about: "" },
];

fn rows() -> Vec<SheetRow> {
    vec![
        vec![
            SheetValue::text("=SUM(A1), \"让\"\u{1b}[31m"),
            SheetValue::Day("2026-11-15".parse().unwrap()),
            SheetValue::Moment("2026-11-15T09:00:00.001Z".parse().unwrap()),
            SheetValue::Number("-2.50".parse().unwrap()),
            SheetValue::Figure(0.368421),
            SheetValue::Count(3),
            SheetValue::Flag(true),
        ],
        vec![SheetValue::Absent; COLUMNS.len()],
    ]
}

fn text(write: impl FnOnce(&mut dyn Iterator<Item = Vec<SheetRow>>, &mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    write(&mut [rows()].into_iter(), &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn csv_has_raw_values_and_no_formula() {
    let all: Vec<usize> = (0..COLUMNS.len()).collect();
    insta::assert_snapshot!(text(|rows, out| csv(COLUMNS, &all, rows, out).unwrap()), @r#"
title,day,at,number,figure,count,done
"'=SUM(A1), ""让""\u{1b}[31m",2026-11-15,2026-11-15T09:00:00.001Z,-2.5,0.368421,3,true
,,,,,,
"#);
    insta::assert_snapshot!(text(|rows, out| csv(COLUMNS, &[5, 0], rows, out).unwrap()), @r#"
count,title
3,"'=SUM(A1), ""让""\u{1b}[31m"
,
"#);
}

#[test]
fn lines_leave_out_what_is_absent() {
    insta::assert_snapshot!(text(|rows, out| lines("thing", COLUMNS, rows, out).unwrap()), @r#"
{"type":"thing","title":"=SUM(A1), \"让\"\u001b[31m","day":"2026-11-15","at":"2026-11-15T09:00:00.001Z","number":-2.5,"figure":0.368421,"count":3,"done":true}
{"type":"thing"}
"#);
}

#[test]
fn parquet_has_the_marks_of_its_format_at_both_ends_and_the_same_bytes_each_time() {
    let written = || {
        let mut out = Vec::new();
        parquet("things", COLUMNS, &mut [rows(), rows()].into_iter(), &mut out).unwrap();
        out
    };
    assert!(written().starts_with(b"PAR1") && written().ends_with(b"PAR1"));
    assert_eq!(written(), written());
    let mut none = Vec::new();
    parquet("things", COLUMNS, &mut std::iter::empty(), &mut none).unwrap();
    assert!(none.ends_with(b"PAR1"));
}
