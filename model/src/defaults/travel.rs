//! Defaults of getting around.

use super::{from_rows, of_settlement};
use crate::catalogue::{Household, QuestionId};
use crate::choice::{CabinClass, CarKind, CarSize, FlightKind, Settlement};
use crate::derived::{
    Mean, Number, Source, Term, answer, both, members, of_nation, row, statistic, unit,
};
use crate::factors::Factors;
use crate::household::{Car, Flight};
use crate::population::settlement_share;
use crate::rows::{ProvinceQuantity, id};
use crate::shares::{count_shares, pick};
use crate::unit::WEEKS_PER_YEAR;

/// So many compact petrol cars as the middle one has of the households that spend as much.
pub fn cars(household: &Household, factors: &Factors) -> Vec<Car> {
    let shares = count_shares(QuestionId::Cars, household, factors);
    let among = among_by_cars(household.affluence.score, factors);
    let count = pick(&shares, among).unwrap_or_default();
    vec![Car::typical(CarKind::Petrol, CarSize::Compact, factors); count as usize]
}

/// The place by the number of its cars, 0 to 1, of a household among others like it, by its score in spending.
pub fn among_by_cars<N: Number>(score: N, factors: &Factors) -> N {
    (row::<N>(id::CARS_BY_SPENDING, factors) * score).below()
}

/// The mean number of cars of such a household.
///
/// `national mean x province's count / national count x towns or villages / both x members / mean
/// members`: the provincial count includes private trucks, so it is scaled to the household survey's
/// mean. That cars go with the people of a household is our judgement: those who live alone are
/// mostly old or young.
pub fn expected_cars<N: Number>(household: &Household, factors: &Factors) -> N {
    let urban: N = row(id::OWN_CAR_URBAN, factors);
    let rural = row(id::OWN_CAR_RURAL, factors);
    let settlement = of_settlement(household, &urban, &rural);
    let both = both(of_nation(Mean::UrbanShare), urban, rural);
    let province = statistic(household, ProvinceQuantity::CarsPer100hh, factors);
    let size = members::<N>(household) / statistic(household, ProvinceQuantity::HhSize, factors);
    row::<N>(id::OWN_CAR_2023, factors) / unit(100.0) * province / of_nation(Mean::CarsCounted)
        * settlement
        / both
        * size
}

from_rows! {
    bus = BUS_PC / WEEKS_PER_YEAR;
    taxi = TAXI_PC / WEEKS_PER_YEAR;
    coach = COACH_PC;
    high_speed_rail = HSR_PC;
}

/// Kilometres a week by e-bike, of a household that has one: the mean person's, over the part of
/// households that do.
pub fn ebike<N: Number>(household: &Household, factors: &Factors) -> N {
    if household.ebikes == 0.0 {
        return N::plain(0.0);
    }
    let counts = count_shares(QuestionId::Ebikes, household, factors);
    let own = counts.iter().filter(|(count, _)| *count > 0.0);
    let owners: f64 = own.map(|(_, share)| share).sum();
    row::<N>(id::EBIKE_PC, factors)
        / unit(WEEKS_PER_YEAR)
        / N::of(Source::Owners(QuestionId::Ebikes), owners)
}

/// Kilometres a week by metro: the boardings of the province, by the people of its cities.
///
/// Provinces that publish no boardings have the mean of the others without a row.
pub fn metro<N: Number>(household: &Household, factors: &Factors) -> N {
    if household.settlement != Settlement::City {
        return N::plain(0.0);
    }
    let quantity = ProvinceQuantity::MetroTripsPc;
    let own = factors.known_of_province(household.province, quantity);
    let trips = match own {
        Some(_) => statistic::<N>(household, quantity, factors),
        None => row(id::METRO_TRIPS_OTHER, factors),
    };
    let in_cities: N = settlement_share(household.province, Settlement::City, factors);
    trips / in_cities.named(Term::InCities) * row(id::METRO_TRIP_KM, factors) / unit(WEEKS_PER_YEAR)
}

/// None, unless the household has a motorcycle: its kilometres times the people on it.
pub fn motorcycle<N: Number>(household: &Household, factors: &Factors) -> N {
    if household.motorcycles > 0.0 {
        row::<N>(id::MOTORCYCLE_KM, factors)
            * row(id::OCC_MOTORCYCLE, factors)
            * answer(QuestionId::Motorcycles, household.motorcycles)
            / members(household)
            / unit(WEEKS_PER_YEAR)
    } else {
        N::plain(0.0)
    }
}

/// Rail travel that is not high-speed.
pub fn rail<N: Number>(_: &Household, factors: &Factors) -> N {
    (row::<N>(id::RAIL_PC, factors) - row(id::HSR_PC, factors)).at_least(0.0)
}

/// The mean person's flights: a part of a domestic and a part of an international one.
pub fn flights(_: &Household, factors: &Factors) -> Vec<Flight> {
    let flight = |kind| Flight {
        kind,
        class: CabinClass::Economy,
        distance: Flight::usual_distance(kind, factors),
        trips: flight_trips(kind, factors),
    };
    vec![
        flight(FlightKind::Domestic),
        flight(FlightKind::International),
    ]
}

/// The mean person's flights of a kind, each way counted: its part of the kilometres over its distance.
pub fn flight_trips<N: Number>(kind: FlightKind, factors: &Factors) -> N {
    let abroad = row(id::AIR_SHARE_INTERNATIONAL, factors);
    let share = match kind {
        FlightKind::Domestic => N::plain(1.0) - abroad,
        FlightKind::International => abroad,
    };
    row::<N>(id::AIR_PKM_PC, factors) * share / Flight::usual_distance(kind, factors)
}
