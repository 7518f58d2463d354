//! Actions on space heating.

use super::everyone::less;
use super::{Action, Rebound, Stage, WhyNot};
use crate::catalogue::Household;
use crate::choice::{BuildingAge, Dwelling, HeatBilling, Heating, HeatingHabit, Windows};
use crate::factors::Factors;
use crate::footprint::{Section, Untold, energy};
use crate::question::Domain;
use crate::rows::{Zone, id};

const HEAT: Action = Action {
    stage: Stage::Replace,
    domain: Domain::Home,
    reaches: &[Section::Energy],
    possible: heated,
    change: |_, _, _| {},
    rebound: Rebound::No,
};

fn heated(home: &Household, _: &Factors) -> Result<(), WhyNot> {
    match home.heating {
        Heating::NoHeating => Err(WhyNot::NotHeated),
        _ => Ok(()),
    }
}

/// Whether the household decides how warm it is.
fn controlled(home: &Household, factors: &Factors) -> Result<(), WhyNot> {
    heated(home, factors)?;
    match (home.heating, home.heat_billing) {
        (Heating::District, HeatBilling::ByArea) => Err(WhyNot::HeatNotControllable),
        _ => Ok(()),
    }
}

fn heats_itself(home: &Household, factors: &Factors) -> Result<(), WhyNot> {
    heated(home, factors)?;
    match home.heating {
        Heating::District => Err(WhyNot::OtherHeating),
        _ => Ok(()),
    }
}

fn heated_by(home: &Household, by: &[Heating]) -> Result<(), WhyNot> {
    match home.heating {
        Heating::NoHeating => Err(WhyNot::NotHeated),
        heating if by.contains(&heating) => Ok(()),
        _ => Err(WhyNot::OtherHeating),
    }
}

/// A lower indoor temperature, never below the recommended least.
pub(super) const LOWER: Action = Action {
    stage: Stage::Avoid,
    possible: |home, factors| {
        controlled(home, factors)?;
        if home.indoor_temperature > factors.value(id::HEAT_LEAST) {
            Ok(())
        } else {
            Err(WhyNot::Already)
        }
    },
    change: |home, degrees, factors| {
        let least = factors.value(id::HEAT_LEAST);
        home.indoor_temperature = (home.indoor_temperature - degrees).max(least);
    },
    ..HEAT
};

/// Only the rooms in use, in the evenings.
pub(super) const FEWER_ROOMS: Action = Action {
    stage: Stage::Avoid,
    possible: |home, factors| {
        heats_itself(home, factors)?;
        match home.heating_habit {
            HeatingHabit::OneRoomEvenings => Err(WhyNot::Already),
            _ => Ok(()),
        }
    },
    change: |home, _, _| {
        home.heating_habit = match home.heating_habit {
            HeatingHabit::AllRoomsAllDay => HeatingHabit::AllRoomsEvenings,
            _ => HeatingHabit::OneRoomEvenings,
        };
    },
    ..HEAT
};

/// District heat by the meter, with valves: the bill follows what is used.
pub(super) const METER: Action = Action {
    stage: Stage::Avoid,
    possible: |home, _| match (home.heating, home.heat_billing) {
        (Heating::District, HeatBilling::ByArea) => Ok(()),
        (Heating::District, HeatBilling::ByMeter) => Err(WhyNot::Already),
        _ => Err(WhyNot::NotDistrict),
    },
    change: |home, _, factors| {
        let whole = energy::district_heat_estimate::<Untold>(home, factors).value
            * factors.value(id::HEAT_INTENSITY_NAT);
        home.heat_billing = HeatBilling::ByMeter;
        home.district_heat = whole * (1.0 - factors.value(id::HEAT_METER_SAVING));
    },
    ..HEAT
};

/// Better windows.
pub(super) const WINDOWS: Action = Action {
    stage: Stage::Improve,
    possible: |home, factors| {
        heated(home, factors)?;
        match home.windows {
            Windows::Good => Err(WhyNot::Already),
            _ => Ok(()),
        }
    },
    change: |home, _, _| home.windows = Windows::Good,
    rebound: Rebound::TighterHome,
    ..HEAT
};

fn age_after(age: BuildingAge) -> BuildingAge {
    match age {
        BuildingAge::Before1990 => BuildingAge::From1990To2009,
        BuildingAge::From1990To2009 | BuildingAge::Since2010 => BuildingAge::Since2010,
    }
}

/// Insulation of one's own walls and roof: as a home of the next building standard.
pub(super) const INSULATE: Action = Action {
    stage: Stage::Improve,
    possible: not_new,
    change: |home, _, _| home.building_age = age_after(home.building_age),
    rebound: Rebound::TighterHome,
    ..HEAT
};

fn not_new(home: &Household, factors: &Factors) -> Result<(), WhyNot> {
    heated(home, factors)?;
    match home.building_age {
        BuildingAge::Since2010 => Err(WhyNot::NothingToChange),
        _ => Ok(()),
    }
}

/// The whole building, by a vote of those who live there: as one of today's standard, with its windows.
pub(super) const RETROFIT: Action = Action {
    stage: Stage::Improve,
    possible: |home, factors| {
        not_new(home, factors)?;
        match home.dwelling {
            Dwelling::House => Err(WhyNot::OwnHouse),
            Dwelling::ApartmentLift | Dwelling::ApartmentNoLift => Ok(()),
        }
    },
    change: |home, _, _| {
        home.building_age = BuildingAge::Since2010;
        home.windows = Windows::Good;
    },
    rebound: Rebound::TighterHome,
    ..HEAT
};

fn to_heat_pump(home: &mut Household, _: f64, _: &Factors) {
    home.heating = Heating::HeatPump;
}

/// From a coal stove to a heat pump.
pub(super) const COAL: Action = Action {
    possible: |home, _| heated_by(home, &[Heating::CoalStove]),
    change: to_heat_pump,
    rebound: Rebound::EasierHeat,
    ..HEAT
};

/// From a stove or kang for wood or straw to a heat pump.
pub(super) const BIOMASS: Action = Action {
    possible: |home, _| heated_by(home, &[Heating::BiomassKang]),
    change: to_heat_pump,
    rebound: Rebound::EasierHeat,
    ..HEAT
};

/// From a gas boiler to a heat pump.
pub(super) const GAS: Action = Action {
    possible: |home, _| heated_by(home, &[Heating::GasBoiler]),
    change: to_heat_pump,
    ..HEAT
};

/// From electric heaters to a heat pump.
pub(super) const ELECTRIC: Action = Action {
    possible: |home, _| heated_by(home, &[Heating::DirectElectric]),
    change: to_heat_pump,
    ..HEAT
};

/// Joining a heating network instead of a coal stove or electric heaters, in the north.
pub(super) const NETWORK: Action = Action {
    possible: |home, _| {
        if home.province.zone() != Zone::North {
            return Err(WhyNot::OtherHeating);
        }
        heated_by(home, &[Heating::CoalStove, Heating::DirectElectric])
    },
    change: |home, _, factors| {
        home.heating = Heating::District;
        home.heat_billing = HeatBilling::ByArea;
        home.indoor_temperature = factors.value(id::INDOOR_DISTRICT);
    },
    ..HEAT
};

/// A smaller home at the next move.
pub(super) const SMALLER_HOME: Action = Action {
    stage: Stage::Avoid,
    domain: Domain::Dwelling,
    reaches: &[Section::Energy, Section::Dwelling],
    possible: |_, _| Ok(()),
    change: |home, percent, _| home.floor_area *= less(percent),
    ..HEAT
};
