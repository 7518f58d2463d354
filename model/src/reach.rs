//! What an answer reaches: the questions whose values follow from it, and the sections of the footprint that
//! read it. What it does not reach need not be drawn or computed anew.

use crate::answers::Answers;
use crate::catalogue::QuestionId as Q;
use crate::footprint::{Section, Sections};
use crate::priors::{Draw, prior};
use crate::question::{Asks, Domain};

/// Where and with whom one lives: every value may follow from it.
pub(crate) const BASICS: &[Q] = &[Q::Province, Q::Settlement, Q::Members];

/// What the heat that a home needs follows from.
const HEATED: &[Q] = &[
    Q::Dwelling,
    Q::BuildingAge,
    Q::FloorArea,
    Q::Heating,
    Q::IndoorTemperature,
    Q::Windows,
];

/// What a home burns follows from these.
const BURNT: &[Q] = &[
    Q::Dwelling,
    Q::BuildingAge,
    Q::FloorArea,
    Q::Heating,
    Q::CoalKind,
    Q::BiomassKind,
    Q::HeatingHabit,
    Q::IndoorTemperature,
    Q::Windows,
    Q::Cooking,
    Q::WaterHeating,
    Q::HotWaterUse,
];

/// What a home's electricity follows from.
const POWERED: &[Q] = &[
    Q::Dwelling,
    Q::BuildingAge,
    Q::FloorArea,
    Q::Heating,
    Q::HeatPumpKind,
    Q::HeatingHabit,
    Q::IndoorTemperature,
    Q::Windows,
    Q::ApplianceGrade,
    Q::Lamps,
    Q::Standby,
    Q::SolarPower,
    Q::Cars,
];

/// Meters, which follow from what is answered as long as nobody reads them.
pub(crate) const METERS: &[Q] = &[
    Q::Electricity,
    Q::Gas,
    Q::Lpg,
    Q::Coal,
    Q::Biomass,
    Q::DistrictHeat,
];

/// Some of the questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions([bool; Q::ALL.len()]);

impl Questions {
    /// None of them.
    pub const NONE: Questions = Questions([false; Q::ALL.len()]);
    /// All of them.
    pub const ALL: Questions = Questions([true; Q::ALL.len()]);

    /// Those that two households have answered differently, or one of them only.
    pub fn differing(one: &Answers, other: &Answers) -> Questions {
        let mut differing = Questions::NONE;
        for &question in Q::ALL {
            if one.known(question) != other.known(question) {
                differing.add(question);
            }
        }
        differing
    }

    /// Whether a question is among them.
    pub fn has(&self, question: Q) -> bool {
        self.0.get(question as usize).copied().unwrap_or_default()
    }

    /// Whether any of these is among them.
    pub fn any_of(&self, questions: &[Q]) -> bool {
        questions.iter().any(|question| self.has(*question))
    }

    /// Adds a question.
    pub fn add(&mut self, question: Q) {
        if let Some(has) = self.0.get_mut(question as usize) {
            *has = true;
        }
    }

    /// Adds those of another.
    pub fn join(&mut self, other: &Questions) {
        for (has, other) in self.0.iter_mut().zip(&other.0) {
            *has |= other;
        }
    }

    /// Adds every question whose value, or the likelihood of whose answer, follows from one of these.
    pub fn with_what_follows(mut self) -> Questions {
        for &question in Q::ALL {
            let basics = BASICS
                .iter()
                .any(|basic| self.has(*basic) && *basic < question);
            let afforded = self.has(Q::Spending) && is_afforded(question);
            if basics || afforded || self.any_of(follows(question)) {
                self.add(question);
            }
        }
        self
    }

    /// Whether what the other adults do follows from one of these.
    pub fn reach_others(&self) -> bool {
        self.any_of(BASICS) || self.any_of(&[Q::Spending, Q::Ebikes, Q::Motorcycles])
    }

