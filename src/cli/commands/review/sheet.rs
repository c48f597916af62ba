//! The sheet on which a review is written in an editor: three headings, and the objective's state as a comment.

use crate::language::{marked, say, text};
use crate::model::What;
use crate::report::ObjectiveReport;
use crate::view::{self, Span, metric_words};

/// The headings, in the order of the texts. A sheet has them in the language that is spoken.
pub const HEADINGS: [&str; 3] = [marked!("Went well"), marked!("Stuck"), marked!("Next")];

/// The three texts of a review; what is not there was not said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    pub went_well: Option<String>,
    pub stuck: Option<String>,
    pub next: Option<String>,
}

impl Texts {
    pub fn is_empty(&self) -> bool {
        self.went_well.is_none() && self.stuck.is_none() && self.next.is_none()
    }

    /// The texts with the name of each.
    pub fn each(&mut self) -> [(&'static str, &mut Option<String>); 3] {
        let [well, stuck, next] = HEADINGS.map(text);
        [(well, &mut self.went_well), (stuck, &mut self.stuck), (next, &mut self.next)]
    }

    /// The event that they are.
    pub fn event(self, phase: &str) -> What {
        let Texts { went_well, stuck, next } = self;
        What::Review { phase: Some(phase.to_owned()), went_well, stuck, next }
    }
}

/// An empty sheet, with what there is to review below it.
pub fn empty(report: &ObjectiveReport, phase: &str) -> String {
    let mut sheet: String = HEADINGS.iter().map(|heading| format!("## {}\n\n\n", text(heading))).collect();
    let mut lines = vec![
        match phase {
            "mid" => say!("The mid review of {objective}: {title}", objective = report.reference, title = report.title),
            _ => say!("The end review of {objective}: {title}", objective = report.reference, title = report.title),
        },
        say!("What stands below a heading is recorded; a heading with nothing below it is left out.").to_owned(),
        String::new(),
    ];
    for kr in &report.key_results {
        let value = kr.metric.as_ref().map(|metric| metric_words::value_of_target(metric, kr.reading.as_ref()));
        let standing: String = view::standing(kr).into_iter().map(|span: Span| span.text).collect();
        let parts = [value.unwrap_or_else(|| say!("no measure").to_owned()), standing];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let standing = parts.join(say!(", "));
        lines.push(say!("{key_result}: {title}; {standing}", key_result = kr.id, title = kr.title, standing));
        lines.extend(kr.note.iter().map(|note| format!("    {}", note.replace('\n', "\n    "))));
    }
    // Nothing that was written elsewhere may end the comment.
    let comment = lines.join("\n").replace("-->", "-- >").replace("<!--", "< !--");
    sheet.push_str(&format!("<!--\n{}\n-->\n", comment.trim_end()));
    sheet
}

/// What was written on a sheet; `Err` is text that stands above all headings.
pub fn read(text: &str) -> Result<Texts, String> {
    let mut texts = Texts::default();
    let mut place: Option<usize> = None;
    let mut sections: [String; 3] = Default::default();
    let mut above = String::new();
    for line in without_comments(text).lines() {
        match heading(line) {
            Some(at) => place = Some(at),
            None => {
                let section = place.map_or(&mut above, |at| &mut sections[at]);
                section.push_str(line.trim_end());
                section.push('\n');
            }
        }
    }
    if !above.trim().is_empty() {
        return Err(above.trim().to_owned());
    }
    for ((_, text), section) in texts.each().into_iter().zip(sections) {
        let section = section.trim();
        *text = (!section.is_empty()).then(|| section.to_owned());
    }
    Ok(texts)
}

/// Which of the headings a line is, however many signs stand before it. Whoever knows the English ones may write those.
fn heading(line: &str) -> Option<usize> {
    let title = line.trim().strip_prefix('#')?.trim_start_matches('#').trim();
    HEADINGS.iter().position(|heading| heading.eq_ignore_ascii_case(title) || text(heading) == title)
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn what_stands_below_a_heading_is_read() {
        let sheet = "## Went well\r\n\r\nThe offer.\r\n\r\n# not ours\nstays\n\n##next\n- survey\n- list\n<!-- state\n## Stuck\n-->\n";
        let texts =
            Texts { went_well: some("The offer.\n\n# not ours\nstays"), stuck: None, next: some("- survey\n- list") };
        assert_eq!(read(sheet), Ok(texts));
    }

    #[test]
    fn an_empty_sheet_says_nothing_and_text_above_it_is_not_lost() {
        assert_eq!(read("## Went well\n\n\n## Stuck\n## Next\n\n<!--\nnps: 38 of 50\n"), Ok(Texts::default()));
        assert_eq!(read(""), Ok(Texts::default()));
        assert_eq!(read("lost\n## Went well\nfine"), Err("lost".to_owned()));
    }
}
