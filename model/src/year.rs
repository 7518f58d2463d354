//! Years after the base year: the base year's lines times the index of the year.
//!
//! `F(t) = sum over lines of its base value x index of its time class(t)`. A line's quantity stays
//! what the answers say; its factors change with the class of their gases (`gas_classes.csv`):
//!
//! | time class | index |
//! |---|---|
//! | electricity | `g_r(t) / g_r`, life cycle `lc_r(t) / lc_r` |
//! | CO2 of goods, food, services, public services | `phi x g(t)/g + (1 - phi) x E(t)/E` |
//! | the same, where the factor is per yuan | divided by the growth of GDP per person |
//! | fuel burnt, methane and nitrous oxide, constant | 1 |
//!
//! with the CO2 of the national grid `g`, of the province's grid
//! `g_r(t) = g(t) x (1 + (g_r/g - 1) x g(t)/g)`, its life cycle `lc_r(t) = 1.147 g_r(t) + 0.012`,
//! the nation's CO2 `E` by scenario, and the electricity part `phi` of a supply chain.
//!
//! All of these indices are linear in five national numbers, the drivers, whatever the
//! province, the class and `phi`. So [`Sums`] hold what a household's lines come to in the base
//! year and how much of it each driver moves, and [`Sums::in_year`] is the one place where a year
//! is computed:
//!
//! `F(t) = F(base) + sum over drivers of moved x (driver(t) - 1)`
//!
//! In the base year every driver is 1 and the result is the base year's to the last bit. The total
//! of a year is always taken from sums, never added up from that year's lines: whoever keeps the
//! sums of a draw and whoever computes its lines anew then do the same arithmetic, and get the
//! same bits. The base year's calculation knows nothing of years and needs none of their tables.

use std::ops::RangeInclusive;

use crate::BASE_YEAR;
use crate::factors::Factors;
use crate::rows::{
    GasClassId, Province, RowId, Scenario, TimeClass, Unit, family, grid_year, id, national_co2,
};

/// The years for which there is an index.
pub const YEARS: RangeInclusive<u16> = BASE_YEAR..=2060;

/// The scenario followed where none is named.
pub const DEFAULT_SCENARIO: Scenario = Scenario::ModelOfficial;

/// A national number that emissions change with, against the base year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    /// CO2 per kWh of the national grid.
    Grid,
    /// Its square: how much of the gap between a province's grid and the nation's is left.
    GridSquared,
    /// The nation's CO2.
    NationalCo2,
    /// CO2 of the grid over GDP per person, of which a yuan buys a part.
    GridPerYuan,
    /// The nation's CO2 over GDP per person.
    NationalCo2PerYuan,
}

impl Driver {
    /// Every driver.
    pub const ALL: [Driver; 5] = [
        Driver::Grid,
        Driver::GridSquared,
        Driver::NationalCo2,
        Driver::GridPerYuan,
        Driver::NationalCo2PerYuan,
    ];
}

/// Something for each driver, in the order of [`Driver::ALL`].
type ByDriver = [f64; Driver::ALL.len()];

fn of_driver(all: &ByDriver, driver: Driver) -> f64 {
    all.get(driver as usize).copied().unwrap_or_default()
}

fn by_driver(parts: &[(Driver, f64)]) -> ByDriver {
    let mut all = ByDriver::default();
    for (driver, part) in parts {
        if let Some(place) = all.get_mut(*driver as usize) {
            *place = *part;
        }
    }
    all
}

/// GDP per person in a year against the base year, at constant prices.
fn gdp_per_person(year: u16, factors: &Factors) -> f64 {
    (BASE_YEAR + 1..=year).fold(1.0, |gdp, year| {
        let growth = match year {
            ..=2035 => id::GDP_PC_GROWTH_2024_2035,
            2036..=2050 => id::GDP_PC_GROWTH_2036_2050,
            2051.. => id::GDP_PC_GROWTH_2051_2060,
        };
        gdp * (1.0 + factors.value(growth))
    })
}

