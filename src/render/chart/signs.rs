//! What the lines are drawn with. Each has a shape of its own, so that no colour is needed to tell them apart.

use super::scale::Side;
use crate::render::Look;

/// The signs of one look.
pub struct Signs {
    /// What was reached, along and up.
    pub along: char,
    pub up: char,
    /// Where it turns, going up: from along to up, and from up to along.
    pub turns_up: char,
    pub goes_on_up: char,
    /// The same going down.
    pub turns_down: char,
    pub goes_on_down: char,
    /// Where it stands today, where the plan does, and what is between.
    pub head: char,
    pub plan_head: char,
    pub between: char,
    /// The plan's dots, from the lower to the upper edge of a cell.
    pub plan: &'static [char],
    pub forecast: char,
    pub band: char,
    pub above: char,
    pub below: char,
    /// The axes: the line upward, the one for 0 %, where they meet, where they cross, and what stands at a label.
    pub axis: char,
    pub floor: char,
    pub corner: char,
    pub crossing: char,
    pub tick: char,
    pub day: char,
}

const UNICODE: Signs = Signs {
    along: '━',
    up: '┃',
    turns_up: '┛',
    goes_on_up: '┏',
    turns_down: '┓',
    goes_on_down: '┗',
    head: '●',
    plan_head: '○',
    between: '│',
    plan: &['⡀', '⠄', '⠂', '⠁'],
    forecast: '╌',
    band: '░',
    above: '▲',
    below: '▼',
    axis: '│',
    floor: '─',
    corner: '└',
    crossing: '┼',
    tick: '┤',
    day: '┬',
};

const ASCII: Signs = Signs {
    along: '*',
    up: '*',
    turns_up: '*',
    goes_on_up: '*',
    turns_down: '*',
    goes_on_down: '*',
    head: '@',
    plan_head: 'o',
    between: '|',
    plan: &['.', '\''],
    forecast: '-',
    band: ':',
    above: '^',
    below: 'v',
    axis: '|',
    floor: '_',
    corner: '+',
    crossing: '+',
    tick: '+',
    day: '|',
};

impl Signs {
    pub fn of(look: &Look) -> &'static Self {
        if look.ascii { &ASCII } else { &UNICODE }
    }

    /// The plan's dot at a height within its cell.
    pub fn plan_dot(&self, height: f64) -> char {
        let at = (height * self.plan.len() as f64) as usize;
        self.plan.get(at.min(self.plan.len().saturating_sub(1))).copied().unwrap_or(self.between)
    }

    /// The sign, or the arrow that says that the line is really further out.
    pub fn or_arrow(&self, sign: char, beyond: Option<Side>) -> char {
        match beyond {
            Some(Side::Above) => self.above,
            Some(Side::Below) => self.below,
            None => sign,
        }
    }
}
