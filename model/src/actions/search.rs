//! Finding a plan: the least effort, or the least cost, that reaches a target.
//!
//! Sets are judged by the joint model, never by adding what single actions save: a set's level is the
//! median, over the household's draws, of its footprint in the year of the target. With few
//! actions every set is looked at, the cheapest first; with many, the best set of single steps: no
//! action added, dropped or swapped for another improves it. Where no set on that way reaches the target, the
//! deepest is sought from all actions on, whatever they cost: it is the same by effort and by cost.

use super::{Chosen, Joint};
use crate::order::lowest_first;

/// Up to so many actions every set is looked at: 4,096 of them.
pub const EVERY: usize = 12;

/// How sets are judged.
pub trait Judge {
    /// What is to be as small as possible: effort, or yuan a year.
    fn price(&mut self, set: &Joint) -> f64;

    /// The level that a set comes to, kg a year per person; the target is to be reached by it. Of a level that
    /// is surely above the bar it may say so by any number above. None where it is not known yet: to be asked
    /// again for the same set.
    fn level(&mut self, set: &Joint, bar: f64) -> Option<f64>;
}

/// A set with its price and level.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The actions.
    pub set: Joint,
    /// Effort, or yuan a year.
    pub price: f64,
    /// kg a year per person in the year of the target.
    pub level: f64,
}

impl Found {
    /// A set to begin with, which nobody has judged yet.
    fn unjudged(set: Joint) -> Found {
        Found {
            set,
            price: f64::INFINITY,
            level: f64::INFINITY,
        }
    }
}

/// How far the search is.
enum Stage {
    /// Every set is priced.
    Price(Vec<(f64, usize)>),
    /// From the cheapest on, sets are judged until one reaches the target; the deepest is remembered.
    Every(Vec<(f64, usize)>, usize, Option<Found>),
    /// Single steps from the best set so far, as long as one improves it: the step to be tried next,
    /// and the best of this round.
    Steps(Found, usize, Option<Found>),
    /// Over.
    Done(Found),
}

/// A search in steps that a page can take between two frames, and stop.
pub struct Search {
    choices: Vec<Chosen>,
    target: f64,
    stage: Stage,
    /// Whether depth alone counts on the way: no set that the price led to has reached the target.
    deep: bool,
}

impl Search {
    /// A search among these actions for a level of at most `target` kg a year per person.
    pub fn new(choices: Vec<Chosen>, target: f64) -> Search {
        let stage = if choices.len() <= EVERY {
            Stage::Price(Vec::with_capacity(1 << choices.len()))
        } else {
            Stage::Steps(Found::unjudged(Joint::none()), 0, None)
        };
        Search {
            choices,
            target,
            stage,
            deep: false,
        }
    }

    /// Goes on from what was found so far, by a judge who sees better.
    pub fn again(&mut self) {
        let set = self.best().map(|best| best.set.clone());
        let set = set.unwrap_or_else(Joint::none);
        self.stage = Stage::Steps(Found::unjudged(set), 0, None);
    }

    /// The level above which a set of this price is no better than the best so far.
    fn bar(&self, price: f64, best: Option<&Found>) -> f64 {
        match best {
            Some(best) if self.reaches(best) && price < best.price => self.target,
            Some(best) if self.reaches(best) => best.level,
            Some(best) => best.level.max(self.target),
            None => f64::INFINITY,
        }
    }

    /// The set with this number: an action for each bit.
    fn numbered(&self, number: usize) -> Joint {
        let bits = self.choices.iter().enumerate();
        let chosen = bits.filter(|(at, _)| number >> at & 1 == 1);
        Joint::of(chosen.map(|(_, chosen)| *chosen))
    }

