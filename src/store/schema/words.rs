//! The shapes of texts that stand for something else: keys, days, references. The readers know more of each; an editor
//! is told what a pattern can tell.

/// A key that is a safe file name everywhere: an owner, an objective, a key result.
pub const KEY: &str = r"^(?!(con|prn|aux|nul|com[1-9]|lpt[1-9])$)[a-z0-9][a-z0-9-]{0,59}$";
/// A day.
pub const DAY: &str = r"^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// An objective or key result: `[cycle/][owner/]objective[.kr]`.
pub const REFERENCE: &str = r"^([A-Za-z0-9][A-Za-z0-9_.-]{0,59}/[a-z0-9][a-z0-9-]{0,59}/|[a-z0-9][a-z0-9-]{0,59}/)?[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9][a-z0-9-]{0,59})?$";
/// A text that says something.
pub const WORDS: &str = r"\S";
/// A moment: RFC 3339, or a day with or without a time.
pub const MOMENT: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}.*)?$";
/// An event's id.
pub const EVENT_ID: &str = r"^[A-Za-z0-9-]{1,40}$";
