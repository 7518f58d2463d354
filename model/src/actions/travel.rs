//! Actions on getting around.

use super::everyone::{everyone, less, scale, share_out};
use super::{Action, ActionId, Rebound, Stage, WhyNot};
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::{CabinClass, CarKind, CarSize, FlightKind, Scope, Settlement};
use crate::factors::Factors;
use crate::footprint::Section;
use crate::footprint::person::adults;
use crate::household::{Car, Flight};
use crate::question::Domain;
use crate::rows::{Province, family, id};
use crate::unit::WEEKS_PER_YEAR;

/// What fewer kilometres of a car change: its fuel and charging, and how fast it is used up.
const CARS: &[Section] = &[Section::Energy, Section::Cars, Section::Vehicles];
/// What moving from the car to other means changes.
const CARS_AND_RIDES: &[Section] = &[
    Section::Energy,
    Section::Cars,
    Section::Rides,
    Section::Vehicles,
];

const TRAVEL: Action = Action {
    stage: Stage::Avoid,
    domain: Domain::Travel,
    reaches: CARS,
    possible: has_car,
    change: |_, _, _| {},
    rebound: Rebound::No,
};

fn has_car(home: &Household, _: &Factors) -> Result<(), WhyNot> {
    if home.cars.iter().any(|car| car.km > 0.0) {
        Ok(())
    } else {
        Err(WhyNot::NoCar)
    }
}

/// Takes a share of every car's kilometres away; gives the person-kilometres a year that are gone.
fn take_from_cars(home: &mut Household, share: f64) -> f64 {
    let members = home.members;
    let mut gone = 0.0;
    for car in &mut home.cars {
        gone += car.km * share * car.occupancy.min(members);
        car.km *= 1.0 - share;
    }
    gone
}

/// Lets all members together go so many more kilometres a year by public transport: where there is a
/// metro a part by it, the rest by bus.
fn ride(home: &mut Household, km: f64, factors: &Factors) {
    let by_metro = if home.settlement == Settlement::City && home.you.metro > 0.0 {
        factors.value(id::TRANSIT_METRO_SHARE)
    } else {
        0.0
    };
    let weekly = km / WEEKS_PER_YEAR;
    share_out(home, Q::Metro, weekly * by_metro, factors);
    share_out(home, Q::Bus, weekly * (1.0 - by_metro), factors);
}

/// Fewer kilometres by car, and none instead.
pub(super) const DRIVE_LESS: Action = Action {
    change: |home, percent, _| {
        take_from_cars(home, percent / 100.0);
    },
    ..TRAVEL
};

/// Working at home on some days of the week: no way to work, more electricity at home.
pub(super) const REMOTE_WORK: Action = Action {
    reaches: CARS_AND_RIDES,
    possible: |home, _| {
        if home.cars.is_empty() && home.you.bus + home.you.metro == 0.0 {
            return Err(WhyNot::NothingToChange);
        }
        Ok(())
    },
    change: |home, days, factors| {
        let stays = days / factors.value(id::WORKING_DAYS) * factors.value(id::COMMUTE_SHARE);
        // errands and outings take some of it back
        let stays = stays * (1.0 - factors.value(id::REBOUND_REMOTE));
        // one of those who go to work stays at home
        let goers = (1.0 + home.other_adults()).min(factors.value(id::COMMUTERS_MOST));
        take_from_cars(home, stays / goers);
        let mine = match home.scope(Q::Bus) {
            Scope::OthersAverage => stays,
            Scope::OthersLikeMe | Scope::HouseholdTotal => stays / goers,
        };
        for ride in [Q::Bus, Q::Metro] {
            home.scale(ride, 1.0 - mine);
        }
        let at_home = days * factors.value(id::WORKING_WEEKS) * factors.value(id::REMOTE_KWH_DAY);
        home.electricity += at_home / crate::unit::MONTHS_PER_YEAR;
    },
    ..TRAVEL
};

/// Gives a car away; the ways of its riders go by public transport.
fn give_away(home: &mut Household, at: usize, factors: &Factors) {
    if at < home.cars.len() {
        let car = home.cars.remove(at);
        let km = car.km * car.occupancy.min(home.members);
        ride(home, km, factors);
    }
}

