//! A page of documentation, written in Markdown, as a document: the same text stands in the repository and in the terminal.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::cell::{Cell, Role, Span};
use super::document::{Block, Code, Column, Document, Line, Table};

/// The page as a document. Of links the words are shown, and the address where it leads out of the documentation.
pub fn manual(markdown: &str) -> Document {
    let mut page = Page::default();
    Parser::new_ext(markdown, Options::ENABLE_TABLES).for_each(|event| page.take(event));
    Document { blocks: page.blocks }
}

/// What a list marks its items with: the next number, or nothing.
type Numbering = Option<u64>;

#[derive(Default)]
struct Page {
    blocks: Vec<Block>,
    line: Line,
    /// How the words that follow are meant, innermost last.
    roles: Vec<Role>,
    lists: Vec<Numbering>,
    items: Vec<(String, Line)>,
    /// The lines of the item that is read.
    code: Option<String>,
    rows: Vec<Vec<Line>>,
    address: Option<String>,
}

impl Page {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.say(&text),
            },
            Event::Code(text) => self.line.push(Span::reference(text.into_string())),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        let role = self.roles.last().copied().unwrap_or_default();
        match self.line.last_mut() {
            Some(last) if last.role == role => last.text.push_str(text),
            _ => self.line.push(Span::new(text, role)),
        }
    }

    fn begin(&mut self, tag: Tag) {
        match tag {
            Tag::Strong => self.roles.push(Role::Strong),
            Tag::Emphasis => self.roles.push(Role::Dim),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.code = Some(String::new()),
            Tag::List(first) => {
                // What an item says before a list within it is an item of its own.
                self.end_item();
                self.lists.push(first);
            }
            Tag::Link { dest_url, .. } => self.address = Some(dest_url.into_string()).filter(|url| url.contains("://")),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => {
                self.roles.pop();
            }
            TagEnd::Heading(level) => {
                let line = std::mem::take(&mut self.line);
                self.blocks.push(match level {
                    HeadingLevel::H1 => Block::Title(vec![strong(line)]),
                    _ => Block::Heading(line.into_iter().map(|span| span.text).collect()),
                });
            }
            TagEnd::Paragraph if self.lists.is_empty() => {
                let line = std::mem::take(&mut self.line);
                self.blocks.push(Block::Paragraph(line));
            }
            TagEnd::Link => {
                let address = self.address.take();
                self.line.extend(address.map(|address| Span::dim(format!(" ({address})"))));
            }
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.blocks.push(Block::Facts(std::mem::take(&mut self.items)));
                }
            }
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default();
                self.blocks.push(Block::Code(Code { caption: String::new(), text }));
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(table(rows)));
            }
            _ => {}
        }
    }

    /// Puts what was said of an item behind its mark, set in by how deep it stands.
    fn end_item(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}.", *number - 1)
            }
            _ => "-".to_owned(),
        };
        self.items.push((format!("{}{mark}", "  ".repeat(depth)), std::mem::take(&mut self.line)));
    }
}

fn strong(line: Line) -> Line {
    line.into_iter().map(|span| Span::new(span.text, Role::Strong)).collect()
}

/// The names of a table's columns, which nobody reads but people.
const COLUMNS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

fn table(mut rows: Vec<Vec<Line>>) -> Table {
    if rows.is_empty() {
        return Table::default();
    }
    let head = rows.remove(0);
    let title = |line: Line| line.into_iter().map(|span| span.text).collect::<String>().to_uppercase();
    let columns: Vec<Column> =
        head.into_iter().zip(COLUMNS).map(|(line, name)| Column::new(name, title(line)).shrinks(10).wraps()).collect();
    let cell = |line: Line| Cell::Words { raw: line.iter().map(|span| span.text.as_str()).collect(), shown: line };
    let width = columns.len();
    let row = |row: Vec<Line>| {
        let mut cells: Vec<Cell> = row.into_iter().map(cell).collect();
        cells.resize_with(width, || Cell::text(""));
        cells
    };
    Table { columns, rows: rows.into_iter().map(row).collect() }
}
