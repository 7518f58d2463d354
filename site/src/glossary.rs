//! The glossary: the terms of these pages and the calculator in plain words, in the order of the language.

use maud::{Markup, html};

use crate::figures::Figures;
use crate::frame::Page;
use crate::prose::{texts, values};
use crate::words::Words;

/// A term.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its id in words and addresses.
    pub id: &'static str,
    /// What texts call the link to it.
    pub link: &'static str,
    /// Terms to see besides.
    pub see: &'static [&'static str],
}

macro_rules! terms {
    ($($id:literal: $($see:literal),+;)*) => {
        &[$(Term { id: $id, link: concat!("g_", $id), see: &[$($see),+] }),*]
    };
}

/// Every term, with those to see besides.
pub const TERMS: &[Term] = terms! {
    "peak": "peak_confirmed", "neutrality", "territorial";
    "peak_confirmed": "peak";
    "neutrality": "sink", "peak", "offset";
    "one_plus_n": "peak", "neutrality";
    "ndc": "co2e", "peak";
    "carbon_intensity": "peak";
    "non_fossil": "grid_factor";
    "scenario": "adoption", "budget";
    "budget": "scenario", "per_person_line";
    "per_person_line": "household_consumption", "budget";
    "carbon_market": "offset", "one_plus_n";
    "same_origin": "heat_pump";
    "footprint": "life_cycle", "co2e", "consumption";
    "co2e": "gwp100";
    "gwp100": "co2e";
    "life_cycle": "footprint", "emission_factor";
    "territorial": "consumption", "peak";
    "consumption": "territorial", "footprint";
    "household_consumption": "public_services", "per_person_line";
    "public_services": "household_consumption";
    "emission_factor": "grid_factor", "life_cycle";
    "grid_factor": "emission_factor", "green_power", "non_fossil";
    "green_power": "grid_factor";
    "district_heat": "heat_pump";
    "heat_pump": "district_heat", "grid_factor";
    "sink": "neutrality", "offset";
    "offset": "sink", "carbon_market";
    "rebound": "joint_effect";
    "joint_effect": "fair_part", "rebound";
    "fair_part": "joint_effect";
    "adoption": "scenario";
    "band": "median", "draws";
    "median": "band", "point_estimate";
    "point_estimate": "median";
    "draws": "prior", "band";
    "prior": "draws";
};

/// A link to a term, in the words that stand in the middle of a sentence.
fn link(words: &Words, term: &str) -> Markup {
    let page = Page::Glossary.file(words.lang);
    html! { a href={ (page) "#" (term) } { (words.text(&format!("term.{term}.name"))) } }
}

/// What texts may name in braces: `{g_peak}` is a link to the term `peak`.
pub fn links(words: &Words) -> impl Iterator<Item = (&'static str, Markup)> {
    TERMS.iter().map(|term| (term.link, link(words, term.id)))
}

/// The first letter as a heading has it.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The terms with what they are sorted by: pinyin, which the words give, or letters.
fn sorted(words: &Words) -> Vec<(&str, &'static Term)> {
    let key = |term: &Term| words.text(&format!("term.{}.sort", term.id));
    let mut terms: Vec<_> = TERMS.iter().map(|term| (key(term), term)).collect();
    terms.sort_unstable_by_key(|(key, _)| *key);
    terms
}

/// The letter under which a term stands.
fn letter(sort: &str) -> char {
    sort.chars().next().unwrap_or_default().to_ascii_uppercase()
}

/// The content of the page; `other` has the terms of the other language.
pub fn page(words: &Words, other: &Words, figures: &Figures) -> Markup {
    let terms = sorted(words);
    let letters: Vec<_> = terms
        .chunk_by(|(one, _), (next, _)| letter(one) == letter(next))
        .filter_map(|terms| Some((letter(terms.first()?.0), terms)))
        .collect();
    html! {
        (texts(words, "glossary"))
        nav class="contents" aria-label=(words.text("frame.contents")) {
            ul { @for (letter, _) in &letters { li { a href={ "#letter-" (letter) } { (letter) } } } }
        }
        @for (letter, terms) in &letters {
            section class="terms" aria-labelledby={ "letter-" (letter) } {
                h2 id={ "letter-" (letter) } { (letter) }
                @for (_, term) in *terms { (entry(words, other, figures, term)) }
            }
        }
    }
}

fn entry(words: &Words, other: &Words, figures: &Figures, term: &Term) -> Markup {
    let key = |part: &str| format!("term.{}.{part}", term.id);
    let mut values = values(words);
    values.extend(figures.values(words.lang));
    html! {
        div class="term" {
            h3 id=(term.id) { (capital(words.text(&key("name")))) }
            p class="twin" lang=(other.lang.tag()) { (other.text(&key("name"))) }
            p { (words.fill(&key("text"), &values)) }
            p class="see" {
                (words.text("glossary.see"))
                @for (at, see) in term.see.iter().enumerate() {
                    @if at > 0 { (words.name(&["ui", "list_comma"])) }
                    (link(words, see))
                }
            }
        }
    }
}
