//! How much a household can afford, and what that moves: one driver for all, so that a household
//! that is rich in flights is not poor in shoes.

use crate::catalogue::{Household, QuestionId};
use crate::defaults;
use crate::derived::{Number, Source, Term, answer, row};
use crate::factors::Factors;
use crate::rows::{RowId, id};

macro_rules! needs {
    ($($(#[$meta:meta])* $name:ident = $row:ident;)*) => {
        /// What a household spends on, by how much of it follows from what it can afford.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Need { $($(#[$meta])* $name,)* }

        impl Need {
            /// Every need.
            pub const ALL: &'static [Need] = &[$(Need::$name,)*];

            /// The row of its elasticity: per cent more of it for each per cent more spending.
            pub const fn elasticity(self) -> RowId {
                match self { $(Need::$name => id::$row,)* }
            }
        }
    };
}

needs! {
    /// Grain, vegetables, oil, eggs.
    Staples = ELASTICITY_STAPLES;
    /// Meat, dairy, fish, fruit.
    Food = ELASTICITY_FOOD;
    /// Drinks and sweets.
    Drinks = ELASTICITY_DRINKS;
    /// Meals out and takeaway.
    EatingOut = ELASTICITY_EATING_OUT;
    /// Clothing.
    Clothing = ELASTICITY_CLOTHING;
    /// Things for the home, devices, parcels.
    Goods = ELASTICITY_GOODS;
    /// Electricity.
    Energy = ELASTICITY_ENERGY;
    /// Floor area.
    Dwelling = ELASTICITY_DWELLING;
    /// Buses, taxis, metro.
    Travel = ELASTICITY_TRAVEL;
    /// Trains, flights, hotels.
    LongTravel = ELASTICITY_LONG_TRAVEL;
    /// Services, leisure and the rest.
    Services = ELASTICITY_SERVICES;
    /// Health care.
    Health = ELASTICITY_HEALTH;
    /// Education.
    Education = ELASTICITY_EDUCATION;
}

/// Spending is taken to lie within these multiples of its place's mean.
const BOUNDS: (f64, f64) = (0.05, 20.0);

/// What follows from a household's spending; computed once, when its spending is settled.
#[derive(Debug, Clone, PartialEq)]
pub struct Affluence {
    /// Its place among households of its surroundings, as a standard normal score.
    pub score: f64,
    effects: [f64; Need::ALL.len()],
}

/// As long as nothing is known: the mean of the nation.
impl Default for Affluence {
    fn default() -> Affluence {
        Affluence {
            score: 0.0,
            effects: [1.0; Need::ALL.len()],
        }
    }
}

/// The logarithmic standard deviation of a row's 5 % to 95 % range.
pub(crate) fn log_sd((low, high): (f64, f64)) -> f64 {
    /// Standard deviations between the 5 % and the 95 % quantile.
    const BETWEEN: f64 = 2.0 * crate::uncertainty::P95;
    if low > 0.0 {
        libm::log(high / low) / BETWEEN
    } else {
        0.0
    }
}

impl Affluence {
    /// Of a household whose place, members and spending are settled.
    ///
    /// `effect = level^elasticity x exp(elasticity (1 - elasticity) s^2 / 2)`, with `level` its spending
    /// per person against the nation's and `s` the nation's logarithmic standard deviation: over a
    /// lognormal nation the mean of the effects is 1, so that every default keeps its row's mean.
    pub fn of(household: &Household, factors: &Factors) -> Affluence {
        let level: f64 = level(household, factors);
        Affluence {
            score: score(household, factors),
            effects: std::array::from_fn(|at| {
                let need = Need::ALL.get(at).copied().unwrap_or(Need::Services);
                effect(need, level, factors)
            }),
        }
    }

    /// By how much it moves a need against the nation's mean.
    pub fn effect(&self, need: Option<Need>) -> f64 {
        need.and_then(|need| self.effects.get(need as usize))
            .copied()
            .unwrap_or(1.0)
    }
}

/// The logarithm of its spending against what is spent in its place.
fn ratio<N: Number>(household: &Household, factors: &Factors) -> N {
    let here: N = defaults::household::spending(household, factors);
    let spent = answer::<N>(QuestionId::Spending, household.spending);
    let (least, most) = BOUNDS;
    (spent / here.named(Term::SpendingHere))
        .at_least(least)
        .at_most(most)
        .ln()
        .named(Term::SpendingRatio)
}

/// Its place among households of its surroundings by what it spends, as a standard normal score.
pub(crate) fn score<N: Number>(household: &Household, factors: &Factors) -> N {
    let row = id::SPREAD_SPENDING;
    let spread = || N::of(Source::Spread(row), log_sd(row.range()));
    (ratio::<N>(household, factors) + spread() * spread() / N::plain(2.0)) / spread()
}

/// The logarithm of its spending per person against the nation's.
pub(crate) fn level<N: Number>(household: &Household, factors: &Factors) -> N {
    let here = defaults::spending_level::<N>(household, factors).ln();
    let ratio: N = ratio(household, factors);
    // as long as nobody says what is spent
    if ratio.value() == 0.0 {
        here
    } else {
        here + ratio
    }
}

/// By how much such a level of spending moves a need: see [`Affluence::of`].
pub(crate) fn effect<N: Number>(need: Need, level: N, factors: &Factors) -> N {
    let e = || row::<N>(need.elasticity(), factors);
    let nation = || row::<N>(id::SPENDING_LOG_SD, factors);
    let one = N::plain(1.0);
    (e() * level + e() * (one - e()) * nation() * nation() / N::plain(2.0)).exp()
}
