//! Writes the checked tables as Rust: constants with documentation, no maps, no parsing later.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::checks::{constant, province_row, share_groups};
use super::fields::Range;
use super::tables::{
    CAR_KINDS, CAR_QUANTITIES, CAR_SIZES, Origin, Region, Row, STATUSES, Share, Tables,
};
use super::units;

/// The generated file.
pub fn write(tables: &Tables) -> String {
    let parts = [
        unit_enum(tables),
        source_table(tables),
        gas_class_table(tables),
        province_enum(tables),
        row_table(tables),
        row_ids(tables),
        row_families(tables),
        car_tables(tables),
        province_values(tables),
        share_tables(tables),
        per_person_lines(tables),
        grid_intensity(tables),
    ];
    parts.join("\n")
}

/// `snake_case`, `kebab-case` or `Some words` as `CamelCase`.
fn camel(text: &str) -> String {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}

fn numbers(range: &Range) -> String {
    format!(
        "value: {:?}, low: {:?}, high: {:?}",
        range.value, range.low, range.high
    )
}

fn band(range: &Range) -> String {
    format!("Band {{ {} }}", numbers(range))
}

fn unit_variant(symbol: &str) -> String {
    format!("Unit::{}", units::variant(symbol).unwrap_or("One"))
}

fn source_list(tables: &Tables, ids: &[String]) -> String {
    let index = |id: &String| tables.sources.iter().position(|source| source.id == *id);
    let ids: Vec<String> = ids
        .iter()
        .filter_map(index)
        .map(|index| format!("SourceId({index})"))
        .collect();
    format!("&[{}]", ids.join(", "))
}

fn origin(tables: &Tables, origin: &Origin) -> String {
    format!(
        "sources: {}, status: Status::{}, review_by: {:?}",
        source_list(tables, &origin.sources),
        camel(&origin.status),
        origin.review_by
    )
}

/// An array of one line per item.
fn array(doc: &str, name: &str, kind: &str, items: &[String]) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "/// {doc}");
    let _ = writeln!(code, "pub static {name}: [{kind}; {}] = [", items.len());
    for item in items {
        let _ = writeln!(code, "    {item},");
    }
    code.push_str("];\n");
    code
}

/// An enum with documented variants.
fn enumeration(doc: &str, name: &str, variants: &[(String, String)]) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "/// {doc}");
    let _ = writeln!(
        code,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]"
    );
    let _ = writeln!(code, "pub enum {name} {{");
    for (variant, doc) in variants {
        let _ = writeln!(code, "    /// {doc}\n    {variant},");
    }
    code.push_str("}\n");
    code
}

fn unit_enum(tables: &Tables) -> String {
    let rows = tables.rows.iter().map(|row| row.unit.as_str());
    let provinces = tables.provinces.iter().map(|value| value.unit.as_str());
    let others = ["tCO2e/person.year", "kgCO2/kWh", "1"];
    let used: BTreeSet<&str> = rows.chain(provinces).chain(others).collect();
    let used: Vec<_> = units::UNITS
        .iter()
        .filter(|(_, symbol)| used.contains(symbol))
        .collect();
    let variants: Vec<_> = used
        .iter()
        .map(|(variant, symbol)| ((*variant).to_owned(), format!("`{symbol}`")))
        .collect();
    let mut code = enumeration("The unit of a value.", "Unit", &variants);
    code.push_str("impl Unit {\n    /// The unit as written in tables.\n");
    code.push_str("    pub const fn symbol(self) -> &'static str {\n        match self {\n");
    for (variant, symbol) in used {
        let _ = writeln!(code, "            Unit::{variant} => {symbol:?},");
    }
    code.push_str("        }\n    }\n}\n");
    code
}

fn source_table(tables: &Tables) -> String {
    let sources: Vec<String> = tables
        .sources
        .iter()
        .map(|source| {
            format!(
                "Source {{ id: {:?}, title_zh: {:?}, title_en: {:?}, publisher: {:?}, year: {}, url: {:?} }}",
                source.id, source.title_zh, source.title_en, source.publisher, source.year, source.url
            )
        })
        .collect();
    let terms: Vec<String> = tables
        .sources
        .iter()
        .map(|source| format!("({:?}, {:?})", source.licence, source.url_note))
        .collect();
    array("The bibliography.", "SOURCES", "Source", &sources)
        + &array(
            "Licence of each source, and a word about its address.",
            "SOURCE_TERMS",
            "(&str, &str)",
            &terms,
        )
}

