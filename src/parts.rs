//! The parts of the page, each a component or two.

pub mod choice;
pub mod list;
pub mod number;
pub mod question;
pub mod questions;
pub mod result;
pub mod shell;
pub mod show;
