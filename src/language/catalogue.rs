//! The texts in Chinese, as the build made them of `locales/zh-CN/*.yml`.

/// Every English text and behind it its Chinese, in the order of the English.
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/chinese.txt"));

// Where in them each English text begins, where its Chinese does, and where that ends.
include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The Chinese of an English text, as far as it is known.
pub fn chinese(english: &str) -> Option<&'static str> {
    let at = PLACES.binary_search_by_key(&english, |places| texts(places).0).ok()?;
    Some(texts(&PLACES[at]).1)
}

/// All English texts with their Chinese.
pub fn catalogue() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLACES.iter().map(texts)
}

fn texts(&[english, chinese, end]: &[u32; 3]) -> (&'static str, &'static str) {
    (&TEXTS[english as usize..chinese as usize], &TEXTS[chinese as usize..end as usize])
}
