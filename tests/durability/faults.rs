//! A disk, a limit, a folder or a stdout that takes no more: a plain message, a code that is not 0, and nothing changed.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::not_tested;
use super::place::Place;

/// Every command that writes, as typed in a store with three objectives.
const WRITING: &[&[&str]] = &[
    &["update", "o0.n", "7", "--note", "a note that takes its room"],
    &["update", "--from", "batch.csv"],
    &["comment", "o0", "a word"],
    &["review", "o0", "--mid", "--went-well", "all"],
    &["score", "o0", "70"],
    &["complete", "o0"],
    &["abandon", "o0", "--note", "no more"],
    &["create", "New", "--slug", "new"],
    &["kr", "add", "o0", "m = More: 0 -> 3"],
    &["kr", "edit", "o0.n", "--title", "Another title"],
    &["kr", "remove", "o0.n", "--force"],
    &["set", "o0", "title", "Another title"],
    &["align", "o2", "o1"],
    &["move", "o0", "--slug", "moved"],
    &["remove", "o2", "--force"],
    &["carry", "all/ana/o0", "all/ana/o1", "--to", "next"],
    &["cycle", "close", "all", "--force", "--carry-to", "next"],
    &["cycle", "new", "later", "--start", "2031-01-01", "--end", "2031-12-31"],
    &["org", "add-person", "bo"],
    &["history", "split"],
];

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn set_up(place: &Place) {
    place.done(&["cycle", "new", "next", "--start", "2030-01-01", "--end", "2030-12-31"]);
    place.done(&["align", "o1", "o0"]);
    place.done(&["update", "o0.n", "3"]);
    place.write("batch.csv", "ref,value\no0.n,4\no1.n,5\no2.n,6\n");
}

/// What a command that could not write must have done: nothing, and said so.
fn assert_refused(
    place: &Place,
    words: &[&str],
    output: &Output,
    before: &std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>,
    cause: &str,
) {
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "okr {words:?}: {}\n{errors}", output.status);
    assert!(errors.starts_with("error: ") && errors.contains(cause), "okr {words:?}:\n{errors}");
    assert!(errors.contains("nothing was changed") || errors.contains("no event is lost"), "okr {words:?}:\n{errors}");
    assert_eq!(&place.files(), before, "okr {words:?} changed something:\n{errors}");
}

