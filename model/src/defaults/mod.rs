//! The default of every question: what follows from what is known about the household.
//!
//! A default is a value that a real household may have where the question is about things one
//! has or has not, and the mean of the tables where it is an amount. The functions here give what
//! follows from place, size and what is owned; what the household can afford then moves it
//! ([`crate::affluence`]).

pub mod food;
pub mod goods;
pub mod home;
pub mod household;
pub mod services;
pub mod travel;

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::rows::{Province, ProvinceQuantity, id, province_number};
use std::sync::LazyLock;

/// Defaults that are one row of the tables, times what turns it into the question's unit.
macro_rules! from_rows {
    ($($(#[$meta:meta])* $name:ident = $row:ident $(* $by:expr)?;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`.")]
        $(#[$meta])*
        pub fn $name(_: &crate::catalogue::Household, factors: &crate::factors::Factors) -> f64 {
            factors.value(crate::rows::id::$row) $(* $by)?
        }
    )*};
}
pub(crate) use from_rows;

/// What a person of such a place spends against the nation's mean:
/// `province / nation x towns or villages / both, as the province's people live`.
/// Every default follows it through its need: see [`crate::affluence`].
pub fn spending_level(household: &Household, factors: &Factors) -> f64 {
    let here = factors.of_province(household.province, ProvinceQuantity::ConsumptionPc);
    let urban_share = factors.of_province(household.province, ProvinceQuantity::UrbanShare);
    let (urban, rural) = (
        factors.value(id::CONSUMPTION_URBAN),
        factors.value(id::CONSUMPTION_RURAL),
    );
    let settlement = if household.is_rural() { rural } else { urban };
    let both = urban_share * urban + (1.0 - urban_share) * rural;
    here / nation().spending * settlement / both
}

/// Means of the provinces together.
pub struct Nation {
    /// What a person spends, yuan a year.
    pub spending: f64,
    /// The part of people who live in cities and towns.
    pub urban_share: f64,
    /// Private automobiles per 100 households, as the provinces count them.
    pub cars_counted: f64,
}

/// Means of the provinces together. Statistics of provinces are not drawn, so that these are found once.
pub fn nation() -> &'static Nation {
    static NATION: LazyLock<Nation> = LazyLock::new(|| {
        let mean = |of, weight| {
            let number = |at, quantity| province_number(at, quantity).unwrap_or_default();
            let (mut sum, mut weights) = (0.0, 0.0);
            for province in Province::all() {
                sum += number(province, weight) * number(province, of);
                weights += number(province, weight);
            }
            sum / weights
        };
        Nation {
            spending: mean(
                ProvinceQuantity::ConsumptionPc,
                ProvinceQuantity::Population,
            ),
            urban_share: mean(ProvinceQuantity::UrbanShare, ProvinceQuantity::Population),
            cars_counted: mean(ProvinceQuantity::CarsPer100hh, ProvinceQuantity::Households),
        }
    });
    &NATION
}

/// How much more a household of this size takes than the mean one of what is half the home's and
/// half its people's: `(1 + members / mean) / 2`. Over all sizes its mean is 1.
pub fn size_effect(members: f64, mean: f64) -> f64 {
    (1.0 + members / mean) / 2.0
}

/// Whole-number defaults: the row's mean, rounded.
macro_rules! counts_from_rows {
    ($($name:ident = $row:ident;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`, rounded to a whole number.")]
        pub fn $name(_: &crate::catalogue::Household, factors: &crate::factors::Factors) -> f64 {
            factors.value(crate::rows::id::$row).round()
        }
    )*};
}
pub(crate) use counts_from_rows;
