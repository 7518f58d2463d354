//! How many do what already, and how many will.

use super::{ADOPTION, Band, SourceId, Status};

/// Whether the national scenarios assume a behaviour already: then it is not extra.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InScenario {
    /// All of its curve.
    Yes,
    /// Half way: an assumption, whose range is none to all of it.
    Partly,
    /// Nothing beyond its start.
    No,
}

/// The adoption of a behaviour: an assumption, a logistic with a known start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adoption {
    /// The id in the table, which actions name.
    pub id: &'static str,
    /// Of whom its shares are.
    pub share_of: &'static str,
    /// How many of all households those are.
    pub eligible: Band,
    /// Their share that does it in [`start_year`](Self::start_year).
    pub start: f64,
    /// The year of the start.
    pub start_year: u16,
    /// The share that the curve tends to.
    pub ceiling: Band,
    /// How fast, 1/year.
    pub rate: Band,
    /// The year in which the logistic is half way.
    pub middle: Band,
    /// The part of what it saves that comes back, besides what the model knows of.
    pub rebound: Band,
    /// Whether national scenarios assume it already.
    pub in_scenario: InScenario,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl Adoption {
    /// The row with this id; none if the table has none.
    pub fn of(id: &str) -> Option<&'static Adoption> {
        ADOPTION.iter().find(|row| row.id == id)
    }

    /// The row that says how fast those who join a campaign begin: from 0 to 1.
    pub fn campaign() -> Option<&'static Adoption> {
        Adoption::of("campaign")
    }
}
