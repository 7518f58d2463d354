//! Households as they may live, given what is answered, and how likely the answers are in each.

use super::chances::{CarNumbers, Chances, Numbers, correlated, number};
use super::places::Places;
use crate::affluence::Affluence;
use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, Person, QuestionId as Q};
use crate::choice::{CarKind, CarSize, Choice};
use crate::factors::Factors;
use crate::household::{CarGuess, Value};
use crate::priors::{Draw, prior};
use crate::question::{Asks, Domain, Kind};
use crate::reach::Questions;
use crate::rows::{RowId, ShareGroup, id, share, shares};
use crate::shares::pick;
use crate::unit::Conversion;

/// An amount farther than so many logarithmic standard deviations from what is likely counts as much more as it
/// would at this distance, and not by the square: Huber's constant, at which hardly anything is lost where
/// amounts are lognormal (95 % efficiency; P. J. Huber, Robust estimation of a location parameter, 1964).
const FAR: f64 = 1.345;
/// As little as this of anything, in the unit that it is asked in, is taken as this much: none then says no more than
/// very little does.
const LITTLE: f64 = 0.01;
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

/// What is known of a question.
enum Given {
    /// Nothing.
    Nothing,
    /// Its value, the same in every household.
    Value(Value),
    /// An answer, whose value follows from the household: by a price, or by what a car is like.
    Answer(Answer),
}

impl Given {
    fn of(question: Q, answers: &Answers) -> Given {
        let Some(answer) = answers.known(question) else {
            return Given::Nothing;
        };
        let same = match (answer, question.kind()) {
            (Answer::Choice(_), _) => true,
            (Answer::Number { unit, .. }, Kind::Number(kind)) => kind
                .choice(*unit)
                .is_some_and(|choice| matches!(choice.conversion, Conversion::Times(_))),
            _ => false,
        };
        let guess = |_| CarGuess::default();
        let value = || Household::default().value_of(question, answer, &guess, &Factors::central());
        match same.then(value).flatten() {
            Some(value) => Given::Value(value),
            None => Given::Answer(answer.clone()),
        }
    }
}

/// A question as it is drawn.
struct Asked {
    question: Q,
    draw: Draw,
    numbers: Numbers,
    given: Given,
}

/// How likely each answer of a household is, as logarithms, by question.
pub type Evidence = [f64; Q::ALL.len()];
/// Of a household of which nothing is known.
pub const NO_EVIDENCE: Evidence = [0.0; Q::ALL.len()];

/// Draws households one after the other.
pub struct Sampler {
    asked: Vec<Asked>,
    /// The questions that are answered.
    given: Vec<Q>,
    /// What another adult does that is drawn: the column of what an amount is multiplied with, or that of a
    /// whole number next to the mean of a row.
    habits: Vec<(Q, usize, Option<RowId>)>,
    /// Whether the other adults are drawn too.
    others: bool,
    members_open: bool,
    places: Places,
    guesses: Guesses,
}

impl Sampler {
    /// A sampler that fills in some questions of households with these answers; with what an earlier one
    /// found out about places.
    pub fn new(
        answers: &Answers,
        questions: &Questions,
        chances: &Chances,
        places: Places,
    ) -> Sampler {
        let asked = |&question: &Q| Asked {
            question,
            draw: prior(question).draw,
            numbers: chances.of(question),
            given: Given::of(question, answers),
        };
        let habit = |&question: &Q| match (prior(question).draw, chances.of(question)) {
            (Draw::Amount { .. }, Numbers::Times { times, .. }) => Some((question, times, None)),
            (Draw::Whole(row), Numbers::Share(share)) => Some((question, share, Some(row))),
            _ => None,
        };
        let all = Q::ALL.iter();
        let given = all.clone().filter(|question| answers.knows(**question));
        let personal = all.clone().filter(|question| question.asks() == Asks::You);
        Sampler {
            asked: all.filter(|of| questions.has(**of)).map(asked).collect(),
            given: given.copied().collect(),
            habits: personal.filter_map(habit).collect(),
            others: questions.reach_others(),
            members_open: !answers.knows(Q::Members),
            places,
            guesses: Guesses {
                kinds: named(share::CAR_KIND),
                sizes: named(share::CAR_SIZE),
                numbers: match chances.of(Q::Cars) {
                    Numbers::Cars(numbers) => Some(numbers),
                    _ => None,
                },
            },
        }
    }

