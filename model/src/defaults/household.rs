//! Defaults of where and with whom one lives.

use crate::catalogue::Household;
use crate::choice::{Scope, Settlement};
use crate::defaults::spending_level;
use crate::derived::{Mean, Number, of_nation, statistic, unit};
use crate::factors::Factors;
use crate::rows::{Province, ProvinceQuantity, id};
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
pub fn members<N: Number>(household: &Household, factors: &Factors) -> N {
    let mean: N = statistic(household, ProvinceQuantity::HhSize, factors);
    mean.rounded().at_least(1.0)
}

/// One child from so many members on.
pub fn children<N: Number>(household: &Household, factors: &Factors) -> N {
    let family = household.members >= factors.value(id::CHILDREN_FROM_MEMBERS);
    N::plain(if family { 1.0 } else { 0.0 })
}

/// What a person of the place spends a month on consumption, yuan.
pub fn spending<N: Number>(household: &Household, factors: &Factors) -> N {
    of_nation::<N>(Mean::Spending) * spending_level(household, factors) / unit(MONTHS_PER_YEAR)
}

/// The answers are one's own; the others are average.
pub fn scope(_: &Household, _: &Factors) -> Scope {
    Scope::OthersAverage
}
