//! Defaults of what is eaten and drunk: the mean diet of the tables, eating out included.

use super::from_rows;
use crate::catalogue::Household;
use crate::choice::{FoodWaste, VegetableSeason};
use crate::derived::{Number, row, unit};
use crate::factors::Factors;
use crate::rows::{RowId, id};
use crate::unit::{DAYS_PER_YEAR, WEEKS_PER_YEAR};

/// Servings a week of a food bought at so many kg a year.
fn servings<N: Number>(
    factors: &Factors,
    bought: RowId,
    serving: RowId,
    edible: Option<RowId>,
) -> N {
    let bought: N = row(bought, factors);
    let eaten = match edible {
        Some(edible) => bought * row(edible, factors),
        None => bought,
    };
    eaten * unit(1000.0) / (row::<N>(serving, factors) * unit(WEEKS_PER_YEAR))
}

macro_rules! foods {
    ($($name:ident = $bought:ident, $serving:ident, $edible:expr;)*) => {$(
        #[doc = concat!("Servings a week, from row `", stringify!($bought), "`.")]
        pub fn $name<N: Number>(_: &Household, factors: &Factors) -> N {
            servings(factors, id::$bought, id::$serving, $edible)
        }
    )*};
}

foods! {
    rice = DIET_RICE, SERVING_RICE, None;
    wheat = EAT_FLOUR, SERVING_FLOUR, None;
    coarse_grain = DIET_COARSE, SERVING_COARSE, None;
    tuber = DIET_TUBER, SERVING_TUBER, Some(id::EDIBLE_TUBER);
    bread = EAT_BREAD, SERVING_BREAD, None;
    tofu = EAT_TOFU, SERVING_TOFU, None;
    soymilk = EAT_SOYMILK, SERVING_SOYMILK, None;
    vegetables = DIET_VEG, SERVING_VEG, Some(id::EDIBLE_VEG);
    fruit = DIET_FRUIT, SERVING_FRUIT, Some(id::EDIBLE_FRUIT);
    nuts = EAT_NUT, SERVING_NUT, None;
    pork = DIET_PORK, SERVING_PORK, Some(id::EDIBLE_PORK);
    beef = DIET_BEEF, SERVING_BEEF, None;
    mutton = DIET_MUTTON, SERVING_MUTTON, Some(id::EDIBLE_MUTTON);
    poultry = DIET_POULTRY, SERVING_POULTRY, Some(id::EDIBLE_POULTRY);
    eggs = DIET_EGG, SERVING_EGG, Some(id::EDIBLE_EGG);
    fish = EAT_FISH, SERVING_FISH, Some(id::EDIBLE_FISH);
    shrimp = EAT_SHRIMP, SERVING_SHRIMP, Some(id::EDIBLE_SHRIMP);
    milk = EAT_MILK, SERVING_MILK, None;
    yogurt = EAT_YOGURT, SERVING_YOGURT, None;
    cheese = EAT_CHEESE, SERVING_CHEESE, None;
}

from_rows! {
    oil = DIET_OIL * 1000.0 / DAYS_PER_YEAR;
    sugar = DIET_SUGAR * 1000.0 / DAYS_PER_YEAR;
    instant_noodles = EAT_INSTANT_NOODLE / WEEKS_PER_YEAR;
    tea = DIET_TEA * 1000.0 / WEEKS_PER_YEAR;
    beer = DIET_BEER / WEEKS_PER_YEAR;
    wine = DRINK_WINE / WEEKS_PER_YEAR;
    baijiu = DIET_BAIJIU / WEEKS_PER_YEAR;
    soft_drinks = DRINK_SODA / WEEKS_PER_YEAR;
    juice = DRINK_JUICE / WEEKS_PER_YEAR;
    bottled_water = DRINK_BOTTLED_WATER / WEEKS_PER_YEAR;
    takeaway = TAKEAWAY_PC / WEEKS_PER_YEAR;
}

/// Cups a week, from the beans drunk in a year.
pub fn coffee<N: Number>(_: &Household, factors: &Factors) -> N {
    servings(factors, id::DRINK_COFFEE, id::SERVING_COFFEE, None)
}

/// Meals out a week, in towns or in villages.
pub fn meals_out<N: Number>(household: &Household, factors: &Factors) -> N {
    let meals = if household.is_rural() {
        id::EATOUT_RURAL
    } else {
        id::EATOUT_URBAN
    };
    row(meals, factors)
}

/// The middle answer.
pub fn food_waste(_: &Household, _: &Factors) -> FoodWaste {
    FoodWaste::Average
}

/// The middle answer.
pub fn vegetable_season(_: &Household, _: &Factors) -> VegetableSeason {
    VegetableSeason::Average
}
