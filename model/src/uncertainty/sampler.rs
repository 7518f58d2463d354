//! Households as they may live, given what is answered, and how likely the answers are in each.

use super::chances::{Chances, Numbers, correlated};
use super::places::Places;
use crate::affluence::Affluence;
use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, Person, QuestionId as Q};
use crate::choice::{CarKind, CarSize, Choice};
use crate::factors::Factors;
use crate::household::{CarGuess, Value};
use crate::priors::{Draw, Prior, prior};
use crate::question::Asks;
use crate::rows::{ShareGroup, id, share, shares};
use crate::shares::pick;

/// An amount this many logarithmic standard deviations from what is likely says no more than that.
const FARTHEST: f64 = 3.0;
/// Cars of a household beyond so many are like earlier ones.
const MOST_CARS: usize = 6;
/// A share below this is taken as this: tables may not know every household.
const LEAST_SHARE: f64 = 0.002;

/// What chance has for one draw.
#[derive(Clone, Copy)]
pub struct Lot<'a> {
    /// The place of the draw.
    pub at: usize,
    /// The numbers of all draws.
    pub chances: &'a Chances,
    /// The factors of this one.
    pub factors: &'a Factors,
}

/// Draws households one after the other.
pub struct Sampler {
    given: Vec<Option<Answer>>,
    priors: Vec<Prior>,
    places: Places,
    kinds: Vec<(CarKind, f64)>,
    sizes: Vec<(CarSize, f64)>,
    draws: usize,
}

impl Sampler {
    /// A sampler of households with these answers, of which so many are drawn; with what an earlier
    /// one found out about places.
    pub fn new(answers: &Answers, draws: usize, places: Places) -> Sampler {
        let known = |question: &Q| {
            let answer = answers.get(*question);
            answer.filter(|answer| **answer != Answer::Unknown).cloned()
        };
        Sampler {
            given: Q::ALL.iter().map(known).collect(),
            priors: Q::ALL.iter().map(|question| prior(*question)).collect(),
            places,
            kinds: named(share::CAR_KIND),
            sizes: named(share::CAR_SIZE),
            draws,
        }
    }

    /// What was found out about places.
    pub fn places(self) -> Places {
        self.places
    }

    /// Fills in a household; gives the logarithm of how likely its answers are against other draws'.
    pub fn fill(&mut self, home: &mut Household, lot: Lot<'_>) -> f64 {
        let factors = lot.factors;
        let mut likely = 0.0;
        let members = self.given.get(Q::Members as usize);
        let members_open = members.is_none_or(Option::is_none);
        for (index, &question) in Q::ALL.iter().enumerate() {
            let answer = self.given.get(index).and_then(Option::as_ref);
            let value = answer.and_then(|answer| {
                let guess = |item| self.car(lot.at + item * self.draws / MOST_CARS, lot.chances);
                home.value_of(question, answer, &guess, factors)
            });
            match value {
                Some(value) => {
                    likely += self.likely(question, home, &value, lot);
                    home.set(question, &value);
                }
                None => self.draw(question, home, lot),
            }
            if question == Q::Spending {
                home.affluence = Affluence::of(home, factors);
            }
        }
        if home.members > 1.0 {
            home.other_adult = self.other_adult(home, lot);
        }
        if members_open {
            // it is a person who asks: a household is met as often as it has members
            likely += libm::log(home.members);
        }
        likely
    }

    fn prior(&self, question: Q) -> Draw {
        self.priors
            .get(question as usize)
            .map_or(Draw::Settled, |prior| prior.draw)
    }

    /// Fills in an open question.
    fn draw(&mut self, question: Q, home: &mut Household, lot: Lot<'_>) {
        let Lot {
            at,
            chances,
            factors,
        } = lot;
        match (self.prior(question), chances.of(question)) {
            (Draw::Amount { .. }, Numbers::Times { times, .. }) => {
                home.set_default(question, factors);
                home.make_total(question, factors);
                home.scale(question, number(times, at));
            }
            (Draw::Whole(row), Numbers::Shares(shares)) => {
                let count = whole(factors.value(row), number(shares, at));
                home.set(question, &Value::Number(count));
                home.make_total(question, factors);
            }
            (Draw::Options, Numbers::Shares(shares)) => {
                match pick(self.places.options(question, home), number(shares, at)) {
                    Some(option) => home.set(question, &Value::Choice(option)),
                    None => home.set_default(question, factors),
                }
            }
            (Draw::Count(_), Numbers::Shares(shares)) => {
                self.count(question, home, number(shares, at));
            }
            (Draw::Count(Some(row)), Numbers::Scores(scores)) => {
                let by = factors.value(row);
                let among = correlated(number(scores, at), home.affluence.score, by);
                self.count(question, home, among);
            }
            (Draw::Cars, Numbers::Cars(cars)) => {
                let by = factors.value(id::CARS_BY_SPENDING);
                let among = correlated(number(&cars.count, at), home.affluence.score, by);
                let count = pick(self.places.counts(question, home), among).unwrap_or_default();
                let car = self.car(at, chances).car(factors);
                home.cars = vec![car; count as usize];
            }
            (Draw::Place, Numbers::Shares(shares)) => {
                self.place(question, home, number(shares, at))
            }
            _ => {
                home.set_default(question, factors);
                home.make_total(question, factors);
            }
        }
    }

