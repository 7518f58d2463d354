//! What a journey needs: browsers, pages, elements. `main.rs` runs the journeys of [`journeys`].

mod answer;
pub mod bench;
pub mod browser;
mod csv;
pub mod driver;
pub mod family;
mod faults;
mod figures;
pub mod journeys;
mod keep;
pub mod keys;
mod look;
mod model;
pub mod node;
pub mod options;
pub mod page;
mod seek;
pub mod visit;
mod way;
pub mod words;
