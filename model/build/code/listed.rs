//! The values that are no rows, one by one: what a list of all values needs of them.

use super::series::scenario_variant;
use super::shapes::{array, band, camel, origin, unit_variant};
use crate::build::checks::groups::HISTORY;
use crate::build::fields::Range;
use crate::build::tables::{Origin, Tables};

/// A value, as it is written.
struct Value<'a> {
    id: String,
    subject: String,
    range: Option<Range>,
    unit: &'a str,
    year: Option<u16>,
    region: &'a str,
    confidence: Option<&'a str>,
    origin: &'a Origin,
}

/// Where values hold that are the nation's.
const NATION: &str = "CN";

pub(super) fn listed(tables: &Tables) -> String {
    let values = provinces(tables)
        .chain(regions(tables))
        .chain(shares(tables))
        .chain(gases(tables))
        .chain(lines(tables))
        .chain(grid(tables))
        .chain(national_co2(tables));
    let values: Vec<String> = values.map(|value| literal(tables, &value)).collect();
    array("Every value that is no row.", "LISTED", "Listed", &values)
}

fn literal(tables: &Tables, value: &Value<'_>) -> String {
    let band = value.range.as_ref().map(band);
    let confidence = value.confidence.map(camel);
    format!(
        "Listed {{ table: {:?}, id: {:?}, subject: Subject::{}, band: {}, unit: {}, year: {:?}, region: {:?}, confidence: {}, note: {:?}, {} }}",
        value.origin.place.file.trim_end_matches(".csv"),
        value.id,
        value.subject,
        band.map_or("None".to_owned(), |band| format!("Some({band})")),
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

fn provinces(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.provinces.iter().map(|value| Value {
        id: value.id.clone(),
        subject: format!("Province(ProvinceQuantity::{})", camel(&value.quantity)),
        range: Some(value.range),
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
        range: None,
        unit: "1",
        year: None,
        region: &region.code,
        confidence: None,
        origin: &region.origin,
    })
}

fn shares(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.shares.iter().map(|share| Value {
        id: share.id.clone(),
        subject: format!("Share({:?}, {:?})", share.question, share.option),
        range: Some(share.range),
        unit: "1",
        year: Some(share.year),
        region: &share.region,
        confidence: Some(&share.confidence),
        origin: &share.origin,
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
            range: Some(range),
            unit: "1",
            year: None,
            region: NATION,
            confidence: None,
            origin: &class.origin,
        })
    })
}

fn lines(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.lines.iter().map(|line| Value {
        id: line.id.clone(),
        subject: "PerPerson".to_owned(),
        range: Some(line.range),
        unit: &line.unit,
        year: Some(line.year),
        region: "WORLD",
        confidence: None,
        origin: &line.origin,
    })
}

fn grid(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.grid.iter().map(|year| Value {
        id: format!("grid_intensity_future_{}", year.year),
        subject: "Grid".to_owned(),
        range: Some(year.range),
        unit: &year.unit,
        year: Some(year.year),
        region: NATION,
        confidence: None,
        origin: &year.origin,
    })
}

fn national_co2(tables: &Tables) -> impl Iterator<Item = Value<'_>> {
    tables.national_co2.iter().map(|year| {
        let scenario = match year.scenario.as_str() {
            HISTORY => "None".to_owned(),
            other => format!("Some(Scenario::{})", scenario_variant(other)),
        };
        let value = year.value;
        Value {
            id: format!("national_co2_{}_{}", year.scenario, year.year),
            subject: format!("NationalCo2({scenario})"),
            range: Some(Range {
                value,
                low: value,
                high: value,
            }),
            unit: &year.unit,
            year: Some(year.year),
            region: NATION,
            confidence: None,
            origin: &year.origin,
        }
    })
}
