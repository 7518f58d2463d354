//! The tables as checked records: one type and one reader per kind of file.

use super::csv::{self, Table};
use super::fields::{Fields, Range, has_columns};
use super::{Files, Place, Problem, units};

/// The files of rows, in the order in which rows are numbered.
pub const ROW_FILES: &[&str] = &[
    "electricity.csv",
    "fuels.csv",
    "heating.csv",
    "transport.csv",
    "cars.csv",
    "food.csv",
    "goods_services.csv",
    "averages.csv",
    "assumptions.csv",
];
const OTHER_FILES: &[&str] = &[
    "families.csv",
    "gas_classes.csv",
    "grid_intensity_future.csv",
    "percapita_lines.csv",
    "provinces.csv",
    "regions.csv",
    "shares.csv",
    "sources.csv",
];
const ROW_COLUMNS: &[&str] = &[
    "id",
    "name_zh",
    "name_en",
    "value",
    "unit",
    "low",
    "high",
    "year",
    "region",
    "source_id",
    "status",
    "confidence",
    "boundary",
    "range_basis",
    "note",
    "review_by",
    "gas",
];
/// Columns that one file of rows has besides.
const EXTRA_COLUMNS: &[(&str, &[&str])] = &[
    ("electricity.csv", &["stand_in"]),
    ("cars.csv", &["car_kind", "car_size"]),
];

/// How well a value is known.
pub const STATUSES: &[&str] = &["published", "derived", "unverified"];
/// How much it is trusted.
pub const CONFIDENCES: &[&str] = &["high", "medium", "low"];
/// What its range means.
pub const RANGE_BASES: &[&str] = &["judgement", "spread", "source"];
/// The heating zones.
pub const ZONES: &[&str] = &["North", "HSCW", "HSWW", "Mild"];
/// How an emission changes over the years.
pub const TIME_CLASSES: &[&str] = &[
    "electricity",
    "fuel",
    "goods",
    "methane_nitrous_oxide",
    "public_services",
    "services",
    "food",
    "constant",
];
/// The kinds of cars, in the order of the generated tables.
pub const CAR_KINDS: &[&str] = &["petrol", "diesel", "hev", "phev", "bev"];
/// The sizes of cars, in the order of the generated tables.
pub const CAR_SIZES: &[&str] = &["small", "compact", "mid", "suv", "suv_large"];
/// What is tabulated of cars, and for which kinds.
pub const CAR_QUANTITIES: &[(&str, &[&str])] = &[
    ("l100", &["petrol", "diesel", "hev", "phev"]),
    ("kwh100", &["phev", "bev"]),
    ("mfg", CAR_KINDS),
];

