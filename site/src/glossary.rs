//! The glossary: each term in a few plain sentences, with the other language's word beside it.

use maud::{Markup, html};

use crate::prose::texts;
use crate::words::Words;

/// The terms, by the letter in English; the Chinese page sorts them by their sound, as `sound` in the words
/// gives it.
pub const TERMS: &[&str] = &[
    "adoption",
    "band",
    "budget",
    "carbon_intensity",
    "co2e",
    "consumption",
    "district_heat",
    "draws",
    "fair_part",
    "footprint",
    "grid_factor",
    "gwp100",
    "heat_pump",
    "household_consumption",
    "life_cycle",
    "median",
    "ndc",
    "neutrality",
    "non_fossil",
    "offset",
    "one_plus_n",
    "peak",
    "prior",
    "public_services",
    "rebound",
    "scenario",
    "sink",
    "territorial",
];

/// The content of the page.
pub fn page(words: &Words, other: &Words) -> Markup {
    let key = |term: &str, part: &str| format!("glossary.{term}.{part}");
    let mut terms = TERMS.to_vec();
    terms.sort_by_key(|term| words.text(&key(term, "sound")).to_lowercase());
    html! {
        (texts(words, "glossary"))
        dl class="glossary" {
            @for term in terms {
                dt id=(term) {
                    (words.text(&key(term, "name")))
                    " "
                    span class="note" lang=(other.lang.tag()) { (other.text(&key(term, "name"))) }
                }
                dd { (words.text(&key(term, "words"))) }
            }
        }
    }
}
