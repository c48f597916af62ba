//! Objectives in every layout that people use: the choices say which, one byte after the other.

use crate::store::edit::Yaml;

/// What a file says.
pub struct Sample {
    pub entries: Vec<(String, Yaml)>,
}

/// The sample in the layout that the choices lead to.
pub fn printed(sample: &Sample, choices: &[u8]) -> String {
    let mut printer = Printer { choices, at: 0, comments: 0, out: String::new() };
    if printer.once_in(3) {
        printer.comment_line(0);
        printer.blank();
    }
    if printer.once_in(12) {
        printer.out.push_str("---\n");
    }
    let mut entries: Vec<&(String, Yaml)> = sample.entries.iter().collect();
    let turn = printer.choice(entries.len().max(1));
    entries.rotate_left(turn);
    for (key, value) in entries {
        printer.entry(key, value, 0);
    }
    if printer.once_in(3) {
        printer.blank();
        printer.comment_line(0);
    }
    let text = if printer.once_in(5) { printer.out.replace('\n', "\r\n") } else { printer.out };
    if choices.first().is_some_and(|byte| byte % 9 == 8) { format!("\u{feff}{text}") } else { text }
}

struct Printer<'c> {
    choices: &'c [u8],
    at: usize,
    comments: usize,
    out: String,
}