fn gas_class_table(tables: &Tables) -> String {
    let variants: Vec<_> = tables
        .gas_classes
        .iter()
        .map(|class| {
            (
                camel(&class.id),
                format!("{} ({}).", class.name_en, class.name_zh),
            )
        })
        .collect();
    let classes: Vec<String> = tables
        .gas_classes
        .iter()
        .map(|class| {
            format!(
                "GasClass {{ id: {:?}, name_zh: {:?}, name_en: {:?}, co2: {}, domestic: {}, time_class: TimeClass::{}, electricity_part: {}, {} }}",
                class.id,
                class.name_zh,
                class.name_en,
                band(&class.co2),
                band(&class.domestic),
                camel(&class.time_class),
                band(&class.electricity_part),
                origin(tables, &class.origin),
            )
        })
        .collect();
    let notes: Vec<String> = tables
        .gas_classes
        .iter()
        .map(|class| format!("{:?}", class.origin.note))
        .collect();
    enumeration(
        "Which gases an emission factor counts.",
        "GasClassId",
        &variants,
    ) + &array(
        "The gas classes, in the order of their ids.",
        "GAS_CLASSES",
        "GasClass",
        &classes,
    ) + &array(
        "Why each gas class has its shares.",
        "GAS_CLASS_NOTES",
        "&str",
        &notes,
    )
}

fn province_enum(tables: &Tables) -> String {
    let name = |region: &Region| camel(&region.short_en);
    let variants: Vec<_> = tables
        .regions
        .iter()
        .map(|region| {
            (
                name(region),
                format!("{} ({}).", region.name_en, region.name_zh),
            )
        })
        .collect();
    let regions: Vec<String> = tables
        .regions
        .iter()
        .map(|region| {
            format!(
                "Region {{ code: {:?}, name_zh: {:?}, name_en: {:?}, short_zh: {:?}, short_en: {:?}, climate_zone: {}, zone: Zone::{}, grid: {:?}, {} }}",
                region.code,
                region.name_zh,
                region.name_en,
                region.short_zh,
                region.short_en,
                region.climate_zone,
                camel(&zone_name(&region.zone)),
                region.grid,
                origin(tables, &region.origin),
            )
        })
        .collect();
    let mut code = enumeration(
        "A provincial unit of mainland China.",
        "Province",
        &variants,
    );
    let _ = writeln!(
        code,
        "/// Every province, in the order of the official lists.\npub static PROVINCES: [Province; {}] = [",
        variants.len()
    );
    for (variant, _) in &variants {
        let _ = writeln!(code, "    Province::{variant},");
    }
    code.push_str("];\n");
    code + &array(
        "What is known of each province.",
        "REGIONS",
        "Region",
        &regions,
    )
}

/// `HSCW` as `Hscw`; the other zones are words already.
fn zone_name(zone: &str) -> String {
    if zone.chars().all(|letter| letter.is_ascii_uppercase()) {
        let lower = zone.to_lowercase();
        return lower;
    }
    zone.to_owned()
}

fn row_table(tables: &Tables) -> String {
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
}

