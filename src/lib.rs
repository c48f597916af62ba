//! `okr` keeps a team's Objectives and Key Results as plain YAML in a Git repository.
//!
//! Data flows one way:
//!
//! ```text
//! argv ─▶ cli ─▶ store ─▶ model ─▶ analysis ─▶ report ─▶ view ─▶ render ─▶ stdout
//!         cli ─▶ git (a revision as a source of the store)
//!         cli ─▶ exchange (a whole store as one document, and back; other tools' files)
//!         cli ─▶ store (append an event, edit a definition) ─▶ disk
//! ```
//!
//! | folder | what lives there | may import |
//! | --- | --- | --- |
//! | [`cli`] | arguments, commands, messages; the only layer that knows the clock, the environment and the terminal | all |
//! | [`render`] | one file a format | `view` |
//! | [`view`] | reports as documents of typed cells; words | `report`, `model` |
//! | [`report`] | one struct and one pure function a report | `check`, `analysis`, `model` |
//! | [`check`] | rules, one a file, and what they find | `analysis`, `model` |
//! | [`analysis`] | the figures: timeline, progress, expected, pace, roll-up, alignment | `model` |
//! | [`exchange`] | what leaves a store for other programs and comes into one from them, a format a folder | `store`, `check`, `analysis`, `model` |
//! | [`git`] | a store in a revision, read by the `git` of the machine; what became of its history since; merge driver, hooks, CODEOWNERS | `store`, `check`, `analysis`, `model` |
//! | [`store`] | files: finding, reading, appending, editing, merging | `model` |
//! | [`model`] | the domain in types | nothing of ours |
//! | [`language`] | how texts are said in English and in Chinese; `locales/` has the Chinese | nothing; all import it |
//!
//! The files of a store, all below the folder that holds `okr.yaml`:
//!
//! | file | what it holds | written by |
//! | --- | --- | --- |
//! | `okr.yaml` | settings | `init`, people |
//! | `org.yaml` | company, units, people | `init`, `org add-unit`, `org add-person`, people |
//! | `.gitattributes` | `merge=okr` for definitions, `merge=union` for histories | `init`, `hooks install` |
//! | `.schemas/<kind>.json` | what editors know of the files; never read | `init`, `schema --write` |
//! | `<cycle>/cycle.yaml` | first and last day | `cycle new`, people |
//! | `<cycle>/<owner>/<slug>.yaml` | an objective: the intent | `create`, `kr`, `set`, `align`, `fmt`, people |
//! | `<cycle>/<owner>/<slug>.history.yaml` | what happened to it, one event a line; only grows | `update`, `comment`, `retract`, and every change |
//! | `<cycle>/<owner>/<slug>.<person>.history.yaml` | the same, with `history: per-author` | the same |
//!
//! While definitions are changed, the store's folder is locked. While several files are changed, a journal says what is to be
//! done: `okr/<name>.change` in the repository's `.git`, or `.okr-change` in a store that is in none. It is gone when the change is
//! whole; one that cannot be finished stays beside it as `<name>.change.1.left`.
//!
//! `hooks install` sets `merge.okr` in the settings of the repository around it, and makes its `pre-commit` hook.
//!
//! Besides, `okr/config.yaml` in the user's configuration folder names a default store and who one is, and below `okr` in the
//! user's folder for caches stands what was read of cycles with 256 objectives or more, for the next run to know.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod exchange;
pub mod git;
pub mod language;
pub mod model;
pub mod render;
pub mod report;
pub mod store;
pub mod view;
