//! Judging sets of actions on the draws of a household, for the search.

use super::cost::NetCosts;
use super::search::Judge;
use super::{Chosen, Joint};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, SectionSums, household_sums};
use crate::plan::Plan;
use crate::rows::{ActionFacts, Scenario};
use crate::uncertainty::{Draws, Quantiles, Run, World};
use crate::year::{Sums, YearIndex};

/// What a plan should take as little as possible of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Effort: the sum of the actions' levels.
    Effort,
    /// Yuan a year: annuities and running costs less what is saved.
    Cost,
}

impl By {
    /// Both.
    pub const ALL: &'static [By] = &[By::Effort, By::Cost];

    /// As written on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            By::Effort => "effort",
            By::Cost => "cost",
        }
    }
}

/// The target of a search: so many kg a year per person of household consumption in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// kg CO2e a year per person.
    pub kg: f64,
    /// The year.
    pub year: u16,
    /// The scenario that the year's factors follow.
    pub scenario: Scenario,
}

/// One in so many draws is looked at first.
const THINNED: usize = 16;
/// The median of all draws is not below this quantile of those that are looked at: three standard errors of a
/// median of 128.
const CLEARLY: f64 = 0.36;

/// Judges sets by the median of some draws in the year of the target.
pub struct OnDraws<'a> {
    by: By,
    home: &'a Household,
    central: Factors,
    costs: NetCosts,
    /// Every draw that is looked at, with the year's factors.
    draws: Vec<(Drawn<'a>, SectionSums)>,
    /// All draws, once they are prepared: then sets are judged by them.
    all: Option<AllDraws>,
    of: &'a Draws,
    world: &'a World,
    scratch: Scratch,
}

impl<'a> OnDraws<'a> {
    /// Judges on a sixteenth of the draws; `home` is the household on central values, by whose prices
    /// costs are counted; its plan may know costs of its own.
    pub fn some(
        by: By,
        target: Target,
        home: &'a Household,
        plan: &Plan,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let costs = NetCosts::of(home, plan, &Factors::central());
        OnDraws::with((costs, None), by, target, home, draws, world)
    }

    /// As [`OnDraws::some`], with the costs that a judge before it gave back, and all draws, where they are
    /// prepared.
    pub(super) fn with(
        (costs, all): (NetCosts, Option<AllDraws>),
        by: By,
        target: Target,
        home: &'a Household,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let looked_at = (0..draws.count()).step_by(THINNED);
        let mut scratch = Scratch::new();
        let mut drawn = |at| {
            let drawn = Drawn::of(&draws.run(at, world)?, target, world)?;
            let sums = SectionSums::of(drawn.home, Gas::Co2e, drawn.factors, &mut scratch);
            Some((drawn, sums))
        };
        OnDraws {
            by,
            home,
            costs,
            central: Factors::central(),
            draws: looked_at.filter_map(&mut drawn).collect(),
            all,
            of: draws,
            world,
            scratch,
        }
    }

    /// From now on sets are judged by all draws.
    pub(super) fn by_all(&mut self, all: AllDraws) {
        self.all = Some(all);
    }

    /// The levels of a set on all draws, if they are prepared.
    pub(super) fn on_all(&mut self, set: &Joint) -> Option<Vec<f64>> {
        let all = self.all.as_ref()?;
        Some(all.levels(set, self.of, self.world, &mut self.scratch))
    }

    /// The costs that it knows and all draws, for the next judge.
    pub(super) fn into_parts(self) -> (NetCosts, Option<AllDraws>) {
        (self.costs, self.all)
    }

    /// kg a year per person of a set, by draw, of those that are looked at.
    fn on_some(&mut self, set: &Joint) -> Vec<f64> {
        let reaches = set.reaches();
        let scratch = &mut self.scratch;
        let levels = self.draws.iter().map(|(drawn, now)| {
            let sums = |changed: &Household| now.changed(&reaches, changed, drawn.factors, scratch);
            drawn.level(set, sums)
        });
        levels.collect()
    }
}

/// All draws of a household in the year of a target, prepared so that any set can be judged by them.
pub(super) struct AllDraws {
    /// By household: its sums by section, the year's index in its draws, and how many these are.
    homes: Vec<(SectionSums, YearIndex, usize)>,
    draws: usize,
    /// Sets that were found to lie at or below a bar: their level, and that on the draws that are looked at
    /// first.
    passed: Vec<(f64, Vec<f64>)>,
}

impl AllDraws {
    /// None prepared yet.
    pub(super) fn new() -> AllDraws {
        AllDraws {
            homes: Vec::new(),
            draws: 0,
            passed: Vec::new(),
        }
    }

