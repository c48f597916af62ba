//! The document as GitHub Markdown: for a pull request, a wiki, a chat. No HTML, everything escaped.

use crate::language::say;
use crate::view::{
    Align, Audience, Block, Cell, Chart, Code, Column, Document, Line, Node, Role, Section, Span, Table, Tile, Tree,
};

use super::{Look, chart, escape, finding, heat, spark};

/// The document's Markdown.
pub fn markdown(document: &Document) -> String {
    let page = page(&document.blocks);
    if page.is_empty() { page } else { page + "\n" }
}

fn page(blocks: &[Block]) -> String {
    let blocks: Vec<String> = blocks.iter().map(draw).filter(|block| !block.is_empty()).collect();
    blocks.join("\n\n")
}

fn draw(block: &Block) -> String {
    match block {
        Block::Title(parts) => format!("## {}", joined(parts.iter().map(|part| plain(part)))),
        Block::Heading(heading) => format!("### {}", escape::markdown(heading)),
        Block::Paragraph(line) => apart(&inline(line)),
        Block::Prose(prose) => prose.trim().lines().map(escape::markdown).collect::<Vec<_>>().join("\n"),
        Block::Facts(facts) => facts.iter().map(fact).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => rows(table),
        Block::Tree(tree) => bullets(tree),
        Block::Tiles(tiles) => tiles.iter().map(tile).collect::<Vec<_>>().join("\n"),
        Block::Chart(one) => captioned(one),
        Block::Heat(map) => fenced(&heat::heat(map, &PICTURE)),
        Block::Section(part) => section(part),
        Block::Code(code) => self::code(code),
        Block::Finding(one) => finding::markdown(one),
    }
}

/// How pictures of characters are drawn: Markdown shows them as code, in a page that may be narrow.
const PICTURE: Look = Look { width: 76, colour: false, ascii: false };

/// What a picture is of, and the picture below it.
fn captioned(one: &Chart) -> String {
    let name: Line = [Span::strong(&one.title), Span::plain(" ")].into_iter().chain(one.reference.clone()).collect();
    let bare = Chart { title: String::new(), reference: None, ..one.clone() };
    let picture = fenced(&chart::chart(&bare, &PICTURE));
    if picture.is_empty() { picture } else { format!("{}\n\n{picture}", inline(&name)) }
}

/// Lines that stay as they are. No fence of ours can be ended by what is within: there is always a longer one.
fn fenced(picture: &str) -> String {
    if picture.is_empty() {
        return String::new();
    }
    let longest = picture.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}", picture.trim_end_matches('\n'))
}

/// Lines of a file under its name.
fn code(code: &Code) -> String {
    let lines: Vec<String> = code.text.lines().map(|line| escape::terminal(line).into_owned()).collect();
    let lines = fenced(&lines.join("\n"));
    if code.caption.is_empty() { lines } else { format!("{}\n\n{lines}", escape::markdown_code(&code.caption)) }
}

fn tile(tile: &Tile) -> String {
    let words = joined([inline(&tile.value_line()), inline(&tile.detail)].into_iter());
    format!("- {}{}{words}", bold(&tile.label), say!(": "))
}

/// A part under a heading, or folded behind its summary, which GitHub and GitLab both draw.
fn section(part: &Section) -> String {
    let body = page(&part.blocks);
    if body.is_empty() {
        return String::new();
    }
    // Pictures of characters are long: one looks at them when one wants to.
    let pictures = part.blocks.iter().any(|block| matches!(block, Block::Chart(_)));
    if !part.folded && !pictures {
        return format!("## {}\n\n{body}", escape::markdown(&part.title));
    }
    let summary = joined([plain(&[Span::plain(&part.title)]), plain(&part.summary)].into_iter());
    // An empty line on both sides: without it what is within would be read as HTML.
    format!("<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>")
}

/// The parts that say something, with ` · ` between.
fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Figures that blanks set apart on a terminal: Markdown would draw one blank.
fn apart(text: &str) -> String {
    joined(text.split("   ").map(|figures| figures.trim().to_string()))
}

fn fact((name, value): &(String, Line)) -> String {
    format!("- {}{}{}", bold(name), say!(": "), inline(value)).trim_end().to_string()
}

fn bold(text: &str) -> String {
    let text = text.trim();
    let ends = [text.chars().next(), text.chars().next_back()];
    // Next to a sign, asterisks may be read as asterisks.
    let words = ends.iter().all(|end| end.is_some_and(char::is_alphanumeric));
    if words { format!("**{}**", escape::markdown(text)) } else { escape::markdown(text) }
}

/// A line without emphasis, as in a heading, which is bold already.
fn plain(line: &[Span]) -> String {
    spans(line, |span| match span.role {
        Role::Reference => escape::markdown_code(&span.text),
        _ => escape::markdown(&span.text),
    })
}

fn inline(line: &[Span]) -> String {
    spans(line, |span| match span.role {
        Role::Reference => escape::markdown_code(&span.text),
        Role::Strong => bold(&span.text),
        _ => escape::markdown(&span.text),
    })
}

