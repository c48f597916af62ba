//! The merge driver, as Git's settings hold it.

/// The settings of the driver.
pub const NAME: &str = "merge.okr.name";
pub const DRIVER: &str = "merge.okr.driver";

/// What Git shows of it.
pub const TITLE: &str = "OKR definitions, merged by key";

/// The command that Git runs. If `okr` cannot be started, lines are merged as Git does it: a file in conflict never looks
/// as if it were whole.
pub fn command(okr: &str) -> String {
    let okr = okr.replace('%', "%%");
    format!(
        "{okr} merge-file %O %A %B %P %L || {{ code=$?; test $code -lt 126 && exit $code; \
         git merge-file -L ours -L before -L theirs --marker-size=%L %A %O %B; }}"
    )
}

/// A word for the shell: as it is, or within single quotation marks.
pub fn for_shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',' | ':' | '@');
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