/// The score at which the future grid is on its high line, and, below 0, on its low one: the 95 % quantile.
pub const GRID_END: f64 = crate::uncertainty::P95;

/// CO2 per kWh of the national grid in a year, off its central line by a score; never below nothing.
fn grid_at(year: u16, score: f64) -> Option<f64> {
    let grid = grid_year(year)?;
    let (span, off) = if score < 0.0 {
        (grid.value - grid.low, score / GRID_END)
    } else {
        (grid.high - grid.value, score / GRID_END)
    };
    Some((grid.value + span * off).max(0.0))
}

/// How the drivers stand in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearIndex {
    year: u16,
    scenario: Scenario,
    /// Each driver less its base value, 1.
    change: ByDriver,
}

impl YearIndex {
    /// The index of a year under a scenario; none outside [`YEARS`].
    pub fn new(year: u16, scenario: Scenario, factors: &Factors) -> Option<YearIndex> {
        YearIndex::drawn(year, scenario, 0.0, factors)
    }

    /// The index with the future grid off its central line by a standard normal score: the low and the
    /// high line are taken as its 5 % and 95 % quantiles, a half of a normal distribution on each side.
    pub fn drawn(year: u16, scenario: Scenario, grid: f64, factors: &Factors) -> Option<YearIndex> {
        let grid = grid_at(year, grid)? / grid_at(BASE_YEAR, grid)?;
        let nation = national_co2(scenario, year)?.value / national_co2(scenario, BASE_YEAR)?.value;
        let gdp = gdp_per_person(year, factors);
        let drivers = by_driver(&[
            (Driver::Grid, grid),
            (Driver::GridSquared, grid * grid),
            (Driver::NationalCo2, nation),
            (Driver::GridPerYuan, grid / gdp),
            (Driver::NationalCo2PerYuan, nation / gdp),
        ]);
        Some(YearIndex {
            year,
            scenario,
            change: drivers.map(|driver| driver - 1.0),
        })
    }

    /// The year.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// How a driver stands against the base year, where it is 1.
    pub fn driver(&self, driver: Driver) -> f64 {
        1.0 + of_driver(&self.change, driver)
    }

    /// The scenario; the base year is the same in all of them.
    pub fn scenario(&self) -> Scenario {
        self.scenario
    }
}

/// Kilograms a year of one gas in the base year, and how many of them each driver moves.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sums {
    base: f64,
    moved: ByDriver,
}

impl Sums {
    /// How many numbers they are.
    pub const PARTS: usize = 6;

    /// The numbers that they are.
    pub(crate) fn to_numbers(self) -> [f64; Sums::PARTS] {
        let [a, b, c, d, e] = self.moved;
        [self.base, a, b, c, d, e]
    }

    /// What [`Sums::to_numbers`] gave.
    pub(crate) fn of_numbers([base, a, b, c, d, e]: [f64; Sums::PARTS]) -> Sums {
        Sums {
            base,
            moved: [a, b, c, d, e],
        }
    }

    /// Kilograms in a year: `base + sum of moved x (driver - 1)`.
    pub fn in_year(&self, index: &YearIndex) -> f64 {
        let moved = self.moved.iter().zip(&index.change);
        moved.fold(self.base, |kg, (moved, change)| kg + moved * change)
    }

    /// What is left when another's kilograms are taken away, in every year.
    pub fn less(&self, other: &Sums) -> Sums {
        let mut less = *self;
        less.base -= other.base;
        for (moved, other) in less.moved.iter_mut().zip(other.moved) {
            *moved -= other;
        }
        less
    }

    /// Adds a part of the difference of two sums.
    pub(crate) fn add_part(&mut self, part: f64, more: &Sums, less: &Sums) {
        self.base += part * (more.base - less.base);
        let changes = more.moved.iter().zip(&less.moved);
        for (moved, (more, less)) in self.moved.iter_mut().zip(changes) {
            *moved += part * (more - less);
        }
    }

