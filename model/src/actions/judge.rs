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
use crate::year::YearIndex;

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

/// Judges sets by the median of draws in the year of the target.
pub struct OnDraws<'a> {
    by: By,
    home: &'a Household,
    draws: &'a Draws,
    world: &'a World,
    central: Factors,
    known: Known,
    scratch: Scratch,
}

/// What a judge knows, and the next one may know too.
pub(super) struct Known {
    costs: NetCosts,
    /// The draws that are looked at first.
    some: Prepared,
    /// All draws, once they are prepared: then sets are judged by them.
    all: Option<Prepared>,
    /// Sets whose level on all draws was found to lie at or below a bar: that, and their levels on some.
    passed: Vec<(f64, Vec<f64>)>,
}

impl Known {
    /// What has to be known to judge by some of the draws; `home` is the household on central values, by whose
    /// prices costs are counted; its plan may know costs of its own.
    pub(super) fn new(
        target: Target,
        home: &Household,
        plan: &Plan,
        draws: &Draws,
        world: &World,
    ) -> Known {
        let (mut some, mut scratch) = (Prepared::new(), Scratch::new());
        for at in (0..draws.count()).step_by(THINNED) {
            some.add((at, 1), target, draws, world, &mut scratch);
        }
        Known {
            costs: NetCosts::of(home, plan, &Factors::central()),
            some,
            all: None,
            passed: Vec::new(),
        }
    }

    /// From now on sets are judged by all draws.
    pub(super) fn with_all(&mut self, all: Prepared) {
        self.all = Some(all);
    }
}

impl<'a> OnDraws<'a> {
    /// Judges on a sixteenth of the draws.
    pub fn some(
        by: By,
        target: Target,
        home: &'a Household,
        plan: &Plan,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let known = Known::new(target, home, plan, draws, world);
        OnDraws::with(known, by, home, draws, world)
    }

    /// Judges by what a judge before it knew.
    pub(super) fn with(
        known: Known,
        by: By,
        home: &'a Household,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        OnDraws {
            by,
            home,
            draws,
            world,
            central: Factors::central(),
            known,
            scratch: Scratch::new(),
        }
    }

    /// What it knows.
    pub(super) fn known(&mut self) -> &mut Known {
        &mut self.known
    }

    /// What it knows, for the next judge.
    pub(super) fn into_known(self) -> Known {
        self.known
    }

    /// The levels of a set on all draws, if they are prepared.
    pub(super) fn on_all(&mut self, set: &Joint) -> Option<Vec<f64>> {
        let all = self.known.all.as_ref()?;
        Some(all.levels(set, self.draws, self.world, &mut self.scratch))
    }

    /// Whether the median of all draws is surely above a bar, by the levels on some: so many of them are, or
    /// none of them is below that of the set whose level is the bar.
    fn is_above(&self, some: &[f64], bar: f64) -> bool {
        let above = some.iter().filter(|kg| **kg > bar).count();
        let clearly = above as f64 > some.len() as f64 * (1.0 - CLEARLY);
        let mut passed = self.known.passed.iter().rev();
        let at_bar = passed.find(|(level, _)| *level == bar);
        let nowhere_below = |(_, other): &(f64, Vec<f64>)| {
            let mut both = some.iter().zip(other);
            both.all(|(kg, other)| kg >= other)
        };
        clearly || at_bar.is_some_and(nowhere_below)
    }
}

/// Draws of a household in the year of a target, prepared so that any set can be judged by them.
pub(super) struct Prepared {
    /// By household: its sums by section, the year's index in its draws, the first of these and how many they are.
    homes: Vec<(SectionSums, YearIndex, usize, usize)>,
    draws: usize,
}

impl Prepared {
    /// None yet.
    pub(super) fn new() -> Prepared {
        Prepared {
            homes: Vec::new(),
            draws: 0,
        }
    }

    /// Prepares the next household and all its draws; false when all are prepared.
    pub(super) fn step(
        &mut self,
        target: Target,
        draws: &Draws,
        world: &World,
        scratch: &mut Scratch,
    ) -> bool {
        let times = draws.run(self.draws, world).map_or(0, |run| run.times);
        times > 0 && self.add((self.draws, times), target, draws, world, scratch)
    }

    /// Prepares so many draws of a household from one on; false where there is none.
    fn add(
        &mut self,
        (at, times): (usize, usize),
        target: Target,
        draws: &Draws,
        world: &World,
        scratch: &mut Scratch,
    ) -> bool {
        let run = draws.run(at, world);
        let prepared = run.and_then(|run| {
            let index = in_target(&run, target, world)?;
            let sums = SectionSums::of(run.home, Gas::Co2e, run.factors, scratch);
            Some((sums, index, at, times))
        });
        self.draws += prepared.as_ref().map_or(0, |_| times);
        let known = prepared.is_some();
        self.homes.extend(prepared);
        known
    }

    /// How many draws are prepared.
    pub(super) fn known(&self) -> usize {
        self.draws
    }

    /// kg a year per person of a set, by draw.
    fn levels(&self, set: &Joint, draws: &Draws, world: &World, scratch: &mut Scratch) -> Vec<f64> {
        let reaches = set.reaches();
        let mut levels = Vec::with_capacity(self.draws);
        for (now, index, at, times) in &self.homes {
            let Some(run) = draws.run(*at, world) else {
                break;
            };
            let changed = set.changed(run.home, run.factors);
            let sums = now.changed(reaches, &changed, run.factors, scratch);
            let kg = sums.in_year(index) / changed.members;
            levels.extend(std::iter::repeat_n(kg, *times));
        }
        levels
    }
}

/// The index of the target's year in the draws of a household.
fn in_target(run: &Run<'_>, target: Target, world: &World) -> Option<YearIndex> {
    let grid = world.grid(run.place);
    YearIndex::drawn(target.year, target.scenario, grid, run.factors)
}

/// kg a year per person of a set, by draw, each household computed as a whole: what the search must come to.
pub fn levels_in_full(set: &Joint, target: Target, draws: &Draws, world: &World) -> Vec<f64> {
    let mut scratch = Scratch::new();
    let mut levels = Vec::with_capacity(draws.count());
    while let Some(run) = draws.run(levels.len(), world) {
        let Some(index) = in_target(&run, target, world) else {
            break;
        };
        let changed = set.changed(run.home, run.factors);
        let sums = household_sums(&changed, Gas::Co2e, run.factors, &mut scratch);
        let kg = sums.in_year(&index) / changed.members;
        levels.extend(std::iter::repeat_n(kg, run.times));
    }
    levels
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
            By::Cost => self.known.costs.per_year(set, self.home, &self.central),
        }
    }

    fn level(&mut self, set: &Joint, bar: f64) -> f64 {
        let scratch = &mut self.scratch;
        let some = self.known.some.levels(set, self.draws, self.world, scratch);
        if self.known.all.is_some() && self.is_above(&some, bar) {
            return f64::INFINITY;
        }
        let Some(all) = self.on_all(set) else {
            return Quantiles::of(some).p50;
        };
        let level = Quantiles::of(all).p50;
        if level <= bar {
            self.known.passed.push((level, some));
        }
        level
    }
}
