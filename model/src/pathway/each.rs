//! What one action of a plan saves in different years, and why that changes.

use crate::actions::{ActionId, Chosen, Joint};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, SectionSums, household_sums};
use crate::rows::Scenario;
use crate::uncertainty::{Draws, Quantiles, World};
use crate::year::{Sums, YearIndex};

/// A saving that changes by a smaller share than this stays.
const STAYS: f64 = 0.05;
/// And so does one that changes by less, kg.
const NOTHING: f64 = 0.5;

/// How a saving changes over the years, and through what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It stays.
    Same,
    /// It is worth less, since the power that it saves gets cleaner.
    LessByGrid,
    /// It is worth less, since what it saves is made with less CO2.
    LessBySupply,
    /// It is worth more, since the power that it takes gets cleaner.
    MoreByGrid,
    /// It is worth more, since what it takes is made with less CO2.
    MoreBySupply,
    /// It adds, early and late, and as much.
    AddsSame,
    /// It adds less, since the power that it takes gets cleaner.
    AddsLessByGrid,
    /// It adds less, since what it takes is made with less CO2.
    AddsLessBySupply,
    /// It adds more, since the power that it saves too gets cleaner.
    AddsMoreByGrid,
    /// It adds more, since what it saves too is made with less CO2.
    AddsMoreBySupply,
}

impl Trend {
    /// Every way.
    pub const ALL: &'static [Trend] = &[
        Trend::Same,
        Trend::LessByGrid,
        Trend::LessBySupply,
        Trend::MoreByGrid,
        Trend::MoreBySupply,
        Trend::AddsSame,
        Trend::AddsLessByGrid,
        Trend::AddsLessBySupply,
        Trend::AddsMoreByGrid,
        Trend::AddsMoreBySupply,
    ];

    /// The same change of what adds rather than saves.
    const fn of_added(self) -> Trend {
        match self {
            Trend::Same => Trend::AddsSame,
            Trend::LessByGrid => Trend::AddsMoreByGrid,
            Trend::LessBySupply => Trend::AddsMoreBySupply,
            Trend::MoreByGrid => Trend::AddsLessByGrid,
            Trend::MoreBySupply => Trend::AddsLessBySupply,
            adds => adds,
        }
    }
}

/// An action's saving in different years, kg CO2e a year of the household on central values.
#[derive(Debug, Clone, PartialEq)]
pub struct EachYears {
    /// By year, as they were asked for.
    pub kg: Vec<(u16, f64)>,
    /// How it changes from the first to the last of them.
    pub trend: Trend,
}

impl EachYears {
    /// Whether it saves nothing in any of the years.
    pub fn is_nothing(&self) -> bool {
        self.kg.iter().all(|(_, kg)| kg.abs() < NOTHING)
    }

    /// What an action saves alone, as if it were done in each of these years; one that only the others of a
    /// set make possible, what it adds to them.
    pub fn of(
        chosen: Chosen,
        set: &Joint,
        home: &Household,
        scenario: Scenario,
        years: &[u16],
        factors: &Factors,
    ) -> EachYears {
        let mut scratch = Scratch::new();
        let [without, with] = compared(chosen, set, home, factors).map(|set| {
            let changed = set.changed(home, factors);
            household_sums(&changed, Gas::Co2e, factors, &mut scratch)
        });
        let saved = without.less(&with);
        let index = |year: &u16| YearIndex::new(*year, scenario, factors);
        let known: Vec<YearIndex> = years.iter().filter_map(index).collect();
        let kg = known.iter();
        EachYears {
            kg: kg
                .map(|index| (index.year(), saved.in_year(index)))
                .collect(),
            trend: match (known.first(), known.last()) {
                (Some(first), Some(last)) if adds(&saved, first, last) => {
                    trend(&saved, first, last).of_added()
                }
                (Some(first), Some(last)) => trend(&saved, first, last),
                _ => Trend::Same,
            },
        }
    }
}

