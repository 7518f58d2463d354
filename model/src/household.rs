//! The household: values, the items of its lists, and how answers become a household.

use crate::affluence::Affluence;
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId};
use crate::choice::{CabinClass, CarKind, CarSize, Choice, FlightKind, Scope, Settlement};
use crate::derived::{Derived, Number, row, unit};
use crate::factors::Factors;
use crate::footprint::person::adults;
use crate::footprint::{Amount, Origin, Untold, Working};
use crate::question::{Asks, Field, FieldKind, Kind};
use crate::rows::{RowId, car, id};
use crate::unit::AnswerUnit;

/// A household's value of a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// The id of an option.
    Choice(&'static str),
    /// An amount in the question's default unit.
    Number(f64),
    /// The household's cars.
    Cars(Vec<Car>),
    /// Flights taken in a year.
    Flights(Vec<Flight>),
}

impl Value {
    /// The amount, where the value is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Value {
    /// How many items a list has; none of what is no list.
    pub(crate) fn len(&self) -> usize {
        match self {
            Value::Cars(cars) => cars.len(),
            Value::Flights(flights) => flights.len(),
            Value::Choice(_) | Value::Number(_) => 0,
        }
    }

    /// The value of a field of an item, if this is a list that has it.
    pub fn of_item(&self, index: usize, field: &str) -> Option<Value> {
        match self {
            Value::Cars(cars) => cars.get(index)?.value(field),
            Value::Flights(flights) => flights.get(index)?.value(field),
            Value::Choice(_) | Value::Number(_) => None,
        }
    }
}

impl Value {
    /// The items of a list, every field of each given; none of what is no list.
    pub(crate) fn items(&self) -> Vec<Item> {
        match self {
            Value::Cars(cars) => items(QuestionId::Cars, cars, Car::value),
            Value::Flights(flights) => items(QuestionId::Flights, flights, Flight::value),
            Value::Choice(_) | Value::Number(_) => Vec::new(),
        }
    }
}

/// Items with the value of each field that their question has.
fn items<T>(question: QuestionId, list: &[T], value: fn(&T, &str) -> Option<Value>) -> Vec<Item> {
    let Kind::List { fields, .. } = question.kind() else {
        return Vec::new();
    };
    let answer = |field: &Field, value: Value| match (value, field.kind) {
        (Value::Choice(id), _) => Some(Answer::Choice(id)),
        (Value::Number(value), FieldKind::Number(kind)) => Some(Answer::Number {
            value,
            unit: kind.unit(),
        }),
        _ => None,
    };
    let item = |of: &T| Item {
        fields: fields
            .iter()
            .filter_map(|field| Some((field.id, answer(field, value(of, field.id)?)?)))
            .collect(),
    };
    list.iter().map(item).collect()
}

impl<T: Choice> From<&T> for Value {
    fn from(choice: &T) -> Value {
        Value::Choice(choice.id())
    }
}

impl From<&f64> for Value {
    fn from(number: &f64) -> Value {
        Value::Number(*number)
    }
}

impl From<&Vec<Car>> for Value {
    fn from(cars: &Vec<Car>) -> Value {
        Value::Cars(cars.clone())
    }
}

impl From<&Vec<Flight>> for Value {
    fn from(flights: &Vec<Flight>) -> Value {
        Value::Flights(flights.clone())
    }
}

/// Reads a value as the type of a question's field.
pub(crate) trait FromValue: Sized {
    /// A default of this type as it is read with its steps.
    type Told;

    /// The steps of a default, where it is a number.
    fn told(_: Self::Told) -> Option<Derived> {
        None
    }

    /// The value, if it is of this type.
    fn from_value(value: &Value) -> Option<Self>;

    /// The amount, where the type is a number; else 0.
    fn amount(&self) -> f64 {
        0.0
    }

    /// Multiplies the amount, where the type has one.
    fn scale(&mut self, _: f64) {}

    /// Sets the amount, where the type is a number.
    fn put(&mut self, _: f64) {}
}

impl<T: Choice> FromValue for T {
    type Told = T;

    fn from_value(value: &Value) -> Option<T> {
        match value {
            Value::Choice(id) => T::from_id(id),
            _ => None,
        }
    }
}

impl FromValue for f64 {
    type Told = Derived;

    fn told(told: Derived) -> Option<Derived> {
        Some(told)
    }

    fn from_value(value: &Value) -> Option<f64> {
        value.number()
    }

