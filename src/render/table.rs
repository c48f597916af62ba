//! A table on the terminal.

use crate::view::{Audience, Table};

use super::Look;
use super::cell::Drawn;
use super::grid::{self, Head, Lines};

/// The table's lines, each ending in a newline; nothing for a table without rows.
pub fn table(table: &Table, look: &Look) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|at| table.columns[*at].audience != Audience::Machines).collect();
    let heads: Vec<Head> = shown.iter().map(|at| Head::of(&table.columns[*at], look)).collect();
    let rows: Vec<Vec<Drawn>> = table
        .rows
        .iter()
        .map(|row| shown.iter().filter_map(|at| row.get(*at)).map(|cell| Drawn::of(cell, look)).collect())
        .collect();
    let Lines { head, rows } = grid::lines(&heads, &rows, look);
    head.into_iter().chain(rows).fold(String::new(), |out, line| out + &line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Block, Cell, Column, Document, Role};

    fn drawn(width: usize, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> String {
        table(&Table { columns, rows }, &Look { width, colour: false, ascii: false })
    }

    fn columns() -> Vec<Column> {
        vec![
            Column::new("title", "TITLE").shrinks(8),
            Column::new("owner", "OWNER").goes(1),
            Column::new("ref", "REF").for_machines(),
            Column::new("note", "NOTE").goes(2),
            Column::new("progress", "NOW").right(),
        ]
    }

    fn row(title: &str, owner: &str, progress: usize) -> Vec<Cell> {
        vec![Cell::text(title), Cell::text(owner), Cell::text("x"), Cell::Missing("none"), Cell::Count(progress)]
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let rows = vec![row("NPS rises", "ana", 7), row("让客户续约", "bo", 38), row("👨‍👩‍👧‍👦 🇨🇳", "陈", 100)];
        let picture =
            "TITLE       OWNER  NOW\nNPS rises   ana      7\n让客户续约  bo      38\n👨‍👩‍👧‍👦 🇨🇳       陈     100\n";
        assert_eq!(drawn(80, columns(), rows), picture);
    }

    #[test]
    fn a_narrow_terminal_loses_columns_and_a_title_its_end() {
        let rows = || vec![row("Answer every ticket", "ana", 7)];
        assert_eq!(drawn(26, columns(), rows()), "TITLE          OWNER  NOW\nAnswer every…  ana      7\n");
        assert_eq!(drawn(20, columns(), rows()), "TITLE    OWNER  NOW\nAnswer…  ana      7\n");
        assert_eq!(drawn(19, columns(), rows()), "TITLE          NOW\nAnswer every…    7\n");
    }

    #[test]
    fn what_wraps_goes_on_below_within_its_column() {
        let columns =
            vec![Column::new("at", "WHEN"), Column::new("note", "NOTE").shrinks(8).wraps(), Column::new("n", "N")];
        let rows = vec![
            vec![Cell::text("Oct 9"), Cell::text("first survey is in"), Cell::Count(7)],
            vec![Cell::text("Oct 2"), Cell::text("–"), Cell::Count(8)],
        ];
        let picture = "WHEN   NOTE          N\nOct 9  first survey  7\n       is in\nOct 2  –             8\n";
        assert_eq!(drawn(22, columns, rows), picture);
    }

    #[test]
    fn a_table_without_rows_is_nothing_and_a_short_row_no_fault() {
        assert_eq!(drawn(80, columns(), vec![]), "");
        assert_eq!(drawn(80, columns(), vec![vec![Cell::text("a")]]), "TITLE  NOW\na\n");
    }

    #[test]
    fn in_one_column_nothing_wraps() {
        let columns = vec![Column::new("a", ""), Column::new("note", "").wraps()];
        assert_eq!(drawn(8, columns, vec![vec![Cell::text("fifth"), Cell::text("ab")]]), "fifth  …\n");
    }

    fn weeks(title: &str, points: &[f64], share: f64) -> Vec<Cell> {
        let points = std::iter::once(None).chain(points.iter().copied().map(Some)).collect();
        let (count, role) = (Cell::Count((share * 12.0) as usize), Role::Good);
        vec![Cell::text(title), Cell::Spark { points, role }, Cell::Share { share, role }, count]
    }

    #[test]
    fn sparks_keep_their_end_and_shares_their_proportion() {
        let columns = || {
            let spark = Column::new("spark", "WEEKS").for_people();
            let share = Column::new("share", "OF ALL").for_people();
            vec![Column::new("title", "TITLE").shrinks(4), spark, share, Column::new("count", "N").right()]
        };
        let rows = || {
            let up = [0.0, 0.05, 0.2, 0.26, 0.26, 0.3, 0.5, 0.61, 0.75, 1.0];
            vec![weeks("NPS rises", &up, 0.75), weeks("客户净推荐值", &[0.4; 10], 0.02), weeks("Launch", &[], 0.0)]
        };
        insta::assert_snapshot!(drawn(60, columns(), rows()), @"
        TITLE         WEEKS        OF ALL           N
        NPS rises      ▁▁▂▂▂▃▄▅▆█  ███████████████  9
        客户净推荐值   ▃▃▃▃▃▃▃▃▃▃  ▍                0
        Launch                                      0
        ");
        insta::assert_snapshot!(drawn(34, columns(), rows()), @"
        TITLE   WEEKS        OF ALL    N
        NPS r…   ▁▁▂▂▂▃▄▅▆█  ███████▌  9
        客户…    ▃▃▃▃▃▃▃▃▃▃  ▎         0
        Launch                         0
        ");
        let table = Table { columns: columns(), rows: rows() };
        let ascii = Look { width: 60, colour: false, ascii: true };
        insta::assert_snapshot!(super::table(&table, &ascii), @"
        TITLE         WEEKS        OF ALL           N
        NPS rises      ___...--=^  ###############  9
        客户净推荐值   ..........  #                0
        Launch                                      0
        ");
        let document = Document { blocks: vec![Block::Table(table)] };
        insta::assert_snapshot!(crate::render::markdown(&document), @"
        | TITLE | WEEKS | OF ALL | N |
        | :-- | :-- | :-- | --: |
        | NPS rises | ▁▁▂▂▂▃▄▅▆█ | ████████ | 9 |
        | 客户净推荐值 | ▃▃▃▃▃▃▃▃▃▃ | █ | 0 |
        | Launch |  |  | 0 |
        ");
    }
}
