//! The nation's history, published paths, budgets, people and assumptions.

use super::Origin;
use super::records::{origin, unit};
use crate::build::fields::{Fields, Range};

/// The data sets of history.
pub const DATA_SETS: &[&str] = &["GCB", "EDGAR", "OFFICIAL"];
/// What a published path counts.
pub const METRICS: &[&str] = &["co2", "co2_energy", "co2_net_energy"];

/// The nation's territorial CO2 in a year that has been, by one data set.
pub struct HistoryYear {
    pub origin: Origin,
    pub data_set: String,
    pub year: u16,
    pub value: f64,
    pub unit: String,
}

/// A path of the nation's CO2 of which points are published.
pub struct PublishedPath {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub metric: String,
}

/// A published point of such a path: a value, a range, or both.
pub struct PublishedPoint {
    pub origin: Origin,
    pub path: String,
    pub year: u16,
    pub value: Option<f64>,
    pub range: Option<(f64, f64)>,
    pub unit: String,
}

/// CO2 that the world may still emit.
pub struct CarbonBudget {
    pub origin: Origin,
    pub id: String,
    pub warming: f64,
    pub probability: f64,
    pub value: f64,
    pub unit: String,
    pub from: u16,
}

/// How many people live somewhere in a year.
pub struct Population {
    pub origin: Origin,
    pub region: String,
    pub year: u16,
    pub value: f64,
    pub unit: String,
}

/// The assumptions about the nation, in the order of the table, each with its unit.
pub const ASSUMED: [(&str, &str); 3] = [
    ("sink_constant", "MtCO2"),
    ("power_carbon_price", "CNY/tCO2"),
    ("power_price_response", "1"),
];

/// An assumption about the nation.
pub struct NationalAssumption {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub range: Range,
    pub unit: String,
}

/// A published or derived fact of the nation that no calculation needs and pages tell.
pub struct Fact {
    pub origin: Origin,
    pub id: String,
    pub name_zh: String,
    pub name_en: String,
    pub range: Range,
    pub unit: String,
    pub year: u16,
}

/// A year from 1990 to 2060.
fn any_year(fields: &mut Fields<'_>, column: &str) -> u16 {
    let text = fields.text(column);
    match text.parse::<u16>() {
        Ok(year) if (1990..=2060).contains(&year) => year,
        _ => {
            fields.problem(column, format!("{text:?} is no year of 1990 to 2060"));
            0
        }
    }
}

/// The one unit that a column may be in.
fn unit_of(fields: &mut Fields<'_>, expected: &str) -> String {
    let unit = unit(fields);
    if !unit.is_empty() && unit != expected {
        fields.problem("unit", format!("{unit:?}: expected {expected}"));
    }
    unit
}

fn above_0(fields: &mut Fields<'_>, column: &str) -> f64 {
    let value = fields.number(column);
    if value <= 0.0 {
        fields.problem(column, format!("{value} is not above 0"));
    }
    value
}

pub(super) fn history_year(fields: &mut Fields<'_>) -> HistoryYear {
    HistoryYear {
        origin: origin(fields),
        data_set: fields.word("data_set", DATA_SETS),
        year: fields.year("year"),
        value: above_0(fields, "value"),
        unit: unit_of(fields, "MtCO2"),
    }
}

pub(super) fn published_path(fields: &mut Fields<'_>) -> PublishedPath {
    PublishedPath {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        metric: fields.word("metric", METRICS),
    }
}

pub(super) fn published_point(fields: &mut Fields<'_>) -> PublishedPoint {
    let origin = origin(fields);
    let mut given = |column: &str| !fields.optional(column).is_empty();
    let has_value = given("value");
    let has_range = given("low") || given("high");
    let (value, range) = match (has_value, has_range) {
        (true, true) => {
            let Range { value, low, high } = fields.range("value", "low", "high");
            (Some(value), Some((low, high)))
        }
        (false, true) => {
            let (low, high) = (fields.number("low"), fields.number("high"));
            if low > high {
                fields.problem("high", format!("{high} is below low {low}"));
            }
            (None, Some((low, high)))
        }
        _ => (Some(fields.number("value")), None),
    };
    PublishedPoint {
        origin,
        path: fields.id("path"),
        year: any_year(fields, "year"),
        value,
        range,
        unit: unit_of(fields, "MtCO2"),
    }
}

pub(super) fn carbon_budget(fields: &mut Fields<'_>) -> CarbonBudget {
    let budget = CarbonBudget {
        origin: origin(fields),
        id: fields.id("id"),
        warming: above_0(fields, "warming"),
        probability: above_0(fields, "probability"),
        value: above_0(fields, "value"),
        unit: unit_of(fields, "GtCO2"),
        from: any_year(fields, "from"),
    };
    if budget.probability >= 100.0 {
        fields.problem("probability", "a chance in % is below 100");
    }
    budget
}

pub(super) fn population(fields: &mut Fields<'_>) -> Population {
    Population {
        origin: origin(fields),
        region: fields.word("region", &["CN", "WORLD"]),
        year: any_year(fields, "year"),
        value: above_0(fields, "value"),
        unit: unit_of(fields, "person"),
    }
}

pub(super) fn assumption(fields: &mut Fields<'_>) -> NationalAssumption {
    let id = fields.id("id");
    let known = ASSUMED.iter().find(|(known, _)| *known == id);
    if known.is_none() {
        let ids = ASSUMED.map(|(id, _)| id).join(", ");
        fields.problem("id", format!("known: {ids}"));
    }
    NationalAssumption {
        origin: origin(fields),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        range: fields.range("value", "low", "high"),
        unit: unit_of(fields, known.map_or("1", |(_, unit)| *unit)),
        id,
    }
}

pub(super) fn fact(fields: &mut Fields<'_>) -> Fact {
    Fact {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        year: any_year(fields, "year"),
    }
}
