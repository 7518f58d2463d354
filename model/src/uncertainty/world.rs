//! What no answer changes: the numbers of all questions, and the factors of all draws.

use super::chance::Chance;
use super::chances::{Amounts, Chances};
use super::factors::FactorDraws;
use crate::factors::Factors;
use crate::rows::RowId;

/// Draws, unless the caller says otherwise.
pub const DRAWS: usize = 2048;
/// The seed, unless the caller says otherwise.
pub const SEED: u64 = 2060;
/// Fewest and most draws that make sense.
pub const DRAWS_ALLOWED: (usize, usize) = (64, 65_536);

/// The numbers and factors of a seed, the same for every household: so that what two results
/// differ in is what their households differ in.
pub struct World {
    chances: Chances,
    rows: FactorDraws,
    factors: Vec<Factors>,
    /// Where the future grid of each draw lies, as a standard normal score.
    grid: Vec<f64>,
    seed: u64,
    draws: usize,
}

impl World {
    /// A world that has yet to be drawn, step by step.
    pub fn new(seed: u64, draws: usize) -> World {
        World::wider(seed, draws, None)
    }

    /// As [`World::new`], with the range of one row so many times wider: to see what rests on it.
    pub fn wider(seed: u64, draws: usize, row: Option<(RowId, f64)>) -> World {
        let (least, most) = DRAWS_ALLOWED;
        let draws = draws.clamp(least, most);
        let chance = Chance::new(seed, draws as u32);
        World {
            rows: FactorDraws::new(chance.like(seed ^ 1), row),
            factors: Vec::with_capacity(draws),
            grid: chance.like(seed ^ 2).scores(),
            chances: Chances::new(chance, Amounts::Spread),
            seed,
            draws,
        }
    }

    /// Draws a little more; false when all is drawn.
    pub fn step(&mut self) -> bool {
        if self.factors.len() < self.draws {
            let left = self.draws - self.factors.len();
            let more = std::iter::repeat_n(Factors::central(), left.min(256));
            self.factors.extend(more);
            return true;
        }
        self.chances.step() || self.rows.step(&mut self.factors)
    }

    /// The whole world at once.
    pub fn whole(seed: u64, draws: usize) -> World {
        World::new(seed, draws).finish()
    }

    /// Draws all that is left.
    pub fn finish(mut self) -> World {
        while self.step() {}
        self
    }

    /// How many draws it has.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// Chance for what no footprint depends on.
    pub(crate) fn apart(&self) -> Chance {
        self.chances.chance().like(self.seed ^ 3)
    }

    pub(super) fn chances(&self) -> &Chances {
        &self.chances
    }

    /// Where the future grid of a draw lies between its lines, as a standard normal score.
    pub(crate) fn grid(&self, at: usize) -> f64 {
        self.grid.get(at).copied().unwrap_or_default()
    }

    /// The factors of a draw.
    pub(crate) fn factors(&self, at: usize) -> Option<&Factors> {
        self.factors.get(at)
    }

    /// The same world with every factor at its central value: what is left is what is not known of
    /// the household.
    pub fn with_central_factors(mut self) -> World {
        self.factors.fill(Factors::central());
        self
    }
}
