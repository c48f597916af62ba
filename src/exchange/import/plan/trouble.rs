//! What stands in the way of a plan.

use chrono::NaiveDate;

use crate::exchange::import::draft::Place;
use crate::model::ObjectiveRef;

/// Why a draft cannot become anything.
#[derive(Debug, PartialEq, Eq)]
pub enum Trouble {
    NoTitle {
        place: Place,
    },
    /// A quarter without its year, of which the store has none or several.
    NoYear {
        place: Place,
        part: String,
        year: i32,
    },
    /// A cycle that is not there and whose name carries no dates.
    NoDates {
        place: Place,
        name: String,
    },
    /// No cycle is as long as these days.
    NoCycleFor {
        place: Place,
        first: NaiveDate,
        last: NaiveDate,
    },
    /// No cycle is named, and the store has none.
    NoCurrent {
        place: Place,
        example: String,
    },
    Exists {
        place: Place,
        title: String,
        reference: ObjectiveRef,
    },
    Twice {
        place: Place,
        other: Place,
        title: String,
    },
    /// No key can be made of the owner.
    NoOwner {
        place: Place,
        text: String,
    },
    /// It aligns to itself by way of others.
    Circle {
        place: Place,
        title: String,
    },
    /// Something was said later than now.
    Future {
        place: Place,
        when: NaiveDate,
    },
}