    fn amount(&self) -> f64 {
        *self
    }

    fn scale(&mut self, by: f64) {
        *self *= by;
    }

    fn put(&mut self, amount: f64) {
        *self = amount;
    }
}

impl FromValue for Vec<Car> {
    type Told = Vec<Car>;

    fn from_value(value: &Value) -> Option<Vec<Car>> {
        match value {
            Value::Cars(cars) => Some(cars.clone()),
            _ => None,
        }
    }
}

impl FromValue for Vec<Flight> {
    type Told = Vec<Flight>;

    fn from_value(value: &Value) -> Option<Vec<Flight>> {
        match value {
            Value::Flights(flights) => Some(flights.clone()),
            _ => None,
        }
    }

    fn scale(&mut self, by: f64) {
        self.iter_mut().for_each(|flight| flight.trips *= by);
    }
}

/// A value of a formula that is the household's own.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnValue {
    /// The question's own unit, in which the value stands.
    pub unit: AnswerUnit,
    /// What was entered in another unit, with that unit, and how it became the value.
    pub entered: Option<(AnswerUnit, Amount)>,
}

/// A car of the household.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Car {
    /// Drive.
    pub kind: CarKind,
    /// Size.
    pub size: CarSize,
    /// Kilometres a year.
    pub km: f64,
    /// People in the car on average.
    pub occupancy: f64,
    /// Litres per 100 km; of a plug-in hybrid when it runs on fuel.
    pub fuel_use: f64,
    /// Kilowatt-hours per 100 km; of a plug-in hybrid when it runs on electricity.
    pub charge_use: f64,
    /// Part of the charging that is done at home, in percent.
    pub home_charging: f64,
}

/// The cell of a table by car kind and size; 0 where such a car takes none of it.
fn by_kind_and_size(
    table: &[[Option<RowId>; 5]; 5],
    kind: CarKind,
    size: CarSize,
) -> Option<RowId> {
    *table.get(kind as usize)?.get(size as usize)?
}

/// The part of charging that is done at home, percent.
fn usual_home_charging<N: Number>(factors: &Factors) -> N {
    row::<N>(id::CHARGING_HOME_SHARE, factors) * unit(100.0)
}

impl Car {
    /// A car of this kind as the tables know it.
    pub fn typical(kind: CarKind, size: CarSize, factors: &Factors) -> Car {
        let value =
            |table| by_kind_and_size(table, kind, size).map_or(0.0, |row| factors.value(row));
        Car {
            kind,
            size,
            km: factors.value(id::CAR_KM),
            occupancy: factors.value(id::OCC_CAR),
            fuel_use: value(&car::L100),
            charge_use: value(&car::KWH100),
            home_charging: usual_home_charging(factors),
        }
    }

    /// A number of such a car as the tables know it, with its steps; none of a field that is no number.
    pub(crate) fn usual(
        field: &str,
        kind: CarKind,
        size: CarSize,
        factors: &Factors,
    ) -> Option<Derived> {
        let cell = |table| match by_kind_and_size(table, kind, size) {
            Some(of) => row(of, factors),
            None => Derived::plain(0.0),
        };
        Some(match field {
            "km" => row(id::CAR_KM, factors),
            "occupancy" => row(id::OCC_CAR, factors),
            "fuel_use" => cell(&car::L100),
            "charge_use" => cell(&car::KWH100),
            "home_charging" => usual_home_charging(factors),
            _ => return None,
        })
    }

    /// The value of a field, answered or as it follows from the others.
    pub fn value(&self, field: &str) -> Option<Value> {
        Some(match field {
            "kind" => Value::from(&self.kind),
            "size" => Value::from(&self.size),
            "km" => Value::Number(self.km),
            "occupancy" => Value::Number(self.occupancy),
            "fuel_use" => Value::Number(self.fuel_use),
            "charge_use" => Value::Number(self.charge_use),
            "home_charging" => Value::Number(self.home_charging),
            _ => return None,
        })
    }

    /// The row of what such a car burns, L/100 km; none where it burns nothing.
    pub(crate) fn fuel_row(kind: CarKind, size: CarSize) -> Option<RowId> {
        by_kind_and_size(&car::L100, kind, size)
    }

    /// The row of its manufacture, kg CO2e per vehicle or t, by the row's unit.
    pub fn manufacture(&self) -> Option<RowId> {
        by_kind_and_size(&car::MFG, self.kind, self.size)
    }

