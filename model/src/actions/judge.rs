//! Judging sets of actions on the draws of a household, for the search.

use super::cost::NetCosts;
use super::search::Judge;
use super::{Chosen, Joint};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Line, LineId, Parted, household_sums};
use crate::plan::Plan;
use crate::rows::{ActionFacts, Scenario};
use crate::uncertainty::{Draws, Quantiles, World};
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

/// One in so many draws is looked at while searching; the answer is checked on all.
const THINNED: usize = 16;

/// Judges sets by the median of some draws in the year of the target.
pub struct OnDraws<'a> {
    by: By,
    home: &'a Household,
    central: Factors,
    costs: NetCosts,
    /// Every draw that is looked at, with the year's factors.
    draws: Vec<Drawn<'a>>,
    lines: Vec<Line<Parted>>,
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
        OnDraws::every(THINNED, by, target, home, costs, draws, world)
    }

    /// As [`OnDraws::some`], with the costs that a judge before it gave back.
    pub(super) fn some_with(
        by: By,
        target: Target,
        home: &'a Household,
        costs: NetCosts,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        OnDraws::every(THINNED, by, target, home, costs, draws, world)
    }

    /// The costs that it knows, for the next judge.
    pub(super) fn into_costs(self) -> NetCosts {
        self.costs
    }

    /// Judges on all draws.
    pub fn all(
        by: By,
        target: Target,
        home: &'a Household,
        plan: &Plan,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let costs = NetCosts::of(home, plan, &Factors::central());
        OnDraws::every(1, by, target, home, costs, draws, world)
    }

    fn every(
        step: usize,
        by: By,
        target: Target,
        home: &'a Household,
        costs: NetCosts,
        draws: &'a Draws,
        world: &'a World,
    ) -> OnDraws<'a> {
        let looked_at = (0..draws.count()).step_by(step);
        let draw = |at| {
            let (_, drawn) = drawn(target, at, draws, world)?;
            Some(drawn)
        };
        OnDraws {
            by,
            home,
            costs,
            central: Factors::central(),
            draws: looked_at.filter_map(draw).collect(),
            lines: Vec::with_capacity(LineId::ALL.len()),
        }
    }

    /// kg a year per person of every draw that is looked at.
    pub fn levels(&mut self, set: &Joint) -> Vec<f64> {
        let mut levels = Vec::with_capacity(self.draws.len());
        for drawn in &self.draws {
            levels.push(level(set, drawn, &mut self.lines));
        }
        levels
    }
}

/// A draw's household and factors, and the year's index of that draw.
type Drawn<'a> = (&'a Household, &'a Factors, YearIndex);

/// A draw with its place, in the year of the target.
fn drawn<'a>(
    target: Target,
    at: usize,
    draws: &'a Draws,
    world: &'a World,
) -> Option<(usize, Drawn<'a>)> {
    let (place, home, _) = draws.draw(at)?;
    let factors = world.factors(place)?;
    let index = YearIndex::drawn(target.year, target.scenario, world.grid(place), factors)?;
    Some((place, (home, factors, index)))
}

/// kg a year per person of a set in one draw.
fn level(set: &Joint, (home, factors, index): &Drawn<'_>, lines: &mut Vec<Line<Parted>>) -> f64 {
    let changed = set.changed(home, factors);
    household_sums(&changed, Gas::Co2e, factors, lines).in_year(index) / changed.members
}

/// The levels of one set on all draws, some at a time.
pub(super) struct Levels {
    by_draw: Vec<f64>,
    lines: Vec<Line<Parted>>,
    /// The place of the draw before.
    place: Option<usize>,
}

impl Levels {
    /// None known yet.
    pub(super) fn new() -> Levels {
        Levels {
            by_draw: Vec::new(),
            lines: Vec::with_capacity(LineId::ALL.len()),
            place: None,
        }
    }

    /// Looks at one more draw; false when all are known.
    pub(super) fn step(
        &mut self,
        set: &Joint,
        target: Target,
        draws: &Draws,
        world: &World,
    ) -> bool {
        let Some((place, drawn)) = drawn(target, self.by_draw.len(), draws, world) else {
            return false;
        };
        let again = self.by_draw.last().copied();
        let again = again.filter(|_| self.place == Some(place));
        self.place = Some(place);
        // a likelier household stands in several draws that follow each other
        let kg = again.unwrap_or_else(|| level(set, &drawn, &mut self.lines));
        self.by_draw.push(kg);
        true
    }

    /// How many draws are known.
    pub(super) fn known(&self) -> usize {
        self.by_draw.len()
    }

    /// By draw.
    pub(super) fn finish(self) -> Vec<f64> {
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

    fn level(&mut self, set: &Joint) -> f64 {
        Quantiles::of(self.levels(set)).p50
    }
}