/// The place of the first car that `more` ranks highest.
fn most(cars: &[Car], which: impl Fn(&Car) -> bool, more: impl Fn(&Car) -> f64) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (at, car) in cars.iter().enumerate().filter(|(_, car)| which(car)) {
        if best.is_none_or(|(_, most)| more(car) > most) {
            best = Some((at, more(car)));
        }
    }
    best.map(|(at, _)| at)
}

/// The place of the car that an action is about, where it is about one.
pub(super) fn chosen_car(action: ActionId, home: &Household) -> Option<usize> {
    match action {
        ActionId::NoSecondCar => most(&home.cars, |_| true, |car| -car.km),
        ActionId::SmallerCar => most(&home.cars, |car| smaller(car.size).is_some(), |car| car.km),
        ActionId::HybridCar => most(&home.cars, plain, |car| car.km),
        ActionId::ElectricCar => most(&home.cars, burns, |car| car.km),
        _ => None,
    }
}

/// The car that an action is about.
fn car_of(action: ActionId, home: &mut Household) -> Option<&mut Car> {
    chosen_car(action, home).and_then(|at| home.cars.get_mut(at))
}

/// Without the car that is driven least.
pub(super) const NO_SECOND_CAR: Action = Action {
    reaches: &[
        Section::Energy,
        Section::Cars,
        Section::Rides,
        Section::Vehicles,
    ],
    possible: |home, _| match home.cars.len() {
        0 => Err(WhyNot::NoCar),
        1 => Err(WhyNot::OneCar),
        _ => Ok(()),
    },
    change: |home, _, factors| {
        if let Some(least) = chosen_car(ActionId::NoSecondCar, home) {
            give_away(home, least, factors);
        }
    },
    ..TRAVEL
};

/// Without any car.
pub(super) const NO_CAR: Action = Action {
    reaches: &[
        Section::Energy,
        Section::Cars,
        Section::Rides,
        Section::Vehicles,
        Section::Services,
    ],
    possible: |home, _| {
        if home.cars.is_empty() {
            Err(WhyNot::NoCar)
        } else {
            Ok(())
        }
    },
    change: |home, _, factors| {
        while !home.cars.is_empty() {
            give_away(home, 0, factors);
        }
    },
    ..TRAVEL
};

/// Public transport instead of a share of the car's kilometres.
pub(super) const TO_TRANSIT: Action = Action {
    stage: Stage::Shift,
    reaches: CARS_AND_RIDES,
    change: |home, percent, factors| {
        let km = take_from_cars(home, percent / 100.0);
        ride(home, km, factors);
    },
    ..TRAVEL
};

/// The e-bike instead of a share of the car's kilometres.
pub(super) const TO_EBIKE: Action = Action {
    stage: Stage::Shift,
    reaches: CARS,
    change: |home, percent, factors| {
        let km = take_from_cars(home, percent / 100.0);
        share_out(home, Q::Ebike, km / WEEKS_PER_YEAR, factors);
        home.ebikes = home.ebikes.max(1.0);
    },
    ..TRAVEL
};

/// On foot or by bicycle instead of the shortest rides in the car.
pub(super) const WALK: Action = Action {
    stage: Stage::Shift,
    change: |home, percent, _| {
        take_from_cars(home, percent / 100.0);
    },
    ..TRAVEL
};

/// Sharing the way to work with others, who drive in turn.
pub(super) const SHARE_RIDES: Action = Action {
    stage: Stage::Shift,
    change: |home, people, factors| {
        let driven_by_others = people / (1.0 + people);
        take_from_cars(home, factors.value(id::COMMUTE_SHARE) * driven_by_others);
    },
    ..TRAVEL
};

/// Public transport instead of a share of the taxi rides.
pub(super) const TAXI_TO_TRANSIT: Action = Action {
    stage: Stage::Shift,
    reaches: &[Section::Rides],
    possible: |_, _| Ok(()),
    change: |home, percent, _| {
        let share = percent / 100.0;
        let metro = home.settlement == Settlement::City && home.you.metro > 0.0;
        everyone(home, |person| {
            let km = person.taxi * share;
            person.taxi -= km;
            if metro {
                person.metro += km;
            } else {
                person.bus += km;
            }
        });
    },
    ..TRAVEL
};