fn row_literal(tables: &Tables, row: &Row) -> String {
    let gas = if row.gas.is_empty() {
        "None".to_owned()
    } else {
        format!("Some(GasClassId::{})", camel(&row.gas))
    };
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

fn row_ids(tables: &Tables) -> String {
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

fn row_families(tables: &Tables) -> String {
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

fn car_tables(tables: &Tables) -> String {
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

fn province_values(tables: &Tables) -> String {
    let quantities: Vec<_> = tables
        .families
        .iter()
        .filter(|family| family.kind != "rows")
        .collect();
    let mut variants = Vec::new();
    let mut table = Vec::new();
    for family in &quantities {
        let values: Vec<_> = tables
            .provinces
            .iter()
            .filter(|value| value.quantity == family.stem)
            .collect();
        let unit = values.first().map_or("", |value| value.unit.as_str());
        variants.push((camel(&family.stem), format!("`{}`, {unit}.", family.stem)));
        let cells: Vec<String> = tables
            .regions
            .iter()
            .map(|region| {
                let value = values.iter().find(|value| value.region == region.code);
                value.map_or("None".to_owned(), |value| {
                    format!(
                        "Some(ProvinceValue {{ {}, unit: {}, year: {}, confidence: Confidence::{}, {} }})",
                        numbers(&value.range),
                        unit_variant(&value.unit),
                        value.year,
                        camel(&value.confidence),
                        origin(tables, &value.origin)
                    )
                })
            })
            .collect();
        table.push(format!("[\n        {}\n    ]", cells.join(",\n        ")));
    }
    let mut code = enumeration(
        "What is known of provinces in numbers.",
        "ProvinceQuantity",
        &variants,
    );
    let _ = writeln!(
        code,
        "impl ProvinceQuantity {{\n    /// Every quantity.\n    pub const ALL: [ProvinceQuantity; {}] = [",
        variants.len()
    );
    for (variant, _) in &variants {
        let _ = writeln!(code, "        ProvinceQuantity::{variant},");
    }
    code.push_str("    ];\n    /// The quantity as written in tables.\n    pub const fn name(self) -> &'static str {\n        match self {\n");
    for ((variant, _), family) in variants.iter().zip(&quantities) {
        let _ = writeln!(
            code,
            "            ProvinceQuantity::{variant} => {:?},",
            family.stem
        );
    }
    code.push_str("        }\n    }\n}\n");
    let kind = format!("[Option<ProvinceValue>; {}]", tables.regions.len());
    code + &array(
        "Values by quantity, then by province.",
        "PROVINCE_VALUES",
        &kind,
        &table,
    )
}

fn share_tables(tables: &Tables) -> String {
    let groups: Vec<String> = share_groups(&tables.shares)
        .iter()
        .filter_map(|group| group.first().map(|first| share_group(tables, first, group)))
        .collect();
    array(
        "Shares of households by question and region.",
        "SHARE_GROUPS",
        "ShareGroup",
        &groups,
    )
}

fn share_group(tables: &Tables, first: &Share, group: &[&Share]) -> String {
    let shares: Vec<String> = group
        .iter()
        .map(|share| {
            format!(
                "Share {{ option: {:?}, {} }}",
                share.option,
                numbers(&share.range)
            )
        })
        .collect();
    let mut sources: Vec<String> = Vec::new();
    for id in group.iter().flat_map(|share| &share.origin.sources) {
        if !sources.contains(id) {
            sources.push(id.clone());
        }
    }
    // a group is as sure as its least sure share
    let rank = |share: &&Share| {
        STATUSES
            .iter()
            .position(|status| *status == share.origin.status)
    };
    let status = group
        .iter()
        .filter_map(rank)
        .max()
        .and_then(|rank| STATUSES.get(rank));
    let review_by = group
        .iter()
        .map(|share| share.origin.review_by.as_str())
        .min();
    format!(
        "ShareGroup {{ question: {:?}, region: {:?}, year: {}, confidence: Confidence::{}, sources: {}, status: Status::{}, review_by: {:?}, shares: &[{}] }}",
        first.question,
        first.region,
        first.year,
        camel(&first.confidence),
        source_list(tables, &sources),
        camel(status.copied().unwrap_or("unverified")),
        review_by.unwrap_or_default(),
        shares.join(", ")
    )
}

fn per_person_lines(tables: &Tables) -> String {
    let lines: Vec<String> = tables
        .lines
        .iter()
        .map(|line| {
            format!(
                "PerPersonLine {{ id: {:?}, line: {:?}, year: {}, {}, unit: {}, scope: {:?}, {} }}",
                line.id,
                line.line,
                line.year,
                numbers(&line.range),
                unit_variant(&line.unit),
                line.scope,
                origin(tables, &line.origin)
            )
        })
        .collect();
    array(
        "Published lines per person: household consumption only.",
        "PER_PERSON_LINES",
        "PerPersonLine",
        &lines,
    )
}

fn grid_intensity(tables: &Tables) -> String {
    let years: Vec<String> = tables
        .grid
        .iter()
        .map(|year| {
            format!(
                "GridYear {{ year: {}, {}, unit: {}, anchor: {}, {} }}",
                year.year,
                numbers(&year.range),
                unit_variant(&year.unit),
                year.anchor,
                origin(tables, &year.origin)
            )
        })
        .collect();
    array(
        "CO2 of the national grid, every year from the base year.",
        "GRID_INTENSITY",
        "GridYear",
        &years,
    )
}
