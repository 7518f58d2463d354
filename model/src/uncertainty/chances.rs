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

/// A question's numbers, one for each draw.
pub enum Numbers {
    /// The question is not drawn.
    None,
    /// Numbers between 0 and 1.
    Shares(Vec<f64>),
    /// Standard normal scores.
    Scores(Vec<f64>),
    /// What the default is multiplied with; the mean is 1.
    Times {
        /// For each draw.
        times: Vec<f64>,
        /// The part of households that have any.
        users: f64,
        /// The logarithmic standard deviation among them.
        log_sd: f64,
    },
    /// Cars.
    Cars(CarNumbers),
}

/// The numbers of cars, for each draw.
pub struct CarNumbers {
    /// Standard normal scores for how many.
    pub count: Vec<f64>,
    /// Numbers between 0 and 1 for their kind.
    pub kind: Vec<f64>,
    /// Numbers between 0 and 1 for their size.
    pub size: Vec<f64>,
    /// What the kilometres of the tables are multiplied with.
    pub km: Vec<f64>,
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

/// The numbers of all questions.
pub struct Chances {
    chance: Chance,
    amounts: Amounts,
    factors: Factors,
    by_question: Vec<Numbers>,
    next: usize,
}

impl Chances {
    /// No question's numbers yet.
    pub fn new(seed: u64, draws: u32, amounts: Amounts) -> Chances {
        Chances {
            chance: Chance::new(seed, draws),
            amounts,
            factors: Factors::central(),
            by_question: QuestionId::ALL.iter().map(|_| Numbers::None).collect(),
            next: 0,
        }
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

    /// A question's numbers.
    pub fn of(&self, question: QuestionId) -> &Numbers {
        self.by_question
            .get(question as usize)
            .unwrap_or(&Numbers::None)
    }

    /// The numbers of all questions, in the catalogue's order.
    pub fn numbers(&self) -> impl Iterator<Item = &Numbers> {
        self.by_question.iter()
    }

    fn draw(&mut self, question: QuestionId) -> Numbers {
        let prior = prior(question);
        match prior.draw {
            Draw::Settled => Numbers::None,
            Draw::Place | Draw::Options | Draw::Count(None) | Draw::Whole(_) => {
                Numbers::Shares(self.chance.shares())
            }
            Draw::Count(Some(_)) => Numbers::Scores(self.chance.scores()),
            Draw::Amount { spread, users } => {
                let own = self.own_spread(log_sd(spread.range()), prior.need);
                let spread = question == QuestionId::Spending || self.amounts == Amounts::Spread;
                self.amount(own, self.share(users), spread)
            }
            Draw::Cars => Numbers::Cars(CarNumbers {
                count: self.chance.scores(),
                kind: self.chance.shares(),
                size: self.chance.shares(),
                km: match self.amount(
                    log_sd(id::CAR_KM.range()),
                    1.0,
                    self.amounts == Amounts::Spread,
                ) {
                    Numbers::Times { times, .. } => times,
                    _ => Vec::new(),
                },
            }),
        }
    }

    /// Lognormal numbers with mean 1, among the part of households that have any; the others none.
    fn amount(&mut self, log_sd: f64, users: f64, spread: bool) -> Numbers {
        let log_sd_drawn = if spread { log_sd } else { 0.0 };
        let among = |score: f64| {
            libm::exp(log_sd_drawn * score - log_sd_drawn * log_sd_drawn / 2.0) / users
        };
        let scores = self.chance.scores();
        let times = if users < 1.0 {
            let who = self.chance.shares();
            let both = scores.into_iter().zip(who);
            both.map(|(score, who)| if who < users { among(score) } else { 0.0 })
                .collect()
        } else {
            scores.into_iter().map(among).collect()
        };
        Numbers::Times {
            times,
            users,
            log_sd,
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
