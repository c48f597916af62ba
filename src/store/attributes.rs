//! The lines of `.gitattributes` that tell Git how a store's files are merged.

/// Definitions go to the merge driver of `okr hooks install`; without it Git merges them as text.
pub const DEFINITIONS: &str = "*.yaml merge=okr";
/// Histories keep the lines of both sides. Later lines win, so this one stands behind the other.
pub const HISTORIES: &str = "*.history.yaml merge=union text eol=lf";

/// What was lacking in a `.gitattributes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mended {
    Added(&'static str),
    /// The line for definitions stood behind the one for histories, and would have had the last word about both.
    Reordered,
}

/// The file with both lines in their order, all others as they stand.
pub fn completed(text: &str) -> (String, Vec<Mended>) {
    let mut mended = Vec::new();
    let mut lines: Vec<&str> = text.lines().collect();
    let find = |lines: &[&str], wanted: &str| lines.iter().position(|line| line.trim() == wanted);
    let histories = find(&lines, HISTORIES).unwrap_or_else(|| {
        lines.push(HISTORIES);
        mended.push(Mended::Added(HISTORIES));
        lines.len() - 1
    });
    // The last line of several has the last word.
    let definitions = lines.iter().rposition(|line| line.trim() == DEFINITIONS);
    match definitions {
        Some(at) if at < histories => {}
        Some(at) => {
            let line = lines.remove(at);
            lines.insert(histories, line);
            mended.push(Mended::Reordered);
        }
        None => {
            lines.insert(histories, DEFINITIONS);
            mended.push(Mended::Added(DEFINITIONS));
        }
    }
    if mended.is_empty() {
        return (text.to_owned(), mended);
    }
    (lines.iter().map(|line| format!("{line}\n")).collect(), mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lines_stand_in_their_order_and_nothing_else_is_touched() {
        let both = format!("{DEFINITIONS}\n{HISTORIES}\n");
        assert_eq!(completed(""), (both.clone(), vec![Mended::Added(HISTORIES), Mended::Added(DEFINITIONS)]));
        assert_eq!(completed(&both), (both.clone(), vec![]));
        let old = format!("*.png binary\n{HISTORIES}\n# end");
        let new = format!("*.png binary\n{DEFINITIONS}\n{HISTORIES}\n# end\n");
        assert_eq!(completed(&old), (new, vec![Mended::Added(DEFINITIONS)]));
        assert_eq!(completed(&format!("{HISTORIES}\n{DEFINITIONS}\n")), (both, vec![Mended::Reordered]));
    }
}
