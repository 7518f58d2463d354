//! From a household's plan to its path over the years.
//!
//! The household's footprint of a year is its lines in the base year, each moved by the year's index
//! ([`crate::year`]). With today's household `h0` and the household of the plan in year `t`:
//!
//! `system(t) = F(h0, base) - F(h0, t)`, `mine(t) = F(h0, t) - F(plan, t)`, `remaining(t) = F(plan, t)`
//!
//! and the three sum to `F(h0, base)`.

mod bands;
mod campaign;
mod coal;
mod course;
mod each;
pub mod levers;
pub mod nation;
mod over;
mod own;
mod pchip;
mod scale;

pub use bands::{ScaleBands, WedgeBands};
pub use campaign::{CAMPAIGNS, Campaign, Pace, Reach, households};
pub use course::Course;
pub use each::{EachBands, EachYears, Trend};
pub use nation::{NationalLine, NationalPath};
pub use over::OverYears;
pub use own::{Moved, OwnBands, OwnPath, OwnWorking, OwnYear, OwnYearBand};
pub use pchip::Pchip;
pub use scale::{ScaleUp, Wedge, Wedges, adoption};
