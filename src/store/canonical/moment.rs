//! Moments as `okr` writes them: `2026-10-12T09:00:00Z`.

use chrono::{DateTime, NaiveDate, Utc};

/// How long a moment is.
pub const MOMENT: usize = 20;

/// The moment that a text is; every line of every history begins with one.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    let bytes: &[u8; MOMENT] = text.as_bytes().try_into().ok()?;
    let (eights, rest) = bytes.as_chunks::<8>();
    let ([date, time], [b':', tens, ones, b'Z']) = (eights, rest) else { return None };
    let seconds = Eight::of(&[*tens, *ones, b'0', b'0', b'0', b'0', b'0', b'0'], b"00000000")?;
    let (date, time) = (Eight::of(date, b"0000-00-")?, Eight::of(time, b"00T00:00")?);
    let day = NaiveDate::from_ymd_opt((date.pair(0) * 100 + date.pair(2)) as i32, date.pair(5), time.pair(0))?;
    Some(day.and_hms_opt(time.pair(3), time.pair(6), seconds.pair(0))?.and_utc())
}

/// Eight signs, looked at in one step.
struct Eight {
    /// For each byte ten times its digit and that of the one behind it; signs count nothing.
    pairs: u64,
}

impl Eight {
    /// Digits where the layout has zeros, and signs as it has them.
    fn of(bytes: &[u8; 8], layout: &[u8; 8]) -> Option<Self> {
        let digits = u64::from_le_bytes(*bytes) ^ u64::from_le_bytes(*layout);
        // What differs from a zero by more than nine is no digit; a sign differs by nothing. What is added lifts the rest into the highest
        // bit of a byte.
        let lift = layout.map(|sign| if sign == b'0' { 0x80 - 10 } else { 0x80 - 1 });
        let odd = (digits | digits.wrapping_add(u64::from_le_bytes(lift))) & u64::from_le_bytes([0x80; 8]);
        (odd == 0).then(|| Self { pairs: digits.wrapping_mul(10).wrapping_add(digits >> 8) })
    }

    /// The number of two digits that stands there.
    fn pair(&self, at: u32) -> u32 {
        u32::from((self.pairs >> (8 * at)) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_chrono_reads_it() {
        for text in ["2026-10-12T09:00:00Z", "2024-02-29T23:59:59Z", "1900-01-01T00:00:00Z", "9999-12-31T19:48:57Z"] {
            assert_eq!(moment(text), text.parse().ok(), "{text}");
        }
        for text in [
            "2026-02-29T09:00:00Z",
            "2026-10-12T24:00:00Z",
            "2026-10-12T09:00:60Z",
            "2026-10-12 09:00:00Z",
            "+026-10-12T09:00:00Z",
            "",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn no_other_sign_anywhere_makes_a_moment() {
        const SOUND: &str = "2026-10-12T09:00:00Z";
        for (at, c) in (0..SOUND.len()).flat_map(|at| ('\0'..='\u{7f}').map(move |c| (at, c))) {
            let text = format!("{}{c}{}", &SOUND[..at], &SOUND[at + 1..]);
            let is_layout =
                SOUND.bytes().zip(text.bytes()).all(|(a, b)| a == b || (a.is_ascii_digit() && b.is_ascii_digit()));
            // A leap second is left to others.
            let sound = |at: &DateTime<Utc>| is_layout && at.timestamp_subsec_nanos() == 0;
            assert_eq!(moment(&text), text.parse().ok().filter(sound), "{text:?}");
        }
    }
}
