//! The benchmarks page: households that anyone can key in elsewhere, with their results; how sure
//! these are, what they rest on, and how the whole population agrees with published totals.

mod households;
mod reconciliation;
mod results;

use anyhow::Result;
use maud::{Markup, html};
use std::path::Path;
use tanlu_model::Factors;
use tanlu_model::reconciliation::{Comparison, reconcile};

use crate::personas::{self, Persona};
use crate::prose::texts;
use crate::words::Words;

/// What the page says, computed once for both languages.
#[derive(Clone, Debug)]
pub struct Benchmarks {
    /// The households.
    pub personas: Vec<Persona>,
    /// Published totals with the model's own.
    pub totals: Vec<Comparison>,
}

impl Benchmarks {
    /// Runs the model.
    ///
    /// # Errors
    /// When a persona cannot be read.
    pub fn compute(root: &Path, factors: &Factors) -> Result<Benchmarks> {
        Ok(Benchmarks {
            personas: personas::read(root, factors)?,
            totals: reconcile(factors),
        })
    }
}

/// The sections before the households, by the id of their headings.
const SECTIONS: [&str; 5] = ["results", "narrowing", "rests", "repeat", "reconciliation"];

/// The content of the page.
pub fn page(words: &Words, benchmarks: &Benchmarks) -> Markup {
    let personas = &benchmarks.personas;
    html! {
        (texts(words, "benchmarks"))
        nav class="contents" aria-label=(words.text("frame.contents")) {
            ul {
                @for section in SECTIONS {
                    li { a href={ "#" (section) } { (words.text(&format!("benchmarks.{section}.title"))) } }
                }
                @for persona in personas { li { a href={ "#" (persona.id) } { (name(words, persona)) } } }
            }
        }
        (part(words, "results", &results::results(words, personas)))
        (part(words, "narrowing", &results::narrowing(words, personas)))
        (part(words, "rests", &results::rests(words, personas)))
        (part(words, "repeat", &html! {}))
        (part(words, "reconciliation", &reconciliation::reconciliation(words, &benchmarks.totals)))
        @for persona in personas { (households::section(words, persona)) }
    }
}

/// A section with its heading, its texts, and what was computed.
fn part(words: &Words, id: &str, content: &Markup) -> Markup {
    let key = format!("benchmarks.{id}");
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words.of(&key, "title")) }
            (texts(words, &key))
            (content)
        }
    }
}

fn name<'a>(words: &'a Words, persona: &Persona) -> &'a str {
    words.text(&format!("persona.{}.name", persona.id))
}

/// A household's name, linked to its answers.
fn link(words: &Words, persona: &Persona) -> Markup {
    html! { a href={ "#" (persona.id) } { (name(words, persona)) } }
}
