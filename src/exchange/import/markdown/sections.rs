//! What headings and lists are by what stands in them.

use super::blocks::{Block, Item};
use super::text::with_links;
use crate::exchange::import::cycle_name::cycle_name;
use crate::exchange::import::wording::is_label;

/// All words of an item and of the lists below it.
pub fn item_words(item: &Item) -> String {
    let mut words = with_links(&item.text);
    for block in &item.below {
        if let Block::List(items) = block {
            items.iter().for_each(|item| words.push_str(&format!(" {}", item_words(item))));
        }
    }
    words
}

/// Whether all items are links to other places of the document.
pub fn is_contents(items: &[Item]) -> bool {
    items.iter().all(|item| {
        let below = item.below.iter().all(|block| matches!(block, Block::List(items) if is_contents(items)));
        let own =
            matches!(item.text.links.as_slice(), [link] if link.url.starts_with('#') && link.named() == item.text.words);
        below && own
    })
}

/// Whether a block is a heading of at most this level: 1 is the highest.
pub fn is_heading(block: &Block, most: usize) -> bool {
    matches!(block, Block::Heading { level, .. } if *level <= most)
}

/// Whether a heading is an objective by what stands below it: a list of what are no objectives themselves; or, below the
/// first level, other headings of which one is.
pub fn is_objective(level: usize, section: &[Block]) -> bool {
    let direct = &section[..section.iter().position(|block| is_heading(block, 6)).unwrap_or(section.len())];
    let list = |block: &Block| match block {
        Block::List(items) => Some(!is_contents(items) && !items.iter().all(holds_list)),
        _ => None,
    };
    let headed = direct
        .windows(2)
        .any(|pair| matches!(pair, [Block::Paragraph(lines), Block::List(_)] if lines.len() == 1 && lines[0].is_bold));
    if headed {
        return false;
    }
    if direct.iter().filter_map(list).any(|is_own| is_own) {
        return true;
    }
    let labels = |block: &Block| matches!(block, Block::Heading { text, .. } if is_label(&text.words));
    let mut below = section.iter().enumerate().skip(direct.len()).filter(|(_, block)| is_heading(block, 6));
    let is_one = |(at, block): (usize, &Block)| {
        let Block::Heading { level, text } = block else { return false };
        let rest = &section[at + 1..];
        let own = &rest[..rest.iter().position(|block| is_heading(block, *level)).unwrap_or(rest.len())];
        cycle_name(&text.words).is_none() && is_objective(*level, own)
    };
    let has_label = section.iter().any(labels);
    direct.iter().all(|block| list(block).is_none()) && (level > 1 || has_label) && below.any(is_one)
}

/// Whether an item has items below it, and no box: then it is an objective with key results.
fn holds_list(item: &Item) -> bool {
    item.task.is_none() && item.below.iter().any(|block| matches!(block, Block::List(_)))
}
