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
        change.part();
        change.replace(
            "q/acme/follower.yaml".into(),
            b"title: Follower\naligns_to: [acme/moved]\n",
            "title: F\n".into(),
        );
        change.part();
        change.remove("q/acme/gone.yaml".into(), b"title: Gone\n");
        change
    }

    /// What became of the one change that was cut short.
    fn finish(&self) -> Outcome {
        let mut finished = self.writer().finish().unwrap();
        assert_eq!(finished.len(), 1);
        let one = finished.remove(0);
        assert_eq!((one.what.as_str(), one.at.as_str()), ("move acme/moved", "1970-01-01T00:00:00Z"));
        assert_eq!(self.writer().finish().unwrap(), [], "it is not found again");
        one.outcome
    }

    fn write(&self, path: &str, before: &str, after: &str) {
        disk::replace(&self.folder.path(path), before.as_bytes(), after).unwrap();
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
        let root = self.folder.root();
        let journal = Journal::new(root, change.what.clone(), change.at.clone(), change.parts.clone());
        journal.write(&journal::place(root)).unwrap();
        for step in change.parts.iter().flatten().take(count) {
            step.apply(&self.folder, &Held::default()).unwrap();
        }
    }
}

fn whole() -> BTreeMap<String, String> {
    let place = Place::new();
    let (lock, _) = place.writer().lock().unwrap();
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
    let count = Place::new().change().parts.iter().flatten().count();
    assert_eq!(count, 6);
    for done in 1..=count {
        let place = Place::new();
        place.cut_short_after(done);
        assert_eq!(place.finish(), Outcome::Whole, "after {done} steps");
        assert_eq!(place.files(), whole(), "after {done} steps");
    }
}

#[test]
fn a_change_of_which_nothing_is_done_or_all_was_taken_back_is_dropped() {
    let place = Place::new();
    place.cut_short_after(0);
    assert_eq!(place.finish(), Outcome::Dropped);
    assert_eq!(place.files(), Place::new().files());
    // As after git checkout . and git clean.
    place.cut_short_after(1);
    disk::remove(&place.folder.path("q/eng/new.yaml")).unwrap();
    assert_eq!(place.finish(), Outcome::Dropped);
    assert_eq!(place.files(), Place::new().files());
}

#[test]
fn a_torn_line_of_the_change_is_written_again_and_none_stands_twice() {
    for written in 0..NEW.len() {
        let place = Place::new();
        place.cut_short_after(1);
        place.write("q/acme/moved.history.yaml", EVENT, &format!("{EVENT}{}", &NEW[..written]));
        assert_eq!(place.finish(), Outcome::Whole);
        let history = fs::read_to_string(place.folder.path("q/eng/moved.history.yaml")).unwrap();
        assert_eq!(history, format!("{EVENT}{NEW}"), "after {written} bytes");
    }
}

#[test]
fn of_what_others_changed_since_no_more_is_done_and_of_the_rest_all() {
    let place = Place::new();
    place.cut_short_after(1);
    place.write("q/acme/follower.yaml", "title: Follower\naligns_to: [acme/moved]\n", "title: Mine\n");
    let Outcome::Left { files, kept } = place.finish() else { panic!("it is left") };
    assert_eq!(files, ["q/acme/follower.yaml"]);
    assert!(fs::read_to_string(kept).unwrap().contains("title: F\\n"), "what was to be written is kept");
    assert_eq!(place.files()["q/acme/follower.yaml"], "title: Mine\n");
    assert!(place.files().contains_key("q/eng/moved.yaml") && !place.files().contains_key("q/acme/gone.yaml"));

    // Where the new name was taken, the history does not go there either: it would be another objective's.
    let place = Place::new();
    place.cut_short_after(1);
    disk::create(&place.folder.path("q/eng/moved.yaml"), "title: Another\n").unwrap();
    assert!(matches!(place.finish(), Outcome::Left { files, .. } if files == ["q/acme/moved.yaml"]));
    assert_eq!(place.files()["q/acme/moved.history.yaml"], EVENT);
    assert!(!place.files().contains_key("q/eng/moved.history.yaml"));
}

#[test]
fn histories_that_grew_since_keep_every_event_when_they_are_put_together() {
    let (common, ana, bo) =
        ("q/acme/moved.history.yaml", "q/acme/moved.ana.history.yaml", "q/acme/moved.bo.history.yaml");
    let late = "- {\"id\": \"late\"}\n";
    for done in 0..=3 {
        for grown in [common, ana, bo] {
            let place = Place::new();
            let (anas, bos) = (&NEW[..15], &NEW[15..]);
            disk::create(&place.folder.path(ana), anas).unwrap();
            disk::create(&place.folder.path(bo), bos).unwrap();
            let mut change = Change::new("move acme/moved", DateTime::UNIX_EPOCH);
            change.replace(common.into(), EVENT.as_bytes(), format!("{EVENT}{NEW}"));
            change.remove(ana.into(), anas.as_bytes());
            change.remove(bo.into(), bos.as_bytes());
            let root = place.folder.root();
            Journal::new(root, change.what, change.at, change.parts.clone()).write(&journal::place(root)).unwrap();
            for step in change.parts.iter().flatten().take(done) {
                step.apply(&place.folder, &Held::default()).unwrap();
            }
            if place.folder.has(grown) {
                crate::store::history::append(&place.folder.path(grown), late).unwrap();
            } else {
                disk::create(&place.folder.path(grown), late).unwrap();
            }
            place.finish();
            let all: String =
                place.files().into_iter().filter(|(path, _)| path.contains("moved.")).map(|it| it.1).collect();
            for event in [EVENT, anas, bos, late].iter().flat_map(|lines| lines.lines()) {
                assert!(all.contains(event), "{event} after {done} steps and more in {grown}:\n{all}");
            }
        }
    }
}

