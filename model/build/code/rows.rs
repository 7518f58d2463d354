//! Rows, their ids, and the tables that lead to them.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::shapes::{array, camel, main_source, numbers, origin, shown_source, unit_variant};
use crate::build::checks::constant;
use crate::build::checks::families::province_row;
use crate::build::tables::{
    CAR_KINDS, CAR_QUANTITIES, CAR_SIZES, ROW_FILES_OF_ACTIONS, Row, Tables,
};

pub(super) fn row_table(tables: &Tables) -> String {
    let rows: Vec<String> = tables
        .rows
        .iter()
        .map(|row| row_literal(tables, row))
        .collect();
    let notes: Vec<String> = tables
        .rows
        .iter()
        .map(|row| format!("{:?}", row.origin.note))
        .collect();
    array("Every researched value.", "ROWS", "Row", &rows)
        + &array(
            "How each row was found, in the order of the rows.",
            "NOTES",
            "&str",
            &notes,
        )
        + &array(
            "The central value of every row: all that a calculation reads, apart from the words.",
            "VALUES",
            "f64",
            &values(tables),
        )
        + &array(
            "About the 5 % and 95 % quantiles of every row.",
            "RANGES",
            "(f32, f32)",
            &ranges(tables),
        )
        + &array(
            "The gas class of every row.",
            "GASES",
            "Option<GasClassId>",
            &gases(tables),
        )
        + &array(
            "The place of every row's province among all provinces, from 1; 0 where it is of none.",
            "OF_PROVINCE",
            "u8",
            &provinces(tables),
        )
        + &array(
            "What is shown of every row beside a result.",
            "FACTS",
            "RowFacts",
            &facts(tables),
        )
        + &action_tables()
        + &array(
            "Where rows hold: the provinces in their order, then the rest.",
            "PLACES",
            "&str",
            &quoted(&places(tables)),
        )
        + &array(
            "What rows cover; the first says that it is no emission.",
            "BOUNDARIES",
            "&str",
            &quoted(&boundaries(tables)),
        )
        + &ids(tables)
        + &names(tables, "ROW_NAMES_ZH", "Chinese", |row| &row.name_zh)
        + &names(tables, "ROW_NAMES_EN", "English", |row| &row.name_en)
}

fn action_tables() -> String {
    let tables = ROW_FILES_OF_ACTIONS.iter();
    let tables: Vec<&str> = tables.map(|file| file.trim_end_matches(".csv")).collect();
    format!(
        "/// The tables whose rows only say what actions change, and what that costs.\npub static ACTION_TABLES: &[&str] = &{tables:?};\n"
    )
}

/// The ids of all rows as one text: a pointer for each would cost the page more than the words.
fn ids(tables: &Tables) -> String {
    let ids: Vec<&str> = tables.rows.iter().map(|row| row.id.as_str()).collect();
    format!(
        "/// The id of every row, one a line.\npub static ROW_IDS: &str = {:?};\n",
        ids.join("\n")
    )
}

/// The names of all rows in a language as one text, empty for what no result shows.
fn names(tables: &Tables, list: &str, language: &str, of: fn(&Row) -> &str) -> String {
    let named = tables.rows.iter().map(|row| {
        let shown = !ROW_FILES_OF_ACTIONS.contains(&row.origin.place.file.as_str());
        if shown { of(row) } else { "" }
    });
    let named: Vec<&str> = named.collect();
    format!(
        "/// The {language} name of every row that a result may show, one a line.\npub static {list}: &str = {:?};\n",
        named.join("\n")
    )
}

/// What rows cover, each once: first what is no emission.
fn boundaries(tables: &Tables) -> Vec<&str> {
    let all: BTreeSet<&str> = tables.rows.iter().map(|row| &*row.boundary).collect();
    let others = all.into_iter().filter(|boundary| *boundary != "activity");
    ["activity"].into_iter().chain(others).collect()
}

