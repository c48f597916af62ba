pub mod model;
pub mod render;
pub mod view;