#[test]
fn a_journal_is_found_after_the_store_was_renamed_and_is_not_followed_in_a_copy() {
    let place = Place::new();
    disk::create(&place.folder.path(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    let store = |name: &str| Folder::new(place.folder.path(name), String::new());
    fs::create_dir(place.folder.path("okrs")).unwrap();
    disk::create(&place.folder.path("okrs/okr.yaml"), "version: 1\n").unwrap();
    let before = store("okrs");
    let parts = vec![vec![
        Step::Create { path: "q/acme/a.yaml".into(), text: "title: A\n".into() },
        Step::Create { path: "q/acme/a.history.yaml".into(), text: EVENT.into() },
    ]];
    let journal = Journal::new(before.root(), "create acme/a".into(), String::new(), parts.clone());
    journal.write(&journal::place(before.root())).unwrap();
    parts[0][0].apply(&before, &Held::default()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "somebody renames their store")]
    fs::rename(before.root(), place.folder.path("goals")).unwrap();
    // Another store of the repository is not meant.
    assert_eq!(place.writer().finish().unwrap(), []);
    let after = store("goals");
    let finished = Writer::new(&after, HistoryLayout::PerObjective).finish().unwrap();
    assert_eq!(finished.iter().map(|one| &one.outcome).collect::<Vec<_>>(), [&Outcome::Whole]);
    assert!(after.has("q/acme/a.history.yaml"));

    let (place, copy) = (Place::new(), Place::new());
    place.cut_short_after(1);
    let journal = fs::read(place.folder.path(".okr-change")).unwrap();
    disk::create(&copy.folder.path(".okr-change"), journal).unwrap();
    let before = copy.files();
    assert_eq!(copy.writer().finish().unwrap(), []);
    assert_eq!(copy.files(), before);
    assert_eq!(copy.writer().stray_journal(), Some(copy.folder.path(".okr-change")));

    // Whatever it says, where there is a repository a commit may have brought it.
    disk::create(&place.folder.path(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    let before = place.files();
    assert_eq!(place.writer().finish().unwrap(), []);
    assert_eq!(place.files(), before);
    assert_eq!(place.writer().stray_journal(), Some(place.folder.path(".okr-change")));
}

#[test]
fn a_step_that_cannot_be_done_leaves_everything_as_it_was() {
    let place = Place::new();
    let before = place.files();
    let (lock, _) = place.writer().lock().unwrap();
    let mut taken = place.change();
    // Seen before anything is written: somebody else made it.
    taken.create("q/acme/follower.yaml".into(), "title: Mine\n".into());
    assert!(matches!(place.writer().make(taken, &lock), Err(WriteError::Exists(_))));
    assert_eq!(place.files(), before);
    // Seen when it is its turn: this change itself was there first, and takes everything back.
    let mut twice = place.change();
    twice.push(Step::Remove { path: "q/acme/gone.yaml".into(), before: digest(b"title: Gone\n") });
    assert!(matches!(place.writer().make(twice, &lock), Err(WriteError::Gone(_))));
    assert_eq!(place.files(), before);
}

#[test]
fn the_end_of_a_history_is_as_it_was_when_its_lines_are_taken_back() {
    for end in ["", "\n", "\n- {\"id\": \"torn", "\n\0\0"] {
        let place = Place::new();
        let before = format!("{}{end}", EVENT.trim_end());
        place.write("q/acme/moved.history.yaml", EVENT, &before);
        let mut change = Change::new("update", DateTime::UNIX_EPOCH);
        change.append("q/acme/moved.history.yaml".into(), NEW);
        // Taken away by this change itself before it is its turn.
        change.remove("q/acme/gone.yaml".into(), b"title: Gone\n");
        change.push(Step::Remove { path: "q/acme/gone.yaml".into(), before: digest(b"title: Gone\n") });
        let (lock, _) = place.writer().lock().unwrap();
        assert!(matches!(place.writer().make(change, &lock), Err(WriteError::Gone(_))));
        assert_eq!(place.files()["q/acme/moved.history.yaml"], before);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (place, outside) = (Place::new(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), place.folder.path("q/out")).unwrap();
    let (lock, _) = place.writer().lock().unwrap();
    let mut change = place.change();
    change.create("q/out/new.yaml".into(), String::new());
    assert!(matches!(place.writer().make(change, &lock), Err(WriteError::NotAFolder(_))));
    assert!(matches!(place.writer().create("q/out/new.yaml", ""), Err(WriteError::NotAFolder(_))));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}
