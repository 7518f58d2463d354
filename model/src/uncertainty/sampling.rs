//! The draws of a household, in steps that a page can take between two frames.

use super::draws::Draws;
use super::places::Places;
use super::reading::Reading;
use super::sampler::{Evidence, Lot, NO_EVIDENCE, Sampler};
use super::weights::times_taken;
use super::world::World;
use crate::answers::Answers;
use crate::footprint::Sections;
use crate::reach::Questions;

/// Draws, with what those of other answers can be made from: of one world, and one reading.
pub struct Drawn {
    draws: Draws,
    /// The answers of which the households are.
    answers: Answers,
    /// The questions of which a household may hold what other answers say: the drawing was cancelled.
    unsettled: Questions,
    evidence: Vec<Evidence>,
    /// Of each household the sections of its footprint that are not of what it is now.
    stale: Vec<Sections>,
    places: Places,
    complete: bool,
}

/// Nothing drawn yet.
impl Default for Drawn {
    fn default() -> Drawn {
        Drawn {
            draws: Draws::default(),
            answers: Answers::new(),
            unsettled: Questions::ALL,
            evidence: Vec::new(),
            stale: Vec::new(),
            places: Places::new(),
            complete: false,
        }
    }
}

impl Drawn {
    /// The draws, unless they were cancelled before all were made.
    pub fn draws(&self) -> Option<&Draws> {
        self.complete.then_some(&self.draws)
    }

    /// The draws alone.
    pub fn into_draws(self) -> Draws {
        self.draws
    }
}

/// Draws being made: first households that may give these answers, then the footprints of those
/// that fit. Of a household only what differs from earlier answers, and what follows from it, is drawn
/// anew, and only the sections of its footprint that read this are computed anew.
pub struct Sampling<R> {
    sampler: Sampler,
    reading: R,
    drawn: Drawn,
    /// The sections that read what is drawn anew.
    sections: Sections,
    likely: Vec<f64>,
    /// Of each household the times that it is taken, once all are known.
    times: Vec<usize>,
    done: usize,
}

impl<R: Reading> Sampling<R> {
    /// Nothing drawn anew yet, in place of what was drawn of this world before.
    pub fn new(answers: &Answers, world: &World, reading: R, earlier: Drawn) -> Sampling<R> {
        let mut drawn = earlier;
        let mut anew = Questions::differing(&drawn.answers, answers);
        anew.join(&drawn.unsettled);
        let anew = anew.with_what_follows();
        drawn.answers = answers.clone();
        drawn.complete = false;
        let places = std::mem::take(&mut drawn.places);
        drawn.draws.begin(world.draws());
        drawn.evidence.resize(world.draws(), NO_EVIDENCE);
        drawn.stale.resize(world.draws(), Sections::default());
        let sampler = Sampler::new(answers, &anew, world.chances(), places);
        let sections = anew.sections();
        drawn.unsettled = anew;
        Sampling {
            sampler,
            reading,
            drawn,
            sections,
            likely: Vec::with_capacity(world.draws()),
            times: Vec::new(),
            done: 0,
        }
    }

    /// Makes one more draw of the world; false when all are made.
    pub fn step(&mut self, world: &World) -> bool {
        let at = self.likely.len();
        if let Some(factors) = world.factors(at) {
            let lot = Lot {
                at,
                chances: world.chances(),
                factors,
            };
            if let Some(home) = self.drawn.draws.home(at)
                && let Some(evidence) = self.drawn.evidence.get_mut(at)
            {
                self.likely.push(self.sampler.fill(home, evidence, lot));
            }
            if let Some(stale) = self.drawn.stale.get_mut(at) {
                stale.join(self.sections);
            }
            return true;
        }
        if self.times.is_empty() {
            self.times = times_taken(&self.likely);
        }
        let at = self.done;
        let (Some(stale), Some(factors)) = (self.drawn.stale.get_mut(at), world.factors(at)) else {
            self.drawn.complete = true;
            self.drawn.unsettled = Questions::NONE;
            return false;
        };
        let times = self.times.get(at).copied().unwrap_or_default();
        if times > 0 {
            let stale = std::mem::take(stale);
            let draws = &mut self.drawn.draws;
            draws.take((at, times), stale, &mut self.reading, factors);
        }
        self.done += 1;
        true
    }

    /// The draws that were made, and what others can be made from; before all are made, what was done so
    /// far is not lost.
    pub fn finish(self) -> Drawn {
        Drawn {
            places: self.sampler.places(),
            ..self.drawn
        }
    }
}
