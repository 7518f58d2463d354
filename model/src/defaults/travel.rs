//! Defaults of getting around.

use super::{from_rows, nation};
use crate::catalogue::{Household, QuestionId};
use crate::choice::{CabinClass, CarKind, CarSize, FlightKind, Settlement};
use crate::factors::Factors;
use crate::household::{Car, Flight};
use crate::population::settlement_share;
use crate::rows::{ProvinceQuantity, id};
use crate::shares::{count_shares, pick};
use crate::uncertainty::normal;
use crate::unit::WEEKS_PER_YEAR;

/// So many compact petrol cars as the middle one has of the households that spend as much.
pub fn cars(household: &Household, factors: &Factors) -> Vec<Car> {
    let shares = count_shares(QuestionId::Cars, household, factors);
    let among = normal::below(factors.value(id::CARS_BY_SPENDING) * household.affluence.score);
    let count = pick(&shares, among).unwrap_or_default();
    vec![Car::typical(CarKind::Petrol, CarSize::Compact, factors); count as usize]
}

/// The mean number of cars of such a household.
///
/// `national mean x province's count / national count x towns or villages / both x members / mean
/// members`: the provincial count includes private trucks, so it is scaled to the household survey's
/// mean. That cars go with the people of a household is our judgement: those who live alone are
/// mostly old or young.
pub fn expected_cars(household: &Household, factors: &Factors) -> f64 {
    let (urban, rural) = (
        factors.value(id::OWN_CAR_URBAN),
        factors.value(id::OWN_CAR_RURAL),
    );
    let settlement = if household.is_rural() { rural } else { urban };
    let nation = nation();
    let both = nation.urban_share * urban + (1.0 - nation.urban_share) * rural;
    let province = factors.of_province(household.province, ProvinceQuantity::CarsPer100hh);
    let size =
        household.members / factors.of_province(household.province, ProvinceQuantity::HhSize);
    factors.value(id::OWN_CAR_2023) / 100.0 * province / nation.cars_counted * settlement / both
        * size
}

from_rows! {
    bus = BUS_PC * 1.0 / WEEKS_PER_YEAR;
    taxi = TAXI_PC * 1.0 / WEEKS_PER_YEAR;
    coach = COACH_PC;
    high_speed_rail = HSR_PC;
}

/// Kilometres a week by e-bike, of a household that has one: the mean person's, over the part of
/// households that do.
pub fn ebike(household: &Household, factors: &Factors) -> f64 {
    if household.ebikes == 0.0 {
        return 0.0;
    }
    let counts = count_shares(QuestionId::Ebikes, household, factors);
    let own = counts.iter().filter(|(count, _)| *count > 0.0);
    let owners: f64 = own.map(|(_, share)| share).sum();
    factors.value(id::EBIKE_PC) / WEEKS_PER_YEAR / owners
}

/// Kilometres a week by metro: the boardings of the province, by the people of its cities.
///
/// Provinces that publish no boardings have the mean of the others without a row.
pub fn metro(household: &Household, factors: &Factors) -> f64 {
    if household.settlement != Settlement::City {
        return 0.0;
    }
    let own = factors.known_of_province(household.province, ProvinceQuantity::MetroTripsPc);
    let trips = own.unwrap_or(factors.value(id::METRO_TRIPS_OTHER));
    let in_cities = settlement_share(household.province, Settlement::City, factors);
    trips / in_cities * factors.value(id::METRO_TRIP_KM) / WEEKS_PER_YEAR
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
