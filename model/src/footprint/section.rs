//! The parts of a footprint that are computed on their own.

use super::working::Working;
use super::{Line, food, goods, home, public_services, services, travel};
use crate::catalogue::Household;
use crate::factors::Factors;

/// Lines that are computed together. What changes only some answers needs only the sections that
/// these answers reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Electricity, fuels, heat and own solar power: they share the meters.
    Energy,
    /// Tap water.
    Water,
    /// What is thrown away.
    Waste,
    /// Fuel of the cars, and charging away from home.
    Cars,
    /// Everyday and long-distance travel but cars and flights.
    Rides,
    /// Flights.
    Flights,
    /// Food and drink.
    Food,
    /// Clothing.
    Clothes,
    /// Phones and computers.
    Devices,
    /// Appliances of the home.
    Appliances,
    /// Furniture.
    Furniture,
    /// Vehicles' manufacture.
    Vehicles,
    /// Parcels, other goods by spending, cigarettes.
    OtherGoods,
    /// Services, leisure and pets.
    Services,
    /// Building the dwelling.
    Dwelling,
    /// Public services.
    PublicServices,
}

/// Some of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sections(u16);

impl Sections {
    /// All of them.
    pub const ALL: Sections = Sections(u16::MAX);

    /// These.
    pub fn of(sections: &[Section]) -> Sections {
        let bits = sections.iter().map(|section| 1 << *section as u16);
        Sections(bits.fold(0, |all, bit| all | bit))
    }

    /// Adds those of another.
    pub fn join(&mut self, other: Sections) {
        self.0 |= other.0;
    }

    /// Whether a section is among them.
    pub fn has(self, section: Section) -> bool {
        self.0 & (1 << section as u16) != 0
    }

    /// They, in the order of their lines.
    pub fn iter(self) -> impl Iterator<Item = Section> {
        let all = Section::ALL.iter().copied();
        all.filter(move |section| self.has(*section))
    }

    /// Adds their lines of a household, those that are nothing too.
    pub fn write<W: Working>(self, home: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
        for section in self.iter() {
            section.write(home, factors, lines);
        }
    }
}

impl Section {
    /// Every section, in the order of their lines.
    pub const ALL: &'static [Section] = &[
        Section::Energy,
        Section::Water,
        Section::Waste,
        Section::Cars,
        Section::Rides,
        Section::Flights,
        Section::Food,
        Section::Clothes,
        Section::Devices,
        Section::Appliances,
        Section::Furniture,
        Section::Vehicles,
        Section::OtherGoods,
        Section::Services,
        Section::Dwelling,
        Section::PublicServices,
    ];

    /// Adds the section's lines of a household, those that are nothing too.
    pub fn write<W: Working>(self, home: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
        match self {
            Section::Energy => home::energy(home, factors, lines),
            Section::Water => home::water(home, factors, lines),
            Section::Waste => home::waste(home, factors, lines),
            Section::Cars => travel::cars(home, factors, lines),
            Section::Rides => travel::rides(home, factors, lines),
            Section::Flights => travel::flights(home, factors, lines),
            Section::Food => food::lines(home, factors, lines),
            Section::Clothes => goods::clothes(home, factors, lines),
            Section::Devices => goods::devices(home, factors, lines),
            Section::Appliances => goods::appliances(home, factors, lines),
            Section::Furniture => goods::furniture(home, factors, lines),
            Section::Vehicles => goods::vehicles(home, factors, lines),
            Section::OtherGoods => goods::other(home, factors, lines),
            Section::Services => services::lines(home, factors, lines),
            Section::Dwelling => home::dwelling_construction(home, factors, lines),
            Section::PublicServices => public_services::lines(home, factors, lines),
        }
    }
}