    /// What was found out about places.
    pub fn places(self) -> Places {
        self.places
    }

    /// Fills in a household and how likely its answers are; gives the logarithm of how likely they are
    /// together, against other draws'.
    pub fn fill(&mut self, home: &mut Household, evidence: &mut Evidence, lot: Lot<'_>) -> f64 {
        let mut filling = Filling {
            home,
            row: lot.chances.row(lot.at),
            lot,
            places: &mut self.places,
            guesses: &self.guesses,
        };
        for asked in &self.asked {
            let likely = match &asked.given {
                Given::Nothing => filling.draw(asked),
                Given::Value(value) => filling.set(asked, value),
                Given::Answer(answer) => match filling.value(asked.question, answer) {
                    Some(value) => filling.set(asked, &value),
                    None => filling.draw(asked),
                },
            };
            if let Some(known) = evidence.get_mut(asked.question as usize) {
                *known = likely;
            }
            if asked.question == Q::Spending {
                filling.home.affluence = Affluence::of(filling.home, lot.factors);
            }
        }
        if self.others {
            home.other_adult = if home.members > 1.0 {
                self.other_adult(home, lot)
            } else {
                Person::default()
            };
        }
        let given = self.given.iter();
        let known = given.filter_map(|question| evidence.get(*question as usize));
        let mut likely: f64 = known.sum();
        if self.members_open {
            // it is a person who asks: a household is met as often as it has members
            likely += libm::log(home.members);
        }
        likely
    }

    /// Another adult, whose habits are drawn apart: by the numbers of the draw half a round away.
    fn other_adult(&self, home: &Household, lot: Lot<'_>) -> Person {
        let factors = lot.factors;
        let mut person = Person::average(home, factors);
        let row = lot.chances.row(lot.at + lot.chances.draws() / 2);
        for (question, column, mean) in &self.habits {
            let by = match mean {
                None => number(row, *column),
                Some(mean) => {
                    let mean = factors.value(*mean);
                    whole(mean, number(row, *column)) / mean
                }
            };
            person.scale(*question, by);
        }
        person
    }
}

/// What cars are like as long as nobody says.
struct Guesses {
    kinds: Vec<(CarKind, f64)>,
    sizes: Vec<(CarSize, f64)>,
    numbers: Option<CarNumbers>,
}

impl Guesses {
    /// What a car is like that is drawn by these numbers.
    fn car(&self, row: &[f64]) -> CarGuess {
        let Some(numbers) = self.numbers else {
            return CarGuess::default();
        };
        CarGuess {
            kind: pick(&self.kinds, number(row, numbers.kind)).unwrap_or_default(),
            size: pick(&self.sizes, number(row, numbers.size)).unwrap_or_default(),
            km: number(row, numbers.km),
        }
    }
}

/// A household that is being filled in, question by question.
struct Filling<'a> {
    home: &'a mut Household,
    lot: Lot<'a>,
    /// The numbers of its draw.
    row: &'a [f64],
    places: &'a mut Places,
    guesses: &'a Guesses,
}

