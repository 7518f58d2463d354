//! The home's energy by end use, from the bottom up.
//!
//! An estimate only splits a meter or fills it in where it is unknown; it is never added to one.

use super::line::{Amount, Origin};
use super::person::{Personal, personal};
use super::working::Working;
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::*;
use crate::derived::{Number, answer, row};
use crate::factors::Factors;
use crate::household::Car;
use crate::rows::{Province, ProvinceQuantity, RowId, Zone, family, id};
use crate::unit::{KWH_PER_GJ, WEEKS_PER_YEAR};

/// A fuel's end uses, in the fuel's unit a year.
#[derive(Debug, Clone, PartialEq)]
pub struct EndUses<W: Working> {
    /// Space heating.
    pub heating: Amount<W>,
    /// Hot water.
    pub hot_water: Amount<W>,
    /// Cooking.
    pub cooking: Amount<W>,
}

impl<W: Working> EndUses<W> {
    fn nothing() -> EndUses<W> {
        EndUses {
            heating: Amount::zero(),
            hot_water: Amount::zero(),
            cooking: Amount::zero(),
        }
    }

    /// All uses together.
    pub fn total(&self) -> f64 {
        self.heating.value + self.hot_water.value + self.cooking.value
    }

    /// The same as a number of its own, with the steps that this reading keeps.
    pub fn sum<N: Number<Working = W>>(self) -> N {
        N::amount(self.heating) + N::amount(self.hot_water) + N::amount(self.cooking)
    }
}

/// The province whose winter stands for the hot-summer, cold-winter zone's tabled heat.
pub const ZONE_REFERENCE: Province = Province::Hubei;

/// The row of the temperature at which the tables' heat is known, degC.
pub fn usual_temperature(heating: Heating) -> RowId {
    match heating {
        Heating::District => id::INDOOR_DISTRICT,
        _ => id::INDOOR_OWN,
    }
}

fn age(age: BuildingAge) -> RowId {
    match age {
        BuildingAge::Before1990 => id::HEAT_AGE_BEFORE_1990,
        BuildingAge::From1990To2009 => id::HEAT_AGE_1990_2009,
        BuildingAge::Since2010 => id::HEAT_AGE_2010_LATER,
    }
}

fn envelope(dwelling: Dwelling) -> RowId {
    match dwelling {
        Dwelling::ApartmentLift | Dwelling::ApartmentNoLift => id::HEAT_DWELLING_APARTMENT,
        Dwelling::House => id::HEAT_DWELLING_HOUSE,
    }
}

fn windows(windows: Windows) -> RowId {
    match windows {
        Windows::Single => id::HEAT_WINDOWS_SINGLE,
        Windows::Double => id::HEAT_WINDOWS_DOUBLE,
        Windows::Good => id::HEAT_WINDOWS_GOOD,
    }
}

/// The row of how much electricity appliances of such an efficiency take against the mean.
pub fn grade(grade: ApplianceGrade) -> RowId {
    match grade {
        ApplianceGrade::Efficient => id::GRADE_EFFICIENT,
        ApplianceGrade::Average => id::GRADE_AVERAGE,
        ApplianceGrade::Old => id::GRADE_OLD,
    }
}

fn lamps(lamps: Lamps) -> RowId {
    match lamps {
        Lamps::Led => id::LAMPS_LED,
        Lamps::Mixed => id::LAMPS_MIXED,
        Lamps::Old => id::LAMPS_OLD,
    }
}

fn standby(standby: Standby) -> RowId {
    match standby {
        Standby::Off => id::STANDBY_OFF,
        Standby::Sometimes => id::STANDBY_SOMETIMES,
        Standby::On => id::STANDBY_ON,
    }
}

fn habit(habit: HeatingHabit) -> RowId {
    match habit {
        HeatingHabit::AllRoomsAllDay => id::HEAT_HABIT_ALL_DAY_ALL_ROOMS,
        HeatingHabit::AllRoomsEvenings => id::HEAT_HABIT_EVENINGS_ALL_ROOMS,
        HeatingHabit::OneRoomAllDay => id::HEAT_HABIT_ALL_DAY_ONE_ROOM,
        HeatingHabit::OneRoomEvenings => id::HEAT_HABIT_EVENINGS_ONE_ROOM,
    }
}

/// The effect of the indoor temperature: `1 + share per degree x (temperature - usual)`, not below 0.
pub(crate) fn warmth<N: Number>(household: &Household, factors: &Factors) -> N {
    let usual = row(usual_temperature(household.heating), factors);
    let warmer = answer::<N>(Q::IndoorTemperature, household.indoor_temperature) - usual;
    (N::plain(1.0) + row::<N>(id::HEATING_PER_DEGC, factors) * warmer).at_least(0.0)
}

