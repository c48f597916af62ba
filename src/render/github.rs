//! Findings as commands that GitHub Actions shows beside the changed lines of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use crate::view::{Block, Document, Finding, Role};

use super::escape;

/// One command a finding, one a line.
pub fn github(document: &Document) -> String {
    let findings = document.blocks.iter().filter_map(|block| match block {
        Block::Finding(finding) => Some(command(finding)),
        _ => None,
    });
    findings.collect()
}

/// `::error file=…,line=…,col=…,endColumn=…,title=…::…`
fn command(finding: &Finding) -> String {
    let level = match finding.role {
        Role::Bad => "error",
        Role::Warning => "warning",
        _ => "notice",
    };
    let mut properties = format!("file={}", property(&finding.file));
    if let Some(place) = &finding.place {
        let end = place.column + place.length;
        properties.push_str(&format!(",line={},col={},endColumn={end}", place.line, place.column));
    }
    let title = property(&format!("{} {}", finding.code, finding.name));
    let message = data(&format!("{}\n{}", finding.message, finding.help));
    format!("::{level} {properties},title={title}::{message}\n")
}

/// A text behind the second `::`. What is not seen is made visible first: the log is a terminal too.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escape::terminal(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// A property's value, which also ends at commas and colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_it_or_begins_another_command() {
        assert_eq!(data("50 %\n::error::x\u{1b}[2J"), "50 %25%0A::error::x\\u{1b}[2J");
        assert_eq!(property("a,b:c\r\n%0A"), "a%2Cb%3Ac%0A%250A");
    }
}
