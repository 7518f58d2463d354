//! When a question can change anything for a household.

use crate::answers::Item;
use crate::catalogue::{Household, QuestionId};
use crate::choice::{CarKind, CookingFuel, FlightKind, HeatBilling, Heating, WaterHeating};

/// Applies to every household.
pub fn always(_: &Household) -> bool {
    true
}

/// More than one person lives here.
pub fn several_members(household: &Household) -> bool {
    household.members > 1.0
}

/// The home is heated in winter.
pub fn heated(household: &Household) -> bool {
    household.heating != Heating::NoHeating
}

/// Heat comes from a network.
pub fn district_heated(household: &Household) -> bool {
    household.heating == Heating::District
}

/// The household heats its home itself.
pub fn own_heating(household: &Household) -> bool {
    heated(household) && !district_heated(household)
}

/// Heat from a network is metered.
pub fn heat_metered(household: &Household) -> bool {
    district_heated(household) && household.heat_billing == HeatBilling::ByMeter
}

/// Heated by a heat pump.
pub fn heat_pump_heated(household: &Household) -> bool {
    household.heating == Heating::HeatPump
}

/// There is hot water at home.
pub fn heats_water(household: &Household) -> bool {
    household.water_heating != WaterHeating::NoHeater
}

/// There is an air conditioner.
pub fn cooled(household: &Household) -> bool {
    household.air_conditioners > 0.0
}

/// Piped gas is used for something.
pub fn burns_gas(household: &Household) -> bool {
    household.heating == Heating::GasBoiler
        || household.cooking == CookingFuel::PipedGas
        || household.water_heating == WaterHeating::PipedGas
}

/// Bottled gas is used for something.
pub fn burns_lpg(household: &Household) -> bool {
    household.cooking == CookingFuel::Lpg || household.water_heating == WaterHeating::Lpg
}

/// Coal is used for something.
pub fn burns_coal(household: &Household) -> bool {
    household.heating == Heating::CoalStove || household.cooking == CookingFuel::Coal
}

/// Firewood, straw or pellets are used for something.
pub fn burns_biomass(household: &Household) -> bool {
    household.heating == Heating::BiomassKang || household.cooking == CookingFuel::Biomass
}

/// There is a car.
pub fn owns_car(household: &Household) -> bool {
    !household.cars.is_empty()
}

/// A dog or a cat lives here.
pub fn has_pets(household: &Household) -> bool {
    household.dogs + household.cats > 0.0
}

/// Whether a field of a list's item can change anything: an electric car burns no fuel, a petrol
/// car is not charged, and domestic flights have one factor for all classes.
pub fn field_applies(question: QuestionId, field: &str, item: &Item) -> bool {
    let car: CarKind = item.choice("kind").unwrap_or_default();
    let flight: FlightKind = item.choice("kind").unwrap_or_default();
    match (question, field) {
        (QuestionId::Cars, "fuel_use") => car != CarKind::Electric,
        (QuestionId::Cars, "charge_use" | "home_charging") => {
            matches!(car, CarKind::Electric | CarKind::PlugIn)
        }
        (QuestionId::Flights, "class") => flight == FlightKind::International,
        _ => true,
    }
}
