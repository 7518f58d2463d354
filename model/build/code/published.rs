//! Published totals, and what they are totals of.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::shapes::{array, camel, enumeration, origin, unit_variant};
use crate::build::tables::Tables;

pub(super) fn totals(tables: &Tables) -> String {
    let quantities: BTreeSet<&str> = tables
        .totals
        .iter()
        .map(|total| total.quantity.as_str())
        .collect();
    let variants: Vec<_> = quantities
        .iter()
        .map(|quantity| (camel(quantity), format!("`{quantity}`.")))
        .collect();
    let mut code = enumeration(
        "What a published total is a total of.",
        "TotalQuantity",
        &variants,
    );
    code.push_str("impl TotalQuantity {\n    /// The quantity as written in the table.\n    pub const fn id(self) -> &'static str {\n        match self {\n");
    for quantity in &quantities {
        let _ = writeln!(
            code,
            "            TotalQuantity::{} => {quantity:?},",
            camel(quantity)
        );
    }
    code.push_str("        }\n    }\n}\n");
    code + &array(
        "Published totals, in the order of the table.",
        "PUBLISHED_TOTALS",
        "PublishedTotal",
        &written(tables),
    )
}

fn written(tables: &Tables) -> Vec<String> {
    let province = |code: &str| {
        let region = tables.regions.iter().find(|region| region.code == code);
        region.map_or("None".to_owned(), |region| {
            format!("Some(Province::{})", camel(&region.short_en))
        })
    };
    let totals = tables.totals.iter();
    totals
        .map(|total| {
            format!(
                "PublishedTotal {{ id: {:?}, name_zh: {:?}, name_en: {:?}, quantity: TotalQuantity::{}, \
                 province: {}, value: {:?}, unit: {}, year: {}, circular: {}, ratio_low: {:?}, \
                 ratio_high: {:?}, why_zh: {:?}, why_en: {:?}, note: {:?}, {} }}",
                total.id,
                total.name_zh,
                total.name_en,
                camel(&total.quantity),
                province(&total.region),
                total.value,
                unit_variant(&total.unit),
                total.year,
                total.circular,
                total.ratio_low,
                total.ratio_high,
                total.why_zh,
                total.why_en,
                total.origin.note,
                origin(tables, &total.origin)
            )
        })
        .collect()
}