/// Floor area in square metres that take the national mean heat from a network, for one season:
/// `area x province's heat / national heat x age x dwelling x windows x temperature`.
pub fn district_heat_estimate<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let heat = family::HEAT_SOURCE.row(household.province);
    Amount::answer(Q::FloorArea, household.floor_area)
        .times_row(heat, factors)
        .over_row(id::HEAT_INTENSITY_NAT, factors)
        .times_row(age(household.building_age), factors)
        .times_row(envelope(household.dwelling), factors)
        .times_row(windows(household.windows), factors)
        .times(
            Origin::Answer(Q::IndoorTemperature),
            warmth(household, factors),
        )
}

/// Useful heat of a home that heats itself, kWh a year.
///
/// North: the gas that a square metre takes, as heat, times the province's heat against the
/// nation's. Elsewhere: the electricity of intermittent southern heating, as heat in full use,
/// times the province's degree days against the reference province's.
fn useful_heat<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let area = Amount::answer(Q::FloorArea, household.floor_area);
    let full = if household.province.zone() == Zone::North {
        area.times_row(id::GAS_HEAT_M3_M2, factors)
            .times_row(id::NG_NCV, factors)
            .times_unit(KWH_PER_GJ)
            .times_row(id::EFF_GAS_BOILER, factors)
            .times_row(family::HEAT_SOURCE.row(household.province), factors)
            .over_row(id::HEAT_INTENSITY_NAT, factors)
    } else {
        let cold = |province| factors.of_province(province, ProvinceQuantity::Hdd18);
        area.times_row(id::SOUTH_HEAT_KWH_M2, factors)
            .times_row(id::EFF_AC_HEAT, factors)
            .over_row(habit(HeatingHabit::OneRoomEvenings), factors)
            .times(Origin::HeatingDegreeDays, cold(household.province))
            .over(Origin::Reference, cold(ZONE_REFERENCE))
    };
    full.times_row(age(household.building_age), factors)
        .times_row(envelope(household.dwelling), factors)
        .times_row(windows(household.windows), factors)
        .times_row(habit(household.heating_habit), factors)
        .times(
            Origin::Answer(Q::IndoorTemperature),
            warmth(household, factors),
        )
}

/// Useful heat of hot water, kWh a year.
fn hot_water_heat<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let people = Amount::of(Origin::Members, household.members);
    let heat = people.times_row(id::HOT_WATER_HEAT_PC, factors);
    let use_of_it = match household.hot_water_use {
        HotWaterUse::Little => id::HOT_WATER_USE_LITTLE,
        HotWaterUse::Average => id::HOT_WATER_USE_AVERAGE,
        HotWaterUse::Much => id::HOT_WATER_USE_MUCH,
    };
    heat.times_row(use_of_it, factors)
}

/// Useful heat of cooking, kWh a year.
fn cooking_heat<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    Amount::of(
        Origin::Row(id::COOKING_HEAT_HH),
        factors.value(id::COOKING_HEAT_HH),
    )
    .times(Origin::Members, household.members)
    .over_row(id::HH_SIZE, factors)
}

/// A fuel's heat content and the efficiency of a stove or heater that burns it.
fn burnt<W: Working>(
    heat: Amount<W>,
    efficiency: RowId,
    content: RowId,
    factors: &Factors,
) -> Amount<W> {
    heat.over_row(efficiency, factors)
        .over_row(content, factors)
        .over(Origin::Unit, KWH_PER_GJ)
}

/// Piped gas by end use, m3 a year.
pub fn gas_estimate<W: Working>(household: &Household, factors: &Factors) -> EndUses<W> {
    let mut uses = EndUses::nothing();
    if household.heating == Heating::GasBoiler {
        uses.heating = burnt(
            useful_heat(household, factors),
            id::EFF_GAS_BOILER,
            id::NG_NCV,
            factors,
        );
    }
    if household.water_heating == WaterHeating::PipedGas {
        uses.hot_water = burnt(
            hot_water_heat(household, factors),
            id::EFF_HEATER_GAS,
            id::NG_NCV,
            factors,
        );
    }
    if household.cooking == CookingFuel::PipedGas {
        uses.cooking = burnt(
            cooking_heat(household, factors),
            id::EFF_HOB_GAS,
            id::NG_NCV,
            factors,
        );
    }
    uses
}

