//! The quiz: questions with a few options, of which one is right, and why. Without JavaScript each
//! question opens its answer; with it one chooses, is told, and keeps a score. On paper the answers stand
//! apart, at the end.
//!
//! Which option is right is written down with the words that explain it, and proven from the model at
//! every build: a table that changes the answer fails it.

mod proof;
mod questions;

pub use proof::{Proof, faults, proven};
pub use questions::QUESTIONS;

use maud::{Markup, html};

use crate::figures::{self, Figures};
use crate::frame::{Screen, screen};
use crate::learn::sources_of;
use crate::prose::{texts, values};
use crate::words::Words;

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Its id in words and addresses.
    pub id: &'static str,
    /// Where in the calculator one can see for oneself.
    pub screen: Screen,
    /// What one can choose.
    pub options: &'static [Choice],
    /// The place of the right option.
    pub right: usize,
    /// Why it is right.
    pub proof: Proof,
}

/// An option: its words, and the amount that stands behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Its id among the question's words.
    pub id: &'static str,
    /// What it comes to.
    pub amount: Amount,
}

/// The amount behind an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// None: it is a statement.
    None,
    /// A figure.
    Figure(&'static str),
    /// What the option wrongly supposes, in the unit of the right one.
    Supposed(f64),
}

impl Question {
    fn key(&self, part: &str) -> String {
        format!("quiz.{}.{part}", self.id)
    }
}

/// The letter of an option on paper and on screen.
fn letter(at: usize) -> char {
    let at = u8::try_from(at).unwrap_or_default();
    char::from(b'A'.saturating_add(at))
}

/// The section of the page, and the answers for paper.
pub fn section(words: &Words, figures: &Figures) -> Markup {
    let mut values = values(words);
    let mut points = values.clone();
    values.extend(figures.values(words.lang));
    points.extend(figures.points(words.lang));
    let told = |part: &str| words.text(&format!("learn.quiz.{part}"));
    html! {
        section class="quiz" aria-labelledby="quiz" data-right=(told("right")) data-wrong=(told("wrong"))
            data-choose=(told("choose")) data-score=(told("score")) {
            h2 id="quiz" tabindex="-1" { (told("title")) }
            (texts(words, "learn.quiz"))
            ol {
                @for (at, question) in QUESTIONS.iter().enumerate() {
                    li { (ask(words, figures, (at + 1, question), (&values, &points))) }
                }
            }
            p class="score" role="status" {}
            button type="button" class="quiet again" hidden { (told("again")) }
        }
        section class="key" aria-labelledby="key" {
            h2 id="key" { (told("key")) }
            ol {
                @for question in QUESTIONS {
                    li { b { (letter(question.right)) } " " (words.fill(&question.key("why"), &values)) }
                }
            }
        }
    }
}

/// What texts may name in braces, each with what stands for it.
type Values<'a> = &'a [(&'static str, Markup)];

/// A question with its number, its options and its answer: what its words name with bands, and its options without.
fn ask(
    words: &Words,
    figures: &Figures,
    (number, question): (usize, &Question),
    (values, points): (Values<'_>, Values<'_>),
) -> Markup {
    let told = |part: &str| words.text(&format!("learn.quiz.{part}"));
    let id = format!("quiz-{}", question.id);
    html! {
        fieldset id=(id) data-answer=(question.right) {
            legend { (number) ". " (words.fill(&question.key("ask"), values)) }
            @for (at, choice) in question.options.iter().enumerate() {
                label {
                    input type="radio" name=(id) value=(at);
                    span { (letter(at)) ". " (words.fill(&question.key(choice.id), points)) }
                }
            }
            button type="button" class="check" hidden { (told("check")) }
            p class="verdict" role="status" {}
            details {
                summary { (told("answer")) }
                (answer(words, figures, question, values))
            }
        }
    }
}

fn answer(
    words: &Words,
    figures: &Figures,
    question: &Question,
    values: &[(&str, Markup)],
) -> Markup {
    let right = question.options.get(question.right);
    let used = figures.named(question.texts(words).into_iter());
    let said = match question.proof {
        Proof::Says(facts) => sources_of(facts),
        _ => Vec::new(),
    };
    let go = format!("learn.go.{}", question.screen.id());
    html! {
        p {
            @if let Some(right) = right { b { (letter(question.right)) ". " (words.fill(&question.key(right.id), values)) } }
        }
        p { (words.fill(&question.key("why"), values)) }
        p class="try" { a href=(screen(words.lang, question.screen)) { (words.text(&go)) } }
        (figures::rests(words, &used, &said))
    }
}

impl Question {
    /// The texts that name its figures: what it asks, its options, why.
    pub fn texts<'a>(&self, words: &'a Words) -> Vec<&'a str> {
        let options = self.options.iter().map(|choice| choice.id);
        let parts = options.chain(["ask", "why"]);
        parts.map(|part| words.text(&self.key(part))).collect()
    }
}
