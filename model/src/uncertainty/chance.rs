//! Chance, spread evenly: the same numbers for the same seed on every machine.

use std::sync::Arc;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::normal;

/// Gives each draw its numbers, one column for each thing that is uncertain.
///
/// A column is a Latin hypercube's: the middles `(0.5, 1.5, ... n - 0.5) / n` in a random order. Every
/// share is then met to `1/n` by each column alone, and means need far fewer draws than
/// independent numbers would.
pub struct Chance {
    generator: Pcg32,
    draws: u32,
    /// The standard normal score of each rank.
    scores: Arc<[f64]>,
}

impl Chance {
    /// Chance for so many draws.
    pub fn new(seed: u64, draws: u32) -> Chance {
        let scores = (0..draws).map(|rank| normal::quantile(middle(rank, draws)));
        Chance {
            generator: Pcg32::seed_from_u64(seed),
            draws,
            scores: scores.collect(),
        }
    }

    /// For how many draws.
    pub fn draws(&self) -> usize {
        self.draws as usize
    }

    /// Chance of another seed, for as many draws.
    pub fn like(&self, seed: u64) -> Chance {
        Chance {
            generator: Pcg32::seed_from_u64(seed),
            draws: self.draws,
            scores: Arc::clone(&self.scores),
        }
    }

    /// A number between 0 and 1 for each draw.
    pub fn shares(&mut self) -> Vec<f64> {
        let ranks = self.ranks().into_iter();
        ranks.map(|rank| middle(rank, self.draws)).collect()
    }

    /// A standard normal score for each draw.
    pub fn scores(&mut self) -> Vec<f64> {
        let ranks = self.ranks().into_iter();
        let score = |rank| self.scores.get(rank as usize).copied().unwrap_or_default();
        ranks.map(score).collect()
    }

    /// The ranks of all draws, in a random order.
    fn ranks(&mut self) -> Vec<u32> {
        let mut ranks: Vec<u32> = (0..self.draws).collect();
        for last in (1..ranks.len()).rev() {
            let other = self.below(last + 1);
            ranks.swap(last, other);
        }
        ranks
    }

    /// A whole number below the limit, each as likely but for less than one in a million.
    fn below(&mut self, limit: usize) -> usize {
        let drawn = u64::from(self.generator.next_u32());
        ((drawn * limit as u64) >> 32) as usize
    }
}

/// The middle of a rank's part of 0 to 1.
fn middle(rank: u32, draws: u32) -> f64 {
    (f64::from(rank) + 0.5) / f64::from(draws)
}

/// The numbers below `count` in a random order.
pub(crate) fn shuffled(seed: u64, count: usize) -> Vec<usize> {
    let ranks = Chance::new(seed, count as u32).ranks().into_iter();
    ranks.map(|rank| rank as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_even_and_in_an_order_of_its_own() {
        let mut chance = Chance::new(7, 50);
        let (first, second) = (chance.shares(), chance.shares());
        assert_ne!(first, second);
        let mut sorted = first.clone();
        sorted.sort_by(f64::total_cmp);
        let even: Vec<f64> = (0..50).map(|rank| (f64::from(rank) + 0.5) / 50.0).collect();
        assert_eq!(sorted, even);
        assert_eq!(Chance::new(7, 50).shares(), first);
        assert_eq!(Chance::new(1, 50).like(7).shares(), first);
    }

    #[test]
    fn scores_have_mean_0_and_nearly_variance_1() {
        let scores = Chance::new(1, 2048).scores();
        let mean = scores.iter().sum::<f64>() / 2048.0;
        let variance = scores.iter().map(|score| score * score).sum::<f64>() / 2048.0;
        assert!(mean.abs() < 1e-12, "{mean}");
        assert!((0.995..1.0).contains(&variance), "{variance}");
    }
}
