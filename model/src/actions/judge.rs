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
const FIRST: usize = 16;
/// So many draws are looked at between two questions whether there is time for more.
const AT_ONCE: usize = 256;
/// So many standard errors make sure.
const SURE: f64 = 3.0;

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
    target: Target,
    prepared: Prepared,
    /// Whether the first of the draws are all that is looked at.
    rough: bool,
    /// Sets whose level on all draws was found to lie at or below a bar: that, and their kg by draw.
    passed: Vec<(f64, Vec<f64>)>,
    /// A set that is being looked at, where that takes several steps.
    under_way: Option<Looked>,
}

impl Known {
    /// What is known before any draw is prepared; `home` is the household on central values, by whose
    /// prices costs are counted; its plan may know costs of its own.
    pub(super) fn new(target: Target, home: &Household, plan: &Plan) -> Known {
        Known {
            costs: NetCosts::of(home, plan, &Factors::central()),
            target,
            prepared: Prepared::default(),
            rough: true,
            passed: Vec::new(),
            under_way: None,
        }
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
        let known = Known::new(target, home, plan);
        let mut judge = OnDraws::with(known, by, home, draws, world);
        while judge.prepare() {}
        judge
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

    /// What it knows, for the next judge.
    pub(super) fn into_known(self) -> Known {
        self.known
    }

    /// Prepares the next household with its draws; false when all are prepared.
    pub(super) fn prepare(&mut self) -> bool {
        let Known {
            prepared, target, ..
        } = &mut self.known;
        prepared.step(*target, self.draws, self.world, &mut self.scratch)
    }

    /// How many draws are prepared.
    pub(super) fn prepared(&self) -> usize {
        self.known.prepared.of.len()
    }

    /// From now on sets are judged by all draws.
    pub(super) fn look_at_all(&mut self) {
        self.known.rough = false;
    }

    /// kg a year per person of a set, by draw, in the order in which draws are looked at.
    pub(super) fn on_all(&mut self, set: &Joint) -> Vec<f64> {
        let mut looked = Looked::at(set, &self.known.prepared);
        self.look(&mut looked, self.prepared());
        looked.kg
    }

    /// Looks at the draws up to so many.
    fn look(&mut self, looked: &mut Looked, upto: usize) {
        let prepared = &self.known.prepared;
        looked.go_on(upto, prepared, (self.draws, self.world), &mut self.scratch);
    }

    /// Whether the median of all draws is surely above a bar, by the kg on the first of them.
    ///
    /// They are held against a set that is known on all draws: how many of that one's draws lie above the bar is
    /// known, and few of them change sides. Or it is the set whose level is the bar, and none is below its own.
    fn is_above(&self, kg: &[f64], bar: f64) -> bool {
        let passed = &self.known.passed;
        let at_bar = passed.iter().rev().find(|(level, _)| *level == bar);
        let Some((level, other)) = at_bar.or(passed.last()) else {
            return false;
        };
        let mut both = kg.iter().zip(other);
        if *level == bar && both.all(|(kg, other)| kg >= other) {
            return true;
        }
        let (seen, all) = (kg.len() as f64, other.len() as f64);
        let (mut up, mut down) = (0.0, 0.0);
        for (kg, other) in kg.iter().zip(other) {
            match (*kg > bar, *other > bar) {
                (true, false) => up += 1.0,
                (false, true) => down += 1.0,
                _ => {}
            }
        }
        let others = other.iter().filter(|kg| **kg > bar).count() as f64;
        let above = others / all + (up - down) / seen;
        // those that change sides are few, and so counted as rare events; none seen may be one unseen
        let error = (up + down + 1.0_f64).sqrt() / seen * (1.0 - seen / all).sqrt();
        above - SURE * error > 0.5
    }
}

/// Draws of a household in the year of a target, prepared so that any set can be judged by them.
#[derive(Default)]
struct Prepared {
    /// By household: its sums by section, the year's index in its draws, and the first of these.
    homes: Vec<(SectionSums, YearIndex, usize)>,
    /// The household of each draw, by its place among these.
    of: Vec<usize>,
}

impl Prepared {
    /// Prepares the next household and all its draws; false when all are prepared.
    fn step(
        &mut self,
        target: Target,
        draws: &Draws,
        world: &World,
        scratch: &mut Scratch,
    ) -> bool {
        let at = self.of.len();
        let prepared = draws.run(at, world).and_then(|run| {
            let index = in_target(&run, target, world)?;
            let sums = SectionSums::of(run.home, Gas::Co2e, run.factors, scratch);
            Some(((sums, index, at), run.times))
        });
        let Some((home, times)) = prepared else {
            return false;
        };
        self.of.extend(std::iter::repeat_n(self.homes.len(), times));
        self.homes.push(home);
        true
    }
}

/// A set on the draws that have been looked at, in an order of which any beginning is spread over all.
struct Looked {
    set: Joint,
    /// kg a year per person, by draw.
    kg: Vec<f64>,
    /// The same by household, where it is known.
    homes: Vec<Option<f64>>,
}

impl Looked {
    /// A set on no draw yet.
    fn at(set: &Joint, prepared: &Prepared) -> Looked {
        Looked {
            set: set.clone(),
            kg: Vec::with_capacity(prepared.of.len()),
            homes: vec![None; prepared.homes.len()],
        }
    }