    /// The part of its kilometres run on electricity.
    pub fn electric_share(&self, factors: &Factors) -> f64 {
        match self.kind {
            CarKind::Electric => 1.0,
            CarKind::PlugIn => factors.value(id::PHEV_UF),
            CarKind::Petrol | CarKind::Diesel | CarKind::Hybrid => 0.0,
        }
    }

    fn from_item(item: &Item, guess: &CarGuess, household: &Household, factors: &Factors) -> Car {
        let typical = CarGuess {
            kind: item.choice("kind").unwrap_or(guess.kind),
            size: item.choice("size").unwrap_or(guess.size),
            km: guess.km,
        }
        .car(factors);
        let number = |field, otherwise| {
            item.number(QuestionId::Cars, field, household, factors)
                .unwrap_or(otherwise)
        };
        let mut car = Car {
            km: number("km", typical.km),
            occupancy: number("occupancy", typical.occupancy),
            fuel_use: number("fuel_use", typical.fuel_use),
            charge_use: number("charge_use", typical.charge_use),
            home_charging: number("home_charging", typical.home_charging),
            ..typical
        };
        if item.unit("km").is_some_and(Car::by_fuel) {
            let km: Amount<Untold> = Amount::of(Origin::Item(QuestionId::Cars, "km"), car.km);
            car.km = car
                .km_by_fuel(km, factors)
                .map_or(typical.km, |km| km.value);
        }
        car
    }

    /// Whether a unit says how far a car is driven by its fuel.
    fn by_fuel(unit: AnswerUnit) -> bool {
        matches!(unit, AnswerUnit::LitreMonth | AnswerUnit::CnyMonth)
    }

    /// Kilometres that a compact petrol car would drive on some fuel, for this car:
    /// `km x its litres per 100 km / this car's / the part of this car's km run on fuel`.
    /// None for a car that burns none.
    fn km_by_fuel<W: Working>(&self, km: Amount<W>, factors: &Factors) -> Option<Amount<W>> {
        let compact = Car::fuel_row(CarKind::Petrol, CarSize::Compact)?;
        let burnt = self.fuel_use * (1.0 - self.electric_share(factors));
        let own = Origin::Item(QuestionId::Cars, "fuel_use");
        (burnt > 0.0).then(|| km.times_row(compact, factors).over(own, burnt))
    }
}

/// What a car is taken to be as far as nobody says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CarGuess {
    /// Drive.
    pub kind: CarKind,
    /// Size.
    pub size: CarSize,
    /// How many times the usual kilometres it is driven.
    pub km: f64,
}

/// The most common car, driven as the mean one is.
impl Default for CarGuess {
    fn default() -> CarGuess {
        CarGuess {
            kind: CarKind::default(),
            size: CarSize::default(),
            km: 1.0,
        }
    }
}

impl CarGuess {
    /// Such a car.
    pub(crate) fn car(self, factors: &Factors) -> Car {
        let mut car = Car::typical(self.kind, self.size, factors);
        car.km *= self.km;
        car
    }
}

/// Flights of one kind taken in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flight {
    /// Where it goes.
    pub kind: FlightKind,
    /// Cabin class.
    pub class: CabinClass,
    /// Kilometres of one flight, one way.
    pub distance: f64,
    /// Flights a year, each way counted.
    pub trips: f64,
}

impl Flight {
    /// The mean distance of such a flight, km one way.
    pub fn usual_distance<N: Number>(kind: FlightKind, factors: &Factors) -> N {
        let distance = match kind {
            FlightKind::Domestic => id::AIR_TRIP_DOM_KM,
            FlightKind::International => id::AIR_TRIP_INT_KM,
        };
        row(distance, factors)
    }

    /// The value of a field, answered or as it follows from the others.
    pub fn value(&self, field: &str) -> Option<Value> {
        Some(match field {
            "kind" => Value::from(&self.kind),
            "class" => Value::from(&self.class),
            "distance" => Value::Number(self.distance),
            "trips" => Value::Number(self.trips),
            _ => return None,
        })
    }

    /// Passenger-kilometres a year.
    pub fn km(&self) -> f64 {
        self.distance * self.trips
    }

    fn from_item(item: &Item, household: &Household, factors: &Factors) -> Flight {
        let kind = item.choice("kind").unwrap_or_default();
        let number = |field, otherwise| {
            item.number(QuestionId::Flights, field, household, factors)
                .unwrap_or(otherwise)
        };
        Flight {
            kind,
            class: item.choice("class").unwrap_or_default(),
            distance: number("distance", Flight::usual_distance(kind, factors)),
            trips: number("trips", 1.0),
        }
    }
}

