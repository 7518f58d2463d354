//! What the levers rest on beyond one household: means over the synthetic population.

use super::{Lever, TEN_THOUSAND, fall_per_yuan};
use crate::actions::{ActionId, Chosen, Joint};
use crate::choice::Choice;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, household_sums};
use crate::population::places;
use crate::rows::{Province, ProvinceQuantity, family, power_price_response};
use crate::year::Sums;

/// What the levers rest on beyond one household: means over the synthetic population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// By lever: kg of territorial CO2 that its action takes away where it applies, mean over the homes.
    pub(super) saved: [Sums; Lever::ALL.len()],
    /// Electricity of all homes, kg of territorial CO2 at the factors of their provinces.
    pub(super) power: Sums,
    /// How that falls per yuan that a tonne of CO2 costs, in the base year's factors, a part of 1.
    pub(super) less_per_yuan: f64,
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
            let price = factors.provincial(family::PRICE_ELEC, province);
            let response = power_price_response().value;
            less += kg * fall_per_yuan(factors.value(row), price, response);
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
