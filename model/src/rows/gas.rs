//! Classes of emission factors: which gases, where, and how they change.

use super::{Band, GAS_CLASS_NOTES, GAS_CLASSES, GasClassId, SourceId, Status};

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

/// Which gases a class of emission factors counts, and where they are emitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GasClass {
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
    /// How it changes over the years.
    pub time_class: TimeClass,
    /// The part of the supply chain's CO2 that is electricity.
    pub electricity_part: Band,
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

    /// Why the class has its shares.
    pub fn note(self) -> &'static str {
        GAS_CLASS_NOTES
            .get(self as usize)
            .copied()
            .unwrap_or_default()
    }
}
