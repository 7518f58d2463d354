//! The population against published totals: what the households of all places together burn, drive,
//! eat and spend, and how that compares with what statistics say of the nation or a province.
//!
//! A ratio near 1 proves something only where the model does not take its amount from the very
//! total: `circular` says where it does.

use crate::catalogue::Household;
use crate::choice::Heating;
use crate::factors::Factors;
use crate::footprint::{Footprint, LineId, footprint};
use crate::population::{Place, places};
use crate::rows::{PUBLISHED_TOTALS, Province, PublishedTotal, TotalQuantity, id};
use crate::unit::{KG_PER_TONNE, MONTHS_PER_YEAR};

/// The people of a province are counted in 10^4.
const PEOPLE: f64 = 1e4;
/// Millions and billions and trillions of the units of households.
const MILLION: f64 = 1e6;
const BILLION: f64 = 1e9;
const TRILLION: f64 = 1e12;

/// A published total with the model's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// What is published.
    pub published: &'static PublishedTotal,
    /// The model's total, in the published total's unit.
    pub model: f64,
}

impl Comparison {
    /// The model's total over the published one.
    pub fn ratio(&self) -> f64 {
        self.model / self.published.value
    }

    /// Whether the ratio lies in the range that the table allows.
    pub fn within(&self) -> bool {
        (self.published.ratio_low..=self.published.ratio_high).contains(&self.ratio())
    }
}

/// Every published total with the model's own, in the order of the table.
pub fn reconcile(factors: &Factors) -> Vec<Comparison> {
    let totals: Vec<Totals> = Province::all()
        .map(|province| Totals::of(province, factors))
        .collect();
    let compare = |published: &'static PublishedTotal| {
        let wanted = |totals: &&Totals| {
            published
                .province
                .is_none_or(|only| only == totals.province)
        };
        let of_all = totals.iter().filter(wanted);
        let sum: f64 = of_all
            .clone()
            .map(|totals| totals.of_quantity(published.quantity))
            .sum();
        let model = match published.quantity {
            TotalQuantity::FootprintPerPerson => {
                sum / of_all.map(|totals| totals.people).sum::<f64>()
            }
            _ => sum,
        };
        Comparison { published, model }
    };
    PUBLISHED_TOTALS.iter().map(compare).collect()
}

/// What the people of a province take in a year, all together.
struct Totals {
    province: Province,
    people: f64,
    /// Tonnes of household consumption.
    tonnes: f64,
    /// By line, in the line's unit.
    lines: Vec<f64>,
    cars: f64,
    floor_area: f64,
    district_heated: f64,
    spending: f64,
}

impl Totals {
    fn of(province: Province, factors: &Factors) -> Totals {
        let mut totals = Totals {
            province,
            people: 0.0,
            tonnes: 0.0,
            lines: vec![0.0; LineId::ALL.len()],
            cars: 0.0,
            floor_area: 0.0,
            district_heated: 0.0,
            spending: 0.0,
        };
        for place in places(province, factors) {
            let households = households_for_each(&place);
            for home in &place.homes {
                totals.add(home, &footprint(home, factors), households);
            }
        }
        totals
    }

    /// Adds a household that stands for so many.
    fn add(&mut self, home: &Household, footprint: &Footprint, households: f64) {
        for line in &footprint.lines {
            if let Some(sum) = self.lines.get_mut(line.id as usize) {
                *sum += line.quantity.value * households;
            }
        }
        self.people += home.members * households;
        self.tonnes += footprint.household_kg() / KG_PER_TONNE * households;
        self.cars += home.cars.len() as f64 * households;
        self.floor_area += home.floor_area * households;
        if home.heating == Heating::District {
            self.district_heated += home.floor_area * households;
        }
        self.spending += home.spending * MONTHS_PER_YEAR * home.members * households;
    }

    fn lines(&self, lines: &[LineId]) -> f64 {
        let each = lines
            .iter()
            .filter_map(|line| self.lines.get(*line as usize));
        each.sum()
    }

    /// In the unit of the table.
    fn of_quantity(&self, quantity: TotalQuantity) -> f64 {
        use LineId as L;
        use TotalQuantity as T;
        match quantity {
            // divided by the people where it is compared
            T::FootprintPerPerson => self.tonnes,
            T::Electricity => self.lines(METERED) / BILLION,
            T::PipedGas => self.lines(&[L::GasHeating, L::GasHotWater, L::GasCooking]) / BILLION,
            T::Lpg => self.lines(&[L::LpgHotWater, L::LpgCooking]) / BILLION,
            T::Coal => self.lines(&[L::CoalHeating, L::CoalCooking]) / BILLION,
            T::Biomass => self.lines(&[L::BiomassHeating, L::BiomassCooking]) / BILLION,
            T::DistrictHeatedArea => self.district_heated / BILLION,
            T::FloorArea => self.floor_area / BILLION,
            T::Water => self.lines(&[L::Water]) / BILLION,
            T::Petrol => self.lines(&[L::CarPetrol]) / BILLION,
            T::Cars => self.cars / MILLION,
            T::HighSpeedRail => self.lines(&[L::HighSpeedRail]) / BILLION,
            T::OtherRail => self.lines(&[L::Rail]) / BILLION,
            T::Air => self.lines(FLIGHTS) / BILLION,
            T::UrbanRail => self.lines(&[L::Metro]) / BILLION,
            T::Bus => self.lines(&[L::Bus]) / BILLION,
            T::Coach => self.lines(&[L::Coach]) / BILLION,
            T::Spending => self.spending / TRILLION,
            T::Pork => self.lines(&[L::Pork]) / BILLION,
            T::Beef => self.lines(&[L::Beef]) / BILLION,
            T::Mutton => self.lines(&[L::Mutton]) / BILLION,
            T::Poultry => self.lines(&[L::Poultry]) / BILLION,
            T::Eggs => self.lines(&[L::Eggs]) / BILLION,
            T::Dairy => {
                let cheese = self.lines(&[L::Cheese]) * id::MILK_OF_CHEESE.value();
                (self.lines(&[L::Milk, L::Yogurt]) + cheese) / BILLION
            }
        }
    }
}

/// All that runs through a home's meter.
const METERED: &[LineId] = &[
    LineId::ElectricityHeating,
    LineId::ElectricityHotWater,
    LineId::ElectricityCooking,
    LineId::ElectricityCooling,
    LineId::ElectricityAppliances,
    LineId::CarChargingHome,
    LineId::EbikeCharging,
];
const FLIGHTS: &[LineId] = &[
    LineId::FlightsDomestic,
    LineId::FlightsInternationalEconomy,
    LineId::FlightsInternationalBusiness,
    LineId::FlightsInternationalFirst,
];

/// How many households each of a place's drawn ones stands for.
fn households_for_each(place: &Place) -> f64 {
    let members: f64 = place.homes.iter().map(|home| home.members).sum();
    place.people * PEOPLE / members
}
