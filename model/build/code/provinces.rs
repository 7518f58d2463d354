//! Provinces and their numbers.

use std::fmt::Write;

use super::shapes::{array, camel, enumeration, numbers, origin, unit_variant};
use crate::build::tables::{Region, Tables};

pub(super) fn province_enum(tables: &Tables) -> String {
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
        "/// Every province, in the order of the official lists.\npub const PROVINCES: [Province; {}] = [",
        variants.len()
    );
    for (variant, _) in &variants {
        let _ = writeln!(code, "    Province::{variant},");
    }
    code.push_str("];\n");
    let _ = writeln!(
        code,
        "/// Their codes, in the same order.\npub const PROVINCE_CODES: [&str; {}] = [",
        variants.len()
    );
    for region in &tables.regions {
        let _ = writeln!(code, "    {:?},", region.code);
    }
    code.push_str("];\n");
    let _ = writeln!(
        code,
        "/// Their heating zones, in the same order.\npub const PROVINCE_ZONES: [Zone; {}] = [",
        variants.len()
    );
    for region in &tables.regions {
        let _ = writeln!(code, "    Zone::{},", camel(&zone_name(&region.zone)));
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

pub(super) fn province_values(tables: &Tables) -> String {
    let quantities: Vec<_> = tables
        .families
        .iter()
        .filter(|family| family.kind != "rows")
        .collect();
    let mut variants = Vec::new();
    let mut table = Vec::new();
    let mut central = Vec::new();
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
        let numbers: Vec<String> = tables
            .regions
            .iter()
            .map(|region| {
                let value = values.iter().find(|value| value.region == region.code);
                value.map_or("f64::NAN".to_owned(), |value| {
                    format!("{:?}", value.range.value)
                })
            })
            .collect();
        central.push(format!("[{}]", numbers.join(", ")));
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
    ) + &array(
        "Central values by quantity, then by province, NaN where there is none: all that a calculation reads.",
        "PROVINCE_NUMBERS",
        &format!("[f64; {}]", tables.regions.len()),
        &central,
    )
}
