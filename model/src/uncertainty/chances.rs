//! The numbers by which every open question is drawn. They depend on no answer, so that what two
//! households differ in is what they were answered.

use super::chance::Chance;
use super::normal;
use crate::affluence::{Need, log_sd};
use crate::catalogue::QuestionId::{self, *};
use crate::factors::Factors;
use crate::priors::{Draw, Users, prior};
use crate::rows::{ShareGroup, id, shares};

/// The least part of an amount's spread that what a household can afford leaves unexplained.
const LEAST_OWN_SPREAD: f64 = 0.4;

/// How many numbers each draw has.
const COLUMNS: usize = {
    let mut columns = 0;
    let mut left = QuestionId::ALL;
    while let [question, others @ ..] = left {
        columns += match prior(*question).draw {
            Draw::Settled => 0,
            Draw::Cars => CarNumbers::COLUMNS,
            _ => 1,
        };
        left = others;
    }
    columns
};

/// Questions that came later are drawn last, so that the numbers of the others stay as they were.
const LATER: &[QuestionId] = &[
    Windows,
    ApplianceGrade,
    Lamps,
    Standby,
    DeviceCare,
    SecondHand,
    VegetableSeason,
];

/// What chance has for a question, and in which columns of a draw's row its numbers stand.
#[derive(Clone, Copy)]
pub enum Numbers {
    /// The question is not drawn.
    None,
    /// A number between 0 and 1.
    Share(usize),
    /// A standard normal score.
    Score(usize),
    /// What the default is multiplied with; the mean is 1.
    Times {
        /// Its column.
        times: usize,
        /// The part of households that have any.
        users: f64,
        /// The logarithmic standard deviation among them.
        log_sd: f64,
    },
    /// Cars.
    Cars(CarNumbers),
}

/// The columns of cars.
#[derive(Clone, Copy)]
pub struct CarNumbers {
    /// A standard normal score for how many.
    pub count: usize,
    /// A number between 0 and 1 for their kind.
    pub kind: usize,
    /// A number between 0 and 1 for their size.
    pub size: usize,
    /// What the kilometres of the tables are multiplied with.
    pub km: usize,
}

impl CarNumbers {
    /// How many columns cars take.
    const COLUMNS: usize = 4;
}

/// A number of a draw's row.
pub fn number(row: &[f64], column: usize) -> f64 {
    row.get(column).copied().unwrap_or(1.0)
}

/// Whether amounts are spread between households, or all at their mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Amounts {
    /// As households differ.
    Spread,
    /// At their mean: what enters a footprint in proportion would move no mean of many. Who has any
    /// is drawn all the same, and so is what a household can afford.
    Mean,
}

/// The numbers of all questions: a row for each draw, so that what one household is drawn by lies together.
pub struct Chances {
    chance: Chance,
    amounts: Amounts,
    factors: Factors,
    draws: usize,
    by_question: Vec<Numbers>,
    /// Row after row.
    numbers: Vec<f64>,
    /// How many columns are drawn.
    drawn: usize,
    next: usize,
}

impl Chances {
    /// No question's numbers yet.
    pub fn new(chance: Chance, amounts: Amounts) -> Chances {
        let draws = chance.draws();
        Chances {
            chance,
            amounts,
            factors: Factors::central(),
            draws,
            by_question: vec![Numbers::None; QuestionId::ALL.len()],
            numbers: vec![0.0; draws * COLUMNS],
            drawn: 0,
            next: 0,
        }
    }

    /// Where they come from.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// Draws the numbers of the next question; false when all have theirs.
    pub fn step(&mut self) -> bool {
        let earlier = QuestionId::ALL.iter().filter(|of| !LATER.contains(of));
        let Some(&question) = earlier.chain(LATER).nth(self.next) else {
            return false;
        };
        self.next += 1;
        let numbers = self.draw(question);
        if let Some(place) = self.by_question.get_mut(question as usize) {
            *place = numbers;
        }
        true
    }

