//! Changes of personal habits: all members join.

use crate::catalogue::{Household, Person, QuestionId as Q};
use crate::choice::Scope;
use crate::factors::Factors;
use crate::footprint::person::adults;

/// Changes the habits of the one who answers and of the others alike.
pub(super) fn everyone(home: &mut Household, change: impl Fn(&mut Person)) {
    change(&mut home.you);
    change(&mut home.other_adult);
}

/// What is left of an amount after a percentage of it is given up.
pub(super) fn less(percent: f64) -> f64 {
    1.0 - percent / 100.0
}

/// Multiplies some personal amounts of all members.
pub(super) fn scale(home: &mut Household, questions: &[Q], by: f64) {
    for &question in questions {
        home.scale(question, by);
        home.other_adult.scale(question, by);
    }
}

/// How many times a person's amount the answer of a question stands for: once, or as often as there
/// are people where it is the household's total.
pub(super) fn people_answered(home: &Household, question: Q, factors: &Factors) -> f64 {
    match home.scope(question) {
        Scope::HouseholdTotal => adults(home, question, factors),
        Scope::OthersAverage | Scope::OthersLikeMe => 1.0,
    }
}

/// Adds so much to what all members together have of a personal question.
pub(super) fn share_out(home: &mut Household, question: Q, total: f64, factors: &Factors) {
    let each = total / adults::<f64>(home, question, factors);
    let answered = people_answered(home, question, factors);
    home.you.add(question, each * answered);
    home.other_adult.add(question, each);
}