/// Everything that was read.
#[derive(Default)]
pub struct Tables {
    pub rows: Vec<Row>,
    pub sources: Vec<Source>,
    pub gas_classes: Vec<GasClass>,
    pub regions: Vec<Region>,
    pub families: Vec<Family>,
    pub provinces: Vec<ProvinceValue>,
    pub shares: Vec<Share>,
    pub lines: Vec<PerPersonLine>,
    pub grid: Vec<GridYear>,
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

pub struct PerPersonLine {
    pub origin: Origin,
    pub id: String,
    pub line: String,
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

/// Reads every table; what is missing or unknown among the files is a problem too.
pub fn read(files: &Files, problems: &mut Vec<Problem>) -> Tables {
    let mut tables = Tables::default();
    for name in files.keys() {
        if !ROW_FILES.contains(&name.as_str()) && !OTHER_FILES.contains(&name.as_str()) {
            problems.push(whole_file(name, "no such table is known"));
        }
    }
    for file in ROW_FILES {
        let extra = EXTRA_COLUMNS.iter().find(|(name, _)| name == file);
        let extra: &[&str] = extra.map_or(&[], |(_, columns)| columns);
        let columns = [ROW_COLUMNS, extra].concat();
        tables
            .rows
            .extend(records(files, file, &columns, problems, |fields| {
                row(fields, extra)
            }));
    }
    tables.sources = records(
        files,
        "sources.csv",
        &[
            "source_id",
            "title_zh",
            "title_en",
            "publisher",
            "year",
            "url",
            "url_note",
            "licence",
        ],
        problems,
        source,
    );
    tables.gas_classes = records(
        files,
        "gas_classes.csv",
        &[
            "id",
            "name_zh",
            "name_en",
            "co2_share",
            "co2_low",
            "co2_high",
            "domestic_share",
            "domestic_low",
            "domestic_high",
            "time_class",
            "electricity_part",
            "electricity_low",
            "electricity_high",
            "source_id",
            "status",
            "review_by",
            "note",
        ],
        problems,
        gas_class,
    );
    tables.regions = records(
        files,
        "regions.csv",
        &[
            "code",
            "name_zh",
            "name_en",
            "short_zh",
            "short_en",
            "climate_zone",
            "zone",
            "grid",
            "source_id",
            "status",
            "note",
            "review_by",
        ],
        problems,
        region,
    );
    tables.families = records(
        files,
        "families.csv",
        &["stem", "kind", "fallback", "note"],
        problems,
        family,
    );
    tables.provinces = records(
        files,
        "provinces.csv",
        &[
            "id",
            "region",
            "quantity",
            "value",
            "unit",
            "low",
            "high",
            "year",
            "source_id",
            "status",
            "confidence",
            "note",
            "review_by",
        ],
        problems,
        province_value,
    );
    tables.shares = records(
        files,
        "shares.csv",
        &[
            "id",
            "question",
            "option",
            "region",
            "value",
            "low",
            "high",
            "year",
            "source_id",
            "status",
            "confidence",
            "note",
            "review_by",
        ],
        problems,
        share,
    );
    tables.lines = records(
        files,
        "percapita_lines.csv",
        &[
            "id",
            "line",
            "year",
            "value",
            "unit",
            "low",
            "high",
            "scope",
            "source_id",
            "status",
            "note",
            "review_by",
        ],
        problems,
        per_person_line,
    );
    tables.grid = records(
        files,
        "grid_intensity_future.csv",
        &[
            "year",
            "value",
            "unit",
            "low",
            "high",
            "is_anchor",
            "source_id",
            "status",
            "note",
            "review_by",
        ],
        problems,
        grid_year,
    );
    tables
}

fn whole_file(name: &str, reason: &str) -> Problem {
    let place = Place {
        file: name.to_owned(),
        line: 1,
    };
    place.problem("file", reason)
}

/// The records of one file, each read by `read`.
fn records<T>(
    files: &Files,
    name: &str,
    columns: &[&str],
    problems: &mut Vec<Problem>,
    read: impl Fn(&mut Fields<'_>) -> T,
) -> Vec<T> {
    let Some(text) = files.get(name) else {
        problems.push(whole_file(name, "the file is missing"));
        return Vec::new();
    };
    let table: Table = csv::read(name, text, problems);
    if !has_columns(&table, columns, problems) {
        return Vec::new();
    }
    if table.records.is_empty() {
        problems.push(whole_file(name, "the table is empty"));
    }
    let records = table.records.iter();
    records
        .map(|record| read(&mut Fields::new(&table, record, problems)))
        .collect()
}

fn origin(fields: &mut Fields<'_>) -> Origin {
    Origin {
        place: fields.place(),
        sources: fields.sources(),
        status: fields.word("status", STATUSES),
        review_by: fields.review_by(),
        note: fields.optional("note"),
    }
}

fn unit(fields: &mut Fields<'_>) -> String {
    let unit = fields.text("unit");
    if !unit.is_empty() && units::variant(&unit).is_none() {
        fields.problem("unit", format!("unknown unit {unit:?}"));
    }
    unit
}

fn row(fields: &mut Fields<'_>, extra: &[&str]) -> Row {
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
        stand_in: extra.contains(&"stand_in") && fields.flag("stand_in"),
        car: extra.contains(&"car_kind").then(|| {
            let kind = fields.word("car_kind", CAR_KINDS);
            let size = fields.word("car_size", CAR_SIZES);
            (kind, size)
        }),
    }
}

fn source(fields: &mut Fields<'_>) -> Source {
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

fn gas_class(fields: &mut Fields<'_>) -> GasClass {
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

fn region(fields: &mut Fields<'_>) -> Region {
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

fn family(fields: &mut Fields<'_>) -> Family {
    fields.optional("note");
    Family {
        place: fields.place(),
        stem: fields.id("stem"),
        kind: fields.word("kind", &["rows", "complete", "partial"]),
        fallback: fields.optional("fallback"),
    }
}

fn province_value(fields: &mut Fields<'_>) -> ProvinceValue {
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

fn share(fields: &mut Fields<'_>) -> Share {
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

fn per_person_line(fields: &mut Fields<'_>) -> PerPersonLine {
    PerPersonLine {
        origin: origin(fields),
        id: fields.id("id"),
        line: fields.text("line"),
        year: future_year(fields),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        scope: fields.word("scope", &["household consumption only"]),
    }
}

fn grid_year(fields: &mut Fields<'_>) -> GridYear {
    GridYear {
        origin: origin(fields),
        year: future_year(fields),
        range: fields.range("value", "low", "high"),
        unit: unit(fields),
        anchor: fields.flag("is_anchor"),
    }
}
