//! The texts in Chinese, as the build made them of `locales/zh-CN/*.yml`.

include!(concat!(env!("OUT_DIR"), "/chinese.rs"));

/// The Chinese of an English text, as far as it is known.
pub fn chinese(english: &str) -> Option<&'static str> {
    let at = CHINESE.binary_search_by_key(&english, |(english, _)| english).ok()?;
    Some(CHINESE[at].1)
}
