//! The parts of the page, each a component or two.

pub mod change;
pub mod choice;
pub mod compare;
pub mod derived;
pub mod draw;
pub mod el;
pub mod homes;
pub mod how;
pub mod keep;
pub mod lines;
pub mod list;
pub mod newer;
pub mod number;
pub mod opens;
pub mod path;
pub mod plan;
pub mod question;
pub mod questions;
pub mod refusal;
pub mod result;
pub mod rows;
pub mod shares;
pub mod shell;
pub mod show;
pub mod steps;
pub mod workings;
