//! Values of the tables that are no rows, one by one, for who lists them all. No calculation reads them here.

use super::{
    Confidence, DataSet, GasClassId, LISTED, ProvinceQuantity, Scenario, SourceId, Status, Unit,
};

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A number of a province.
    Province(ProvinceQuantity),
    /// The zones and the grid of a province, which are no number.
    Region,
    /// The share of an option: the question, the option.
    Share(&'static str, &'static str),
    /// A part of a class of gases: `co2`, `domestic` or `electricity`.
    Gas(GasClassId, &'static str),
    /// The nation's grid in a year.
    Grid,
    /// The nation's CO2 in a year: of a scenario, or of the years that have been.
    NationalCo2(Option<Scenario>),
    /// A line per person.
    PerPerson,
    /// The nation's CO2 in a year that has been, by a data set.
    History(DataSet),
    /// A point of the published path with this id.
    Point(&'static str),
    /// CO2 that the world may still emit.
    Budget,
    /// How many people there are in a year.
    People,
    /// What has names of its own: a fact, a published total, an assumption about the nation. Chinese, English.
    Named(&'static str, &'static str),
    /// A part of a row of adoption: its id, the part.
    Adoption(&'static str, &'static str),
    /// A part of what an action costs and asks for: its id, the part.
    Action(&'static str, &'static str),
    /// What a level of effort may cost.
    Effort,
}

/// A value of a table that is no row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Listed {
    /// The table it stands in, `provinces`.
    pub table: &'static str,
    /// The id in the table; of a table without ids the table's name and what tells its records apart.
    pub id: &'static str,
    /// What it is of.
    pub subject: Subject,
    /// The value; none of what is no number, and where only a range is published.
    pub value: Option<f64>,
    /// Its low and high end, where the table has them.
    pub range: Option<(f64, f64)>,
    /// What it counts.
    pub unit: Unit,
    /// The year of the value, if it is of one.
    pub year: Option<u16>,
    /// Where it holds.
    pub region: &'static str,
    /// How much it is trusted, where the table says so.
    pub confidence: Option<Confidence>,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
    /// How it was found.
    pub note: &'static str,
}

impl Listed {
    /// All of them, table after table.
    pub fn all() -> impl Iterator<Item = &'static Listed> {
        LISTED.iter()
    }
}
