//! The problems that a definition has, each with the path of the key that has it.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::NaiveDate;

use super::edit::Step;
use crate::language::say;
use crate::model::{Problem, Weight, day_of};

/// A problem and the keys that lead to it.
pub type Found = (Vec<Step>, Problem);

/// The problems found on the way, and the path to where the reading is.
#[derive(Default)]
pub struct Collector {
    path: Vec<Way>,
    pub found: Vec<Found>,
}

/// A step on the way to where the reading is. Most lead to no problem: nothing is copied for them.
pub enum Way {
    Key(Cow<'static, str>),
    Index(usize),
}

impl Collector {
    /// A problem with a key where the reading is.
    pub fn problem(&mut self, key: &str, problem: Problem) {
        self.problem_at(Some(Step::Key(key.to_owned())), problem);
    }

    /// A problem with where the reading is, or one step further.
    pub fn problem_at(&mut self, last: Option<Step>, problem: Problem) {
        let step = |way: &Way| match way {
            Way::Key(key) => Step::Key(key.to_string()),
            Way::Index(at) => Step::Index(*at),
        };
        self.found.push((self.path.iter().map(step).chain(last).collect(), problem));
    }

    /// A value that cannot be.
    pub fn invalid(&mut self, key: &str, why: impl ToString) {
        self.problem(key, Problem::Invalid { field: key.to_owned(), why: why.to_string() });
    }

    /// A list with no more items than a file of a store should hold; told where it has more, which are not looked at.
    pub fn bounded<T>(&mut self, key: &str, mut list: Vec<T>, most: usize, what: &'static str) -> Vec<T> {
        if list.len() > most {
            list.truncate(most);
            self.problem(key, Problem::TooMany { what, most });
        }
        list
    }

    /// A key that has to be where the reading is.
    pub fn missing(&mut self, key: &'static str, of: &'static str) {
        self.problem_at(None, Problem::MissingKey { key, of });
    }

    /// The value of a key, or a note of what is wrong with it.
    pub fn parse<T: FromStr<Err: ToString>>(&mut self, key: &str, text: Option<&str>) -> Option<T> {
        text.and_then(|text| {
            let wrong = |why: T::Err| say!("{text}: {why}", text = format_args!("{text:?}"), why = why.to_string());
            text.parse().map_err(|why| self.invalid(key, wrong(why))).ok()
        })
    }

    /// The day that a text is, or a note that it is none.
    pub fn day(&mut self, key: &str, text: Option<&str>) -> Option<NaiveDate> {
        let text = text?;
        let day = day_of(text);
        if day.is_none() {
            self.invalid(key, say!("{text} is not a day; write it as 2026-11-30", text = format_args!("{text:?}")));
        }
        day
    }

    /// A weight; one, where none is written or it cannot be.
    pub fn weight(&mut self, weight: Option<f64>) -> Weight {
        let read = weight.map_or(Ok(Weight::ONE), Weight::new);
        read.unwrap_or_else(|why| {
            self.invalid("weight", why);
            Weight::ONE
        })
    }

    /// What `read` makes of what stands these steps further.
    pub fn within<T>(&mut self, steps: impl IntoIterator<Item = Way>, read: impl FnOnce(&mut Self) -> T) -> T {
        let depth = self.path.len();
        self.path.extend(steps);
        let value = read(self);
        self.path.truncate(depth);
        value
    }
}

/// The step to what stands behind a key.
pub fn key(name: impl Into<Cow<'static, str>>) -> Way {
    Way::Key(name.into())
}