/// The employer's bus instead of a share of the car's kilometres.
pub(super) const COMPANY_BUS: Action = Action {
    stage: Stage::Shift,
    reaches: CARS_AND_RIDES,
    change: |home, percent, factors| {
        let km = take_from_cars(home, percent / 100.0);
        share_out(home, Q::Bus, km / WEEKS_PER_YEAR, factors);
    },
    ..TRAVEL
};

/// Whether one of the household's flights is such a one: of the others' only where they are counted.
fn flies(
    home: &Household,
    which: impl Fn(&Flight) -> bool,
    factors: &Factors,
) -> Result<(), WhyNot> {
    let others = home.scope(Q::Flights) == Scope::OthersAverage
        && adults::<f64>(home, Q::Flights, factors) > 1.0;
    let counted: &[Flight] = match others {
        true => &home.other_adult.flights,
        false => &[],
    };
    let mut taken = home.you.flights.iter().chain(counted);
    if taken.any(|flight| flight.trips > 0.0 && which(flight)) {
        Ok(())
    } else {
        Err(WhyNot::NoFlights)
    }
}

const FLIGHTS: Action = Action {
    reaches: &[Section::Flights],
    possible: |home, factors| flies(home, |_| true, factors),
    ..TRAVEL
};

/// Fewer flights.
pub(super) const FEWER_FLIGHTS: Action = Action {
    change: |home, percent, _| scale(home, &[Q::Flights], less(percent)),
    ..FLIGHTS
};

/// The share of a kind of flight that high-speed rail can replace, 0 to 1: all of the short ones, none of the far
/// ones, and between falling with the distance.
fn within_reach(flight: &Flight, factors: &Factors) -> f64 {
    if flight.kind == FlightKind::International {
        return 0.0;
    }
    let all = factors.value(id::RAIL_REACH_ALL_KM);
    let none = factors.value(id::RAIL_REACH_KM).max(all + 1.0);
    ((none - flight.distance) / (none - all)).clamp(0.0, 1.0)
}

/// High-speed rail instead of a share of the domestic flights within its reach.
pub(super) const TO_RAIL: Action = Action {
    stage: Stage::Shift,
    reaches: &[Section::Rides, Section::Flights],
    possible: |home, factors| {
        flies(home, |_| true, factors)?;
        let near = flies(home, |flight| within_reach(flight, factors) > 0.0, factors);
        near.map_err(|_| WhyNot::FlightsTooFar)
    },
    change: |home, percent, factors| {
        everyone(home, |person| {
            let mut km = 0.0;
            for flight in &mut person.flights {
                let share = within_reach(flight, factors) * percent / 100.0;
                km += flight.km() * share;
                flight.trips *= 1.0 - share;
            }
            person.high_speed_rail += km * factors.value(id::RAIL_DETOUR);
        });
    },
    ..FLIGHTS
};

/// Economy class.
pub(super) const ECONOMY: Action = Action {
    stage: Stage::Shift,
    possible: |home, factors| {
        flies(home, |_| true, factors)?;
        let abroad = |flight: &Flight| flight.kind == FlightKind::International;
        flies(home, abroad, factors).map_err(|_| WhyNot::NothingToChange)?;
        let dearer = |flight: &Flight| abroad(flight) && flight.class != CabinClass::Economy;
        flies(home, dearer, factors).map_err(|_| WhyNot::Already)
    },
    change: |home, _, _| {
        everyone(home, |person| {
            for flight in &mut person.flights {
                flight.class = CabinClass::Economy;
            }
        });
    },
    ..FLIGHTS
};

/// Smooth driving, right tyre pressure, no ballast.
pub(super) const ECO_DRIVING: Action = Action {
    stage: Stage::Improve,
    reaches: &[Section::Energy, Section::Cars],
    change: |home, _, factors| {
        let rest = 1.0 - factors.value(id::ECO_DRIVING_SAVING);
        for car in &mut home.cars {
            car.fuel_use *= rest;
            car.charge_use *= rest;
        }
    },
    ..TRAVEL
};

