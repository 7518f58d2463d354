//! The page of what the paths rest on: the nation's history, published paths, budgets, assumptions, adoption.

use maud::{Markup, html};
use tanlu_model::choice::Choice;
use tanlu_model::pathway::levers::Lever;
use tanlu_model::pathway::nation::{BEHIND, equal_share_gt, measured};
use tanlu_model::rows::{
    ADOPTION, ADOPTION_FACTS, Adoption, AdoptionFacts, Band, CARBON_BUDGETS, DataSet,
    NATIONAL_ASSUMPTIONS, NATIONAL_HISTORY, PUBLISHED_PATHS, PublishedPoint, SourceId,
};

use crate::frame::Page;
use crate::prose::texts;
use crate::show::{
    exact, head, percent, range, sources_on, status, table, unique_sources, unit, whole,
};
use crate::words::Words;

/// The content of the page.
pub fn page(words: &Words) -> Markup {
    let part = |id: &str, content: Markup| {
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (words.of(id, "title")) }
                (content)
            }
        }
    };
    html! {
        (texts(words, "nation"))
        p { a href={ (Page::Methods.file(words.lang)) "#ledger" } { (words.text("nation.ledger")) } }
        (part("history", history(words)))
        (part("paths", paths(words)))
        (part("budgets", budgets(words)))
        (part("assumed", assumed(words)))
        (part("adoption", html! { p { (words.text("adoption.formula")) } (adoption(words)) }))
        (part("levers", html! {
            ul { @for lever in Lever::ALL { li { (words.of("lever", lever.id())) } } }
        }))
    }
}

fn history(words: &Words) -> Markup {
    let all = NATIONAL_HISTORY.iter().flat_map(|year| year.sources);
    html! {
        (table("table-history", words.text("history.caption"), &html! {
            thead {
                tr {
                    th scope="col" { (words.text("years.year")) }
                    @for set in DataSet::ALL { th scope="col" { (words.of("data_set", set.id())) } }
                }
            }
            tbody {
                @for year in BEHIND {
                    tr {
                        th scope="row" { (year) }
                        @for set in DataSet::ALL {
                            td class="number" { @if let Some(mt) = measured(set, year) { (exact(mt)) } }
                        }
                    }
                }
            }
        }))
        p { (words.text("years.sources")) }
        (cited(words, &unique_sources(all)))
    }
}

/// Sources as links to the bibliography of the methods page.
fn cited(words: &Words, sources: &[SourceId]) -> Markup {
    sources_on(&Page::Methods.file(words.lang), words.lang, sources)
}

/// A point as published.
fn point(point: &PublishedPoint) -> Markup {
    html! {
        (point.year) ": "
        @if let Some(mt) = point.value { (exact(mt)) }
        @if let Some((low, high)) = point.range { " (" (exact(low)) "–" (exact(high)) ")" }
    }
}

fn paths(words: &Words) -> Markup {
    let columns = ["path", "counts", "points", "known"];
    table(
        "table-paths",
        words.text("paths.caption"),
        &html! {
            (head(&columns.map(|column| words.of("paths", column))))
            tbody {
                @for path in &PUBLISHED_PATHS {
                    tr {
                        th scope="row" { (words.lang.pick(path.name_zh, path.name_en)) " " code { (path.id) } }
                        td { (words.of("metric", &format!("{:?}", path.metric))) }
                        td { @for of in path.points { div { (point(of)) " " (status(words, of.status)) } } }
                        td {
                            (cited(words, path.sources))
                            p class="note" lang="en" { (path.note) }
                        }
                    }
                }
            }
        },
    )
}

fn budgets(words: &Words) -> Markup {
    let columns = ["warming", "chance", "world", "share", "known"];
    table(
        "table-budgets",
        words.text("budgets.caption"),
        &html! {
            (head(&columns.map(|column| words.of("budgets", column))))
            tbody {
                @for budget in &CARBON_BUDGETS {
                    tr {
                        th scope="row" { (exact(budget.warming)) }
                        td class="number" { (exact(budget.probability)) "%" }
                        td class="number" { (exact(budget.value)) }
                        td class="number" { @if let Some(gt) = equal_share_gt(budget) { (whole(gt)) } }
                        td { (status(words, budget.status)) (cited(words, budget.sources)) }
                    }
                }
            }
        },
    )
}

fn assumed(words: &Words) -> Markup {
    let columns = ["name", "value", "known"];
    table(
        "table-assumed",
        words.text("assumed.caption"),
        &html! {
            (head(&columns.map(|column| words.of("assumed", column))))
            tbody {
                @for row in &NATIONAL_ASSUMPTIONS {
                    tr {
                        th scope="row" { (words.lang.pick(row.name_zh, row.name_en)) }
                        td class="number" {
                            b { (exact(row.band.value)) } " " (unit(words, row.unit))
                            p class="note" { (range(row.band)) }
                        }
                        td {
                            (status(words, row.status)) (cited(words, row.sources))
                            p class="note" lang="en" { (row.note) }
                        }
                    }
                }
            }
        },
    )
}

/// A share with its range.
fn share(words: &Words, band: Band) -> Markup {
    html! {
        (percent(words.lang, band.value))
        @if band.low < band.high {
            p class="note" { (percent(words.lang, band.low)) "–" (percent(words.lang, band.high)) }
        }
    }
}

/// A number with its range.
fn number(band: Band) -> Markup {
    html! {
        (exact(band.value))
        @if band.low < band.high { p class="note" { (range(band)) } }
    }
}

/// A year of the calendar with its range.
fn calendar_year(band: Band) -> Markup {
    let year = |value: f64| value.to_string();
    html! {
        (year(band.value))
        @if band.low < band.high { p class="note" { (year(band.low)) "–" (year(band.high)) } }
    }
}

fn adoption(words: &Words) -> Markup {
    let columns = [
        "row", "able", "start", "ceiling", "rate", "middle", "life", "rebound", "assumed", "known",
    ];
    table(
        "table-adoption",
        words.text("adoption.caption"),
        &html! {
            (head(&columns.map(|column| words.of("adoption", column))))
            tbody { @for (row, facts) in ADOPTION.iter().zip(&ADOPTION_FACTS) { (adopted(words, row, facts)) } }
        },
    )
}

fn adopted(words: &Words, row: &Adoption, facts: &AdoptionFacts) -> Markup {
    html! {
        tr id={ "adoption-" (row.id) } {
            th scope="row" { code { (row.id) } p class="note" lang="en" { (facts.share_of) } }
            td class="number" {
                (share(words, row.eligible))
                p class="note" { (words.of("follows", &format!("{:?}", row.follows))) }
            }
            td class="number" { (percent(words.lang, row.start)) p class="note" { (row.start_year) } }
            td class="number" { (share(words, row.ceiling)) }
            td class="number" { (number(row.rate)) }
            td class="number" { (calendar_year(row.middle)) }
            td class="number" { @if row.life.value > 0.0 { (number(row.life)) } }
            td class="number" { (share(words, row.rebound)) }
            td {
                (words.of("in_scenario", &format!("{:?}", row.in_scenario)))
                @if let Some(other) = row.fades_with {
                    p class="note" { (words.text("adoption.fades")) " " code { (other) } }
                }
            }
            td {
                (status(words, facts.status)) (cited(words, facts.sources))
                p class="note" lang="en" { (facts.note) }
            }
        }
    }
}