impl Household {
    /// The household of these answers: what is answered, and defaults for the rest.
    ///
    /// Questions are settled in the catalogue's order, so that a default follows from all that is
    /// known before it.
    pub fn resolve(answers: &Answers, factors: &Factors) -> Household {
        let mut household = Household::default();
        for &question in QuestionId::ALL {
            let value = answers.get(question).and_then(|answer| {
                household.value_of(question, answer, &|_| CarGuess::default(), factors)
            });
            match value {
                Some(value) => household.set(question, &value),
                None => household.set_default(question, 1.0, factors),
            }
            if question == QuestionId::Spending {
                household.affluence = Affluence::of(&household, factors);
            }
        }
        household.other_adult = crate::catalogue::Person::average(&household, factors);
        household
    }

    /// How many people a question's answer is for: where the answers of its domain are the household's
    /// totals, what is not answered is the total of the average household too. Else one.
    pub(crate) fn people(&self, question: QuestionId, factors: &Factors) -> f64 {
        self.people_asked(question, factors).unwrap_or(1.0)
    }

    /// The same, where it is not one alone.
    pub(crate) fn people_asked<N: Number>(
        &self,
        question: QuestionId,
        factors: &Factors,
    ) -> Option<N> {
        let total = question.asks() == Asks::You && self.scope(question) == Scope::HouseholdTotal;
        (total && question != QuestionId::PhoneLife).then(|| adults(self, question, factors))
    }

    /// The household's value of a question by an answer; none where the answer does not know.
    /// `guess` says what a car of a list is like as far as its item does not.
    pub(crate) fn value_of(
        &self,
        question: QuestionId,
        answer: &Answer,
        guess: &dyn Fn(usize) -> CarGuess,
        factors: &Factors,
    ) -> Option<Value> {
        match (answer, question.kind()) {
            (Answer::Choice(id), Kind::Choice(_)) => Some(Value::Choice(id)),
            (Answer::Number { value, unit }, Kind::Number(kind)) => {
                let choice = kind.choice(*unit)?;
                Some(Value::Number(
                    value * choice.conversion.per_unit(self, factors),
                ))
            }
            (Answer::List(items), Kind::List { .. }) if question == QuestionId::Cars => {
                let items = items.iter().enumerate();
                let cars = items.map(|(at, item)| Car::from_item(item, &guess(at), self, factors));
                Some(Value::Cars(cars.collect()))
            }
            (Answer::List(items), Kind::List { .. }) => {
                let flights = items
                    .iter()
                    .map(|item| Flight::from_item(item, self, factors));
                Some(Value::Flights(flights.collect()))
            }
            _ => None,
        }
    }

    /// Where a value in a formula comes from, if it is the very value of a question or of a field of a
    /// list: its unit, and how the answer in another unit became it.
    pub fn own_value(
        &self,
        origin: Origin,
        value: f64,
        answers: &Answers,
        factors: &Factors,
    ) -> Option<OwnValue> {
        let (question, own) = match origin {
            Origin::Answer(question) => (question, self.value(question)),
            Origin::OtherAdult(question) => {
                (question, Value::Number(self.other_adult.number(question)))
            }
            Origin::Item(question, _) => (question, self.value(question)),
            _ => return None,
        };
        let given = answers.get(question);
        let (kind, given, car) = match (origin, question.kind()) {
            (Origin::Item(_, field), Kind::List { fields, .. }) => {
                let field = fields.iter().find(|known| known.id == field)?;
                let FieldKind::Number(kind) = field.kind else {
                    return None;
                };
                let same = |at: &usize| own.of_item(*at, field.id) == Some(Value::Number(value));
                let at = (0..own.len()).find(same)?;
                let given = match given {
                    Some(Answer::List(items)) => items.get(at)?.fields.get(field.id),
                    _ => None,
                };
                let car = match &own {
                    Value::Cars(cars) if field.id == "km" => cars.get(at),
                    _ => None,
                };
                (kind, given, car)
            }
            (_, Kind::Number(kind)) if own.number() == Some(value) => (
                kind,
                given.filter(|_| origin == Origin::Answer(question)),
                None,
            ),
            _ => return None,
        };
        let entered = || match given {
            Some(Answer::Number { value, unit }) if *unit != kind.unit() => {
                let choice = kind.choice(*unit)?;
                let typed = Amount::of(origin, *value);
                let amount = choice.conversion.convert(typed, self, factors);
                match car {
                    Some(car) if Car::by_fuel(*unit) => car.km_by_fuel(amount, factors),
                    _ => Some(amount),
                }
                .map(|amount| (*unit, amount))
            }
            _ => None,
        };
        Some(OwnValue {
            unit: kind.unit(),
            entered: entered(),
        })
    }