    /// The sections of the footprint that read one of these.
    pub fn sections(&self) -> Sections {
        let mut sections = Sections::default();
        for &question in Q::ALL.iter().filter(|question| self.has(**question)) {
            sections.join(Sections::of(read_by(question)));
        }
        sections
    }
}

/// Whether what a household can afford moves it.
fn is_afforded(question: Q) -> bool {
    let prior = prior(question);
    prior.need.is_some() || matches!(prior.draw, Draw::Count(Some(_)) | Draw::Cars)
}

/// What a question's value follows from besides [`BASICS`] and spending: all of it comes before.
const fn follows(question: Q) -> &'static [Q] {
    match question {
        Q::HeatingHabit | Q::IndoorTemperature => &[Q::Heating],
        Q::DistrictHeat => HEATED,
        Q::Gas | Q::Lpg | Q::Coal | Q::Biomass => BURNT,
        Q::Electricity => POWERED,
        Q::CarRepair => &[Q::Cars],
        Q::Vet => &[Q::Dogs, Q::Cats],
        Q::Ebike => &[Q::Ebikes, Q::Children, Q::TravelScope],
        Q::Motorcycle => &[Q::Motorcycles, Q::Children, Q::TravelScope],
        _ => match (question.asks(), question.domain()) {
            (Asks::Household, _) => &[],
            // where the answers are the household's totals, so are the defaults
            (Asks::You, Domain::Travel) => &[Q::Children, Q::TravelScope],
            (Asks::You, Domain::Food) => &[Q::Children, Q::FoodScope],
            (Asks::You, Domain::Goods) => &[Q::Children, Q::GoodsScope],
            (Asks::You, _) => &[Q::Children, Q::LeisureScope],
        },
    }
}

/// The sections of the footprint that read a question's value.
const fn read_by(question: Q) -> &'static [Section] {
    match question {
        Q::Province | Q::Settlement | Q::Members | Q::Children => Section::ALL,
        // read through what it moves
        Q::Spending => &[],
        Q::FloorArea => &[Section::Energy, Section::Dwelling],
        Q::AirConditioners => &[Section::Energy, Section::Appliances],
        Q::Water => &[Section::Water],
        Q::WasteSorting => &[Section::Waste],
        Q::Cars => &[Section::Energy, Section::Cars, Section::Vehicles],
        Q::Ebikes | Q::Motorcycles | Q::Bicycles => &[Section::Vehicles],
        Q::Ebike => &[Section::Energy, Section::Rides],
        Q::Flights => &[Section::Flights],
        Q::TravelScope => &[Section::Energy, Section::Rides, Section::Flights],
        Q::FoodScope | Q::FoodWaste => &[Section::Food, Section::Waste],
        Q::SecondHand => &[Section::Clothes, Section::Devices, Section::Furniture],
        Q::DeviceCare => &[Section::Devices, Section::Appliances],
        Q::GoodsScope => &[Section::Clothes, Section::Devices, Section::OtherGoods],
        Q::Sofas | Q::Mattresses | Q::Beds | Q::Tables | Q::Chairs | Q::Wardrobes => {
            &[Section::Furniture]
        }
        Q::Tshirts
        | Q::Shirts
        | Q::Trousers
        | Q::Pullovers
        | Q::Coats
        | Q::Dresses
        | Q::Shoes
        | Q::Underwear => &[Section::Clothes],
        Q::PhoneLife | Q::Laptops | Q::Desktops | Q::Tablets | Q::Monitors => &[Section::Devices],
        Q::Parcels
        | Q::Renovation
        | Q::Cleaning
        | Q::Cosmetics
        | Q::ToysSport
        | Q::Medicines
        | Q::OtherGoods
        | Q::Cigarettes => &[Section::OtherGoods],
        _ => match question.domain() {
            Domain::Home | Domain::Dwelling => &[Section::Energy],
            Domain::Travel => &[Section::Rides],
            Domain::Food => &[Section::Food],
            Domain::Goods => &[Section::Appliances],
            Domain::Services | Domain::PublicServices => &[Section::Services],
        },
    }
}
