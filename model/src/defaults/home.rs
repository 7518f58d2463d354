//! Defaults of the home and its energy.

use crate::applies::{burns_biomass, burns_coal, burns_gas, burns_lpg};
use crate::catalogue::Household;
use crate::choice::*;
use crate::defaults::{from_rows, of_settlement, size_effect};
use crate::derived::{Number, Term, both, members, row, statistic, unit};
use crate::factors::Factors;
use crate::footprint::energy;
use crate::rows::{ProvinceQuantity, ShareGroup, Zone, id, share};
use crate::shares::option_shares_in;
use crate::unit::{DAYS_PER_YEAR, MONTHS_PER_YEAR};

/// The most frequent option of a question among such households.
fn most_frequent<T: Choice>(
    groups: &'static [ShareGroup],
    household: &Household,
    otherwise: T,
) -> T {
    let mut best: Option<(T, f64)> = None;
    for (id, share) in option_shares_in(groups, T::IDS, household) {
        if let Some(option) = T::from_id(id)
            && best.is_none_or(|(_, most)| share > most)
        {
            best = Some((option, share));
        }
    }
    best.map_or(otherwise, |(option, _)| option)
}

/// The most frequent dwelling of towns or villages.
pub fn dwelling(household: &Household, _: &Factors) -> Dwelling {
    most_frequent(share::DWELLING, household, Dwelling::ApartmentNoLift)
}

/// The middle age class.
pub fn building_age(_: &Household, _: &Factors) -> BuildingAge {
    BuildingAge::From1990To2009
}

/// The settlement's mean home, half of it growing with the members.
pub fn floor_area<N: Number>(household: &Household, factors: &Factors) -> N {
    let mean = match household.settlement {
        Settlement::City => id::FLOOR_HH_CITY,
        Settlement::Town => id::FLOOR_HH_TOWN,
        Settlement::Village => id::FLOOR_HH_RURAL,
    };
    let size = size_effect(members(household), row(id::HH_SIZE, factors), factors);
    (row::<N>(mean, factors) * size).rounded()
}

/// The most frequent heating of the zone, in towns or villages.
pub fn heating(household: &Household, _: &Factors) -> Heating {
    most_frequent(share::HEATING, household, Heating::NoHeating)
}

/// Billed by area, as most homes are.
pub fn heat_billing(_: &Household, _: &Factors) -> HeatBilling {
    HeatBilling::ByArea
}

/// Air to water or air to air.
pub fn heat_pump_kind(_: &Household, _: &Factors) -> HeatPumpKind {
    HeatPumpKind::AirSource
}

/// Raw coal.
pub fn coal_kind(_: &Household, _: &Factors) -> CoalKind {
    CoalKind::Raw
}

/// Firewood.
pub fn biomass_kind(_: &Household, _: &Factors) -> BiomassKind {
    BiomassKind::Firewood
}

/// Boilers and heat pumps of the north heat everything; stoves and southern homes one room.
pub fn heating_habit(household: &Household, _: &Factors) -> HeatingHabit {
    let north = household.province.zone() == Zone::North;
    match household.heating {
        Heating::District => HeatingHabit::AllRoomsAllDay,
        Heating::GasBoiler | Heating::HeatPump if north => HeatingHabit::AllRoomsAllDay,
        Heating::CoalStove if north => HeatingHabit::AllRoomsEvenings,
        Heating::AirConditioner | Heating::DirectElectric if north => HeatingHabit::OneRoomAllDay,
        _ => HeatingHabit::OneRoomEvenings,
    }
}

/// The usual temperature with heat from a network, with one's own, or with a stove.
pub fn indoor_temperature<N: Number>(household: &Household, factors: &Factors) -> N {
    let usual = match household.heating {
        Heating::CoalStove | Heating::BiomassKang => id::INDOOR_STOVE,
        other => energy::usual_temperature(other),
    };
    row(usual, factors)
}

/// Double glazing.
pub fn windows(_: &Household, _: &Factors) -> Windows {
    Windows::Double
}

/// What the home takes by the province's mean.
pub fn district_heat<N: Number>(household: &Household, factors: &Factors) -> N {
    N::amount(energy::district_heat_estimate(household, factors))
        * row(id::HEAT_INTENSITY_NAT, factors)
}

/// The most frequent cooking fuel.
pub fn cooking(household: &Household, _: &Factors) -> CookingFuel {
    most_frequent(share::COOKING, household, CookingFuel::PipedGas)
}

/// The most frequent water heater.
pub fn water_heating(household: &Household, _: &Factors) -> WaterHeating {
    most_frequent(share::WATER_HEATING, household, WaterHeating::Electric)
}

/// The middle answer.
pub fn hot_water_use(_: &Household, _: &Factors) -> HotWaterUse {
    HotWaterUse::Average
}

/// The mean number, rounded.
pub fn air_conditioners<N: Number>(household: &Household, factors: &Factors) -> N {
    expected_air_conditioners::<N>(household, factors).rounded()
}

