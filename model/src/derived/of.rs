//! How the default behind a value of a formula is computed, where nobody answered.

use super::{Derived, Number, Term};
use crate::affluence::{effect, level, score};
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId as Q};
use crate::defaults::travel::{among_by_cars, expected_cars, flight_trips};
use crate::factors::Factors;
use crate::footprint::{Origin, energy, second_hand, treated};
use crate::household::{Car, Flight, Value};

/// How the default behind a value of a formula is computed: from the rows of the tables, the statistics of the
/// place and what else is known of the household. None where the value was answered, and of what is no number.
/// Of several items of a list the one that has this value is told, else the first whose field is open.
pub fn derived(
    origin: Origin,
    value: f64,
    household: &Household,
    answers: &Answers,
    factors: &Factors,
) -> Option<Derived> {
    match origin {
        Origin::Answer(question) if !answers.knows(question) => {
            household.derived(question, factors)
        }
        Origin::OtherAdult(question) => household.derived_average(question, factors),
        Origin::Item(question, field) => {
            let list = household.value(question);
            let items = match answers.known(question) {
                Some(Answer::List(items)) => items.as_slice(),
                _ => &[],
            };
            let open = |at: &usize| items.get(*at).is_none_or(|item: &Item| item.is_open(field));
            let all = || (0..list.len()).filter(open);
            let same = |at: &usize| list.of_item(*at, field) == Some(Value::Number(value));
            let at = all().find(same).or_else(|| all().next())?;
            household.derived_field(&list, at, field, items.is_empty(), factors)
        }
        _ => None,
    }
}

/// How a value follows from the answer to a question that is not the value itself, or from its default; of waste the
/// part that has this value. None where it is no such value.
pub fn derived_effect(
    question: Q,
    value: f64,
    household: &Household,
    factors: &Factors,
) -> Option<Derived> {
    let all: Vec<Derived> = match question {
        Q::IndoorTemperature => vec![energy::warmth(household, factors)],
        Q::CoolingSetpoint => vec![energy::setting(household, factors)],
        Q::SecondHand => vec![second_hand(household, factors)],
        Q::WasteSorting => treated(household, factors).into(),
        _ => Vec::new(),
    };
    all.into_iter().find(|told| told.value == value)
}

/// How many cars such households have on average, and at which place among them, 0 to 1, the household stands by
/// what it spends: the shares of the tables are moved to that mean and laid end to end, and the number in which
/// the place falls is the default.
pub fn derived_cars(household: &Household, factors: &Factors) -> [Derived; 2] {
    let mean = expected_cars(household, factors);
    let score = score(household, factors);
    [mean, among_by_cars(score, factors)]
}

impl Household {
    /// How the household's default of a number question is computed.
    fn derived(&self, question: Q, factors: &Factors) -> Option<Derived> {
        let base = self.default_told(question, factors)?;
        Some(self.derived_total(base, question, factors))
    }

    /// The same of the average adult.
    fn derived_average(&self, question: Q, factors: &Factors) -> Option<Derived> {
        let base = self.default_told(question, factors)?;
        Some(self.derived_each(base, question, factors))
    }

    /// Times what the household can afford, and what an adult takes against the mean person.
    fn derived_each(&self, base: Derived, question: Q, factors: &Factors) -> Derived {
        let afforded = question.need().map(|need| {
            let moved: Derived = effect(need, level(self, factors), factors);
            moved.named(Term::Afforded)
        });
        match (afforded, question.adult_level(factors)) {
            (Some(afforded), Some(adult)) => base * (afforded * adult),
            (Some(by), None) | (None, Some(by)) => base * by,
            (None, None) => base,
        }
    }

    /// The same, for all whom the question asks about.
    fn derived_total(&self, base: Derived, question: Q, factors: &Factors) -> Derived {
        let each = self.derived_each(base, question, factors);
        match self.people_asked(question, factors) {
            Some(people) => each * people,
            None => each,
        }
    }

    /// How a field of an item is computed that nobody answered; of flights that nobody listed also how many.
    fn derived_field(
        &self,
        list: &Value,
        at: usize,
        field: &str,
        unlisted: bool,
        factors: &Factors,
    ) -> Option<Derived> {
        match list {
            Value::Cars(cars) => {
                let car = cars.get(at)?;
                Car::usual(field, car.kind, car.size, factors)
            }
            Value::Flights(flights) => {
                let kind = flights.get(at)?.kind;
                match field {
                    "distance" => Some(Flight::usual_distance(kind, factors)),
                    "trips" if unlisted => {
                        let trips = flight_trips(kind, factors);
                        Some(self.derived_total(trips, Q::Flights, factors))
                    }
                    "trips" => Some(Derived::plain(1.0)),
                    _ => None,
                }
            }
            Value::Choice(_) | Value::Number(_) => None,
        }
    }
}
