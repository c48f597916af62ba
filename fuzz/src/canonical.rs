//! Files in the layout that `okr` writes: read without a YAML reader they say what that reader says.

use okrs::store::canonical::difference;

pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some([quick, yaml]) = difference(text) {
        panic!("read as {quick}\nwhere YAML says {yaml}");
    }
}