fn burns(car: &Car) -> bool {
    car.kind != CarKind::Electric
}

/// What a car takes for each kilometre in fuel and power, yuan: petrol or diesel, and electricity at the home's price.
fn yuan_per_km(car: &Car, province: Province, factors: &Factors) -> f64 {
    let fuel = match car.kind {
        CarKind::Diesel => id::PRICE_CAR_DIESEL,
        _ => id::PRICE_PETROL92,
    };
    let electric = car.electric_share(factors);
    let power = family::PRICE_ELEC.row(province);
    let per_100_km = (1.0 - electric) * car.fuel_use * factors.value(fuel)
        + electric * car.charge_use * factors.value(power);
    per_100_km / 100.0
}

/// The next car is of another kind or size, as much thriftier or thirstier than the usual one as the old one was.
/// Cheaper to run it is driven more: `km x (yuan per km after / before)^-e` with the elasticity `e`, so that two
/// changes one after the other come to the same as one.
fn replace(car: &mut Car, kind: CarKind, size: CarSize, province: Province, factors: &Factors) {
    let before = yuan_per_km(car, province, factors);
    let (was, is) = (
        Car::typical(car.kind, car.size, factors),
        Car::typical(kind, size, factors),
    );
    let like = |own: f64, was: f64, is: f64| if was > 0.0 { is * own / was } else { is };
    car.fuel_use = like(car.fuel_use, was.fuel_use, is.fuel_use);
    car.charge_use = like(car.charge_use, was.charge_use, is.charge_use);
    (car.kind, car.size) = (kind, size);
    let after = yuan_per_km(car, province, factors);
    if before > 0.0 && after > 0.0 {
        car.km *= libm::pow(after / before, -factors.value(id::REBOUND_CAR));
    }
}

fn smaller(size: CarSize) -> Option<CarSize> {
    match size {
        CarSize::Small => None,
        CarSize::Compact => Some(CarSize::Small),
        CarSize::Mid | CarSize::Suv => Some(CarSize::Compact),
        CarSize::LargeSuv => Some(CarSize::Suv),
    }
}

/// The next car a size smaller, in place of the one that is driven most.
pub(super) const SMALLER_CAR: Action = Action {
    stage: Stage::Improve,
    possible: |home, factors| {
        has_car(home, factors)?;
        match home.cars.iter().any(|car| smaller(car.size).is_some()) {
            true => Ok(()),
            false => Err(WhyNot::Already),
        }
    },
    change: |home, _, factors| {
        let province = home.province;
        if let Some(car) = car_of(ActionId::SmallerCar, home)
            && let Some(size) = smaller(car.size)
        {
            replace(car, car.kind, size, province, factors);
        }
    },
    ..TRAVEL
};

fn has_burner(home: &Household, which: fn(&Car) -> bool) -> Result<(), WhyNot> {
    if home.cars.is_empty() {
        Err(WhyNot::NoCar)
    } else if home.cars.iter().any(which) {
        Ok(())
    } else {
        Err(WhyNot::Already)
    }
}

fn plain(car: &Car) -> bool {
    matches!(car.kind, CarKind::Petrol | CarKind::Diesel)
}

/// A hybrid as the next car, in place of the one that burns most kilometres.
pub(super) const HYBRID: Action = Action {
    stage: Stage::Improve,
    possible: |home, _| has_burner(home, plain),
    change: |home, _, factors| {
        let province = home.province;
        if let Some(car) = car_of(ActionId::HybridCar, home) {
            replace(car, CarKind::Hybrid, car.size, province, factors);
        }
    },
    ..TRAVEL
};

/// An electric car as the next one, in place of the one that burns most kilometres.
pub(super) const ELECTRIC: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| has_burner(home, burns),
    change: |home, _, factors| {
        let province = home.province;
        if let Some(car) = car_of(ActionId::ElectricCar, home) {
            replace(car, CarKind::Electric, car.size, province, factors);
        }
    },
    ..TRAVEL
};
