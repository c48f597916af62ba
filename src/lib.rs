pub mod analysis;
pub mod model;
pub mod report;
pub mod store;
pub mod view;
