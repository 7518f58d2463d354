//! Defaults of getting around.

use super::from_rows;
use crate::catalogue::Household;
use crate::choice::{CabinClass, CarKind, CarSize, FlightKind};
use crate::factors::Factors;
use crate::household::{Car, Flight};
use crate::rows::{Province, ProvinceQuantity, id};
use crate::unit::WEEKS_PER_YEAR;

/// One compact petrol car where more than half of such households have one, else none.
///
/// The provincial count includes private trucks: it is scaled to the household survey's mean.
pub fn cars(household: &Household, factors: &Factors) -> Vec<Car> {
    let national = factors.value(id::OWN_CAR_2023);
    let settlement = factors.value(if household.is_rural() {
        id::OWN_CAR_RURAL
    } else {
        id::OWN_CAR_URBAN
    });
    let mean_of_both = (factors.value(id::OWN_CAR_RURAL) + factors.value(id::OWN_CAR_URBAN)) / 2.0;
    let province = factors.of_province(household.province, ProvinceQuantity::CarsPer100hh);
    let counted_nationally = cars_counted(factors);
    let expected = province * national / counted_nationally * settlement / mean_of_both;
    if expected > 50.0 {
        vec![Car::typical(CarKind::Petrol, CarSize::Compact, factors)]
    } else {
        Vec::new()
    }
}

/// Private automobiles per 100 households of the nation, as the provinces count them.
fn cars_counted(factors: &Factors) -> f64 {
    let (mut cars, mut households) = (0.0, 0.0);
    for province in Province::all() {
        let homes = factors.of_province(province, ProvinceQuantity::Households);
        cars += factors.of_province(province, ProvinceQuantity::CarsPer100hh) * homes;
        households += homes;
    }
    cars / households
}

from_rows! {
    bus = BUS_PC * 1.0 / WEEKS_PER_YEAR;
    taxi = TAXI_PC * 1.0 / WEEKS_PER_YEAR;
    ebike = EBIKE_PC * 1.0 / WEEKS_PER_YEAR;
    coach = COACH_PC;
    high_speed_rail = HSR_PC;
}

/// Kilometres a week by metro, from the boardings of the province, where there is one.
pub fn metro(household: &Household, factors: &Factors) -> f64 {
    if household.is_rural() {
        return 0.0;
    }
    factors.of_province(household.province, ProvinceQuantity::MetroTripsPc)
        * factors.value(id::METRO_TRIP_KM)
        / WEEKS_PER_YEAR
}

/// None, unless the household has a motorcycle: its kilometres times the people on it.
pub fn motorcycle(household: &Household, factors: &Factors) -> f64 {
    if household.motorcycles > 0.0 {
        factors.value(id::MOTORCYCLE_KM) * factors.value(id::OCC_MOTORCYCLE) * household.motorcycles
            / household.members
            / WEEKS_PER_YEAR
    } else {
        0.0
    }
}

/// Rail travel that is not high-speed.
pub fn rail(_: &Household, factors: &Factors) -> f64 {
    (factors.value(id::RAIL_PC) - factors.value(id::HSR_PC)).max(0.0)
}

/// The mean person's flights: a part of a domestic and a part of an international one.
pub fn flights(_: &Household, factors: &Factors) -> Vec<Flight> {
    let km = factors.value(id::AIR_PKM_PC);
    let abroad = factors.value(id::AIR_SHARE_INTERNATIONAL);
    let flight = |kind, share: f64| {
        let distance = Flight::usual_distance(kind, factors);
        Flight {
            kind,
            class: CabinClass::Economy,
            distance,
            trips: km * share / distance,
        }
    };
    vec![
        flight(FlightKind::Domestic, 1.0 - abroad),
        flight(FlightKind::International, abroad),
    ]
}
