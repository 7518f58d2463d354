//! The draws of a household, in steps that a page can take between two frames.

use super::draws::Draws;
use super::places::Places;
use super::reading::Reading;
use super::sampler::{Lot, Sampler};
use super::weights::times_taken;
use super::world::World;
use crate::answers::Answers;
use crate::catalogue::Household;

/// Draws being made: first households that may give these answers, then the footprints of those
/// that fit.
pub struct Sampling<R> {
    sampler: Sampler,
    reading: R,
    households: Vec<Household>,
    likely: Vec<f64>,
    /// Of each household the times that it is taken, once all are known.
    times: Vec<usize>,
    done: usize,
    draws: Draws,
}

impl<R: Reading> Sampling<R> {
    /// Nothing drawn yet, of a world with so many draws. An earlier sampling leaves what it found out
    /// about places, which is much of the work where the place is not known.
    pub fn new(answers: &Answers, draws: usize, reading: R, places: Places) -> Sampling<R> {
        Sampling {
            sampler: Sampler::new(answers, draws, places),
            reading,
            households: Vec::with_capacity(draws),
            likely: Vec::with_capacity(draws),
            times: Vec::new(),
            done: 0,
            draws: Draws::with_room(draws),
        }
    }

    /// Makes one more draw of the world; false when all are made.
    pub fn step(&mut self, world: &World) -> bool {
        let at = self.households.len();
        if let Some(factors) = world.factors(at) {
            let lot = Lot {
                at,
                chances: world.chances(),
                factors,
            };
            self.households.push(Household::default());
            if let Some(home) = self.households.last_mut() {
                self.likely.push(self.sampler.fill(home, lot));
            }
            return true;
        }
        if self.times.is_empty() {
            self.times = times_taken(&self.likely);
        }
        let at = self.done;
        let (Some(home), Some(factors)) = (self.households.get(at), world.factors(at)) else {
            return false;
        };
        let times = self.times.get(at).copied().unwrap_or_default();
        if times > 0 {
            self.draws
                .add((at, home), times, &mut self.reading, factors);
        }
        self.done += 1;
        true
    }

    /// The draws that were made, and what was found out about places.
    pub fn finish(self) -> (Draws, Places) {
        let draws = self.draws.with_households(self.households);
        (draws, self.sampler.places())
    }
}
