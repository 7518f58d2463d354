//! The methods page: scope, formulas, uncertainty, the ledger of every value, sources, conflicts,
//! versions, credits.

mod actions;
mod conflicts;
mod credits;
mod facts;
mod formulas;
mod ledger;
mod nation;
mod places;
pub mod priors;
mod unverified;
mod versions;

pub use actions::FILES;
pub use ledger::{CSV, csv};

use maud::{Markup, html};
use tanlu_model::Factors;

use crate::forms::{LineForms, forms, samples};
use crate::personas::Persona;
use crate::prose::{section, texts};
use crate::uses::{Use, listed_uses, uses};
use crate::words::Words;

/// What the pages need of the model, computed once for both languages.
#[derive(Clone, Debug)]
pub struct Model {
    /// The values.
    pub factors: Factors,
    /// Every line's formula.
    pub forms: Vec<LineForms>,
    /// What every row serves.
    pub uses: Vec<Use>,
    /// What every value that is no row serves.
    pub listed_uses: Vec<Use>,
}

impl Model {
    /// Runs the model on many households.
    pub fn compute() -> Model {
        let factors = Factors::central();
        let samples = samples(&factors);
        let uses = uses(&samples, &factors);
        Model {
            forms: forms(&samples, &factors),
            listed_uses: listed_uses(&samples, &factors, &uses),
            uses,
            factors,
        }
    }
}

/// The sections that the page's own list of contents names, by the id of their headings.
const SECTIONS: [&str; 13] = [
    "scope",
    "twice",
    "formulas",
    "uncertainty",
    "ledger",
    "actions",
    "provinces",
    "nation",
    "unverified",
    "conflicts",
    "sources",
    "versions",
    "credits",
];

/// The content of the page.
pub fn page(words: &Words, model: &Model, personas: &[Persona]) -> Markup {
    html! {
        (texts(words, "methods"))
        nav class="contents" aria-label=(words.text("frame.contents")) {
            ul {
                @for section in SECTIONS {
                    li { a href={ "#" (section) } { (words.text(&format!("methods.{section}.title"))) } }
                }
            }
        }
        (section(words, "methods.scope"))
        (section(words, "methods.twice"))
        (part(words, "formulas", &formulas::formulas(words, model)))
        (part(words, "uncertainty", &priors::priors(words)))
        (part(words, "ledger", &ledger::ledger(words, model)))
        (part(words, "actions", &actions::actions(words, personas)))
        (part(words, "provinces", &places::places(words)))
        (part(words, "nation", &nation::nation(words)))
        (part(words, "unverified", &unverified::unverified(words)))
        (part(words, "conflicts", &conflicts::conflicts(words)))
        (part(words, "sources", &credits::sources(words)))
        (part(words, "versions", &versions::versions(words)))
        (part(words, "credits", &credits::credits(words)))
    }
}

/// A section with its heading, its texts, and what the tables say.
fn part(words: &Words, id: &str, content: &Markup) -> Markup {
    let key = format!("methods.{id}");
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words.of(&key, "title")) }
            (texts(words, &key))
            (content)
        }
    }
}
