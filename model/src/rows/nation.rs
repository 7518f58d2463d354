//! The nation: its history, published paths, carbon budgets, people and assumptions.

use super::{Band, NATIONAL_ASSUMPTIONS, POPULATION, SourceId, Status, Unit};

/// A data set of the nation's territorial CO2 of fossil fuels and processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataSet {
    /// The Global Carbon Budget: the series that scenarios go on from.
    Gcb,
    /// EDGAR, of the Joint Research Centre.
    Edgar,
    /// The inventory that China reported.
    Official,
}

impl DataSet {
    /// Every data set.
    pub const ALL: [DataSet; 3] = [DataSet::Gcb, DataSet::Edgar, DataSet::Official];

    /// The data set as written in the table.
    pub const fn id(self) -> &'static str {
        match self {
            DataSet::Gcb => "GCB",
            DataSet::Edgar => "EDGAR",
            DataSet::Official => "OFFICIAL",
        }
    }
}

/// The nation's territorial CO2 in a year that has been.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HistoryYear {
    /// The data set.
    pub data_set: DataSet,
    /// The year.
    pub year: u16,
    /// Fossil fuels and processes, before sinks.
    pub value: f64,
    /// MtCO2.
    pub unit: Unit,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// What a published path counts; all of it territorial CO2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Energy and industrial processes, before sinks.
    Co2,
    /// Energy alone.
    Co2Energy,
    /// The energy sector, net of what it captures.
    Co2NetEnergy,
}

/// A published point: a value, a range, or both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedPoint {
    /// The year.
    pub year: u16,
    /// The central value, if one is published.
    pub value: Option<f64>,
    /// Low and high end, if a range is published.
    pub range: Option<(f64, f64)>,
    /// MtCO2.
    pub unit: Unit,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// A path of the nation's CO2 of which points are published. A labelled line or labelled marks,
/// no forecast; paths are never averaged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedPath {
    /// Its id in tables and on the command line, `TSINGHUA_CMA`.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What it counts.
    pub metric: Metric,
    /// What it covers, and what of it was read.
    pub note: &'static str,
    /// Its points, by year.
    pub points: &'static [PublishedPoint],
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// CO2 that the world may still emit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarbonBudget {
    /// The id in the table.
    pub id: &'static str,
    /// The warming that it is to keep to, °C above pre-industrial.
    pub warming: f64,
    /// The chance of that, %.
    pub probability: f64,
    /// The amount.
    pub value: f64,
    /// GtCO2.
    pub unit: Unit,
    /// The year from whose beginning it counts.
    pub from: u16,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// How many people live in the nation, or the world, in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PopulationYear {
    /// Whether it is the world.
    pub world: bool,
    /// The year.
    pub year: u16,
    /// How many.
    pub value: f64,
    /// Persons.
    pub unit: Unit,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// An assumption about the nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NationalAssumption {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Its value and its range.
    pub band: Band,
    /// Its unit.
    pub unit: Unit,
    /// How it was judged.
    pub note: &'static str,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// A fact of the nation that pages tell and no calculation needs: a target, a share, what a speech says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Its value and its range; without a published range both ends are the value.
    pub band: Band,
    /// Its unit.
    pub unit: Unit,
    /// The year that it is of.
    pub year: u16,
    /// What it covers, and how it was read.
    pub note: &'static str,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// What sinks take up, Mt CO2 a year, held constant over the years.
pub fn constant_sink() -> Band {
    NATIONAL_ASSUMPTIONS[0].band
}

/// What a tonne of CO2 of electricity might cost, yuan.
pub fn power_carbon_price() -> Band {
    NATIONAL_ASSUMPTIONS[1].band
}

/// How household electricity follows its price: the elasticity, below 0.
pub fn power_price_response() -> Band {
    NATIONAL_ASSUMPTIONS[2].band
}

/// People of the nation in a year of 1990 to 2060.
pub fn people(year: u16) -> Option<f64> {
    let mut years = POPULATION.iter();
    let found = years.find(|known| !known.world && known.year == year);
    found.map(|known| known.value)
}

/// People of the world in the year from which budgets count.
pub fn people_of_the_world() -> Option<f64> {
    let found = POPULATION.iter().find(|known| known.world);
    found.map(|known| known.value)
}
