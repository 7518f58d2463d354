//! Shares, lines per person, the future grid, the nation's CO2 by scenario.

use std::fmt::Write;

use super::shapes::{array, band, camel, enumeration, numbers, origin, source_list, unit_variant};
use crate::build::checks::groups::{HISTORY, share_groups};
use crate::build::tables::{STATUSES, Share, Tables};

/// A constant for each question, so that a program holds those that it names; and all of them.
pub(super) fn share_tables(tables: &Tables) -> String {
    let groups = share_groups(&tables.shares);
    let mut questions: Vec<&str> = Vec::new();
    for first in groups.iter().filter_map(|group| group.first()) {
        if !questions.contains(&first.question.as_str()) {
            questions.push(&first.question);
        }
    }
    let mut code = String::from(
        "/// Shares of households by question.\npub mod share {\n    use super::{Share, ShareGroup};\n",
    );
    let (mut all, mut facts) = (Vec::new(), Vec::new());
    for question in questions {
        let of_question = |group: &&Vec<&Share>| {
            let first = group.first();
            first.is_some_and(|first| first.question == question)
        };
        let mut written = Vec::new();
        for group in groups.iter().filter(of_question) {
            if let Some(first) = group.first() {
                written.push(share_group(first, group));
                facts.push(share_facts(tables, first, group));
            }
        }
        let name = question.to_uppercase();
        let _ = writeln!(
            code,
            "    /// `{question}` by region.\n    pub static {name}: &[ShareGroup] = &[\n        {},\n    ];",
            written.join(",\n        ")
        );
        all.push(format!("share::{name}"));
    }
    code.push_str("}\n");
    code + &array(
        "All shares of households, by question.",
        "SHARE_GROUPS",
        "&[ShareGroup]",
        &all,
    ) + &array(
        "What is known of each group of shares, in the same order.",
        "SHARE_FACTS",
        "ShareFacts",
        &facts,
    )
}

fn share_group(first: &Share, group: &[&Share]) -> String {
    let shares: Vec<String> = group
        .iter()
        .map(|share| {
            format!(
                "Share {{ option: {:?}, value: {:?} }}",
                share.option, share.range.value
            )
        })
        .collect();
    format!(
        "ShareGroup {{ question: {:?}, region: {:?}, shares: &[{}] }}",
        first.question,
        first.region,
        shares.join(", ")
    )
}

fn share_facts(tables: &Tables, first: &Share, group: &[&Share]) -> String {
    let bands: Vec<String> = group.iter().map(|share| band(&share.range)).collect();
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
        "ShareFacts {{ year: {}, confidence: Confidence::{}, sources: {}, status: Status::{}, review_by: {:?}, bands: &[{}] }}",
        first.year,
        camel(&first.confidence),
        source_list(tables, &sources),
        camel(status.copied().unwrap_or("unverified")),
        review_by.unwrap_or_default(),
        bands.join(", ")
    )
}

pub(super) fn per_person_lines(tables: &Tables) -> String {
    let lines: Vec<String> = tables
        .lines
        .iter()
        .map(|line| {
            format!(
                "PerPersonLine {{ id: {:?}, line: {:?}, study: {:?}, year: {}, {}, unit: {}, scope: {:?}, {} }}",
                line.id,
                line.line,
                line.study,
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

pub(super) fn grid_intensity(tables: &Tables) -> String {
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

/// The variant of a scenario, `MODEL_OFFICIAL` as `ModelOfficial`.
pub(super) fn scenario_variant(id: &str) -> String {
    camel(&id.to_lowercase())
}

pub(super) fn scenarios(tables: &Tables) -> String {
    let variants: Vec<_> = tables
        .scenarios
        .iter()
        .map(|scenario| {
            let doc = format!("{} ({}).", scenario.name_en, scenario.name_zh);
            (scenario_variant(&scenario.id), doc)
        })
        .collect();
    let details: Vec<String> = tables
        .scenarios
        .iter()
        .map(|scenario| {
            format!(
                "ScenarioDetails {{ scenario: Scenario::{}, id: {:?}, name_zh: {:?}, name_en: {:?}, {} }}",
                scenario_variant(&scenario.id),
                scenario.id,
                scenario.name_zh,
                scenario.name_en,
                origin(tables, &scenario.origin)
            )
        })
        .collect();
    enumeration("A path of the nation's CO2.", "Scenario", &variants)
        + &array(
            "The scenarios, in the order of their variants.",
            "SCENARIOS",
            "ScenarioDetails",
            &details,
        )
}

pub(super) fn national_co2(tables: &Tables) -> String {
    let years: Vec<String> = tables
        .national_co2
        .iter()
        .map(|year| {
            let scenario = if year.scenario == HISTORY {
                "None".to_owned()
            } else {
                format!("Some(Scenario::{})", scenario_variant(&year.scenario))
            };
            format!(
                "NationalCo2 {{ scenario: {scenario}, year: {}, value: {:?}, unit: {}, {} }}",
                year.year,
                year.value,
                unit_variant(&year.unit),
                origin(tables, &year.origin)
            )
        })
        .collect();
    array(
        "The nation's territorial CO2: history from the base year, then each scenario to 2060.",
        "NATIONAL_CO2",
        "NationalCo2",
        &years,
    )
}