/// Where rows hold, each once: first the provinces in their order.
fn places(tables: &Tables) -> Vec<&str> {
    let provinces: Vec<&str> = tables.regions.iter().map(|region| &*region.code).collect();
    let all: BTreeSet<&str> = tables.rows.iter().map(|row| &*row.region).collect();
    let others = all.into_iter().filter(|place| !provinces.contains(place));
    provinces.iter().copied().chain(others).collect()
}

fn quoted(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| format!("{text:?}")).collect()
}

fn facts(tables: &Tables) -> Vec<String> {
    let (boundaries, places) = (boundaries(tables), places(tables));
    let place = |all: &[&str], one: &str| all.iter().position(|known| *known == one);
    let fact = |row: &Row| {
        format!(
            "RowFacts {{ unit: {}, year: {}, source: {}, shown_source: {}, more_sources: {}, status: Status::{}, stand_in: {}, spread: {}, place: {}, boundary: {} }}",
            unit_variant(&row.unit),
            row.year,
            main_source(tables, &row.origin),
            shown_source(tables, &row.origin),
            row.origin.sources.len().saturating_sub(1),
            camel(&row.origin.status),
            row.stand_in,
            row.range_basis == "spread",
            place(&places, &row.region).unwrap_or_default(),
            place(&boundaries, &row.boundary).unwrap_or_default()
        )
    };
    tables.rows.iter().map(fact).collect()
}

fn values(tables: &Tables) -> Vec<String> {
    let value = |row: &Row| format!("{:?}", row.range.value);
    tables.rows.iter().map(value).collect()
}

fn ranges(tables: &Tables) -> Vec<String> {
    let range = |row: &Row| format!("({:?}, {:?})", row.range.low, row.range.high);
    tables.rows.iter().map(range).collect()
}

fn gases(tables: &Tables) -> Vec<String> {
    tables.rows.iter().map(gas_literal).collect()
}

fn provinces(tables: &Tables) -> Vec<String> {
    let place = |row: &Row| {
        let mut regions = tables.regions.iter();
        let at = regions.position(|region| region.code == row.region);
        at.map_or(0, |at| at + 1).to_string()
    };
    tables.rows.iter().map(place).collect()
}

fn gas_literal(row: &Row) -> String {
    if row.gas.is_empty() {
        "None".to_owned()
    } else {
        format!("Some(GasClassId::{})", camel(&row.gas))
    }
}

fn row_literal(tables: &Tables, row: &Row) -> String {
    let gas = gas_literal(row);
    format!(
        "Row {{ id: {:?}, table: {:?}, name_zh: {:?}, name_en: {:?}, {}, unit: {}, year: {}, region: {:?}, confidence: Confidence::{}, boundary: {:?}, range_basis: RangeBasis::{}, gas: {gas}, stand_in: {}, {} }}",
        row.id,
        row.origin.place.file.trim_end_matches(".csv"),
        row.name_zh,
        row.name_en,
        numbers(&row.range),
        unit_variant(&row.unit),
        row.year,
        row.region,
        camel(&row.confidence),
        row.boundary,
        camel(&row.range_basis),
        row.stand_in,
        origin(tables, &row.origin),
    )
}

fn row_index(tables: &Tables, id: &str) -> Option<usize> {
    tables.rows.iter().position(|row| row.id == id)
}

pub(super) fn row_ids(tables: &Tables) -> String {
    let mut code = String::from(
        "/// The id of every row, as a constant.\npub mod id {\n    use super::RowId;\n",
    );
    for (index, row) in tables.rows.iter().enumerate() {
        let _ = writeln!(
            code,
            "    /// {} ({}), {}\n    pub const {}: RowId = RowId({index});",
            row.name_en,
            row.name_zh,
            row.unit,
            constant(&row.id)
        );
    }
    code.push_str("}\n");
    code
}

