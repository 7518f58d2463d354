//! Units, sources and gas classes.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::shapes::{array, band, camel, enumeration, origin, public_source};
use crate::build::tables::{ROW_FILES_OF_ACTIONS, Row, Tables};
use crate::build::units;

pub(super) fn unit_enum(tables: &Tables) -> String {
    let rows = tables.rows.iter().map(|row| row.unit.as_str());
    let provinces = tables.provinces.iter().map(|value| value.unit.as_str());
    let others = [
        "tCO2e/person.year",
        "kgCO2/kWh",
        "MtCO2",
        "CNY/tCO2",
        "GtCO2",
        "person",
        "year",
        "1/year",
        "CNY",
        "CNY/year",
        "1",
    ];
    let totals = tables.totals.iter().map(|total| total.unit.as_str());
    let all = rows.chain(provinces).chain(totals).chain(others);
    let used: BTreeSet<&str> = all.collect();
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

/// Sources that are shown beside a result: the main source of a row that
/// changes results, or of a line per person.
pub(super) fn shown_sources(tables: &Tables) -> BTreeSet<String> {
    let in_results = |row: &&Row| !ROW_FILES_OF_ACTIONS.contains(&row.origin.place.file.as_str());
    let rows = tables.rows.iter().filter(in_results);
    let rows = rows.map(|row| &row.origin);
    let lines = tables.lines.iter().map(|line| &line.origin);
    let main = rows
        .chain(lines)
        .filter_map(|origin| origin.sources.first());
    main.cloned().collect()
}

/// Sources that can be looked up and that workings show besides: of a number of a province, of a share of
/// households, or of a row whose main source cannot be looked up.
pub(super) fn opened_sources(tables: &Tables) -> BTreeSet<String> {
    let provinces = tables.provinces.iter().map(|value| &value.origin);
    let shares = tables.shares.iter().map(|share| &share.origin);
    let rows = tables.rows.iter().map(|row| &row.origin);
    let all = provinces.chain(shares).chain(rows);
    all.filter_map(|origin| public_source(tables, origin))
        .cloned()
        .collect()
}

/// The bibliography; the first so many are shown beside results, the next so many in workings.
pub(super) fn source_table(tables: &Tables, shown: usize, opened: usize) -> String {
    let titled: Vec<String> = tables
        .sources
        .iter()
        .take(shown + opened)
        .map(|source| {
            format!(
                "Source {{ title_zh: {:?}, title_en: {:?}, url: {:?} }}",
                source.title_zh, source.title_en, source.url
            )
        })
        .collect();
    let (sources, more) = titled.split_at(shown.min(titled.len()));
    let no_publication = ["S_JUDGE", "S_UNVERIFIED"];
    let unpublished: Vec<String> = tables
        .sources
        .iter()
        .enumerate()
        .filter(|(_, source)| no_publication.contains(&source.id.as_str()))
        .map(|(at, _)| format!("SourceId({at})"))
        .collect();
    let facts: Vec<String> = tables
        .sources
        .iter()
        .map(|source| {
            format!(
                "SourceFacts {{ id: {:?}, title_zh: {:?}, title_en: {:?}, publisher: {:?}, year: {}, url: {:?}, licence: {:?}, url_note: {:?} }}",
                source.id,
                source.title_zh,
                source.title_en,
                source.publisher,
                source.year,
                source.url,
                source.licence,
                source.url_note
            )
        })
        .collect();
    array(
        "The sources that are shown beside results.",
        "SOURCES",
        "Source",
        sources,
    ) + &array(
        "The sources after them, which workings show besides.",
        "MORE_SOURCES",
        "Source",
        more,
    ) + &array(
        "The bibliography: all that is known of each source, the shown ones first.",
        "SOURCE_FACTS",
        "SourceFacts",
        &facts,
    ) + &array(
        "The sources that are no publication: judgements of ours, and values that nobody has checked.",
        "NO_PUBLICATION",
        "SourceId",
        &unpublished,
    )
}

pub(super) fn gas_class_table(tables: &Tables) -> String {
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
                "GasClass {{ co2: {:?}, domestic: {:?}, time_class: TimeClass::{}, electricity_part: {:?} }}",
                class.co2.value,
                class.domestic.value,
                camel(&class.time_class),
                class.electricity_part.value,
            )
        })
        .collect();
    let facts: Vec<String> = tables
        .gas_classes
        .iter()
        .map(|class| {
            format!(
                "GasClassFacts {{ id: {:?}, name_zh: {:?}, name_en: {:?}, co2: {}, domestic: {}, electricity_part: {}, note: {:?}, {} }}",
                class.id,
                class.name_zh,
                class.name_en,
                band(&class.co2),
                band(&class.domestic),
                band(&class.electricity_part),
                class.origin.note,
                origin(tables, &class.origin),
            )
        })
        .collect();
    enumeration(
        "Which gases an emission factor counts.",
        "GasClassId",
        &variants,
    ) + &array(
        "The gas classes, in the order of their ids: all that a calculation reads.",
        "GAS_CLASSES",
        "GasClass",
        &classes,
    ) + &array(
        "What is known of each gas class, in the same order.",
        "GAS_CLASS_FACTS",
        "GasClassFacts",
        &facts,
    )
}
