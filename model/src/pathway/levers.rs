//! Policy levers that households feel: what each does to one's bill, one's footprint and the nation's CO2.
//!
//! They are few, and each is one assumption beside a scenario, which itself does not react:
//!
//! | lever | what is assumed | the nation |
//! |---|---|---|
//! | cleaner grid, faster or slower | the grid at the low or the high line of its table | electricity of all homes |
//! | heat metering, electric cars, retrofit, diet guideline | the action in one's own household; for the nation its adoption at the fast end of every range, beyond what the scenario assumes | `N x e x (a_fast - a_ref) x D x (1 - rebound)`, `D` the mean over the homes of the synthetic population to which the action applies |
//! | a carbon price on electricity | passed on in full; homes use `response x rise of the price` less | electricity of all homes |
//!
//! Bills are at today's prices: nobody knows what a faster grid does to the price of power.

use super::campaign::households;
use super::course::Course;
use super::nation::AHEAD;
use super::scale::{KG_PER_MT, adoption};
use crate::actions::cost::Prices;
use crate::actions::{ActionId, Chosen, Joint, WhyNot};
use crate::catalogue::Household;
use crate::choice::{Choice, choices};
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, household_sums};
use crate::population::places;
use crate::rows::{
    Band, Province, ProvinceQuantity, Scenario, family, power_carbon_price, power_price_response,
};
use crate::unit::MONTHS_PER_YEAR;
use crate::year::{GRID_END, Sums, YearIndex, province_grid};

/// Kilograms in a tonne, and people in the unit of the table.
const KG_PER_TONNE: f64 = 1000.0;
const TEN_THOUSAND: f64 = 1e4;

choices! {
    /// A lever of policy.
    Lever {
        #[default] FasterGrid "faster_grid", SlowerGrid "slower_grid", HeatMetering "heat_metering",
        ElectricCars "electric_cars", Retrofit "retrofit", DietGuideline "diet_guideline",
        PowerCarbonPrice "power_carbon_price",
    }
}

impl Lever {
    /// The action that the lever brings to many, if it is one.
    pub const fn action(self) -> Option<ActionId> {
        match self {
            Lever::HeatMetering => Some(ActionId::HeatMeter),
            Lever::ElectricCars => Some(ActionId::ElectricCar),
            Lever::Retrofit => Some(ActionId::BuildingRetrofit),
            Lever::DietGuideline => Some(ActionId::DietGuideline),
            Lever::FasterGrid | Lever::SlowerGrid | Lever::PowerCarbonPrice => None,
        }
    }
}

/// What the levers rest on beyond one household: means over the synthetic population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// By lever: kg of territorial CO2 that its action takes away where it applies, mean over the homes.
    saved: [Sums; Lever::ALL.len()],
    /// Electricity of all homes, kg of territorial CO2 at the factors of their provinces.
    power: Sums,
    /// How that falls per yuan that a tonne of CO2 costs, in the base year's factors, a part of 1.
    less_per_yuan: f64,
}

/// As many numbers as [`Means`] consist of.
pub const MEANS: usize = Sums::PARTS * (Lever::ALL.len() + 1) + 1;

impl Means {
    /// Computes them with the model: some seconds.
    pub fn compute(factors: &Factors) -> Means {
        let mut saved = [Sums::default(); Lever::ALL.len()];
        for (lever, saved) in Lever::ALL.iter().zip(&mut saved) {
            if let Some(action) = lever.action() {
                *saved = mean_saving(action, factors);
            }
        }
        let (mut power, mut less, mut all) = (Sums::default(), 0.0, 0.0);
        for province in Province::all() {
            let kwh = factors.of_province(province, ProvinceQuantity::ElecResPc)
                * factors.of_province(province, ProvinceQuantity::Population)
                * TEN_THOUSAND;
            let row = family::EL_CO2_2023.row(province);
            let kg = kwh * factors.value(row);
            power.add_part(
                1.0,
                &Sums::of_factor(kg, kg, row, factors),
                &Sums::default(),
            );
            less += kg * fall_per_yuan(province, factors);
            all += kg;
        }
        Means {
            saved,
            power,
            less_per_yuan: less / all,
        }
    }

    /// The numbers that they consist of, to be written down.
    pub fn to_numbers(self) -> [f64; MEANS] {
        let mut numbers = [0.0; MEANS];
        let sums = self.saved.iter().chain([&self.power]);
        let all = sums.flat_map(|sums| sums.to_numbers());
        for (number, value) in numbers.iter_mut().zip(all.chain([self.less_per_yuan])) {
            *number = value;
        }
        numbers
    }

    /// What [`Means::to_numbers`] wrote down.
    pub fn of_numbers(numbers: &[f64; MEANS]) -> Means {
        let sums = |at: usize| {
            let mut own = [0.0; Sums::PARTS];
            let from = numbers.iter().skip(at * Sums::PARTS);
            for (own, number) in own.iter_mut().zip(from) {
                *own = *number;
            }
            Sums::of_numbers(own)
        };
        let [.., less_per_yuan] = *numbers;
        Means {
            saved: std::array::from_fn(sums),
            power: sums(Lever::ALL.len()),
            less_per_yuan,
        }
    }
}

/// The mean saving of an action, at its usual strength, over the homes of the population where it applies.
fn mean_saving(action: ActionId, factors: &Factors) -> Sums {
    let set = Joint::of([Chosen::usual(action)]);
    let mut scratch = Scratch::new();
    let (mut mean, mut all) = (Sums::default(), 0.0);
    for place in Province::all().flat_map(|province| places(province, factors)) {
        let members: f64 = place.homes.iter().map(|home| home.members).sum();
        let weight = place.people / members;
        for home in place.homes.iter() {
            let changed = set.changed(home, factors);
            if changed != *home {
                let mut sums =
                    |home| household_sums(home, Gas::Co2Territorial, factors, &mut scratch);
                let (before, after) = (sums(home), sums(&changed));
                mean.add_part(weight, &before, &after);
                all += weight;
            }
        }
    }
    let mut per_home = Sums::default();
    if all > 0.0 {
        per_home.add_part(1.0 / all, &mean, &Sums::default());
    }
    per_home
}

