//! The default of every question: what follows from what is known about the household.
//!
//! A default is a value that a real household may have where the question is about things one
//! has or has not, and the mean of the tables where it is an amount.

pub mod food;
pub mod goods;
pub mod home;
pub mod household;
pub mod services;
pub mod travel;

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::rows::{Province, ProvinceQuantity, id};

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

/// Defaults that are one row of the tables, times how much people of the place spend.
macro_rules! spent_from_rows {
    ($($name:ident = $row:ident $(* $by:expr)?;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`, by what people of the place spend.")]
        pub fn $name(
            household: &crate::catalogue::Household,
            factors: &crate::factors::Factors,
        ) -> f64 {
            factors.value(crate::rows::id::$row) $(* $by)?
                * crate::defaults::spending_level(household, factors)
        }
    )*};
}
pub(crate) use spent_from_rows;

/// What a person of such a place spends against the nation's mean:
/// `province / nation x towns or villages / both, as the province's people live`.
///
/// Spending by yuan follows it in proportion, by our judgement.
pub fn spending_level(household: &Household, factors: &Factors) -> f64 {
    let people = |province| factors.of_province(province, ProvinceQuantity::Population);
    let (spent, people) = factors.weighed(Province::all(), ProvinceQuantity::ConsumptionPc, people);
    let here = factors.of_province(household.province, ProvinceQuantity::ConsumptionPc);
    let urban_share = factors.of_province(household.province, ProvinceQuantity::UrbanShare);
    let (urban, rural) = (
        factors.value(id::CONSUMPTION_URBAN),
        factors.value(id::CONSUMPTION_RURAL),
    );
    let settlement = if household.is_rural() { rural } else { urban };
    let both = urban_share * urban + (1.0 - urban_share) * rural;
    here * people / spent * settlement / both
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
