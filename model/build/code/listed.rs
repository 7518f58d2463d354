//! The values that are no rows, one by one: what a list of all values needs of them.

use super::series::scenario_variant;
use super::shapes::{array, camel, origin, unit_variant};
use crate::build::checks::groups::HISTORY;
use crate::build::fields::Range;
use crate::build::tables::{Origin, Tables};

/// A value, as it is written.
struct Value<'a> {
    id: String,
    subject: String,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    unit: &'a str,
    year: Option<u16>,
    region: &'a str,
    confidence: Option<&'a str>,
    origin: &'a Origin,
}

impl<'a> Value<'a> {
    /// What is left to say of a value of the nation that has a name and an origin only: without range, year and
    /// confidence, and of no unit.
    fn of_nation(origin: &'a Origin) -> Value<'a> {
        Value {
            id: String::new(),
            subject: String::new(),
            value: None,
            range: None,
            unit: "1",
            year: None,
            region: "CN",
            confidence: None,
            origin,
        }
    }
}

pub(super) fn listed(tables: &Tables) -> String {
    let values = provinces(tables)
        .chain(regions(tables))
        .chain(shares(tables))
        .chain(gases(tables))
        .chain(lines(tables))
        .chain(grid(tables))
        .chain(national_co2(tables))
        .chain(history(tables))
        .chain(points(tables))
        .chain(budgets(tables))
        .chain(people(tables))
        .chain(assumed(tables))
        .chain(facts(tables))
        .chain(totals(tables))
        .chain(adoption(tables))
        .chain(actions(tables))
        .chain(effort(tables));
    let values: Vec<String> = values.map(|value| literal(tables, &value)).collect();
    array("Every value that is no row.", "LISTED", "Listed", &values)
}

fn literal(tables: &Tables, value: &Value<'_>) -> String {
    let confidence = value.confidence.map(camel);
    format!(
        "Listed {{ table: {:?}, id: {:?}, subject: Subject::{}, value: {:?}, range: {:?}, unit: {}, year: {:?}, region: {:?}, confidence: {}, note: {:?}, {} }}",
        value.origin.place.file.trim_end_matches(".csv"),
        value.id,
        value.subject,
        value.value,
        value.range,
        unit_variant(value.unit),
        value.year,
        value.region,
        confidence.map_or("None".to_owned(), |known| format!(
            "Some(Confidence::{known})"
        )),
        value.origin.note,
        origin(tables, value.origin),
    )
}

/// Both ends of a range.
fn ends(range: &Range) -> Option<(f64, f64)> {
    Some((range.low, range.high))
}

fn provinces(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.provinces.iter().map(|value| Value {
        id: value.id.clone(),
        subject: format!("Province(ProvinceQuantity::{})", camel(&value.quantity)),
        value: Some(value.range.value),
        range: ends(&value.range),
        unit: &value.unit,
        year: Some(value.year),
        region: &value.region,
        confidence: Some(&value.confidence),
        origin: &value.origin,
    })
}

fn regions(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.regions.iter().map(|region| Value {
        id: format!("regions_{}", region.code),
        subject: "Region".to_owned(),
        region: &region.code,
        ..Value::of_nation(&region.origin)
    })
}

fn shares(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.shares.iter().map(|share| Value {
        id: share.id.clone(),
        subject: format!("Share({:?}, {:?})", share.question, share.option),
        value: Some(share.range.value),
        range: ends(&share.range),
        year: Some(share.year),
        region: &share.region,
        confidence: Some(&share.confidence),
        ..Value::of_nation(&share.origin)
    })
}

fn gases(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.gas_classes.iter().flat_map(|class| {
        let parts = [
            ("co2", class.co2),
            ("domestic", class.domestic),
            ("electricity", class.electricity_part),
        ];
        parts.map(|(part, range)| Value {
            id: format!("gas_classes_{}_{part}", class.id),
            subject: format!("Gas(GasClassId::{}, {part:?})", camel(&class.id)),
            value: Some(range.value),
            range: ends(&range),
            ..Value::of_nation(&class.origin)
        })
    })
}

fn lines(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.lines.iter().map(|line| Value {
        id: line.id.clone(),
        subject: "PerPerson".to_owned(),
        value: Some(line.range.value),
        range: ends(&line.range),
        unit: &line.unit,
        year: Some(line.year),
        region: "WORLD",
        ..Value::of_nation(&line.origin)
    })
}

fn grid(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.grid.iter().map(|year| Value {
        id: format!("grid_intensity_future_{}", year.year),
        subject: "Grid".to_owned(),
        value: Some(year.range.value),
        range: ends(&year.range),
        unit: &year.unit,
        year: Some(year.year),
        ..Value::of_nation(&year.origin)
    })
}

fn national_co2(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.national_co2.iter().map(|year| {
        let scenario = match year.scenario.as_str() {
            HISTORY => "None".to_owned(),
            other => format!("Some(Scenario::{})", scenario_variant(other)),
        };
        Value {
            id: format!("national_co2_{}_{}", year.scenario, year.year),
            subject: format!("NationalCo2({scenario})"),
            value: Some(year.value),
            unit: &year.unit,
            year: Some(year.year),
            ..Value::of_nation(&year.origin)
        }
    })
}

fn history(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.history.iter().map(|year| Value {
        id: format!("national_history_{}_{}", year.data_set, year.year),
        subject: format!("History(DataSet::{})", camel(&year.data_set.to_lowercase())),
        value: Some(year.value),
        unit: &year.unit,
        year: Some(year.year),
        ..Value::of_nation(&year.origin)
    })
}

fn points(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.points.iter().map(|point| Value {
        id: format!("published_points_{}_{}", point.path, point.year),
        subject: format!("Point({:?})", point.path),
        value: point.value,
        range: point.range,
        unit: &point.unit,
        year: Some(point.year),
        ..Value::of_nation(&point.origin)
    })
}

fn budgets(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.budgets.iter().map(|budget| Value {
        id: budget.id.clone(),
        subject: "Budget".to_owned(),
        value: Some(budget.value),
        unit: &budget.unit,
        year: Some(budget.from),
        region: "WORLD",
        ..Value::of_nation(&budget.origin)
    })
}

fn people(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.people.iter().map(|year| Value {
        id: format!("population_{}_{}", year.region, year.year),
        subject: "People".to_owned(),
        value: Some(year.value),
        unit: &year.unit,
        year: Some(year.year),
        region: &year.region,
        ..Value::of_nation(&year.origin)
    })
}

fn assumed(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.assumed.iter().map(|row| Value {
        id: row.id.clone(),
        subject: format!("Named({:?}, {:?})", row.name_zh, row.name_en),
        value: Some(row.range.value),
        range: ends(&row.range),
        unit: &row.unit,
        ..Value::of_nation(&row.origin)
    })
}

fn facts(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.facts.iter().map(|fact| Value {
        id: fact.id.clone(),
        subject: format!("Named({:?}, {:?})", fact.name_zh, fact.name_en),
        value: Some(fact.range.value),
        range: ends(&fact.range),
        unit: &fact.unit,
        year: Some(fact.year),
        ..Value::of_nation(&fact.origin)
    })
}

fn totals(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.totals.iter().map(|total| Value {
        id: total.id.clone(),
        subject: format!("Named({:?}, {:?})", total.name_zh, total.name_en),
        value: Some(total.value),
        unit: &total.unit,
        year: Some(total.year),
        region: &total.region,
        ..Value::of_nation(&total.origin)
    })
}

/// Of what is not used up there is no life to tell.
fn adoption(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.adoption.iter().flat_map(|row| {
        let of = |range: &Range| (Some(range.value), ends(range));
        let parts = [
            ("able", of(&row.eligible), "1"),
            ("start", (Some(row.start), None), "1"),
            ("ceiling", of(&row.ceiling), "1"),
            ("rate", of(&row.rate), "1/year"),
            ("middle", of(&row.middle), "year"),
            ("life", of(&row.life), "year"),
            ("rebound", of(&row.rebound), "1"),
        ];
        let told = parts
            .into_iter()
            .filter(|(part, ..)| *part != "life" || row.life.high > 0.0);
        told.map(|(part, (value, range), unit)| Value {
            id: format!("adoption_{}_{part}", row.id),
            subject: format!("Adoption({:?}, {part:?})", row.id),
            value,
            range,
            unit,
            year: (part == "start").then_some(row.start_year),
            ..Value::of_nation(&row.origin)
        })
    })
}

fn actions(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.actions.iter().flat_map(|action| {
        let of = |range: &Range| (Some(range.value), ends(range));
        let parts = [
            ("effort", (action.effort.parse().ok(), None), "1"),
            ("upfront", of(&action.upfront), "CNY"),
            ("life", of(&action.life), "year"),
            ("running", of(&action.running), "CNY/year"),
        ];
        parts.map(|(part, (value, range), unit)| Value {
            id: format!("actions_{}_{part}", action.id),
            subject: format!("Action({:?}, {part:?})", action.id),
            value,
            range,
            unit,
            ..Value::of_nation(&action.origin)
        })
    })
}

fn effort(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.effort.iter().map(|level| Value {
        id: format!("effort_{}", level.effort),
        subject: "Effort".to_owned(),
        value: level.upfront_up_to,
        unit: "CNY",
        ..Value::of_nation(&level.origin)
    })
}
