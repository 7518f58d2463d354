//! Classes of emission factors: which gases, where, and how they change.

use super::{Band, GAS_CLASS_FACTS, GAS_CLASSES, GasClassId, SourceId, Status};

/// How an emission changes over the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeClass {
    /// With the grid of the province.
    Electricity,
    /// Fuel burnt: not at all.
    Fuel,
    /// With the supply chains of goods.
    Goods,
    /// Methane and nitrous oxide: not at all.
    MethaneNitrousOxide,
    /// With the supply chains of public services.
    PublicServices,
    /// With the supply chains of services.
    Services,
    /// With the supply chains of food.
    Food,
    /// Not at all.
    Constant,
}

/// Which gases a class of emission factors counts, where they are emitted, and how they change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GasClass {
    /// The part of its CO2e that is CO2.
    pub co2: f64,
    /// The part of that CO2 that is emitted in China.
    pub domestic: f64,
    /// How it changes over the years.
    pub time_class: TimeClass,
    /// The part of the supply chain's CO2 that is electricity.
    pub electricity_part: f64,
}

/// What is known of a class of emission factors: its words, ranges and sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GasClassFacts {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The part of its CO2e that is CO2.
    pub co2: Band,
    /// The part of that CO2 that is emitted in China.
    pub domestic: Band,
    /// The part of the supply chain's CO2 that is electricity.
    pub electricity_part: Band,
    /// Why the class has its shares.
    pub note: &'static str,
    /// Where the shares come from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl GasClassId {
    /// The class itself.
    pub fn class(self) -> &'static GasClass {
        GAS_CLASSES.get(self as usize).unwrap_or(&GAS_CLASSES[0])
    }

    /// What is known of the class.
    pub fn facts(self) -> &'static GasClassFacts {
        let facts = GAS_CLASS_FACTS.get(self as usize);
        facts.unwrap_or(&GAS_CLASS_FACTS[0])
    }
}