/// Bottled gas by end use, kg a year.
pub fn lpg_estimate<W: Working>(household: &Household, factors: &Factors) -> EndUses<W> {
    let mut uses = EndUses::nothing();
    if household.water_heating == WaterHeating::Lpg {
        uses.hot_water = burnt(
            hot_water_heat(household, factors),
            id::EFF_HEATER_LPG,
            id::NCV_LPG,
            factors,
        );
    }
    if household.cooking == CookingFuel::Lpg {
        uses.cooking = burnt(
            cooking_heat(household, factors),
            id::EFF_HOB_LPG,
            id::NCV_LPG,
            factors,
        );
    }
    uses
}

/// Coal by end use, kg a year.
pub fn coal_estimate<W: Working>(household: &Household, factors: &Factors) -> EndUses<W> {
    let content = match household.coal_kind {
        CoalKind::Raw => id::COAL_RAW_NCV,
        CoalKind::Anthracite => id::NCV_ANTH,
        CoalKind::Briquette => id::NCV_BRIQ,
    };
    let stove = match household.coal_kind {
        CoalKind::Briquette => id::EFF_CLEAN_COAL_STOVE,
        CoalKind::Raw | CoalKind::Anthracite => id::EFF_COAL_STOVE,
    };
    let mut uses = EndUses::nothing();
    if household.heating == Heating::CoalStove {
        uses.heating = burnt(useful_heat(household, factors), stove, content, factors);
    }
    if household.cooking == CookingFuel::Coal {
        uses.cooking = burnt(
            cooking_heat(household, factors),
            id::EFF_HOB_COAL,
            content,
            factors,
        );
    }
    uses
}

/// Firewood, straw or pellets by end use, kg a year.
pub fn biomass_estimate<W: Working>(household: &Household, factors: &Factors) -> EndUses<W> {
    let (content, stove) = match household.biomass_kind {
        BiomassKind::Firewood => (id::FIREWOOD_NCV, id::EFF_KANG),
        BiomassKind::Straw => (id::STRAW_NCV, id::EFF_KANG),
        BiomassKind::Pellet => (id::PELLET_NCV, id::EFF_PELLET_STOVE),
    };
    let mut uses = EndUses::nothing();
    if household.heating == Heating::BiomassKang {
        uses.heating = burnt(useful_heat(household, factors), stove, content, factors);
    }
    if household.cooking == CookingFuel::Biomass {
        uses.cooking = burnt(
            cooking_heat(household, factors),
            id::EFF_HOB_BIOMASS,
            content,
            factors,
        );
    }
    uses
}

/// Electricity for space heating, kWh a year.
pub fn electric_heating_estimate<W: Working>(
    household: &Household,
    factors: &Factors,
) -> Amount<W> {
    let performance = match (household.heating, household.heat_pump_kind) {
        (Heating::HeatPump, HeatPumpKind::AirSource) => id::EFF_ASHP,
        (Heating::HeatPump, HeatPumpKind::GroundSource) => id::EFF_GSHP,
        (Heating::AirConditioner, _) => id::EFF_AC_HEAT,
        (Heating::DirectElectric, _) => id::EFF_ELECTRIC,
        _ => return Amount::zero(),
    };
    useful_heat(household, factors).over_row(performance, factors)
}

/// Electricity for hot water, kWh a year; of a solar heater only what the sun does not cover.
pub fn electric_hot_water_estimate<W: Working>(
    household: &Household,
    factors: &Factors,
) -> Amount<W> {
    let heat = hot_water_heat(household, factors);
    match household.water_heating {
        WaterHeating::Electric => heat.over_row(id::EFF_HEATER_ELECTRIC, factors),
        WaterHeating::HeatPump => heat.over_row(id::EFF_HEATER_HEAT_PUMP, factors),
        WaterHeating::Solar => heat
            .times(
                Origin::Row(id::SOLAR_HEAT_SHARE),
                1.0 - factors.value(id::SOLAR_HEAT_SHARE),
            )
            .over_row(id::EFF_HEATER_ELECTRIC, factors),
        WaterHeating::PipedGas | WaterHeating::Lpg | WaterHeating::NoHeater => Amount::zero(),
    }
}

/// Electricity for cooking, kWh a year.
pub fn electric_cooking_estimate<W: Working>(
    household: &Household,
    factors: &Factors,
) -> Amount<W> {
    if household.cooking == CookingFuel::Electric {
        cooking_heat(household, factors).over_row(id::EFF_HOB_ELECTRIC, factors)
    } else {
        Amount::zero()
    }
}

/// The effect of the setting: `1 + share per degree x (usual setting - setting)`, not below 0.
pub(crate) fn setting<N: Number>(household: &Household, factors: &Factors) -> N {
    let own = answer(Q::CoolingSetpoint, household.cooling_setpoint);
    let hotter = row::<N>(id::COOLING_SETPOINT, factors) - own;
    (N::plain(1.0) + row::<N>(id::COOLING_PER_DEGC, factors) * hotter).at_least(0.0)
}

