//! All results beside their bands, how these narrow, and what the results rest on.

use maud::{Markup, html};
use tanlu_model::Domain;
use tanlu_model::uncertainty::Quantiles;

use super::households::shown;
use super::link;
use crate::personas::Persona;
use crate::show::{exact, head, label, percent, quantiles, table, whole};
use crate::words::Words;

/// The two tables of results: of all consumption, and by part of life.
pub fn results(words: &Words, personas: &[Persona]) -> Markup {
    html! { (totals(words, personas)) (domains(words, personas)) }
}

/// Per person and household: the point value, the median, the band.
fn totals(words: &Words, personas: &[Persona]) -> Markup {
    let heads = ["point", "median", "band"].map(|head| words.of("benchmarks", head));
    table(
        "table-results",
        words.text("benchmarks.caption"),
        &html! {
            thead {
                tr {
                    th scope="col" rowspan="2" { (words.text("benchmarks.household")) }
                    th scope="col" rowspan="2" { (words.text("benchmarks.members")) }
                    @for of in ["per_person", "household"] {
                        th scope="colgroup" colspan="3" { (words.name(&["ui", of])) }
                    }
                }
                tr { @for _ in 0..2 { @for head in heads { th scope="col" { (head) } } } }
            }
            tbody {
                @for persona in personas {
                    @let (result, bands) = (&persona.footprint, &persona.bands);
                    tr {
                        th scope="row" { (link(words, persona)) }
                        td class="number" { (exact(result.members)) }
                        (beside(result.per_person_kg(), bands.per_person))
                        (beside(result.household_kg(), bands.household))
                    }
                }
            }
        },
    )
}

/// A point value beside its median and band, in three cells.
fn beside(point: f64, band: Quantiles) -> Markup {
    html! {
        td class="number" { b { (whole(point)) } }
        td class="number" { b { (whole(band.p50)) } }
        td class="number" { (quantiles(band)) }
    }
}

/// Each part of life: the point value, below it the median and the band.
fn domains(words: &Words, personas: &[Persona]) -> Markup {
    table(
        "table-domains",
        words.text("benchmarks.caption_domains"),
        &html! {
            thead {
                tr {
                    th scope="col" { (words.text("benchmarks.household")) }
                    @for domain in Domain::ALL { th scope="col" { (words.name(&["domain", domain.id()])) } }
                }
            }
            tbody {
                @for persona in personas {
                    tr {
                        th scope="row" { (link(words, persona)) }
                        @for (domain, band) in Domain::ALL.iter().zip(&persona.bands.domains) {
                            td class="number" {
                                b { (whole(persona.footprint.domain_kg(*domain))) }
                                p class="note" { (whole(band.p50)) }
                                p class="note" { (quantiles(*band)) }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// After how many questions the band is half as wide as the first one, and what the factors leave.
pub fn narrowing(words: &Words, personas: &[Persona]) -> Markup {
    let first = personas
        .first()
        .map_or(0.0, |persona| persona.narrowing.first);
    let caption = [
        ("first", html! { (whole(first)) }),
        ("half", html! { (whole(first / 2.0)) }),
    ];
    let columns = ["household", "until_half", "floor", "asked"];
    table(
        "table-narrowing",
        words.fill("benchmarks.caption_narrowing", &caption),
        &html! {
            (head(&columns.map(|column| words.of("benchmarks", column))))
            tbody {
                @for persona in personas {
                    @let narrowing = &persona.narrowing;
                    tr {
                        th scope="row" { (link(words, persona)) }
                        td class="number" {
                            @match narrowing.until_half {
                                Some(count) => { b { (count) } }
                                None => { b { (words.text("benchmarks.never")) } }
                            }
                        }
                        td class="number" { (whole(narrowing.floor)) }
                        td {
                            (asked(words, persona))
                        }
                    }
                }
            }
        },
    )
}

/// The questions in the order in which they were asked, and what was answered.
fn asked(words: &Words, persona: &Persona) -> Markup {
    let narrowing = &persona.narrowing;
    html! {
        ol {
            @for question in &narrowing.asked {
                @let (answer, by_default) = persona.answered(*question);
                li {
                    (label(words, *question)) " "
                    b { (shown(words, *question, &answer)) }
                    @if by_default { " " (words.text("benchmarks.as_default")) }
                }
            }
        }
        @if narrowing.until_half.is_none() { p class="note" { (words.text("benchmarks.and_more")) } }
    }
}

/// How much of each result rests on values that are not verified.
pub fn rests(words: &Words, personas: &[Persona]) -> Markup {
    let columns = [
        "household",
        "by_factor",
        "by_line",
        "by_default",
        "by_province",
    ];
    table(
        "table-rests",
        words.text("benchmarks.caption_rests"),
        &html! {
            (head(&columns.map(|column| words.of("benchmarks", column))))
            tbody {
                @for persona in personas {
                    @let found = &persona.unverified;
                    tr {
                        th scope="row" { (link(words, persona)) }
                        @for kg in [found.by_factor, found.by_line, found.by_default, found.by_province] {
                            td class="number" { (percent(words.lang, kg / found.total)) }
                        }
                    }
                }
            }
        },
    )
}
