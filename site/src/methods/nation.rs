//! Classes of gases, the future grid, the nation's CO2, and lines per person.

use maud::{Markup, html};
use tanlu_model::rows::{
    Band, GAS_CLASS_FACTS, GRID_INTENSITY, GridYear, NATIONAL_CO2, PER_PERSON_LINES, SCENARIOS,
    SourceId, Unit,
};

use super::facts::facts;
use crate::show::{exact, head, range, sources, status, table, unique_sources, unit};
use crate::words::Words;

/// The tables.
pub fn nation(words: &Words) -> Markup {
    html! {
        h3 { (words.text("gas.title")) }
        (gases(words))
        h3 { (words.text("per_person.title")) }
        (per_person(words))
        h3 { (words.text("years.title")) }
        (scenarios(words))
        (years(words))
        h3 { (words.text("fact.title")) }
        (facts(words))
    }
}

fn part(band: Band) -> Markup {
    html! { (exact(band.value)) (note(band)) }
}

/// A range, where there is one.
fn note(band: Band) -> Markup {
    html! { @if band.low < band.high { p class="note" { (range(band)) } } }
}

fn gases(words: &Words) -> Markup {
    let columns = [
        "class",
        "co2",
        "domestic",
        "time_class",
        "electricity",
        "known",
    ];
    table(
        "table-gases",
        words.text("gas.caption"),
        &html! {
            (head(&columns.map(|column| words.of("gas", column))))
            tbody {
                @for (facts, class) in GAS_CLASS_FACTS.iter().zip(tanlu_model::rows::GAS_CLASSES.iter()) {
                    tr id={ "gas-" (facts.id) } {
                        th scope="row" { (words.lang.pick(facts.name_zh, facts.name_en)) " " code { (facts.id) } }
                        td class="number" { (part(facts.co2)) }
                        td class="number" { (part(facts.domestic)) }
                        td { (words.of("time_class", &format!("{:?}", class.time_class))) }
                        td class="number" { (part(facts.electricity_part)) }
                        td {
                        (status(words, facts.status)) (sources(words.lang, facts.sources))
                        p class="note" lang="en" { (facts.note) }
                    }
                    }
                }
            }
        },
    )
}

fn per_person(words: &Words) -> Markup {
    let columns = ["line", "year", "value", "scope", "known"];
    table(
        "table-per-person",
        words.text("per_person.caption"),
        &html! {
            (head(&columns.map(|column| words.of("per_person", column))))
            tbody {
                @for line in &PER_PERSON_LINES {
                    @let band = Band { value: line.value, low: line.low, high: line.high };
                    tr {
                        th scope="row" { (line.study) " " code { (line.id) } }
                        td { (line.year) }
                        td class="number" { b { (exact(line.value)) } " " (unit(words, line.unit)) p class="note" { (range(band)) } }
                        td { (words.of("boundary", line.scope)) }
                        td { (status(words, line.status)) (sources(words.lang, line.sources)) }
                    }
                }
            }
        },
    )
}

fn scenarios(words: &Words) -> Markup {
    table(
        "table-scenarios",
        words.text("scenario.caption"),
        &html! {
            (head(&["scenario", "known"].map(|column| words.of("scenario", column))))
            tbody {
                @for scenario in &SCENARIOS {
                    tr {
                        th scope="row" { (words.lang.pick(scenario.name_zh, scenario.name_en)) " " code { (scenario.id) } }
                        td { (status(words, scenario.status)) (sources(words.lang, scenario.sources)) }
                    }
                }
            }
        },
    )
}

/// The nation's grid and CO2 by year.
fn years(words: &Words) -> Markup {
    let of_unit = |key: &str, of: Unit| words.fill(key, &[("unit", html! { (unit(words, of)) })]);
    let grid = GRID_INTENSITY.first().map_or(Unit::One, |year| year.unit);
    let co2 = NATIONAL_CO2.first().map_or(Unit::One, |year| year.unit);
    html! {
        (table("table-years", words.text("years.caption"), &html! {
            thead {
                tr {
                    th scope="col" { (words.text("years.year")) }
                    th scope="col" { (of_unit("years.grid", grid)) }
                    th scope="col" { (of_unit("years.history", co2)) }
                    @for scenario in &SCENARIOS {
                        th scope="col" { (words.lang.pick(scenario.name_zh, scenario.name_en)) }
                    }
                }
            }
            tbody { @for year in &GRID_INTENSITY { (year_row(year)) } }
        }))
        p { (words.text("years.sources")) }
        (sources(words.lang, &every_source()))
    }
}

fn year_row(grid: &GridYear) -> Markup {
    let of = |scenario| {
        let known = NATIONAL_CO2
            .iter()
            .find(|known| known.year == grid.year && known.scenario == scenario);
        known.map(|known| exact(known.value)).unwrap_or_default()
    };
    html! {
        tr {
            th scope="row" { (grid.year) }
            td class="number" {
                @if grid.anchor { b { (exact(grid.value)) } } @else { (exact(grid.value)) }
                (note(Band { value: grid.value, low: grid.low, high: grid.high }))
            }
            td class="number" { (of(None)) }
            @for scenario in &SCENARIOS { td class="number" { (of(Some(scenario.scenario))) } }
        }
    }
}

fn every_source() -> Vec<SourceId> {
    let grid = GRID_INTENSITY.iter().flat_map(|year| year.sources);
    let co2 = NATIONAL_CO2.iter().flat_map(|year| year.sources);
    unique_sources(grid.chain(co2))
}
