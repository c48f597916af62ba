//! Running text, line by line, without its marks.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::link::Link;

/// One line of running text, without its marks.
#[derive(Debug, Default, Clone)]
pub struct Text {
    pub line: usize,
    pub words: String,
    pub links: Vec<Link>,
    /// What stands in it as code, which is in the words too.
    pub codes: Vec<String>,
    /// Whether all of it is bold.
    pub is_bold: bool,
    /// Whether all of it is struck out; where only a part is, that stands between `~~`.
    pub is_struck: bool,
    bold: usize,
    struck: usize,
}

/// The words of a text with the addresses behind them.
pub fn with_links(text: &Text) -> String {
    let mut words = text.words.clone();
    for Link { url, title, .. } in text.links.iter().filter(|link| link.named() != link.url || !link.title.is_empty()) {
        words.push_str(&if title.is_empty() { format!(" ({url})") } else { format!(" ({url} {title})") });
    }
    words
}

/// Several lines as one.
pub fn joined(lines: Vec<Text>, line: usize) -> Text {
    let mut all = Text { line, is_bold: !lines.is_empty(), is_struck: !lines.is_empty(), ..Text::default() };
    for one in lines {
        all.is_bold &= one.is_bold;
        all.is_struck &= one.is_struck;
        all.words = format!("{} {}", all.words, one.words).trim().to_owned();
        all.links.extend(one.links);
        all.codes.extend(one.codes);
    }
    all
}

/// Running text as it comes.
pub struct Lines {
    done: Vec<Text>,
    open: Text,
    bold: usize,
    struck: usize,
    /// The links that are open, with where their words begin.
    links: Vec<(Link, usize)>,
}

impl Lines {
    pub fn new(line: usize) -> Self {
        let open = Text { line, ..Text::default() };
        Self { done: Vec::new(), open, bold: 0, struck: 0, links: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.open.words.is_empty()
    }

    pub fn take(&mut self, event: Event, line: usize) {
        match event {
            Event::Code(words) => {
                self.words(&words);
                self.open.codes.push(words.into_string());
            }
            Event::Text(words) | Event::InlineHtml(words) | Event::Html(words) => self.words(&words),
            Event::SoftBreak | Event::HardBreak => self.close(line + 1),
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold -= 1,
            Event::Start(Tag::Strikethrough) => {
                self.open.words.push_str("~~");
                self.struck += 1;
            }
            Event::End(TagEnd::Strikethrough) => {
                self.open.words.push_str("~~");
                self.struck -= 1;
            }
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                let (url, title) = (dest_url.into_string(), title.into_string());
                self.links.push((Link { words: String::new(), url, title }, self.open.words.len()));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((link, from)) = self.links.pop() {
                    let words = self.open.words.get(from..).unwrap_or_default().trim().to_owned();
                    self.open.links.push(Link { words, ..link });
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let seen = words.chars().filter(|c| c.is_alphanumeric()).count();
        self.open.bold += if self.bold > 0 { seen } else { 0 };
        self.open.struck += if self.struck > 0 { seen } else { 0 };
        self.open.words.push_str(words);
    }

    fn close(&mut self, next: usize) {
        let mut line = std::mem::replace(&mut self.open, Text { line: next, ..Text::default() });
        for (_, from) in &mut self.links {
            *from = 0;
        }
        let seen = line.words.chars().filter(|c| c.is_alphanumeric()).count();
        line.is_bold = seen > 0 && line.bold == seen;
        line.is_struck = seen > 0 && line.struck == seen;
        let words = if line.is_struck { line.words.replace("~~", "") } else { line.words };
        line.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.words.is_empty() || !line.links.is_empty() {
            self.done.push(line);
        }
    }

    pub fn end(mut self) -> Vec<Text> {
        self.close(0);
        self.done
    }
}

/// Whether an event is a piece of running text.
pub fn is_running(event: &Event) -> bool {
    match event {
        Event::Start(tag) => is_inline(tag),
        Event::End(end) => {
            matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        }
        event => matches!(
            event,
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak
        ),
    }
}

/// Whether a tag is one within running text.
pub fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
