//! Kinds of bytes, looked up: every line of every history is made of ids, words and numbers.

/// For each byte whether it is of a kind, worked out while the program is built.
macro_rules! byte_set {
    ($byte:ident => $is_it:expr) => {{
        let mut set = [false; 256];
        let mut at = 0;
        while at < set.len() {
            let $byte = at as u8;
            set[at] = $is_it;
            at += 1;
        }
        set
    }};
}

pub(crate) use byte_set;