impl Filling<'_> {
    /// The value of an answer in this household.
    fn value(&self, question: Q, answer: &Answer) -> Option<Value> {
        let Lot { at, chances, .. } = self.lot;
        let apart = chances.draws() / MOST_CARS;
        let guess = |item| self.guesses.car(chances.row(at + item * apart));
        self.home
            .value_of(question, answer, &guess, self.lot.factors)
    }

    /// Fills in a value that is given; gives the logarithm of how likely it is.
    fn set(&mut self, asked: &Asked, value: &Value) -> f64 {
        let likely = self.likely(asked, value);
        self.home.set(asked.question, value);
        likely
    }

    /// Fills in an open question; it is no evidence.
    fn draw(&mut self, asked: &Asked) -> f64 {
        let (factors, row) = (self.lot.factors, self.row);
        let question = asked.question;
        match (&asked.draw, asked.numbers) {
            (Draw::Amount { .. }, Numbers::Times { times, .. }) => {
                self.home.set_default(question, number(row, times), factors);
            }
            (Draw::Whole(mean), Numbers::Share(share)) => {
                let count = whole(factors.value(*mean), number(row, share));
                let people = self.home.people(question, factors);
                self.home.set(question, &Value::Number(count));
                self.home.scale(question, people);
            }
            (Draw::Options(_), Numbers::Share(share)) => {
                match pick(self.places.options(question, self.home), number(row, share)) {
                    Some(option) => self.home.set(question, &Value::Choice(option)),
                    None => self.home.set_default(question, 1.0, factors),
                }
            }
            (Draw::Count(_), Numbers::Share(share)) => {
                self.count(question, number(row, share));
            }
            (Draw::Count(Some(by)), Numbers::Score(score)) => {
                let by = factors.value(*by);
                let among = correlated(number(row, score), self.home.affluence.score, by);
                self.count(question, among);
            }
            (Draw::Cars, Numbers::Cars(cars)) => {
                let by = factors.value(id::CARS_BY_SPENDING);
                let among = correlated(number(row, cars.count), self.home.affluence.score, by);
                let count = pick(self.places.counts(question, self.home), among);
                let car = self.guesses.car(row).car(factors);
                self.home.cars = vec![car; count.unwrap_or_default() as usize];
            }
            (Draw::Place, Numbers::Share(share)) => self.place(question, number(row, share)),
            _ => self.home.set_default(question, 1.0, factors),
        }
        0.0
    }

    fn count(&mut self, question: Q, among: f64) {
        let count = pick(self.places.counts(question, self.home), among);
        self.home
            .set(question, &Value::Number(count.unwrap_or_default()));
    }

    fn place(&mut self, question: Q, among: f64) {
        if question == Q::Province {
            self.home.province = pick(self.places.provinces(), among).unwrap_or_default();
        } else {
            let kinds = self.places.settlements(self.home.province);
            self.home.settlement = pick(&kinds, among).unwrap_or_default();
        }
    }

    /// The logarithm of how likely an answer is in this household, but for what all draws share.
    ///
    /// What is answered is evidence of what is not: who uses much electricity is likely to be many,
    /// who buys many shoes to be rich. Of lists only the number of cars is used, and of numbers of
    /// things owned none.
    fn likely(&mut self, asked: &Asked, value: &Value) -> f64 {
        let question = asked.question;
        match (&asked.draw, value, asked.numbers) {
            (Draw::Amount { .. }, Value::Number(given), Numbers::Times { users, log_sd, .. }) => {
                self.home.set_default(question, 1.0, self.lot.factors);
                // who has none of what only some have is met as often in all draws; and who leaves a food
                // out does so by taste or creed
                if *given <= 0.0 && (users < 1.0 || question.domain() == Domain::Food) {
                    return 0.0;
                }
                amount_likely(*given, self.home.number(question) / users, log_sd)
            }
            (Draw::Options(_), Value::Choice(given), _) => {
                share_likely(self.places.options(question, self.home), given)
            }
            (Draw::Count(_), Value::Number(given), _) => {
                share_likely(self.places.counts(question, self.home), given)
            }
            (Draw::Place, Value::Choice(given), _) if question == Q::Settlement => {
                let kinds = self.places.settlements(self.home.province);
                let kinds = kinds.map(|(kind, share)| (kind.id(), share));
                share_likely(&kinds, given)
            }
            (Draw::Cars, Value::Cars(cars), _) => {
                let count = cars.len() as f64;
                share_likely(self.places.counts(question, self.home), &count)
            }
            _ => 0.0,
        }
    }
}

/// The logarithm of how likely an amount is among those who have any.
fn amount_likely(given: f64, expected: f64, log_sd: f64) -> f64 {
    if log_sd <= 0.0 {
        return 0.0;
    }
    let part = given.max(LITTLE) / expected.max(LITTLE);
    huber((libm::log(part) + log_sd * log_sd / 2.0) / log_sd)
}

/// The logarithm of how likely a standard score is, at most as steep as at [`FAR`]: the farther an amount, the more it
/// speaks for draws on its side, but none outweighs all others.
fn huber(score: f64) -> f64 {
    let far = score.abs();
    let near = far.min(FAR);
    near * (near / 2.0 - far)
}

/// The logarithm of an option's share; of counts above all that are known, the last one's.
fn share_likely<T: PartialEq>(shares: &[(T, f64)], given: &T) -> f64 {
    let known = shares.iter().find(|(option, _)| option == given);
    let share = known.or(shares.last()).map_or(1.0, |(_, share)| *share);
    libm::log(share.max(LEAST_SHARE))
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