    /// Whether a value in a formula is the very number of the question or field that it names; if not, it only
    /// follows from it.
    pub fn is_own(&self, origin: Origin, value: f64) -> bool {
        match origin {
            Origin::Answer(question) => self.value(question).number() == Some(value),
            Origin::OtherAdult(question) => self.other_adult.number(question) == value,
            Origin::Item(question, field) => {
                let list = self.value(question);
                let mut all = (0..).map_while(|at| list.of_item(at, field));
                all.any(|own| own == Value::Number(value))
            }
            _ => false,
        }
    }

    /// What this household would answer to a question, in the question's default unit.
    pub fn answer(&self, question: QuestionId) -> Answer {
        match (self.value(question), question.kind()) {
            (Value::Choice(id), _) => Answer::Choice(id),
            (Value::Number(value), Kind::Number(kind)) => Answer::Number {
                value,
                unit: kind.unit(),
            },
            (list, _) => Answer::List(list.items()),
        }
    }

    /// Whether it lives in a village.
    pub fn is_rural(&self) -> bool {
        self.settlement == Settlement::Village
    }

    /// Children living here; never all members, since an adult answers.
    pub fn children_living_here(&self) -> f64 {
        self.children.min(self.members - 1.0).max(0.0)
    }

    /// Adults besides the one who answers.
    pub fn other_adults(&self) -> f64 {
        (self.members - 1.0 - self.children_living_here()).max(0.0)
    }

    /// Whom the answers to a domain's personal questions cover.
    pub fn scope(&self, question: QuestionId) -> Scope {
        use crate::question::Domain;
        match question.domain() {
            Domain::Travel => self.you.travel_scope,
            Domain::Food => self.you.food_scope,
            Domain::Goods => self.you.goods_scope,
            _ => self.you.leisure_scope,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;

    /// What was entered comes to the household's own amount, step by step.
    #[test]
    fn what_was_entered_leads_to_the_amount() {
        let factors = Factors::central();
        let text = r#"{"format": 1, "answers": {"province": "CN-SC", "members": 3,
            "electricity": {"value": 120, "unit": "CNY/month"}, "gas": 12,
            "rice": {"value": 5, "unit": "kg/month"},
            "cars": [{"km": 9000}, {"kind": "hev", "km": {"value": 300, "unit": "CNY/month"}}]}}"#;
        let answers = file::read(text)
            .map(|file| file.answers)
            .unwrap_or_default();
        let home = Household::resolve(&answers, &factors);
        let told = |origin, value| home.own_value(origin, value, &answers, &factors);
        let entered = |origin, value| told(origin, value).and_then(|own| own.entered);
        for (question, unit, steps) in [
            (QuestionId::Electricity, "CNY/month", 2),
            (QuestionId::Rice, "kg/month", 5),
        ] {
            let value = home.value(question).number().unwrap_or_default();
            let told = entered(Origin::Answer(question), value);
            let (of, amount) = told.unwrap_or((AnswerUnit::Km, Amount::zero()));
            assert_eq!((of.symbol(), amount.formula.len()), (unit, steps));
            assert!((amount.value - value).abs() < 1e-9 * value);
            // of another amount it says nothing
            assert_eq!(entered(Origin::Answer(question), value + 1.0), None);
        }
        let gas = told(Origin::Answer(QuestionId::Gas), home.gas);
        let unit = AnswerUnit::CubicMetreMonth;
        assert_eq!(
            gas,
            Some(OwnValue {
                unit,
                entered: None
            })
        );
        let km = Origin::Item(QuestionId::Cars, "km");
        let km_of = |car: usize| home.cars.get(car).map(|car| car.km).unwrap_or_default();
        assert_eq!(entered(km, km_of(0)), None);
        let told = entered(km, km_of(1));
        let value = told.map(|(_, amount)| amount.value).unwrap_or_default();
        assert!((value - km_of(1)).abs() < 1e-9 * value, "{value}");
    }
}
