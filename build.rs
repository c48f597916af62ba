//! Makes of the catalogues in `locales/zh-CN` one text in order, so that nothing is read or hashed when the program starts.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const CATALOGUES: &str = "locales/zh-CN";

#[expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a build script speaks to cargo, and writes its files"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(CATALOGUES)? {
        let path = entry?.path();
        println!("cargo::rerun-if-changed={}", path.display());
        let wrong = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
        let catalogue: Option<BTreeMap<String, String>> =
            serde_yaml::from_str(&fs::read_to_string(&path)?).map_err(|why| wrong(&why))?;
        for (english, chinese) in catalogue.unwrap_or_default() {
            if texts.insert(english.clone(), chinese).is_some() {
                return Err(wrong(&format!("{english:?} stands in another catalogue too")).into());
            }
        }
    }
    // One text and numbers: pointers would have to be set right at every start of the program, in English too.
    let mut all = String::new();
    let mut places = format!("static PLACES: [[u32; 3]; {}] = [\n", texts.len());
    for (english, chinese) in texts {
        let (begin, middle) = (all.len(), all.len() + english.len());
        writeln!(places, "    [{begin}, {middle}, {}],", middle + chinese.len())?;
        all += &english;
        all += &chinese;
    }
    places += "];\n";
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("chinese.txt"), all)?;
    fs::write(Path::new(&out).join("places.rs"), places)?;
    Ok(())
}
