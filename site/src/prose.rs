//! Sections of plain text, from the numbered texts of `locales/pages`.

use maud::{Markup, html};
use tanlu_model::population::HOUSEHOLDS;
use tanlu_model::uncertainty::{DRAWS, SEED};
use tanlu_model::{BASE_YEAR, MODEL_VERSION};

use crate::frame::{Page, app};
use crate::glossary;
use crate::show::exact;
use crate::words::Words;

/// What texts may name in braces: links to other pages and terms, and what is the same on every page.
pub fn values(words: &Words) -> Vec<(&'static str, Markup)> {
    let mut values = vec![
        ("model", html! { (MODEL_VERSION) }),
        ("year", html! { (BASE_YEAR) }),
        ("seed", html! { (SEED) }),
        ("draws", html! { (exact(DRAWS as f64)) }),
        ("homes", html! { (HOUSEHOLDS) }),
        (
            "app",
            html! { a href=(app(words.lang)) { (words.text("frame.app")) } },
        ),
    ];
    let command = |words: &'static str| html! { code { (words) } };
    values.extend([
        ("estimate", command("tanlu estimate FILE")),
        ("reconcile", command("tanlu reconcile")),
        ("check", command("tanlu factors --check FILE")),
    ]);
    values.extend(Page::ALL.map(|page| (page.id(), page.link(words))));
    values.extend(glossary::links(words));
    values
}

/// A section with its heading. A text whose number ends in a letter is an item of a list.
pub fn section(words: &Words, section: &str) -> Markup {
    let id = section.rsplit('.').next().unwrap_or(section);
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (words.of(section, "title")) }
            (texts(words, section))
        }
    }
}

/// The numbered texts of a section: paragraphs and lists.
pub fn texts(words: &Words, section: &str) -> Markup {
    let values = values(words);
    let texts = words.section(section);
    let is_item = |key: &str| key.ends_with(|last: char| last.is_ascii_lowercase());
    html! {
        @for part in texts.chunk_by(|(one, _), (next, _)| is_item(one) && is_item(next)) {
            @if part.iter().any(|(key, _)| is_item(key)) {
                ul class="list" {
                    @for (key, _) in part { li { (words.fill(key, &values)) } }
                }
            } @else {
                @for (key, _) in part { p { (words.fill(key, &values)) } }
            }
        }
    }
}
