//! The tables as checked records: one type per kind of file.

mod actions;
mod adoption;
mod columns;
mod nation;
mod read;
mod records;
mod words;

pub use actions::{Action, EffortLevel};
pub use adoption::{Adoption, CAMPAIGN};
pub use columns::ROW_FILES_OF_ACTIONS;
pub use nation::{
    ASSUMED, CarbonBudget, Fact, HistoryYear, NationalAssumption, Population, PublishedPath,
    PublishedPoint,
};
pub use read::read;
pub use words::{
    BENEFITS, CAR_KINDS, CAR_QUANTITIES, CAR_SIZES, CONFIDENCES, CONSENTS, COST_PER, EFFORTS,
    Meaning, RANGE_BASES, STATUSES, TIME_CLASSES, TIMINGS, ZONES, words_of,
};

use super::Place;
use super::fields::Range;

/// Everything that was read.
pub struct Tables {
    pub rows: Vec<Row>,
    pub sources: Vec<Source>,
    pub gas_classes: Vec<GasClass>,
    pub regions: Vec<Region>,
    pub families: Vec<Family>,
    pub provinces: Vec<ProvinceValue>,
    pub shares: Vec<Share>,
    pub totals: Vec<PublishedTotal>,
    pub lines: Vec<PerPersonLine>,
    pub grid: Vec<GridYear>,
    pub scenarios: Vec<Scenario>,
    pub national_co2: Vec<NationalCo2>,
    pub history: Vec<HistoryYear>,
    pub paths: Vec<PublishedPath>,
    pub points: Vec<PublishedPoint>,
    pub budgets: Vec<CarbonBudget>,
    pub people: Vec<Population>,
    pub assumed: Vec<NationalAssumption>,
    pub facts: Vec<Fact>,
    pub adoption: Vec<Adoption>,
    pub actions: Vec<Action>,
    pub effort: Vec<EffortLevel>,
}

/// Where a value comes from: the part that all tables share.
#[derive(Clone, Debug)]
pub struct Origin {
    pub place: Place,
    pub sources: Vec<String>,
    pub status: String,
    pub review_by: String,
    pub note: String,
}

pub struct Row {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub range: Range,
    pub unit: String,
    pub year: u16,
    pub region: String,
    pub confidence: String,
    pub boundary: String,
    pub range_basis: String,
    pub gas: String,
    pub stand_in: bool,
    pub car: Option<(String, String)>,
}

pub struct Source {
    pub place: Place,
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    pub publisher: String,
    pub year: u16,
    pub url: String,
    pub url_note: String,
    pub licence: String,
}

pub struct GasClass {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub co2: Range,
    pub domestic: Range,
    pub time_class: String,
    pub electricity_part: Range,
}

pub struct Region {
    pub origin: Origin,
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub short_zh: String,
    pub short_en: String,
    pub climate_zone: String,
    pub zone: String,
    pub grid: String,
}

/// Rows, or quantities of provinces.csv, that belong together.
pub struct Family {
    pub place: Place,
    pub stem: String,
    pub kind: String,
    pub fallback: String,
}

pub struct ProvinceValue {
    pub origin: Origin,
    pub id: String,
    pub region: String,
    pub quantity: String,
    pub range: Range,
    pub unit: String,
    pub year: u16,
    pub confidence: String,
}

pub struct Share {
    pub origin: Origin,
    pub id: String,
    pub question: String,
    pub option: String,
    pub region: String,
    pub range: Range,
    pub year: u16,
    pub confidence: String,
}

/// A published total of the nation or a province that the model's total is held against.
pub struct PublishedTotal {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub quantity: String,
    pub region: String,
    pub value: f64,
    pub unit: String,
    pub year: u16,
    pub circular: bool,
    pub ratio_low: f64,
    pub ratio_high: f64,
    pub why_zh: String,
    pub why_en: String,
}

pub struct PerPersonLine {
    pub origin: Origin,
    pub id: String,
    pub line: String,
    pub study: String,
    pub year: u16,
    pub range: Range,
    pub unit: String,
    pub scope: String,
}

pub struct GridYear {
    pub origin: Origin,
    pub year: u16,
    pub range: Range,
    pub unit: String,
    pub anchor: bool,
}

pub struct Scenario {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
}

/// The nation's CO2 in one year: of history, or of a scenario.
pub struct NationalCo2 {
    pub origin: Origin,
    pub scenario: String,
    pub year: u16,
    pub value: f64,
    pub unit: String,
}
