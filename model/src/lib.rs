//! Tanlu's household carbon model: answers to footprint lines.
//!
//! `Answers` are what a person said; `Household::resolve` fills in what follows from them;
//! `footprint` is the calculation, one plain function per domain; every line knows how its number
//! came about. No web, no clock, no I/O: the same bits in the browser and on the command line.

pub mod actions;
pub mod affluence;
pub mod answers;
pub mod applies;
pub mod catalogue;
pub mod choice;
mod defaults;
pub mod derived;
pub mod factors;
pub mod few;
pub mod file;
pub mod footprint;
pub mod household;
pub mod json;
pub mod order;
pub mod pathway;
pub mod plan;
pub mod population;
pub mod priors;
pub mod question;
mod reach;
pub mod reconciliation;
pub mod rows;
pub mod samples;
pub mod shares;
pub mod uncertainty;
pub mod unit;
pub mod year;

pub use answers::{Answer, Answers, Item};
pub use catalogue::{Household, Person, QuestionId};
pub use factors::Factors;
pub use footprint::{Footprint, Line, LineId, footprint};
pub use question::{Asks, Domain, Kind};
pub use unit::AnswerUnit;

/// Version of the model: year, month, and the how-manieth of the month where there is more than one;
/// it changes with every release that moves a result.
pub const MODEL_VERSION: &str = "2026.11.5";
/// The base year: the year of the newest official grid factors.
pub const BASE_YEAR: u16 = 2023;
