//! The pre-commit hook, as a block of lines in a shell script that may hold others.

use super::driver::for_shell;

const BEGIN: &str = "# >>> okr hooks install >>>";
const END: &str = "# <<< okr hooks install <<<";
const SHELL: &str = "#!/bin/sh\n";
const CALL: &str = "okr_check ";

/// What a file of that name in the folder of hooks is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hook {
    /// With a block of ours, which looks at these stores, quoted for the shell.
    Ours(Vec<String>),
    Foreign,
}

/// Reads a hook.
pub fn read(text: &str) -> Hook {
    match block(text) {
        Some((from, to)) => {
            let calls = text[from..to].lines().filter_map(|line| line.strip_prefix(CALL));
            Hook::Ours(calls.filter_map(|call| call.strip_suffix(" || exit 1")).map(str::to_owned).collect())
        }
        None => Hook::Foreign,
    }
}

/// Where our block stands, with its last line's end.
fn block(text: &str) -> Option<(usize, usize)> {
    let from = text.find(BEGIN).filter(|at| *at == 0 || text[..*at].ends_with('\n'))?;
    let to = from + text[from..].find(END)? + END.len();
    Some((from, text[to..].find('\n').map_or(text.len(), |end| to + end + 1)))
}

/// A hook that looks at a store too, made from what is there.
pub fn with_store(text: Option<&str>, okr: &str, store: &str) -> String {
    let quoted = for_shell(store);
    let Some((text, (from, to))) = text.and_then(|text| Some((text, block(text)?))) else {
        return format!("{SHELL}{}", lines(okr, &[quoted]));
    };
    let mut stores = match read(text) {
        Hook::Ours(stores) => stores,
        Hook::Foreign => Vec::new(),
    };
    if !stores.contains(&quoted) {
        stores.push(quoted);
    }
    format!("{}{}{}", &text[..from], lines(okr, &stores), &text[to..])
}

/// A hook without our lines; `None` if nothing else is in it.
pub fn without(text: &str) -> Option<String> {
    let Some((from, to)) = block(text) else { return Some(text.to_owned()) };
    let rest = format!("{}{}", &text[..from], &text[to..]);
    (!rest.trim().is_empty() && rest.trim() != SHELL.trim()).then_some(rest)
}

/// What somebody adds to a hook of their own.
pub fn own_line(okr: &str, store: &str) -> String {
    let store = for_shell(store);
    format!("{okr} --store {store} check --quiet && {okr} --store {store} verify --base HEAD --quiet || exit 1")
}

fn lines(okr: &str, stores: &[String]) -> String {
    let calls: String = stores.iter().map(|store| format!("{CALL}{store} || exit 1\n")).collect();
    format!(
        r#"{BEGIN}
# Looks at OKRs before they are committed. okr hooks remove takes these lines away.
okr_check() {{
    test -f "$1/okr.yaml" || return 0
    git diff --cached --quiet --no-ext-diff -- "$1" && return 0
    command -v {okr} >/dev/null || {{ echo "okr is not found: the OKRs in $1 were not checked" >&2; return 0; }}
    {okr} --store "$1" check --quiet || return 1
    git rev-parse --quiet --verify HEAD >/dev/null || return 0
    {okr} --store "$1" verify --base HEAD --quiet
}}
{calls}{END}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_lines_come_and_go_and_others_stay() {
        let made = with_store(None, "okr", "okrs");
        assert_eq!(read(&made), Hook::Ours(vec!["okrs".to_owned()]));
        assert_eq!(with_store(Some(&made), "okr", "okrs"), made);
        let two = with_store(Some(&made), "okr", "team's okrs");
        assert_eq!(read(&two), Hook::Ours(vec!["okrs".to_owned(), r"'team'\''s okrs'".to_owned()]));
        assert_eq!(without(&made), None);
        let more = format!("{made}make test\n");
        assert_eq!(without(&more).as_deref(), Some("#!/bin/sh\nmake test\n"));
        assert!(with_store(Some(&more), "okr", "b").ends_with("\nmake test\n"));
        assert_eq!(read("#!/bin/sh\nmake\n"), Hook::Foreign);
    }
}
