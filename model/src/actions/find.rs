//! Finding a plan on the draws of a household.

use super::judge::Known;
use super::search::{EVERY, Found, Search};
use super::{By, Chosen, OnDraws, Target};
use crate::catalogue::Household;
use crate::plan::Plan;
use crate::uncertainty::{Draws, Quantiles, World};

/// So many households are prepared in a step.
const AT_ONCE: usize = 32;

/// How far a search is.
enum Stage {
    /// Draws are being prepared: so many are.
    Prepare(usize),
    /// Of many actions some set is sought on some of the draws, to begin with.
    Rough,
    /// Sets are judged by all draws.
    Exact,
}

/// A search for a plan, in steps that a page can take between two frames. With few actions every set is judged
/// by all draws; with many, single steps are, from what some of the draws led to.
pub struct Finding {
    by: By,
    target: Target,
    plan: Plan,
    stage: Stage,
    /// Whether every set is looked at.
    few: bool,
    search: Search,
    /// What is known between two judges.
    known: Option<Known>,
    answer: Option<Answer>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The set, its effort or yuan a year, and its level: the median over all draws, kg a year per
    /// person in the year of the target.
    pub found: Found,
    /// Whether the level is at or below the target.
    pub reached: bool,
    /// The share of the draws in which the target is reached, 0 to 1.
    pub probability: f64,
    /// By how much the level is above the target, kg a year per person; 0 where it is reached. It is
    /// what the system would have to take away besides.
    pub gap: f64,
}

impl Answer {
    /// The gap as a share of what remains, 0 to 1.
    pub fn gap_share(&self) -> f64 {
        if self.gap > 0.0 {
            self.gap / self.found.level
        } else {
            0.0
        }
    }
}

impl Finding {
    /// Nothing sought yet; the plan may know costs of its own.
    pub fn new(choices: Vec<Chosen>, by: By, target: Target, plan: Plan) -> Finding {
        Finding {
            few: choices.len() <= EVERY,
            search: Search::new(choices, target.kg),
            by,
            target,
            plan,
            stage: Stage::Prepare(0),
            known: None,
            answer: None,
        }
    }

    /// A judge, which several steps may share.
    pub fn judge<'a>(
        &mut self,
        home: &'a Household,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let known = self.known.take();
        let known = known.unwrap_or_else(|| Known::new(self.target, home, &self.plan));
        OnDraws::with(known, self.by, home, draws, world)
    }

    /// Keeps what a judge knows for the next one, where none can be held between two frames.
    pub fn put_back(&mut self, judge: OnDraws<'_>) {
        self.known = Some(judge.into_known());
    }

    /// Judges one more set, or prepares some more draws for that; false when the search is over.
    pub fn step(&mut self, judge: &mut OnDraws<'_>) -> bool {
        match &mut self.stage {
            Stage::Prepare(prepared) => {
                let more = (0..AT_ONCE).all(|_| judge.prepare());
                *prepared = judge.prepared();
                if !more {
                    self.stage = Stage::Rough;
                    if self.few {
                        self.look_at_all(judge);
                    }
                }
            }
            Stage::Rough => {
                if !self.search.step(judge) {
                    self.search.again();
                    self.look_at_all(judge);
                }
            }
            Stage::Exact => {
                if self.answer.is_none() && !self.search.step(judge) {
                    let found = self.search.best().cloned();
                    self.answer = found.map(|found| {
                        let set = judge.applied(&found.set);
                        let found = Found { set, ..found };
                        let levels = judge.on_all(&found.set);
                        self.judged(found, levels)
                    });
                    return false;
                }
            }
        }
        self.answer.is_none()
    }

    fn look_at_all(&mut self, judge: &mut OnDraws<'_>) {
        judge.look_at_all();
        self.stage = Stage::Exact;
    }

    fn judged(&self, found: Found, levels: Vec<f64>) -> Answer {
        let reached = levels.iter().filter(|kg| **kg <= self.target.kg).count();
        let probability = reached as f64 / levels.len().max(1) as f64;
        let level = Quantiles::of(levels).p50;
        Answer {
            reached: level <= self.target.kg,
            gap: (level - self.target.kg).max(0.0),
            probability,
            found: Found { level, ..found },
        }
    }

    /// The answer, once the search is over.
    pub fn answer(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// The best set so far, and about how much of the search is done, 0 to 1.
    pub fn progress(&self, draws: &Draws) -> (Option<&Found>, f64) {
        let done = match &self.stage {
            Stage::Prepare(prepared) => *prepared as f64 / draws.count().max(1) as f64,
            Stage::Rough | Stage::Exact => self.search.progress(),
        };
        (self.search.best(), done)
    }
}
