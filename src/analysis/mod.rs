//! The figures: pure functions from what is defined and what happened to what it means at a moment.

mod alignment;
mod assessment;
mod attention;
mod checkins;
mod course;
mod digest;
mod earlier;
mod ease;
mod expected;
mod forecast;
mod rollup;
mod scoring;
mod student;
mod timeline;
mod totals;

pub use alignment::{Alignment, AlignmentFault, Fault, Link, Links, align};
pub use assessment::{
    Assessment, KeyResultFigures, ObjectiveFigures, OwnFigures, Recall, Standings, Whole, assess, assess_skimmed,
};
pub use attention::{Wanting, wanting};
pub use checkins::{Change, changes};
pub use course::{Course, CoursePoint, course, eventful, weekly, weekly_to_the_end};
pub use digest::{Span, pack, unpack};
pub use earlier::earlier;
pub use ease::Ease;
pub use expected::expected;
pub use forecast::{Forecast, Outlook, forecast};
pub use rollup::{Mean, mean};
pub use scoring::{
    Distribution, Given, distribution, given, has_judge, in_force, may_judge, suggested, suggested_after,
};
pub use timeline::{KeyResultState, ObjectiveState, Said, live, retracted, state};
pub use totals::{Total, total};
