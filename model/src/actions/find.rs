//! Finding a plan on the draws of a household: the search, checked on all draws.

use super::search::{Found, Search};
use super::{By, Chosen, OnDraws, Target};
use crate::catalogue::Household;
use crate::plan::Plan;
use crate::uncertainty::{Draws, Quantiles, World};

/// The search looks at some of the draws; so often it is repeated with a target that is stricter by
/// what all draws lacked.
const ROUNDS: usize = 4;

/// A search for a plan, in steps that a page can take between two frames.
pub struct Finding {
    choices: Vec<Chosen>,
    by: By,
    target: Target,
    plan: Plan,
    /// The level that the search has to reach on the draws that it looks at.
    aim: f64,
    rounds: usize,
    search: Search,
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

impl Finding {
    /// Nothing sought yet; the plan may know costs of its own.
    pub fn new(choices: Vec<Chosen>, by: By, target: Target, plan: Plan) -> Finding {
        Finding {
            search: Search::new(choices.clone(), target.kg),
            aim: target.kg,
            choices,
            by,
            target,
            plan,
            rounds: 0,
            answer: None,
        }
    }

    /// A judge on some of the draws, which several steps may share.
    pub fn judge<'a>(
        &self,
        home: &'a Household,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        OnDraws::some(self.by, self.target, home, &self.plan, draws, world)
    }

    /// Judges one more set; false when the search is over. A step that finds a set also checks it on all
    /// draws.
    pub fn step(
        &mut self,
        judge: &mut OnDraws<'_>,
        home: &Household,
        draws: &Draws,
        world: &World,
    ) -> bool {
        if self.answer.is_some() {
            return false;
        }
        if self.search.step(judge) {
            return true;
        }
        let Some(found) = self.search.best().cloned() else {
            return false;
        };
        let mut all = OnDraws::all(self.by, self.target, home, &self.plan, draws, world);
        let levels = all.levels(&found.set);
        let answer = self.judged(found, levels);
        self.rounds += 1;
        let passed = self
            .search
            .best()
            .is_some_and(|best| self.search.reaches(best));
        if !answer.reached && passed && self.rounds < ROUNDS {
            // the draws that were looked at let it pass, all of them do not
            self.aim -= answer.gap;
            self.search = Search::new(self.choices.clone(), self.aim);
            return true;
        }
        self.answer = Some(answer);
        false
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
    pub fn progress(&self) -> (Option<&Found>, f64) {
        (self.search.best(), self.search.progress())
    }
}
