//! Defaults of where and with whom one lives.

use crate::catalogue::Household;
use crate::choice::{Scope, Settlement};
use crate::defaults::{nation, spending_level};
use crate::factors::Factors;
use crate::rows::{Province, ProvinceQuantity};
use crate::unit::MONTHS_PER_YEAR;

/// The province that stands in as long as nobody says.
pub fn province(_: &Household, _: &Factors) -> Province {
    Province::default()
}

/// A city where most people of the province live in cities and towns, else a village.
pub fn settlement(household: &Household, factors: &Factors) -> Settlement {
    if factors.of_province(household.province, ProvinceQuantity::UrbanShare) >= 0.5 {
        Settlement::City
    } else {
        Settlement::Village
    }
}

/// The province's mean household, rounded to whole people.
pub fn members(household: &Household, factors: &Factors) -> f64 {
    factors
        .of_province(household.province, ProvinceQuantity::HhSize)
        .round()
        .max(1.0)
}

/// One child from three members on.
pub fn children(household: &Household, _: &Factors) -> f64 {
    if household.members >= 3.0 { 1.0 } else { 0.0 }
}

/// What a person of the place spends a month on consumption, yuan.
pub fn spending(household: &Household, factors: &Factors) -> f64 {
    nation().spending * spending_level(household, factors) / MONTHS_PER_YEAR
}

/// The answers are one's own; the others are average.
pub fn scope(_: &Household, _: &Factors) -> Scope {
    Scope::OthersAverage
}
