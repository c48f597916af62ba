//! The document's main table as CSV: raw values under names that no language changes.

use crate::view::{Audience, Block, Cell, Column, Document, Node};

use super::escape::{self, csv_formula};

/// The first table or tree of the document; nothing if it has none. A tree's lines become rows in the order in which
/// they are drawn, with the depth and the label before the columns.
pub fn csv(document: &Document) -> Result<String, ::csv::Error> {
    let mut rows = Vec::new();
    match document.main() {
        Some(Block::Table(table)) => {
            rows.push(names(&table.columns));
            rows.extend(table.rows.iter().map(|row| values(row, &table.columns)));
        }
        Some(Block::Tree(tree)) => {
            rows.push(["depth".to_string(), "title".to_string()].into_iter().chain(names(&tree.columns)).collect());
            for root in &tree.roots {
                push_rows(root, &tree.columns, 0, &mut rows);
            }
        }
        _ => return Ok(String::new()),
    }
    written(&rows)
}

fn names(columns: &[Column]) -> Vec<String> {
    columns.iter().filter(|column| is_shown(column)).map(|column| column.name.to_string()).collect()
}

fn is_shown(column: &Column) -> bool {
    column.audience != Audience::People
}

fn values(cells: &[Cell], columns: &[Column]) -> Vec<String> {
    cells.iter().zip(columns).filter(|(_, column)| is_shown(column)).map(|(cell, _)| value(cell)).collect()
}

/// Only text can hold a formula; a negative number of a metric stays a number.
fn value(cell: &Cell) -> String {
    let raw = escape::csv(&cell.raw()).into_owned();
    match cell {
        Cell::Text(_) | Cell::Words { .. } => csv_formula(&raw).into_owned(),
        _ => raw,
    }
}

fn push_rows(node: &Node, columns: &[Column], depth: usize, rows: &mut Vec<Vec<String>>) {
    let label: String = node.label.iter().map(|span| span.text.as_str()).collect();
    let mut row = vec![depth.to_string(), csv_formula(&escape::csv(&label)).into_owned()];
    row.extend(values(&node.cells, columns));
    rows.push(row);
    for child in &node.children {
        push_rows(child, columns, depth + 1, rows);
    }
}

fn written(rows: &[Vec<String>]) -> Result<String, ::csv::Error> {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::{gap, tree};

    #[test]
    fn a_tree_in_csv() {
        insta::assert_snapshot!(csv(&tree()).unwrap().replace('\u{1b}', "␛").replace('\u{202e}', "↔"), @r#"
        depth,title,ref,value,progress,pace
        0,Acme Inc.,,,0.4,
        1,Make renewing the obvious choice,acme/renewing,,0.4,off-track
        2,NPS rises,nps,38 of 50 points,0.368,off-track
        3,让每个客户都愿意续约 🇨🇳,eng/xuyue,,0,off-track
        4,Answer every ticket within a day,ana/tickets,,0,off-track
        2,Churn falls,churn,3.1 of 2.0 %,0.5,on-track
        2,Uptime is kept,up,99.45 of ≥ 99.9 %,0.5,off-track
        2,"Audit
        passed \u{1b}[31m\u{202e}",audit,not yet,0,off-track
        2,Launch,launch,"beta, 2 of 3",0.67,on-track
        "#);
    }

    #[test]
    fn a_table_in_csv() {
        insta::assert_snapshot!(csv(&gap()).unwrap(), @r#"
ref,title,start,now,target,to_go,expected,progress,gap,pace,forecast
2026-Q4/acme/renewing.audit,Audit passed,,,,,0.5,0,-50,off-track,
2026-Q4/acme/renewing.up,Uptime is kept,99,99.45,99.9,0.45,1,0.5,-50,off-track,
2026-Q4/acme/renewing.nps,NPS rises | 客户净推荐值上升,31,38,50,12,0.5,0.368,-13.2,at-risk,
2026-Q4/acme/renewing.churn,Churn falls,4.2,3.1,2,-1.1,0.5,0.5,0,on-track,
2026-Q4/acme/renewing.beta,"'=Launch, 2 of 3 👨‍👩‍👧‍👦",0,3,3,0,0.5,1,50,done,
"#);
    }
}
