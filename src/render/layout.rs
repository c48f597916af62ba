//! Deals the terminal's columns out to a table's columns: what shrinks, what goes, what is cut.

use crate::view::Room;

/// The blanks between two columns.
pub const GAP: usize = 2;

/// A title of this width can be read; beyond it a column for spare room is worth more than more of the title.
const COMFORTABLE: usize = 40;

/// What a column asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// Its width where there is room for all; 0 if it is not to be drawn.
    pub natural: usize,
    pub room: Room,
    /// What it gives up before any word is cut: a bar is as good when it is shorter.
    pub eases: usize,
    /// What it may shrink to before lines are cut.
    pub least: usize,
}

impl Wish {
    /// What it should have before a column that is only for spare room is drawn.
    fn comfortable(&self) -> usize {
        match self.room {
            Room::Shrinks(to) => self.natural.min(to.max(COMFORTABLE)),
            Room::Fixed | Room::Goes(_) | Room::Spare(_) => self.natural.min(self.eases),
        }
    }

    /// What it may shrink to before other columns go.
    fn first_least(&self) -> usize {
        match self.room {
            Room::Shrinks(to) => self.natural.min(to),
            Room::Fixed | Room::Goes(_) | Room::Spare(_) => self.natural.min(self.eases),
        }
    }
}

/// A width for every column; 0 for those that are left out. The sum with the gaps never exceeds `available`.
///
/// Columns for spare room go first, as long as words would be cut for them. Bars and columns that shrink do so next, the widest first; where that is not enough columns go, the one that goes earliest
/// first, and the others grow back; then all shrink as far as they can, and at last the line is cut at the right.
pub fn fit(wishes: &[Wish], available: usize) -> Vec<usize> {
    let mut kept: Vec<Wish> = wishes.to_vec();
    while total(kept.iter().map(Wish::comfortable)) > available {
        let Some(spare) = next_to_go(&kept, true) else { break };
        kept[spare].natural = 0;
    }
    while total(kept.iter().map(Wish::first_least)) > available {
        let Some(goes) = next_to_go(&kept, false) else { break };
        kept[goes].natural = 0;
    }
    let mut widths: Vec<usize> = kept.iter().map(|wish| wish.natural.min(available)).collect();
    squeeze(&mut widths, kept.iter().map(|wish| wish.natural.min(wish.eases)), available);
    squeeze(&mut widths, kept.iter().map(Wish::first_least), available);
    squeeze(&mut widths, kept.iter().map(|wish| wish.least), available);
    cut(&mut widths, available);
    widths
}

/// The widths of what is drawn, with the gaps between.
fn total(widths: impl Iterator<Item = usize>) -> usize {
    widths.filter(|width| *width > 0).map(|width| width + GAP).sum::<usize>().saturating_sub(GAP)
}

/// The column with the highest number, of equals the one further right.
fn next_to_go(wishes: &[Wish], only_spare: bool) -> Option<usize> {
    let goes = wishes.iter().enumerate().filter(|(_, wish)| wish.natural > 0);
    let numbered = goes.filter_map(|(at, wish)| match wish.room {
        Room::Spare(when) => Some((when, at)),
        Room::Goes(when) if !only_spare => Some((when, at)),
        Room::Goes(_) | Room::Fixed | Room::Shrinks(_) => None,
    });
    numbered.max().map(|(_, at)| at)
}

/// Takes column by column from the widest that is above its least width, until all fit or none can give more.
fn squeeze(widths: &mut [usize], least: impl Iterator<Item = usize>, available: usize) {
    let least: Vec<usize> = least.collect();
    let mut excess = total(widths.iter().copied()).saturating_sub(available);
    while excess > 0 {
        let givers = (0..widths.len()).filter(|at| widths[*at] > least[*at]);
        let Some(widest) = givers.max_by_key(|at| widths[*at]) else { return };
        widths[widest] -= 1;
        excess -= 1;
    }
}

/// Columns keep their widths from the left as long as there is room; the last may be cut, those after it go.
fn cut(widths: &mut [usize], available: usize) {
    let mut left = available;
    for width in widths.iter_mut().filter(|width| **width > 0) {
        *width = (*width).min(left);
        left = left.saturating_sub(*width + GAP);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(natural: usize, room: Room) -> Wish {
        Wish { natural, room, eases: natural, least: if matches!(room, Room::Shrinks(_)) { 4 } else { natural } }
    }

    #[test]
    fn columns_shrink_then_go_then_are_cut() {
        let wishes = [
            wish(30, Room::Shrinks(12)),
            wish(10, Room::Fixed),
            wish(8, Room::Goes(1)),
            wish(6, Room::Goes(2)),
            wish(0, Room::Fixed),
        ];
        assert_eq!(fit(&wishes, 100), [30, 10, 8, 6, 0]);
        assert_eq!(fit(&wishes, 50), [20, 10, 8, 6, 0]);
        assert_eq!(fit(&wishes, 42), [12, 10, 8, 6, 0]);
        assert_eq!(fit(&wishes, 41), [19, 10, 8, 0, 0], "one goes, the others grow back");
        assert_eq!(fit(&wishes, 30), [18, 10, 0, 0, 0]);
        assert_eq!(fit(&wishes, 16), [4, 10, 0, 0, 0]);
        assert_eq!(fit(&wishes, 12), [4, 6, 0, 0, 0]);
        assert_eq!(fit(&wishes, 3), [3, 0, 0, 0, 0]);
    }

    #[test]
    fn the_widest_shrinks_first_and_of_equals_the_right_one_goes_first() {
        assert_eq!(fit(&[wish(30, Room::Shrinks(5)), wish(12, Room::Shrinks(5))], 27), [13, 12]);
        let bar = Wish { eases: 10, least: 6, ..wish(18, Room::Fixed) };
        assert_eq!(fit(&[wish(30, Room::Shrinks(5)), bar], 42), [30, 10]);
        assert_eq!(fit(&[wish(30, Room::Shrinks(5)), bar], 40), [28, 10]);
        assert_eq!(fit(&[wish(9, Room::Goes(1)), wish(9, Room::Goes(1))], 15), [9, 0]);
    }
}
