//! The quiz: questions with their options, of which one is right, and why. Without a script every answer can
//! be opened; with it choosing says right or wrong and keeps the score.

use maud::{Markup, html};

use super::{Figures, cited};
use crate::words::Words;

/// A question.
pub struct Question {
    /// Its id in words and in the address.
    pub id: &'static str,
    /// How many options it has.
    pub options: usize,
    /// Which is right, from 1 on.
    pub right: usize,
    /// Sources by their ids.
    pub sources: &'static [&'static str],
    /// Whether the figures agree with what is right.
    pub proof: fn(&Figures) -> bool,
}

/// One that rests on words of a source alone.
fn told(_: &Figures) -> bool {
    true
}

/// Whether the figures stand in this order, the largest first.
fn falling(figures: &Figures, names: &[&str]) -> bool {
    let values: Option<Vec<f64>> = names.iter().map(|name| figures.value(name)).collect();
    values.is_some_and(|values| values.is_sorted_by(|one, next| one > next))
}

fn near(figures: &Figures, name: &str, low: f64, high: f64) -> bool {
    figures
        .value(name)
        .is_some_and(|value| (low..high).contains(&value))
}

const fn question(
    id: &'static str,
    right: usize,
    sources: &'static [&'static str],
    proof: fn(&Figures) -> bool,
) -> Question {
    Question {
        id,
        options: 3,
        right,
        sources,
        proof,
    }
}

/// The questions, in their order.
pub const QUESTIONS: &[Question] = &[
    question("goals", 2, &["S_HUANG2021"], |all| {
        near(all, "peak_goal", 2030.0, 2031.0) && near(all, "neutral_goal", 2060.0, 2061.0)
    }),
    question("peaked", 3, &["S_GCB2024"], told),
    question("counted", 1, &["S_BTR1"], told),
    question("neutral", 2, &["S_JUDGE"], |all| {
        near(all, "sink", 0.8, 1.8)
    }),
    question("coal", 1, &["S_HUANG2021"], |all| {
        falling(all, &["coal_share_2005", "coal_share_2020"])
    }),
    question("intensity", 3, &["S_HUANG2021"], |all| {
        near(all, "intensity_fall", 45.0, 50.0)
    }),
    question("grid", 2, &["S_MEE2023"], |all| {
        falling(all, &["grid_base", "grid_2035", "grid_2060"])
    }),
    question("person", 2, &["S_JUDGE"], |all| {
        near(all, "nation_person", 2500.0, 5000.0)
    }),
    question("part", 1, &["S_JUDGE"], |all| {
        falling(all, &["share_home", "share_travel"])
            && falling(all, &["share_food", "share_travel"])
    }),
    question("city", 1, &["S_JUDGE"], |all| {
        falling(all, &["city_person", "village_person"])
    }),
    question("north", 3, &["S_JUDGE"], |all| {
        falling(all, &["north_home", "south_home"])
    }),
    question("meat", 3, &["S_JUDGE"], |all| {
        falling(all, &["beef", "pork", "poultry", "tofu", "rice"])
    }),
    question("flights", 2, &["S_JUDGE"], |all| {
        falling(all, &["flights_saved", "led_saved"])
    }),
    question("car_later", 1, &["S_JUDGE"], |all| {
        falling(all, &["ev_late", "ev_early"])
    }),
    question("standby_later", 3, &["S_JUDGE"], |all| {
        falling(all, &["standby_early", "standby_late"])
    }),
    question("sum", 2, &["S_JUDGE"], told),
    question("one", 3, &["S_JUDGE"], |all| {
        near(all, "one_share", 0.5, 2.0)
    }),
    question("already", 1, &["S_JUDGE"], |all| {
        near(all, "ev_share", 0.3, 0.5)
    }),
    question("guideline", 2, &["S_DIET2022"], told),
    question("green_power", 3, &["S_MEE2023"], told),
    question("export", 1, &["S_GCB2024"], |all| {
        near(all, "net_export", 8.0, 10.0)
    }),
    question("budget", 2, &["S_IGCC2024"], |all| {
        falling(all, &["line_sum", "budget_share"])
    }),
    question("air", 1, &["S_HUANG2021"], |all| {
        near(all, "pm25_fall", 20.0, 40.0)
    }),
    question("band", 3, &["S_JUDGE"], told),
];

/// The section.
pub fn quiz(words: &Words, values: &[(&'static str, Markup)]) -> Markup {
    html! {
        section aria-labelledby="quiz" {
            h2 id="quiz" { (words.text("quiz.title")) }
            p { (words.text("quiz.intro")) }
            p id="score" role="status" data-words=(words.text("quiz.score")) hidden {}
            ol class="quiz" data-right=(words.text("quiz.right")) data-wrong=(words.text("quiz.wrong")) {
                @for question in QUESTIONS { li { (asked(words, question, values)) } }
            }
            p { button type="button" id="again" hidden { (words.text("quiz.again")) } }
        }
    }
}

fn asked(words: &Words, question: &Question, values: &[(&'static str, Markup)]) -> Markup {
    let Question {
        id, options, right, ..
    } = question;
    let key = |part: &str| format!("quiz.{id}.{part}");
    html! {
        fieldset id={ "quiz-" (id) } data-answer=(right) {
            legend { (words.fill(&key("ask"), values)) }
            @for option in 1..=*options {
                label {
                    input type="radio" name={ "quiz-" (id) } value=(option);
                    " "
                    (words.fill(&key(&option.to_string()), values))
                }
            }
            p class="verdict" role="status" {}
            details {
                summary { (words.text("quiz.answer")) }
                p { b { (words.fill(&key(&right.to_string()), values)) } }
                p { (words.fill(&key("why"), values)) }
                (cited(words, question.sources))
            }
        }
    }
}
