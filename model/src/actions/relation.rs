//! How two actions go together: declared here, and tested on every persona.

use super::effect::point;
use super::travel::chosen_car;
use super::{ActionId, Chosen, Joint};
use crate::catalogue::Household;
use crate::choice::Heating;
use crate::factors::Factors;
use crate::footprint::Section;

/// How what two actions save together compares with what each saves alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Less than the sum: both work on the same thing.
    Overlapping,
    /// The sum.
    Independent,
    /// More than the sum: one makes the other worth more.
    Reinforcing,
}

impl Relation {
    /// The relation's id in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Relation::Overlapping => "overlapping",
            Relation::Independent => "independent",
            Relation::Reinforcing => "reinforcing",
        }
    }
}

/// A thing that several actions work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Heat,
    HotWater,
    Cooling,
    Appliances,
    Cars,
    DomesticFlights,
    InternationalFlights,
    BeefAndMutton,
    Pork,
    Dairy,
    Rice,
    Greens,
    Waste,
    Clothes,
}

/// What an action works on; nothing where no other action works on the same.
const fn things(action: ActionId) -> &'static [Thing] {
    use ActionId as A;
    match action {
        A::SmallerHome
        | A::HeatMeter
        | A::HeatLower
        | A::HeatFewerRooms
        | A::BuildingRetrofit
        | A::InsulateHome
        | A::NewWindows
        | A::CommunityHeating
        | A::CoalToHeatPump
        | A::BiomassToHeatPump
        | A::GasToHeatPump
        | A::ElectricToHeatPump => &[Thing::Heat],
        A::HotWaterLess | A::SolarHotWater | A::HeatPumpHotWater => &[Thing::HotWater],
        A::CoolingWarmer | A::CoolingLess => &[Thing::Cooling],
        A::EfficientAppliances => &[Thing::Cooling, Thing::Appliances],
        A::StandbyOff | A::LedLamps => &[Thing::Appliances],
        A::NoCar
        | A::NoSecondCar
        | A::RemoteWork
        | A::DriveLess
        | A::CarToTransit
        | A::CarToEbike
        | A::WalkAndCycle
        | A::ShareRides
        | A::CompanyBus
        | A::EcoDriving
        | A::SmallerCar
        | A::HybridCar
        | A::ElectricCar => &[Thing::Cars],
        A::FewerFlights => &[Thing::DomesticFlights, Thing::InternationalFlights],
        A::FlightsToRail => &[Thing::DomesticFlights],
        A::EconomyClass => &[Thing::InternationalFlights],
        A::FoodWasteLess => &[
            Thing::BeefAndMutton,
            Thing::Pork,
            Thing::Dairy,
            Thing::Rice,
            Thing::Greens,
            Thing::Waste,
        ],
        A::DietGuideline => &[
            Thing::BeefAndMutton,
            Thing::Pork,
            Thing::Dairy,
            Thing::Rice,
            Thing::Greens,
        ],
        A::LessBeefMutton => &[Thing::BeefAndMutton],
        A::PorkToPoultry => &[Thing::Pork],
        A::PlantDays | A::Canteen => &[Thing::BeefAndMutton, Thing::Pork],
        A::LessDairy => &[Thing::Dairy],
        A::LessRice => &[Thing::Rice],
        A::SeasonalVegetables => &[Thing::Greens],
        A::SortWaste => &[Thing::Waste],
        A::ClothesLonger | A::SecondHandClothes => &[Thing::Clothes],
        A::WaterLess
        | A::TakeawayLess
        | A::TapWater
        | A::LessAlcohol
        | A::FewerSweetDrinks
        | A::PhoneLonger
        | A::DevicesLonger
        | A::FurnitureLonger
        | A::FewerParcels
        | A::QuitSmoking
        | A::BuyLess
        | A::HolidayNearer
        | A::StreamLess
        | A::TaxiToTransit
        | A::InductionCooking
        | A::RooftopSolar
        | A::GreenPower => &[],
    }
}

/// Whether the second action makes more of what the first makes less harmful: with a meter and valves the heat
/// can be turned down at all; the guideline asks for more vegetables and fruit; a network heats more rooms than
/// a stove does, and comfort takes nothing back of what a tighter home saves of it.
fn makes_more(first: ActionId, second: ActionId, home: &Household) -> bool {
    use ActionId as A;
    match (first, second) {
        (A::HeatMeter, A::HeatLower) | (A::SeasonalVegetables, A::DietGuideline) => true,
        (A::BuildingRetrofit | A::InsulateHome | A::NewWindows, A::CommunityHeating) => {
            home.heating == Heating::CoalStove
        }
        _ => false,
    }
}

/// Whether what one of two actions saves may depend on the other, in whatever household and however strong:
/// they work on the same thing, or one makes the electricity cleaner and the other may change how much there
/// is.
pub(super) fn linked(one: ActionId, other: ActionId) -> bool {
    let cleaner = |one: ActionId, other: ActionId| {
        one == ActionId::GreenPower && other.action().reaches.contains(&Section::Energy)
    };
    let same = |thing: &Thing| things(other).contains(thing);
    things(one).iter().any(same) || cleaner(one, other) || cleaner(other, one)
}

/// How a class smaller goes with another drive of the same car.
fn in_one_car(drive: ActionId, home: &Household, factors: &Factors) -> Relation {
    let saves = |actions: &[ActionId]| {
        let set = Joint::of(actions.iter().copied().map(Chosen::usual));
        point(home, &set, factors)
    };
    let smaller = ActionId::SmallerCar;
    if saves(&[smaller, drive]) < saves(&[smaller]) + saves(&[drive]) {
        Relation::Overlapping
    } else {
        Relation::Reinforcing
    }
}

/// How two different actions go together in a household, each at its usual strength.
///
/// Green power makes every kilowatt-hour of the meter cleaner: worth more with what uses more of them,
/// less with what uses fewer. The dietary guideline says itself how much is eaten. Two that choose a car each have
/// nothing to do with each other where these are two cars; where a class smaller and another drive meet in one car,
/// what is saved in fuel and in manufacture depends on both, either way, by the tables of cars: the model says it.
/// Otherwise two that work on the same thing overlap, unless one of them raises the footprint while the other makes
/// its thing smaller. What working at home raises is the home's electricity, not the car's kilometres.
pub fn relation(one: ActionId, other: ActionId, home: &Household, factors: &Factors) -> Relation {
    let (first, second) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    if second == ActionId::GreenPower {
        let alone = Joint::of([Chosen::usual(first)]);
        let change = alone.changed(home, factors).electricity - home.electricity;
        return if change > 0.0 {
            Relation::Reinforcing
        } else if change < 0.0 {
            Relation::Overlapping
        } else {
            Relation::Independent
        };
    }
    let same = |thing: &Thing| things(second).contains(thing);
    if !things(first).iter().any(same) {
        return Relation::Independent;
    }
    if second == ActionId::DietGuideline && first != ActionId::SeasonalVegetables {
        // it says itself how much is eaten, whatever else was changed
        return Relation::Overlapping;
    }
    if let (Some(one), Some(other)) = (chosen_car(first, home), chosen_car(second, home)) {
        if one != other {
            return Relation::Independent;
        }
        if first == ActionId::SmallerCar {
            return in_one_car(second, home, factors);
        }
    }
    let raises = |action| {
        let alone = || point(home, &Joint::of([Chosen::usual(action)]), factors);
        action != ActionId::RemoteWork && alone() < 0.0
    };
    if makes_more(first, second, home) || raises(first) != raises(second) {
        Relation::Reinforcing
    } else {
        Relation::Overlapping
    }
}
