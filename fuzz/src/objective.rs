//! Definition files: whatever the bytes are, they are read, assessed and formatted without a panic, and formatting them keeps
//! what they say.

use okrs::store::format::format;
use okrs::store::layout::Definition;

use super::files::{CYCLE, Files, OBJECTIVE};

/// The first byte chooses the kind of file.
pub fn run(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let (path, kind) = match first % 8 {
        0 => ("okr.yaml", Definition::Settings),
        1 => ("org.yaml", Definition::Org),
        2 => (CYCLE, Definition::Cycle),
        _ => (OBJECTIVE, Definition::Objective),
    };
    let before = Files::with(path, bytes).read();
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(once) = format(text, kind) else { return };
    assert_eq!(format(&once, kind).as_ref(), Ok(&once), "formatting twice is formatting once");
    let after = Files::with(path, once.as_bytes()).read();
    if before.damages.is_empty() {
        assert_eq!(after.damages.len(), 0, "formatting damages nothing");
        let definitions = |snapshot: &okrs::model::Snapshot| {
            format!("{:?}", snapshot.objectives.iter().map(|one| &one.objective).collect::<Vec<_>>())
        };
        assert_eq!(definitions(&before), definitions(&after), "formatting keeps what is said");
        assert_eq!(format!("{:?}", before.org), format!("{:?}", after.org));
        assert_eq!(format!("{:?}", before.settings), format!("{:?}", after.settings));
        assert_eq!(format!("{:?}", before.cycles), format!("{:?}", after.cycles));
    }
}
