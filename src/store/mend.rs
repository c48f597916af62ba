//! Mending a history file: what a crash or a lost newline left of it, and nothing else.

use super::disk::{Lock, WriteError};
use super::history::append;
use super::layout;
use super::source::Source;
use super::write::Writer;

impl Writer<'_> {
    /// Ends a history file as it should be ended: an unfinished last line is cut off. What was cut off, if anything was.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn heal(&self, history: &str) -> Result<Option<String>, WriteError> {
        let mended = self.within(history).and_then(|()| append(&self.folder().path(history), ""));
        let shown = |torn: Vec<u8>| String::from_utf8_lossy(&torn).into_owned();
        mended.map(|healed| healed.torn.map(shown)).map_err(|why| self.named(why))
    }

    /// Puts every event of a history file on a line of its own. Whether that changed it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn split_lines(&self, history: &str) -> Result<bool, WriteError> {
        let path = self.folder().path(history);
        let _lock = Lock::on(&path).map_err(|why| self.named(why))?;
        let before = self.folder().read(history, layout::MAX_HISTORY).unwrap_or_default();
        // What is no text is no line of events either, and stays as it is.
        let Ok(text) = std::str::from_utf8(&before) else { return Ok(false) };
        let after: String = text.split_inclusive('\n').map(apart).collect();
        if after == text {
            return Ok(false);
        }
        self.replace(history, &before, &after)?;
        Ok(true)
    }
}

/// A line with each event on its own, if every one of them is a whole event.
fn apart(line: &str) -> String {
    let end = &line[line.trim_end().len()..];
    let pieces: Vec<&str> = line.trim_end().split_inclusive("}- {").collect();
    let last = pieces.len().saturating_sub(1);
    let whole = |(at, piece): (usize, &&str)| {
        let piece = if at == last { piece } else { piece.trim_end_matches("- {") };
        if at == 0 { piece.to_owned() } else { format!("- {{{piece}") }
    };
    let events: Vec<String> = pieces.iter().enumerate().map(whole).collect();
    let is_event = |event: &String| {
        event.strip_prefix("- ").is_some_and(|json| serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok())
    };
    if events.len() > 1 && events.iter().all(is_event) { events.join("\n") + end } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn only_whole_events_are_put_on_lines_of_their_own() {
        assert_eq!(apart("- {\"a\": 1}- {\"b\": 2}- {\"c\": 3}\n"), "- {\"a\": 1}\n- {\"b\": 2}\n- {\"c\": 3}\n");
        for line in ["- {\"a\": 1}\n", "- {\"a\": \"}- {\"}\n", "- {\"a\": 1}- {\"b\"\n", "# }- {\n", "\n"] {
            assert_eq!(apart(line), line);
        }
    }
}
