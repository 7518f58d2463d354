//! The draws of a household, in steps that a page can take between two frames.

use super::draws::Draws;
use super::reading::Reading;
use super::sampler::Sampler;
use super::weights::times_taken;
use super::world::World;
use crate::answers::Answers;
use crate::catalogue::Household;

/// Draws being made: first households that may give these answers, then the footprints of those
/// that fit.
pub struct Sampling<'a> {
    world: &'a World,
    sampler: Sampler<'a>,
    reading: Reading,
    households: Vec<Household>,
    likely: Vec<f64>,
    /// Of each household the times that it is taken, once all are known.
    times: Vec<usize>,
    done: usize,
    draws: Draws,
}

impl<'a> Sampling<'a> {
    /// Nothing drawn yet.
    pub fn new(answers: &'a Answers, world: &'a World, reading: Reading) -> Sampling<'a> {
        let draws = world.draws();
        Sampling {
            world,
            sampler: Sampler::new(answers, world.chances(), draws),
            reading,
            households: Vec::with_capacity(draws),
            likely: Vec::with_capacity(draws),
            times: Vec::new(),
            done: 0,
            draws: Draws::with_room(draws),
        }
    }

    /// Makes one more draw; false when all are made.
    pub fn step(&mut self) -> bool {
        let at = self.households.len();
        if at < self.world.draws() {
            if let Some(factors) = self.world.factors(at) {
                let (home, likely) = self.sampler.household(at, factors);
                self.households.push(home);
                self.likely.push(likely);
            }
            return true;
        }
        if self.times.is_empty() {
            self.times = times_taken(&self.likely);
        }
        let at = self.done;
        let (Some(home), Some(factors)) = (self.households.get(at), self.world.factors(at)) else {
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

    /// The draws that were made.
    pub fn finish(self) -> Draws {
        self.draws.with_households(self.households)
    }
}