/// What is done without an action and with it: nothing and it alone, or, of one that only the others of a set make
/// possible, the others and all of them.
#[inline(never)]
fn compared(chosen: Chosen, set: &Joint, home: &Household, factors: &Factors) -> [Joint; 2] {
    let alone = Joint::of([chosen]);
    if alone.changed(home, factors) != *home {
        return [Joint::none(), alone];
    }
    let mut others = set.clone();
    others.drop(chosen.action);
    [others, set.clone()]
}

/// What each action of a set saves in different years, on the draws of a household: answers and factors as drawn, the
/// future grid between its low and its high line.
pub struct EachBands {
    actions: Vec<OnDraws>,
    years: Vec<u16>,
    scenario: Scenario,
    scratch: Scratch,
    /// The draw that is next.
    next: usize,
}

/// An action, what is done without it and with it, and what it saves by year in the draws so far.
struct OnDraws {
    action: ActionId,
    sets: [Joint; 2],
    kg: Vec<Vec<f64>>,
}

impl EachBands {
    /// Nothing looked at yet; the actions are compared as [`EachYears::of`] does.
    pub fn new(
        set: &Joint,
        home: &Household,
        scenario: Scenario,
        years: &[u16],
        factors: &Factors,
    ) -> EachBands {
        let of = |chosen: &Chosen| OnDraws {
            action: chosen.action,
            sets: compared(*chosen, set, home, factors),
            kg: years.iter().map(|_| Vec::new()).collect(),
        };
        EachBands {
            actions: set.chosen().iter().map(of).collect(),
            years: years.to_vec(),
            scenario,
            scratch: Scratch::new(),
            next: 0,
        }
    }

    /// Looks at one more household; false when all are looked at.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let run = draws.run(self.next, world);
        let Some(run) = run.filter(|_| !self.actions.is_empty()) else {
            return false;
        };
        self.next += run.times;
        let grid = world.grid(run.place);
        let index = |year: &u16| YearIndex::drawn(*year, self.scenario, grid, run.factors);
        let years: Vec<YearIndex> = self.years.iter().filter_map(index).collect();
        let scratch = &mut self.scratch;
        let now = SectionSums::of(run.home, Gas::Co2e, run.factors, scratch);
        for of in &mut self.actions {
            let [without, with] = of.sets.each_ref().map(|set| {
                let changed = set.changed(run.home, run.factors);
                now.changed(set.reaches(), &changed, run.factors, scratch)
            });
            let saved = without.less(&with);
            for (kg, index) in of.kg.iter_mut().zip(&years) {
                kg.extend(std::iter::repeat_n(saved.in_year(index), run.times));
            }
        }
        true
    }

    /// Medians and bands of an action by year, kg CO2e a year of the household; none of one that is not in the set.
    pub fn of(&self, action: ActionId) -> Vec<Quantiles> {
        let mut all = self.actions.iter();
        let found = all.find(|of| of.action == action);
        let years = found.into_iter().flat_map(|of| &of.kg);
        years.map(|kg| Quantiles::of(kg.clone())).collect()
    }
}

/// Whether it adds, early and late.
fn adds(saved: &Sums, first: &YearIndex, last: &YearIndex) -> bool {
    let adds = |index| saved.in_year(index) <= -NOTHING;
    adds(first) && adds(last)
}

fn trend(saved: &Sums, first: &YearIndex, last: &YearIndex) -> Trend {
    let by = saved.in_year(last) - saved.in_year(first);
    if by.abs() < NOTHING.max(STAYS * saved.in_year(first).abs()) {
        return Trend::Same;
    }
    let grid = saved.moved_by_grid(last) - saved.moved_by_grid(first);
    // more than half of the change
    let by_grid = grid / by > 0.5;
    match (by > 0.0, by_grid) {
        (false, true) => Trend::LessByGrid,
        (false, false) => Trend::LessBySupply,
        (true, true) => Trend::MoreByGrid,
        (true, false) => Trend::MoreBySupply,
    }
}
