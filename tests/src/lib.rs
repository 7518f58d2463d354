//! What a journey needs: browsers, pages, elements. `main.rs` runs the journeys of [`journeys`].

pub mod bench;
pub mod browser;
pub mod driver;
pub mod journeys;
pub mod keys;
mod look;
pub mod node;
pub mod options;
pub mod page;
mod seek;
pub mod visit;