    /// Judges one more set, or goes on judging it; false when the search is over.
    pub fn step(&mut self, judge: &mut impl Judge) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Price(Vec::new()));
        self.stage = match stage {
            Stage::Price(mut priced) => {
                let number = priced.len();
                if number < 1 << self.choices.len() {
                    priced.push((judge.price(&self.numbered(number)), number));
                    Stage::Price(priced)
                } else {
                    lowest_first(&mut priced);
                    Stage::Every(priced, 0, None)
                }
            }
            Stage::Every(priced, at, best) => self.every(priced, at, best, judge),
            Stage::Steps(from, at, best) => self.single(from, at, best, judge),
            Stage::Done(found) => Stage::Done(found),
        };
        !matches!(self.stage, Stage::Done(_))
    }

    fn every(
        &self,
        priced: Vec<(f64, usize)>,
        at: usize,
        best: Option<Found>,
        judge: &mut impl Judge,
    ) -> Stage {
        let none = || Found {
            set: Joint::none(),
            price: 0.0,
            level: f64::INFINITY,
        };
        let Some(&(price, number)) = priced.get(at) else {
            return Stage::Done(best.unwrap_or_else(none));
        };
        if let Some(found) = &best
            && self.reaches(found)
            && price > found.price
        {
            return Stage::Done(found.clone());
        }
        let set = self.numbered(number);
        let Some(level) = judge.level(&set, self.bar(price, best.as_ref())) else {
            return Stage::Every(priced, at, best);
        };
        let found = Found { set, price, level };
        let better = best.as_ref().is_none_or(|best| self.better(&found, best));
        let best = if better { Some(found) } else { best };
        Stage::Every(priced, at + 1, best)
    }

    /// Whether a set reaches the target.
    pub fn reaches(&self, found: &Found) -> bool {
        found.level <= self.target
    }

    /// Whether a set is better than another: it reaches the target at a smaller price, or at the same
    /// goes deeper; among sets that do not reach it the deeper one is better, or the one that needs less for it.
    pub fn better(&self, one: &Found, other: &Found) -> bool {
        match (self.reaches(one), self.reaches(other)) {
            (true, true) => {
                one.price < other.price || one.price == other.price && one.level < other.level
            }
            (false, false) => {
                let count = |found: &Found| found.set.chosen().len();
                one.level < other.level || one.level == other.level && count(one) < count(other)
            }
            (reaches, _) => reaches,
        }
    }

    /// A set with one action added, dropped, or swapped for another.
    fn stepped(&self, from: &Joint, at: usize) -> Option<Joint> {
        let count = self.choices.len();
        let (one, other) = (self.choices.get(at % count)?, at / count);
        let mut set = from.clone();
        match other.checked_sub(1) {
            // added or dropped
            None if from.has(one.action) => set.drop(one.action),
            None => set.choose(*one),
            // one that is in for another that is not
            Some(other) => {
                let other = self.choices.get(other)?;
                if !from.has(one.action) || from.has(other.action) {
                    return None;
                }
                set.drop(one.action);
                set.choose(*other);
            }
        }
        Some(set)
    }

    fn single(
        &mut self,
        from: Found,
        at: usize,
        best: Option<Found>,
        judge: &mut impl Judge,
    ) -> Stage {
        if from.level == f64::INFINITY {
            let price = judge.price(&from.set);
            let level = judge.level(&from.set, f64::INFINITY);
            let level = level.unwrap_or(f64::INFINITY);
            return Stage::Steps(
                Found {
                    price,
                    level,
                    ..from
                },
                0,
                None,
            );
        }
        let count = self.choices.len();
        let toggles = count;
        let all = count * (count + 1);
        // as long as adding or dropping improves the set, swaps can wait
        let round = at == toggles && best.is_some() || at >= all;
        if round {
            return match best {
                Some(best) => Stage::Steps(best, 0, None),
                None if self.deep || self.reaches(&from) => Stage::Done(from),
                None => {
                    self.deep = true;
                    let all = Joint::of(self.choices.iter().copied());
                    Stage::Steps(Found::unjudged(all), 0, None)
                }
            };
        }
        let mut next = at;
        let mut set = None;
        while set.is_none() && next < all {
            set = self.stepped(&from.set, next);
            next += 1;
            if next == toggles && best.is_some() {
                break;
            }
        }
        let Some(set) = set else {
            return Stage::Steps(from, next, best);
        };
        let price = judge.price(&set);
        // once the target is reached, what is not better than the best of this round matters no more
        let against = best.as_ref().filter(|_| self.reaches(&from));
        let against = against.unwrap_or(&from);
        if self.reaches(&from) && price > against.price {
            return Stage::Steps(from, next, best);
        }
        let Some(level) = judge.level(&set, self.bar(price, Some(against))) else {
            return Stage::Steps(from, at, best);
        };
        let found = Found { set, price, level };
        let improves = self.better(&found, &from)
            && best
                .as_ref()
                .is_none_or(|best| self.ahead(&found, best, &from));
        let best = if improves { Some(found) } else { best };
        Stage::Steps(from, next, best)
    }

    /// Which of two improvements is taken: on the way to the target the one that goes deepest for what
    /// it costs more, then the better one.
    fn ahead(&self, one: &Found, other: &Found, from: &Found) -> bool {
        if self.deep || self.reaches(one) || self.reaches(other) {
            return self.better(one, other);
        }
        let gain = |found: &Found| {
            let dearer = (found.price - from.price).max(f64::MIN_POSITIVE);
            (from.level - found.level) / dearer
        };
        gain(one) > gain(other)
    }

    /// The best set so far; the answer once the search is over.
    pub fn best(&self) -> Option<&Found> {
        match &self.stage {
            Stage::Price(_) => None,
            Stage::Every(_, _, best) => best.as_ref(),
            Stage::Steps(from, ..) => Some(from).filter(|from| from.level.is_finite()),
            Stage::Done(found) => Some(found),
        }
    }

    /// About how much of the search is done, 0 to 1; with many actions how much of this round.
    pub fn progress(&self) -> f64 {
        match &self.stage {
            Stage::Price(_) => 0.0,
            Stage::Every(priced, at, _) => *at as f64 / priced.len().max(1) as f64,
            Stage::Steps(_, at, _) => {
                let count = self.choices.len();
                *at as f64 / (count * (count + 1)).max(1) as f64
            }
            Stage::Done(_) => 1.0,
        }
    }
}