/// Runs this very test where a file system can be mounted: here, or in a name space of its own. Whether that was possible.
fn with_small_disk(test: &str, size: &str, inside: impl FnOnce(&Path)) {
    if let Some(folder) = std::env::var_os("OKR_SMALL_DISK") {
        return inside(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let script = format!(
        "mount -t tmpfs -o size={size} tmpfs {dir} && OKR_SMALL_DISK={dir} exec \"$0\" --exact {test} --nocapture",
        dir = folder.path().display()
    );
    let run = |words: &[&str]| {
        let program = std::env::current_exe().unwrap();
        Command::new(words[0]).args(&words[1..]).args(["sh", "-c", &script]).arg(program).output()
    };
    let as_root = run(&["unshare", "--mount"]);
    let output = match as_root {
        Ok(output) if text(&output.stdout).contains("running 1 test") => Ok(output),
        _ => run(&["unshare", "--map-root-user", "--mount"]),
    };
    match output {
        Ok(output) if text(&output.stdout).contains("running 1 test") => {
            assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        }
        _ => not_tested("no file system can be mounted here"),
    }
}

#[test]
fn a_full_disk_changes_nothing_at_whatever_point_it_is_full() {
    with_small_disk("faults::a_full_disk_changes_nothing_at_whatever_point_it_is_full", "1m", |disk| {
        let mut refused = 0;
        for (number, words) in WRITING.iter().enumerate() {
            let folder = disk.join(number.to_string());
            fs::create_dir(&folder).unwrap();
            let place = Place::at(&folder, 3);
            set_up(&place);
            let before = place.files();
            let filler = disk.join("filler");
            // With no room at all, then a page more each time, until the command has all the room that it needs.
            for pages in 0..64 {
                let _ = fs::remove_file(&filler);
                let full = Command::new("sh")
                    .args(["-c", "dd if=/dev/zero of=\"$0\" bs=4096 2>/dev/null; truncate -s -$(($1 * 4096)) \"$0\""])
                    .arg(&filler)
                    .arg(pages.to_string())
                    .status();
                assert!(full.is_ok());
                let output = place.run(words);
                if output.status.success() {
                    break;
                }
                refused += 1;
                assert_refused(&place, words, &output, &before, "No space left on device");
                assert!(pages < 63, "okr {words:?} never has enough room");
            }
            let _ = fs::remove_file(&filler);
            let (_, errors) = place.done(&["list"]);
            assert!(!errors.contains("error"), "{errors}");
            fs::remove_dir_all(folder).unwrap();
        }
        println!("{refused} commands refused on a full disk, and nothing changed");
        assert!(refused > WRITING.len());
    });
}

#[test]
fn a_limit_on_the_size_of_files_is_a_plain_error() {
    for words in WRITING {
        let place = Place::with(3);
        set_up(&place);
        // A history that is as long as a file may be; the others are shorter.
        let mut refused = 0;
        for limit in [1, 64, 200, 400] {
            let before = place.files();
            let okr = place.command(words);
            let output = Command::new("prlimit")
                .arg(format!("--fsize={limit}"))
                .arg(okr.get_program())
                .args(words.iter())
                .env_clear()
                .envs(okr.get_envs().filter_map(|(key, value)| Some((key, value?))))
                .current_dir(&place.folder)
                .output();
            let Ok(output) = output else { return not_tested("there is no prlimit here") };
            if output.status.success() {
                break;
            }
            refused += 1;
            let errors = text(&output.stderr);
            assert_eq!(output.status.code(), Some(3), "okr {words:?}: {}\n{errors}", output.status);
            assert!(errors.contains("File too large"), "okr {words:?}:\n{errors}");
            assert_eq!(place.files(), before, "okr {words:?} changed something:\n{errors}");
        }
        assert!(refused > 0, "okr {words:?} wrote less than a byte");
    }
}

#[test]
fn a_folder_that_may_not_be_written_to_is_read_all_the_same() {
    let place = Place::with(3);
    set_up(&place);
    let before = place.files();
    let nobody = |words: &[&str]| {
        let okr = place.command(words);
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(okr.get_program()).args(words);
        command
            .env_clear()
            .envs(okr.get_envs().filter_map(|(key, value)| Some((key, value?))))
            .current_dir(&place.folder);
        command.output()
    };
    let chmod = Command::new("chmod").args(["-R", "a+rX,go-w"]).arg(&place.folder).status();
    assert!(chmod.is_ok_and(|status| status.success()));
    match nobody(&["list"]) {
        Ok(output) if output.status.success() => {}
        _ => return not_tested("nobody else's rights can be taken here"),
    }
    for words in WRITING {
        let output = nobody(words).unwrap();
        assert_refused(&place, words, &output, &before, "Permission denied");
    }
}

#[test]
fn a_file_that_may_not_be_read_is_named_and_hides_nothing_else() {
    let place = Place::with(2);
    let unreadable = place.folder.join("okrs/all/ana/o0.yaml");
    let mode =
        |words: &[&str], path: &Path| assert!(Command::new("chmod").args(words).arg(path).status().unwrap().success());
    mode(&["-R", "a+rX,go-w"], &place.folder);
    mode(&["0"], &unreadable);
    let okr = place.command(&["list"]);
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(okr.get_program())
        .arg("list")
        .env_clear()
        .envs(okr.get_envs().filter_map(|(key, value)| Some((key, value?))))
        .current_dir(&place.folder)
        .output();
    let Ok(output) = output else { return not_tested("there is no setpriv here") };
    let errors = text(&output.stderr);
    if errors.contains("setpriv") {
        return not_tested("nobody else's rights can be taken here");
    }
    assert_eq!(output.status.code(), Some(3), "{errors}");
    assert!(errors.contains("o0.yaml") && errors.contains("Permission denied"), "{errors}");
    assert!(text(&output.stdout).contains("o1 "), "{}", text(&output.stdout));
}

#[test]
fn a_stdout_that_takes_nothing_is_said() {
    let place = Place::with(3);
    set_up(&place);
    let reading: &[&[&str]] = &[
        &["list"],
        &["tree"],
        &["show", "o0"],
        &["history", "o0"],
        &["log"],
        &["check"],
        &["report", "gap"],
        &["report", "full", "--format", "html"],
        &["list", "--format", "json"],
        &["--help"],
        &["--version"],
    ];
    for words in reading {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = place.command(words).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "okr {words:?}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains("No space left on device"), "okr {words:?}: {}", text(&output.stderr));
    }
    // What was written down stays, and the message tells that only the word of it got lost.
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = place.command(&["update", "o0.n", "9"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("this was to be said: updated"), "{}", text(&output.stderr));
    assert!(place.events("all/ana/o0.history.yaml").iter().any(|event| event["value"] == 9));
}
