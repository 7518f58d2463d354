//! Actions in the home but space heating.

use super::everyone::less;
use super::{Action, Rebound, Stage, WhyNot};
use crate::catalogue::Household;
use crate::choice::{
    ApplianceGrade, CookingFuel, CoolingHabit, Dwelling, HotWaterUse, Lamps, Standby, WasteSorting,
    WaterHeating,
};
use crate::footprint::Section;
use crate::question::Domain;
use crate::rows::id;
use crate::unit::MONTHS_PER_YEAR;

const HOME: Action = Action {
    stage: Stage::Avoid,
    domain: Domain::Home,
    reaches: &[Section::Energy],
    possible: |_, _| Ok(()),
    change: |_, _, _| {},
    rebound: Rebound::No,
};

/// Possible as long as something is not done yet.
fn unless(done: bool) -> Result<(), WhyNot> {
    if done { Err(WhyNot::Already) } else { Ok(()) }
}

/// Possible where there is something, and it is not done yet.
fn where_any(any: bool, done: bool) -> Result<(), WhyNot> {
    if any {
        unless(done)
    } else {
        Err(WhyNot::NothingToChange)
    }
}

fn heats_water(home: &Household) -> bool {
    home.water_heating != WaterHeating::NoHeater
}

/// Less hot water.
pub(super) const HOT_WATER_LESS: Action = Action {
    possible: |home, _| {
        let little = home.hot_water_use == HotWaterUse::Little;
        where_any(heats_water(home), little)
    },
    change: |home, _, _| {
        home.hot_water_use = match home.hot_water_use {
            HotWaterUse::Much => HotWaterUse::Average,
            HotWaterUse::Average | HotWaterUse::Little => HotWaterUse::Little,
        };
    },
    ..HOME
};

/// The air conditioner set warmer.
pub(super) const COOLING_WARMER: Action = Action {
    possible: |home, factors| {
        where_any(
            home.air_conditioners > 0.0,
            home.cooling_setpoint >= factors.value(id::COOL_MOST),
        )
    },
    change: |home, degrees, factors| {
        let most = factors.value(id::COOL_MOST);
        home.cooling_setpoint = (home.cooling_setpoint + degrees).min(most);
    },
    ..HOME
};

/// The fan first; cooling on the hottest nights only.
pub(super) const COOLING_LESS: Action = Action {
    possible: |home, _| {
        where_any(
            home.air_conditioners > 0.0,
            home.cooling_habit == CoolingHabit::Seldom,
        )
    },
    change: |home, _, _| {
        home.cooling_habit = match home.cooling_habit {
            CoolingHabit::AllDay => CoolingHabit::HotNights,
            CoolingHabit::HotNights | CoolingHabit::Seldom => CoolingHabit::Seldom,
        };
    },
    ..HOME
};

/// Nothing left on standby.
pub(super) const STANDBY_OFF: Action = Action {
    possible: |home, _| unless(home.standby == Standby::Off),
    change: |home, _, _| home.standby = Standby::Off,
    ..HOME
};

/// Less tap water.
pub(super) const WATER_LESS: Action = Action {
    reaches: &[Section::Water],
    change: |home, percent, _| home.water *= less(percent),
    ..HOME
};

/// All waste sorted.
pub(super) const SORT_WASTE: Action = Action {
    stage: Stage::Shift,
    reaches: &[Section::Waste],
    possible: |home, _| unless(home.waste_sorting == WasteSorting::Always),
    change: |home, _, _| home.waste_sorting = WasteSorting::Always,
    ..HOME
};

/// LED lamps everywhere.
pub(super) const LED_LAMPS: Action = Action {
    stage: Stage::Improve,
    possible: |home, _| unless(home.lamps == Lamps::Led),
    change: |home, _, _| home.lamps = Lamps::Led,
    ..HOME
};

/// Appliances of the best class, each when the old one is worn out.
pub(super) const EFFICIENT_APPLIANCES: Action = Action {
    stage: Stage::Improve,
    possible: |home, _| unless(home.appliance_grade == ApplianceGrade::Efficient),
    change: |home, _, _| home.appliance_grade = ApplianceGrade::Efficient,
    ..HOME
};

/// Cooking by induction.
pub(super) const INDUCTION: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| unless(home.cooking == CookingFuel::Electric),
    change: |home, _, _| home.cooking = CookingFuel::Electric,
    ..HOME
};

fn own_roof(home: &Household) -> Result<(), WhyNot> {
    match home.dwelling {
        Dwelling::House => Ok(()),
        Dwelling::ApartmentLift | Dwelling::ApartmentNoLift => Err(WhyNot::NoOwnRoof),
    }
}

/// A solar water heater on one's own roof.
pub(super) const SOLAR_HOT_WATER: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| {
        let solar = home.water_heating == WaterHeating::Solar;
        where_any(heats_water(home), solar)?;
        own_roof(home)
    },
    change: |home, _, _| home.water_heating = WaterHeating::Solar,
    ..HOME
};

/// A heat pump for hot water, where the sun does not heat it.
pub(super) const HEAT_PUMP_HOT_WATER: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| {
        let done = matches!(
            home.water_heating,
            WaterHeating::HeatPump | WaterHeating::Solar
        );
        where_any(heats_water(home), done)
    },
    change: |home, _, _| home.water_heating = WaterHeating::HeatPump,
    ..HOME
};

/// Solar power on one's own roof.
pub(super) const ROOFTOP_SOLAR: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| {
        own_roof(home)?;
        unless(home.solar_power > 0.0)
    },
    change: |home, kilowatt, factors| {
        // no more is used at home than the meter counts; what is fed into the grid earns no credit
        let each = factors.value(id::PV_YIELD) * factors.value(id::PV_SELF_USE);
        let most = home.electricity * MONTHS_PER_YEAR / each;
        home.solar_power += kilowatt.min(most);
    },
    ..HOME
};

/// Certified green electricity for a part of the meter.
pub(super) const GREEN_POWER: Action = Action {
    stage: Stage::Replace,
    possible: |home, _| unless(home.green_power >= 100.0),
    change: |home, percent, _| home.green_power = home.green_power.max(percent),
    ..HOME
};
