//! What a journey needs: browsers, pages, elements. `main.rs` runs the journeys of [`journeys`].

pub mod browser;
pub mod driver;
pub mod journeys;
pub mod keys;
pub mod node;
pub mod options;
pub mod page;
pub mod visit;