pub(super) fn row_families(tables: &Tables) -> String {
    let mut code = String::from(
        "/// Families: a value for each province.\npub mod family {\n    use super::{Family, RowId};\n",
    );
    let mut all = Vec::new();
    for family in tables
        .families
        .iter()
        .filter(|family| family.kind == "rows")
    {
        let mut own: u32 = 0;
        let fallback = row_index(tables, &family.fallback);
        let mut rows = Vec::new();
        for (position, region) in tables.regions.iter().enumerate() {
            let found = tables.rows.iter().position(|row| {
                province_row(row) == Some((family.stem.as_str(), region.code.as_str()))
            });
            if found.is_some() {
                own |= 1 << position;
            }
            let index = found.or(fallback).unwrap_or_default();
            rows.push(format!("RowId({index})"));
        }
        let example = fallback.or(row_index(tables, &format!("{}_CN-BJ", family.stem)));
        let unit = example
            .and_then(|index| tables.rows.get(index))
            .map_or("", |row| row.unit.as_str());
        let name = constant(&family.stem);
        let _ = writeln!(
            code,
            "    /// `{}`, {unit}; {}.\n    pub const {name}: Family = Family {{ stem: {:?}, rows: &[{}], own: {own:#x} }};",
            family.stem,
            if family.fallback.is_empty() {
                "every province has its own".to_owned()
            } else {
                format!("elsewhere `{}`", family.fallback)
            },
            family.stem,
            rows.join(", ")
        );
        all.push(name);
    }
    let _ = writeln!(
        code,
        "    /// Every family.\n    pub const ALL: [Family; {}] = [{}];",
        all.len(),
        all.join(", ")
    );
    code.push_str("}\n");
    code
}

/// Where the rows of prices stand among all.
pub(super) fn price_rows(tables: &Tables) -> String {
    let is_price = |row: &&Row| row.origin.place.file == "prices.csv";
    let mut rows = tables.rows.iter();
    let first = rows.position(|row| is_price(&row)).unwrap_or_default();
    let count = tables.rows.iter().filter(is_price).count();
    format!(
        "/// The rows of prices: the place of the first, and the next after the last.\npub const PRICE_ROWS: (u16, u16) = ({first}, {});\n",
        first + count
    )
}

pub(super) fn car_tables(tables: &Tables) -> String {
    let mut code = String::from(
        "/// Cars by kind and size: `TABLE[kind][size]`, in the order of `KINDS` and `SIZES`.\npub mod car {\n    use super::RowId;\n",
    );
    for (name, doc, words) in [
        ("KINDS", "The kinds of cars.", CAR_KINDS),
        ("SIZES", "The sizes of cars.", CAR_SIZES),
    ] {
        let _ = writeln!(
            code,
            "    /// {doc}\n    pub const {name}: [&str; {}] = {words:?};",
            words.len()
        );
    }
    for (quantity, _) in CAR_QUANTITIES {
        let doc = match *quantity {
            "l100" => "Fuel use in L/100km; of plug-in hybrids with an empty battery.",
            "kwh100" => "Electricity use in kWh/100km; of plug-in hybrids in electric mode.",
            _ => "Manufacture with the first battery, tCO2e.",
        };
        let _ = writeln!(
            code,
            "    /// {doc}\n    pub const {}: [[Option<RowId>; {}]; {}] = [",
            constant(quantity),
            CAR_SIZES.len(),
            CAR_KINDS.len()
        );
        for kind in CAR_KINDS {
            let cells: Vec<String> = CAR_SIZES
                .iter()
                .map(
                    |size| match row_index(tables, &format!("{quantity}_{kind}_{size}")) {
                        Some(index) => format!("Some(RowId({index}))"),
                        None => "None".to_owned(),
                    },
                )
                .collect();
            let _ = writeln!(code, "        [{}],", cells.join(", "));
        }
        code.push_str("    ];\n");
    }
    code.push_str("}\n");
    code
}
