//! Defaults of the home and its energy.

use crate::applies::{burns_biomass, burns_coal, burns_gas, burns_lpg};
use crate::catalogue::Household;
use crate::choice::*;
use crate::defaults::{from_rows, size_effect};
use crate::factors::Factors;
use crate::footprint::{Untold, energy};
use crate::rows::{ProvinceQuantity, RowId, ShareGroup, Zone, id, share};
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
pub fn floor_area(household: &Household, factors: &Factors) -> f64 {
    let mean = factors.value(match household.settlement {
        Settlement::City => id::FLOOR_HH_CITY,
        Settlement::Town => id::FLOOR_HH_TOWN,
        Settlement::Village => id::FLOOR_HH_RURAL,
    });
    (mean * size_effect(household.members, factors.value(id::HH_SIZE))).round()
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
pub fn indoor_temperature(household: &Household, factors: &Factors) -> f64 {
    factors.value(match household.heating {
        Heating::CoalStove | Heating::BiomassKang => id::INDOOR_STOVE,
        other => energy::usual_temperature(other),
    })
}

/// Double glazing.
pub fn windows(_: &Household, _: &Factors) -> Windows {
    Windows::Double
}

/// What the home takes by the province's mean.
pub fn district_heat(household: &Household, factors: &Factors) -> f64 {
    energy::district_heat_estimate::<Untold>(household, factors).value
        * factors.value(id::HEAT_INTENSITY_NAT)
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
pub fn air_conditioners(household: &Household, factors: &Factors) -> f64 {
    expected_air_conditioners(household, factors).round()
}

/// The mean number of air conditioners in such a household: that of towns or villages, times the
/// province's number against what its towns and villages would have at the national means; half of
/// it grows with the members.
pub fn expected_air_conditioners(household: &Household, factors: &Factors) -> f64 {
    let (urban, rural) = (
        factors.value(id::OWN_AC_URBAN),
        factors.value(id::OWN_AC_RURAL),
    );
    let mean = if household.is_rural() { rural } else { urban };
    let own = factors.known_of_province(household.province, ProvinceQuantity::AcPer100hh);
    let by_province = own.map_or(1.0, |own| {
        let share = factors.of_province(household.province, ProvinceQuantity::UrbanShare);
        own / (share * urban + (1.0 - share) * rural)
    });
    let size = factors.of_province(household.province, ProvinceQuantity::HhSize);
    mean * by_province / 100.0 * size_effect(household.members, size)
}

/// Hot nights only.
pub fn cooling_habit(_: &Household, _: &Factors) -> CoolingHabit {
    CoolingHabit::HotNights
}

/// The recommended setting.
pub fn cooling_setpoint(_: &Household, factors: &Factors) -> f64 {
    factors.value(id::COOLING_SETPOINT)
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
pub fn gas(household: &Household, factors: &Factors) -> f64 {
    if !burns_gas(household) {
        return 0.0;
    }
    energy::gas_estimate::<Untold>(household, factors).total() / MONTHS_PER_YEAR
}

/// What the uses that are known would take.
pub fn lpg(household: &Household, factors: &Factors) -> f64 {
    if !burns_lpg(household) {
        return 0.0;
    }
    energy::lpg_estimate::<Untold>(household, factors).total() / factors.value(id::LPG_BOTTLE)
}

/// What the uses that are known would take.
pub fn coal(household: &Household, factors: &Factors) -> f64 {
    if !burns_coal(household) {
        return 0.0;
    }
    energy::coal_estimate::<Untold>(household, factors).total()
}

/// What the uses that are known would take.
pub fn biomass(household: &Household, factors: &Factors) -> f64 {
    if !burns_biomass(household) {
        return 0.0;
    }
    energy::biomass_estimate::<Untold>(household, factors).total()
}

/// The mean home's water, per person.
pub fn water(household: &Household, factors: &Factors) -> f64 {
    factors.value(id::WATER_HOME_PC) * household.members * DAYS_PER_YEAR / 1000.0 / MONTHS_PER_YEAR
}

/// The most frequent answer of towns or villages.
pub fn waste_sorting(household: &Household, _: &Factors) -> WasteSorting {
    most_frequent(share::WASTE_SORTING, household, WasteSorting::Sometimes)
}

/// The province's mean household, half of its use growing with the members, plus what the mean
/// household does not have: charging cars at home and, in the north, electric heating; by how much
/// lamps, standby and the efficiency of appliances differ from the mean; less what an own solar roof
/// supplies.
pub fn electricity(household: &Household, factors: &Factors) -> f64 {
    let members = factors.of_province(household.province, ProvinceQuantity::HhSize);
    let mean = factors.of_province(household.province, ProvinceQuantity::ElecResPc)
        * members
        * size_effect(household.members, members);
    let north = household.province.zone() == Zone::North;
    let heating = if north {
        energy::electric_heating_estimate::<Untold>(household, factors).value
    } else {
        0.0
    };
    let charging = energy::home_charging_estimate::<Untold>(household, factors).value;
    let solar = energy::solar_self_use::<Untold>(household, factors).value;
    let appliances = appliances_beyond_average(household, factors);
    (mean + heating + charging + appliances - solar).max(0.0) / MONTHS_PER_YEAR
}

/// Electricity that appliances, and the air conditioners of the mean household, take beyond the mean,
/// kWh a year.
fn appliances_beyond_average(household: &Household, factors: &Factors) -> f64 {
    let beyond = |kwh: f64, rows: &[RowId]| {
        let by: f64 = rows.iter().map(|row| factors.value(*row)).product();
        kwh * (by - 1.0)
    };
    let cooling = expected_air_conditioners(household, factors)
        * factors.value(id::COOLING_KWH_ITEM_CDD)
        * factors.of_province(household.province, ProvinceQuantity::Cdd26);
    let appliances = energy::mean_appliances::<Untold>(household, factors).value;
    beyond(appliances, &energy::appliance_rows(household))
        + beyond(cooling, &[energy::grade(household.appliance_grade)])
}