    /// Prepares one more household; false when all are.
    pub(super) fn step(
        &mut self,
        target: Target,
        draws: &Draws,
        world: &World,
        scratch: &mut Scratch,
    ) -> bool {
        let Some(run) = draws.run(self.draws, world) else {
            return false;
        };
        let Some(drawn) = Drawn::of(&run, target, world) else {
            return false;
        };
        let sums = SectionSums::of(run.home, Gas::Co2e, run.factors, scratch);
        self.homes.push((sums, drawn.index, run.times));
        self.draws += run.times;
        true
    }

    /// How many draws are prepared.
    pub(super) fn known(&self) -> usize {
        self.draws
    }

    /// Whether the median of all draws is surely above a bar, by the draws that are looked at: so many of them
    /// are, or none of them is below that of the set whose level is the bar.
    fn is_above(&self, some: &[f64], bar: f64) -> bool {
        let above = some.iter().filter(|kg| **kg > bar).count();
        let clearly = above as f64 > some.len() as f64 * (1.0 - CLEARLY);
        let mut passed = self.passed.iter().rev();
        let at_bar = passed.find(|(level, _)| *level == bar);
        let nowhere_below = |(_, other): &(f64, Vec<f64>)| {
            let mut both = some.iter().zip(other);
            both.all(|(kg, other)| kg >= other)
        };
        clearly || at_bar.is_some_and(nowhere_below)
    }

    /// kg a year per person of a set, by draw.
    fn levels(&self, set: &Joint, draws: &Draws, world: &World, scratch: &mut Scratch) -> Vec<f64> {
        let reaches = set.reaches();
        let mut levels = Vec::with_capacity(self.draws);
        for (now, index, times) in &self.homes {
            let Some(run) = draws.run(levels.len(), world) else {
                break;
            };
            let changed = set.changed(run.home, run.factors);
            let sums = now.changed(&reaches, &changed, run.factors, scratch);
            let kg = sums.in_year(index) / changed.members;
            levels.extend(std::iter::repeat_n(kg, *times));
        }
        levels
    }
}

/// A draw's household and factors, and the year's index of that draw.
struct Drawn<'a> {
    home: &'a Household,
    factors: &'a Factors,
    index: YearIndex,
}

impl<'a> Drawn<'a> {
    /// A household in the year of the target.
    fn of(run: &Run<'a>, target: Target, world: &World) -> Option<Drawn<'a>> {
        let Run { home, factors, .. } = *run;
        let grid = world.grid(run.place);
        let index = YearIndex::drawn(target.year, target.scenario, grid, factors)?;
        Some(Drawn {
            home,
            factors,
            index,
        })
    }

    /// kg a year per person of a set, by the sums of the household that it changes.
    fn level(&self, set: &Joint, sums: impl FnOnce(&Household) -> Sums) -> f64 {
        let changed = set.changed(self.home, self.factors);
        sums(&changed).in_year(&self.index) / changed.members
    }
}

/// The levels of one set on all draws, one household after the other.
pub struct Levels {
    by_draw: Vec<f64>,
    scratch: Scratch,
}

impl Default for Levels {
    fn default() -> Levels {
        Levels::new()
    }
}

impl Levels {
    /// None known yet.
    pub fn new() -> Levels {
        Levels {
            by_draw: Vec::new(),
            scratch: Scratch::new(),
        }
    }

    /// Looks at one more household; false when all are known.
    pub fn step(&mut self, set: &Joint, target: Target, draws: &Draws, world: &World) -> bool {
        let run = draws.run(self.by_draw.len(), world);
        let drawn = run.and_then(|run| Some((Drawn::of(&run, target, world)?, run.times)));
        let Some((drawn, times)) = drawn else {
            return false;
        };
        let sums = |changed: &Household| {
            household_sums(changed, Gas::Co2e, drawn.factors, &mut self.scratch)
        };
        let kg = drawn.level(set, sums);
        self.by_draw.extend(std::iter::repeat_n(kg, times));
        true
    }

    /// How many draws are known.
    pub fn known(&self) -> usize {
        self.by_draw.len()
    }

    /// kg a year per person, by draw.
    pub fn finish(self) -> Vec<f64> {
        self.by_draw
    }
}

/// The effort of an action.
pub fn effort(chosen: &Chosen) -> f64 {
    let facts = ActionFacts::of(chosen.action.id());
    facts.map_or(1.0, |facts| f64::from(facts.effort))
}

impl Judge for OnDraws<'_> {
    fn price(&mut self, set: &Joint) -> f64 {
        match self.by {
            By::Effort => set.chosen().iter().map(effort).sum(),
            By::Cost => self.costs.per_year(set, self.home, &self.central),
        }
    }

    fn level(&mut self, set: &Joint, bar: f64) -> f64 {
        let some = self.on_some(set);
        let Some(all) = &self.all else {
            return Quantiles::of(some).p50;
        };
        if all.is_above(&some, bar) {
            return f64::INFINITY;
        }
        let level = Quantiles::of(self.on_all(set).unwrap_or_default()).p50;
        if level <= bar
            && let Some(all) = &mut self.all
        {
            all.passed.push((level, some));
        }
        level
    }
}
