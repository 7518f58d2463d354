//! Getting around: cars, everyday and long-distance travel, flights.
//!
//! Cars and e-bikes charged at home are in the home's meter (see `home`), shown under travel.

use super::LineId;
use super::energy::{charging_elsewhere, household_part, on_part};
use super::home::on_the_grid;
use super::line::{Amount, Line, Origin};
use super::person::{personal, with_others};
use super::working::Working;
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::{CabinClass, CarKind, FlightKind, Scope};
use crate::factors::Factors;
use crate::household::Flight;
use crate::rows::{RowId, id};
use crate::unit::WEEKS_PER_YEAR;

/// Means of transport answered in kilometres: question, line, a year's worth of the unit, factor.
const RIDES: &[(Q, LineId, f64, RowId)] = &[
    (Q::Bus, LineId::Bus, WEEKS_PER_YEAR, id::BUS),
    (Q::Metro, LineId::Metro, WEEKS_PER_YEAR, id::METRO),
    (Q::Taxi, LineId::Taxi, WEEKS_PER_YEAR, id::TAXI),
    (
        Q::Motorcycle,
        LineId::Motorcycle,
        WEEKS_PER_YEAR,
        id::MOTORCYCLE,
    ),
    (Q::Coach, LineId::Coach, 1.0, id::COACH),
    (Q::Rail, LineId::Rail, 1.0, id::RAIL_AVG),
    (Q::HighSpeedRail, LineId::HighSpeedRail, 1.0, id::HSR),
];

/// Everyday and long-distance travel but cars and flights.
pub fn rides<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    for (question, line, per_year, row) in RIDES {
        let you = household.you.number(*question);
        let average = household.other_adult.number(*question);
        let each = |km: Amount<W>| km.times_unit(*per_year);
        let whole = personal(household, *question, you, average, factors, each);
        lines.push(Line::new(*line, whole.amount, whole.my_share).factor(*row, factors));
    }
}

/// Fuel of the cars, and charging away from home.
pub fn cars<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let shared = 1.0 / household.members;
    let fuel = |burns: fn(CarKind) -> bool| {
        household
            .cars
            .iter()
            .filter(|car| burns(car.kind))
            .fold(Amount::zero(), |sum, car| {
                on_part(sum, car, 1.0 - car.electric_share(factors))
                    .times(Origin::Item(Q::Cars, "fuel_use"), car.fuel_use)
                    .times_unit(0.01)
                    .times(
                        Origin::Item(Q::Cars, "occupancy"),
                        household_part(car.occupancy, household.members),
                    )
            })
    };
    let petrol = fuel(|kind| matches!(kind, CarKind::Petrol | CarKind::Hybrid | CarKind::PlugIn));
    lines.push(
        Line::new(LineId::CarPetrol, petrol, shared)
            .factor(id::PETROL_DIRECT_L, factors)
            .factor(id::PETROL_NONCO2_L, factors)
            .factor(id::PETROL_WTT_L, factors),
    );
    let diesel = fuel(|kind| kind == CarKind::Diesel);
    lines.push(
        Line::new(LineId::CarDiesel, diesel, shared)
            .factor(id::DIESEL_DIRECT_L, factors)
            .factor(id::DIESEL_WTT_L, factors),
    );
    let elsewhere = Line::new(
        LineId::CarChargingElsewhere,
        charging_elsewhere(household, factors),
        shared,
    );
    lines.push(on_the_grid(elsewhere, household, factors));
}

/// Kilometres flown by the household on the flights that `which` picks.
fn flown<W: Working>(
    household: &Household,
    factors: &Factors,
    which: impl Fn(&Flight) -> bool,
) -> (Amount<W>, f64) {
    let add = |flights: &[Flight], origins: [Origin; 2]| {
        let [distance, trips] = origins;
        let counted = flights.iter().filter(|flight| which(flight));
        counted.fold(Amount::zero(), |sum, flight| {
            sum.plus(distance, flight.distance)
                .times(trips, flight.trips)
        })
    };
    let items = ["distance", "trips"].map(|field| Origin::Item(Q::Flights, field));
    let own: Amount<W> = add(&household.you.flights, items);
    let mine = own.value;
    let (all, mine) = match household.you.travel_scope {
        Scope::HouseholdTotal => (own, mine / household.members),
        Scope::OthersLikeMe => {
            let each = || add(&household.you.flights, items);
            (with_others(own, each, household, Q::Flights, factors), mine)
        }
        Scope::OthersAverage => {
            let average = [Origin::OtherAdult(Q::Flights); 2];
            let each = || add(&household.other_adult.flights, average);
            (with_others(own, each, household, Q::Flights, factors), mine)
        }
    };
    let my_share = if all.value > 0.0 {
        mine / all.value
    } else {
        0.0
    };
    (all, my_share)
}

/// Flights by distance and class, with the non-CO2 effect as a line of its own.
pub fn flights<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let mut burnt = Amount::zero();
    let mut my_burnt = 0.0;
    let mut fly = |line, which: &dyn Fn(&Flight) -> bool, direct: RowId, upstream: RowId| {
        let (km, my_share) = flown(household, factors, which);
        let co2 = km.value * factors.value(direct);
        if co2 > 0.0 {
            burnt = std::mem::replace(&mut burnt, Amount::zero())
                .plus(Origin::Answer(Q::Flights), km.value)
                .times_row(direct, factors);
            my_burnt += co2 * my_share;
        }
        lines.push(
            Line::new(line, km, my_share)
                .factor(direct, factors)
                .factor(upstream, factors),
        );
    };
    fly(
        LineId::FlightsDomestic,
        &|flight| flight.kind == FlightKind::Domestic,
        id::AIR_DOM,
        id::AIR_DOM_WTT,
    );
    for (line, class, direct, upstream) in [
        (
            LineId::FlightsInternationalEconomy,
            CabinClass::Economy,
            id::AIR_INT_ECONOMY,
            id::AIR_INT_ECONOMY_WTT,
        ),
        (
            LineId::FlightsInternationalBusiness,
            CabinClass::Business,
            id::AIR_INT_BUSINESS,
            id::AIR_INT_BUSINESS_WTT,
        ),
        (
            LineId::FlightsInternationalFirst,
            CabinClass::First,
            id::AIR_INT_FIRST,
            id::AIR_INT_FIRST_WTT,
        ),
    ] {
        let which = move |flight: &Flight| {
            flight.kind == FlightKind::International && flight.class == class
        };
        fly(line, &which, direct, upstream);
    }
    let my_share = if burnt.value > 0.0 {
        my_burnt / burnt.value
    } else {
        0.0
    };
    lines.push(Line::new(LineId::FlightsNonCo2, burnt, my_share).factor(id::AIR_NONCO2, factors));
}
