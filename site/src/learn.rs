//! The page for learning: short cards on the two goals and the household's part in them, and a quiz.
//! Every number on it is a figure of [`crate::figures`]; every card says what it rests on and what to try.

use maud::{Markup, html};
use tanlu_model::rows::{Fact, SourceId, fact};

use crate::figures::{self, Figures};
use crate::frame::{Screen, screen};
use crate::prose::{texts, values};
use crate::quiz;
use crate::words::Words;

/// A card.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// Its id in words and addresses.
    pub id: &'static str,
    /// Where in the calculator there is something to try.
    pub screen: Screen,
    /// Facts whose sources say what it says in words.
    pub said: &'static [&'static Fact],
}

const fn card(id: &'static str, screen: Screen) -> Card {
    let said = &[];
    Card { id, screen, said }
}

/// The cards in their groups, by the id of the group's heading.
pub const GROUPS: [(&str, &[Card]); 5] = [
    (
        "goals",
        &[
            card("goals", Screen::Path),
            card("peak", Screen::Path),
            card("neutrality", Screen::Path),
        ],
    ),
    (
        "now",
        &[
            card("nation", Screen::Path),
            card("intensity", Screen::Path),
            card("energy", Screen::Path),
        ],
    ),
    (
        "counting",
        &[
            card("accounts", Screen::Result),
            card("households", Screen::Result),
            card("lines", Screen::Result),
            card("budgets", Screen::Path),
            card("sinks", Screen::Path),
        ],
    ),
    (
        "home",
        &[
            card("grid", Screen::Result),
            card("heating", Screen::Answer),
            card("same_origin", Screen::Change),
            card("cars", Screen::Change),
            card("food", Screen::Change),
            card("green_power", Screen::Change),
        ],
    ),
    (
        "together",
        &[
            card("together", Screen::Path),
            card("assumed", Screen::Path),
            Card {
                id: "one_plus_n",
                screen: Screen::Change,
                said: &[&fact::GOAL_PEAK],
            },
        ],
    ),
];

/// Every card.
pub fn cards() -> impl Iterator<Item = &'static Card> {
    GROUPS.iter().flat_map(|(_, cards)| cards.iter())
}

/// The sources of facts.
pub fn sources_of(facts: &[&Fact]) -> Vec<SourceId> {
    let sources = facts.iter().flat_map(|fact| fact.sources.iter());
    sources.copied().collect()
}

/// The content of the page.
pub fn page(words: &Words, figures: &Figures) -> Markup {
    let groups = GROUPS.map(|(group, _)| group);
    html! {
        (texts(words, "learn"))
        nav class="contents" aria-label=(words.text("frame.contents")) {
            ul {
                @for section in groups.into_iter().chain(["quiz"]) {
                    li { a href={ "#" (section) } { (words.text(&format!("learn.{section}.title"))) } }
                }
            }
        }
        @for (group, cards) in GROUPS {
            section class="cards" aria-labelledby=(group) {
                h2 id=(group) { (words.text(&format!("learn.{group}.title"))) }
                @for card in cards { (show(words, figures, card)) }
            }
        }
        (quiz::section(words, figures))
    }
}

/// A card: its figure, what it says, what to try, what it rests on and how well that is known.
fn show(words: &Words, figures: &Figures, card: &Card) -> Markup {
    let key = |part: &str| format!("card.{}.{part}", card.id);
    let [figure, text] = ["figure", "text"].map(|part| words.text(&key(part)));
    let used = figures.named([figure, text].into_iter());
    let mut values = values(words);
    values.extend(figures.values(words.lang));
    let heading = format!("card-{}", card.id);
    html! {
        article class="card" aria-labelledby=(heading) {
            h3 id=(heading) { (words.text(&key("title"))) }
            p class="figure" { (words.fill(&key("figure"), &values)) }
            p { (words.fill(&key("text"), &values)) }
            p class="try" {
                (words.text("learn.try")) a href=(screen(words.lang, card.screen)) { (words.text(&key("try"))) }
            }
            (figures::rests(words, &used, &sources_of(card.said)))
        }
    }
}