/// The mean number of air conditioners in such a household: that of towns or villages, times the
/// province's number against what its towns and villages would have at the national means; half of
/// it grows with the members.
pub fn expected_air_conditioners<N: Number>(household: &Household, factors: &Factors) -> N {
    let urban: N = row(id::OWN_AC_URBAN, factors);
    let rural = row(id::OWN_AC_RURAL, factors);
    let mean = of_settlement(household, &urban, &rural);
    let quantity = ProvinceQuantity::AcPer100hh;
    let here = match factors.known_of_province(household.province, quantity) {
        Some(_) => {
            let share = statistic(household, ProvinceQuantity::UrbanShare, factors);
            let own: N = statistic(household, quantity, factors);
            mean * (own / both(share, urban, rural)).named(Term::ProvinceEffect)
        }
        None => mean,
    };
    let size = statistic(household, ProvinceQuantity::HhSize, factors);
    here / unit(100.0) * size_effect(members(household), size, factors)
}

/// Hot nights only.
pub fn cooling_habit(_: &Household, _: &Factors) -> CoolingHabit {
    CoolingHabit::HotNights
}

/// The recommended setting.
pub fn cooling_setpoint<N: Number>(_: &Household, factors: &Factors) -> N {
    row(id::COOLING_SETPOINT, factors)
}

/// The middle answer.
pub fn appliance_grade(_: &Household, _: &Factors) -> ApplianceGrade {
    ApplianceGrade::Average
}

/// The middle answer.
pub fn lamps(_: &Household, _: &Factors) -> Lamps {
    Lamps::Mixed
}

/// The middle answer.
pub fn standby(_: &Household, _: &Factors) -> Standby {
    Standby::Sometimes
}

from_rows! {
    green_power = DEFAULT_GREEN_POWER * 100.0;
    solar_power = DEFAULT_SOLAR_POWER;
}

/// What the uses that are known would take.
pub fn gas<N: Number>(household: &Household, factors: &Factors) -> N {
    if !burns_gas(household) {
        return N::plain(0.0);
    }
    energy::gas_estimate(household, factors).sum::<N>() / unit(MONTHS_PER_YEAR)
}

/// What the uses that are known would take.
pub fn lpg<N: Number>(household: &Household, factors: &Factors) -> N {
    if !burns_lpg(household) {
        return N::plain(0.0);
    }
    energy::lpg_estimate(household, factors).sum::<N>() / row(id::LPG_BOTTLE, factors)
}

/// What the uses that are known would take.
pub fn coal<N: Number>(household: &Household, factors: &Factors) -> N {
    if !burns_coal(household) {
        return N::plain(0.0);
    }
    energy::coal_estimate(household, factors).sum::<N>()
}

/// What the uses that are known would take.
pub fn biomass<N: Number>(household: &Household, factors: &Factors) -> N {
    if !burns_biomass(household) {
        return N::plain(0.0);
    }
    energy::biomass_estimate(household, factors).sum::<N>()
}

/// The mean home's water, per person.
pub fn water<N: Number>(household: &Household, factors: &Factors) -> N {
    row::<N>(id::WATER_HOME_PC, factors) * members(household) * unit(DAYS_PER_YEAR)
        / unit(1000.0)
        / unit(MONTHS_PER_YEAR)
}

/// The most frequent answer of towns or villages.
pub fn waste_sorting(household: &Household, _: &Factors) -> WasteSorting {
    most_frequent(share::WASTE_SORTING, household, WasteSorting::Sometimes)
}

/// The province's mean household, half of its use growing with the members, plus what the mean
/// household does not have: charging cars at home and, in the north, electric heating; by how much
/// lamps, standby and the efficiency of appliances differ from the mean; less what an own solar roof
/// supplies.
pub fn electricity<N: Number>(household: &Household, factors: &Factors) -> N {
    let mean_size: N = statistic(household, ProvinceQuantity::HhSize, factors);
    let each: N = statistic(household, ProvinceQuantity::ElecResPc, factors);
    let size = size_effect(members(household), mean_size.clone(), factors);
    let mean = each * mean_size * size;
    let with_heating = if household.province.zone() == Zone::North {
        let heating = N::amount(energy::electric_heating_estimate(household, factors));
        mean + heating.named(Term::Heating)
    } else {
        mean
    };
    let charging = N::amount(energy::home_charging_estimate(household, factors));
    let solar = N::amount(energy::solar_self_use(household, factors));
    let all = with_heating
        + charging.named(Term::Charging)
        + appliances_beyond_average(household, factors)
        - solar.named(Term::Solar);
    all.at_least(0.0) / unit(MONTHS_PER_YEAR)
}

/// Electricity that appliances, and the air conditioners of the mean household, take beyond the mean,
/// kWh a year.
fn appliances_beyond_average<N: Number>(household: &Household, factors: &Factors) -> N {
    let beyond = |kwh: N, by: N| kwh * (by - N::plain(1.0));
    let [grade, lamps, standby] = energy::appliance_rows(household).map(|of| row::<N>(of, factors));
    let units: N = expected_air_conditioners(household, factors);
    let cooling = units.named(Term::MeanNumber)
        * row(id::COOLING_KWH_ITEM_CDD, factors)
        * statistic(household, ProvinceQuantity::Cdd26, factors);
    let appliances = N::amount(energy::mean_appliances(household, factors));
    beyond(appliances, grade.clone() * lamps * standby).named(Term::AppliancesBeyond)
        + beyond(cooling, grade).named(Term::CoolingBeyond)
}