/// By which part a home of a province uses less for each yuan that a tonne of CO2 of its power costs.
fn fall_per_yuan(province: Province, factors: &Factors) -> f64 {
    let per_kwh = factors.provincial(family::EL_CO2_2023, province) / KG_PER_TONNE;
    let price = factors.provincial(family::PRICE_ELEC, province);
    -power_price_response().value * per_kwh / price
}

/// What a lever does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// What the household pays less a year at today's prices, yuan; below 0 it pays more. None where
    /// nothing is known of it.
    pub yuan: Option<Band>,
    /// What it emits less in the year, kg CO2e; below 0 it emits more.
    pub kg: f64,
    /// Why nothing changes in this household, if the lever is an action that does not apply to it.
    pub why_not: Option<WhyNot>,
    /// What the nation emits less in the year, Mt of territorial CO2.
    pub mt: Band,
}

/// What a lever does to a household and to the nation in a year under a scenario; none outside the years.
pub fn effect(
    lever: Lever,
    home: &Household,
    year: u16,
    scenario: Scenario,
    means: &Means,
    factors: &Factors,
) -> Option<Effect> {
    let index = YearIndex::new(year, scenario, factors)?;
    match (lever.action(), lever) {
        (Some(action), _) => of_action(lever, action, home, &index, means, factors),
        (None, Lever::PowerCarbonPrice) => Some(of_price(home, &index, means, factors)),
        (None, _) => {
            let end = if lever == Lever::FasterGrid {
                -GRID_END
            } else {
                GRID_END
            };
            let other = YearIndex::drawn(year, scenario, end, factors)?;
            let mut scratch = Scratch::new();
            let sums = household_sums(home, Gas::Co2e, factors, &mut scratch);
            let mt = (means.power.in_year(&index) - means.power.in_year(&other)) / KG_PER_MT;
            Some(Effect {
                yuan: None,
                kg: sums.in_year(&index) - sums.in_year(&other),
                why_not: None,
                mt: certain(mt),
            })
        }
    }
}

/// A number without a range.
fn certain(value: f64) -> Band {
    Band {
        value,
        low: value,
        high: value,
    }
}

fn of_action(
    lever: Lever,
    action: ActionId,
    home: &Household,
    index: &YearIndex,
    means: &Means,
    factors: &Factors,
) -> Option<Effect> {
    let row = adoption(action)?;
    let at = usize::from(index.year().checked_sub(*AHEAD.start())?);
    let central = Course::of(row);
    let fast = Course::fast(row);
    let more = fast.curve().get(at)? - central.assumed().get(at)?;
    let each = means.saved.get(lever as usize)?.in_year(index) * (1.0 - row.rebound.value);
    let mt = |eligible: f64| households(None) * eligible * more.max(0.0) * each / KG_PER_MT;
    let (one, other) = (mt(row.eligible.low), mt(row.eligible.high));
    let changed = Joint::of([Chosen::usual(action)]).changed(home, factors);
    let mut scratch = Scratch::new();
    let mut sums = |home: &Household| household_sums(home, Gas::Co2e, factors, &mut scratch);
    let saved = sums(home).less(&sums(&changed));
    let prices = Prices::of(&[]);
    let taken = |home: &Household| prices.taken(home, factors);
    Some(Effect {
        yuan: Some(prices.saved(&taken(home), &taken(&changed), factors)),
        kg: saved.in_year(index),
        why_not: action.applies(home, factors).err(),
        mt: Band {
            value: mt(row.eligible.value),
            low: one.min(other),
            high: one.max(other),
        },
    })
}

/// A price on the CO2 of electricity that is passed on in full: `kWh x price` rises by the CO2 of the year's
/// kWh, and the kWh fall by the response to it.
fn of_price(home: &Household, index: &YearIndex, means: &Means, factors: &Factors) -> Effect {
    let row = family::EL_CO2_2023.row(home.province);
    let per_kwh = factors.value(row);
    // the price of a kWh rises with its CO2, which gets less
    let part = province_grid(home.province, index, factors);
    let of_year = per_kwh * part;
    let price = factors.provincial(family::PRICE_ELEC, home.province);
    let kwh = home.electricity * MONTHS_PER_YEAR;
    let carbon = power_carbon_price();
    let less = |yuan: f64| fall_per_yuan(home.province, factors) * part * yuan;
    let bill = |yuan: f64| {
        let dearer = price + of_year / KG_PER_TONNE * yuan;
        kwh * price - kwh * (1.0 - less(yuan)) * dearer
    };
    let mut scratch = Scratch::new();
    let mut sums = |home: &Household| household_sums(home, Gas::Co2e, factors, &mut scratch);
    let mut changed = home.clone();
    changed.electricity *= 1.0 - less(carbon.value);
    let nation = means.power;
    let of_nation = nation.in_year(index) / nation.base();
    let mt = |yuan: f64| {
        let less = means.less_per_yuan * of_nation * yuan;
        nation.in_year(index) * less / KG_PER_MT
    };
    Effect {
        yuan: Some(Band {
            value: bill(carbon.value),
            low: bill(carbon.high),
            high: bill(carbon.low),
        }),
        kg: sums(home).less(&sums(&changed)).in_year(index),
        why_not: None,
        mt: Band {
            value: mt(carbon.value),
            low: mt(carbon.low),
            high: mt(carbon.high),
        },
    }
}
