//! Which language people are spoken to in: the one asked for by `--lang`, else by the user's or the store's settings, else by the
//! locale.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::context::Environment;
use crate::language::Language;
use crate::store;

/// The language for these arguments. They are looked through before they are understood, since what is wrong with them is to be
/// said in it too.
pub fn chosen(args: &[OsString], env: &Environment) -> Language {
    let named = value_of(args, "--lang").and_then(OsStr::to_str).and_then(Language::of_name);
    named.or_else(|| of_settings(args, env)).unwrap_or_else(|| Language::of_locale(&env.locale))
}

fn of_settings(args: &[OsString], env: &Environment) -> Option<Language> {
    let config = env.config.as_deref().and_then(|path| store::user_config(path).ok()).unwrap_or_default();
    let own = config.lang.as_deref().and_then(Language::of_name);
    own.or_else(|| Language::of_name(&store::lang(&root(args, env, config.store)?)?))
}

/// The store that is meant, if there is one.
fn root(args: &[OsString], env: &Environment, usual: Option<PathBuf>) -> Option<PathBuf> {
    let named = value_of(args, "--store").map(Path::new).or(env.store.as_deref());
    match named {
        Some(folder) => store::named(&env.folder.join(folder)).ok(),
        None => store::upwards(&env.folder).or(usual),
    }
}

/// What stands behind an option, as `--lang zh` or `--lang=zh`; the last one counts, and behind `--` stands none.
fn value_of<'a>(args: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let args = args.split(|arg| arg == "--").next().unwrap_or_default();
    let with = |at: usize, arg: &'a OsString| match arg.to_str()?.strip_prefix(option)? {
        "" => args.get(at + 1).map(OsString::as_os_str),
        rest => rest.strip_prefix('=').map(OsStr::new),
    };
    args.iter().enumerate().filter_map(|(at, arg)| with(at, arg)).next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(typed: &str) -> Vec<OsString> {
        typed.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn an_option_is_seen_in_both_forms_and_not_behind_the_end() {
        assert_eq!(value_of(&args("okr tree --lang zh"), "--lang"), Some(OsStr::new("zh")));
        assert_eq!(value_of(&args("okr --lang=zh tree"), "--lang"), Some(OsStr::new("zh")));
        assert_eq!(value_of(&args("okr --lang zh tree --lang en"), "--lang"), Some(OsStr::new("en")));
        assert_eq!(value_of(&args("okr tree -- --lang zh"), "--lang"), None);
        assert_eq!(value_of(&args("okr tree --language zh"), "--lang"), None);
        assert_eq!(value_of(&args("okr tree --lang"), "--lang"), None);
    }

    #[test]
    fn without_any_settings_the_locale_tells() {
        let mut env = Environment::default();
        env.locale = "zh_CN.UTF-8".to_owned();
        env.folder = PathBuf::from("/");
        assert_eq!(chosen(&args("okr tree"), &env), Language::Chinese);
        assert_eq!(chosen(&args("okr tree --lang en"), &env), Language::English);
        assert_eq!(chosen(&args("okr tree --lang fr"), &env), Language::Chinese);
    }
}
