//! What a count looks like: a shade, or a digit where a sign is a week and for all ASCII.

use super::days::Days;
use crate::language::say;
use crate::render::Look;
use crate::view::{Heat, Line, Role, Span};

const SHADES: [char; 4] = ['░', '▒', '▓', '█'];
const MOST_DIGIT: usize = 9;
const MORE: char = '+';

/// The signs of one map.
pub enum Signs {
    /// Each shade stands for so many counts more than the one before.
    Shades {
        step: usize,
    },
    Digits {
        none: char,
        most: usize,
    },
}

impl Signs {
    pub fn of(days: &Days, heat: &Heat, look: &Look) -> Self {
        let most = heat.rows.iter().flat_map(|row| days.counts(&row.counts)).max().unwrap_or(0);
        if look.ascii || (days.weekly && most <= MOST_DIGIT) {
            return Signs::Digits { none: if look.ascii { '.' } else { '·' }, most };
        }
        Signs::Shades { step: most.div_ceil(SHADES.len()).max(1) }
    }

    pub fn sign(&self, count: usize) -> char {
        match self {
            Signs::Shades { step } => match count.div_ceil(*step) {
                0 => '·',
                shade => SHADES.get(shade - 1).copied().unwrap_or('█'),
            },
            Signs::Digits { none, .. } => match count {
                0 => *none,
                1..=MOST_DIGIT => char::from_digit(count as u32, 10).unwrap_or(MORE),
                _ => MORE,
            },
        }
    }

    /// What the signs mean, as far as they do not say it themselves: `░ 1   ▒ 2   ▓ 3   █ 4 check-ins`.
    pub fn legend(&self, days: &Days) -> Line {
        let mut parts = Vec::new();
        let unit = if days.weekly { say!("check-ins a week") } else { say!("check-ins a day") }.to_owned();
        match self {
            Signs::Shades { step } => {
                let counts = SHADES
                    .iter()
                    .enumerate()
                    .map(|(at, shade)| (shade, step.saturating_mul(at).saturating_add(1), step.saturating_mul(at + 1)));
                parts.extend(counts.map(|(shade, from, to)| match from == to {
                    true => format!("{shade} {from}"),
                    false => format!("{shade} {from}–{to}"),
                }));
                parts.push(unit);
            }
            Signs::Digits { most, .. } => {
                parts.push(unit);
                if *most > MOST_DIGIT {
                    parts.push(say!("{sign} is 10 or more", sign = MORE));
                }
            }
        }
        if days.cut {
            parts.push(say!("earlier weeks only in the total").to_owned());
        }
        vec![Span::new(parts.join("   "), Role::Dim)]
    }
}
