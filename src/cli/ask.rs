//! Asking people for a review's texts: in their editor, or line by line.

use std::io::{BufRead, Write};
use std::process::Command;

use super::context::Context;
use super::error::Failure;

/// What is asked, in the order in which it is asked.
const QUESTIONS: [&str; 3] = ["Went well", "Stuck", "Next"];

/// What went well, what is stuck, what comes next. What is left empty is nothing.
///
/// # Errors
/// When nobody can be asked, or the editor fails.
pub fn review(ctx: &Context, reference: &str, title: &str) -> Result<[Option<String>; 3], Failure> {
    if !ctx.interactive {
        return Err(Failure::usage("what is to be recorded?")
            .hint(format!("okr review {reference} --went-well TEXT --stuck TEXT --next TEXT; each may be left out")));
    }
    match &ctx.env.editor {
        Some(editor) => Ok(sections(&edited(editor, &form(title))?)),
        None => prompted(),
    }
}

/// What the editor begins with: a heading for each question, and what it is about.
fn form(title: &str) -> String {
    let title: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let about = format!(
        "; Review of: {title}\n; Lines that begin with ; are left out. Save an empty file to record nothing.\n"
    );
    QUESTIONS.iter().fold(about, |form, question| form + "\n# " + question + "\n\n")
}

/// Runs the editor on a file of its own, as Git does: the command may hold words of its own.
fn edited(editor: &str, form: &str) -> Result<String, Failure> {
    let failed = |why: std::io::Error| Failure::store(format!("the editor's file cannot be used: {why}"));
    let mut file = tempfile::Builder::new().prefix("okr-review-").suffix(".md").tempfile().map_err(failed)?;
    file.write_all(form.as_bytes()).and_then(|()| file.flush()).map_err(failed)?;
    let status = Command::new("sh")
        .arg("-c")
        .arg(format!("{editor} \"$@\""))
        .arg(editor)
        .arg(file.path())
        .status()
        .map_err(|why| Failure::usage(format!("the editor {editor:?} does not start: {why}")))?;
    if !status.success() {
        return Err(Failure::usage(format!("the editor {editor:?} failed; nothing was recorded"))
            .hint("set $EDITOR, or use --went-well, --stuck and --next"));
    }
    std::fs::read_to_string(file.path()).map_err(failed)
}

/// The texts below the headings.
fn sections(text: &str) -> [Option<String>; 3] {
    let mut found = [const { String::new() }; 3];
    let mut at = None;
    for line in text.lines().filter(|line| !line.starts_with(';')) {
        let heading = line
            .strip_prefix("# ")
            .and_then(|title| QUESTIONS.iter().position(|question| question.eq_ignore_ascii_case(title.trim())));
        match (heading, at) {
            (Some(heading), _) => at = Some(heading),
            (None, Some(at)) => {
                let section: &mut String = &mut found[at];
                section.push_str(line);
                section.push('\n');
            }
            (None, None) => {}
        }
    }
    found.map(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}

fn prompted() -> Result<[Option<String>; 3], Failure> {
    let mut answers = [const { None }; 3];
    let mut input = std::io::stdin().lock();
    for (question, answer) in QUESTIONS.iter().zip(&mut answers) {
        let failed = |why: std::io::Error| Failure::store(format!("the answer cannot be read: {why}"));
        let mut stderr = std::io::stderr().lock();
        write!(stderr, "{question}? (empty for nothing) ").and_then(|()| stderr.flush()).map_err(failed)?;
        let mut line = String::new();
        input.read_line(&mut line).map_err(failed)?;
        *answer = Some(line.trim().to_owned()).filter(|line| !line.is_empty());
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_the_headings_is_what_was_said() {
        let form = form("Make renewing\u{1b}[31m obvious");
        assert!(!form.contains('\u{1b}'));
        assert_eq!(sections(&form), [None, None, None]);
        let filled = form
            .replace("# Stuck\n\n", "# Stuck\n\nthe audit\n\nstill\n; not this\n\n")
            .replace("# Next\n\n", "# next\nbo\n");
        assert_eq!(sections(&filled), [None, Some("the audit\n\nstill".into()), Some("bo".into())]);
        assert_eq!(sections(""), [None, None, None]);
    }
}
