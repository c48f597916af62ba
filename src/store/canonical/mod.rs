//! Files in the layout in which `okr` itself writes them, read without a YAML or JSON reader.
//!
//! Nearly every file of a store is one, and reading them so takes a tenth of the time. What is not wholly understood here
//! is no fault: the answer is `None`, and the reader that knows all of YAML is asked. What is understood means the same to
//! both: a property compares them, and so does a fuzz target.

mod event;
mod line;
mod moment;
mod number;
mod objective;
mod org;
#[cfg(test)]
mod properties;
mod scalar;

use serde::de::DeserializeOwned;

use super::schema::{RawCycle, RawObjective, RawOrg, RawSettings};
use super::{define, history};
pub(super) use event::{check_in, event};
pub(super) use moment::moment;
use objective::objective;

/// What a definition file says, as serde reads it.
pub(super) trait Canonical: DeserializeOwned {
    /// The same from a text in the layout that `okr` writes; nothing where it is in another one, which YAML can read.
    fn canonical(_text: &str) -> Option<Self> {
        None
    }
}

impl Canonical for RawObjective {
    fn canonical(text: &str) -> Option<Self> {
        objective(Clean::of(text)?)
    }
}

impl Canonical for RawOrg {
    fn canonical(text: &str) -> Option<Self> {
        org::org(Clean::of(text)?)
    }
}

// There are few of these.
impl Canonical for RawCycle {}
impl Canonical for RawSettings {}

/// What the readers of the layout and the readers of all YAML make of a text, as a definition or as a history, where the first
/// read it and that is not the same. There is no such text; tests and fuzzing look for one.
pub fn difference(text: &str) -> Option<[String; 2]> {
    let history = || history::difference(text, crate::model::Zone::UTC);
    differs::<RawObjective>(text).or_else(|| differs::<RawOrg>(text)).or_else(history)
}

fn differs<Raw: Canonical + std::fmt::Debug>(text: &str) -> Option<[String; 2]> {
    let both = [Ok(Raw::canonical(text)?), define::from_yaml(text)].map(|raw| format!("{raw:?}"));
    (both[0] != both[1]).then_some(both)
}

/// Whether a text holds a character beyond ASCII that is a control character, an end of a line, or none at all.
fn holds_odd(text: &str) -> bool {
    let is_odd = |c: char| {
        (c.is_control() && !c.is_ascii()) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    // By their first two bytes: in Chinese, looking at each character takes longer than reading what they say.
    let bytes = text.as_bytes();
    let seconds = bytes.get(1..).unwrap_or_default();
    let may_be = bytes.iter().zip(seconds).fold(false, |any, (&first, &second)| {
        any | ((first == 0xc2) & (second < 0xa0))
            | ((first == 0xe2) & (second == 0x80))
            | ((first == 0xef) & ((second == 0xbb) | (second == 0xbf)))
    });
    may_be && text.contains(is_odd)
}

/// A text without control characters but newlines, and without those that YAML takes for line ends or for no text at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clean<'t>(&'t str);

impl<'t> Clean<'t> {
    /// The text, if it is clean.
    pub fn of(text: &'t str) -> Option<Self> {
        let (mut least, mut most) = (u8::MAX, 0);
        // Without an early end this looks at sixteen bytes at once.
        for byte in text.bytes() {
            least = least.min(if byte == b'\n' { b' ' } else { byte });
            most = most.max(byte);
        }
        let odd = least < b' ' || (most > b'~' && (text.contains('\x7f') || holds_odd(text)));
        (!odd).then_some(Self(text))
    }

    /// What it is.
    pub fn text(self) -> &'t str {
        self.0
    }

    /// Its lines without their ends.
    pub fn lines(self) -> impl Iterator<Item = &'t str> {
        let mut start = 0;
        let bytes = self.0.as_bytes();
        memchr::memchr_iter(b'\n', bytes)
            .chain((!bytes.ends_with(b"\n") && !bytes.is_empty()).then_some(bytes.len()))
            .map(move |end| {
                let line = &self.0[start..end];
                start = end + 1;
                line
            })
    }
}

#[cfg(test)]
mod tests {
    use super::Clean;

    #[test]
    fn a_clean_text_holds_none_of_these_wherever_they_stand() {
        let odd = |c: char| {
            let control = c.is_control() && c != '\n';
            control || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        };
        for c in ('\0'..='\u{3000}').chain('\u{fe00}'..='\u{10400}') {
            for text in [format!("{c}"), format!("上线 {c}"), format!("{c}上线"), format!("“a {c}，b…”")] {
                assert_eq!(Clean::of(&text).is_none(), odd(c), "{text:?}");
            }
        }
    }
}