    /// The numbers of all questions at once.
    pub fn all(mut self) -> Chances {
        while self.step() {}
        self
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// Where a question's numbers stand.
    pub fn of(&self, question: QuestionId) -> Numbers {
        let known = self.by_question.get(question as usize);
        known.copied().unwrap_or(Numbers::None)
    }

    /// All numbers of a draw; those of draws beyond the last are those of the first ones again.
    pub fn row(&self, at: usize) -> &[f64] {
        let from = at % self.draws.max(1) * COLUMNS;
        self.numbers.get(from..from + COLUMNS).unwrap_or_default()
    }

    fn draw(&mut self, question: QuestionId) -> Numbers {
        let prior = prior(question);
        match prior.draw {
            Draw::Settled => Numbers::None,
            Draw::Place | Draw::Options(_) | Draw::Count(None) | Draw::Whole(_) => {
                let shares = self.chance.shares();
                Numbers::Share(self.column(shares))
            }
            Draw::Count(Some(_)) => {
                let scores = self.chance.scores();
                Numbers::Score(self.column(scores))
            }
            Draw::Amount { spread, users } => {
                let log_sd = self.own_spread(log_sd(spread.range()), prior.need);
                let users = self.share(users);
                let spread = question == QuestionId::Spending || self.amounts == Amounts::Spread;
                let times = self.amount(log_sd, users, spread);
                Numbers::Times {
                    times: self.column(times),
                    users,
                    log_sd,
                }
            }
            Draw::Cars => {
                let count = self.chance.scores();
                let kind = self.chance.shares();
                let size = self.chance.shares();
                let spread = self.amounts == Amounts::Spread;
                let km = self.amount(log_sd(id::CAR_KM.range()), 1.0, spread);
                Numbers::Cars(CarNumbers {
                    count: self.column(count),
                    kind: self.column(kind),
                    size: self.column(size),
                    km: self.column(km),
                })
            }
        }
    }

    /// Writes a number of each draw into the next column; gives the column.
    fn column(&mut self, numbers: Vec<f64>) -> usize {
        let column = self.drawn;
        for (row, number) in self.numbers.chunks_exact_mut(COLUMNS).zip(numbers) {
            if let Some(place) = row.get_mut(column) {
                *place = number;
            }
        }
        self.drawn += 1;
        column
    }

    /// Lognormal numbers with mean 1, among the part of households that have any; the others none.
    fn amount(&mut self, log_sd: f64, users: f64, spread: bool) -> Vec<f64> {
        let log_sd = if spread { log_sd } else { 0.0 };
        let among = |score: f64| libm::exp(log_sd * score - log_sd * log_sd / 2.0) / users;
        let scores = self.chance.scores();
        if users < 1.0 {
            let who = self.chance.shares();
            let both = scores.into_iter().zip(who);
            both.map(|(score, who)| if who < users { among(score) } else { 0.0 })
                .collect()
        } else {
            scores.into_iter().map(among).collect()
        }
    }

    /// What is left of a spread between households when that of what they can afford is taken out.
    fn own_spread(&self, all: f64, need: Option<Need>) -> f64 {
        let elasticity = need.map_or(0.0, |need| self.factors.value(need.elasticity()));
        let afforded = elasticity * log_sd(id::SPREAD_SPENDING.range());
        let own = all * all - afforded * afforded;
        own.max((all * LEAST_OWN_SPREAD).powi(2)).sqrt()
    }

    fn share(&self, users: Users) -> f64 {
        match users {
            Users::All => 1.0,
            Users::Row(row) => self.factors.value(row),
            Users::Share(groups, region, option) => share_of(groups, region, option),
        }
    }
}

/// The share of an option in a region.
fn share_of(groups: &'static [ShareGroup], region: &str, option: &str) -> f64 {
    let known = shares(groups, region).iter();
    let found = known.filter(|share| share.option == option);
    found.map(|share| share.value).sum()
}

/// The number between 0 and 1 of a score that follows another one by a correlation.
pub fn correlated(score: f64, with: f64, by: f64) -> f64 {
    normal::below(by * with + (1.0 - by * by).sqrt() * score)
}
