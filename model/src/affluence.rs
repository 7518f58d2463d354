//! How much a household can afford, and what that moves: one driver for all, so that a household
//! that is rich in flights is not poor in shoes.

use crate::catalogue::Household;
use crate::defaults;
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
        let mean = defaults::household::spending(household, factors);
        let (least, most) = BOUNDS;
        let ratio = libm::log((household.spending / mean).clamp(least, most));
        let spread = log_sd(id::SPREAD_SPENDING.range());
        let level = libm::log(defaults::spending_level(household, factors)) + ratio;
        let nation = factors.value(id::SPENDING_LOG_SD);
        Affluence {
            score: (ratio + spread * spread / 2.0) / spread,
            effects: std::array::from_fn(|at| {
                let need = Need::ALL.get(at).copied().unwrap_or(Need::Services);
                let e = factors.value(need.elasticity());
                libm::exp(e * level + e * (1.0 - e) * nation * nation / 2.0)
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