impl Printer<'_> {
    fn choice(&mut self, of: usize) -> usize {
        let byte = self.choices.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte) % of
    }

    /// Rarely so; never where nothing is left to choose from.
    fn once_in(&mut self, of: usize) -> bool {
        self.choice(of) == of - 1
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        let odd = ["", " 让: [x", "  # twice", " it's \"so\"", " - id: a"][self.choice(5)];
        format!("# comment {}{odd}", self.comments)
    }

    fn comment_line(&mut self, indent: usize) {
        let comment = self.comment();
        self.out.push_str(&format!("{}{comment}\n", " ".repeat(indent)));
    }

    fn blank(&mut self) {
        let line = ["", "\n", "\n\n\n", " \n"][self.choice(4)];
        self.out.push_str(line);
    }

    /// What may stand above an entry.
    fn above(&mut self, indent: usize) {
        if self.once_in(6) {
            self.blank();
        }
        if self.once_in(5) {
            let column = [indent, indent, indent + 2, indent.saturating_sub(2), 0, indent + 1][self.choice(6)];
            self.comment_line(column);
            if self.once_in(3) {
                self.blank();
            }
        }
    }

    /// The end of a line, with a comment sometimes.
    fn end(&mut self) {
        if self.once_in(5) {
            let gap = " ".repeat(1 + self.choice(4));
            let comment = self.comment();
            self.out.push_str(&format!("{gap}{comment}"));
        }
        let blanks = ["", " ", "   "][self.choice(3)];
        self.out.push_str(&format!("{blanks}\n"));
    }

    fn entry(&mut self, key: &str, value: &Yaml, indent: usize) {
        self.above(indent);
        self.out.push_str(&" ".repeat(indent));
        self.field(key, value, indent);
    }

    fn field(&mut self, key: &str, value: &Yaml, indent: usize) {
        let quote = ["", "", "", "'", "\""][self.choice(5)];
        self.out.push_str(&format!("{quote}{key}{quote}:"));
        self.value(value, indent, indent);
    }

    /// What stands behind a key or a dash. Further lines are indented by more than `indent`; the items of a list by
    /// `dashes` at least.
    fn value(&mut self, value: &Yaml, indent: usize, dashes: usize) {
        match value {
            Yaml::Text(text) => self.text(text, indent),
            Yaml::List(items) if !items.is_empty() && self.choice(3) > 0 => {
                let inner = dashes + [2, 0, 4][self.choice(3)];
                self.end();
                for item in items {
                    self.item(item, inner);
                }
            }
            Yaml::Map(entries) if !entries.is_empty() && self.choice(3) > 0 => {
                let inner = indent + [2, 4, 1][self.choice(3)];
                self.end();
                for (key, value) in entries {
                    self.entry(key, value, inner);
                }
            }
            flow => {
                self.out.push(' ');
                self.flow(flow, indent);
                self.end();
            }
        }
    }

    fn item(&mut self, item: &Yaml, indent: usize) {
        self.above(indent);
        self.out.push_str(&format!("{}-", " ".repeat(indent)));
        let Yaml::Map(entries) = item else { return self.value(item, indent, indent + 2) };
        if entries.is_empty() || self.once_in(4) {
            self.out.push(' ');
            self.flow(item, indent);
            return self.end();
        }
        let inner = indent + 2;
        if self.once_in(6) {
            self.end();
            self.above(inner);
            self.out.push_str(&" ".repeat(inner));
        } else {
            self.out.push(' ');
        }
        for (at, (key, value)) in entries.iter().enumerate() {
            match at {
                0 => self.field(key, value, inner),
                _ => self.entry(key, value, inner),
            }
        }
    }

    /// A text in one of the styles that can hold it.
    fn text(&mut self, text: &str, indent: usize) {
        let lines: Vec<&str> = text.strip_suffix('\n').unwrap_or(text).split('\n').collect();
        let whole = lines.iter().all(|line| !line.trim().is_empty() && !line.starts_with(' '));
        let block = whole && !text.is_empty();
        match self.choice(4) {
            1 if block => {
                let chomp = if text.ends_with('\n') { "" } else { "-" };
                self.out.push_str(&format!(" |{chomp}"));
                self.end();
                for line in lines {
                    self.out.push_str(&format!("{}{line}\n", " ".repeat(indent + 3)));
                }
            }
            2 if block && lines.len() == 1 && !text.contains("  ") && !text.ends_with(' ') => {
                let chomp = if text.ends_with('\n') { "" } else { "-" };
                self.out.push_str(&format!(" >{chomp}"));
                self.end();
                for word in lines[0].split(' ') {
                    self.out.push_str(&format!("{}{word}\n", " ".repeat(indent + 2)));
                }
            }
            3 => {
                self.end_of_key(indent);
                let bare = Yaml::text(text).inline(false).is_some_and(|line| line == text);
                if bare && !text.contains("  ") && !text.contains('#') && !text.contains(':') {
                    // Long texts go on below.
                    self.out.push_str(&text.replace(' ', &format!("\n{}", " ".repeat(indent + 2))));
                } else {
                    self.scalar(text, false);
                }
                self.end();
            }
            _ => {
                self.out.push(' ');
                self.scalar(text, false);
                self.end();
            }
        }
    }

    /// Goes on to the next line, as long values do.
    fn end_of_key(&mut self, indent: usize) {
        self.end();
        self.out.push_str(&" ".repeat(indent + 2));
    }

    fn scalar(&mut self, text: &str, nested: bool) {
        let single = format!("'{}'", text.replace('\'', "''"));
        let plain = Yaml::text(text).inline(nested).unwrap_or_default();
        let double = serde_json::to_string(text).unwrap();
        let fits = !text.contains('\n');
        let written = [plain, if fits { single } else { double.clone() }, double][self.choice(3)].clone();
        self.out.push_str(&written);
    }

    /// Within brackets, on one line or several.
    fn flow(&mut self, value: &Yaml, indent: usize) {
        let broken = self.once_in(3);
        let (open, close, count) = match value {
            Yaml::Map(entries) => ('{', '}', entries.len()),
            Yaml::List(items) => ('[', ']', items.len()),
            Yaml::Text(text) => return self.scalar(text, true),
            Yaml::Literal(literal) => return self.out.push_str(literal),
        };
        self.out.push(open);
        for at in 0..count {
            self.between(broken, indent);
            match value {
                Yaml::Map(entries) => {
                    self.out.push_str(&format!("{}: ", entries[at].0));
                    self.flow(&entries[at].1, indent);
                }
                Yaml::List(items) => self.flow(&items[at], indent),
                _ => {}
            }
            let comma = if at + 1 < count || self.once_in(3) { "," } else { "" };
            self.out.push_str(comma);
        }
        self.between(broken && count > 0, indent);
        self.out.push(close);
    }

    fn between(&mut self, broken: bool, indent: usize) {
        if broken {
            self.end();
            self.above(indent + 4);
            self.out.push_str(&" ".repeat(indent + 2));
        } else {
            let gap = ["", " ", "  "][self.choice(3)];
            self.out.push_str(gap);
        }
    }
}
