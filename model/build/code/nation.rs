//! The nation's history, published paths, budgets, people and assumptions.

use std::fmt::Write;

use super::shapes::{array, band, camel, origin, unit_variant};
use crate::build::checks::constant;
use crate::build::tables::Tables;

pub(super) fn write(tables: &Tables) -> String {
    [
        history(tables),
        paths(tables),
        budgets(tables),
        people(tables),
        assumed(tables),
        facts(tables),
    ]
    .join("\n")
}

fn history(tables: &Tables) -> String {
    let years = tables.history.iter().map(|year| {
        format!(
            "HistoryYear {{ data_set: DataSet::{}, year: {}, value: {:?}, unit: {}, {} }}",
            camel(&year.data_set.to_lowercase()),
            year.year,
            year.value,
            unit_variant(&year.unit),
            origin(tables, &year.origin)
        )
    });
    array(
        "The nation's territorial CO2 by data set; the years 2023 and 2024 of the Global Carbon Budget stand in `NATIONAL_CO2`.",
        "NATIONAL_HISTORY",
        "HistoryYear",
        &years.collect::<Vec<_>>(),
    )
}

fn paths(tables: &Tables) -> String {
    let paths = tables.paths.iter().map(|path| {
        let points = tables.points.iter().filter(|point| point.path == path.id);
        let points: Vec<String> = points
            .map(|point| {
                format!(
                    "PublishedPoint {{ year: {}, value: {:?}, range: {:?}, unit: {}, {} }}",
                    point.year,
                    point.value,
                    point.range,
                    unit_variant(&point.unit),
                    origin(tables, &point.origin)
                )
            })
            .collect();
        format!(
            "PublishedPath {{ id: {:?}, name_zh: {:?}, name_en: {:?}, metric: Metric::{}, note: {:?}, points: &[{}], {} }}",
            path.id,
            path.name_zh,
            path.name_en,
            camel(&path.metric),
            path.origin.note,
            points.join(", "),
            origin(tables, &path.origin)
        )
    });
    array(
        "Paths of the nation's CO2 of which points are published.",
        "PUBLISHED_PATHS",
        "PublishedPath",
        &paths.collect::<Vec<_>>(),
    )
}

fn budgets(tables: &Tables) -> String {
    let budgets = tables.budgets.iter().map(|budget| {
        format!(
            "CarbonBudget {{ id: {:?}, warming: {:?}, probability: {:?}, value: {:?}, unit: {}, from: {}, {} }}",
            budget.id,
            budget.warming,
            budget.probability,
            budget.value,
            unit_variant(&budget.unit),
            budget.from,
            origin(tables, &budget.origin)
        )
    });
    array(
        "CO2 that the world may still emit.",
        "CARBON_BUDGETS",
        "CarbonBudget",
        &budgets.collect::<Vec<_>>(),
    )
}

fn people(tables: &Tables) -> String {
    let years = tables.people.iter().map(|year| {
        format!(
            "PopulationYear {{ world: {}, year: {}, value: {:?}, unit: {}, {} }}",
            year.region == "WORLD",
            year.year,
            year.value,
            unit_variant(&year.unit),
            origin(tables, &year.origin)
        )
    });
    array(
        "People of the nation by year, and of the world in the year from which budgets count.",
        "POPULATION",
        "PopulationYear",
        &years.collect::<Vec<_>>(),
    )
}

fn assumed(tables: &Tables) -> String {
    let rows = tables.assumed.iter().map(|row| {
        format!(
            "NationalAssumption {{ id: {:?}, name_zh: {:?}, name_en: {:?}, band: {}, unit: {}, \
             note: {:?}, {} }}",
            row.id,
            row.name_zh,
            row.name_en,
            band(&row.range),
            unit_variant(&row.unit),
            row.origin.note,
            origin(tables, &row.origin)
        )
    });
    array(
        "Assumptions about the nation, in the order that the build knows.",
        "NATIONAL_ASSUMPTIONS",
        "NationalAssumption",
        &rows.collect::<Vec<_>>(),
    )
}

/// A constant for each, and all of them.
fn facts(tables: &Tables) -> String {
    let mut code = String::from(
        "/// The facts by their ids.\npub mod fact {\n    use super::{Band, Fact, SourceId, Status, Unit};\n",
    );
    let mut all = Vec::new();
    for fact in &tables.facts {
        let name = constant(&fact.id);
        let _ = writeln!(
            code,
            "    /// {}, {}.\n    pub static {name}: Fact = Fact {{ id: {:?}, name_zh: {:?}, name_en: {:?}, \
             band: {}, unit: {}, year: {}, note: {:?}, {} }};",
            fact.name_en,
            fact.year,
            fact.id,
            fact.name_zh,
            fact.name_en,
            band(&fact.range),
            unit_variant(&fact.unit),
            fact.year,
            fact.origin.note,
            origin(tables, &fact.origin)
        );
        all.push(format!("&fact::{name}"));
    }
    code.push_str("}\n");
    code + &array(
        "Facts of the nation that pages tell and no calculation needs.",
        "FACTS_TOLD",
        "&Fact",
        &all,
    )
}