    /// How many kilograms of a year differ from the base year because of one driver.
    pub fn moved(&self, driver: Driver, index: &YearIndex) -> f64 {
        of_driver(&self.moved, driver) * of_driver(&index.change, driver)
    }

    /// How many kilograms of a year differ from the base year because of the grid alone.
    pub fn moved_by_grid(&self, index: &YearIndex) -> f64 {
        let by = |driver| self.moved(driver, index);
        by(Driver::Grid) + by(Driver::GridSquared) + by(Driver::GridPerYuan)
    }

    /// Kilograms in the base year.
    pub fn base(&self) -> f64 {
        self.base
    }

    /// Kilograms of which nothing moves yet.
    pub(crate) fn unmoved(base: f64) -> Sums {
        Sums {
            base,
            moved: ByDriver::default(),
        }
    }

    /// `base` kilograms that a factor causes, `changing` of them as the class of its gases does.
    pub(crate) fn of_factor(base: f64, changing: f64, factor: RowId, factors: &Factors) -> Sums {
        Sums {
            base,
            moved: weights(factor, factors).map(|weight| weight * changing),
        }
    }

    /// Adds another's kilograms.
    pub(crate) fn add(&mut self, other: &Sums) {
        self.base += other.base;
        self.add_moved(other);
    }

    /// Adds what moves, the base being known.
    pub(crate) fn add_moved(&mut self, other: &Sums) {
        for (sum, moved) in self.moved.iter_mut().zip(other.moved) {
            *sum += moved;
        }
    }
}

/// How an electricity factor of a province divides among the drivers.
///
/// `g_r(t) = g x grid + (g_r - g) x grid^2`, and `lc_r(t)` follows from it.
fn electricity_weights(row: RowId, factors: &Factors) -> ByDriver {
    let Some(province) = row.province() else {
        return by_driver(&[(Driver::Grid, 1.0)]);
    };
    let nation = factors.value(id::EL_CO2_2023_CN);
    let own = factors.provincial(family::EL_CO2_2023, province);
    let per_co2 = match row.gas() {
        Some(GasClassId::ElectricityLc) => {
            let per_co2 = factors.value(id::EL_LC_PER_CO2);
            per_co2 / (per_co2 * own + factors.value(id::EL_LC_REST))
        }
        _ => 1.0 / own,
    };
    by_driver(&[
        (Driver::Grid, per_co2 * nation),
        (Driver::GridSquared, per_co2 * (own - nation)),
    ])
}

/// CO2 per kWh of a province's grid in a year against the base year: `g_r(t) / g_r`.
///
/// Provinces far below the nation's mean first rise: the difference shrinks sooner than the mean falls.
pub fn province_grid(province: Province, index: &YearIndex, factors: &Factors) -> f64 {
    let weights = electricity_weights(family::EL_CO2_2023.row(province), factors);
    let moved = weights.iter().zip(&index.change);
    moved.fold(1.0, |all, (weight, change)| all + weight * change)
}

/// How what changes of a factor divides among the drivers.
fn weights(row: RowId, factors: &Factors) -> ByDriver {
    let Some(class) = row.gas().map(GasClassId::class) else {
        return ByDriver::default();
    };
    let electricity = class.electricity_part;
    match class.time_class {
        TimeClass::Electricity => electricity_weights(row, factors),
        TimeClass::Goods | TimeClass::Food | TimeClass::Services | TimeClass::PublicServices => {
            let (grid, nation) = if row.facts().unit == Unit::KgCo2ePerYuan {
                (Driver::GridPerYuan, Driver::NationalCo2PerYuan)
            } else {
                (Driver::Grid, Driver::NationalCo2)
            };
            by_driver(&[(grid, electricity), (nation, 1.0 - electricity)])
        }
        TimeClass::Fuel | TimeClass::MethaneNitrousOxide | TimeClass::Constant => {
            ByDriver::default()
        }
    }
}
