//! Facts of the nation that the pages tell and no calculation needs.

use maud::{Markup, html};
use tanlu_model::rows::{FACTS_TOLD, Fact, Unit};

use crate::figures;
use crate::show::{by_the_billion, exact, head, sources, status, table, told, unit};
use crate::words::Words;

/// Whether a unit is said with the value, or there is none to say.
fn said(unit: Unit) -> bool {
    let said = [
        Unit::One,
        Unit::Year,
        Unit::MegatonneCo2,
        Unit::GigatonneCo2,
    ];
    said.contains(&unit)
}

/// The table of facts.
pub fn facts(words: &Words) -> Markup {
    let columns = ["fact", "year", "value", "known"];
    table(
        "table-facts",
        words.text("fact.caption"),
        &html! {
            (head(&columns.map(|column| words.of("fact", column))))
            tbody {
                @for fact in FACTS_TOLD {
                    tr id={ "fact-" (fact.id) } {
                        th scope="row" { (words.lang.pick(fact.name_zh, fact.name_en)) " " code { (fact.id) } }
                        td { (fact.year) }
                        td class="number" { b { (figure(words, fact)) } @if !said(fact.unit) { " " (unit(words, fact.unit)) } }
                        td {
                            (status(words, fact.status)) (sources(words.lang, fact.sources))
                            @if !fact.note.is_empty() { p class="note" lang="en" { (fact.note) } }
                        }
                    }
                }
            }
        },
    )
}

/// A fact's value; what is counted by the billion is told in the unit beside it.
fn figure(words: &Words, fact: &'static Fact) -> String {
    if by_the_billion(fact.unit) {
        exact(told(words.lang, fact.band.value, fact.unit))
    } else {
        figures::fact(words.lang, fact)
    }
}
