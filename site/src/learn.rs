//! The page of learning: short cards, each with a figure, its source and something to try; then a quiz.

mod figures;
mod quiz;

pub use figures::Figures;
pub use quiz::{QUESTIONS, Question};

use maud::{Markup, html};
use tanlu_model::rows::SourceId;

use crate::frame::app;
use crate::prose::texts;
use crate::show::sources_on;
use crate::words::Words;

/// A card: what it is about, the figure that it shows large, where that comes from, and the screen of the
/// app on which to try something.
pub struct Card {
    /// Its id in words and in the address.
    pub id: &'static str,
    /// The figure, by its name among [`Figures`].
    pub figure: &'static str,
    /// Sources by their ids.
    pub sources: &'static [&'static str],
    /// The screen, by its address.
    pub screen: &'static str,
}

const fn card(
    id: &'static str,
    figure: &'static str,
    sources: &'static [&'static str],
    screen: &'static str,
) -> Card {
    Card {
        id,
        figure,
        sources,
        screen,
    }
}

/// The cards, in their order.
pub const CARDS: &[Card] = &[
    card("goals", "peak_goal", &["S_HUANG2021"], "path"),
    card("now", "highest", &["S_GCB2024"], "path"),
    card("policy", "intensity_fall", &["S_HUANG2021"], "path"),
    card("energy", "coal_share_2020", &["S_HUANG2021"], "path"),
    card("grid", "grid_base", &["S_MEE2023"], "result"),
    card("accounts", "net_export", &["S_GCB2024"], "path"),
    card("person", "nation_person", &["S_JUDGE"], "result"),
    card("place", "north_home", &["S_JUDGE"], "result"),
    card("food", "beef", &["S_JUDGE"], "change"),
    card("cars", "ev_late", &["S_JUDGE"], "change"),
    card("together", "one_share", &["S_JUDGE"], "path"),
    card("already", "ev_share", &["S_JUDGE"], "path"),
    card("budget", "budget_share", &["S_IGCC2024"], "path"),
    card("air", "pm25_fall", &["S_HUANG2021"], "change"),
    card("sinks", "sink", &["S_JUDGE", "S_BTR1"], "path"),
];

/// Sources by their ids; what names none is our own calculation.
pub fn known(ids: &[&str]) -> Vec<SourceId> {
    let all = SourceId::all().filter(|source| ids.contains(&source.facts().id));
    all.filter(|source| source.facts().id != "S_JUDGE")
        .collect()
}

/// Sources as links to the bibliography, and whether the model computed something.
fn cited(words: &Words, ids: &[&str]) -> Markup {
    html! {
        (sources_on(&crate::frame::Page::Methods.file(words.lang), words.lang, &known(ids)))
        @if ids.contains(&"S_JUDGE") {
            p class="note" { a href=(crate::frame::Page::Methods.file(words.lang)) { (words.text("learn.computed")) } }
        }
    }
}

/// The content of the page.
pub fn page(words: &Words, figures: &Figures) -> Markup {
    let values = figures.values(words);
    html! {
        (texts(words, "learn"))
        nav class="contents" aria-label=(words.text("frame.contents")) {
            ul {
                li { a href="#cards" { (words.text("learn.cards")) } }
                li { a href="#quiz" { (words.text("quiz.title")) } }
                li { (crate::frame::Page::Glossary.link(words)) }
            }
        }
        section aria-labelledby="cards" {
            h2 id="cards" { (words.text("learn.cards")) }
            div class="cards" {
                @for card in CARDS {
                    @let key = |part: &str| format!("learn.{}.{part}", card.id);
                    article class="card" aria-labelledby=(card.id) {
                        h3 id=(card.id) { (words.text(&key("title"))) }
                        p class="figure" { (figures.said(words, card.figure)) }
                        p { (words.fill(&key("words"), &values)) }
                        p class="try" {
                            a href={ (app(words.lang)) "#" (card.screen) } { (words.text(&key("try"))) }
                        }
                        (cited(words, card.sources))
                    }
                }
            }
        }
        (quiz::quiz(words, &values))
    }
}
