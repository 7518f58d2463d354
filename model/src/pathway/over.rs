//! What actions take away over some years, on the draws of a household.

use crate::actions::{Chosen, Joint};
use crate::footprint::{Gas, Scratch, SectionSums, Sections};
use crate::rows::Scenario;
use crate::uncertainty::{Draws, Quantiles, World};
use crate::year::YearIndex;

/// `sum over the years of mine(t)` for actions alone, one household after the other: answers and factors as drawn, the
/// future grid between its low and its high line, the same in all years of a draw.
pub struct OverYears {
    sets: Vec<Set>,
    years: Vec<u16>,
    gas: Gas,
    scenario: Scenario,
    scratch: Scratch,
    /// The draw that is next.
    next: usize,
    /// One in so many draws is looked at.
    every: usize,
}

/// An action, and what it takes away in the draws so far.
struct Set {
    chosen: Chosen,
    joint: Joint,
    reaches: Sections,
    kg: Vec<f64>,
}

impl OverYears {
    /// Nothing looked at yet.
    pub fn new(
        chosen: impl IntoIterator<Item = Chosen>,
        years: impl IntoIterator<Item = u16>,
        gas: Gas,
        scenario: Scenario,
        every: usize,
    ) -> OverYears {
        let set = |chosen| {
            let joint = Joint::of([chosen]);
            Set {
                chosen,
                reaches: joint.reaches(),
                joint,
                kg: Vec::new(),
            }
        };
        OverYears {
            sets: chosen.into_iter().map(set).collect(),
            years: years.into_iter().collect(),
            gas,
            scenario,
            scratch: Scratch::new(),
            next: 0,
            every: every.max(1),
        }
    }

    /// Looks at the next draw; false when all were looked at.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let Some(run) = draws.run(self.next, world) else {
            return false;
        };
        self.next += self.every;
        let grid = world.grid(run.place);
        let index = |year: &u16| YearIndex::drawn(*year, self.scenario, grid, run.factors);
        let years: Vec<YearIndex> = self.years.iter().filter_map(index).collect();
        let scratch = &mut self.scratch;
        let now = SectionSums::of(run.home, self.gas, run.factors, scratch);
        let all = now.all();
        for set in &mut self.sets {
            let changed = set.joint.changed(run.home, run.factors);
            let sums = now.changed(set.reaches, &changed, run.factors, scratch);
            let mine = years.iter();
            let mine = mine.map(|index| all.in_year(index) - sums.in_year(index));
            set.kg.push(mine.sum());
        }
        true
    }

    /// What each action takes away, kg of the household.
    pub fn finish(self) -> Vec<(Chosen, Quantiles)> {
        let sets = self.sets.into_iter();
        sets.map(|set| (set.chosen, Quantiles::of(set.kg)))
            .collect()
    }
}
