//! One reader per kind of record.

use super::{
    CAR_KINDS, CAR_SIZES, CONFIDENCES, Family, GasClass, GridYear, NationalCo2, Origin,
    PerPersonLine, ProvinceValue, PublishedTotal, RANGE_BASES, Region, Row, STATUSES, Scenario,
    Share, Source, TIME_CLASSES, ZONES,
};
use crate::build::fields::Fields;
use crate::build::units;

pub(super) fn origin(fields: &mut Fields<'_>) -> Origin {
    Origin {
        place: fields.place(),
        sources: fields.sources(),
        status: fields.word("status", STATUSES),
        review_by: fields.review_by(),
        note: fields.optional("note"),
    }
}

pub(super) fn unit(fields: &mut Fields<'_>) -> String {
    let unit = fields.text("unit");
    if !unit.is_empty() && units::variant(&unit).is_none() {
        fields.problem("unit", format!("unknown unit {unit:?}"));
    }
    unit
}

pub(super) fn row(fields: &mut Fields<'_>) -> Row {
    Row {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        year: fields.year("year"),
        region: fields.text("region"),
        confidence: fields.word("confidence", CONFIDENCES),
        boundary: fields.text("boundary"),
        range_basis: fields.word("range_basis", RANGE_BASES),
        gas: fields.optional("gas"),
        stand_in: fields.has("stand_in") && fields.flag("stand_in"),
        car: fields.has("car_kind").then(|| {
            let kind = fields.word("car_kind", CAR_KINDS);
            let size = fields.word("car_size", CAR_SIZES);
            (kind, size)
        }),
    }
}

pub(super) fn source(fields: &mut Fields<'_>) -> Source {
    let source = Source {
        place: fields.place(),
        id: fields.id("source_id"),
        title_zh: fields.text("title_zh"),
        title_en: fields.text("title_en"),
        publisher: fields.text("publisher"),
        year: fields.year("year"),
        url: fields.optional("url"),
        url_note: fields.optional("url_note"),
        licence: fields.text("licence"),
    };
    let is_address = source.url.starts_with("https://") || source.url.starts_with("http://");
    if !source.url.is_empty() && (!is_address || source.url.contains(char::is_whitespace)) {
        fields.problem(
            "url",
            "not one web address; words about it belong in url_note",
        );
    }
    source
}

pub(super) fn gas_class(fields: &mut Fields<'_>) -> GasClass {
    GasClass {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        co2: fields.share("co2_share", "co2_low", "co2_high"),
        domestic: fields.share("domestic_share", "domestic_low", "domestic_high"),
        time_class: fields.word("time_class", TIME_CLASSES),
        electricity_part: fields.share("electricity_part", "electricity_low", "electricity_high"),
    }
}

pub(super) fn region(fields: &mut Fields<'_>) -> Region {
    let region = Region {
        origin: origin(fields),
        code: fields.id("code"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        short_zh: fields.text("short_zh"),
        short_en: fields.text("short_en"),
        climate_zone: fields.word("climate_zone", &["1", "2", "3", "4", "5"]),
        zone: fields.word("zone", ZONES),
        grid: fields.text("grid"),
    };
    let expected = match region.climate_zone.as_str() {
        "1" | "2" => "North",
        "3" => "HSCW",
        "4" => "HSWW",
        _ => "Mild",
    };
    if region.zone != expected {
        let reason = format!("climate zone {} belongs to {expected}", region.climate_zone);
        fields.problem("zone", reason);
    }
    region
}

pub(super) fn family(fields: &mut Fields<'_>) -> Family {
    fields.optional("note");
    Family {
        place: fields.place(),
        stem: fields.id("stem"),
        kind: fields.word("kind", &["rows", "complete", "partial"]),
        fallback: fields.optional("fallback"),
    }
}

pub(super) fn province_value(fields: &mut Fields<'_>) -> ProvinceValue {
    ProvinceValue {
        origin: origin(fields),
        id: fields.id("id"),
        region: fields.text("region"),
        quantity: fields.id("quantity"),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        year: fields.year("year"),
        confidence: fields.word("confidence", CONFIDENCES),
    }
}

pub(super) fn share(fields: &mut Fields<'_>) -> Share {
    Share {
        origin: origin(fields),
        id: fields.text("id"),
        question: fields.id("question"),
        option: fields.text("option"),
        region: fields.text("region"),
        range: fields.share("value", "low", "high"),
        year: fields.year("year"),
        confidence: fields.word("confidence", CONFIDENCES),
    }
}

pub(super) fn published_total(fields: &mut Fields<'_>) -> PublishedTotal {
    let total = PublishedTotal {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
        quantity: fields.id("quantity"),
        region: fields.text("region"),
        value: fields.number("value"),
        unit: unit(fields),
        year: fields.year("year"),
        circular: fields.flag("circular"),
        ratio_low: fields.number("ratio_low"),
        ratio_high: fields.number("ratio_high"),
        why_zh: fields.text("why_zh"),
        why_en: fields.text("why_en"),
    };
    if total.value <= 0.0 {
        fields.problem("value", "a published total is above 0");
    }
    if total.ratio_low <= 0.0 {
        fields.problem("ratio_low", "a ratio is above 0");
    }
    if total.ratio_low > total.ratio_high {
        let reason = format!(
            "{} is below ratio_low {}",
            total.ratio_high, total.ratio_low
        );
        fields.problem("ratio_high", reason);
    }
    total
}

/// A year of the future: not a year in which a value was read.
fn future_year(fields: &mut Fields<'_>) -> u16 {
    let text = fields.text("year");
    match text.parse::<u16>() {
        Ok(year) if (2023..=2060).contains(&year) => year,
        _ => {
            fields.problem("year", format!("{text:?} is no year of 2023 to 2060"));
            0
        }
    }
}

pub(super) fn per_person_line(fields: &mut Fields<'_>) -> PerPersonLine {
    PerPersonLine {
        origin: origin(fields),
        id: fields.id("id"),
        line: fields.text("line"),
        study: fields.text("study"),
        year: future_year(fields),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        scope: fields.word("scope", &["household consumption only"]),
    }
}

pub(super) fn grid_year(fields: &mut Fields<'_>) -> GridYear {
    GridYear {
        origin: origin(fields),
        year: future_year(fields),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        anchor: fields.flag("is_anchor"),
    }
}

pub(super) fn scenario(fields: &mut Fields<'_>) -> Scenario {
    Scenario {
        origin: origin(fields),
        id: fields.id("id"),
        name_zh: fields.text("name_zh"),
        name_en: fields.text("name_en"),
    }
}

pub(super) fn national_co2(fields: &mut Fields<'_>) -> NationalCo2 {
    let year = NationalCo2 {
        origin: origin(fields),
        scenario: fields.id("scenario"),
        year: future_year(fields),
        value: fields.number("value"),
        unit: fields.word("unit", &["MtCO2"]),
    };
    if year.value <= 0.0 {
        fields.problem("value", "the nation's CO2 before sinks is above 0");
    }
    year
}
