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
use crate::derived::{Mean, Number, Term, both, of_nation, row, statistic};
use crate::factors::Factors;
use crate::rows::{Province, ProvinceQuantity, id, province_number};
use std::sync::LazyLock;

/// Defaults that are one row of the tables, times what turns it into the question's unit.
macro_rules! from_rows {
    ($($name:ident = $row:ident $(* $by:literal)? $(/ $over:ident)?;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`.")]
        pub fn $name<N: crate::derived::Number>(
            _: &crate::catalogue::Household,
            factors: &crate::factors::Factors,
        ) -> N {
            let row: N = crate::derived::row(crate::rows::id::$row, factors);
            let (by, over) = (1.0 $(* $by)?, 1.0 $(* $over)?);
            row.converted(by, over)
        }
    )*};
}
pub(crate) use from_rows;

/// What a person of such a place spends against the nation's mean:
/// `province / nation x towns or villages / both, as the province's people live`.
/// Every default follows it through its need: see [`crate::affluence`].
pub fn spending_level<N: Number>(household: &Household, factors: &Factors) -> N {
    let here: N = statistic(household, ProvinceQuantity::ConsumptionPc, factors);
    let urban_share = statistic(household, ProvinceQuantity::UrbanShare, factors);
    let urban = row(id::CONSUMPTION_URBAN, factors);
    let rural = row(id::CONSUMPTION_RURAL, factors);
    let settlement = of_settlement(household, &urban, &rural);
    let level = here / of_nation(Mean::Spending) * settlement / both(urban_share, urban, rural);
    level.named(Term::SpendingLevel)
}

/// What holds in towns, or in villages.
fn of_settlement<N: Number>(household: &Household, urban: &N, rural: &N) -> N {
    if household.is_rural() { rural } else { urban }.clone()
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

/// How much more a household of this size takes than the mean one of what is in part its home's and in part
/// its people's: `1 - part + part x members / mean`. Over all sizes its mean is 1.
pub fn size_effect<N: Number>(members: N, mean: N, factors: &Factors) -> N {
    let part = || row::<N>(id::SIZE_WITH_PEOPLE, factors);
    (N::plain(1.0) - part() + part() * (members / mean)).named(Term::SizeEffect)
}

/// Whole-number defaults: the row's mean, rounded.
macro_rules! counts_from_rows {
    ($($name:ident = $row:ident;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`, rounded to a whole number.")]
        pub fn $name<N: crate::derived::Number>(
            _: &crate::catalogue::Household,
            factors: &crate::factors::Factors,
        ) -> N {
            crate::derived::row::<N>(crate::rows::id::$row, factors).rounded()
        }
    )*};
}
pub(crate) use counts_from_rows;
