//! The two languages in which people are spoken to.
//!
//! Texts stand in the code in English, where they are said: `say!("there is no cycle {id}", id)`. What they are in Chinese
//! stands in `locales/zh-CN/*.yml`, under the English text. In English nothing is looked up.

mod catalogue;
mod grammar;
mod system;

use std::fmt::{Display, Write};
use std::sync::atomic::{AtomicBool, Ordering};

pub use catalogue::{catalogue, chinese};
pub use grammar::{is_wide, list, quoted};
pub use system::reason;

/// A language in which people are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Chinese,
}

impl Language {
    /// By the name that settings and options have for it.
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// What a POSIX locale (`zh_CN.UTF-8`) asks for: English for all that are not Chinese.
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if name.eq_ignore_ascii_case("zh") { Self::Chinese } else { Self::English }
    }
}

static IS_CHINESE: AtomicBool = AtomicBool::new(false);

/// From now on people are spoken to in this language.
pub fn speak(language: Language) {
    IS_CHINESE.store(language == Language::Chinese, Ordering::Relaxed);
}

/// The language in which people are spoken to.
pub fn spoken() -> Language {
    if IS_CHINESE.load(Ordering::Relaxed) { Language::Chinese } else { Language::English }
}

/// English until it is dropped: what machines read is the same in every language.
#[must_use]
pub struct ForMachines(Language);

/// From now on English is spoken, since a machine reads it, until what this gives is dropped.
pub fn for_machines() -> ForMachines {
    let before = ForMachines(spoken());
    speak(Language::English);
    before
}

impl Drop for ForMachines {
    fn drop(&mut self) {
        speak(self.0);
    }
}

/// A text without placeholders in the language that is spoken; in English where there is no other for it.
pub fn text(english: &'static str) -> &'static str {
    pattern(english).unwrap_or(english)
}

/// What stands for an English text where another language is spoken.
pub fn pattern(english: &str) -> Option<&'static str> {
    match spoken() {
        Language::English => None,
        Language::Chinese => chinese(english),
    }
}

/// A pattern with its `{placeholders}` filled; those that are not given stay as they are.
pub fn filled(pattern: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            out.push_str(&rest[..1]);
            rest = &rest[2..];
            continue;
        }
        let end = rest.find('}').map_or(rest.len(), |end| end + 1);
        let name = rest[..end].trim_matches(['{', '}']);
        match values.iter().find(|(given, _)| *given == name) {
            Some((_, value)) => _ = write!(out, "{value}"),
            None => out.push_str(&rest[..end]),
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Says something in the language that is spoken: `say!("no key results")` is a `&'static str`,
/// `say!("{count} of {total}", count, total = all.len())` a `String`. The English text is what the catalogue knows it by; its
/// placeholders are names of what follows, without formats of their own. Where one English text is two Chinese ones,
/// `say!(in "metric", "done")` tells which is meant.
macro_rules! say {
    (in $context:literal, $english:literal) => {
        $crate::language::pattern(concat!($english, " [", $context, "]")).unwrap_or($english)
    };
    ($english:literal $(,)?) => {
        $crate::language::text($english)
    };
    ($english:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        match $crate::language::pattern($english) {
            None => format!($english, $($name = $crate::language::value!($name $($value)?)),+),
            Some(pattern) => $crate::language::filled(
                pattern,
                &[$((stringify!($name), &$crate::language::value!($name $($value)?))),+],
            ),
        }
    };
}

/// What a name of [`say`] stands for.
macro_rules! value {
    ($name:ident) => {
        $name
    };
    ($name:ident $value:expr) => {
        $value
    };
}

/// Marks a text that is said elsewhere, by [`text`]: the catalogue has it too.
macro_rules! marked {
    ($english:literal) => {
        $english
    };
}

/// `1 objective`, `2 objectives`; the catalogue has it as `{count} objectives`.
macro_rules! count {
    ($number:expr, $one:literal, $many:literal) => {{
        let count = $number;
        if count == 1 && $crate::language::spoken() == $crate::language::Language::English {
            concat!("1 ", $one).to_owned()
        } else {
            match $crate::language::pattern(concat!("{count} ", $many)) {
                None => format!(concat!("{} ", $many), count),
                Some(pattern) => $crate::language::filled(pattern, &[("count", &count)]),
            }
        }
    }};
}

pub(crate) use {count, marked, say, value};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_any_order() {
        let values: [(&str, &dyn Display); 2] = [("a", &1), ("b", &"x")];
        assert_eq!(filled("{b}: {a} of {{a}} {c}{a}", &values), "x: 1 of {a} {c}1");
        assert_eq!(filled("no {end", &values), "no {end");
    }

    #[test]
    fn a_locale_tells_the_language() {
        for chinese in ["zh_CN.UTF-8", "zh", "zh-Hans", "ZH_SG"] {
            assert_eq!(Language::of_locale(chinese), Language::Chinese);
        }
        for english in ["en_US.UTF-8", "C", "POSIX", "C.UTF-8", "de_DE", ""] {
            assert_eq!(Language::of_locale(english), Language::English);
        }
    }

    #[test]
    fn counts_are_in_one_or_many() {
        assert_eq!(count!(1, "objective", "objectives"), "1 objective");
        assert_eq!(count!(0_usize, "objective", "objectives"), "0 objectives");
        assert_eq!(say!("{name} is {what}", name = "a", what = 3), "a is 3");
    }
}