/// Every span drawn, the blanks around it kept outside of its marks, runs of blanks made one.
fn spans(line: &[Span], draw: impl Fn(&Span) -> String) -> String {
    let mut out = String::new();
    for span in line {
        let blank = |end: Option<char>| end.is_some_and(char::is_whitespace);
        if blank(span.text.chars().next()) && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push_str(&draw(span));
        if blank(span.text.chars().next_back()) && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim().to_string()
}

fn rows(table: &Table) -> String {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| is_shown(table, *at)).collect();
    if table.rows.is_empty() || shown.is_empty() {
        return String::new();
    }
    let columns = || shown.iter().map(|at| &table.columns[*at]);
    let mut lines = vec![row(columns().map(|column| escape::markdown(&column.title))), row(columns().map(alignment))];
    let cell = |cells: &[Cell], at: usize| cells.get(at).map(value).unwrap_or_default();
    lines.extend(table.rows.iter().map(|cells| row(shown.iter().map(|at| cell(cells, *at)))));
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn alignment(column: &Column) -> String {
    match column.align {
        Align::Left => ":--".to_string(),
        Align::Right => "--:".to_string(),
    }
}

/// A cell's words, or its picture where it can be drawn in one line.
fn value(cell: &Cell) -> String {
    spark::markdown(cell).unwrap_or_else(|| inline(&cell.words()))
}

/// People's columns that have something in them; bars have no words.
fn is_shown(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    table.columns[at].audience != Audience::Machines && cells.any(|cell| !value(cell).is_empty())
}

fn bullets(tree: &Tree) -> String {
    let mut lines = Vec::new();
    for root in &tree.roots {
        push_bullets(root, &tree.columns, 0, &mut lines);
    }
    lines.join("\n")
}

fn push_bullets(node: &Node, columns: &[Column], depth: usize, lines: &mut Vec<String>) {
    let people = node.cells.iter().zip(columns).filter(|(_, column)| column.audience != Audience::Machines);
    let words = people.filter(|(cell, _)| !cell.is_missing()).map(|(cell, _)| value(cell));
    let folded = (node.folded > 0).then(|| format!("(+{})", node.folded));
    let parts = std::iter::once(inline(&node.label)).chain(words).chain(folded);
    lines.push(format!("{}- {}", "  ".repeat(depth), joined(parts)));
    for child in &node.children {
        push_bullets(child, columns, depth + 1, lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::{gap, page, tree};

    #[test]
    fn a_tree_in_markdown() {
        insta::assert_snapshot!(markdown(&tree()), @r#"
## 2026-Q4 · Oct 1 – Dec 31 · day 46 of 92 · ┊ = where the plan is

- Acme Inc. · 40 %
  - Make renewing the obvious choice · `acme/renewing` · 40 % · ✗ off track
    - NPS rises · `nps` · 38 of 50 points · 37 % · ✗ off track
      - 让每个客户都愿意续约 🇨🇳 · `eng/xuyue` · 0 % · ✗ off track
        - Answer every ticket within a day · `ana/tickets` · 0 % · ✗ off track · (+3)
    - Churn falls · `churn` · 3.1 of 2.0 % · 50 % · ✓ on track
    - Uptime is kept · `up` · 99.45 of ≥ 99.9 % · 50 % · ✗ off track
    - Audit passed \\u{1b}\[31m\\u{202e} · `audit` · not yet · 0 % · ✗ off track
    - Launch · `launch` · beta, 2 of 3 · 67 % · ✓ on track
"#);
    }

    #[test]
    fn a_table_in_markdown() {
        insta::assert_snapshot!(markdown(&gap()), @r#"
## Gap · 2026-Q4 · as of Nov 15 · worst first

| KEY RESULT |  | START | NOW | TARGET | TO GO | PLAN | NOW | TO PLAN | PACE | FORECAST |
| :-- | :-- | --: | --: | --: | --: | --: | --: | --: | :-- | :-- |
| `renewing.audit` | Audit passed | – | – | – | – | 50 % | 0 % | −50 pp | ✗ off track | – |
| `renewing.up` | Uptime is kept | 99.00 | 99.45 | 99.90 | 0.45 % | 100 % | 50 % | −50 pp | ✗ off track | – |
| `renewing.nps` | NPS rises \| 客户净推荐值上升 | 31 | 38 | 50 | 12 points | 50 % | 37 % | −13 pp | ! at risk | – |
| `renewing.churn` | Churn falls | 4.2 | 3.1 | 2.0 | −1.1 % | 50 % | 50 % | 0 pp | ✓ on track | – |
| `renewing.beta` | =Launch, 2 of 3 👨‍👩‍👧‍👦 | 0 | 3 | 3 | 0 | 50 % | 100 % | +50 pp | ★ done | – |

Company  40 % of 58 %  −18 pp · Department  0 % of 50 %  −50 pp · Individual  0 % of 50 %  −50 pp
"#);
    }

    #[test]
    fn a_page_in_markdown() {
        insta::assert_snapshot!(markdown(&page()), @r#"
## `acme/renewing` · Make renewing the obvious choice · 2026-Q4

### What it is for

Renewals pay for everything else.

续约的客户为其他一切买单，所以每一次续约都很重要，而且越早越好。

- **owner**: Acme Inc.
- **aligns to**: `acme/default.share` and what it rests on

The largest gap: `renewing.audit`. **2 of 5** are behind.
"#);
    }
}
