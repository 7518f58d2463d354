//! The next best question: how much of the result's variance an answer would take away.
//!
//! `share = Var(E[result | answer]) / Var(result)` over the draws: between the groups of those who would
//! give the same answer, or along the line through the draws where the answer is an amount.

use super::draws::Draws;
use super::moot::is_moot;
use crate::answers::Answers;
use crate::catalogue::{Household, QuestionId};
use crate::household::Value;
use crate::priors::{Draw, prior};

/// A question whose share is as many times that of one draw surely changes something.
const SURELY: f64 = 20.0;

/// A question and the share of the variance that its answer would take away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Next {
    /// The question.
    pub question: QuestionId,
    /// The share, 0 to 1.
    pub share: f64,
}

/// The open questions of a household that can change anything, the most telling one first.
///
/// `home` is the household as it is taken to be now: what does not apply to it is not asked.
pub fn next_questions(answers: &Answers, home: &Household, draws: &Draws) -> Vec<Next> {
    let mut asking = Asking::new(draws);
    while asking.step(answers, home, draws) {}
    asking.finish()
}

/// Questions being weighed, one by one.
pub struct Asking {
    results: Results,
    weighed: usize,
    sorted: Vec<Next>,
}

impl Asking {
    /// No question weighed yet.
    pub fn new(draws: &Draws) -> Asking {
        Asking {
            results: Results::of(draws.per_person()),
            weighed: 0,
            sorted: Vec::new(),
        }
    }

    /// Weighs one more question; false when all are weighed.
    pub fn step(&mut self, answers: &Answers, home: &Household, draws: &Draws) -> bool {
        let Some(&question) = QuestionId::ALL.get(self.weighed) else {
            return false;
        };
        self.weighed += 1;
        if answers.get(question).is_none() && question.applies(home) {
            let share = self.results.share(question, draws);
            // chance gives a share to what cannot change anything
            let surely = share * draws.count() as f64 > SURELY;
            if !surely && is_moot(question, answers, draws) {
                return true;
            }
            let at = self.sorted.partition_point(|other| other.share >= share);
            self.sorted.insert(at, Next { question, share });
        }
        true
    }

    /// The questions, the most telling one first.
    pub fn finish(self) -> Vec<Next> {
        self.sorted
    }
}

/// The result of every draw, and its moments.
struct Results {
    results: Vec<f64>,
    mean: f64,
    /// The sum of squares about the mean.
    squares: f64,
}

impl Results {
    fn of(results: Vec<f64>) -> Results {
        let mean = results.iter().sum::<f64>() / results.len().max(1) as f64;
        Results {
            squares: results.iter().map(|result| (result - mean).powi(2)).sum(),
            mean,
            results,
        }
    }

    /// The share of the variance that goes with a question.
    fn share(&self, question: QuestionId, draws: &Draws) -> f64 {
        match prior(question).draw {
            Draw::Settled => 0.0,
            Draw::Amount { .. } => {
                self.along(draws.households().map(|home| amount(question, home)))
            }
            Draw::Cars => {
                let groups = self.between(draws.households().map(cars));
                let km = |home: &Household| home.cars.iter().map(|car| car.km).sum();
                groups.max(self.along(draws.households().map(km)))
            }
            Draw::Place | Draw::Options(_) | Draw::Count(_) | Draw::Whole(_) => {
                self.between(draws.households().map(|home| group(question, home)))
            }
        }
    }

    /// The share between groups, less what as many random groups would have.
    fn between(&self, groups: impl Iterator<Item = usize>) -> f64 {
        let mut sums: Vec<(usize, f64, f64)> = Vec::new();
        for (group, result) in groups.zip(&self.results) {
            let above = result - self.mean;
            match sums.iter_mut().find(|(known, ..)| *known == group) {
                Some((_, count, sum)) => {
                    *count += 1.0;
                    *sum += above;
                }
                None => sums.push((group, 1.0, above)),
            }
        }
        let between: f64 = sums.iter().map(|(_, count, sum)| sum * sum / count).sum();
        self.beyond_chance(between, sums.len().saturating_sub(1))
    }

    /// The share along the line through the draws.
    fn along(&self, amounts: impl Iterator<Item = f64>) -> f64 {
        let amounts: Vec<f64> = amounts.collect();
        let mean = amounts.iter().sum::<f64>() / amounts.len().max(1) as f64;
        let (mut squares, mut both) = (0.0, 0.0);
        for (amount, result) in amounts.iter().zip(&self.results) {
            squares += (amount - mean).powi(2);
            both += (amount - mean) * (result - self.mean);
        }
        if squares <= 0.0 {
            return 0.0;
        }
        self.beyond_chance(both * both / squares, 1)
    }

    fn beyond_chance(&self, explained: f64, degrees: usize) -> f64 {
        let free = self.results.len() as f64 - 1.0 - degrees as f64;
        if self.squares <= 0.0 || free <= 0.0 {
            return 0.0;
        }
        let left = (self.squares - explained) / free;
        ((explained - left * degrees as f64) / self.squares).clamp(0.0, 1.0)
    }
}

/// An amount that answers a question; of flights the kilometres.
fn amount(question: QuestionId, home: &Household) -> f64 {
    if question == QuestionId::Flights {
        home.you
            .flights
            .iter()
            .map(crate::household::Flight::km)
            .sum()
    } else {
        home.number(question)
    }
}

/// Draws with the same answer have the same number.
fn group(question: QuestionId, home: &Household) -> usize {
    match home.value(question) {
        Value::Choice(id) => {
            let crate::question::Kind::Choice(ids) = question.kind() else {
                return 0;
            };
            ids.iter()
                .position(|known| *known == id)
                .unwrap_or_default()
        }
        Value::Number(number) => number as usize,
        Value::Cars(_) | Value::Flights(_) => 0,
    }
}

/// Households with as many cars, the first of the same kind.
fn cars(home: &Household) -> usize {
    let kind = home.cars.first().map_or(0, |car| car.kind as usize);
    home.cars.len() * 8 + kind
}
