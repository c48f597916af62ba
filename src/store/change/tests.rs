//! A change is cut short after each of its steps, and is whole after the next command.

use std::collections::BTreeMap;
use std::fs;

use super::journal::{self, Journal};
use super::*;
use crate::model::HistoryLayout;
use crate::store::disk::WriteError;
use crate::store::{Folder, Source, Writer, disk};

const EVENT: &str = "- {\"id\": \"one\"}\n";
const NEW: &str = "- {\"id\": \"two\"}\n- {\"id\": \"three\"}\n";

struct Place {
    _folder: tempfile::TempDir,
    folder: Folder,
}

impl Place {
    fn new() -> Self {
        let kept = tempfile::tempdir().unwrap();
        let folder = Folder::new(kept.path().to_owned(), String::new());
        let place = Self { _folder: kept, folder };
        for (path, text) in [
            ("okr.yaml", "version: 1\n"),
            ("q/acme/moved.yaml", "title: Moved\n"),
            ("q/acme/moved.history.yaml", EVENT),
            ("q/acme/follower.yaml", "title: Follower\naligns_to: [acme/moved]\n"),
            ("q/acme/gone.yaml", "title: Gone\n"),
        ] {
            disk::create(&place.folder.path(path), text).unwrap();
        }
        place
    }

    fn writer(&self) -> Writer<'_> {
        Writer::new(&self.folder, HistoryLayout::PerObjective)
    }

    /// One of each kind of step.
    fn change(&self) -> Change {
        let mut change = Change::new("move acme/moved", DateTime::UNIX_EPOCH);
        change.create("q/eng/new.yaml".into(), "title: New\n".into());
        change.rename("q/acme/moved.yaml".into(), "q/eng/moved.yaml".into());
        change.rename("q/acme/moved.history.yaml".into(), "q/eng/moved.history.yaml".into());
        change.append("q/eng/moved.history.yaml".into(), NEW);
        change.replace(
            "q/acme/follower.yaml".into(),
            b"title: Follower\naligns_to: [acme/moved]\n",
            "title: F\n".into(),
        );
        change.remove("q/acme/gone.yaml".into(), b"title: Gone\n");
        change
    }

    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        let mut folders = vec![String::new()];
        while let Some(at) = folders.pop() {
            for entry in self.folder.list(&at).unwrap() {
                let path = if at.is_empty() { entry.name } else { format!("{at}/{}", entry.name) };
                match fs::read_to_string(self.folder.path(&path)) {
                    Ok(text) => drop(files.insert(path, text)),
                    Err(_) => folders.push(path),
                }
            }
        }
        files
    }

    /// Does the first steps as a command would that is killed then.
    fn cut_short_after(&self, count: usize) {
        let change = self.change();
        let journal = Journal::new(change.what.clone(), change.at.clone(), change.steps.clone());
        journal.write(&journal::place(self.folder.root())).unwrap();
        for step in &change.steps[..count] {
            step.apply(&self.folder, &Held::default()).unwrap();
        }
    }
}

fn whole() -> BTreeMap<String, String> {
    let place = Place::new();
    let lock = place.writer().lock().unwrap();
    place.writer().make(place.change(), &lock).unwrap();
    place.files()
}

#[test]
fn a_change_is_made_in_the_order_in_which_it_was_collected() {
    let text = |text: &str| text.to_owned();
    let expected = BTreeMap::from([
        (text("okr.yaml"), text("version: 1\n")),
        (text("q/acme/follower.yaml"), text("title: F\n")),
        (text("q/eng/moved.history.yaml"), format!("{EVENT}{NEW}")),
        (text("q/eng/moved.yaml"), text("title: Moved\n")),
        (text("q/eng/new.yaml"), text("title: New\n")),
    ]);
    assert_eq!(whole(), expected);
}

#[test]
fn whatever_was_done_of_a_change_the_next_command_does_the_rest() {
    let count = Place::new().change().steps.len();
    assert_eq!(count, 6);
    for done in 0..=count {
        let place = Place::new();
        place.cut_short_after(done);
        let finished = place.writer().finish().unwrap().unwrap();
        assert_eq!((finished.what.as_str(), finished.left.len()), ("move acme/moved", 0), "after {done} steps");
        assert_eq!(place.files(), whole(), "after {done} steps");
        assert_eq!(place.writer().finish().unwrap(), None);
    }
}

#[test]
fn a_torn_line_of_the_change_is_written_again_and_none_stands_twice() {
    for written in 0..NEW.len() {
        let place = Place::new();
        place.cut_short_after(1);
        let torn = format!("{EVENT}{}", &NEW[..written]);
        disk::replace(&place.folder.path("q/acme/moved.history.yaml"), EVENT.as_bytes(), &torn).unwrap();
        place.writer().finish().unwrap().unwrap();
        let history = fs::read_to_string(place.folder.path("q/eng/moved.history.yaml")).unwrap();
        assert_eq!(history, format!("{EVENT}{NEW}"), "after {written} bytes");
    }
}

#[test]
fn what_others_changed_since_is_left_as_it_is_and_said() {
    let place = Place::new();
    place.cut_short_after(0);
    let before = "title: Follower\naligns_to: [acme/moved]\n";
    disk::replace(&place.folder.path("q/acme/follower.yaml"), before.as_bytes(), "title: Mine\n").unwrap();
    let finished = place.writer().finish().unwrap().unwrap();
    assert_eq!(finished.left, ["q/acme/follower.yaml"]);
    assert_eq!(place.files()["q/acme/follower.yaml"], "title: Mine\n");
    assert!(place.files().contains_key("q/eng/moved.yaml"));
}

#[test]
fn a_step_that_cannot_be_done_leaves_everything_as_it_was() {
    let place = Place::new();
    let before = place.files();
    let lock = place.writer().lock().unwrap();
    let mut taken = place.change();
    // Seen before anything is written: somebody else made it.
    taken.create("q/acme/follower.yaml".into(), "title: Mine\n".into());
    assert!(matches!(place.writer().make(taken, &lock), Err(WriteError::Exists(_))));
    assert_eq!(place.files(), before);
    // Seen when it is its turn: this change itself was there first, and takes everything back.
    let mut twice = place.change();
    twice.steps.push(Step::Remove { path: "q/acme/gone.yaml".into(), before: digest(b"title: Gone\n") });
    assert!(matches!(place.writer().make(twice, &lock), Err(WriteError::Gone(_))));
    assert_eq!(place.files(), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (place, outside) = (Place::new(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), place.folder.path("q/out")).unwrap();
    let lock = place.writer().lock().unwrap();
    let mut change = place.change();
    change.create("q/out/new.yaml".into(), String::new());
    assert!(matches!(place.writer().make(change, &lock), Err(WriteError::NotAFolder(_))));
    assert!(matches!(place.writer().create("q/out/new.yaml", ""), Err(WriteError::NotAFolder(_))));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}
