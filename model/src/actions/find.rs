//! Finding a plan on the draws of a household: the search, checked on all draws.

use super::cost::NetCosts;
use super::judge::Levels;
use super::search::{Found, Search};
use super::{By, Chosen, OnDraws, Target};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::plan::Plan;
use crate::uncertainty::{Draws, Quantiles, World};

/// The search looks at some of the draws; so often it is repeated with a target that is stricter by
/// what all draws lacked.
const ROUNDS: usize = 4;

/// So many households are looked at in a step, where a set is checked on all of them.
const AT_ONCE: usize = 32;

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
    /// What the search found, being checked on all draws.
    checking: Option<(Found, Levels)>,
    /// What costs are known, between two judges.
    costs: Option<NetCosts>,
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
            search: Search::new(choices.clone(), target.kg),
            aim: target.kg,
            choices,
            by,
            target,
            plan,
            rounds: 0,
            checking: None,
            costs: None,
            answer: None,
        }
    }

    /// A judge on some of the draws, which several steps may share.
    pub fn judge<'a>(
        &mut self,
        home: &'a Household,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let costs = self.costs.take();
        let costs = costs.unwrap_or_else(|| NetCosts::of(home, &self.plan, &Factors::central()));
        OnDraws::with(costs, self.by, self.target, home, draws, world)
    }

    /// Keeps what a judge knows for the next one, where none can be held between two frames.
    pub fn put_back(&mut self, judge: OnDraws<'_>) {
        self.costs = Some(judge.into_costs());
    }

    /// Judges one more set, or checks what was found on some more draws; false when the search is over.
    pub fn step(&mut self, judge: &mut OnDraws<'_>, draws: &Draws, world: &World) -> bool {
        if self.answer.is_some() {
            return false;
        }
        let Some((found, mut levels)) = self.checking.take() else {
            if !self.search.step(judge) {
                let found = self.search.best().cloned();
                self.checking = found.map(|found| (found, Levels::new()));
            }
            return true;
        };
        for _ in 0..AT_ONCE {
            if !levels.step(&found.set, self.target, draws, world) {
                return self.checked(found, levels);
            }
        }
        self.checking = Some((found, levels));
        true
    }

    /// What was found is checked on all draws; true when the search begins again.
    fn checked(&mut self, found: Found, levels: Levels) -> bool {
        let passed = self.search.reaches(&found);
        let answer = self.judged(found, levels.finish());
        self.rounds += 1;
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
    pub fn progress(&self, draws: &Draws) -> (Option<&Found>, f64) {
        let done = match &self.checking {
            Some((_, levels)) => levels.known() as f64 / draws.count().max(1) as f64,
            None => self.search.progress(),
        };
        (self.search.best(), done)
    }
}
