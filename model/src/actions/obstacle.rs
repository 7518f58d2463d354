//! What may stand in the way of an action: declared here, one entry for each action.

use super::ActionId;
use crate::catalogue::Household;
use crate::choice::{HeatBilling, Heating};
use crate::plan::Obstacle;

/// What may stand in the way of an action in some household; something else always may.
const fn obstacles(action: ActionId) -> &'static [Obstacle] {
    use ActionId as A;
    use Obstacle::{
        Cost, Health, Landlord, NoHeatMeter, NoLiftOrCharger, NoServiceNearby, Other, Rented,
    };
    match action {
        // of the building, paid by the heated area
        A::HeatMeter => &[Rented, Landlord, NoHeatMeter, NoServiceNearby, Cost, Other],
        A::NewWindows | A::InsulateHome | A::BuildingRetrofit => {
            &[Rented, Landlord, NoHeatMeter, Cost, Other]
        }
        // fixed to the home, and somebody has to install it
        A::CommunityHeating
        | A::CoalToHeatPump
        | A::BiomassToHeatPump
        | A::GasToHeatPump
        | A::ElectricToHeatPump
        | A::SolarHotWater
        | A::HeatPumpHotWater
        | A::RooftopSolar => &[Rented, Landlord, NoServiceNearby, Cost, Other],
        // the landlord's where the home is rented
        A::EfficientAppliances | A::InductionCooking | A::LedLamps => {
            &[Rented, Landlord, Cost, Other]
        }
        A::WaterLess => &[Rented, Landlord, Other],
        // whoever has the contract for the power
        A::GreenPower => &[Rented, Landlord, NoServiceNearby, Cost, Other],
        A::SmallerHome => &[Health, Other],
        A::HeatLower | A::HeatFewerRooms | A::HotWaterLess | A::CoolingWarmer | A::CoolingLess => {
            &[Health, Other]
        }
        A::ElectricCar => &[NoLiftOrCharger, NoServiceNearby, Cost, Other],
        A::CarToEbike => &[NoLiftOrCharger, Health, Cost, Other],
        A::HybridCar => &[NoServiceNearby, Cost, Other],
        A::TaxiToTransit => &[NoServiceNearby, Health, Other],
        A::NoCar | A::NoSecondCar | A::CarToTransit | A::CompanyBus | A::FlightsToRail => {
            &[NoServiceNearby, Health, Cost, Other]
        }
        A::ShareRides => &[NoServiceNearby, Other],
        A::DriveLess | A::WalkAndCycle | A::EconomyClass => &[Health, Other],
        A::LessBeefMutton
        | A::PorkToPoultry
        | A::PlantDays
        | A::LessDairy
        | A::LessRice
        | A::TakeawayLess => &[Health, Other],
        A::Canteen => &[NoServiceNearby, Health, Other],
        A::SeasonalVegetables => &[NoServiceNearby, Other],
        A::DietGuideline => &[Health, Cost, Other],
        A::PhoneLonger | A::DevicesLonger => &[NoServiceNearby, Cost, Other],
        A::SecondHandClothes | A::FewerParcels | A::SortWaste | A::BuyLess => {
            &[NoServiceNearby, Other]
        }
        A::QuitSmoking => &[NoServiceNearby, Health, Cost, Other],
        A::RemoteWork
        | A::StandbyOff
        | A::FewerFlights
        | A::FoodWasteLess
        | A::TapWater
        | A::LessAlcohol
        | A::FewerSweetDrinks
        | A::ClothesLonger
        | A::FurnitureLonger
        | A::HolidayNearer
        | A::StreamLess
        | A::EcoDriving
        | A::SmallerCar => &[Other],
    }
}

/// What a household may say why it cannot do an action, in the order of [`Obstacle::ALL`].
pub fn reasons(action: ActionId, home: &Household) -> Vec<Obstacle> {
    let known = obstacles(action);
    let may = |obstacle: &Obstacle| known.contains(obstacle) && holds_in(*obstacle, home);
    Obstacle::ALL.iter().copied().filter(may).collect()
}

/// Whether an obstacle can be there in a household, by what it has.
fn holds_in(obstacle: Obstacle, home: &Household) -> bool {
    match obstacle {
        Obstacle::NoHeatMeter => {
            home.heating == Heating::District && home.heat_billing == HeatBilling::ByArea
        }
        Obstacle::Rented
        | Obstacle::Landlord
        | Obstacle::NoLiftOrCharger
        | Obstacle::NoServiceNearby
        | Obstacle::Health
        | Obstacle::Cost
        | Obstacle::Other => true,
    }
}
