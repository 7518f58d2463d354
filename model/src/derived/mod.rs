//! A number of a default: alone, or with how it came about.
//!
//! The formulas of defaults stand once, written for any [`Number`]. As `f64` they are plain arithmetic, for
//! thousands of draws; as [`Derived`] the very same arithmetic keeps its steps, so that anybody can compute
//! the default by hand.

mod of;
mod steps;

pub use of::{derived, derived_cars, derived_effect};
pub use steps::{Derived, Does, Function, How, Step};

use std::ops::{Add, Div, Mul, Sub};

use crate::catalogue::{Household, QuestionId};
use crate::defaults::nation;
use crate::factors::Factors;
use crate::footprint::{Amount, Origin, Untold, Working};
use crate::rows::{ProvinceQuantity, RowId};
use crate::uncertainty::normal;

/// Where a number of a formula is looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Source {
    /// What lines take too: answers, rows, people, units.
    Of(Origin),
    /// A statistic of the household's province.
    Statistic(ProvinceQuantity),
    /// A mean of the provinces together.
    Nation(Mean),
    /// The part of households, 0 to 1, that have any of what a question counts, by the shares of the place.
    Owners(QuestionId),
    /// The logarithmic standard deviation of a row's range.
    Spread(RowId),
}

/// What is a mean of the provinces together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mean {
    /// What a person spends, yuan a year, by people.
    Spending,
    /// The part of people who live in cities and towns, by people.
    UrbanShare,
    /// Private cars per 100 households, by households.
    CarsCounted,
}

/// A part of a formula that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// How much more a household of this size takes than the mean one.
    SizeEffect,
    /// What a person of such a place spends against the nation's mean.
    SpendingLevel,
    /// The mean of towns and villages, as people live in them.
    TownsAndVillages,
    /// The province's own number against what the nation's means would give it.
    ProvinceEffect,
    /// The part of the province's people who live in its cities.
    InCities,
    /// By how much what a household can spend moves a need.
    Afforded,
    /// What the household's spending is against that of its place.
    SpendingRatio,
    /// What a person of such a place spends a month.
    SpendingHere,
    /// What an adult takes against the mean person.
    AdultLevel,
    /// How many adults the household amounts to.
    People,
    /// What appliances take beyond the mean, or less.
    AppliancesBeyond,
    /// What cooling takes beyond the mean, or less.
    CoolingBeyond,
    /// Electricity of heating.
    Heating,
    /// Electricity of charging cars at home.
    Charging,
    /// Electricity of an own roof that is used at home.
    Solar,
    /// How many of a thing such households have on average.
    MeanNumber,
}

/// A number that formulas are written in.
pub trait Number:
    Clone + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// How the formulas of end uses are read for it.
    type Working: Working;

    /// A number that is looked up.
    fn of(source: Source, value: f64) -> Self;
    /// A number of the formula itself.
    fn plain(value: f64) -> Self;
    /// An amount with its own formula.
    fn amount(amount: Amount<Self::Working>) -> Self;
    /// In another unit: times and over counts from the definition of units.
    fn converted(self, times: f64, over: f64) -> Self;
    /// The number alone.
    fn value(&self) -> f64;
    /// Gives a part of a formula its name.
    fn named(self, term: Term) -> Self;
    /// To a whole number.
    fn rounded(self) -> Self;
    /// Not below this.
    fn at_least(self, least: f64) -> Self;
    /// Not above this.
    fn at_most(self, most: f64) -> Self;
    /// The exponential function.
    fn exp(self) -> Self;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// The share of a standard normal distribution that lies below.
    fn below(self) -> Self;
}

impl Number for f64 {
    type Working = Untold;

    #[inline]
    fn of(_: Source, value: f64) -> f64 {
        value
    }

    #[inline]
    fn plain(value: f64) -> f64 {
        value
    }

    #[inline]
    fn amount(amount: Amount<Untold>) -> f64 {
        amount.value
    }

    #[inline]
    fn converted(self, times: f64, over: f64) -> f64 {
        self * (times / over)
    }

    #[inline]
    fn value(&self) -> f64 {
        *self
    }

    #[inline]
    fn named(self, _: Term) -> f64 {
        self
    }

    #[inline]
    fn rounded(self) -> f64 {
        self.round()
    }

    #[inline]
    fn at_least(self, least: f64) -> f64 {
        self.max(least)
    }

    #[inline]
    fn at_most(self, most: f64) -> f64 {
        self.min(most)
    }

    #[inline]
    fn exp(self) -> f64 {
        libm::exp(self)
    }

    #[inline]
    fn ln(self) -> f64 {
        libm::log(self)
    }

    #[inline]
    fn below(self) -> f64 {
        normal::below(self)
    }
}

/// A researched value.
#[inline]
pub(crate) fn row<N: Number>(row: RowId, factors: &Factors) -> N {
    N::of(Source::Of(Origin::Row(row)), factors.value(row))
}

/// A statistic of the household's province; 0 where the tables have none.
#[inline]
pub(crate) fn statistic<N: Number>(
    household: &Household,
    quantity: ProvinceQuantity,
    factors: &Factors,
) -> N {
    let value = factors.of_province(household.province, quantity);
    N::of(Source::Statistic(quantity), value)
}

/// A count from the definition of units.
#[inline]
pub(crate) fn unit<N: Number>(value: f64) -> N {
    N::of(Source::Of(Origin::Unit), value)
}

/// The household's value of a question, or what follows from it.
#[inline]
pub(crate) fn answer<N: Number>(question: QuestionId, value: f64) -> N {
    N::of(Source::Of(Origin::Answer(question)), value)
}

/// The people of a household.
#[inline]
pub(crate) fn members<N: Number>(household: &Household) -> N {
    N::of(Source::Of(Origin::Members), household.members)
}

/// A mean of the provinces together.
#[inline]
pub(crate) fn of_nation<N: Number>(mean: Mean) -> N {
    let nation = nation();
    let value = match mean {
        Mean::Spending => nation.spending,
        Mean::UrbanShare => nation.urban_share,
        Mean::CarsCounted => nation.cars_counted,
    };
    N::of(Source::Nation(mean), value)
}

/// A mean over towns and villages, of which the first have this share of the people.
#[inline]
pub(crate) fn both<N: Number>(urban_share: N, urban: N, rural: N) -> N {
    let both = urban_share.clone() * urban + (N::plain(1.0) - urban_share) * rural;
    both.named(Term::TownsAndVillages)
}