    fn count(&mut self, question: Q, home: &mut Household, among: f64) {
        if let Some(count) = pick(self.places.counts(question, home), among) {
            home.set(question, &Value::Number(count));
        }
    }

    fn place(&mut self, question: Q, home: &mut Household, among: f64) {
        if question == Q::Province {
            home.province = pick(self.places.provinces(), among).unwrap_or_default();
        } else {
            let kinds = self.places.settlements(home.province);
            home.settlement = pick(&kinds, among).unwrap_or_default();
        }
    }

    /// What a car of this draw is like as long as nobody says.
    fn car(&self, at: usize, chances: &Chances) -> CarGuess {
        let Numbers::Cars(cars) = chances.of(Q::Cars) else {
            return CarGuess::default();
        };
        let at = at % self.draws.max(1);
        CarGuess {
            kind: pick(&self.kinds, number(&cars.kind, at)).unwrap_or_default(),
            size: pick(&self.sizes, number(&cars.size, at)).unwrap_or_default(),
            km: number(&cars.km, at),
        }
    }

    /// Another adult, whose habits are drawn apart: by the numbers of the draw half a round away.
    fn other_adult(&self, home: &Household, lot: Lot<'_>) -> Person {
        let factors = lot.factors;
        let mut person = Person::average(home, factors);
        let at = (lot.at + self.draws / 2) % self.draws.max(1);
        for &question in Q::ALL {
            if question.asks() != Asks::You {
                continue;
            }
            match (self.prior(question), lot.chances.of(question)) {
                (Draw::Amount { .. }, Numbers::Times { times, .. }) => {
                    person.scale(question, number(times, at));
                }
                (Draw::Whole(row), Numbers::Shares(shares)) => {
                    let mean = factors.value(row);
                    person.scale(question, whole(mean, number(shares, at)) / mean);
                }
                _ => {}
            }
        }
        person
    }

    /// The logarithm of how likely an answer is in this household, but for what all draws share.
    ///
    /// What is answered is evidence of what is not: who uses much electricity is likely to be many,
    /// who buys many shoes to be rich. Of lists only the number of cars is used, and of numbers of
    /// things owned none.
    fn likely(&mut self, question: Q, home: &mut Household, value: &Value, lot: Lot<'_>) -> f64 {
        let factors = lot.factors;
        match (self.prior(question), value, lot.chances.of(question)) {
            (Draw::Amount { .. }, Value::Number(given), Numbers::Times { users, log_sd, .. }) => {
                home.set_default(question, factors);
                home.make_total(question, factors);
                amount_likely(*given, home.number(question) / users, *log_sd)
            }
            (Draw::Options, Value::Choice(given), _) => {
                share_likely(self.places.options(question, home), given)
            }
            (Draw::Count(_), Value::Number(given), _) => {
                share_likely(self.places.counts(question, home), given)
            }
            (Draw::Place, Value::Choice(_), _) if question == Q::Settlement => {
                let kinds = self.places.settlements(home.province);
                let kinds = kinds.map(|(kind, share)| (kind.id(), share));
                match value {
                    Value::Choice(given) => share_likely(&kinds, given),
                    _ => 0.0,
                }
            }
            (Draw::Cars, Value::Cars(cars), _) => {
                let count = cars.len() as f64;
                share_likely(self.places.counts(question, home), &count)
            }
            _ => 0.0,
        }
    }
}

/// The logarithm of how likely an amount is among those who have any.
fn amount_likely(given: f64, expected: f64, log_sd: f64) -> f64 {
    if given <= 0.0 || log_sd <= 0.0 {
        return 0.0;
    }
    let score = if expected > 0.0 {
        (libm::log(given / expected) + log_sd * log_sd / 2.0) / log_sd
    } else {
        // nobody has any in such a household
        2.0 * FARTHEST
    };
    -score.clamp(-FARTHEST, FARTHEST).powi(2) / 2.0 - (score.abs() - FARTHEST).max(0.0)
}

/// The logarithm of an option's share; of counts above all that are known, the last one's.
fn share_likely<T: PartialEq>(shares: &[(T, f64)], given: &T) -> f64 {
    let known = shares.iter().find(|(option, _)| option == given);
    let share = known.or(shares.last()).map_or(1.0, |(_, share)| *share);
    libm::log(share.max(LEAST_SHARE))
}

/// A draw's number.
fn number(numbers: &[f64], at: usize) -> f64 {
    numbers.get(at).copied().unwrap_or(1.0)
}

/// A whole number next to a mean, each of the two as often as keeps the mean.
pub fn whole(mean: f64, at: f64) -> f64 {
    let below = mean.floor();
    if at < mean - below {
        below + 1.0
    } else {
        below
    }
}

/// Options with their national shares.
fn named<T: Choice>(groups: &'static [ShareGroup]) -> Vec<(T, f64)> {
    let known = shares(groups, "CN").iter();
    known
        .filter_map(|share| Some((T::from_id(share.option)?, share.value)))
        .collect()
}
