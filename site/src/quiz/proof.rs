//! Why an option is right, from the model's figures.

use tanlu_model::rows::Fact;

use super::{Amount, Choice, QUESTIONS, Question};
use crate::figures::Figures;

/// By which part of itself the right amount is clear of the next: nobody should have to guess.
const CLEAR: f64 = 0.15;
/// How many times a supposed amount is more or less than the right one.
const APART: f64 = 1.5;

/// Why an option is right.
#[derive(Clone, Copy, Debug)]
pub enum Proof {
    /// Its figure is the largest.
    Most,
    /// Its figure is the smallest.
    Least,
    /// It alone shows the figure; the others suppose something else.
    Is,
    /// From one figure to the other it becomes `more`, stays the `same`, or becomes `less`.
    Change(&'static str, &'static str),
    /// The two figures have different signs: the right option is `either`.
    Either(&'static str, &'static str),
    /// Publications say so, those of these facts: it is a definition or a judgement.
    Says(&'static [&'static Fact]),
}

/// The place of the option that the model proves right; none where it proves none, or none clearly.
pub fn proven(question: &Question, figures: &Figures) -> Option<usize> {
    let place = |id: &str| question.options.iter().position(|choice| choice.id == id);
    match question.proof {
        Proof::Most => first(question, figures, 1.0),
        Proof::Least => first(question, figures, -1.0),
        Proof::Is => only(question, figures),
        Proof::Change(from, to) => {
            let (from, to) = (figures.value(from)?, figures.value(to)?);
            let change = to - from;
            place(match change {
                _ if change.abs() < CLEAR * from.abs() => "same",
                _ if change > 0.0 => "more",
                _ => "less",
            })
        }
        Proof::Either(one, other) => {
            let differ = figures.value(one)? * figures.value(other)? < 0.0;
            if differ { place("either") } else { None }
        }
        Proof::Says(facts) => {
            let known = facts.iter().all(|fact| !fact.sources.is_empty());
            (known && !facts.is_empty() && question.right < question.options.len())
                .then_some(question.right)
        }
    }
}

/// What stands behind an option.
fn amount(choice: &Choice, figures: &Figures) -> Option<f64> {
    match choice.amount {
        Amount::None => None,
        Amount::Figure(name) => figures.value(name),
        Amount::Supposed(value) => Some(value),
    }
}

/// The option with the largest amount, times a sign, if it is clear of the next.
fn first(question: &Question, figures: &Figures, sign: f64) -> Option<usize> {
    let amounts: Option<Vec<f64>> = question
        .options
        .iter()
        .map(|choice| amount(choice, figures).map(|value| value * sign))
        .collect();
    let mut order: Vec<(usize, f64)> = amounts?.into_iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    match order.as_slice() {
        [(at, best), (_, next), ..] if best - next > CLEAR * best.abs() => Some(*at),
        _ => None,
    }
}

/// The one option that shows a figure, if what the others suppose is far from it.
fn only(question: &Question, figures: &Figures) -> Option<usize> {
    let mut shows = question.options.iter().enumerate();
    let (at, right) = shows.find(|(_, choice)| matches!(choice.amount, Amount::Figure(_)))?;
    let right = amount(right, figures)?;
    let far = |(other, choice): (usize, &Choice)| match choice.amount {
        Amount::Supposed(value) if other != at => {
            let times = value / right;
            !(1.0 / APART..APART).contains(&times)
        }
        _ => other == at,
    };
    question.options.iter().enumerate().all(far).then_some(at)
}

/// Questions whose marked answer is not the one that the model proves.
pub fn faults(figures: &Figures) -> Vec<String> {
    let wrong = QUESTIONS
        .iter()
        .filter(|question| proven(question, figures) != Some(question.right));
    wrong
        .map(|question| {
            format!(
                "quiz.{}: the model proves another answer, or none",
                question.id
            )
        })
        .collect()
}