/// Electricity for cooling, kWh a year:
/// `units x kWh per unit and degree day x degree days x habit x setting x grade`.
pub fn cooling_estimate<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let habit = match household.cooling_habit {
        CoolingHabit::Seldom => id::COOLING_HABIT_SELDOM,
        CoolingHabit::HotNights => id::COOLING_HABIT_HOT_NIGHTS,
        CoolingHabit::AllDay => id::COOLING_HABIT_ALL_DAY,
    };
    Amount::answer(Q::AirConditioners, household.air_conditioners)
        .times_row(id::COOLING_KWH_ITEM_CDD, factors)
        .times(
            Origin::CoolingDegreeDays,
            factors.of_province(household.province, ProvinceQuantity::Cdd26),
        )
        .times_row(habit, factors)
        .times(
            Origin::Answer(Q::CoolingSetpoint),
            setting(household, factors),
        )
        .times_row(grade(household.appliance_grade), factors)
}

/// Electricity of the fridge, lights, washing and electronics that nearly every home has, kWh a
/// year: so much per home and per person.
pub fn mean_appliances<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    Amount::of(
        Origin::Row(id::APPLIANCES_KWH_HH),
        factors.value(id::APPLIANCES_KWH_HH),
    )
    .plus(Origin::Members, household.members)
    .times_row(id::APPLIANCES_KWH_PC, factors)
}

/// The same in this home: by the efficiency of appliances, the lamps and standby.
pub fn appliances_estimate<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let rows = appliance_rows(household).into_iter();
    rows.fold(mean_appliances(household, factors), |amount, row| {
        amount.scale(Origin::Row(row), factors.value(row))
    })
}

/// The rows that tell how much the appliances of this home take against the mean.
pub fn appliance_rows(household: &Household) -> [RowId; 3] {
    [
        grade(household.appliance_grade),
        lamps(household.lamps),
        standby(household.standby),
    ]
}

/// Part of a car's emissions that is the household's: beyond its own members, others ride along.
pub fn household_part(occupancy: f64, members: f64) -> f64 {
    (members / occupancy.max(1.0)).min(1.0)
}

/// Electricity of the cars charged at home, kWh a year at the meter.
pub fn home_charging_estimate<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    charging(household, factors, |car| car.home_charging / 100.0)
}

/// Electricity of the cars charged elsewhere, kWh a year; the part of riders from outside left out.
pub fn charging_elsewhere<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    charging(household, factors, |car| {
        (1.0 - car.home_charging / 100.0) * household_part(car.occupancy, household.members)
    })
}

fn charging<W: Working>(
    household: &Household,
    factors: &Factors,
    place: impl Fn(&Car) -> f64,
) -> Amount<W> {
    household.cars.iter().fold(Amount::zero(), |sum, car| {
        let electric = car.electric_share(factors);
        if electric == 0.0 {
            return sum;
        }
        on_part(sum, car, electric)
            .times(Origin::Item(Q::Cars, "charge_use"), car.charge_use)
            .times_unit(0.01)
            .times(Origin::Item(Q::Cars, "home_charging"), place(car))
    })
}

/// A car's kilometres, or of a plug-in hybrid the part of them that it drives in one of its two ways.
pub fn on_part<W: Working>(sum: Amount<W>, car: &Car, part: f64) -> Amount<W> {
    let km = sum.plus(Origin::Item(Q::Cars, "km"), car.km);
    match car.kind {
        CarKind::PlugIn => km.times(Origin::Row(id::PHEV_UF), part),
        _ => km,
    }
}

/// Electricity of the e-bikes of all members, kWh a year.
pub fn ebike_charging_estimate<W: Working>(
    household: &Household,
    factors: &Factors,
) -> Personal<W> {
    personal(
        household,
        Q::Ebike,
        household.you.ebike,
        household.other_adult.ebike,
        factors,
        |km| {
            km.times_unit(WEEKS_PER_YEAR)
                .times_row(id::EBIKE_KWH_KM, factors)
        },
    )
}

/// Own solar electricity used at home, kWh a year; what is fed into the grid earns nothing.
pub fn solar_self_use<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    Amount::answer(Q::SolarPower, household.solar_power)
        .times_row(id::PV_YIELD, factors)
        .times_row(id::PV_SELF_USE, factors)
}

/// How much of each estimate the whole covers: less than all where the estimates exceed it.
pub fn fit(whole: f64, estimates: f64) -> f64 {
    if estimates > whole && estimates > 0.0 {
        whole / estimates
    } else {
        1.0
    }
}
