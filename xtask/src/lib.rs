//! What the developer commands are made of. `main.rs` is the command line;
//! the browser journeys use [`server`] and [`paths`] too.

pub mod assets;
pub mod before;
pub mod bench;
pub mod cache;
pub mod compile;
pub mod debian;
pub mod finish;
pub mod floor;
pub mod http;
pub mod journeys;
pub mod page;
pub mod pages;
pub mod paths;
pub mod process;
pub mod server;
pub mod sizes;
pub mod steps;
pub mod suite;
pub mod tools;
