//! The rules that a store is checked against: one file each, with a code, a name, a severity, and a text that explains it.
//!
//! A rule looks at what was read, never at files: it says what is wrong and by which keys one gets there, and the place in
//! the file is looked up only for what is found. How seriously a finding is taken is decided in one place, [`run`].

mod example;
mod finding;
mod registry;
mod rule;
pub mod rules;
mod run;
mod signs;
mod subject;
pub(crate) mod titles;

pub use example::Example;
pub use finding::{Definition, Finding, Mend, Sink, Spot};
pub use registry::{RULES, named, nearest_rule};
pub use rule::{Concern, Look, Rule, Severity};
pub use run::{Severities, of_damages, of_keeping, run};
pub use signs::Signs;
pub use subject::{Defined, Keeping, One, Sight, Subject};
