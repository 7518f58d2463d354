//! Chance, spread evenly: the same numbers for the same seed on every machine.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Gives each household of a place its numbers, one column for each question.
///
/// A column is a Latin hypercube's: `(0.5, 1.5, ... n - 0.5) / n` in a random order. Every share
/// is then met to `1/n` by each question alone, and means need far fewer households than
/// independent numbers would.
pub struct Chance {
    generator: Pcg32,
    households: u32,
}

impl Chance {
    /// Chance for so many households.
    pub fn new(seed: u64, households: u32) -> Chance {
        Chance {
            generator: Pcg32::seed_from_u64(seed),
            households,
        }
    }

    /// A number between 0 and 1 for each household.
    pub fn column(&mut self) -> Vec<f64> {
        let mut ranks: Vec<u32> = (0..self.households).collect();
        for last in (1..ranks.len()).rev() {
            let other = self.below(last + 1);
            ranks.swap(last, other);
        }
        let households = f64::from(self.households);
        let numbers = ranks.into_iter();
        numbers
            .map(|rank| (f64::from(rank) + 0.5) / households)
            .collect()
    }

    /// A whole number below the limit, each as likely but for less than one in a million.
    fn below(&mut self, limit: usize) -> usize {
        let drawn = u64::from(self.generator.next_u32());
        ((drawn * limit as u64) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_even_and_in_an_order_of_its_own() {
        let mut chance = Chance::new(7, 50);
        let (first, second) = (chance.column(), chance.column());
        assert_ne!(first, second);
        let mut sorted = first.clone();
        sorted.sort_by(f64::total_cmp);
        let even: Vec<f64> = (0..50).map(|rank| (f64::from(rank) + 0.5) / 50.0).collect();
        assert_eq!(sorted, even);
        assert_eq!(Chance::new(7, 50).column(), first);
    }
}
