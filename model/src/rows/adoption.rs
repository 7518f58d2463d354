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

/// The number of a province that the share of those who can follows: a province with twice the cars
/// has twice the households who can drive less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// None: the same share everywhere.
    Nothing,
    /// Cars per 100 households.
    Cars,
    /// Air conditioners per 100 households, where they are known.
    AirConditioners,
    /// The share of people in cities and towns.
    Cities,
    /// The share of people in villages.
    Villages,
    /// The same, in provinces that heat by law only.
    NorthernVillages,
    /// Floor area on district heat per person.
    DistrictHeat,
    /// Whether winters are cold enough to heat at all.
    Winter,
    /// Consumption per person, yuan.
    Spending,
}

/// The adoption of a behaviour: an assumption, a logistic with a known start; of something that is bought
/// and lasts, new sales follow the logistic and the stock follows them as it is replaced.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adoption {
    /// The id in the table, which actions name.
    pub id: &'static str,
    /// How many of all households those are.
    pub eligible: Band,
    /// What this part follows from province to province.
    pub follows: Follows,
    /// Their share that does it in [`start_year`](Self::start_year).
    pub start: f64,
    /// The year of the start.
    pub start_year: u16,
    /// The share that the curve tends to.
    pub ceiling: Band,
    /// How fast, 1/year; of new sales where there is a life, as the next.
    pub rate: Band,
    /// The year in which the logistic is half way.
    pub middle: Band,
    /// The life of what is bought, years; 0 of what is not.
    pub life: Band,
    /// The part of what it saves that comes back, besides what the model knows of.
    pub rebound: Band,
    /// Whether national scenarios assume it already.
    pub in_scenario: InScenario,
    /// The row whose spread in the scenarios takes away what this one saves: what is not driven saves no
    /// fuel in an electric car.
    pub fades_with: Option<&'static str>,
}

/// What else the table says of a row of adoption, in the same order. Only the methods page asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdoptionFacts {
    /// Of whom the shares are.
    pub share_of: &'static str,
    /// How it was judged.
    pub note: &'static str,
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

    /// The row that says how fast those who join a campaign begin: from 0 to 1, for a campaign from
    /// the year after its start on.
    pub fn campaign() -> Option<&'static Adoption> {
        Adoption::of("campaign")
    }

    /// The row whose spread in the scenarios replaces the coal that homes burn.
    pub fn clean_heat() -> Option<&'static Adoption> {
        Adoption::of("clean_heat_north")
    }
}