    /// Looks at the draws up to so many.
    fn go_on(
        &mut self,
        upto: usize,
        prepared: &Prepared,
        (draws, world): (&Draws, &World),
        scratch: &mut Scratch,
    ) {
        let reaches = self.set.reaches();
        let seen = self.kg.len();
        for draw in spread(prepared.of.len()).take(upto).skip(seen) {
            let home = prepared.of.get(draw).copied().unwrap_or_default();
            let (Some((now, index, at)), Some(known)) =
                (prepared.homes.get(home), self.homes.get_mut(home))
            else {
                continue;
            };
            let kg = known.or_else(|| {
                let run = draws.run(*at, world)?;
                let changed = self.set.changed(run.home, run.factors);
                let sums = now.changed(reaches, &changed, run.factors, scratch);
                Some(sums.in_year(index) / changed.members)
            });
            *known = kg;
            self.kg.extend(kg);
        }
    }
}

/// All numbers below a count: every beginning is spread over them, at distances that halve.
fn spread(count: usize) -> impl Iterator<Item = usize> {
    let halves = std::iter::successors(Some(count.next_power_of_two() / 2), |half| Some(half / 2));
    let halves = halves.take_while(|half| *half > 0);
    let between = halves.flat_map(move |half| (half..count).step_by(2 * half));
    (0..count.min(1)).chain(between)
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

impl OnDraws<'_> {
    /// Those of a set that apply to the household as it is. In some draws more would: where nobody says that heat is
    /// paid by a meter, some have one.
    pub(super) fn applied(&self, set: &Joint) -> Joint {
        set.applied(self.home, &self.central)
    }
}

impl Judge for OnDraws<'_> {
    fn price(&mut self, set: &Joint) -> f64 {
        match self.by {
            By::Effort => set.chosen().iter().map(effort).sum(),
            By::Cost => self.known.costs.per_year(set, self.home, &self.central),
        }
    }

    fn level(&mut self, set: &Joint, bar: f64) -> Option<f64> {
        let set = &self.applied(set);
        let all = self.prepared();
        let first = all.div_ceil(FIRST);
        let under_way = self.known.under_way.take();
        let mut looked = match under_way.filter(|looked| looked.set == *set) {
            Some(looked) => looked,
            None => Looked::at(set, &self.known.prepared),
        };
        let seen = looked.kg.len();
        let upto = if seen < first { first } else { seen + AT_ONCE };
        self.look(&mut looked, upto.min(all));
        let seen = looked.kg.len();
        if self.known.rough {
            return Some(Quantiles::of(looked.kg).p50);
        }
        if seen < all {
            let above = self.is_above(&looked.kg, bar);
            self.known.under_way = Some(looked).filter(|_| !above);
            return above.then_some(f64::INFINITY);
        }
        let level = Quantiles::of(looked.kg.clone()).p50;
        if level <= bar {
            self.known.passed.push((level, looked.kg));
        }
        Some(level)
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn every_draw_is_looked_at_once_and_the_first_are_spread() {
        for count in [0, 1, 2, 3, 64, 100, 2048] {
            let mut all: Vec<usize> = spread(count).collect();
            all.sort_unstable();
            assert_eq!(all, (0..count).collect::<Vec<_>>());
        }
        let mut first: Vec<usize> = spread(2048).take(128).collect();
        first.sort_unstable();
        assert_eq!(first, (0..2048).step_by(16).collect::<Vec<_>>());
    }
}
