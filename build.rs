//! Makes of the catalogues in `locales/zh-CN` a sorted table, so that nothing is read or hashed when the program starts.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const CATALOGUES: &str = "locales/zh-CN";

#[expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a build script speaks to cargo, and writes its file"
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
    let mut code =
        String::from("/// English texts in order, each with its Chinese.\npub static CHINESE: &[(&str, &str)] = &[\n");
    for (english, chinese) in texts {
        writeln!(code, "    ({english:?}, {chinese:?}),")?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("chinese.rs"), code)?;
    Ok(())
}
